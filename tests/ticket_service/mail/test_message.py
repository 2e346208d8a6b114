from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from tests.ticket_service.conftest import NOW
from tests.ticket_service.mail.conftest import SENDER, URL
from ticket_service.mail.message import Outgoing, UnsendableError, enveloped

LETTER = Outgoing(
    id="5f0f3c1e-0000-4000-8000-00000000000a",
    to="ann@fleet.example",
    name="Ann Müller",
    subject="Ticket T-1: received",
    text="Straße, 通り.\n.\nFrom here on",
    html="<p>Straße</p>",
    ticket="T-1",
    stop="secret",
    created_at=NOW,
)


def read(letter: Outgoing) -> EmailMessage:
    content = enveloped(letter, SENDER, URL).content
    assert content.isascii()
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_letter_says_who_sent_what_to_whom_and_when() -> None:
    message = read(LETTER)
    assert message["From"] == "SmartWitness Support <support@desk.example>"
    assert message["To"] == "Ann Müller <ann@fleet.example>"
    assert message["Subject"] == "Ticket T-1: received"
    assert message["Date"].datetime == NOW
    assert message["Message-ID"] == "<5f0f3c1e-0000-4000-8000-00000000000a@desk.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["References"] == "<ticket.T-1@desk.example>"


def test_a_letter_comes_as_text_and_as_html() -> None:
    message = read(LETTER)
    text, html = message.get_body(["plain"]), message.get_body(["html"])
    assert text is not None
    assert html is not None
    assert text.get_content().splitlines() == LETTER.text.splitlines()
    assert html.get_content().strip() == LETTER.html


def test_a_copy_can_be_ended_with_one_click_and_a_letter_to_the_contact_cannot() -> None:
    message = read(LETTER)
    assert message["List-Unsubscribe"] == f"<{URL}/portal/letters/stop/secret>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "List-Unsubscribe" not in read(replace(LETTER, stop=None))


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\x0b", "\x85", "\u2028", "\x00"])
def test_nothing_in_a_name_or_subject_becomes_a_header(ending: str) -> None:
    text = f"News{ending}Bcc: all@fleet.example"
    message = read(replace(LETTER, subject=text, name=text, ticket=f"T-1{ending}X: y"))
    assert "Bcc" not in message
    assert "X" not in message
    assert message["Subject"] == "News Bcc: all@fleet.example"


@pytest.mark.parametrize("to", ["", "ann", "ann@", "@fleet.example", "ann@fleet.example, bob@fleet.example"])
def test_no_letter_is_made_to_what_is_no_address(to: str) -> None:
    with pytest.raises(UnsendableError):
        enveloped(replace(LETTER, to=to), SENDER, URL)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ticket_service.mail.conftest import Desk
from ticket_service.accounts.caller import Caller, Role
from ticket_service.accounts.refusals import NotAllowedError, UnknownError
from ticket_service.mail import outbox
from ticket_service.mail.bounces import Report, note_report, read_report
from ticket_service.mail.outbox import State
from ticket_service.storage.store import reading, writing

LETTER = "5f0f3c1e-0000-4000-8000-00000000000a"
SUPPORT = Caller("U-2", "Sue", Role.SUPPORT)

REPORT = """\
From: MAILER-DAEMON@mail.example
To: support@desk.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; ann@fleet.example
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <ann@fleet.example>:
    Recipient address rejected

--b
Content-Type: {kind}

Message-ID: <{letter}@desk.example>
Subject: Ticket T-1: received

--b--
"""


def report(letter: str = LETTER, action: str = "failed", kind: str = "message/rfc822") -> bytes:
    return REPORT.format(letter=letter, action=action, kind=kind).encode()


@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
def test_a_report_names_the_letter_and_why_it_came_back(kind: str) -> None:
    assert read_report(report(kind=kind)) == Report(
        LETTER, "5.1.1 smtp; 550 5.1.1 <ann@fleet.example>: Recipient address rejected"
    )


def test_a_letter_that_is_only_late_has_not_come_back(desk: Desk) -> None:
    id_ = desk.post()
    desk.mailer.send_due()
    with writing(desk.engine) as connection:
        assert note_report(connection, report(id_, "delayed"), desk.clock()) == Report(id_, None)
    assert desk.kept(id_).state == "sent"


def test_a_letter_that_came_back_is_shown_at_its_ticket_and_support_may_send_it_again(desk: Desk) -> None:
    id_ = desk.post(ticket="T-1")
    desk.mailer.send_due()
    with writing(desk.engine) as connection:
        assert note_report(connection, report(id_), desk.clock()) is not None
        ((at_ticket,), (lost,)) = outbox.of_ticket(connection, "T-1"), outbox.undelivered(connection, SUPPORT)
        assert at_ticket == lost
        assert (lost.state, lost.to) == (State.BOUNCED, "ann@fleet.example")
        assert "Recipient address rejected" in (lost.answer or "")
        with pytest.raises(NotAllowedError):
            outbox.send_again(
                connection, Caller("U-1", "Ann", Role.PARTNER, "P-001"), id_, "Ann@fleet.example", desk.clock()
            )
        outbox.send_again(connection, SUPPORT, id_, "Ann@fleet.example", desk.clock())
        with pytest.raises(UnknownError):
            outbox.send_again(connection, SUPPORT, id_, "Ann@fleet.example", desk.clock())

    assert desk.mailer.send_due().became == {State.SENT: 1}
    with reading(desk.engine) as connection:
        assert outbox.undelivered(connection, SUPPORT) == []


def test_a_letter_whose_text_is_forgotten_is_not_sent_again(desk: Desk) -> None:
    id_ = desk.post()
    desk.mailer.send_due()
    with writing(desk.engine) as connection:
        note_report(connection, report(id_), desk.clock())
        (lost,) = outbox.undelivered(connection, SUPPORT)
        assert lost.forgotten
        with pytest.raises(UnknownError):
            outbox.send_again(connection, SUPPORT, id_, "ann@fleet.example", desk.clock())
        outbox.leave(connection, SUPPORT, id_, desk.clock())
        assert outbox.undelivered(connection, SUPPORT) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"Subject: I am out of office\n\nBack on Monday.",
        report("not-one-of-ours"),
        report().replace(b"message/delivery-status", b"text/plain"),
    ],
)
def test_other_mail_is_no_report(content: bytes) -> None:
    assert read_report(content) is None


def test_a_report_about_a_letter_that_never_was_notes_nothing(desk: Desk) -> None:
    with writing(desk.engine) as connection:
        assert note_report(connection, report(), desk.clock()) is None


@given(st.binary(max_size=400), st.integers(0, 900))
def test_a_damaged_report_is_read_or_refused_but_never_breaks_anything(noise: bytes, place: int) -> None:
    whole = report()
    read_report(whole[:place] + noise + whole[place + len(noise) :])

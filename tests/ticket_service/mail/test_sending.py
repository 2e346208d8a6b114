from __future__ import annotations

import ssl
import threading
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from tests.ticket_service.mail.conftest import Desk
from tests.ticket_service.mail.sink import CUT, OK, SILENT, Sink, running
from ticket_service.mail.claims import claim, take_over
from ticket_service.mail.outbox import State
from ticket_service.storage.store import UnavailableError


def test_a_letter_that_the_server_took_is_sent_and_stays_so(desk: Desk) -> None:
    id_ = desk.post(name="Ann Rivers", subject="Ticket T-1: received", html="<p>It came.</p>")

    assert desk.mailer.send_due().became == {State.SENT: 1}
    assert desk.mailer.send_due().became == {}

    (message,) = desk.sink.confirmed
    assert message["To"] == "Ann Rivers <ann@fleet.example>"
    assert message["Message-ID"] == f"<{id_}@desk.example>"
    row = desk.kept(id_)
    assert (row.state, row.answer, row.repeated, row.doubtful) == ("sent", OK, False, False)


def test_what_a_letter_about_an_account_said_is_forgotten_once_it_is_sent(desk: Desk) -> None:
    account = desk.post(text="https://tickets.example/link/secret", html="<p>secret</p>")
    news = desk.post("bob@fleet.example", ticket="T-1")
    desk.sink.on_recipient = lambda _address: "451 try later"
    desk.mailer.send_due()
    assert "secret" in desk.kept(account).text
    desk.sink.on_recipient = lambda _address: "250 OK"
    desk.clock.goes(minutes=1)
    desk.mailer.send_due()
    assert (desk.kept(account).text, desk.kept(account).html) == ("", None)
    assert desk.kept(news).text == "It came."


@pytest.mark.parametrize("step", ["on_recipient", "on_begin", "on_content"])
def test_a_letter_that_the_server_puts_off_waits_longer_each_time_and_goes_in_the_end(step: str, desk: Desk) -> None:
    id_ = desk.post()
    setattr(desk.sink, step, lambda _address: "451 try later")

    waits = []
    for _ in range(3):
        assert desk.mailer.send_due().became == {State.WAITING: 1}
        row = desk.kept(id_)
        assert (row.state, row.answer, row.repeated) == ("waiting", "451 try later", False)
        waits.append(row.next_attempt_at - desk.clock.now)
        desk.clock.now = row.next_attempt_at
    assert waits[0] < waits[1] < waits[2]

    setattr(desk.sink, step, lambda _address: OK)
    assert desk.mailer.send_due().became == {State.SENT: 1}
    assert len(desk.sink.taken) == 1


def test_a_letter_that_was_put_off_for_days_has_failed(desk: Desk) -> None:
    id_ = desk.post()
    desk.sink.on_recipient = lambda _address: "451 try later"
    desk.clock.goes(days=4.1)

    desk.mailer.send_due()
    assert desk.kept(id_).state == "failed"


@pytest.mark.parametrize(
    ("step", "state"), [("on_recipient", "bounced"), ("on_begin", "failed"), ("on_content", "failed")]
)
def test_a_letter_that_the_server_refuses_ends_with_its_words_and_the_others_go(
    step: str, state: str, desk: Desk
) -> None:
    refused, other = desk.post("nobody@fleet.example"), desk.post("bob@fleet.example")
    setattr(desk.sink, step, lambda address: "550 5.1.1 no such person" if "nobody" in address else OK)

    desk.mailer.send_due()

    assert (desk.kept(refused).state, desk.kept(refused).answer) == (state, "550 5.1.1 no such person")
    assert desk.kept(other).state == "sent"


def test_a_server_that_takes_nothing_from_us_costs_no_letter_anything(desk: Desk) -> None:
    ids = [desk.post(f"{name}@fleet.example") for name in ("ann", "bob")]
    desk.sink.on_sender = lambda _address: "550 5.7.1 not in your name"
    desk.clock.goes(days=10)

    assert desk.mailer.send_due().trouble == "550 5.7.1 not in your name"
    assert [(desk.kept(id_).state, desk.kept(id_).attempts) for id_ in ids] == [("waiting", 0)] * 2


def test_letters_wait_while_no_server_answers_and_go_once_one_does(desk: Desk) -> None:
    desk.post()
    nowhere = desk.another(port=1)
    done = nowhere.send_due()
    assert done.trouble
    assert done.became == {}

    desk.clock.goes(minutes=1)
    assert desk.mailer.send_due().became == {State.SENT: 1}


@pytest.mark.parametrize("fault", [CUT, SILENT])
def test_a_line_that_breaks_before_the_content_is_no_doubt(fault: str, desk: Desk) -> None:
    id_ = desk.post()
    impatient = desk.another(patience=0.3)
    desk.sink.on_recipient = lambda _address: fault
    assert impatient.send_due().became == {State.WAITING: 1}
    assert not desk.kept(id_).repeated

    desk.sink.on_recipient = lambda _address: "250 OK"
    desk.clock.goes(minutes=1)
    assert impatient.send_due().became == {State.SENT: 1}
    assert len(desk.sink.taken) == 1


@pytest.mark.parametrize("fault", [CUT, SILENT])
def test_a_letter_whose_confirmation_never_came_goes_again_under_its_name_and_says_so(fault: str, desk: Desk) -> None:
    id_ = desk.post()
    impatient = desk.another(patience=0.3)
    desk.sink.on_content = lambda _address: fault
    assert impatient.send_due().became == {State.WAITING: 1}

    desk.sink.on_content = lambda _address: OK
    desk.clock.goes(minutes=1)
    assert impatient.send_due().became == {State.SENT: 1}
    assert desk.sink.ids() == [f"<{id_}@desk.example>"] * 2
    assert desk.kept(id_).repeated


def test_after_a_break_the_other_letters_go_on_a_new_line(desk: Desk) -> None:
    desk.post("cut@fleet.example")
    desk.post("bob@fleet.example")
    desk.sink.on_begin = lambda address: CUT if "cut" in address else OK

    assert desk.mailer.send_due().became == {State.WAITING: 1, State.SENT: 1}


def test_a_tickets_letters_to_one_address_never_overtake_each_other(desk: Desk) -> None:
    desk.post(subject="received", ticket="T-1")
    desk.sink.on_recipient = lambda _address: "451 try later"
    desk.mailer.send_due()
    desk.sink.on_recipient = lambda _address: "250 OK"
    desk.post(subject="resolved", ticket="T-1")
    desk.post("bob@fleet.example", subject="another's", ticket="T-1")

    assert desk.mailer.send_due().became == {State.SENT: 1}
    desk.clock.goes(minutes=1)
    assert desk.mailer.send_due().became == {State.SENT: 2}
    assert [message["Subject"] for message in desk.sink.confirmed] == ["another's", "received", "resolved"]


def test_several_senders_at_once_send_each_letter_once(desk: Desk) -> None:
    ids = {f"<{desk.post(f'user{n}@fleet.example')}@desk.example>" for n in range(40)}
    mailers = [desk.another() for _ in range(4)]
    threads = [threading.Thread(target=mailer.send_due) for mailer in mailers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert set(desk.sink.ids()) == ids
    assert len(desk.sink.ids()) == len(ids)


def test_who_stood_still_until_another_took_over_hands_nothing_over(desk: Desk) -> None:
    desk.post()

    def stand_still(_address: str) -> str:
        desk.clock.goes(minutes=11)
        take_over(desk.engine, desk.clock())
        assert len(claim(desk.engine, desk.clock())) == 1
        return "250 OK"

    desk.sink.on_recipient = stand_still
    assert desk.mailer.send_due().became == {}
    assert desk.sink.taken == []


def test_what_the_server_confirmed_while_the_database_was_gone_is_written_down_later(desk: Desk) -> None:
    id_ = desk.post()
    gone = False

    def fail(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if gone and statement.startswith("UPDATE"):
            raise OperationalError(statement, {}, Exception("the server closed the connection"))

    def taken(_address: str) -> str:
        nonlocal gone
        gone = True
        return OK

    event.listen(desk.engine, "before_cursor_execute", fail)
    desk.sink.on_content = taken
    with pytest.raises(UnavailableError):
        desk.mailer.send_due()
    gone = False
    desk.clock.goes(minutes=20)

    desk.mailer.send_due()
    event.remove(desk.engine, "before_cursor_execute", fail)
    assert (desk.kept(id_).state, desk.kept(id_).repeated) == ("sent", False)
    assert len(desk.sink.taken) == 1


@pytest.mark.parametrize("to", ["nonsense", "a@b@c", "ann@fleet.example\r\nBcc: all@fleet.example", ""])
def test_an_address_that_is_none_fails_alone(to: str, desk: Desk) -> None:
    id_, other = desk.post(to), desk.post()
    desk.mailer.send_due()
    assert (desk.kept(id_).state, desk.kept(other).state) == ("failed", "sent")
    assert len(desk.sink.taken) == 1


def test_an_address_in_another_script_is_reached(desk: Desk) -> None:
    desk.post("用户@例子.example", name="用户")
    assert desk.mailer.send_due().became == {State.SENT: 1}
    assert desk.sink.confirmed[0]["To"] == "用户 <用户@例子.example>"


def test_a_login_that_fails_is_trouble_and_a_right_one_sends_over_tls(desk: Desk, trusted: ssl.SSLContext) -> None:
    desk.post()
    with running(Sink(), trusted, login=True) as sink:
        there = {"host": "localhost", "port": sink.port, "tls": "start", "user": "desk"}
        assert desk.another(**there, password="wrong").send_due().trouble.startswith("535")  # noqa: S106 - of a test
        desk.clock.goes(minutes=1)
        assert desk.another(**there, password="right").send_due().became == {State.SENT: 1}  # noqa: S106 - of a test
        assert sink.encrypted == [True]


def test_nothing_is_sent_without_tls_or_to_a_server_that_nobody_vouches_for(desk: Desk, certificate: Path) -> None:
    desk.post()
    assert "STARTTLS" in desk.another(tls="start").send_due().trouble
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    desk.clock.goes(minutes=1)
    with running(Sink(), context) as stranger:
        trouble = desk.another(host="localhost", port=stranger.port, tls="start").send_due().trouble
        assert "CERTIFICATE_VERIFY_FAILED" in trouble
        assert stranger.taken == []

"""Whatever the ticket service does: one clear sentence, nothing dropped, and the next round works by itself."""

from __future__ import annotations

import ssl
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import certifi
import pytest

from receiving_app.assembly import Parts
from receiving_app.queries import dock
from receiving_app.sync.rounds import Rounds
from receiving_app.sync.service import NonsenseError, TicketService, UnreachableError
from tests.demo_site import (
    IN_TIME,
    NOW,
    STATION,
    UNKNOWN,
    Fault,
    Front,
    Hands,
    Site,
    answers,
    front_of,
    hang_up,
    scan,
    silence,
    stored,
)

TROUBLE = "The ticket service is in trouble (answer {})."
TOKEN = "The ticket service doesn't accept this station's token. Ask support for a new one; nothing is lost."  # noqa: S105
NONSENSE = "The ticket service's answer makes no sense. Is the service address right?"
BROKE_OFF = "The ticket service's answer broke off."
UNREACHED = "The ticket service can't be reached. Is the network up, and is the service address right?"
ELSEWHERE = "The ticket service sends us elsewhere. Is the service address right?"
CERTIFICATE = "The ticket service's certificate doesn't verify. Check the service address and the station's clock."
PAGE = b"<!doctype html><title>Guest network</title><p>Please log in."

FAULTS: list[tuple[str, Fault, str]] = [
    ("401", answers("401 Unauthorized", b"{}"), TOKEN),
    ("403", answers("403 Forbidden", b"{}"), TOKEN),
    ("408", answers("408 Request Timeout"), TROUBLE.format(408)),
    ("429", answers("429 Too Many Requests"), TROUBLE.format(429)),
    ("500", answers("500 Internal Server Error", PAGE, "text/html"), TROUBLE.format(500)),
    ("503", answers("503 Service Unavailable"), TROUBLE.format(503)),
    ("404", answers("404 Not Found", PAGE, "text/html"), "The ticket service answered 404, which makes no sense here."),
    ("201", answers("201 Created", b"{}"), "The ticket service answered 201, which makes no sense here."),
    ("JSON of another kind", answers("200 OK", b'{"hello": [1, 2]}'), NONSENSE),
    ("half of a JSON text", answers("200 OK", b'{"epoch": "e", "rows": ['), NONSENSE),
    ("JSON nested deeply", answers("200 OK", b"[" * 100_000), NONSENSE),
    ("bytes that are no text", answers("200 OK", b"\xff\xfe\x00\x01"), NONSENSE),
    ("a number longer than any", answers("200 OK", b'{"server_time": ' + b"9" * 5000 + b"}"), NONSENSE),
    ("nothing", answers("200 OK"), NONSENSE),
    ("a page to log in", answers("200 OK", PAGE, "text/html"), NONSENSE),
    ("half an answer", answers("200 OK", b'{"epoch":', length=5000), BROKE_OFF),
    ("a wrong encoding", answers("200 OK", b"plain", headers={"Content-Encoding": "gzip"}), BROKE_OFF),
    ("a redirect", answers("302 Found", headers={"Location": "http://127.0.0.1:9/"}), ELSEWHERE),
    ("silence", silence, "The ticket service doesn't answer in time."),
    ("hanging up", hang_up, UNREACHED),
    ("another protocol", lambda connection, _: connection.sendall(b"SSH-2.0-OpenSSH\r\n"), UNREACHED),
]


@pytest.mark.parametrize("case", FAULTS, ids=[fault[0] for fault in FAULTS])
def test_each_fault_has_its_sentence_drops_nothing_and_heals(
    case: tuple[str, Fault, str], parts: Parts, rounds: Rounds, site: Site, front: Front
) -> None:
    _, fault, sentence = case
    rounds.run_once()
    scan(parts, IN_TIME)
    before = [tuple(row) for row in stored(parts)]
    front.fault(fault)

    done = rounds.run_once()

    assert (done.online, done.problem) == (False, sentence)
    assert [tuple(row) for row in stored(parts)] == before
    scan(parts, IN_TIME)  # the station works on
    front.fault(None)
    assert rounds.run_once().online
    assert len(site.journal()) == len(stored(parts))
    assert dock.backlog(parts.store, online=True).waiting == 0


@pytest.mark.parametrize(("fault", "sentence"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_the_same_while_pulling(fault: Fault, sentence: str, parts: Parts, rounds: Rounds, front: Front) -> None:
    front.fault(fault)

    assert rounds.run_once().problem == sentence

    front.fault(None)
    assert rounds.run_once().pulled == 100


def test_a_refused_connection_is_said_and_heals(parts: Parts, rounds: Rounds, site: Site, front: Front) -> None:
    scan(parts, IN_TIME)
    front.end()

    assert rounds.run_once().problem == UNREACHED

    front.begin()
    assert rounds.run_once().online
    assert len(site.journal()) == len(stored(parts))


def test_a_name_that_nobody_knows_is_said(parts: Parts, site: Site) -> None:
    service = TicketService("http://tickets.invalid", site.token, parts.clock)

    assert Rounds(parts.store, service, parts.clock, STATION).run_once().problem == UNREACHED
    service.close()


def test_a_certificate_that_does_not_verify_is_said_and_one_that_is_known_works(
    parts: Parts, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", certifi.where())
    pem = Path(__file__).with_name("self_signed.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    scan(parts, IN_TIME)
    with front_of(site.url, context) as front:
        stranger = TicketService(front.url, site.token, parts.clock)
        friend = TicketService(front.url, site.token, parts.clock, ca_file=str(pem))

        refused = Rounds(parts.store, stranger, parts.clock, STATION).run_once()
        taken = Rounds(parts.store, friend, parts.clock, STATION).run_once()
        stranger.close()
        friend.close()

    assert (refused.online, refused.problem) == (False, CERTIFICATE)
    assert (taken.online, taken.problem, len(site.journal())) == (True, None, len(stored(parts)))


@pytest.mark.parametrize(
    ("told", "wish"),
    [
        ({"Retry-After": "120"}, timedelta(minutes=2)),
        (
            {"Retry-After": format_datetime(NOW + timedelta(minutes=5)), "Date": format_datetime(NOW)},
            timedelta(minutes=5),
        ),
        ({"Retry-After": format_datetime(NOW - timedelta(minutes=5)), "Date": format_datetime(NOW)}, timedelta(0)),
        ({"Retry-After": "999999999999999999999"}, timedelta(days=1)),
        ({"Retry-After": "Fri, 31 Dec 9999 23:59:59 GMT"}, timedelta(days=1)),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "-5"}, None),
        ({"Retry-After": "٣"}, None),
        ({}, None),
    ],
)
@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
def test_retry_after_is_read_as_seconds_or_as_a_date(
    status: str, told: dict[str, str], wish: timedelta | None, rounds: Rounds, front: Front
) -> None:
    front.fault(answers(status, headers=told))

    assert rounds.run_once().retry_after == wish


def test_the_service_itself_says_that_it_does_not_know_a_number(service: TicketService) -> None:
    assert service.rma(UNKNOWN, 2.0) is None


def test_it_gives_the_rma_that_it_knows_however_written(service: TicketService) -> None:
    found = service.rma("rma 0000 1235", 2.0)

    assert found is not None
    assert found.number == IN_TIME


def test_another_programs_404_is_not_the_services_word(service: TicketService, front: Front) -> None:
    front.fault(answers("404 Not Found", PAGE, "text/html"))

    with pytest.raises(NonsenseError):
        service.rma(UNKNOWN, 2.0)


def test_silence_about_a_number_ends_when_patience_does(service: TicketService, front: Front) -> None:
    front.fault(silence)

    with pytest.raises(UnreachableError, match="in time"):
        service.rma(UNKNOWN, 0.2)


def test_a_token_file_of_another_program_does_not_speak_for_the_station(
    service: TicketService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password else\n")
    monkeypatch.setenv("NETRC", str(netrc))

    assert service.changes("", 10).rows


def test_an_error_page_teaches_the_clock_nothing(parts: Parts, rounds: Rounds, front: Front) -> None:
    front.fault(answers("500 Internal Server Error", b'{"server_time": "2030-01-01T00:00:00+00:00"}'))

    rounds.run_once()

    assert parts.clock.offset == timedelta(0)


@pytest.mark.parametrize("told", [b'"yesterday"', b"7", b'"2026-11-23T10:00:00"', b"null", b"[]"])
def test_a_time_that_is_none_teaches_the_clock_nothing(told: bytes, parts: Parts, rounds: Rounds, front: Front) -> None:
    front.fault(answers("200 OK", b'{"server_time": ' + told + b"}"))

    rounds.run_once()

    assert parts.clock.offset == timedelta(0)


def test_a_slow_answer_leaves_doubt_of_half_its_time(
    parts: Parts, service: TicketService, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter([NOW - timedelta(seconds=4), NOW])
    monkeypatch.setattr(parts.clock, "_now", lambda: next(times))

    service.health()

    assert (parts.clock.offset, parts.clock.unsure) == (timedelta(seconds=2), timedelta(seconds=2))


def test_the_services_word_on_its_health(service: TicketService) -> None:
    assert service.health().contract == "1"

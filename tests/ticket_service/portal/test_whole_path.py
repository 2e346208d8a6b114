"""From a company's registration to its tracking number, in a real browser.

With PORTAL_PICTURES naming a folder, the pictures are kept there; the portal's in docs/pictures/ were made so.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pyotp
import pytest

from tests.chromium import chromium
from tests.ticket_service.conftest import NOW
from tests.ticket_service.conftest import Caller as StationCaller
from tests.ticket_service.desk import OLD, Desk
from tests.ticket_service.making import Chain, person
from tests.ticket_service.portal.conftest import PASSWORD, SECRET, Folk, link_in
from tests.ticket_service.portal.window import Window
from ticket_service.accounts.caller import Role
from ticket_service.storage.state import put
from ticket_service.storage.store import writing

UPS = "1Z84R7W00373236737"


@pytest.fixture
def window(tmp_path: Path, url: str) -> Iterator[Window]:
    with chromium(tmp_path / "profile") as driver:
        yield Window(driver, url)


@dataclass
class Cast:
    """Who plays a part besides the browser."""

    desk: Desk
    folk: Folk
    station: StationCaller
    post: Callable[[str], list[str]]


@pytest.fixture
def cast(desk: Desk, folk: Folk, station: StationCaller, post: Callable[[str], list[str]]) -> Cast:
    return Cast(desk, folk, station, post)


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    return Path(os.environ.get("PORTAL_PICTURES", tmp_path))


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_company_comes_with_a_problem_and_leaves_with_a_tracking_number(
    window: Window, pictures: Path, cast: Cast
) -> None:
    agent = cast.folk.add("Sue", Role.SUPPORT)
    with writing(cast.desk.engine) as connection:
        put(connection, [person("U-03", "technician")])

    register(window, pictures)
    window.open(link_in(cast.post("dana@fleet.example")[0]).removeprefix("/portal"))
    window.fill(new=PASSWORD, again=PASSWORD)
    window.press("Use this password")

    window.become("support")
    log_in(window, agent)
    window.fill(code=pyotp.TOTP(SECRET).at(NOW))
    window.press("Go on")
    window.press("Registrations")
    window.press("Prairie Cabs")
    window.look("approval", pictures)
    window.press("Open the account")

    window.become("partner")
    log_in(window, "dana@fleet.example")
    ticket = ask_for_help(window, pictures)

    window.become("support")
    answer(window, ticket, pictures)

    window.become("partner")
    window.open(ticket)
    window.fill(tracking="1Z84R7W00388507756")
    window.press("It is sent")
    window.look("ticket-sent", pictures)

    number = cast.desk.ticket(ticket.removeprefix("/tickets/")).rmas[0]["number"]
    repaired(cast.station, number)
    window.open(ticket)
    assert "Resolved" in window.text
    assert UPS in window.text
    window.look("ticket-resolved", pictures)


def register(window: Window, pictures: Path) -> None:
    window.open("/register")
    window.look("register", pictures)
    window.fill(company="Prairie Cabs", contact="Dana Ortiz", email="dana@fleet.example", phone="309 555 0101")
    window.fill(main_street="2210 Commerce Dr", main_city="Peoria", main_region="IL", main_postal_code="61615")
    window.fill(main_country="US")
    window.press("Register")
    assert "Look into your mailbox" in window.text


def log_in(window: Window, email: str) -> None:
    window.open("/login")
    window.fill(email=email, password=PASSWORD)
    window.press("Log in")


def ask_for_help(window: Window, pictures: Path) -> str:
    """Open a ticket and give its path."""
    window.press("New ticket")
    window.fill(problem="Two cameras do not start since the update.", products="KP2-1001,2026-11-10\nKP2-1002,someday")
    window.press("Check the serial numbers")
    assert "is no date" in window.text
    window.look("new-ticket", pictures)
    window.open("/tickets/new")
    window.fill(problem="A camera does not start since the update.\nIts lamp blinks red.", products=OLD.serial)
    window.press("Open the ticket")
    window.look("ticket-opened", pictures)
    return window.path


def answer(window: Window, ticket: str, pictures: Path) -> None:
    window.open("/queue")
    window.look("queue", pictures)
    window.open(ticket)
    window.fill(text="Thank you; this needs a look at our bench.")
    window.press("Send")
    window.press("Issue an RMA")
    window.look("issue-rma", pictures)
    window.press("Issue the RMA")
    assert "The RMA is issued" in window.text
    window.look("ticket-support", pictures)


def repaired(station: StationCaller, number: str) -> None:
    """Let a station receive, test and send back the goods."""
    chain = Chain()
    events = [
        chain.arrived(),
        chain.judged(number),
        chain.event(
            "item.found", {"item": "ITM-1", "serial": OLD.serial, "model": "KP2", "line": "1", "number": number}
        ),
        chain.item_judged(),
        chain.begun(),
        chain.ended(),
        chain.packed("ITM-1"),
        chain.sent(),
    ]
    results = station.post("/v1/events", chain.batch(*events)).json()["results"]
    assert {result["result"] for result in results} == {"applied"}


def test_no_page_needs_or_runs_a_script(url: str) -> None:
    answer = httpx.get(f"{url}/portal/login")

    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "script" not in answer.headers["Content-Security-Policy"]
    assert "<script" not in answer.text

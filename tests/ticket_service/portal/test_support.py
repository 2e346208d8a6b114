"""Support's way with tickets, from the browser's side."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ticket_service.conftest import Caller as StationCaller
from tests.ticket_service.desk import FOREIGN, NEW, OLD, PARTNER, SUPPORT, Desk
from tests.ticket_service.making import Chain
from tests.ticket_service.portal.conftest import Browser, Folk
from ticket_service.accounts.caller import Role
from ticket_service.rules.ticket_states import TicketState
from ticket_service.tickets.conversation import write

Browsers = Callable[[], Browser]
UPS = "1Z84R7W00373236737"


@pytest.fixture
def sue(desk: Desk, browser: Browsers, folk: Folk) -> Browser:
    agent = browser()
    agent.log_in_twice(folk.add("Sue", Role.SUPPORT))
    return agent


def rev(person: Browser, path: str) -> str:
    person.open(path)
    return person.hidden("rev")


def test_the_queue_is_supports_first_page_and_shows_the_longest_waiting_first(sue: Browser, desk: Desk) -> None:
    later, first = desk.opened("K-1"), desk.opened("K-2")
    desk.do(write, SUPPORT, later, "And now?")
    desk.do(write, PARTNER, later, "Still dark.")

    sue.open("/")

    assert sue.path == "/portal/queue"
    assert sue.text.index(later) > 0
    assert first in sue.text


def test_support_answers_notes_and_resolves(sue: Browser, desk: Desk) -> None:
    id_ = desk.opened()
    sue.open(f"/tickets/{id_}")

    sue.send(f"/tickets/{id_}/notes", note="Looks like the old firmware.", key="one")
    sue.send(f"/tickets/{id_}/messages", text="Please update it.", key="two")
    sue.send(f"/tickets/{id_}/resolution", resolution="The new firmware helped.", rev=sue.hidden("rev"))

    assert "The ticket is resolved." in sue.text
    assert all(said in sue.text for said in ("Looks like the old firmware.", "Please update it.", "What helped"))
    assert desk.ticket(id_).state is TicketState.RESOLVED


def test_who_resolves_what_the_partner_has_answered_meanwhile_sees_both(sue: Browser, desk: Desk) -> None:
    id_ = desk.opened()
    seen = rev(sue, f"/tickets/{id_}")
    desk.do(write, PARTNER, id_, "It has begun to smoke!")

    answer = sue.send(f"/tickets/{id_}/resolution", resolution="Clean the lens.", rev=seen)

    assert answer.status_code == 422
    assert "Somebody changed this ticket meanwhile" in sue.text
    assert "It has begun to smoke!" in sue.text
    assert "Clean the lens." in answer.text
    assert sue.hidden("rev") != seen


def test_an_rma_is_issued_by_the_rule_for_what_is_ticked(sue: Browser, desk: Desk) -> None:
    id_ = desk.opened(f"{OLD.serial}\n{NEW.serial}\nNOBODY-1")
    seen = rev(sue, f"/tickets/{id_}/rma")
    asked = {"rev": seen, "kind": "rule", "key": sue.hidden("key")}

    sue.send(f"/tickets/{id_}/rma", lines=["1", "2", "3"], **asked)
    assert sue.fault("model-3") == "Choose the model."
    sue.send(f"/tickets/{id_}/rma", lines=["1", "2", "3"], **asked | {"model-3": "RC2"})

    assert "The RMA is issued" in sue.text
    assert [rma["kind"] for rma in desk.ticket(id_).rmas] == ["advanced", "standard"]


def test_an_rma_against_the_rule_is_issued_with_a_reason_only(sue: Browser, desk: Desk) -> None:
    id_ = desk.opened()
    seen = rev(sue, f"/tickets/{id_}/rma")
    asked = {"rev": seen, "kind": "advanced", "lines": "1", "back-name": "Depot", "back-street": "1 Main St"}

    sue.send(f"/tickets/{id_}/rma", **asked, key="k")
    assert (sue.fault("reason"), sue.fault("back-city")) == (
        "The 30-day rule says otherwise; give the reason.",
        "The city is missing.",
    )
    sue.send(f"/tickets/{id_}/rma", **asked, key="k", reason="Agreed", **{"back-city": "Peoria"})

    (rma,) = desk.ticket(id_).rmas
    assert (rma["kind"], rma["send_back_to"]["city"], rma["send_back_to"]["country"]) == ("advanced", "Peoria", "US")


def test_parts_come_or_stay_as_support_says(sue: Browser, desk: Desk) -> None:
    id_ = desk.opened()
    seen = rev(sue, f"/tickets/{id_}/rma")
    parts = {"part-1": ["SD card", "power cable", "bracket"], "comes-1": ["stays", "required", "nonsense"]}

    sue.send(f"/tickets/{id_}/rma", rev=seen, kind="advanced", lines="1", key="k", **parts)
    assert '<option value="stays" selected>' in sue.answer.text
    sue.send(f"/tickets/{id_}/rma", rev=seen, kind="rule", lines="1", key="k", **parts)

    (rma,) = desk.ticket(id_).rmas
    assert rma["lines"][0]["parts"] == [
        {"name": "power cable", "required": True},
        {"name": "bracket", "required": False},
    ]


def test_a_double_click_issues_one_rma(sue: Browser, desk: Desk) -> None:
    id_ = desk.opened()
    seen = rev(sue, f"/tickets/{id_}/rma")
    fields = {"rev": seen, "kind": "rule", "lines": "1", "key": sue.hidden("key"), "csrf": sue.hidden("csrf")}

    sue.send(f"/tickets/{id_}/rma", **fields)
    sue.send(f"/tickets/{id_}/rma", **fields)

    assert len(desk.ticket(id_).rmas) == 1
    assert "The RMA is issued" in sue.text


def test_an_rma_is_extended_its_replacement_shipped_and_it_is_cancelled(sue: Browser, desk: Desk) -> None:
    id_ = desk.opened()
    (number,) = desk.issued(id_)
    path = f"/tickets/{id_}/rmas/{number}"

    sue.send(f"{path}/extend", rev=rev(sue, path), until="soon", reason="")
    assert sue.fault("until") == "Write the date as 2026-11-02."
    sue.send(f"{path}/extend", rev=rev(sue, path), until="2026-12-24", reason="")
    assert sue.fault("reason") == "Give the reason."
    sue.send(f"{path}/extend", rev=rev(sue, path), until="2026-12-24", reason="Holiday")
    assert "Thu 24 Dec 2026" in sue.text
    sue.send(f"{path}/replacement", rev=rev(sue, path), serial=NEW.serial, carrier="UPS", tracking="1")
    assert "8 to 40" in sue.fault("tracking")
    sue.send(f"{path}/replacement", rev=rev(sue, path), serial=NEW.serial, carrier="UPS", tracking=UPS)
    assert f"Replacement {NEW.serial}" in sue.text
    sue.send(f"{path}/cancel", rev=rev(sue, path), why="")
    assert sue.fault("why") == "Give the reason."
    sue.send(f"{path}/cancel", rev=rev(sue, path), why="Ordered twice")
    assert "Cancelled" in sue.text
    assert desk.row(number)["state"] == "cancelled"


def test_support_opens_a_ticket_for_a_call(sue: Browser, desk: Desk) -> None:
    sue.open("/tickets/new")
    asked = {"problem": "No light.", "products": FOREIGN.serial, "do": "open", "key": sue.hidden("key")}

    sue.send("/tickets/new", **asked, partner="P-002", channel="fax", contact_name="Jo", contact_email="jo")
    assert sue.fault("channel") == "Choose how they reached us."
    assert sue.fault("contact_email") == "Give the e-mail address that is told of updates."
    sue.send("/tickets/new", **asked, partner="P-002", channel="phone", contact_name="Jo", contact_email="jo@x.example")

    assert "Lakeshore Telematics" in sue.text
    assert "jo@x.example" in sue.text


def test_support_searches_every_partners_tickets(sue: Browser, desk: Desk) -> None:
    id_ = desk.opened()

    for asked in (f"text={OLD.serial.lower()}", "text=start", f"text={id_}", "partner=P-001", "state=open"):
        sue.open(f"/tickets?{asked}")
        assert id_ in sue.text
    for asked in ("text=KP2-9", "partner=P-002", "state=resolved"):
        sue.open(f"/tickets?{asked}")
        assert id_ not in sue.text


def test_a_conflict_is_seen_and_settled_for_stations_too(sue: Browser, desk: Desk, station: StationCaller) -> None:
    chain = Chain()
    station.post("/v1/events", chain.batch(chain.arrived(), chain.judged("RMA-00001243")))
    sue.open("/exceptions")
    assert "RMA-00001243 was accepted, but it is cancelled." in sue.text
    (row,) = [row for row in station.get("/v1/changes").json()["rows"] if row["kind"] == "exception"]

    assert sue.send(f"/exceptions/{row['id']}", note=" ").status_code == 422
    sue.send(f"/exceptions/{row['id']}", note="Called the partner; a new RMA is issued.")

    assert "There is no conflict." in sue.text
    (after,) = [row for row in station.get("/v1/changes").json()["rows"] if row["kind"] == "exception"]
    assert (after["deleted"], after["rev"]) == (True, row["rev"] + 1)
    sue.send(f"/exceptions/{row['id']}", note="Twice.")
    assert "settled meanwhile" in sue.text


def test_a_serials_history_is_one_page(sue: Browser, desk: Desk, station: StationCaller) -> None:
    id_ = desk.opened()
    (number,) = desk.issued(id_)
    chain = Chain()
    found = chain.found(number=number, lpn="LPN-7")
    found["body"]["serial"] = OLD.serial
    chain = Chain()
    events = [
        chain.arrived("LPN-7"),
        chain.event("item.found", found["body"], "LPN-7"),
        chain.packed("ITM-1"),
        chain.sent(),
    ]
    assert {each["result"] for each in station.post("/v1/events", chain.batch(*events)).json()["results"]} == {
        "applied"
    }

    sue.open(f"/serials?serial={OLD.serial.lower()}")

    assert all(said in sue.text for said in ("Prairie Fleet Safety", id_, number, "LPN-7", "has left", UPS))
    sue.open("/serials?serial=NEVER-1")
    assert "Nothing is known of it." in sue.text


def test_sold_devices_are_taken_in_whole_or_not_at_all(sue: Browser, desk: Desk) -> None:
    sue.open("/serials")
    sue.send("/serials", devices="serial,model,partner,sold\nK-1,KP2,P-001,2026-11-02\nK-2,KP9,P-001,2026-11-02")
    assert sue.fault("devices") == "Line 3: there is no model KP9."

    sue.send("/serials", devices="K-1,KP2,P-001,2026-11-02\nK-2,KP2,P-002,")
    assert "The register knows these 2 devices." in sue.text

    sue.open("/serials?serial=K-1")
    assert "Mon 2 Nov 2026" in sue.text

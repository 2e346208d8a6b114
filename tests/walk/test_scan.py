"""From a key event to the ticket service and back."""

from __future__ import annotations

import json
import os
import time
import tty
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer

from receiving_app.acts.decision import Decided
from receiving_app.domain.events import Choice
from receiving_app.queries import review
from receiving_app.storage.verify_journal import Chain
from tests.demo_site import CANCELLED, IN_TIME, LATE, UNKNOWN, Front, Hands, Site, hang_up, silence
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation, Scanner
from ticket_service.storage.state import StateRow, get, put
from ticket_service.storage.store import reading, writing


def all_sent(station: OpenStation) -> bool:
    return station.badge() == "Online · all sent"


def patience(site: Site, seconds: int) -> None:
    """Let the site's policy wait this long for an answer about an unknown number."""
    with reading(site.engine) as connection:
        policy = get(connection, "policy", ["site"])["site"]
    with writing(site.engine) as connection:
        put(connection, [StateRow("policy", "site", policy | {"version": 2, "live_lookup_seconds": seconds})])


def test_a_scan_is_judged_shown_recorded_and_told(start: Start, site: Site) -> None:
    with start() as station:
        station.scan(IN_TIME)
        station.wait_verdict("ACCEPT", IN_TIME)
        assert "Prairie Fleet Safety" in station.shown()
        station.wait(lambda: all_sent(station) and "package.judged" in site.types())

        (judged,) = site.bodies("package.judged")
        assert (judged["number"], judged["verdict"]) == (IN_TIME, "accept")
        assert len(site.journal()) == len(station.journal())
        assert station.raw_readings() == [IN_TIME.encode()]


def test_what_is_shown_was_recorded_before(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    with start() as station:
        kept: list[int] = []
        dock = station.app.window.dock
        show = dock.show_outcome

        def look(outcome: object) -> None:
            kept.append(station.types().count("package.judged"))
            show(outcome)  # type: ignore[arg-type]

        monkeypatch.setattr(dock, "show_outcome", look)
        station.scan(LATE)

        station.wait_verdict("REJECT", LATE)
        assert kept[0] == 1


def test_offline_work_survives_a_restart_and_is_delivered_once(start: Start, site: Site, front: Front) -> None:
    with start() as station:
        station.wait(lambda: all_sent(station))
    front.fault(hang_up)
    with start() as station:
        station.wait_for("Offline")
        for number, verdict in ((IN_TIME, "ACCEPT"), (LATE, "REJECT"), (CANCELLED, "REJECT")):
            station.scan(number)
            station.wait_verdict(verdict, number)
        station.wait(lambda: "waiting" in station.badge())
        before = [row.payload for row in station.journal()]
    assert site.types() == []
    front.fault(None)
    with start() as station:
        station.wait(lambda: all_sent(station))
        rows = station.journal()

    assert [row.payload for row in rows][: len(before)] == before
    assert len(site.journal()) == len(rows)
    assert site.types().count("package.arrived") == 3
    chain = Chain()
    for row in rows:
        chain.take(row.seq, row.prev_hash, row.hash, row.payload)
    assert chain.faults == []


def test_a_service_that_dies_in_the_middle_is_made_up_for(start: Start, site: Site, front: Front) -> None:
    with start() as station:
        station.scan(IN_TIME)
        station.wait(lambda: "package.judged" in site.types())
        front.fault(hang_up)
        station.scan(LATE)
        station.wait_verdict("REJECT", LATE)
        station.wait(lambda: station.badge().startswith("Offline · "))
        front.fault(None)
        station.wait(lambda: all_sent(station) and site.types().count("package.judged") == 2)

        assert len(site.journal()) == len(station.journal())


def test_the_window_closes_soon_while_the_service_is_silent_and_nothing_is_lost(
    start: Start, site: Site, front: Front
) -> None:
    with start() as station:
        station.wait(lambda: all_sent(station))
        front.fault(silence)
        asked = front.requests
        station.scan(LATE)
        station.wait_verdict("REJECT", LATE)
        station.scan(UNKNOWN)
        assert station.app._proof is not None
        station.app._proof.check()
        # A round, a question about a number and the journal's check: three threads wait for an answer.
        station.wait(lambda: front.requests >= asked + 3)
        rows = [row.payload for row in station.journal()]
        began = time.monotonic()
        station.app.close()
        taken = time.monotonic() - began
    front.fault(None)
    with start() as station:
        station.wait(lambda: all_sent(station) and site.types().count("package.judged") >= 2)
        assert [row.payload for row in station.journal()][: len(rows)] == rows
        assert len(site.journal()) == len(station.journal())

    assert taken < 2.2  # the promise is 2; tests run beside others


def test_scans_are_kept_while_the_memory_is_still_opening(start: Start) -> None:
    with start(opens=False) as station:
        station.scan(IN_TIME)
        station.scan(LATE)
        assert station.app.parts is None
        station.wait_for("Starting: scans are kept.")

        with station.qtbot.waitSignal(station.app.opened):
            station.app.open()
            station.scan(CANCELLED)

        station.wait(lambda: len(station.readings()) == 3)
        assert station.readings() == [IN_TIME, LATE, CANCELLED]
        assert {number for number, _ in station.verdicts()} == {IN_TIME, LATE, CANCELLED}
        station.wait(lambda: all_sent(station))


def test_closing_while_the_memory_is_still_opening_is_fine(start: Start) -> None:
    with start(opens=False) as station:
        station.app.open()
    with start() as station:
        station.wait(lambda: all_sent(station))


def test_a_hundred_quick_scans_are_recorded_in_order_while_the_window_is_busy(start: Start) -> None:
    texts = [f"BOX-{n:04}" for n in range(100)]
    texts[10:80:10] = [IN_TIME, LATE, CANCELLED, "RMA-00001243", "RMA-00001294", "RMA-00001309", "RMA-00001317"]
    with start() as station:
        busy = QTimer(interval=40)
        busy.timeout.connect(partial(Event().wait, 0.03))
        busy.start()
        scanner = Scanner(station.handle, texts, apart=0.03)
        scanner.start()
        station.qtbot.waitUntil(lambda: station.types().count("reading.recorded") >= 100, timeout=30_000)
        busy.stop()
        scanner.join()

        assert station.readings() == texts
        assert len(station.verdicts()) >= 7
        station.wait(lambda: all_sent(station))


def test_a_number_that_the_service_knows_and_the_station_does_not_yet(start: Start, site: Site) -> None:
    with reading(site.engine) as connection:
        known = get(connection, "rma", [IN_TIME])[IN_TIME]
    with start() as station:
        station.wait(lambda: all_sent(station))
        with writing(site.engine) as connection:
            put(connection, [StateRow("rma", UNKNOWN, known | {"number": UNKNOWN, "tracking": [], "lines": []})])

        station.scan(UNKNOWN)

        station.wait_verdict("ACCEPT", UNKNOWN)
        assert station.verdicts() == [(UNKNOWN, "accept")]


def test_an_unknown_number_is_asked_about_and_then_rejected(start: Start, site: Site, front: Front) -> None:
    patience(site, 5)
    with start() as station:
        station.wait(lambda: all_sent(station))
        front.fault(silence)
        station.scan(UNKNOWN)
        assert "Asking the ticket service. Go on scanning." in station.shown()
        assert station.verdicts() == []

        front.fault(None)
        station.wait_verdict("REJECT", UNKNOWN)
        assert "Scan the next label." in station.shown()
        assert station.verdicts()[-1] == (UNKNOWN, "reject")


def test_other_packages_go_on_while_the_service_is_asked(start: Start, site: Site, front: Front) -> None:
    patience(site, 5)
    with start() as station:
        station.wait(lambda: all_sent(station))
        front.fault(silence)
        station.scan(UNKNOWN)
        station.scan(IN_TIME)

        station.wait_verdict("ACCEPT", IN_TIME)
        front.fault(None)


def test_news_of_other_packages_does_not_end_the_wait_for_an_answer(start: Start, site: Site, front: Front) -> None:
    patience(site, 5)
    with start() as station:
        station.wait(lambda: all_sent(station))
        front.fault(silence)
        station.scan(UNKNOWN)
        station.app._judged_again(("LPN-OF-ANOTHER",))

        assert station.verdicts() == []
        front.fault(None)


def test_a_silent_service_is_waited_for_no_longer_than_the_policy_says(start: Start, site: Site, front: Front) -> None:
    patience(site, 1)
    with start() as station:
        station.wait(lambda: all_sent(station))
        front.fault(silence)
        station.scan(UNKNOWN)
        station.wait_verdict("HOLD", UNKNOWN)

        assert station.verdicts() == [(UNKNOWN, "hold")]
        front.fault(None)
        station.wait(lambda: station.verdicts()[-1] == (UNKNOWN, "reject"))


def test_a_number_held_offline_is_judged_again_when_the_service_answers(
    start: Start, site: Site, front: Front, hands: Hands
) -> None:
    with start() as station:
        station.wait(lambda: all_sent(station))
    front.fault(hang_up)
    with start() as station:
        station.scan(UNKNOWN)
        station.wait_verdict("HOLD", UNKNOWN)
    front.fault(None)
    with start() as station:
        station.wait_verdict("REJECT", UNKNOWN)
        station.wait(lambda: all_sent(station))
        held, rejected = site.bodies("package.judged")

    assert (held["verdict"], rejected["verdict"]) == ("hold", "reject")
    assert rejected["supersedes"] is not None


def test_a_decision_of_the_review_reaches_the_service(start: Start, site: Site, hands: Hands) -> None:
    with start() as station:
        station.scan(LATE)
        station.wait_verdict("REJECT", LATE)
        (case,) = review.package_cases(station.parts.store)
        decided = Decided(case.package.lpn, case.judgement.key, case.judgement.event, Choice.OVERRIDE, "late", "agreed")
        station.press(Qt.Key.Key_F3)
        station.app.window.review.decided.emit(decided)
        assert json.loads(station.journal()[-1].payload)["type"] == "review.decided"
        hands.go(seconds=61)
        station.app.sync()

        station.wait(lambda: "review.decided" in site.types() and all_sent(station))


def test_a_scanner_on_a_serial_line_is_heard_whatever_has_the_focus(start: Start) -> None:
    master, slave = os.openpty()
    tty.setraw(slave)
    with start(serial_scanners=(os.ttyname(slave), "/dev/no-scanner")) as station:
        station.wait_for("The scanner at /dev/no-scanner is away: check its cable. It is used again by itself.")
        station.press(Qt.Key.Key_F2)
        os.write(master, f"]C0{IN_TIME}\r\n".encode())
        station.wait_verdict("ACCEPT", IN_TIME)
        (reading,) = station.bodies("reading.recorded")
        assert (reading["text"], reading["source"], reading["symbology"]) == (IN_TIME, "serial", "code128")
    os.close(master)
    os.close(slave)

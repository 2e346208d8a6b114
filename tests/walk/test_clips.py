"""Clips of the last seconds: only where the policy says so, and never in anybody's way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from receiving_app.acts.decision import Decided
from receiving_app.domain.command import Command
from receiving_app.domain.events import Choice
from receiving_app.domain.policy import ClipPolicy
from receiving_app.scanning import frames
from receiving_app.storage import packages, service_data
from tests.demo_site import IN_TIME, LATE
from tests.scanning.drawn_labels import code128, scene
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from tests.walk.test_camera import stream
from tests.walk.test_photos import seeing, unpacking
from tests.walk.test_unpacking import scan

TABLE = scene(code128("NO-LABEL-OF-OURS"))


def filming(station: OpenStation, seconds: int = 3) -> None:
    """Let the policy ask for clips, and wait until there is something to keep."""
    seeing(station)
    with station.parts.store.transaction() as connection:
        policy = replace(service_data.current_policy(connection), clips=ClipPolicy(seconds))
        service_data.put_policy(connection, policy, 99)
    station.app.sync()
    station.wait(lambda: station.camera is not None and station.camera.footage() is not None)


def test_a_rejection_is_filmed(start: Start) -> None:
    with stream(TABLE) as address, start(camera=address) as station:
        filming(station)
        station.scan(LATE)
        station.wait_verdict("REJECT", LATE)
        station.wait(lambda: len(station.bodies("clip.kept")) == 1)
        (clip,) = station.bodies("clip.kept")
        assert clip["reason"] == "reject"
        with frames.Capture(str(station.parts.store.clips.path(clip["clip"]))) as film:
            assert film.read().shape == (360, 640, 3)
        assert station.journal()[-1].lpn == station.journal()[-2].lpn


def test_an_override_is_filmed_and_one_that_was_turned_down_is_not(start: Start) -> None:
    with stream(TABLE) as address, start(camera=address) as station:
        seeing(station)
        station.scan(LATE)
        station.wait_verdict("REJECT", LATE)
        filming(station)
        with station.parts.store.reading() as connection:
            package = packages.open_package(connection)
        assert package is not None
        (judgement,) = package.judgements
        override = Decided(package.lpn, judgement.key, judgement.event, Choice.OVERRIDE, "carrier-delay", "seen it")
        station.app._review._decide(replace(override, reason=""))
        assert station.bodies("review.decided") == []
        station.app._review._decide(override)
        station.wait(lambda: len(station.bodies("clip.kept")) == 1)
        assert station.bodies("clip.kept")[0]["reason"] == "override"


def test_a_device_that_is_rejected_is_filmed(start: Start) -> None:
    with stream(TABLE) as address, start(camera=address) as station:
        filming(station)
        unpacking(station)
        scan(station, "KP2-24C1OO74", "Not on this RMA")
        station.wait(lambda: len(station.bodies("clip.kept")) == 1)


def test_nothing_is_filmed_unless_the_policy_says_so(start: Start) -> None:
    with stream(TABLE) as address, start(camera=address) as station:
        seeing(station)
        station.scan(LATE)
        station.wait_verdict("REJECT", LATE)
        assert station.camera is not None
        assert station.camera.footage() is None
    with start() as station:
        assert station.bodies("clip.kept") == []


def test_an_accepted_box_is_not_filmed(start: Start) -> None:
    with stream(TABLE) as address, start(camera=address) as station:
        filming(station)
        station.scan(IN_TIME)
        station.wait_verdict("ACCEPT", IN_TIME)
    with start() as station:
        assert station.bodies("clip.kept") == []


def test_a_clip_that_the_disk_would_not_take_stops_nothing_and_says_nothing(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "station"
    folder.mkdir()
    (folder / "clips").write_text("in the way of the folder")
    with stream(TABLE) as address, start(camera=address) as station:
        filming(station)
        station.scan(LATE)
        station.wait_verdict("REJECT", LATE)
        station.scan(Command.NEXT.barcode)
        station.scan(IN_TIME)
        station.wait_verdict("ACCEPT", IN_TIME)
    with start() as station:
        assert station.bodies("clip.kept") == []


def test_clips_whose_time_is_over_go_and_the_journal_keeps_that_they_were(start: Start) -> None:
    with stream(TABLE) as address, start(camera=address) as station:
        filming(station)
        station.scan(LATE)
        station.wait(lambda: len(station.bodies("clip.kept")) == 1)
        path = station.parts.store.clips.path(station.bodies("clip.kept")[0]["clip"])
        station.app._clips._now = lambda: station.app._clock.now().replace(year=2099)
        station.app._clips.sweep()
        station.wait(lambda: not path.exists())
        assert len(station.bodies("clip.kept")) == 1

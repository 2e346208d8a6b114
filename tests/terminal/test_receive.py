"""`receiving-app receive`: each picture a package, read, judged, recorded and reported."""

from __future__ import annotations

import hashlib
import json
import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from receiving_app.__main__ import main
from receiving_app.domain.verdict import Rule
from tests.demo_site import NOW, Site
from tests.scanning.drawn_labels import code128, png, qr, scene
from tests.terminal.conftest import DEMO, Run

AT = NOW.isoformat()
LABELS: list[dict[str, Any]] = json.loads((DEMO / "labels.json").read_text("utf-8"))
JUDGED_ONE_BY_ONE = [
    label
    for label in LABELS
    if label["expect"] and label["arrives"].get("days") == 0 and "freight" not in label["file"]
]


def event_types(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "station.sqlite3")) as database:
        return [type_ for (type_,) in database.execute("SELECT type FROM events ORDER BY seq")]


@contextmanager
def another_program_on(folder: Path) -> Iterator[None]:
    """Let another process hold the data folder, as an open window does."""
    program = (
        "import sys; from pathlib import Path; from receiving_app.qt.instance import FolderLock\n"
        "with FolderLock(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield


def test_a_program_gets_one_object_a_line_with_exactly_the_promised_keys(run: Run, connected: Path) -> None:
    ran = run("receive", "--json", "--settings", connected, "--at", AT, DEMO / "01-accept.png")

    assert (ran.code, ran.err) == (0, "")
    (told,) = ran.objects
    assert set(told) == {"file", "readings", "rma", "verdict", "codes", "trace"}
    assert (told["rma"], told["verdict"], told["codes"]) == ("RMA-00001235", "accept", [])
    assert [set(finding) for finding in told["trace"]] == [{"rule", "answer", "facts"}] * len(Rule)
    assert {finding["answer"] for finding in told["trace"]} <= {"pass", "fail", "unsure"}
    assert [each["kind"] for each in told["readings"]] == ["rma-well-formed", "carrier"], "by pattern alone"


@pytest.mark.parametrize("label", JUDGED_ONE_BY_ONE, ids=[label["file"] for label in JUDGED_ONE_BY_ONE])
def test_the_demo_labels_of_today_get_their_verdicts(run: Run, connected: Path, label: dict[str, Any]) -> None:
    ran = run("receive", "--json", "--settings", connected, "--at", AT, DEMO / label["file"])
    expect = label["expect"]

    assert [told["verdict"] for told in ran.objects] == [expect["verdict"]] * len(ran.objects)
    if expect["headline"]:
        assert expect["headline"] in ran.objects[-1]["codes"]


def test_a_person_gets_verdict_reason_next_step_and_every_rule(run: Run, connected: Path) -> None:
    ran = run("receive", "--settings", connected, "--at", AT, DEMO / "04-late.png")

    assert (ran.code, ran.err) == (0, "")
    assert "  REJECT  RMA-00001251  Arrived 6 days late: last day was Tue 17 Nov." in ran.out
    assert "  codes: late" in ran.out
    assert sum(line.strip().split(" ")[0] in {"pass", "fail", "unsure"} for line in ran.out.splitlines()) == len(Rule)


def test_what_was_received_is_with_the_service_when_the_command_ends(run: Run, connected: Path, site: Site) -> None:
    run("receive", "--settings", connected, "--at", AT, DEMO / "01-accept.png", DEMO / "04-late.png")

    judged = {body["number"]: body["verdict"] for body in site.bodies("package.judged")}
    assert judged == {"RMA-00001235": "accept", "RMA-00001251": "reject"}


def test_what_the_service_itself_does_not_know_is_rejected(run: Run, connected: Path) -> None:
    (told,) = run("receive", "--json", "--settings", connected, "--at", AT, DEMO / "07-rma-unknown.png").objects
    assert (told["verdict"], told["codes"]) == ("reject", ["rma-unknown"])


def test_several_numbers_on_one_picture_give_a_line_each(run: Run, connected: Path) -> None:
    ran = run("receive", "--json", "--settings", connected, "--at", AT, DEMO / "14-two-rmas.png")

    first, second = ran.objects
    assert [told["rma"] for told in (first, second)] == ["RMA-00001325", "RMA-00001333"]
    assert first["readings"] == second["readings"]


def test_each_file_is_a_package_of_its_own(run: Run, connected: Path, site: Site) -> None:
    files = [DEMO / f"15-freight-{n}.png" for n in range(1, 7)]
    ran = run("receive", "--settings", connected, "--at", AT, *files, files[0])

    plates = [line for line in ran.out.splitlines() if line.startswith("  package ")]
    assert len(set(plates)) == 7
    assert site.types().count("package.arrived") == 7


def test_a_picture_of_our_own_plate_still_tells_the_verdict_of_the_number_beside_it(
    run: Run, connected: Path, tmp_path: Path
) -> None:
    label = tmp_path / "labelled.png"
    label.write_bytes(png(scene(code128("RMA-00001235"), code128("LPN-DOCK-1-0000017"))))
    ran = run("receive", "--json", "--settings", connected, "--at", AT, label)

    assert [(told["rma"], told["verdict"]) for told in ran.objects] == [("RMA-00001235", "accept")]


def test_control_characters_and_right_to_left_text_are_recorded_and_told_without_loss(
    run: Run, settings: Callable[..., Path], folder: Path, tmp_path: Path
) -> None:
    text = "RMA-00001235\x1d\x00 תווית \u202e<b>"
    label = tmp_path / "qr.png"
    label.write_bytes(png(scene(qr(text.encode()))))
    ran = run("receive", "--json", "--settings", settings(), label)

    (told,) = ran.objects
    assert told["readings"][0]["text"] == text
    with closing(sqlite3.connect(folder / "station.sqlite3")) as database:
        ((payload,),) = database.execute("SELECT payload FROM events WHERE type = 'reading.recorded'").fetchall()
    assert json.loads(payload)["body"]["text"] == text


def test_what_is_no_picture_stops_nothing(run: Run, connected: Path, tmp_path: Path) -> None:
    bad = tmp_path / "note.txt"
    bad.write_text("RMA-00001235")
    ran = run("receive", "--json", "--settings", connected, "--at", AT, bad, tmp_path, DEMO / "01-accept.png")

    assert ran.code == 1
    assert ran.err.splitlines() == [
        f"{bad} is not a picture that can be read: give a PNG or JPEG picture.",
        f"{tmp_path} is a folder: name the pictures in it.",
    ]
    assert [told["verdict"] for told in ran.objects] == ["accept"]


def test_a_known_serial_alone_is_recorded_and_gets_no_verdict(run: Run, connected: Path, folder: Path) -> None:
    ran = run("receive", "--json", "--settings", connected, "--at", AT, DEMO / "17-serial-only.png")

    (told,) = ran.objects
    assert (told["rma"], told["verdict"], told["codes"], told["trace"]) == (None, None, [], [])
    assert (ran.code, event_types(folder).count("package.arrived")) == (0, 1), "silence is no missing number"


def test_codes_that_mean_nothing_here_are_written_down_and_count_as_failed(
    run: Run, connected: Path, folder: Path, tmp_path: Path
) -> None:
    label = tmp_path / "shelf.png"
    label.write_bytes(png(scene(code128("SHELF 7 LEFT"))))
    ran = run("receive", "--settings", connected, "--at", AT, label)

    assert ran.code == 1
    assert "Nothing that a package could be recorded by was read." in ran.out
    assert event_types(folder).count("reading.recorded") == 1


def test_the_label_photo_is_kept_under_its_hash(run: Run, connected: Path, folder: Path) -> None:
    run("receive", "--settings", connected, "--at", AT, DEMO / "01-accept.png")
    (photo,) = folder.glob("photos/*/*.jpg")
    assert photo.stem == hashlib.sha256(photo.read_bytes()).hexdigest()


def test_a_photo_that_cannot_be_saved_is_said_and_the_package_recorded(run: Run, connected: Path, folder: Path) -> None:
    folder.mkdir()
    (folder / "photos").write_text("in the way")
    label = DEMO / "01-accept.png"
    ran = run("receive", "--settings", connected, "--at", AT, label)

    assert ran.code == 0
    assert ran.err.startswith(f"The photo of {label} could not be saved: ")
    assert "ACCEPT  RMA-00001235" in ran.out


def test_offline_it_records_and_the_next_run_judges_again_and_sends(
    run: Run, settings: Callable[..., Path], site: Site, folder: Path
) -> None:
    with closing(socket.socket()) as nobody:
        nobody.bind(("127.0.0.1", 0))
        away = settings(service_url=f"http://127.0.0.1:{nobody.getsockname()[1]}", token_file=str(site.token_file))
        ran = run("receive", "--json", "--settings", away, "--at", AT, DEMO / "01-accept.png")
    assert ran.code == 0
    assert ran.err.startswith("The ticket service can't be reached.")
    assert ran.err.count("\n") == 1
    assert ran.objects[0]["verdict"] == "hold"
    assert site.types() == []

    back = settings(service_url=site.url, token_file=str(site.token_file))
    later = (NOW + timedelta(minutes=1)).isoformat()
    assert run("receive", "--settings", back, "--at", later, DEMO / "04-late.png").code == 0
    verdicts = [(body["number"], body["verdict"]) for body in site.bodies("package.judged")]
    assert list(dict.fromkeys(verdicts)) == [
        ("RMA-00001235", "hold"),
        ("RMA-00001235", "accept"),
        ("RMA-00001251", "reject"),
    ]


def test_without_a_ticket_service_it_says_so_and_records(run: Run, settings: Callable[..., Path]) -> None:
    ran = run("receive", "--json", "--settings", settings(), DEMO / "01-accept.png")
    assert (ran.code, ran.objects[0]["verdict"]) == (0, "hold")
    assert ran.err == "No ticket service is set up. Packages are recorded here and sent later.\n"


def test_a_missing_token_is_said_with_its_place(run: Run, settings: Callable[..., Path], folder: Path) -> None:
    ran = run("receive", "--settings", settings(service_url="http://127.0.0.1:9"), DEMO / "01-accept.png")
    assert ran.code == 0
    assert f"save it as {folder / 'service.token'}." in ran.err


def test_a_token_that_the_service_does_not_take_is_said_once(
    run: Run, settings: Callable[..., Path], site: Site, tmp_path: Path
) -> None:
    token = tmp_path / "wrong.token"
    token.write_text("x" * 40)
    ran = run("receive", "--settings", settings(service_url=site.url, token_file=str(token)), DEMO / "01-accept.png")
    assert ran.code == 0
    assert ran.err.splitlines() == [
        "The ticket service doesn't accept this station's token. Ask support for a new one; nothing is lost."
    ]


def test_at_decides_what_is_late_whatever_the_service_s_time_is(run: Run, connected: Path) -> None:
    later = (NOW + timedelta(days=30)).isoformat()
    (told,) = run("receive", "--json", "--settings", connected, "--at", later, DEMO / "01-accept.png").objects
    assert told["verdict"] == "reject"
    assert "late" in told["codes"]


def test_at_may_be_told_in_any_offset_and_is_kept_in_utc(run: Run, settings: Callable[..., Path], folder: Path) -> None:
    run("receive", "--settings", settings(), "--at", "2026-11-16T23:59-06:00", DEMO / "01-accept.png")
    with closing(sqlite3.connect(folder / "station.sqlite3")) as database:
        times = {json.loads(row[0])["occurred_at"] for row in database.execute("SELECT payload FROM events")}
    assert {datetime.fromisoformat(told) for told in times} == {datetime(2026, 11, 17, 5, 59, tzinfo=UTC)}
    assert all(told.endswith(("Z", "+00:00")) for told in times)


def test_at_is_refused_on_live_data(run: Run, settings: Callable[..., Path], folder: Path) -> None:
    ran = run("receive", "--settings", settings(data_kind="live"), "--at", AT, DEMO / "01-accept.png")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "--at is for demo and practice data only: real packages arrive when they arrive.\n"
    assert not folder.exists()


@pytest.mark.parametrize(
    ("at", "says"), [("2026-11-16T23:59", "lacks its offset"), ("yesterday", "is no time"), ("", "is no time")]
)
def test_a_time_that_is_none_or_lacks_its_offset_is_refused(
    run: Run, settings: Callable[..., Path], at: str, says: str
) -> None:
    ran = run("receive", "--settings", settings(), "--at", at, DEMO / "01-accept.png")
    assert ran.code == 2
    assert f"{says}; write it like 2026-11-16T23:59-06:00" in ran.err


def test_a_data_folder_in_use_is_refused_and_left_alone(run: Run, settings: Callable[..., Path], folder: Path) -> None:
    with another_program_on(folder):
        ran = run("receive", "--settings", settings(), DEMO / "01-accept.png")
        assert sorted(path.name for path in folder.iterdir()) == ["in-use.lock"]
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        f"A station is running on {folder} already. Use its window, close it first, or choose another data folder.\n"
    )
    assert run("receive", "--settings", settings(), DEMO / "01-accept.png").code == 0


def not_a_database(path: Path) -> None:
    path.write_bytes(b"Dear diary\n" * 1000)


def newer_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()


@pytest.mark.parametrize(
    ("spoil", "says"),
    [(not_a_database, "is not a station's database"), (newer_database, "was written by a newer version")],
)
def test_a_file_that_it_cannot_serve_is_refused_untouched(
    run: Run, settings: Callable[..., Path], folder: Path, spoil: Callable[[Path], None], says: str
) -> None:
    run("receive", "--settings", settings(), DEMO / "01-accept.png")
    database = folder / "station.sqlite3"
    spoil(database)
    before = database.read_bytes()
    ran = run("receive", "--settings", settings(), DEMO / "01-accept.png")

    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"{database} {says}")
    assert database.read_bytes() == before


def test_a_folder_of_another_station_is_refused(run: Run, settings: Callable[..., Path]) -> None:
    run("receive", "--settings", settings(), DEMO / "01-accept.png")
    ran = run("receive", "--settings", settings(station="DOCK-2"), DEMO / "01-accept.png")
    assert ran.code == 3
    assert "holds the practice data of DOCK-1" in ran.err


def test_a_data_folder_that_is_a_file_is_refused(run: Run, settings: Callable[..., Path], folder: Path) -> None:
    folder.write_text("")
    ran = run("receive", "--settings", settings(), DEMO / "01-accept.png")
    assert ran.code == 3
    assert ran.err.startswith(f"{folder} can't be used as the data folder: ")


def test_receive_as_its_own_program_writes_nothing_but_its_own_lines(connected: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "receiving_app", "receive", "--json", "--settings", str(connected), "--at", AT]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    ran = subprocess.run(
        [*command, str(DEMO / "01-accept.png")], capture_output=True, text=True, check=False, env=environment
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)["verdict"] == "accept"
    assert (folder / "logs").is_dir()


def test_the_data_folder_may_stand_before_or_behind_the_command(settings: Callable[..., Path], tmp_path: Path) -> None:
    file, label = str(settings()), str(DEMO / "01-accept.png")
    assert main(["--settings", file, "--data-folder", str(tmp_path / "a"), "receive", label]) == 0
    assert main(["receive", label, "--settings", file, "--data-folder", str(tmp_path / "b")]) == 0
    assert (tmp_path / "a" / "station.sqlite3").exists()
    assert (tmp_path / "b" / "station.sqlite3").exists()

"""`receiving-app demo` where there is no screen: the real window, service and pictures, from start to end."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import resources
from receiving_app.__main__ import main

AFTERWARDS = ("review.png", "unpacking.png", "bench.png", "shipping.png")
LABELS = json.loads(resources.path("demo", "labels.json").read_text("utf-8"))


def test_every_label_gets_its_verdict_and_a_screenshot(tmp_path: Path) -> None:
    shots = tmp_path / "shots"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "RECEIVING_APP_"))}
    command = [sys.executable, "-m", "receiving_app", "demo", "--window", "no", "--screenshots", str(shots)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)

    assert (ran.returncode, ran.stderr) == (0, ""), ran.stdout
    *told, last = ran.stdout.splitlines()
    assert len(told) == len(LABELS)
    for label, line in zip(LABELS, told, strict=True):
        file, said = line.split(maxsplit=1)
        assert file == label["file"]
        expect = label["expect"]
        begins = rf"{expect['verdict'].upper()}  RMA-\d{{8}}  \S" if expect else "no verdict: "
        assert re.match(begins, said), line
    assert last == f"Screenshots of every screen: {shots}"
    pictures = sorted(path.name for path in shots.iterdir())
    assert pictures == sorted([*(label["file"] for label in LABELS), *AFTERWARDS])
    assert all(path.read_bytes().startswith(b"\x89PNG") and path.stat().st_size > 20_000 for path in shots.iterdir())


def test_screenshots_that_have_no_place_end_it_before_it_starts(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    in_the_way = tmp_path / "shots"
    in_the_way.write_text("")
    assert main(["demo", "--window", "no", "--screenshots", str(in_the_way)]) == 2
    said = capsys.readouterr()
    assert said.err.startswith(f"The screenshots can't be saved in {in_the_way}: ")
    assert (said.out, said.err.count("\n")) == ("", 1)


def test_a_window_without_a_display_is_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(["demo", "--window", "yes"]) == 2
    assert capsys.readouterr().err.startswith("There is no display to open a window on.")

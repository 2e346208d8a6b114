"""`receiving-app read`: what is on a picture, for people and for programs."""

from __future__ import annotations

import base64
import io
import json
import os
import re
import struct
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest

from receiving_app.__main__ import main
from tests.scanning.drawn_labels import code128, png, qr, scene
from tests.terminal.conftest import DEMO, Run


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is that large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def test_a_program_gets_one_object_with_exactly_the_promised_keys(run: Run) -> None:
    file = DEMO / "01-accept.png"
    ran = run("read", "--json", file)

    assert (ran.code, ran.err) == (0, "")
    (told,) = ran.objects
    assert set(told) == {"file", "readings"}
    assert told["file"] == str(file)
    assert [(each["text"], each["symbology"], each["kind"]) for each in told["readings"]] == [
        ("RMA-00001235", "code128", "rma-well-formed"),
        ("1Z84R7W00373236737", "code128", "carrier"),
    ]
    for each in told["readings"]:
        assert set(each) == {"text", "bytes", "symbology", "kind", "position"}
        assert base64.b64decode(each["bytes"]) == each["text"].encode()
        assert [len(corner) for corner in each["position"]] == [2, 2, 2, 2]
        assert all(isinstance(number, int) for corner in each["position"] for number in corner)


def test_a_person_gets_the_file_and_a_line_for_each_code(run: Run) -> None:
    ran = run("read", DEMO / "01-accept.png")

    file, first, second = ran.out.splitlines()
    assert file == str(DEMO / "01-accept.png")
    assert first.split() == ["code128", "RMA", "RMA-00001235"]
    assert second.split() == ["code128", "Tracking", "1Z84R7W00373236737"]


def test_control_characters_and_right_to_left_text_are_told_without_loss(run: Run, tmp_path: Path) -> None:
    text = "]d2\x1d240RMA-00001235\x1e\x04 תווית \u202e<b>'; DROP TABLE"
    label = tmp_path / "qr.png"
    label.write_bytes(png(scene(qr(text.encode()))))

    (reading,) = run("read", "--json", label).objects[0]["readings"]
    assert reading["text"] == text
    assert base64.b64decode(reading["bytes"]) == text.encode()

    shown = run("read", label).out
    assert "<GS>240RMA-00001235<RS><EOT>" in shown
    assert "<U+202E><b>'; DROP" in shown
    assert not {"\x1d", "\x1e", "\x04", "\u202e"} & set(shown)


def test_bytes_that_are_no_text_are_told_as_bytes(run: Run, tmp_path: Path) -> None:
    raw = bytes(range(256))
    label = tmp_path / "binary.png"
    label.write_bytes(png(scene(qr(raw, module=4))))

    (reading,) = run("read", "--json", label).objects[0]["readings"]
    assert base64.b64decode(reading["bytes"]) == raw


def test_a_command_on_a_picture_is_no_command(run: Run, tmp_path: Path) -> None:
    label = tmp_path / "command.png"
    label.write_bytes(png(scene(code128("SW-CMD-HAZARD"))))

    (reading,) = run("read", "--json", label).objects[0]["readings"]
    assert reading["kind"] == "other"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.png", b"", "is empty: give a PNG or JPEG picture."),
        ("text.png", b"RMA-00001235\n", "is not a picture that can be read: give a PNG or JPEG picture."),
        ("huge.png", bomb(60_000, 60_000), "is too large: give a picture of at most 100 megapixels."),
        ("wide.png", png(np.full((2, 65_600), 255, dtype=np.uint8)), "is too large: give a picture of at most 65500"),
        ("half.png", (DEMO / "01-accept.png").read_bytes()[:20_000], "is not a picture that can be read"),
        ("half.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(40), "is not a picture that can be read"),
    ],
    ids=["empty", "text", "bomb", "wide", "half-png", "half-jpeg"],
)
def test_what_is_no_picture_gets_one_sentence_and_the_others_are_done(
    run: Run, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    ran = run("read", bad, DEMO / "03-accept-last-day.png")

    assert ran.code == 1
    assert ran.err.startswith(f"{bad} {says}")
    assert ran.err.count("\n") == 1, "libpng and libjpeg would write a line of their own"
    assert "RMA-00001392" in ran.out


def test_folders_and_missing_files_are_named_as_they_were_given(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("photos").mkdir()
    endless = "a" * 5000
    ran = run("read", "--json", "photos", "photos/gone.png", endless, DEMO / "03-accept-last-day.png")

    assert ran.code == 1
    assert ran.err.splitlines() == [
        "photos is a folder: name the pictures in it.",
        "photos/gone.png does not exist: check the name.",
        f"{endless} cannot be read: check that you may open it.",
    ]
    assert len(ran.objects) == 1


def test_a_device_that_never_ends_is_refused(run: Run) -> None:
    ran = run("read", os.devnull)
    assert (ran.code, ran.err) == (1, f"{os.devnull} is not a file: give a PNG or JPEG picture.\n")


def test_a_file_s_name_cannot_command_the_terminal(run: Run, tmp_path: Path) -> None:
    label = tmp_path / "a\x1b[2J\nREJECT \udcff.png"
    label.write_bytes((DEMO / "03-accept-last-day.png").read_bytes())
    ran = run("read", label, label.with_name("\x07.png"))

    assert ran.out.splitlines()[0] == f"{tmp_path}/a<ESC>[2J<LF>REJECT <U+DCFF>.png"
    assert ran.err == f"{tmp_path}/<BEL>.png does not exist: check the name.\n"
    assert run("read", "--json", label).objects[0]["file"] == str(label)


def test_a_picture_without_codes_is_told_and_counts_as_failed(run: Run, tmp_path: Path) -> None:
    blank = tmp_path / "blank.png"
    blank.write_bytes(png(scene()))

    assert run("read", blank).out.splitlines() == [str(blank), "  nothing could be read"]
    ran = run("read", "--json", blank)
    assert (ran.code, ran.objects) == (1, [{"file": str(blank), "readings": []}])


def test_read_leaves_no_trace(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "station"
    monkeypatch.setenv("RECEIVING_APP_DATA_FOLDER", str(folder))
    monkeypatch.setenv("RECEIVING_APP_SERVICE_URL", "nonsense")

    assert run("read", DEMO / "01-accept.png").code == 0
    assert not folder.exists()


class Terminal(io.StringIO):
    """A person watches what is written here."""

    def isatty(self) -> bool:
        return True


def test_progress_is_for_a_person_who_watches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    files = [DEMO / f"15-freight-{n}.png" for n in range(1, 5)]
    assert main(["read", "--json", *map(str, files), str(tmp_path / "gone.png")]) == 1

    typed = terminal.getvalue()
    assert len(capsys.readouterr().out.splitlines()) == 4
    assert all(f"{n} of 5 " in typed for n in range(1, 6))
    assert typed.endswith("\r"), "the line is cleared at the end"
    line = next(line for line in re.split("[\r\n]", typed) if "gone.png" in line)
    assert line == f"{tmp_path / 'gone.png'} does not exist: check the name.", "not behind the count"


def test_programs_get_no_progress(run: Run) -> None:
    ran = run("read", "--json", *[DEMO / f"15-freight-{n}.png" for n in range(1, 6)])
    assert ran.err == ""
    assert [json.loads(line)["file"][-5] for line in ran.out.splitlines()] == list("12345")

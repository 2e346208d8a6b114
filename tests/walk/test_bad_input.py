"""What no label says, from a scanner or the keyboard: kept as it came, shown as plain text, and never believed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from receiving_app.acts.outcome import Answer
from receiving_app.domain.reading import Reading, Source
from tests.demo_site import IN_TIME, NOW
from tests.walk.conftest import Start

BAD = {
    "rich text": "<b>ACCEPT</b><img src='file:///etc/passwd'>",
    "SQL": "x'; DROP TABLE events; --",
    "right to left": "\u202eABC\u202c \u05e9\u05dc\u05d5\u05dd",
    "invisible": "\u200b\u200d\u2066",
    "many scripts": "días · 箱 · \U0001f4e6",
    "control characters": "\x01\x02AB\x1b[31m\x07",
    "format braces": "{0} %s %n {start}",
    "line and page": "one\u2028two\u2029three",
}


@pytest.mark.parametrize("text", [BAD[name] for name in BAD if name != "control characters"])
def test_by_scanner(text: str, start: Start) -> None:
    with start() as station:
        station.scan(text)

        assert station.raw_readings() == [text.encode()]
        assert "Not understood" in station.panel()
        assert station.types() == ["reading.recorded"]
        assert "\u202e" not in station.shown()
        station.scan(IN_TIME)
        station.wait_verdict("ACCEPT", IN_TIME)


@pytest.mark.parametrize("source", [Source.WEDGE, Source.CAMERA, Source.TYPED])
def test_by_any_way_in(source: Source, start: Start) -> None:
    with start() as station:
        for text in BAD.values():
            (outcome,) = station.app.take([Reading(text, text.encode(), source, NOW)])

            assert outcome.answer is Answer.NOT_UNDERSTOOD
            assert not {"\x1b", "\u202e", "\u200b"} & set(station.shown())
        assert station.readings() == list(BAD.values())


def test_markup_is_shown_as_it_stands(start: Start) -> None:
    with start() as station:
        station.scan("<b>ACCEPT</b>")

        assert "<b>ACCEPT</b>" in station.shown()


@pytest.mark.parametrize(
    "text",
    ["", " ", "x" * 1_000_000, "RMA-00001235 " * 80_000, "\x00" * 1000, "9" * 1_000_000, "\ud83d", "A" * 5000],
    ids=["empty", "a space", "a megabyte", "a megabyte of numbers", "zeros", "digits", "half a character", "long"],
)
def test_of_any_size(text: str, start: Start) -> None:
    with start() as station:
        raw = text.encode("utf-8", "surrogatepass")
        (outcome,) = station.app.take([Reading(text, raw, Source.WEDGE, NOW)])

        assert outcome.answer is Answer.NOT_UNDERSTOOD
        assert station.raw_readings() == [raw]
        assert len(station.shown()) < 10_000
        station.wait(lambda: station.badge() == "Online · all sent")


def test_bytes_that_are_no_text(start: Start) -> None:
    raw = bytes(range(256))
    with start() as station:
        (outcome,) = station.app.take([Reading(raw.decode("latin-1"), raw, Source.CAMERA, NOW)])

        assert outcome.answer is Answer.NOT_UNDERSTOOD
        assert station.raw_readings() == [raw]


def test_enter_alone_records_nothing(start: Start) -> None:
    with start() as station:
        station.press(Qt.Key.Key_Return)
        station.press(Qt.Key.Key_Tab)

        assert station.types() == []


def test_a_number_typed_by_a_person_is_marked_so(start: Start) -> None:
    with start() as station:
        station.press(Qt.Key.Key_F2)
        station.app.window.dock._typing._field.setText("rma 0000 1235")
        station.press(Qt.Key.Key_Return)

        station.wait_verdict("ACCEPT", IN_TIME)
        assert [body["source"] for body in station.bodies("reading.recorded")] == ["typed"]

"""`receiving-app demo`: the station beside an embedded ticket service, both with made-up data.

The one place that starts both programs. Everything lives in a temporary folder and is gone afterwards.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

import resources
from receiving_app.domain.command import Command
from receiving_app.domain.roles import Role
from receiving_app.qt.display import has_display
from receiving_app.settings import DataKind, Settings, SettingsError

STATION = "DOCK-1"
#: A supervisor of the demo's data works here until a badge says otherwise: the service takes her decisions.
_OPERATOR = "U-05"
#: A label's answer that takes longer than this is a fault of the demo, in milliseconds.
_PATIENCE_MS = 20_000


#: The demo's box that is opened, and the one that goes back.
_OPENED, _SENT_BACK = "01-accept.png", "04-late.png"
#: After the labels: what is scanned, and the screen that a picture is taken of then.
_AFTERWARDS = {
    "review": (Command.TO_REVIEW.barcode,),
    "unpacking": (
        Command.NEXT.barcode,
        "{opened}",
        Command.UNPACK.barcode,
        Command.CARTON_WHOLE.barcode,
        "KP2-24C10057",
        Command.ALL_PARTS.barcode,
        Command.NO_CARD.barcode,
        "KP2-24C10074",
    ),
    "bench": (
        Command.ALL_PARTS.barcode,
        Command.NO_CARD.barcode,
        Command.BOX_DONE.barcode,
        Command.TO_BENCH.barcode,
        "KP2-24C10057",
    ),
    "shipping": (Command.TO_SHIPPING.barcode, "{sent_back}"),
}


class DemoClock:
    """Goes with the machine's time until a label's hour of arrival is set; station and service share it."""

    def __init__(self) -> None:
        self._stopped: datetime | None = None

    def __call__(self) -> datetime:
        """Give the demo's time."""
        return self._stopped or datetime.now(UTC)

    def stop_at(self, moment: datetime) -> None:
        """Let it be a moment from now on."""
        self._stopped = moment.astimezone(UTC)


def demo(*, screenshots: Path, window: str) -> int:
    """Run the demo: with a window where there is a display, else on the demo's label pictures, offscreen.

    Raise `SettingsError` where the screenshots have no place.
    """
    shows = window == "yes" or (window == "auto" and has_display())
    if not shows:
        _make_folder(screenshots)
    clock = DemoClock()
    with (
        TemporaryDirectory(prefix="receiving-app-demo-", ignore_cleanup_errors=True) as folder,
        _service(Path(folder), clock) as (url, token),
    ):
        settings = _settings(Path(folder) / "station", url, token, sounds=shows)
        if not shows:
            return _offscreen(settings, clock, screenshots)
        from receiving_app.start import run_window

        _say(_invitation())
        return run_window(settings)


def _make_folder(screenshots: Path) -> None:
    try:
        screenshots.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"The screenshots can't be saved in {screenshots}: {error.strerror}. Name another folder."
        ) from error


@contextmanager
def _service(folder: Path, clock: Callable[[], datetime]) -> Iterator[tuple[str, str]]:
    """Run a ticket service with the demo's data; give its address and a token for the station."""
    from ticket_service.accounts.station_tokens import issue_token
    from ticket_service.app import create_app
    from ticket_service.demo import load_demo
    from ticket_service.serving import EmbeddedService
    from ticket_service.storage.store import open_store, writing

    engine = open_store(folder / "service.sqlite3")
    try:
        load_demo(engine, json.loads(resources.path("demo", "service.json").read_text("utf-8")), clock())
        with writing(engine) as connection:
            token = issue_token(connection, STATION, clock())
        with EmbeddedService(create_app(engine, clock)) as service:
            yield service.url, token
    finally:
        engine.dispose()


def _settings(folder: Path, url: str, token: str, *, sounds: bool) -> Settings:
    folder.mkdir(parents=True)
    token_file = folder / "service.token"
    token_file.touch(mode=0o600)
    token_file.write_text(token, encoding="ascii")
    return Settings(
        data_folder=folder,
        data_kind=DataKind.DEMO,
        station=STATION,
        service_url=url,
        token_file=token_file,
        camera=os.environ.get("RECEIVING_APP_CAMERA"),
        operator=_OPERATOR,
        operator_role=Role.SUPERVISOR,
        sounds=sounds,
        label_printer="pdf",
        document_printer="pdf",
    )


def _labels() -> list[Mapping[str, Any]]:
    labels: list[Mapping[str, Any]] = json.loads(resources.path("demo", "labels.json").read_text("utf-8"))
    return labels


def _invitation() -> str:
    numbers = [f"  {_first_number(label):<20} {label['title']}" for label in _labels()]
    return "\n".join(
        [
            "The station is open, beside a ticket service with made-up data; nothing of it is kept.",
            f"Scan the labels in {resources.path('demo')}, or press F2 and type a number:",
            *numbers,
            "Badges and PINs of the people at the site are listed in docs/ticket-service.md.",
        ]
    )


def _first_number(label: Mapping[str, Any]) -> str:
    """Give the RMA number that a label shows, else the first of its codes."""
    texts = [str(code["text"]) for code in label["codes"]]
    return next((text for text in texts if text.startswith("RMA")), texts[0])


def _offscreen(settings: Settings, clock: DemoClock, screenshots: Path) -> int:
    """Receive every demo label in the real window, offscreen; 1 where a verdict is not the expected one."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from receiving_app.offscreen import OffscreenStation
    from ticket_service.demo import demo_time

    now, wrong, plates = clock(), 0, {}
    with OffscreenStation(settings, clock, _PATIENCE_MS) as station:
        for label in _labels():
            clock.stop_at(demo_time(label["arrives"], now, ZoneInfo(station.time_zone)))
            told = station.receive(resources.path("demo", label["file"]))
            _say(f"{label['file']:<26} {told.line}")
            wrong += not _as_expected(label["expect"], told.verdict, told.headline)
            plates[label["file"]] = told.plate
            station.picture(screenshots / label["file"])
        station.uphold(plates[_SENT_BACK])
        for screen, codes in _AFTERWARDS.items():
            clock.stop_at(clock() + timedelta(minutes=2))  # what can still be taken back doesn't leave
            station.scan(*(code.format(opened=plates[_OPENED], sent_back=plates[_SENT_BACK]) for code in codes))
            station.picture(screenshots / f"{screen}.png")
    _say(f"Screenshots of every screen: {screenshots.resolve()}")
    if wrong:
        _say(f"{wrong} verdicts are not the expected ones.")
    return 1 if wrong else 0


def _as_expected(expect: Mapping[str, Any] | None, verdict: str | None, headline: str | None) -> bool:
    if expect is None:
        return verdict is None
    return (expect["verdict"], expect["headline"]) == (verdict, headline)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()

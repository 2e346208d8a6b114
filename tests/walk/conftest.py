from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.demo_site import Front, Hands, Site, station_settings
from tests.walk.open_station import OpenStation, open_station

Start = Callable[..., AbstractContextManager[OpenStation]]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, site: Site, front: Front, hands: Hands) -> Start:
    """Give a function that starts the station, each time as after a new start of the program."""

    def start(*, opens: bool = True, **changes: Any) -> AbstractContextManager[OpenStation]:
        settings = station_settings(tmp_path / "station", front.url, site.token_file, **changes)
        return open_station(qtbot, settings, hands, opens=opens)

    return start

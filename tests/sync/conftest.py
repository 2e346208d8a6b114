from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from receiving_app.assembly import Parts
from receiving_app.sync.rounds import Rounds
from receiving_app.sync.service import TicketService
from tests.demo_site import STATION, Front, Hands, Site, station, station_settings


@pytest.fixture
def parts(tmp_path: Path, site: Site, front: Front, hands: Hands) -> Iterator[Parts]:
    with station(station_settings(tmp_path / "station", front.url, site.token_file), hands) as parts:
        yield parts


@pytest.fixture
def service(front: Front, site: Site, parts: Parts) -> Iterator[TicketService]:
    service = TicketService(front.url, site.token, parts.clock, read_within=0.8)
    yield service
    service.close()


@pytest.fixture
def rounds(parts: Parts, service: TicketService) -> Rounds:
    return Rounds(parts.store, service, parts.clock, STATION)

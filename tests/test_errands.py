"""What the courier does besides the rounds themselves, against the real service."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select
from starlette.types import ASGIApp, Receive, Scope, Send

from receiving_app.acts.outcome import LookUp
from receiving_app.domain.label_facts import ServiceSays
from receiving_app.errands import asking, errand
from receiving_app.storage import service_data
from receiving_app.storage.schema import search_marks
from receiving_app.sync.rounds import Round
from tests.demo_site import (
    IN_TIME,
    UNKNOWN,
    Hands,
    Site,
    scan,
    station,
    station_settings,
    stored,
)
from tests.factories import an_rma, an_rma_number

OTHER_UNKNOWN = "RMA-87654320"


class Mute:
    """A service that answers everything but questions about single numbers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.asked = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not scope["path"].startswith("/v1/rmas/"):
            return await self._app(scope, receive, send)
        self.asked += 1
        await send({"type": "http.response.start", "status": 503, "headers": []})
        return await send({"type": "http.response.body", "body": b""})


def test_numbers_held_offline_are_asked_about_after_the_next_round(site: Site, tmp_path: Path, hands: Hands) -> None:
    settings = station_settings(tmp_path / "station", site.url, site.token_file)
    with station(settings, hands, online=False) as parts:
        scan(parts, UNKNOWN, OTHER_UNKNOWN)
    with station(settings, hands) as parts:
        whole = errand(parts, settings)

        changed = whole.after(whole.round(lambda: True))
        again = whole.after(whole.round(lambda: True))

        assert (len(changed), again) == (2, ())
        assert [row.type for row in stored(parts)].count("package.judged") == 4


def test_one_silence_ends_the_asking_until_the_next_round(site: Site, tmp_path: Path, hands: Hands) -> None:
    settings = station_settings(tmp_path / "station", site.url, site.token_file)
    site.stage.app = mute = Mute(site.stage.app)
    with station(settings, hands, online=False) as parts:
        scan(parts, UNKNOWN, OTHER_UNKNOWN)
        whole = errand(parts, settings)

        whole.after(whole.round(lambda: True))
        assert mute.asked == 1
        whole.after(whole.round(lambda: True))
        assert mute.asked == 2


def test_nothing_is_asked_while_the_service_is_out_of_reach(site: Site, tmp_path: Path, hands: Hands) -> None:
    settings = station_settings(tmp_path / "station", site.url, site.token_file)
    site.stage.app = mute = Mute(site.stage.app)
    with station(settings, hands, online=False) as parts:
        scan(parts, UNKNOWN)
        errand(parts, settings).after(Round(online=False))

    assert mute.asked == 0


def test_a_question_about_one_number_is_answered_with_the_services_word(
    site: Site, tmp_path: Path, hands: Hands
) -> None:
    settings = station_settings(tmp_path / "station", site.url, site.token_file)
    with station(settings, hands) as parts:
        ask = asking(parts, settings)

        assert ask(LookUp("LPN-1", "RMA98765436", UNKNOWN)) is ServiceSays.UNKNOWN
        assert ask(LookUp("LPN-1", "RMA00001235", IN_TIME)) is ServiceSays.NOT_ASKED


def test_a_station_without_a_service_says_so_and_works(site: Site, tmp_path: Path, hands: Hands) -> None:
    settings = station_settings(tmp_path / "station", None, site.token_file)
    with station(settings, hands, online=False) as parts:
        whole = errand(parts, settings)
        done = whole.round(lambda: True)
        scan(parts, IN_TIME)

        assert done.problem == "No ticket service is set up. Packages are recorded here and sent later."
        assert whole.after(done) == ()
        assert whole.backlog(done, timedelta(seconds=2)).waiting > 0
        assert asking(parts, settings)(LookUp("LPN-1", "RMA1", "RMA-1")) is ServiceSays.NO_ANSWER


def test_a_token_file_that_cannot_be_used_is_said(site: Site, tmp_path: Path, hands: Hands) -> None:
    settings = station_settings(tmp_path / "station", site.url, site.token_file)
    with station(settings, hands, online=False) as parts:
        gone = replace(settings, token_file=tmp_path / "gone")

        done = errand(parts, gone).round(lambda: True)

    assert done.problem == f"The token file {tmp_path / 'gone'} can't be read. Ask support for the station's token."


def test_what_many_pulls_brought_is_taken_into_the_searchs_index(site: Site, tmp_path: Path, hands: Hands) -> None:
    settings = station_settings(tmp_path / "station", site.url, site.token_file)
    with station(settings, hands) as parts:
        whole = errand(parts, settings)
        whole.round(lambda: True)
        with parts.store.transaction() as connection:
            service_data.put_rmas(connection, [an_rma(number=an_rma_number(n)) for n in range(5_000, 6_000)])
        bites = list(iter(whole.spare, False))
        assert len(bites) == 4
        with parts.store.reading() as connection:
            assert connection.execute(select(search_marks.c.indexed)).scalar() == 1_000

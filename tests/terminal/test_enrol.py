from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from receiving_app.__main__ import main
from receiving_app.assembly import rounds, ticket_service
from receiving_app.domain.label_reading import badge_hash
from receiving_app.settings import Settings, read_sealing_key, read_token
from receiving_app.storage import service_data
from receiving_app.terminal.enrol import enrol
from tests.demo_site import NOW, STATION, Hands, Site, station, station_settings
from ticket_service.accounts.caller import Caller, Role
from ticket_service.accounts.site_people import Said, add, hashed_pin
from ticket_service.accounts.stations import make_code
from ticket_service.storage.store import writing

ADMIN = Caller("U", "Admin", Role.ADMIN)


@pytest.fixture
def settings(tmp_path: Path, site: Site) -> Settings:
    fresh = tmp_path / "fresh"
    return replace(station_settings(fresh, site.url, site.token_file), token_file=None)


def code_of(site: Site, name: str = STATION) -> str:
    with writing(site.engine) as connection:
        return make_code(connection, ADMIN, name, NOW)


def test_an_enrolled_station_syncs_and_knows_the_people_enabled_on_it(
    settings: Settings, site: Site, hands: Hands, capsys: pytest.CaptureFixture[str]
) -> None:
    assert enrol(code_of(site).lower(), settings) == 0
    assert capsys.readouterr().out == f"This station is enrolled as {STATION}.\n"
    with writing(site.engine) as connection:
        here = add(connection, ADMIN, Said("Ann", ("dock",), (STATION,), True, "BADGE-9", hashed_pin("740152")))
        elsewhere = add(connection, ADMIN, Said("Bea", ("dock",), ("DOCK-9",), True, "BADGE-8", None))

    with station(settings, hands) as parts:
        service = ticket_service(settings, parts.clock)
        assert service is not None
        done = rounds(parts, service).run_once()
        service.close()
        with parts.store.reading() as connection:
            ann, bea = (service_data.person(connection, id_) for id_ in (here, elsewhere))

    assert done.problem is None
    assert ann is not None
    assert ann.badge_sha256 == badge_hash("BADGE-9")
    assert str(ann.pin_argon2).startswith("$argon2id$")
    assert bea is not None
    assert (bea.name, bea.badge_sha256) == ("Bea", None)


def test_token_and_key_are_readable_by_this_user_alone(settings: Settings, site: Site) -> None:
    for _ in range(2):
        assert enrol(code_of(site), settings) == 0

    assert read_token(settings) is not None
    assert read_sealing_key(settings) is not None
    for name in ("service.token", "service.key"):
        assert stat.S_IMODE((settings.data_folder / name).stat().st_mode) == 0o600
    assert not list(settings.data_folder.glob("*.new"))


def test_a_wrong_code_ends_with_one_sentence_and_leaves_what_was(
    settings: Settings, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    assert enrol(code_of(site), settings) == 0
    before = read_token(settings)
    capsys.readouterr()

    assert enrol("AAAA-AAAA-AAAA", settings) == 1

    assert capsys.readouterr().err == "This code is wrong, used or too old. Ask an administrator for a new one.\n"
    assert read_token(settings) == before


def test_another_name_than_the_settings_is_said(
    settings: Settings, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    assert enrol(code_of(site, "DOCK-9"), settings) == 0

    assert 'Set station = "DOCK-9" in its settings; now it is "DOCK-1".' in capsys.readouterr().out


def test_a_service_that_is_not_there_or_not_set_up_is_said(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert enrol("X", replace(settings, service_url="http://127.0.0.1:9")) == 1
    assert "can't be reached" in capsys.readouterr().err

    file = tmp_path / "settings.toml"
    file.write_text("")
    assert main(["enrol", "X", "--settings", str(file), "--data-folder", str(tmp_path / "none")]) == 2
    assert "Set service_url to its address first." in capsys.readouterr().err

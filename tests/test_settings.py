"""Settings: where they come from, and one clear sentence for each that can't be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import pytest

from receiving_app import settings as settings_module
from receiving_app.assembly import ticket_service
from receiving_app.clock import StationClock
from receiving_app.domain.roles import Role
from receiving_app.settings import DataKind, Settings, SettingsError, load, read_token

TOKEN = "a-token-of-more-than-sixteen-characters"  # noqa: S105 - nobody's


@pytest.fixture(autouse=True)
def no_file_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings_module, "default_file", lambda: tmp_path / "absent" / "settings.toml")


def file_of(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def sentence(path: Path | None, environment: Mapping[str, str] | None = None) -> str:
    with pytest.raises(SettingsError) as refused:
        load(path, environment or {})
    return str(refused.value)


def test_nothing_need_be_set() -> None:
    settings = load(None, {})

    assert settings.data_folder.is_absolute()
    assert settings == Settings(settings.data_folder)


def test_every_setting_can_stand_in_the_file(tmp_path: Path) -> None:
    path = file_of(
        tmp_path,
        """
        data_folder = "/srv/station"
        data_kind = "practice"
        station = "dock-7"
        service_url = " https://tickets.example.com/rma "
        token_file = "/srv/token"
        ca_file = "/srv/ca.pem"
        camera = 2
        scanner_prefix = "F13"
        serial_scanners = ["/dev/ttyACM0", "COM3"]
        operator = "rosa"
        operator_role = "dock"
        theme = "Dark"
        sounds = false
        label_printer = "zpl://labels.example.com:9100?dpi=300"
        document_printer = "Office"
        paper = "A4"
        plates = "ahead"
        """,
    )

    assert load(path, {}) == Settings(
        data_folder=Path("/srv/station"),
        data_kind=DataKind.PRACTICE,
        station="DOCK-7",
        service_url="https://tickets.example.com/rma",
        token_file=Path("/srv/token"),
        ca_file=Path("/srv/ca.pem"),
        camera="2",
        scanner_prefix="F13",
        serial_scanners=("/dev/ttyACM0", "COM3"),
        operator="rosa",
        operator_role=Role.DOCK,
        theme="dark",
        sounds=False,
        label_printer="zpl://labels.example.com:9100?dpi=300",
        document_printer="Office",
        paper="a4",
        plates="ahead",
    )


def test_the_environment_overrules_the_file(tmp_path: Path) -> None:
    path = file_of(tmp_path, 'station = "DOCK-1"\ntheme = "light"')

    settings = load(path, {"RECEIVING_APP_STATION": "DOCK-2", "RECEIVING_APP_SOUNDS": "no", "STATION": "DOCK-3"})

    assert (settings.station, settings.theme, settings.sounds) == ("DOCK-2", "light", False)


def test_every_setting_can_stand_in_the_environment() -> None:
    told = {"DATA_KIND": "demo", "OPERATOR_ROLE": "technician", "THEME": "dark", "SOUNDS": "true"}
    told |= {"PAPER": "A4", "PLATES": "ahead"}
    environment = {
        f"RECEIVING_APP_{each.name.upper()}": told.get(each.name.upper(), "x")
        for each in fields(Settings)
        if each.name != "service_url"
    }

    settings = load(None, environment | {"RECEIVING_APP_SERVICE_URL": "http://127.0.0.1:8080"})

    assert (settings.station, settings.operator_role, settings.camera) == ("X", Role.TECHNICIAN, "x")


def test_a_home_folder_is_spelled_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))

    assert load(None, {"RECEIVING_APP_DATA_FOLDER": "~/station"}).data_folder == tmp_path / "station"


@pytest.mark.parametrize(
    ("name", "value"), [("service_url", ""), ("service_url", "  "), ("camera", ""), ("camera", " ")]
)
def test_what_is_left_empty_is_not_set(name: str, value: str) -> None:
    assert getattr(load(None, {f"RECEIVING_APP_{name.upper()}": value}), name) is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('data_folder = ""', "data_folder must be a path, not empty."),
        ("data_folder = 7", "data_folder must be a text in quotes, not 7."),
        ('data_kind = "real"', "data_kind must be one of live, practice, demo; not 'real'."),
        ('station = ""', "station must be letters, digits and at most one \"-\", like DOCK-1; not ''."),
        ('station = "DOCK 1"', "station must be letters, digits and at most one \"-\", like DOCK-1; not 'DOCK 1'."),
        (
            f'station = "{"D" * 17}"',
            f"station must be letters, digits and at most one \"-\", like DOCK-1; not '{'D' * 17}'.",
        ),
        ("station = 1", "station must be a text in quotes, not 1."),
        ('service_url = "tickets"', "service_url must be an address like https://tickets.example.com, not 'tickets'."),
        ('service_url = "ftp://x"', "service_url must be an address like https://tickets.example.com, not 'ftp://x'."),
        ('service_url = "http://"', "service_url must be an address like https://tickets.example.com, not 'http://'."),
        (
            'service_url = "http://x:99999"',
            "service_url must be an address like https://tickets.example.com, not 'http://x:99999'.",
        ),
        (
            'service_url = "http://[::1"',
            "service_url must be an address like https://tickets.example.com, not 'http://[::1'.",
        ),
        ("camera = -1", "camera must be a text in quotes, not -1."),
        ("camera = true", "camera must be a text in quotes, not True."),
        ("serial_scanners = [1]", 'serial_scanners must be a list of ports like ["/dev/ttyACM0"], not [1].'),
        ("scanner_prefix = 13", "scanner_prefix must be a text in quotes, not 13."),
        ('operator_role = "boss"', "operator_role must be one of dock, technician, supervisor; not 'boss'."),
        ('theme = "pink"', "theme must be one of system, light, dark; not 'pink'."),
        (
            'label_printer = "zpl://:9100"',
            "label_printer must be an address like zpl://192.0.2.7:9100, not 'zpl://:9100'.",
        ),
        (
            'label_printer = "zpl://x:99999"',
            "label_printer must be an address like zpl://192.0.2.7:9100, not 'zpl://x:99999'.",
        ),
        (
            'label_printer = "zpl://x?dpi=96"',
            "label_printer must be an address like zpl://192.0.2.7:9100, not 'zpl://x?dpi=96'.",
        ),
        (
            'document_printer = "zpl://x"',
            "document_printer must print on office paper, and 'zpl://x' prints labels. Set label_printer to it.",
        ),
        ('sounds = "loud"', "sounds must be true or false, not 'loud'."),
    ],
)
def test_a_value_that_cannot_be_used_is_named_with_what_it_should_be(line: str, said: str, tmp_path: Path) -> None:
    assert sentence(file_of(tmp_path, line)) == said


def test_the_same_for_a_value_in_the_environment() -> None:
    assert sentence(None, {"RECEIVING_APP_THEME": "pink"}) == "theme must be one of system, light, dark; not 'pink'."


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"

    assert sentence(path) == f"There is no settings file at {path}. Name another one, or leave --settings out."


def test_an_unknown_setting_is_named_with_those_there_are(tmp_path: Path) -> None:
    path = file_of(tmp_path, 'colour = "blue"')

    said = sentence(path)

    assert said.startswith(f'{path}: there is no setting "colour". There are: ca_file, camera, data_folder, ')


@pytest.mark.parametrize("content", [b"station = ", b"\xff\xfe\x00", b"station = 'a'\nstation = 'b'"])
def test_a_file_that_is_no_toml_is_said(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)

    assert sentence(path).startswith(f"The settings file {path} can't be read: ")


def test_the_usual_file_is_read_when_none_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file_of(tmp_path, 'station = "DOCK-5"')
    monkeypatch.setattr(settings_module, "default_file", lambda: path)

    assert load(None, {}).station == "DOCK-5"


# The token.


def test_the_token_is_read_from_the_file_that_is_set(tmp_path: Path) -> None:
    path = tmp_path / "token"
    path.write_text(f"{TOKEN}\n")

    assert read_token(Settings(tmp_path, token_file=path)) == TOKEN


def test_without_one_it_is_looked_for_in_the_data_folder(tmp_path: Path) -> None:
    assert read_token(Settings(tmp_path)) is None
    (tmp_path / "service.token").write_text(TOKEN)

    assert read_token(Settings(tmp_path)) == TOKEN


def test_a_token_file_that_is_set_must_be_there(tmp_path: Path) -> None:
    path = tmp_path / "token"

    with pytest.raises(SettingsError) as refused:
        read_token(Settings(tmp_path, token_file=path))

    assert str(refused.value) == f"The token file {path} can't be read. Ask support for the station's token."


@pytest.mark.parametrize("content", [b"", b"\n", b"too-short", b"two words of a long sentence", b"a" * 600])
def test_a_token_file_without_a_token_is_said(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "token"
    path.write_bytes(content)

    with pytest.raises(SettingsError) as refused:
        read_token(Settings(tmp_path, token_file=path))

    assert str(refused.value) == f"The token file {path} holds no token. Ask support for the station's token."


def test_a_token_in_another_script_is_said(tmp_path: Path) -> None:
    path = tmp_path / "token"
    path.write_text("ключ-от-всех-дверей-дома", encoding="utf-8")

    with pytest.raises(SettingsError, match="can't be read"):
        read_token(Settings(tmp_path, token_file=path))


def test_a_certificate_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    (tmp_path / "service.token").write_text(TOKEN)
    settings = Settings(tmp_path, service_url="https://tickets.example.com", ca_file=tmp_path / "ca.pem")

    with pytest.raises(SettingsError) as refused:
        ticket_service(settings, StationClock())

    assert str(refused.value) == (
        f"There is no certificate file at {tmp_path / 'ca.pem'}. Set ca_file to it, or leave it out."
    )


@pytest.mark.parametrize("missing", ["address", "token"])
def test_without_address_or_token_there_is_no_way_to_the_service(missing: str, tmp_path: Path) -> None:
    if missing == "address":
        (tmp_path / "service.token").write_text(TOKEN)
        settings = Settings(tmp_path)
    else:
        settings = Settings(tmp_path, service_url="https://tickets.example.com")

    assert ticket_service(settings, StationClock()) is None

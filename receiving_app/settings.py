"""The station's settings: read once, from a file and the environment, and checked with clear sentences.

The file is TOML; every key can be overruled by an environment variable with the same name in capitals behind
`RECEIVING_APP_`, such as `RECEIVING_APP_SERVICE_URL`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from platformdirs import user_config_path, user_data_path

from receiving_app.domain.roles import NOBODY, Actor, ActorKind, Known, Role

PROGRAM = "receiving-app"
_PREFIX = "RECEIVING_APP_"


class DataKind(StrEnum):
    """Whose packages the data folder holds: real ones, or made-up ones to try and learn with."""

    LIVE = "live"
    PRACTICE = "practice"
    DEMO = "demo"


#: What a station gets and makes when it enrols; both lie in its data folder, readable by it alone.
TOKEN_FILE, SEALING_KEY_FILE = "service.token", "service.key"


class SettingsError(Exception):
    """A setting can't be used; the message says which one and what it should be."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be set; `operator` is who works here until a badge says otherwise.

    `token_file` holds the station's token for the ticket service; `camera` is a device's number or path, a video
    file or a stream's address; `scanner_prefix` is the text that a scanner was told to send first, `serial_scanners`
    are the ports of those that don't type. A printer is "pdf", a system printer's name or, for labels, `zpl://host:9100`;
    `paper` is that of all sheets. `plates` says when licence plates are printed: at each arrival, or ahead in rolls.
    """

    data_folder: Path
    data_kind: DataKind = DataKind.LIVE
    station: str = "DOCK-1"
    service_url: str | None = None
    token_file: Path | None = None
    ca_file: Path | None = None
    camera: str | None = None
    scanner_prefix: str = ""
    serial_scanners: tuple[str, ...] = ()
    operator: str = "dock"
    operator_role: Role = Role.SUPERVISOR
    theme: str = "system"
    sounds: bool = True
    label_printer: str | None = None
    document_printer: str | None = None
    paper: str = "letter"
    plates: str = "arrival"


def operator_of(settings: Settings) -> Actor:
    """Give who works here while nobody has signed in; on live data that is nobody."""
    if settings.data_kind is DataKind.LIVE:
        return NOBODY
    return Actor(ActorKind.PERSON, settings.operator, settings.operator_role, Known.SETTINGS)


def default_file() -> Path:
    """Give where the settings file is looked for when nobody names another."""
    return user_config_path(PROGRAM, appauthor=False) / "settings.toml"


def load(file: Path | None, environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings; a file that was named must exist. Raise `SettingsError`."""
    told: dict[str, object] = {}
    checked: dict[str, Any] = {}
    if file is not None and not file.is_file():
        raise SettingsError(f"There is no settings file at {file}. Name another one, or leave --settings out.")
    path = file or default_file()
    if path.is_file():
        told |= _from_file(path)
    names = {field.name for field in fields(Settings)}
    told |= {name: environment[_PREFIX + name.upper()] for name in names if _PREFIX + name.upper() in environment}
    for name, value in told.items():
        checked[name] = _CHECKS[name](name, value)
    return replace(Settings(user_data_path(PROGRAM, appauthor=False)), **checked)


def read_token(settings: Settings) -> str | None:
    """Read the station's token for the ticket service; None where none was given. Raise `SettingsError`."""
    path = settings.token_file or settings.data_folder / TOKEN_FILE
    if not path.exists() and settings.token_file is None:
        return None
    try:
        token = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"The token file {path} can't be read. Ask support for the station's token.") from error
    if not re.fullmatch(r"[!-~]{16,512}", token):
        raise SettingsError(f"The token file {path} holds no token. Ask support for the station's token.")
    return token


def read_sealing_key(settings: Settings) -> str | None:
    """Read the private half of the station's own key (hex); None where it never enrolled. Raise `SettingsError`."""
    path = settings.data_folder / SEALING_KEY_FILE
    try:
        key = path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"The key file {path} can't be read. Enrol the station anew.") from error
    if not re.fullmatch(r"[0-9a-f]{64}", key):
        raise SettingsError(f"The key file {path} holds no key. Enrol the station anew.")
    return key


def _from_file(path: Path) -> dict[str, object]:
    import tomllib  # noqa: PLC0415 - most stations have no file, and the window waits for this

    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"The settings file {path} can't be read: {error}.") from error
    unknown = sorted(set(told) - set(_CHECKS))
    if unknown:
        known = ", ".join(sorted(_CHECKS))
        raise SettingsError(f'{path}: there is no setting "{unknown[0]}". There are: {known}.')
    return told


def _path(name: str, value: object) -> Path:
    text = _text(name, value)
    if not text:
        raise SettingsError(f"{name} must be a path, not empty.")
    return Path(text).expanduser()


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise SettingsError(f"{name} must be a text in quotes, not {value!r}.")
    return value


def _station(name: str, value: object) -> str:
    text = _text(name, value).strip().upper()
    if not re.fullmatch(r"[A-Z0-9]+(-[A-Z0-9]+)?", text) or len(text) > 16:
        raise SettingsError(f'{name} must be letters, digits and at most one "-", like DOCK-1; not {text!r}.')
    return text


def _url(name: str, value: object) -> str | None:
    text = _text(name, value).strip()
    if not text:
        return None
    try:
        parts = urlsplit(text)
        right = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        right = False
    if not right:
        raise SettingsError(f"{name} must be an address like https://tickets.example.com, not {text!r}.")
    return text


def _camera(name: str, value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return str(value)
    return _text(name, value).strip() or None


def _ports(name: str, value: object) -> tuple[str, ...]:
    told = value.split(",") if isinstance(value, str) else value
    if not isinstance(told, list) or not all(isinstance(port, str) for port in told):
        raise SettingsError(f'{name} must be a list of ports like ["/dev/ttyACM0"], not {value!r}.')
    return tuple(dict.fromkeys(port.strip() for port in told if port.strip()))


def _label_printer(name: str, value: object) -> str | None:
    text = _text(name, value).strip()
    if text.lower().startswith("zpl:") and not _is_label_printer(text):
        raise SettingsError(f"{name} must be an address like zpl://192.0.2.7:9100, not {text!r}.")
    return text or None


def _is_label_printer(address: str) -> bool:
    try:
        parts = urlsplit(address)
        there = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
    return there and parts.path in {"", "/"} and parts.query in {"", "dpi=203", "dpi=300", "dpi=600"}


def _document_printer(name: str, value: object) -> str | None:
    text = _text(name, value).strip()
    if text.lower().startswith("zpl:"):
        raise SettingsError(f"{name} must print on office paper, and {text!r} prints labels. Set label_printer to it.")
    return text or None


def _one_of(*choices: str) -> Callable[[str, object], str]:
    def check(name: str, value: object) -> str:
        text = _text(name, value).strip().lower()
        if text not in choices:
            raise SettingsError(f"{name} must be one of {', '.join(choices)}; not {text!r}.")
        return text

    return check


def _yes_or_no(name: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if word not in {"true", "false", "yes", "no", "1", "0"}:
        raise SettingsError(f"{name} must be true or false, not {value!r}.")
    return word in {"true", "yes", "1"}


def _role(name: str, value: object) -> Role:
    return Role(_one_of(*Role)(name, value))


def _kind(name: str, value: object) -> DataKind:
    return DataKind(_one_of(*DataKind)(name, value))


_CHECKS: Mapping[str, Callable[[str, object], object]] = {
    "data_folder": _path,
    "data_kind": _kind,
    "station": _station,
    "service_url": _url,
    "token_file": _path,
    "ca_file": _path,
    "camera": _camera,
    "scanner_prefix": _text,
    "serial_scanners": _ports,
    "operator": _text,
    "operator_role": _role,
    "theme": _one_of("system", "light", "dark"),
    "sounds": _yes_or_no,
    "label_printer": _label_printer,
    "document_printer": _document_printer,
    "paper": _one_of("letter", "a4"),
    "plates": _one_of("arrival", "ahead"),
}

"""The site's policy: one row that every station gets, a new version with each change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from ticket_service.accounts.caller import Caller
from ticket_service.accounts.refusals import ChangedMeanwhileError, InvalidError
from ticket_service.accounts.staff import require_admin
from ticket_service.rules import site_policy
from ticket_service.site import versions
from ticket_service.storage.state import StateRow, get, put

_ID = "site"


def read(connection: Connection, caller: Caller) -> dict[str, Any]:
    """Read the policy that holds; `version` 0 where there is none yet."""
    require_admin(caller)
    return get(connection, "policy", [_ID]).get(_ID, {"version": 0})


def save(connection: Connection, caller: Caller, texts: Mapping[str, str], *, version: int, now: datetime) -> int:
    """Save what was typed over the version seen, and give the new one's number; nothing new stays as it is.

    Raises InvalidError, ChangedMeanwhileError.
    """
    before = read(connection, caller)
    if before["version"] != version:
        raise ChangedMeanwhileError(
            f"Somebody saved version {before['version']} meanwhile. Look at it, then change it."
        )
    told, faults = site_policy.read(texts)
    if faults:
        raise InvalidError(faults)
    if before | told == before:
        return version
    after = before | told | {"version": version + 1}
    put(connection, [StateRow("policy", _ID, after)])
    versions.keep(connection, caller, versions.Kind.POLICY, after, _ID, now=now)
    return version + 1


def history(connection: Connection, caller: Caller) -> list[versions.Version]:
    """List the versions that were saved here."""
    require_admin(caller)
    return versions.of(connection, versions.Kind.POLICY, _ID)

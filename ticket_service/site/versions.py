"""Every version of the policy and of each model's tests, as it was saved and by whom."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, insert, select

from ticket_service.accounts.caller import Caller
from ticket_service.storage.account_tables import users
from ticket_service.storage.site_tables import versions


class Kind(StrEnum):
    """What has versions."""

    POLICY = "policy"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True)
class Version:
    """One version that was saved."""

    number: int
    saved_at: datetime
    saved_by: str


def keep(
    connection: Connection, caller: Caller, kind: Kind, data: Mapping[str, Any], id_: str, *, now: datetime
) -> None:
    """Keep a version for ever; `data` names its number as `version`."""
    connection.execute(
        insert(versions).values(
            kind=kind.value, id=id_, version=data["version"], data=json.dumps(data), saved_at=now, saved_by=caller.user
        )
    )


def of(connection: Connection, kind: Kind, id_: str) -> list[Version]:
    """List the versions of a thing that were saved here, the newest first."""
    wanted = (
        select(versions.c.version, versions.c.saved_at, versions.c.saved_by, users.c.name)
        .outerjoin(users, users.c.id == versions.c.saved_by)
        .where(versions.c.kind == kind.value, versions.c.id == id_)
        .order_by(versions.c.version.desc())
    )
    return [Version(row.version, row.saved_at, row.name or row.saved_by) for row in connection.execute(wanted)]

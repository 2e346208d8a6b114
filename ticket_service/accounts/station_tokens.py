"""Station tokens: shown once, kept only as their SHA-256, two valid while a station changes over."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from ticket_service.storage.schema import tokens
from ticket_service.storage.site_tables import stations


def issue_token(connection: Connection, station: str, now: datetime) -> str:
    """Make a new token for the station; the one it speaks with stays valid, the newest where it never spoke."""
    token = secrets.token_urlsafe(32)
    valid = (tokens.c.station == station) & tokens.c.revoked_at.is_(None)
    newest_first = select(tokens.c.sha256).where(valid).order_by(tokens.c.issued_at.desc())
    known = connection.execute(newest_first).scalars().all()
    spoken = connection.execute(select(stations.c.token).where(stations.c.name == station)).scalar_one_or_none()
    kept = spoken if spoken in known else next(iter(known), None)
    connection.execute(update(tokens).where(valid, tokens.c.sha256 != kept).values(revoked_at=now))
    connection.execute(insert(tokens).values(sha256=digest(token), station=station, issued_at=now))
    return token


def revoke_tokens(connection: Connection, station: str, now: datetime) -> int:
    """Revoke every valid token of the station; says how many there were."""
    valid = (tokens.c.station == station) & tokens.c.revoked_at.is_(None)
    return connection.execute(update(tokens).where(valid).values(revoked_at=now)).rowcount


def station_of(connection: Connection, token: str) -> str | None:
    """Name the station a valid token belongs to."""
    valid = select(tokens.c.station).where(tokens.c.sha256 == digest(token), tokens.c.revoked_at.is_(None))
    return connection.execute(valid).scalar_one_or_none()


def digest(secret: str) -> str:
    """Give the SHA-256 (hex) under which a secret is kept."""
    return hashlib.sha256(secret.encode()).hexdigest()

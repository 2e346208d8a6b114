"""The service's tables: what it tells stations, what stations told it, and who may speak."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

metadata = MetaData()


class Moment(TypeDecorator[datetime]):
    """An aware time, kept as RFC 3339 text in UTC so that text order is time order."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:  # noqa: ARG002
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else datetime.fromisoformat(value)


#: One row: which database this is, and the number of the newest change. Programs from before the migrations read
#: `schema_version`; it tells them, and nobody else, that the database is newer than they are.
service = Table(
    "service",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("schema_version", Integer, nullable=False),
    Column("epoch", String(36), nullable=False),
    Column("signing_key", String(64), nullable=False),
    Column("newest_seq", BigInteger, nullable=False),
)

#: The newest full state of everything stations keep; `data` is the ready-made JSON text that goes out.
state = Table(
    "state",
    metadata,
    Column("kind", String(32), primary_key=True),
    Column("id", String(128), primary_key=True),
    Column("seq", BigInteger, nullable=False, unique=True),
    Column("rev", Integer, nullable=False),
    Column("deleted", Boolean, nullable=False),
    Column("look_up", String(64), index=True),
    Column("data", Text, nullable=False),
)

#: Every element a station ever sent, in its chain; `content` is null for observations that stay at the station.
journal = Table(
    "journal",
    metadata,
    Column("station", String(64), primary_key=True),
    Column("station_seq", BigInteger, primary_key=True),
    Column("hash", String(64), nullable=False),
    Column("event", String(36)),
    Column("lpn", String(128), index=True),
    Column("undone", Boolean, nullable=False),
    Column("result", String(32), nullable=False),
    Column("problem", Text),
    Column("content", Text),
    Column("received_at", Moment, nullable=False),
    UniqueConstraint("event"),
)

#: Which items and shipments an event tells something of, for building them anew.
about = Table(
    "about",
    metadata,
    Column("kind", String(32), primary_key=True),
    Column("id", String(128), primary_key=True),
    Column("station", String(64), primary_key=True),
    Column("station_seq", BigInteger, primary_key=True),
    Index("ix_about_event", "station", "station_seq"),
)

tokens = Table(
    "tokens",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("station", String(64), nullable=False, index=True),
    Column("issued_at", Moment, nullable=False),
    Column("revoked_at", Moment),
)

"""The tables of the site: its stations, the people at them, and what was valid before of policy and models."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, String, Table, Text

from ticket_service.storage.schema import Moment, metadata

#: Stations that enrolled; `token` is the SHA-256 of the token it spoke with last, `sealing_key` the public half of the
#: key with which verifiers are encrypted for this station alone.
stations = Table(
    "stations",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("enrolled_at", Moment, nullable=False),
    Column("seen_at", Moment),
    Column("revoked_at", Moment),
    Column("token", String(64)),
    Column("sealing_key", String(64)),
)

#: Codes that enrol one station, once, for a short while.
enrolment_codes = Table(
    "enrolment_codes",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("station", String(64), nullable=False),
    Column("made_by", String(36), nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("used_at", Moment),
)

#: Who works at the stations; roles and the stations they are enabled on as JSON lists. Stations get `person` rows of
#: them.
site_people = Table(
    "site_people",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(100), nullable=False),
    Column("roles", Text, nullable=False),
    Column("stations", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("badge_sha256", String(64), unique=True),
    Column("pin_argon2", String(200)),
    Column("rev", Integer, nullable=False),
)

#: Every version of the policy and of each model, as it was saved.
versions = Table(
    "versions",
    metadata,
    Column("kind", String(32), primary_key=True),
    Column("id", String(128), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("data", Text, nullable=False),
    Column("saved_at", Moment, nullable=False),
    Column("saved_by", String(36), nullable=False),
)

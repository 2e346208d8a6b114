"""The tables of people: who they are, how they prove it, and who asked to become a partner."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Integer, String, Table, Text

from ticket_service.storage.schema import Moment, metadata

#: Everybody who may log in or asked to; `email` in lower case, `partner` for people of a company.
users = Table(
    "users",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("email", String(254), nullable=False, unique=True),
    Column("name", String(100), nullable=False),
    Column("role", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("partner", String(64), index=True),
    Column("password", String(200)),
    Column("totp_secret", String(64)),
    Column("totp_step", BigInteger),
    Column("made_at", Moment, nullable=False),
    Column("rev", Integer, nullable=False),
)

#: What a company said when it asked for an account, and what support answered.
registrations = Table(
    "registrations",
    metadata,
    Column("user", String(36), primary_key=True),
    Column("company", String(100), nullable=False),
    Column("phone", String(40), nullable=False),
    Column("addresses", Text, nullable=False),
    Column("state", String(16), nullable=False, index=True),
    Column("asked_at", Moment, nullable=False),
    Column("decided_at", Moment),
    Column("decided_by", String(36)),
    Column("reason", Text),
    Column("rev", Integer, nullable=False),
)

#: Who is logged in; `proven` once the second step is done, where the role needs one; `offered` is the secret of a
#: second step that is being set up.
sessions = Table(
    "sessions",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("user", String(36), nullable=False, index=True),
    Column("proven", Boolean, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("device", String(200), nullable=False),
    Column("offered", String(64)),
)

#: Links in letters that work once; `email` is the address that is to be confirmed.
links = Table(
    "links",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("purpose", String(16), nullable=False),
    Column("user", String(36), nullable=False, index=True),
    Column("email", String(254)),
    Column("ends_at", Moment, nullable=False),
    Column("used_at", Moment),
)

recovery_codes = Table(
    "recovery_codes",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("user", String(36), nullable=False, index=True),
    Column("used_at", Moment),
)

#: Failed tries in a row, by what was tried: an account, an address, a second step.
tries = Table(
    "tries",
    metadata,
    Column("subject", String(320), primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last_at", Moment, nullable=False),
)

#: Forms that made something, so that sending one twice makes one thing.
sent_forms = Table(
    "sent_forms",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("location", String(200), nullable=False),
    Column("sent_at", Moment, nullable=False),
)

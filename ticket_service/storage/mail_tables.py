"""The tables of what partners read of their tickets, and of the letters that tell them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Table, Text, text

from ticket_service.storage.schema import Moment, metadata

#: SQLite counts by itself only in a column that is exactly INTEGER.
_Number = BigInteger().with_variant(Integer, "sqlite")

#: What partners read of a ticket, in the order in which it was said. Where stations' events said it, `thing` and
#: `aspect` name what of (`item/ITM-1`, `received`), and what `stands` is the last word on it. `posting` names the
#: letters that told it; null while it waits to be told.
updates = Table(
    "updates",
    metadata,
    Column("id", _Number, primary_key=True, autoincrement=True),
    Column("ticket", String(64), nullable=False),
    Column("at", Moment, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("text", Text, nullable=False),
    Column("by", String(64)),
    Column("thing", String(200), index=True),
    Column("aspect", String(100)),
    Column("stands", Boolean, nullable=False),
    Column("posting", String(36), index=True),
    Index("ix_updates_ticket", "ticket", "id"),
    # The few that wait to be told are found without reading the many that were.
    Index(
        "ix_updates_waiting", "ticket", sqlite_where=text("posting IS NULL"), postgresql_where=text("posting IS NULL")
    ),
)

#: One letter to one address, and how far it has come; `number` is the order in which letters leave. `doubtful`: it
#: was being handed to the server, whose answer is not known yet. `repeated`: it went out again after such a doubt.
#: `stop` is the secret of the link that ends such letters.
letters = Table(
    "letters",
    metadata,
    Column("number", _Number, primary_key=True, autoincrement=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("posting", String(36), index=True),
    Column("ticket", String(64), index=True),
    Column("to", String(320), nullable=False),
    Column("name", String(200), nullable=False),
    Column("subject", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("html", Text),
    Column("stop", String(64), index=True),
    Column("created_at", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_attempt_at", Moment, nullable=False),
    Column("claim", String(36)),
    Column("claimed_at", Moment),
    Column("doubtful", Boolean, nullable=False),
    Column("repeated", Boolean, nullable=False),
    Column("answer", Text),
    Column("ended_at", Moment),
    Index("ix_letters_due", "state", "next_attempt_at"),
)

#: Which letters a partner wants: `contact` and `end_customer` are `all`, `resolutions` or `none`, `copies` a JSON list
#: of more addresses with what each gets. A partner without a row has chosen nothing yet.
mail_choices = Table(
    "mail_choices",
    metadata,
    Column("partner", String(64), primary_key=True),
    Column("contact", String(16), nullable=False),
    Column("end_customer", String(16), nullable=False),
    Column("copies", Text, nullable=False),
    Column("rev", Integer, nullable=False),
)

#: Addresses that followed the link to end letters about a partner's tickets; resolutions still come.
unsubscribed = Table(
    "unsubscribed",
    metadata,
    Column("partner", String(64), primary_key=True),
    Column("address", String(320), primary_key=True),
    Column("at", Moment, nullable=False),
)

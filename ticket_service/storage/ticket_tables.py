"""The tables of tickets: what partners asked, the RMAs that were issued, and what both are found by."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, LargeBinary, String, Table, Text

from ticket_service.storage.schema import Moment, metadata

#: Numbers that are drawn one by one, each under its name; whoever draws holds the row until the transaction ends.
counters = Table(
    "counters",
    metadata,
    Column("name", String(16), primary_key=True),
    Column("newest", BigInteger, nullable=False),
)

#: `ordinal` is the number in the id and the order of lists. `waits_since`: somebody of support has to look at it.
#: The contact is told of updates; it is somebody's account only where they have one.
tickets = Table(
    "tickets",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("ordinal", BigInteger, nullable=False, unique=True),
    Column("rev", Integer, nullable=False),
    Column("partner", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("waits_since", Moment, index=True),
    Column("channel", String(16), nullable=False),
    Column("problem", Text, nullable=False),
    Column("contact", String(36)),
    Column("contact_name", String(100), nullable=False),
    Column("contact_email", String(254)),
    Column("end_customer", String(200)),
    Column("end_customer_email", String(254)),
    Column("resolution", Text),
    Column("opened_by", String(36)),
    Column("opened_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Index("ix_tickets_partner", "partner", "ordinal"),
    Index("ix_tickets_state", "state", "ordinal"),
    Index("ix_tickets_partner_state", "partner", "state", "ordinal"),
)

#: The products of a ticket, `line` counting from 1; `remark` is what our records said of the serial number then.
ticket_products = Table(
    "ticket_products",
    metadata,
    Column("ticket", String(32), primary_key=True),
    Column("line", Integer, primary_key=True),
    Column("serial", String(64), nullable=False),
    Column("serial_key", String(64), nullable=False, index=True),
    Column("model", String(64)),
    Column("problem", Text, nullable=False),
    Column("purchased_on", Date),
    Column("defective_on_receipt", Boolean, nullable=False),
    Column("remark", String(16), nullable=False),
)

#: What support writes for itself; partners never see it.
notes = Table(
    "notes",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("ticket", String(32), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("by", String(36)),
    Column("text", Text, nullable=False),
)

#: Photos of tickets by the hash of their content; two tickets may show the same one.
ticket_photos = Table(
    "ticket_photos",
    metadata,
    Column("ticket", String(32), primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("name", String(100), nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("added_by", String(36)),
)
photo_contents = Table(
    "photo_contents",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("media_type", String(32), nullable=False),
    Column("content", LargeBinary, nullable=False),
)

#: Every device that was sold, to whom and when.
devices = Table(
    "devices",
    metadata,
    Column("serial_key", String(64), primary_key=True),
    Column("model", String(64), primary_key=True),
    Column("serial", String(64), nullable=False),
    Column("partner", String(64), nullable=False),
    Column("sold_on", Date),
)

#: Every RMA that was issued, and how its kind was chosen; how it stands now is its row in `state`, followed here for
#: searching. `reason` is why its kind is not the rule's.
rmas = Table(
    "rmas",
    metadata,
    Column("number", String(64), primary_key=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("ticket", String(32), nullable=False, index=True),
    Column("partner", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("kind_by_rule", String(16)),
    Column("reason", Text),
    Column("issued_at", Moment, nullable=False),
    Column("issued_by", String(36)),
)
rma_serials = Table(
    "rma_serials",
    metadata,
    Column("number", String(64), primary_key=True),
    Column("line", String(32), primary_key=True),
    Column("serial_key", String(64), nullable=False, index=True),
)

#: Replacements that were shipped ahead.
replacements = Table(
    "replacements",
    metadata,
    Column("number", String(64), primary_key=True),
    Column("serial_key", String(64), primary_key=True, index=True),
    Column("serial", String(64), nullable=False),
    Column("carrier", String(64), nullable=False),
    Column("tracking", String(64), nullable=False),
    Column("shipped_at", Moment, nullable=False),
    Column("shipped_by", String(36)),
)

#: The items that stations found, by their serial numbers.
item_serials = Table(
    "item_serials",
    metadata,
    Column("serial_key", String(64), primary_key=True),
    Column("item", String(128), primary_key=True),
)

#: The words of tickets: every ticket that says a word, newest first, for all partners and for one.
ticket_words = Table(
    "ticket_words",
    metadata,
    Column("word", String(40), primary_key=True),
    Column("ordinal", BigInteger, primary_key=True),
    Column("partner", String(64), nullable=False),
    Index("ix_ticket_words_partner", "partner", "word", "ordinal"),
)

#: How support settled an exception, and who.
settled_exceptions = Table(
    "settled_exceptions",
    metadata,
    Column("exception", String(128), primary_key=True),
    Column("note", Text, nullable=False),
    Column("settled_by", String(36), nullable=False),
    Column("settled_at", Moment, nullable=False),
)

"""The tables of the station's memory.

Three kinds: what happened here (`events`, append-only, and `packages`, told from them), what the ticket service said
(`rmas` and what hangs on them; written from its answers alone), and where the sync stands.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, MetaData, String, Table, Text, text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

#: One row: whose memory this is. The journal is bound to the station's name.
identity = Table(
    "identity",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("station", String, nullable=False),
    Column("data_kind", String, nullable=False),
)

#: The journal. `payload` is hashed as stored; the columns behind it are the delivery's, and `undone` is derived.
events = Table(
    "events",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("type", String, nullable=False),
    Column("schema", Integer, nullable=False),
    Column("lpn", String),
    Column("rma_key", String),
    Column("act", String),
    Column("occurred_at", String, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("prev_hash", String, nullable=False),
    Column("hash", String, nullable=False),
    Column("undone", Boolean, nullable=False, default=False),
    Column("delivery", String, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("next_attempt_at", String),
    Column("problem", Text),
    Column("item", String),
    Column("shipment", String),
    Column("with_item", String),
    Index("ix_events_item", "item"),
    Index("ix_events_with_item", "with_item"),
    Index("ix_events_shipment", "shipment"),
    Index("ix_events_lpn", "lpn"),
    Index("ix_events_act", "act"),
    Index("ix_events_type", "type"),
    Index("ix_events_delivery", "delivery", "seq"),
    Index("ix_events_undone", "seq", sqlite_where=text("undone")),
)

#: Packages as they stand now, told from the journal; `found_by` are the texts by which one is found besides its plate.
packages = Table(
    "packages",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("lpn", String, nullable=False, unique=True),
    Column("is_open", Boolean, nullable=False),
    Column("counts", Boolean, nullable=False),
    Column("received_at", String, nullable=False),
    Column("opened_at", String, nullable=False),
    Column("decision", String),
    Column("state", Text, nullable=False),
    Column("found_empty", Boolean, nullable=False),
    Column("unclaimed", Boolean, nullable=False),
    Column("found_by", Text),
    Index("ix_packages_found_empty", "number", sqlite_where=text("found_empty IS 1")),
    Index("ix_packages_unclaimed", "number", sqlite_where=text("unclaimed IS 1")),
    Index("ix_packages_found_by", "found_by", sqlite_where=text("found_by IS NOT NULL")),
    Index("ix_packages_is_open", "is_open"),
    Index("ix_packages_opened_at", "opened_at"),
    Index("ix_packages_decision", "decision", "counts"),
)

#: One row for each RMA number judged on a package, with what the review's list shows of it.
verdicts = Table(
    "verdicts",
    metadata,
    Column("lpn", String, primary_key=True),
    Column("rma_key", String, primary_key=True),
    Column("decision", String, nullable=False),
    Column("effective", String, nullable=False),
    Column("reviewed", Boolean, nullable=False),
    Column("rma_rev", Integer),
    Column("doubts_data", Boolean, nullable=False),
    Column("judged_at", String, nullable=False),
    Column("since", String, nullable=False),
    Column("number", String, nullable=False),
    Column("partner", String, nullable=False),
    Column("danger", Boolean, nullable=False),
    Column("unpacked", Boolean, nullable=False),
    Column("rests_until", String),
    Column("handed_to", String, nullable=False),
    Column("units", String, nullable=False),
    Column("codes", String, nullable=False),
    Index("ix_verdicts_rma_key", "rma_key"),
    Index("ix_verdicts_open", "reviewed", "decision"),
)

#: Items as they stand now, told from the journal like packages; `question` is what a supervisor is asked of one. The
#: review's list reads the index of those alone: a row is long.
items = Table(
    "items",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("lpn", String, nullable=False),
    Column("serial_key", String, nullable=False),
    Column("model", String, nullable=False),
    Column("rma_key", String, nullable=False),
    Column("line", String, nullable=False),
    Column("decision", String),
    Column("outcome", String),
    Column("replacement_key", String),
    Column("left", Boolean, nullable=False),
    Column("state", Text, nullable=False),
    Column("next", String),
    Column("question", String),
    Column("asked_since", String),
    Column("serial", String, nullable=False),
    Column("rma_number", String, nullable=False),
    Column("danger", Boolean, nullable=False),
    Column("codes", String, nullable=False),
    Column("rests_until", String),
    Column("handed_to", String, nullable=False),
    Index(
        "ix_items_asked",
        *("asked_since", "id", "question", "decision", "serial", "rma_number", "danger", "codes", "rma_key", "model"),
        *("rests_until", "handed_to"),
        sqlite_where=text('question IS NOT NULL AND "left" IS 0'),
    ),
    Column("partner", String),
    Column("extras", Integer),
    Index("ix_items_partner", "partner", "outcome", "extras"),
    Index("ix_items_next", "next", "left"),
    Index("ix_items_question", "question", "left"),
    Index("ix_items_lpn", "lpn"),
    Index("ix_items_serial_key", "serial_key"),
    Index("ix_items_rma_key", "rma_key", "line"),
    Index("ix_items_outcome", "outcome"),
    Index("ix_items_replacement_key", "replacement_key"),
)

#: What people decided of packages and items, one row for each case, told from these: `part` is the number's key on a
#: package, else what was decided of an item; `grounds` are equal where the reasons are.
decisions = Table(
    "decisions",
    metadata,
    Column("thing", String, primary_key=True),
    Column("part", String, primary_key=True),
    Column("rma_key", String, nullable=False),
    Column("number", String, nullable=False),
    Column("grounds", String, nullable=False),
    Column("partner", String, nullable=False),
    Column("choice", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("note", Text, nullable=False),
    Column("person", String),
    Column("decided_at", String, nullable=False),
    Index("ix_decisions_grounds", "grounds", "decided_at"),
    Index("ix_decisions_choice", "grounds", "choice"),
    Index("ix_decisions_partner", "partner", "grounds", "decided_at", "choice"),
)

#: Return shipments as they stand now, told from the journal too.
shipments = Table(
    "shipments",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("tracking_key", String),
    Column("sent_at", String),
    Column("state", Text, nullable=False),
    Index("ix_shipments_tracking_key", "tracking_key"),
    Index("ix_shipments_sent_at", "sent_at"),
)

#: Which shipment an item or a package that goes back unopened is in.
shipped_goods = Table(
    "shipped_goods",
    metadata,
    Column("thing", String, primary_key=True),
    Column("shipment", String, nullable=False),
    Index("ix_shipped_goods_shipment", "shipment"),
)

#: What is to be printed, and what was; `document` is the document's JSON, `kind` says which form it has, `thing` whose
#: it is, and `event` which one called for it: none where a person asked.
print_jobs = Table(
    "print_jobs",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("kind", String, nullable=False),
    Column("document", Text, nullable=False),
    Column("copies", Integer, nullable=False),
    Column("is_copy", Boolean, nullable=False),
    Column("state", String, nullable=False),
    Column("problem", Text),
    Column("queued_at", String, nullable=False),
    Column("thing", String, nullable=False),
    Column("event", String),
    Index("ix_print_jobs_state", "state"),
    Index("ix_print_jobs_thing", "thing"),
)

#: One row: up to which event the journal was read for what is to be printed.
papers_told = Table(
    "papers_told",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
)

#: One row: the highest number of a licence plate that was given, to a package or to a roll.
plates_given = Table(
    "plates_given",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("last", Integer, nullable=False),
)

#: Licence plates that were printed ahead, from the number `first` to `last`.
plate_rolls = Table(
    "plate_rolls",
    metadata,
    Column("first", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)

rmas = Table(
    "rmas",
    metadata,
    Column("rma_key", String, primary_key=True),
    Column("number", String, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("partner", String, nullable=False),
    Column("body", Text, nullable=False),
    Column("receive_by", String),
    Column("replacement_shipped", Boolean),
    Column("awaited", Integer),
    Index("ix_rmas_due", "state", "receive_by", "awaited"),
    Index("ix_rmas_partner", "partner", "receive_by"),
    Index("ix_rmas_replaced", "receive_by", sqlite_where=text("replacement_shipped")),
)

rma_serials = Table(
    "rma_serials",
    metadata,
    Column("serial", String, primary_key=True),
    Column("rma_key", String, primary_key=True),
    Index("ix_rma_serials_rma_key", "rma_key"),
    sqlite_with_rowid=False,
)

rma_trackings = Table(
    "rma_trackings",
    metadata,
    Column("tracking", String, primary_key=True),
    Column("rma_key", String, primary_key=True),
    Index("ix_rma_trackings_rma_key", "rma_key"),
    sqlite_with_rowid=False,
)

partners = Table(
    "partners",
    metadata,
    Column("id", String, primary_key=True),
    Column("rev", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("body", Text, nullable=False),
)

models = Table(
    "models",
    metadata,
    Column("id", String, primary_key=True),
    Column("rev", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("id", String, primary_key=True),
    Column("rev", Integer, nullable=False),
    Column("badge_sha256", String),
    Column("body", Text, nullable=False),
    Index("ix_people_badge_sha256", "badge_sha256"),
)

#: Every version of the policy is kept: a verdict names the one it was given under.
policies = Table(
    "policies",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("rev", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

#: Packages that other stations reported.
other_packages = Table(
    "other_packages",
    metadata,
    Column("lpn", String, primary_key=True),
    Column("rma_key", String, primary_key=True),
    Column("station", String, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("verdict", String, nullable=False),
    Column("received_at", String, nullable=False),
    Index("ix_other_packages_rma_key", "rma_key"),
)

#: Items that other stations reported.
other_items = Table(
    "other_items",
    metadata,
    Column("id", String, primary_key=True),
    Column("rev", Integer, nullable=False),
    Column("serial_key", String, nullable=False),
    Column("rma_key", String, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_other_items_serial_key", "serial_key"),
    Index("ix_other_items_rma_key", "rma_key"),
)

#: Lines of which nothing more is awaited, as the ticket service has it.
settled_lines = Table(
    "settled_lines",
    metadata,
    Column("id", String, primary_key=True),
    Column("rev", Integer, nullable=False),
    Column("rma_key", String, nullable=False),
    Column("line", String, nullable=False),
    Column("station", String, nullable=False),
    Column("person", String, nullable=False),
    Column("settled_at", String),
    Index("ix_settled_lines_rma_key", "rma_key"),
)

#: One row: where the pull stands. `data_as_of` is the service's time when the data was last complete.
sync_state = Table(
    "sync_state",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("epoch", String),
    Column("cursor", String, nullable=False),
    Column("data_as_of", String),
    Column("offset_ms", Integer, nullable=False),
)

#: The newest event that the ticket service has countersigned, one row for each of its keys.
countersigned = Table(
    "countersigned",
    metadata,
    Column("key", String, primary_key=True),
    Column("station_seq", Integer, nullable=False),
    Column("hash", String, nullable=False),
    Column("received_at", String, nullable=False),
    Column("countersigned", String, nullable=False),
)

#: One row: the last sequence number whose hash the service has confirmed.
outbox_mark = Table("outbox_mark", metadata, Column("seq", Integer, primary_key=True, autoincrement=False))

#: One row while somebody is signed in: who, in which role, and how that is known.
session = Table(
    "session",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person", String, nullable=False),
    Column("role", String, nullable=False),
    Column("how", String, nullable=False),
)

#: One row for each person whose last PINs were wrong.
failed_pins = Table(
    "failed_pins",
    metadata,
    Column("person", String, primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("last_at", String, nullable=False),
)

#: By what an RMA is found: its numbers in one text. The pieces of the texts are in the virtual table `search_pieces`.
search_texts = Table(
    "search_texts",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("rma_key", String, nullable=False, unique=True),
    Column("text", Text, nullable=False),
)

#: One row: up to which id the texts' pieces are in the index.
search_marks = Table(
    "search_marks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("indexed", Integer, nullable=False),
)

#: What reports count, by the blocks of the journal that say it: made from `events` alone, and made again at any time.
report_counts = Table(
    "report_counts",
    metadata,
    Column("day", String, primary_key=True),
    Column("measure", String, primary_key=True),
    Column("what", String, primary_key=True),
    Column("which", String, primary_key=True),
    Column("whose", String, primary_key=True),
    Column("block", Integer, primary_key=True),
    Column("amount", Integer, nullable=False),
    Index("ix_report_counts_block", "block"),
    sqlite_with_rowid=False,
)

#: The blocks that were counted: up to which event, and how many of their events were taken back by then.
report_blocks = Table(
    "report_blocks",
    metadata,
    Column("block", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
    Column("undone", Integer, nullable=False),
    Column("rules", String, nullable=False),
)

#: What this station knows again after a restart, by name: how its screens were left, what its last check has found.
remembered = Table(
    "remembered",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)

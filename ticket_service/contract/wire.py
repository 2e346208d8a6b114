"""The contract's messages; the OpenAPI file is made from these."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, BeforeValidator, Field, StrictInt

MAX_EVENTS = 500
MAX_BODY_BYTES = 8 * 1024 * 1024

_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)


def _rfc_3339(value: Any) -> Any:
    if isinstance(value, datetime) or (isinstance(value, str) and _RFC_3339.fullmatch(value)):
        return value
    raise ValueError("a time is RFC 3339 text with its offset, such as 2026-11-16T09:12:00-06:00")


Time = Annotated[AwareDatetime, BeforeValidator(_rfc_3339)]
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Seq = Annotated[StrictInt, Field(ge=0, lt=2**63)]
#: What a thing is known by; no label holds a NUL, and no database takes it everywhere.
Id = Annotated[str, Field(min_length=1, max_length=128, pattern=r"^[^\x00]*$")]
Name = Annotated[str, Field(min_length=1, max_length=64)]


class Problem(BaseModel):
    """RFC 9457; `type` is a slug that never changes its meaning."""

    type: str
    title: str
    status: int
    detail: str


class EventProblem(BaseModel):
    """Why one event was refused, put off or stored with an exception."""

    type: str
    title: str
    detail: str


class Row(BaseModel):
    """The full state of one thing; a station applies it when its `rev` is higher."""

    seq: int
    kind: Literal[
        "rma", "partner", "model", "person", "policy", "package", "item", "settlement", "shipment", "exception"
    ]
    id: str
    rev: int
    deleted: bool
    data: dict[str, Any]


class Changes(BaseModel):
    """Rows in commit order after a cursor; a new `epoch` means another history: rebuild the cache."""

    epoch: UUID
    next_cursor: str
    has_more: bool
    server_time: Time
    rows: list[Row]


class Health(BaseModel):
    """That the service lives, and which contract it speaks."""

    status: Literal["ok"]
    version: str
    contract: Literal["1"]
    server_time: Time
    epoch: UUID
    signing_key: Hash


class Enrolment(BaseModel):
    """A code as a person typed it, and the public half of the station's own key (X25519), if it has one."""

    code: Annotated[str, Field(min_length=1, max_length=64)]
    sealing_key: Hash | None = None


class StationToken(BaseModel):
    """A station's token: told this once, so it is kept where only the station reads it."""

    station: Name
    token: str


class Link(BaseModel):
    """An element's place in its station's chain; alone it stands for what stays at the station or comes whole later."""

    station_seq: Seq
    prev_hash: Hash
    hash: Hash


class Subject(BaseModel):
    """What the event is about: a package, an RMA (its number as read), both or neither."""

    lpn: Id | None
    rma: Annotated[str, Field(max_length=4096)] | None


class Actor(BaseModel):
    """Who did it, and how that is known."""

    kind: Literal["person", "device", "rule"]
    person: str | None
    role: str | None
    how: str


class Event(Link):
    """One journal event; `hash` is over its canonical JSON without the key `hash`."""

    id: UUID
    type: str
    schema_: Annotated[StrictInt, Field(alias="schema")]
    subject: Subject
    occurred_at: Time
    clock_offset_ms: StrictInt
    data_as_of: Time | None
    actor: Actor
    station: Name
    body: dict[str, Any]


class EventBatch(BaseModel):
    """A station's next events, in the order of `station_seq`."""

    station: Name
    events: Annotated[list[Event | Link], Field(max_length=MAX_EVENTS)]


class Envelope(BaseModel):
    """What a batch must be for its elements to be answered one by one."""

    station: Name
    events: list[Link]


class EventResult(BaseModel):
    """What became of one element."""

    station_seq: int
    id: UUID | None
    result: Literal["applied", "duplicate", "applied-with-exception", "rejected", "retry"]
    problem: EventProblem | None = None


class Head(BaseModel):
    """An element of the station's chain as the service holds it, countersigned with the service's own key (Ed25519)."""

    station_seq: int
    hash: Hash
    received_at: Time
    countersigned: Annotated[str, Field(pattern="^[0-9a-f]{128}$")]
    key: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class Countersigned(BaseModel):
    """The end of the station's chain, and the elements of it that were asked for, countersigned."""

    head: Head | None
    events: list[Head]
    server_time: Time


class EventResults(BaseModel):
    """Exactly one result per element, in order; no head before the first element was taken."""

    results: list[EventResult]
    server_time: Time
    head: Head | None

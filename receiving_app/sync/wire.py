"""The contract's JSON and the station's values: translated here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic_core import from_json

from receiving_app.domain.authorization import Address, ClosedBecause, Line, Part, Rma, RmaKind, RmaState
from receiving_app.domain.disposition import FreightPolicy, InspectionOutcome, Payer, SwiPaysWhen
from receiving_app.domain.inspection import StepKind, TestStep, TestTemplate
from receiving_app.domain.money import Money
from receiving_app.domain.policy import ClipPolicy, OnDifference, OnExtra, OnMissingPart, Policy, UnclaimedPolicy
from receiving_app.domain.rma_number import Check, NumberFormat
from receiving_app.domain.roles import Role
from receiving_app.domain.site_calendar import Hours, SiteCalendar
from receiving_app.domain.verdict import Decision
from receiving_app.storage.other_items import OtherItem
from receiving_app.storage.service_data import Model, OtherPackage, Partner, Person
from receiving_app.storage.settled_lines import SettledLine

if TYPE_CHECKING:  # a station without a key of its own never loads what opens with it
    from receiving_app.sync.sealing import SealingKey

CONTRACT = "1"

#: A policy's time in its own unit; more than this no calendar can hold.
Span = Annotated[int, Field(ge=0, le=1_000_000)]


class Row(BaseModel):
    """One row of the stream, its data not yet looked into."""

    seq: int
    kind: str
    id: str
    rev: Annotated[int, Field(ge=0, lt=2**63)]
    deleted: bool = False
    data: dict[str, Any]


class Timed(BaseModel):
    """An answer that tells the service's time."""

    server_time: AwareDatetime


class Page(Timed):
    """One page of the stream of changes; its rows are read one by one, so that a bad one spoils no other."""

    epoch: str
    next_cursor: str
    has_more: bool
    rows: list[Any]


class EventProblem(BaseModel):
    """Why an event was refused or stored with an exception."""

    type: str
    title: str = ""
    detail: str = ""


class EventResult(BaseModel):
    """What became of one element of a batch."""

    station_seq: int
    id: str | None = None
    result: Literal["applied", "duplicate", "applied-with-exception", "rejected", "retry"]
    problem: EventProblem | None = None


class Head(BaseModel):
    """An element of our chain that the service has, and its signature for it; an older service signs otherwise."""

    station_seq: Annotated[int, Field(ge=0, lt=2**63)]
    hash: str
    received_at: str = ""
    countersigned: str = ""
    key: str = ""


class Results(Timed):
    """The service's answer to a batch."""

    results: list[EventResult]
    head: Head | None = None


class Countersigned(Timed):
    """The last element of our chain that the service has, and those that it was asked about."""

    head: Head | None
    events: list[Head]


class Enrolled(BaseModel):
    """A station's name and its token, which is told once."""

    station: Annotated[str, Field(min_length=1, max_length=64)]
    token: Annotated[str, Field(min_length=16, max_length=512)]


class Health(Timed):
    """That the service lives, and which contract it speaks."""

    version: str
    contract: str


@dataclass(frozen=True, slots=True)
class Changes:
    """A page's rows as the station keeps them; `unreadable` are (kind, id) of rows that made no sense."""

    rmas: tuple[Rma, ...]
    partners: tuple[Partner, ...]
    models: tuple[Model, ...]
    people: tuple[Person, ...]
    policies: tuple[tuple[Policy, int], ...]
    other_packages: tuple[OtherPackage, ...]
    other_items: tuple[OtherItem, ...]
    settled_lines: tuple[SettledLine, ...]
    deleted: tuple[tuple[str, str], ...]
    unreadable: tuple[tuple[str, str], ...]


def changes(rows: Sequence[Any], station: str, key: SealingKey | None = None) -> Changes:
    """Translate rows; this station's own packages and items are left out, and kinds that this program doesn't know.

    `key` opens the verifiers that were sealed for this station.
    """
    found: dict[str, list[Any]] = {kind: [] for kind in (*_READERS, "person")}
    packages: list[OtherPackage] = []
    deleted: list[tuple[str, str]] = []
    unreadable: list[tuple[str, str]] = []
    for raw in rows:
        try:
            row = Row.model_validate(raw)
            if row.deleted:
                deleted.append((row.kind, row.id))
            elif row.kind == "package":
                told = _packages(row, station)
                packages += told
                if not told:
                    # It has ended, or lost its verdicts: what was known of it no longer counts.
                    deleted.append((row.kind, row.id))
            elif row.kind == "item" and row.data.get("station") == station:
                continue
            elif row.kind == "person":
                found["person"].append(_person(row, station, key))
            elif row.kind in _READERS:
                found[row.kind].append(_READERS[row.kind](row))
        except (ValueError, OverflowError):
            unreadable.append(_named(raw))
    return Changes(
        rmas=tuple(found["rma"]),
        partners=tuple(found["partner"]),
        models=tuple(found["model"]),
        people=tuple(found["person"]),
        policies=tuple(found["policy"]),
        other_packages=tuple(packages),
        other_items=tuple(found["item"]),
        settled_lines=tuple(found["settlement"]),
        deleted=tuple(deleted),
        unreadable=tuple(unreadable),
    )


def _named(raw: Any) -> tuple[str, str]:
    told = raw if isinstance(raw, dict) else {}
    return str(told.get("kind", "row"))[:64], str(told.get("id", "without id"))[:128]


def rma(row: Row) -> Rma:
    """Translate an RMA; raise `ValueError` where it makes no sense, a time without offset included."""
    data = RmaData.model_validate(row.data)
    return Rma(
        number=data.number,
        rev=row.rev,
        partner=data.partner,
        partner_name="",
        created_at=data.created_at,
        receive_by=data.receive_by,
        kind=data.kind,
        state=data.state,
        closed_because=data.closed_because,
        closed_at=data.closed_at,
        replacement_shipped=data.replacement_shipped,
        ticket=data.ticket,
        end_customer=data.end_customer,
        send_back_to=data.send_back_to,
        tracking=data.tracking,
        lines=data.lines,
    )


def page(content: bytes) -> Page:
    """Read a page; raise `ValueError` where it makes no sense."""
    # Twice as fast as `model_validate_json`, which is slow at what it doesn't look into.
    return Page.model_validate(from_json(content))


class RmaData(BaseModel):
    """An RMA as the contract states it."""

    model_config = ConfigDict(extra="ignore")

    number: Annotated[str, Field(min_length=1, max_length=64)]
    ticket: str = ""
    partner: str
    kind: RmaKind
    state: RmaState
    closed_because: ClosedBecause | None = None
    closed_at: AwareDatetime | None = None
    created_at: AwareDatetime
    receive_by: date
    replacement_shipped: bool
    end_customer: str | None = None
    send_back_to: Address | None = None
    tracking: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()


class PartnerData(BaseModel):
    """A partner as the contract states it."""

    id: str
    name: str
    addresses: tuple[Address, ...] = ()


class TemplateData(BaseModel):
    """A model's test template as the contract states it."""

    version: Annotated[int, Field(ge=0)]
    steps: Annotated[tuple[TestStep, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _can_be_followed(self) -> Self:
        if len({step.id for step in self.steps}) != len(self.steps):
            raise ValueError("two steps have the same id")
        for step in self.steps:
            if step.kind is StepKind.CHOICE and not step.options:
                raise ValueError(f"step {step.id} is a choice without options")
            low, high = (step.limits.low, step.limits.high) if step.limits else (None, None)
            if low is not None and high is not None and low > high:
                raise ValueError(f"step {step.id} has limits that no value meets")
        return self


class MoneyData(BaseModel):
    """An amount as the contract states it."""

    amount: Annotated[Decimal, Field(ge=0, max_digits=12, decimal_places=2)]
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]


class ModelData(BaseModel):
    """A product model as the contract states it."""

    id: str
    name: str
    parts: tuple[Part, ...] = ()
    template: TemplateData | None = None
    value: MoneyData | None = None


class PersonData(BaseModel):
    """A person as the contract states it; roles that this program doesn't know are left out."""

    id: str
    name: str
    roles: tuple[str, ...]
    badge_sha256: str | None = None
    active: bool = True
    pin_argon2: str | None = None
    sealed: dict[str, str] = {}


class PackageRma(BaseModel):
    """One verdict on another station's package."""

    number: str
    verdict: Decision


class PackageData(BaseModel):
    """A package as the contract states it."""

    lpn: str
    station: str
    received_at: AwareDatetime
    rmas: tuple[PackageRma, ...]
    ended: str | None = None


class ItemData(BaseModel):
    """An item as the contract states it; an outcome that this program doesn't know is left out."""

    id: str
    lpn: str | None = None
    station: str
    serial: str
    model: str
    rma: str | None = None
    line: str | None = None
    verdict: Decision | None = None
    outcome: str | None = None
    left: bool = False


class SettlementData(BaseModel):
    """What was settled of a line, as the contract states it."""

    id: str
    rma: str
    line: str
    station: str = ""
    person: str | None = None
    settled_at: AwareDatetime | None = None


class PolicyData(BaseModel):
    """The site's policy as the contract states it."""

    version: Annotated[int, Field(ge=1)]
    time_zone: str
    window_days: Annotated[int, Field(ge=0, le=3650)]
    number_prefix: str
    number_body: str
    number_check: Check
    data_unsure_after_minutes: Span
    data_warn_after_hours: Span
    data_stale_after_hours: Span
    same_box_seconds: Span
    live_lookup_seconds: Annotated[Span, Field(ge=1)]
    undo_seconds: Span
    sender_differs: OnDifference
    extras: OnExtra = OnExtra.NOTE
    missing_parts: OnMissingPart = OnMissingPart.HOLD
    swi_pays_when: SwiPaysWhen = SwiPaysWhen.DOA_CONFIRMED
    nff_payer: Payer = Payer.PARTNER
    photo_long_edge: Annotated[int, Field(ge=64, le=20_000)] = 1600
    lock_after_minutes: Annotated[Span, Field(ge=1)] = 10
    lone_supervisor: bool = False
    inspect_within_days: Annotated[int, Field(ge=1, le=3650)] = 5
    review_within_hours: Annotated[int, Field(ge=1, le=10_000)] = 24
    clip_seconds: Annotated[int, Field(ge=0, le=60)] = 0
    clip_megabytes: Annotated[int, Field(ge=1, le=512)] = 32
    clip_days: Annotated[int, Field(ge=1, le=3650)] = 30
    unclaimed_remind_days: Annotated[tuple[Annotated[int, Field(ge=1, le=3650)], ...], Field(max_length=50)] = (
        7,
        30,
        60,
    )
    unclaimed_abandon_days: Annotated[int, Field(ge=1, le=3650)] = 90
    dock_hours: dict[str, tuple[time, time] | None]
    dock_closed: tuple[date, ...] = ()

    @field_validator("time_zone")
    @classmethod
    def _is_a_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, OSError) as error:
            raise ValueError("time_zone is no known time zone") from error
        return value

    @field_validator("number_body")
    @classmethod
    def _is_a_pattern(cls, value: str) -> str:
        try:
            re.compile(value)
        except re.error as error:
            raise ValueError("number_body is no regular expression") from error
        return value


def _partner(row: Row) -> Partner:
    data = PartnerData.model_validate(row.data)
    return Partner(data.id, row.rev, data.name, data.addresses)


def _model(row: Row) -> Model:
    data = ModelData.model_validate(row.data)
    template = TestTemplate(data.id, data.template.version, data.template.steps) if data.template else None
    value = Money(data.value.amount, data.value.currency) if data.value else None
    return Model(data.id, row.rev, data.name, data.parts, template, value)


def _person(row: Row, station: str, key: SealingKey | None) -> Person:
    data = PersonData.model_validate(row.data)
    known = {role.value for role in Role}
    roles = tuple(Role(role) for role in data.roles if role in known)
    badge, pin = data.badge_sha256, data.pin_argon2
    if key is not None and station in data.sealed:
        verifiers = key.open(data.sealed[station], station, data.id)
        badge, pin = verifiers.badge_sha256, verifiers.pin_argon2
    return Person(data.id, row.rev, data.name, roles, badge, data.active, pin)


def _policy(row: Row) -> tuple[Policy, int]:
    data = PolicyData.model_validate(row.data)
    policy = Policy(
        version=data.version,
        window_days=data.window_days,
        calendar=SiteCalendar(data.time_zone, _hours(data.dock_hours), data.dock_closed),
        number_format=NumberFormat(data.number_prefix, data.number_body, data.number_check),
        data_unsure_after=timedelta(minutes=data.data_unsure_after_minutes),
        data_warn_after=timedelta(hours=data.data_warn_after_hours),
        data_stale_after=timedelta(hours=data.data_stale_after_hours),
        same_box_within=timedelta(seconds=data.same_box_seconds),
        live_lookup_within=timedelta(seconds=data.live_lookup_seconds),
        undo_within=timedelta(seconds=data.undo_seconds),
        sender_differs=data.sender_differs,
        extras=data.extras,
        missing_parts=data.missing_parts,
        freight=FreightPolicy(data.swi_pays_when, data.nff_payer),
        photo_long_edge=data.photo_long_edge,
        lock_after=timedelta(minutes=data.lock_after_minutes),
        lone_supervisor=data.lone_supervisor,
        inspect_within=timedelta(days=data.inspect_within_days),
        review_within=timedelta(hours=data.review_within_hours),
        unclaimed=UnclaimedPolicy(tuple(sorted(set(data.unclaimed_remind_days))), data.unclaimed_abandon_days),
        clips=ClipPolicy(data.clip_seconds, data.clip_megabytes * 2**20, timedelta(days=data.clip_days)),
    )
    return policy, row.rev


def _hours(days: Mapping[str, tuple[time, time] | None]) -> dict[str, Hours | None]:
    return {day: Hours(*hours) if hours else None for day, hours in days.items()}


def _packages(row: Row, station: str) -> list[OtherPackage]:
    data = PackageData.model_validate(row.data)
    if data.station == station or data.ended is not None:
        return []
    return [
        OtherPackage(data.lpn, verdict.number, row.rev, data.station, verdict.verdict, data.received_at)
        for verdict in data.rmas
        if verdict.number
    ]


def _item(row: Row) -> OtherItem:
    data = ItemData.model_validate(row.data)
    outcome = next((outcome for outcome in InspectionOutcome if outcome.value == data.outcome), None)
    return OtherItem(
        id=data.id,
        rev=row.rev,
        station=data.station,
        lpn=data.lpn or "",
        serial=data.serial,
        model=data.model,
        number=data.rma or "",
        line=data.line or "",
        verdict=data.verdict,
        outcome=outcome,
        left=data.left,
    )


def _settlement(row: Row) -> SettledLine:
    data = SettlementData.model_validate(row.data)
    return SettledLine(data.id, row.rev, data.rma, data.line, data.station, data.person or "", data.settled_at)


_READERS: Mapping[str, Any] = {
    "item": _item,
    "settlement": _settlement,
    "rma": rma,
    "partner": _partner,
    "model": _model,
    "policy": _policy,
}

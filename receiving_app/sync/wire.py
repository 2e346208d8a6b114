"""The contract's JSON and the station's values: translated here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, Field
from pydantic_core import from_json

from receiving_app.domain.authorization import Rma
from receiving_app.domain.disposition import FreightPolicy, InspectionOutcome
from receiving_app.domain.inspection import TestTemplate
from receiving_app.domain.money import Money
from receiving_app.domain.policy import ClipPolicy, Policy, UnclaimedPolicy
from receiving_app.domain.rma_number import NumberFormat
from receiving_app.domain.roles import Role
from receiving_app.domain.site_calendar import Hours, SiteCalendar
from receiving_app.storage.other_items import OtherItem
from receiving_app.storage.service_data import Model, OtherPackage, Partner, Person
from receiving_app.storage.settled_lines import SettledLine
from receiving_app.sync.row_data import (
    ItemData,
    ModelData,
    PackageData,
    PartnerData,
    PersonData,
    PolicyData,
    RmaData,
    SettlementData,
)

if TYPE_CHECKING:  # a station without a key of its own never loads what opens with it
    from receiving_app.sync.sealing import SealingKey

CONTRACT = "1"


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

"""What the contract says a row of each kind holds: checked as it comes, before anything is made of it."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, field_validator, model_validator

from receiving_app.domain.authorization import Address, ClosedBecause, Line, Part, RmaKind, RmaState
from receiving_app.domain.disposition import Payer, SwiPaysWhen
from receiving_app.domain.inspection import StepKind, TestStep
from receiving_app.domain.policy import OnDifference, OnExtra, OnMissingPart
from receiving_app.domain.rma_number import Check
from receiving_app.domain.verdict import Decision

#: A policy's time in its own unit; more than this no calendar can hold.
Span = Annotated[int, Field(ge=0, le=1_000_000)]


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

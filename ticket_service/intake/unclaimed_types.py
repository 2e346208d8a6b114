"""What events about boxes that nobody can place say."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, Field, model_validator

from ticket_service.contract.wire import Id
from ticket_service.intake.item_types import Number

Said = Annotated[str, Field(pattern=r"\S")]


class PackageClue(BaseModel):
    """Something was found on a box, or inside it, that may tell whose it is."""

    text: str
    inside: bool = False


class PackageIdentified(BaseModel):
    """A person says which RMA a box was sent for, or only which partner sent it; `before` is what its label said."""

    judged: str
    before: str = ""
    number: Number = ""
    partner: Id


class UnclaimedKept(BaseModel):
    """A box stands on a shelf, and nobody knows whose it is."""

    unclaimed: Id
    place: str = ""


class UnclaimedReminded(BaseModel):
    """A box has stood unclaimed for so many days: support may ask around."""

    unclaimed: Id
    days: Annotated[int, Field(ge=0)]


class UnclaimedMatched(BaseModel):
    """An RMA came up that something on an unclaimed box points to."""

    unclaimed: Id
    number: Number


class UnclaimedAgreed(BaseModel):
    """Somebody pays for an unclaimed box's way back."""

    unclaimed: Id
    judged: str
    agreed_by: Said
    agreed_on: date


class UnclaimedAbandoned(BaseModel):
    """An unclaimed box is given up; `judged` is the event that says it is kept."""

    unclaimed: Id
    judged: str
    becomes: Literal["kept", "scrapped"]
    reason: Said
    note: str = ""

    @model_validator(mode="after")
    def _explained(self) -> Self:
        if self.reason == "other" and not self.note.strip():
            raise ValueError("another reason needs a note")
        return self

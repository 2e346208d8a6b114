"""What events about opened boxes, the items in them and their shipments say."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, Field, NonNegativeInt, model_validator

from ticket_service.contract.wire import Id, Time

Number = Annotated[str, Field(max_length=64)]
Outcome = Literal[
    "no-fault-found",
    "repaired",
    "replaced",
    "not-covered",
    "unrepairable",
    "awaiting-parts",
    "awaiting-stock",
    "cannot-test",
]


class OfItem(BaseModel):
    """Something that is said of one item."""

    item: Id


class ItemFound(OfItem):
    """A device was taken out of a box; `line` is empty where no accepted RMA lists it."""

    serial: str
    model: str
    line: str = ""
    rma_key: Number = ""
    number: Number = ""


class ItemListed(OfItem):
    """A line lists an item by now that none did when it was found, or another one did."""

    model: str
    line: str
    rma_key: Number = ""
    number: Number


class Exchanged(BaseModel):
    """One device of a decided exchange, and the line that it belongs to."""

    item: Id
    judged: str = ""
    number: Number
    line: str
    model: str


class ExchangeDecided(BaseModel):
    """A person says whether devices lie in each other's boxes; one side only where the other device isn't here."""

    sides: Annotated[tuple[Exchanged, ...], Field(min_length=1, max_length=2)]
    crossed: bool
    reason: Annotated[str, Field(pattern=r"\S")]
    note: str = ""


class LineSettled(BaseModel):
    """A person says that what a line still awaits will not come."""

    number: Number
    line: Id
    how: Literal["not-returned"]
    reason: Annotated[str, Field(pattern=r"\S")]
    note: str = ""


class PartCounted(OfItem):
    """So many of a part came with an item."""

    part: str
    found: Annotated[int, Field(ge=0)]


class ExtraNoted(OfItem):
    """Something came that no line lists."""

    what: str


class ItemMarked(OfItem):
    """A person saw something wrong with an item."""

    mark: Literal["hazard", "tampered", "transit-damage"]


class CustodyRecorded(OfItem):
    """Whether an item carries the client's video, and what became of it."""

    medium: Literal["card", "internal-memory"]
    present: bool
    fate: Literal["returned", "erased-with-consent", "awaiting-answer"] | None = None
    consent: str = ""

    @model_validator(mode="after")
    def _consented(self) -> Self:
        if self.fate == "erased-with-consent" and not self.consent.strip():
            raise ValueError("who consented to erase the video is missing")
        return self


class PartSeen(BaseModel):
    """How many of a part came with an item; null while nobody has looked."""

    name: str
    required: bool = False
    found: int | None = None


class ItemSeen(BaseModel):
    """What the rules looked at, as far as its partner is told of it."""

    parts: tuple[PartSeen, ...] = ()
    extras: tuple[str, ...] = ()
    transit_damage: bool = False


class ItemJudged(OfItem):
    """The rules gave a verdict for an item."""

    verdict: Literal["accept", "reject", "hold"]
    codes: tuple[str, ...] = ()
    facts: ItemSeen = ItemSeen()


class UnpackingBegun(BaseModel):
    """A box is opened."""

    condition: Literal["whole", "damaged", "tampered", "empty"]


class EmptyBoxReviewed(BaseModel):
    """A supervisor has looked at a box in which nothing was; `judged` is the event that says so."""

    judged: str
    reason: Annotated[str, Field(pattern=r"\S")]
    note: str = ""


class Place(BaseModel):
    """Where goods go or come from; only the name is never missing."""

    name: str


class AddressCaptured(BaseModel):
    """The return address on a package's label."""

    address: Place
    how: str


class PhotoTaken(BaseModel):
    """A photo of a package or an item, named by its content's hash."""

    photo: str = Field(min_length=1)
    taken_at: Time
    item: Id | None = None


class Template(BaseModel):
    """Which version of a model's test is used."""

    model: str
    version: int


class InspectionBegun(OfItem):
    """A technician began to test an item."""

    template: Template


class StepDone(OfItem):
    """One step's result."""

    step: str
    value: str
    passed: bool


class Disposition(BaseModel):
    """What happens to the item next."""

    next: Literal["return", "send-replacement", "keep", "wait", "scrap", "supervisor"]
    payer: Literal["smartwitness", "partner", "supervisor"] | None = None


class InspectionEnded(OfItem):
    """A technician's outcome for an item, with what the rules made of it."""

    outcome: Outcome
    disposition: Disposition
    replacement_serial: str | None = None


class Identity(BaseModel):
    """The device of an RMA that an item is."""

    number: Number
    line: str = Field(min_length=1)
    model: str
    serial: str


class Consent(BaseModel):
    """Who on the client's side agreed to the scrapping, and on which day."""

    by: str = Field(min_length=1)
    on: date


#: What may be decided of an item's verdict, and what of its outcome.
OF_VERDICT = frozenset({"accept", "identify", "ask", "return", "scrap"})
OF_OUTCOME = frozenset({"quote", "repair", "return", "replace", "keep", "scrap", "payer"})
#: What says for itself how the item goes on.
_GOES_ON = frozenset({"accept", "identify", "repair"})


class PartnerHistory(BaseModel):
    """How often a partner's late boxes were accepted within 90 days, and what its devices were like, to a station."""

    late_waivers: NonNegativeInt
    tested: NonNegativeInt
    no_fault_found: NonNegativeInt
    with_extras: NonNegativeInt


class ItemDecided(OfItem):
    """A supervisor's decision on an item; `judged` is the verdict, outcome or decision that it is about.

    Schema 2 says in `history` what the station knew of the partner.
    """

    judged: str
    choice: Literal["accept", "identify", "ask", "quote", "repair", "return", "replace", "keep", "scrap", "payer"]
    reason: str = Field(min_length=1)
    disposition: Disposition | None = None
    identity: Identity | None = None
    replacement_serial: str | None = None
    consent: Consent | None = None
    history: PartnerHistory | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        needs: dict[str, tuple[str, object]] = {
            "identify": ("an identity", self.identity),
            "scrap": ("the client's consent", self.consent),
            "replace": ("the replacement's serial number", self.replacement_serial),
        }
        name, given = needs.get(self.choice, ("", True))
        if not given:
            raise ValueError(f"{self.choice} needs {name}")
        if (self.disposition is None) is not (self.choice in _GOES_ON):
            raise ValueError(f"{self.choice} has {'no' if self.choice in _GOES_ON else 'a'} disposition")
        return self


class FreightCredited(OfItem):
    """SmartWitness bears the freight that the partner paid to send an item here."""

    number: str


class ShipmentPacked(BaseModel):
    """Items, and packages as they came, are packed for one address."""

    shipment: Id
    items: tuple[Id, ...]
    packages: tuple[Id, ...] = ()


class ShipmentSent(BaseModel):
    """A shipment left with a carrier."""

    shipment: Id
    carrier: str
    tracking: str

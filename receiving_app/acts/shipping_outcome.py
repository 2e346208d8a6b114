"""What the acts at shipping answer: frozen values for screens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from receiving_app.domain.item_events import ShippingException
from receiving_app.domain.shipment import Bar, Goods, Shipment


class ShippingRefusal(StrEnum):
    """Why something was not packed or sent; `words.shipping` has the sentence."""

    NOTHING_CHOSEN = "nothing-chosen"
    NOT_HERE = "not-here"
    #: One of the goods may not leave: its bars say why. What is packed already leaves if a person confirms it.
    BARRED = "barred"
    ADDRESSES_DIFFER = "addresses-differ"
    PAYERS_DIFFER = "payers-differ"
    #: Dangerous goods: a named person looks at packing and marking first.
    CHECK_MISSING = "check-missing"
    NO_SUCH_SHIPMENT = "no-such-shipment"
    ALREADY_SENT = "already-sent"
    #: Dangerous goods never go by air.
    GROUND_ONLY = "ground-only"
    TRACKING_MISSING = "tracking-missing"
    TRACKING_TOO_LONG = "tracking-too-long"
    #: It is one of our own labels, or an RMA number.
    TRACKING_OURS = "tracking-ours"
    CARRIER_MISSING = "carrier-missing"
    CARRIER_DIFFERS = "carrier-differs"
    #: The number has no known carrier's form and check digit.
    CARRIER_REASON_MISSING = "carrier-reason-missing"
    #: The number is on goods for another address: refused unless a person confirms it.
    TRACKING_ELSEWHERE = "tracking-elsewhere"
    #: The number came in on a partner's label: refused unless a person confirms it.
    TRACKING_INBOUND = "tracking-inbound"


@dataclass(frozen=True, slots=True)
class ShippingOutcome:
    """What became of one act: the shipment as it stands now, or why nothing was written.

    `goods` and `bars` tell which thing was refused and why, `elsewhere` which shipment has the number already,
    `exceptions` what spoke against a shipment that left all the same, or speaks against one that is packed.
    """

    shipment: Shipment | None = None
    refusal: ShippingRefusal | None = None
    goods: Goods | None = None
    thing: str = ""
    bars: tuple[Bar, ...] = ()
    elsewhere: Shipment | None = None
    exceptions: tuple[ShippingException, ...] = ()

    @property
    def done(self) -> bool:
        """Whether it was done."""
        return self.refusal is None


@dataclass(frozen=True, slots=True)
class HandedOver:
    """How a shipment left: the number on the carrier's label, and what a person says beside it.

    `carrier` may be left out where the number tells it. `reason` says why a number without a known form is right;
    `by_ground` that the service chosen flies nothing; `confirmed` are the refusals that a person has seen and
    answered: it is right all the same.
    """

    tracking: str
    carrier: str = ""
    reason: str = ""
    by_ground: bool = False
    confirmed: frozenset[ShippingRefusal] = frozenset()

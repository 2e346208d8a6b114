"""What the large panel says at the packing table: one frozen value, made without a widget."""

from __future__ import annotations

from datetime import datetime

from receiving_app.acts.packing_outcome import Code, PackingOutcome
from receiving_app.acts.shipping_outcome import ShippingRefusal
from receiving_app.domain.policy import Policy
from receiving_app.words.packing import headline, next_step, sentence
from ui.parts.panel_content import TONES, PanelContent
from ui.theme import Tone

_SHAPES = {
    Code.READY: "scan",
    Code.CHOSEN: "circle-check",
    Code.PACKED: "package",
    Code.LEFT: "truck",
    Code.ADDRESS_TAKEN: "check",
    Code.BY_GROUND: "truck",
    Code.OPENED: "package",
    Code.ALREADY_CHOSEN: "repeat",
    Code.TAKEN_OUT: "arrow-back-up",
    Code.ALL_OUT: "package-off",
    Code.PUT_ASIDE: "arrow-right",
    Code.UNDONE: "arrow-back-up",
    Code.DRIVERS_LIST: "list",
    Code.SIGNED_IN: "user",
    Code.ALREADY_LEFT: "hand-stop",
    Code.PACKED_ELSEWHERE: "hand-stop",
    Code.ORIGINAL_STAYS: "hand-stop",
    Code.NOT_RECORDED: "hand-stop",
}
_REFUSALS = {
    ShippingRefusal.BARRED: "pause",
    ShippingRefusal.CHECK_MISSING: "flame",
    ShippingRefusal.GROUND_ONLY: "truck",
    ShippingRefusal.ADDRESSES_DIFFER: "hand-stop",
    ShippingRefusal.PAYERS_DIFFER: "hand-stop",
}


def content_of(outcome: PackingOutcome, policy: Policy, now: datetime) -> PanelContent:
    """Say what became of a scan or an act."""
    decision = outcome.decision
    shape = _REFUSALS.get(outcome.refusal, "help") if outcome.refusal else _SHAPES.get(outcome.code, "help")
    return PanelContent(
        TONES[decision] if decision else Tone.NEUTRAL,
        shape,
        headline(outcome),
        sentence(outcome, policy, now),
        next_step(outcome),
    )

"""What the large panel says over a box: one frozen value, made without a widget."""

from __future__ import annotations

from datetime import datetime

from receiving_app.acts.unpacking_outcome import Code, UnpackingOutcome
from receiving_app.domain.policy import Policy
from receiving_app.words.unpacking import headline, next_step, sentence
from ui.parts.panel_content import SHAPES, TONES, PanelContent
from ui.theme import Tone

_SHAPES = {
    Code.ASK_CONDITION: "package",
    Code.CARTON_FIRST: "package",
    Code.BEGUN: "package",
    Code.RESUMED: "package",
    Code.REOPENED: "package",
    Code.NO_BOX: "scan",
    Code.LEFT: "scan",
    Code.ALREADY_COUNTED: "repeat",
    Code.ASK_MODEL: "help",
    Code.HAZARD: "flame",
    Code.SELECTED: "tag",
    Code.UNDONE: "arrow-back-up",
    Code.SIGNED_IN: "user",
    Code.PART_COUNTED: "check",
    Code.EXTRA_NOTED: "tag",
    Code.ADDRESS_TAKEN: "check",
    Code.CUSTODY_RECORDED: "check",
    Code.LABEL_ELSEWHERE: "tag",
    Code.JUDGED_AGAIN: "info-circle",
    Code.DONE_WAITING: "clock",
}
_NOT_UNDERSTOOD = frozenset(
    {Code.EMPTY_SCAN, Code.TOO_LONG, Code.SEVERAL_SERIALS, Code.NOT_A_SERIAL, Code.CARTON_CODE, Code.MODEL_CODE}
)


def content_of(outcome: UnpackingOutcome, policy: Policy, now: datetime) -> PanelContent:
    """Say what became of a scan or an act."""
    decision = outcome.decision
    fallback = "help" if outcome.code in _NOT_UNDERSTOOD else "info-circle"
    return PanelContent(
        TONES[decision] if decision else Tone.NEUTRAL,
        _SHAPES.get(outcome.code) or (SHAPES[decision] if decision else fallback),
        headline(outcome.code),
        sentence(outcome, policy, now),
        next_step(outcome.code),
    )

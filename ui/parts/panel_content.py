"""What the verdict panel shows: one frozen value, made without a widget."""

from __future__ import annotations

from dataclasses import dataclass

from receiving_app.domain.verdict import Decision
from ui.theme import Tone

TONES = {Decision.ACCEPT: Tone.ACCEPT, Decision.REJECT: Tone.REJECT, Decision.HOLD: Tone.HOLD}
SHAPES = {Decision.ACCEPT: "circle-check", Decision.REJECT: "octagon-x", Decision.HOLD: "pause"}


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """One RMA's verdict among several on a package."""

    decision: Decision
    number: str
    why: str


@dataclass(frozen=True, slots=True)
class PanelContent:
    """Everything the panel shows; `word` fills it when it is a verdict, `is_phrase` makes it smaller."""

    tone: Tone
    shape: str
    word: str
    why: str
    then: str
    is_phrase: bool = True
    lines: tuple[VerdictLine, ...] = ()
    question: str = ""

"""What became of the last scan or act, in one sentence that is read at a glance."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from receiving_app.acts.bench_outcome import BenchRefusal
from receiving_app.acts.workbench_outcome import Code, WorkbenchOutcome
from receiving_app.domain.item import Item
from receiving_app.domain.policy import Policy
from receiving_app.words.bench import fault_sentence, outcome_word, refusal_sentence
from receiving_app.words.readings import shown
from receiving_app.words.workbench import answer_sentence, left_sentence
from ui.colors import Color, Theme
from ui.parts.labels import IconLabel, plain_label
from ui.theme import Role, Space, Tone, set_role, set_tone

_LOOKS: dict[Tone, tuple[str, Color]] = {
    Tone.ACCEPT: ("circle-check", Color.ON_ACCEPT),
    Tone.REJECT: ("octagon-x", Color.ON_REJECT),
    Tone.HOLD: ("alert-triangle", Color.ON_HOLD),
    Tone.NEUTRAL: ("info-circle", Color.ON_NEUTRAL),
}
_GOOD = frozenset({Code.PASSED, Code.SAVED})
_PLAIN = frozenset(
    {
        Code.READY,
        Code.AT_HAND,
        Code.BEGUN,
        Code.RESUMED,
        Code.SEEN,
        Code.PUT_AWAY,
        Code.COLLECTING,
        Code.ADDED,
        Code.ALREADY_IN_BATCH,
        Code.ALONE,
        Code.STEP_CHOSEN,
        Code.WRITING,
        Code.TAKE_PHOTO,
        Code.OUTCOME_CHOSEN,
        Code.OUTCOME_LEFT,
        Code.UNDONE,
        Code.SIGNED_IN,
        Code.PIN_DUE,
        Code.NO_TECHNICIAN,
        Code.AT_THE_DOCK,
    }
)

#: So that a sentence more or less moves nothing below it.
_TWO_LINES = 68


def tone_of(outcome: WorkbenchOutcome) -> Tone:
    """Say how an answer stands: done well, failed, to be noted, or not done."""
    if outcome.code in _GOOD:
        return Tone.ACCEPT
    if outcome.code is Code.FAILED:
        return Tone.REJECT
    return Tone.NEUTRAL if outcome.code in _PLAIN else Tone.HOLD


def sentence_of(outcome: WorkbenchOutcome, policy: Policy) -> str:
    """Say what became of a scan or an act, and what to do next."""
    if outcome.fault is not None:
        return fault_sentence(outcome.fault)
    left = outcome.shipment
    if left is not None and left.sent_at is not None:
        return left_sentence(left.carrier or "", left.tracking or "", left.sent_at, policy.calendar)
    if outcome.refusal is not None:
        named = ", ".join(shown(each) for each in outcome.candidates[:4]) or _ended(outcome)
        said = refusal_sentence(outcome.refusal)
        return f"{said} ({named})" if named else said
    return answer_sentence(outcome.code).format(_about(outcome))


def _ended(outcome: WorkbenchOutcome) -> str:
    inspection = outcome.item.inspection if outcome.item else None
    if outcome.refusal is not BenchRefusal.ALREADY_ENDED or inspection is None or inspection.outcome is None:
        return ""
    return outcome_word(inspection.outcome)


def _about(outcome: WorkbenchOutcome) -> str:
    if outcome.code in {Code.PASSED, Code.FAILED, Code.WRITING}:
        return shown(outcome.text, 64)
    return name_of(outcome.item) if outcome.item else ""


def name_of(item: Item) -> str:
    """Name a device: its serial number, else its label."""
    return shown(item.serial or item.id, 32)


class MessageBar(QWidget):
    """Shows the last answer with its shape and colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.VERDICT, Tone.NEUTRAL)
        self._icon = IconLabel("info-circle", Color.ON_NEUTRAL, 32, theme, self)
        self._sentence = plain_label(Role.TITLE, wraps=True, parent=self)
        self.setMinimumHeight(_TWO_LINES)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.HALF, Space.L, Space.HALF)
        row.setSpacing(Space.M)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._sentence, 1)

    def show_outcome(self, outcome: WorkbenchOutcome, policy: Policy) -> None:
        """Show what became of a scan or an act."""
        self.tell(sentence_of(outcome, policy), tone_of(outcome))

    def tell(self, sentence: str, tone: Tone) -> None:
        """Show a sentence."""
        self._sentence.setText(sentence)
        self._icon.show_icon(*_LOOKS[tone])
        set_tone(self, tone)

    def set_theme(self, theme: Theme) -> None:
        """Paint the icon in another theme's colours."""
        self._icon.set_theme(theme)

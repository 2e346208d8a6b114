"""The right half of the review: one kind of case with its evidence and the form that decides it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from receiving_app.acts.decision import ItemAnswer, ItemPreview
from receiving_app.domain.became import Became, Refused
from receiving_app.domain.candidates import Candidate
from receiving_app.domain.cases import Case, Unread
from receiving_app.domain.command import Command
from receiving_app.domain.events import ClipKept
from receiving_app.domain.money import Prices
from receiving_app.domain.package import Package
from receiving_app.domain.policy import Policy
from receiving_app.queries.answers import NO_PAST, Past, TimelineEntry
from ui.colors import Theme
from ui.parts.photo_view import FetchPhoto, Pictures


def _no_photo(_photo: str, _room: QSize, _pictures: Pictures) -> None:
    return None


def _no_story(_case: Case) -> tuple[TimelineEntry, ...]:
    return ()


def _not_read(_unread: Unread) -> Case | None:
    return None


def _no_past(_case: Case) -> Past:
    return NO_PAST


def _no_films(_case: Case) -> tuple[ClipKept, ...]:
    return ()


def _no_prices() -> Prices:
    return {}


def _not_opened(_thing: str) -> None:
    return None


def _nobody() -> tuple[tuple[str, str], ...]:
    return ()


def _nobodys(_box: Package) -> tuple[Candidate, ...]:
    return ()


def _no_preview(answer: ItemAnswer) -> ItemPreview:
    return ItemPreview(None, answer)


def _nothing_known(_case: Case) -> Became:
    return Became()


def _not_refused(_case: Case) -> Refused | None:
    return None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Whom a page asks for what it shows only when somebody looks: a photo by its hash, a case's story.

    `case` reads all of a case; `supervisors` gives id and name of who may decide, `past` what was before a case,
    `prices` what devices are worth, `films` which were kept of a case and
    `film` the moments of one. `open` shows all that is known of a plate or an item's label. `preview` tells what
    an answer about a device would lead to if it were saved now. `became` tells why a case waits no longer, `refused`
    what the ticket service would not take of a case; `whose` gives whose a box may be.
    """

    photo: FetchPhoto = _no_photo
    story: Callable[[Case], Sequence[TimelineEntry]] = _no_story
    preview: Callable[[ItemAnswer], ItemPreview] = _no_preview
    case: Callable[[Unread], Case | None] = _not_read
    supervisors: Callable[[], Sequence[tuple[str, str]]] = _nobody
    past: Callable[[Case], Past] = _no_past
    prices: Callable[[], Prices] = _no_prices
    film: FetchPhoto = _no_photo
    films: Callable[[Case], Sequence[ClipKept]] = _no_films
    open: Callable[[str], None] = _not_opened
    became: Callable[[Case], Became] = _nothing_known
    refused: Callable[[Case], Refused | None] = _not_refused
    whose: Callable[[Package], Sequence[Candidate]] = _nobodys


class CasePage(QWidget):
    """Shows one case of its kind and says what a person decided of it; whether it may be so is not its to say."""

    decided = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def attach(self, evidence: Evidence) -> None:
        """Say whom to ask for photos and stories."""
        raise NotImplementedError

    # A page shows its own kind of case and is given no other.
    def show_case(self, case: Any, policy: Policy, now: datetime) -> None:
        """Show a case of this page's kind, or None where nothing waits."""
        raise NotImplementedError

    @property
    def reads(self) -> str:
        """What the client will read of what is chosen now; empty where nobody is told."""
        raise NotImplementedError

    def show_error(self, sentence: str) -> None:
        """Say beside the form why nothing was decided."""
        raise NotImplementedError

    def show_ended(self, sentence: str) -> None:
        """Say why there is nothing to decide any more; what was written in the form stays to be read."""
        raise NotImplementedError

    def obey(self, command: Command) -> None:
        """Let the form do what a command barcode says."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Paint it in another theme's colours."""
        raise NotImplementedError

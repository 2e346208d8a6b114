"""What pages share on which somebody says whose a box is: candidates, and the commands that come by scan."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtWidgets import QWidget

from receiving_app.acts.decision import FoundOnBox, Objection, Whose
from receiving_app.domain.candidates import Candidate
from receiving_app.domain.command import Command
from receiving_app.domain.package import Judgement, Package
from receiving_app.domain.rma_number import number_key
from receiving_app.words.unclaimed import (
    as_the_rules_say,
    candidate_name,
    identify_fields,
    identify_word,
    keep_fields,
    no_candidate,
)
from ui.colors import Theme
from ui.review.case_page import CasePage, Evidence
from ui.review.claim_view import ClaimView
from ui.review.decision_form import DecisionForm, Option, Said

_RMA, _PARTNER = "rma:", "partner:"


class Claim(StrEnum):
    """What is decided of a box that nobody could place, as its form says it."""

    IDENTIFY = "identify"
    KEEP = "keep"
    AGREED = "agreed"
    SCRAP = "scrap"
    KEEP_AS_OURS = "keep-as-ours"


_CHOICES = (Command.CHOICE_1, Command.CHOICE_2, Command.CHOICE_3, Command.CHOICE_4, Command.CHOICE_5)


class ClaimPage(CasePage):
    """A page whose case is a box; scans note what is found on it, name a shelf, choose and decide."""

    #: Whether the last two of its choices leave it for now, as on other pages.
    _puts_off = False

    def __init__(self, keys: Sequence[Sequence[str]], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._evidence = Evidence()
        self._candidates: tuple[Candidate, ...] = ()
        self._claim = ClaimView(self)
        self._form = DecisionForm(keys, self)
        self._claim.found.connect(self._found)
        self._form.decided.connect(self._decided)

    @property
    def box(self) -> Package | None:
        """The box that is looked at."""
        raise NotImplementedError

    @property
    def inside(self) -> bool:
        """Whether what is scanned now was found inside the box."""
        return self._claim.inside

    @property
    def reads(self) -> str:
        return self._form.reads

    def obey(self, command: Command) -> None:
        if command is Command.INSIDE:
            self._claim.toggle_inside()
        elif command in _CHOICES:
            self._form.choose_place(_CHOICES.index(command))
        elif command not in {Command.PUT_OFF, Command.HAND_ON} or self._puts_off:
            self._form.obey(command)

    def takes_place(self, place: str) -> None:
        """Write a scanned shelf where the box is kept."""
        if self._form.choose(Claim.KEEP):
            self._form.write_note(place)

    def show_error(self, sentence: str) -> None:
        self._form.show_error(sentence)

    def show_ended(self, sentence: str) -> None:
        self._form.show_ended(sentence)

    def _decided(self, said: Said) -> None:
        raise NotImplementedError

    def _supervisors(self) -> Sequence[tuple[str, str]]:
        return self._evidence.supervisors()

    def _show_box(self, box: Package) -> None:
        self._candidates = tuple(self._evidence.whose(box))
        self._claim.show_box(box, self._candidates)

    def _reads(self, value: object, _note: str) -> str:
        """Give what the client will read: of a box that is somebody's what the rules say then, else nothing."""
        known = any(candidate.rma is not None for candidate in self._candidates)
        return as_the_rules_say() if value is Claim.IDENTIFY and known else ""

    def _identify(self) -> Option:
        return Option(Claim.IDENTIFY, identify_word, self._entries, identify_fields)

    def _whose(self, box: Package, judgement: Judgement, said: Said) -> Whose:
        """Give who was chosen; the one that nothing points to any more is refused by the act."""
        chosen = said.reason
        rma_key = chosen.removeprefix(_RMA) if chosen.startswith(_RMA) else ""
        partner = chosen.removeprefix(_PARTNER) if chosen.startswith(_PARTNER) else ""
        return Whose(box.lpn, judgement.key, judgement.event, rma_key, partner, said.note)

    def _entries(self) -> list[tuple[str, str]]:
        named = [(f"{place}. {candidate_name(each)}", _name_of(each)) for place, each in enumerate(self._candidates, 1)]
        return named or [(no_candidate(), "")]

    def _found(self, text: str) -> None:
        if self.box is not None:
            self.decided.emit(FoundOnBox(self.box.lpn, text, self.inside))


def keep_option(words: partial[str], reasons: Sequence[tuple[str, str]], *, shelf_needed: bool) -> Option:
    """Offer to keep a box, with its shelf in place of a note."""
    needs = Objection.PLACE_MISSING if shelf_needed else None
    return Option(Claim.KEEP, words, lambda: list(reasons), partial(keep_fields, shelf_needed=shelf_needed), needs)


def _name_of(candidate: Candidate) -> str:
    if candidate.rma is None:
        return _PARTNER + candidate.partner
    return _RMA + number_key(candidate.rma.number)

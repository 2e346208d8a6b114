"""A box that is kept until somebody claims it: who may, what happened, and the form that ends or goes on with it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from receiving_app.acts.decision import GivenUp, KeptHere, Objection, WayAgreed
from receiving_app.domain.claim_cases import UnclaimedCase
from receiving_app.domain.package import Package
from receiving_app.domain.policy import Policy
from receiving_app.domain.unclaimed_events import Becomes
from receiving_app.words import times
from receiving_app.words.cases import kind_word
from receiving_app.words.review import decision_fields
from receiving_app.words.unclaimed import (
    AbandonReason,
    abandon_reason_words,
    abandon_word,
    agreed_fields,
    agreed_word,
    keep_on_word,
    kept_words,
    stage_words,
    stays_words,
)
from ui.colors import Theme
from ui.review.case_page import Evidence
from ui.review.claim_page import Claim, ClaimPage, keep_option
from ui.review.decision_form import Option, Said
from ui.review.evidence_card import EvidenceCard, Page, Told, box_photos
from ui.theme import Space

_KEYS = (("F4", "F5", "F6"), ("F7", "F10"))
#: So many days ago somebody may have agreed.
_DAYS = 15


class UnclaimedPage(ClaimPage):
    """Shows an `UnclaimedCase`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_KEYS, theme, parent)
        self._case: tuple[UnclaimedCase, Policy, datetime] | None = None
        whose = Page(self._claim, lambda: self.tr("Whose?"), lambda: self.tr("Whose the box may be"))
        self._card = EvidenceCard([whose], lambda: self.tr("What happened to the box"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._card, 1)
        column.addWidget(self._form)

    @property
    def box(self) -> Package | None:
        return self._case[0].package if self._case is not None else None

    def attach(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._card.attach(evidence)

    def show_case(self, case: UnclaimedCase | None, policy: Policy, now: datetime) -> None:
        self._case = (case, policy, now) if case is not None else None
        if case is None:
            self._form.show_about(None, "", ())
            return
        self._show_box(case.package)
        stays = [(stays_words(case.unclaimed), "")]
        options = (
            self._identify(),
            keep_option(partial(keep_on_word), stays, shelf_needed=not case.unclaimed.place),
            _agreed(policy.calendar.local(now).date()),
            _abandoned(Claim.SCRAP, Becomes.SCRAPPED),
            _abandoned(Claim.KEEP_AS_OURS, Becomes.KEPT),
        )
        self._form.show_about(case.head.key, case.judged, options, self._reads)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        if self._case is None:
            return
        case, policy, now = self._case
        today = policy.calendar.local(now).date()
        said = f"{stage_words(case.unclaimed, today, policy)} {kept_words(case.unclaimed, today, policy)}"
        told = Told(case.unclaimed.number, said, None, kind_word(case.head.kind))
        self._card.show_case(case, told, policy, now, lambda: box_photos(case.package, policy))

    def _decided(self, said: Said) -> None:
        if self._case is None:
            return
        package = self._case[0].package
        match said.value:
            case Claim.IDENTIFY:
                self.decided.emit(self._whose(package, package.judgements[0], said))
            case Claim.KEEP:
                self.decided.emit(KeptHere(package.lpn, said.note))
            case Claim.AGREED:
                self.decided.emit(WayAgreed(package.lpn, said.note, date.fromisoformat(said.reason)))
            case Claim.SCRAP:
                self.decided.emit(GivenUp(package.lpn, Becomes.SCRAPPED, said.reason, said.note))
            case Claim.KEEP_AS_OURS:
                self.decided.emit(GivenUp(package.lpn, Becomes.KEPT, said.reason, said.note))
            case _:
                pass


def _agreed(today: date) -> Option:
    days = [today - timedelta(days=ago) for ago in range(_DAYS)]
    return Option(
        Claim.AGREED,
        agreed_word,
        lambda: [(times.day(day, today), day.isoformat()) for day in days],
        agreed_fields,
        Objection.AGREEMENT_MISSING,
    )


def _abandoned(claim: Claim, becomes: Becomes) -> Option:
    return Option(
        claim,
        partial(abandon_word, becomes),
        lambda: [(abandon_reason_words(reason), reason.value) for reason in AbandonReason],
        partial(decision_fields, note_needed=False),
    )

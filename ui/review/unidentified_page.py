"""A rejected or held package of which nobody knows whose it is: candidates, evidence, and the form."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from receiving_app.acts.decision import Decided, KeptHere
from receiving_app.domain.cases import CaseKind, PackageCase
from receiving_app.domain.events import Choice, Wait
from receiving_app.domain.package import Package
from receiving_app.domain.policy import Policy
from receiving_app.words.review import ReviewReason, reason_words
from receiving_app.words.unclaimed import keep_word
from ui.colors import Theme
from ui.review.answers import decisions
from ui.review.case_page import Evidence
from ui.review.claim_page import Claim, ClaimPage, keep_option
from ui.review.decision_form import Said
from ui.review.evidence_card import Page
from ui.review.options import WAIT_KEYS, not_yet, waits
from ui.review.package_view import PackageView
from ui.theme import Space

#: Upholding is F5 and overriding F6 as for every package; to identify it comes first.
_KEYS = (("F4", "F5", "F6"), WAIT_KEYS)


class UnidentifiedPage(ClaimPage):
    """Shows a `PackageCase` whose number is no RMA's."""

    _puts_off = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_KEYS, theme, parent)
        self._case: PackageCase | None = None
        whose = Page(self._claim, lambda: self.tr("Whose?"), lambda: self.tr("Whose the package may be"))
        self._view = PackageView(theme, self, before=[whose])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._view, 1)
        column.addWidget(self._form)

    @property
    def box(self) -> Package | None:
        return self._case.package if self._case is not None else None

    def attach(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._view.attach(evidence)

    def show_case(self, case: PackageCase | None, policy: Policy, now: datetime) -> None:
        self._case = case
        self._view.show_case(case, policy, now)
        if case is None:
            self._form.show_about(None, "", ())
            return
        self._show_box(case.package)
        rejected = [(reason_words(ReviewReason.RULE_STANDS), ReviewReason.RULE_STANDS.value)]
        uphold, override = decisions(CaseKind.PACKAGE)
        keep = keep_option(partial(keep_word), rejected, shelf_needed=True) if case.package.may_be_kept else uphold
        later = waits(case.put_off, policy.calendar.local(now).date(), self._supervisors)
        self._form.show_about(case.head.key, case.judged, (self._identify(), keep, override, *later), self._reads)

    def set_theme(self, theme: Theme) -> None:
        self._view.set_theme(theme)

    def _decided(self, said: Said) -> None:
        if self._case is None:
            return
        package, judged = self._case.package, self._case.judgement
        match said.value:
            case Claim.IDENTIFY:
                self.decided.emit(self._whose(package, judged, said))
            case Claim.KEEP:
                self.decided.emit(KeptHere(package.lpn, said.note))
            case Choice() as choice:
                self.decided.emit(Decided(package.lpn, judged.key, judged.event, choice, said.reason, said.note))
            case Wait() as why:
                self.decided.emit(not_yet(self._case, why, said.reason, said.note))
            case _:
                pass

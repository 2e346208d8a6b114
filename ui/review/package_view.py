"""A package with its evidence: verdict, trace, what was read, its photos, its story."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from receiving_app.domain.authorization import RmaState
from receiving_app.domain.cases import PackageCase
from receiving_app.domain.package import Label, Package
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import Source
from receiving_app.domain.verdict import Rule
from receiving_app.words.readings import shown, source_word
from receiving_app.words.verdicts import reason
from ui.colors import Theme
from ui.dock.facts_card import FactsCard
from ui.parts.labels import plain_label
from ui.parts.trace_view import TraceView
from ui.review.case_page import Evidence
from ui.review.evidence_card import EvidenceCard, Page, Told, box_photos
from ui.theme import Role, Space


class PackageView(QWidget):
    """Shows one `PackageCase`, or that nothing waits."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, before: Sequence[Page] = ()) -> None:
        """Show the pages of every package behind those of this one's kind."""
        super().__init__(parent)
        self._shown: tuple[PackageCase | None, Policy, datetime] | None = None
        self._evidence = Evidence()
        self._trace = TraceView(theme, self)
        self._facts = FactsCard(self)
        self._readings = plain_label(Role.LEAD, wraps=True, parent=self)
        pages = (
            *before,
            Page(self._trace, lambda: self.tr("Why"), lambda: self.tr("Every rule with its facts")),
            Page(self._facts_page(), lambda: self.tr("Facts"), lambda: self.tr("Facts and readings")),
        )
        self._card = EvidenceCard(pages, lambda: self.tr("What happened to the package"), self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._card)

    def _facts_page(self) -> QScrollArea:
        facts = QWidget(self)
        column = QVBoxLayout(facts)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.addWidget(self._facts)
        column.addWidget(self._readings)
        column.addStretch()
        page = QScrollArea(self)
        page.setWidgetResizable(True)
        page.setWidget(facts)
        facts.setAutoFillBackground(False)
        return page

    def attach(self, evidence: Evidence) -> None:
        """Say whom to ask for photos and stories."""
        self._evidence = evidence
        self._card.attach(evidence)

    def show_case(self, case: PackageCase | None, policy: Policy, now: datetime) -> None:
        """Show a case, or that there is none."""
        self._shown = case, policy, now
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Paint it in another theme's colours."""
        self._trace.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        if self._shown is None:
            return
        case, policy, now = self._shown
        if case is None:
            self._trace.clear()
            self._card.show_nothing(self.tr("Nothing waits for a decision."))
            return
        number = shown(case.judgement.number) or self.tr("No RMA number")
        rma = case.judgement.facts.rma
        # One that is closed only because its time ran out is late, and says so by itself.
        ended = rma is not None and Rule.RMA_NOT_OPEN in case.judgement.verdict.codes
        told = Told(
            number,
            reason(case.package, case.judgement, policy, now),
            case.judgement.decision,
            state=rma.state if rma is not None and ended else RmaState.OPEN,
        )
        self._trace.show_verdicts([("", case.judgement.verdict)], policy.calendar)
        self._facts.show_facts(case.package, case.judgement, policy, now)
        self._readings.setText(self._readings_words(case.package))
        self._card.show_case(case, told, policy, now, lambda: box_photos(case.package, policy))

    def _readings_words(self, package: Package) -> str:
        lines = [self._label_words(label) for label in package.labels]
        lines += [self.tr("Tracking {}").format(shown(tracking.number)) for tracking in package.trackings]
        lines += [self.tr("Serial {}").format(shown(serial)) for serial in package.serials]
        return "\n".join(lines) or self.tr("Nothing was read from this package.")

    def _label_words(self, label: Label) -> str:
        said = self.tr("{number}, by {source}").format(number=shown(label.number), source=source_word(label.source))
        if label.readings > 1:
            said = self.tr("{reading}, read {count} times").format(reading=said, count=label.readings)
        if label.struck_out:
            said = self.tr("{}, struck out as an old label").format(said)
        if label.source is Source.OCR:
            said = self.tr("{}, not sure").format(said)
        return said

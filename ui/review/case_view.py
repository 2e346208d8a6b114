"""One case with its evidence: verdict, trace, what was read, the label's photo, the package's story."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from receiving_app.domain.package import Label, Package
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import Source
from receiving_app.queries.answers import Case, TimelineEntry
from receiving_app.words import times
from receiving_app.words.readings import shown, source_word
from receiving_app.words.review import event_words
from receiving_app.words.verdicts import reason, verdict_word
from ui.colors import Theme
from ui.dock.facts_card import FactsCard
from ui.dock.panel_content import TONES
from ui.models import Column, TableModel
from ui.parts.labels import ElidedLabel, pill, plain_label
from ui.parts.trace_view import TraceView
from ui.theme import Role, Space, set_role, set_tone

Photo = Callable[[str], bytes | None]
Timeline = Callable[[str], Sequence[TimelineEntry]]


class PhotoView(QLabel):
    """A label's photo in the room there is, or why there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        set_role(self, Role.CAMERA)

    def show_photo(self, content: bytes | None) -> None:
        """Show a picture's bytes."""
        picture = QPixmap()
        if content is None or not picture.loadFromData(content):
            self.setText(self.tr("There is no photo of this label."))
            self.setAccessibleName(self.text())
            return
        room = self.size().expandedTo(self.minimumSizeHint())
        self.setPixmap(
            picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
        self.setAccessibleName(self.tr("Photo of the label"))


class CaseView(QWidget):
    """Shows one `Case`; photo and timeline are asked for when their page is looked at."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._shown: tuple[Case, Policy, datetime] | None = None
        self._photo: Photo = _no_photo
        self._timeline: Timeline = _no_timeline
        self._policy = Policy()
        self._verdict = pill(self)
        self._number = ElidedLabel(Role.TITLE, self)
        self._reason = plain_label(Role.LEAD, wraps=True, parent=self)
        self._trace = TraceView(theme, self)
        self._facts = FactsCard(self)
        self._readings = plain_label(Role.LEAD, wraps=True, parent=self)
        self._picture = PhotoView(self)
        self._story = TableModel(self._story_columns())
        self._story_table = QTableView(self)
        self._story_table.setModel(self._story)
        self._tabs = QTabWidget(self)
        self._assemble()
        self._tabs.currentChanged.connect(self._fill_page)
        self._retranslate()

    def _assemble(self) -> None:
        facts = QWidget(self)
        column = QVBoxLayout(facts)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.addWidget(self._facts)
        column.addWidget(self._readings)
        column.addStretch()
        self._story_table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._story_table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._story_table.verticalHeader().hide()
        self._story_table.horizontalHeader().setStretchLastSection(True)
        self._story_table.setWordWrap(False)
        self._story_table.setTabKeyNavigation(False)
        self._facts_page = QScrollArea(self)
        self._facts_page.setWidgetResizable(True)
        self._facts_page.setWidget(facts)
        facts.setAutoFillBackground(False)
        for page in (self._trace, self._facts_page, self._picture, self._story_table):
            self._tabs.addTab(page, "")
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._verdict, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._number, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.M, Space.M, Space.M, Space.S)
        whole.setSpacing(Space.S)
        whole.addLayout(head)
        whole.addWidget(self._reason)
        whole.addWidget(self._tabs, 1)

    def attach(self, photo: Photo, timeline: Timeline) -> None:
        """Say whom to ask for a photo by its hash, and for a package's story by its plate."""
        self._photo, self._timeline = photo, timeline
        self._fill_page()

    def show_case(self, case: Case | None, policy: Policy, now: datetime) -> None:
        """Show a case, or that there is none."""
        self._shown = None if case is None else (case, policy, now)
        self._policy = policy
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Paint it in another theme's colours."""
        self._trace.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        titles = (self.tr("Why"), self.tr("Facts"), self.tr("Photo"), self.tr("Story"))
        for place, title in enumerate(titles):
            self._tabs.setTabText(place, title)
        self._tabs.setAccessibleName(self.tr("Evidence"))
        self._trace.setAccessibleName(self.tr("Every rule with its facts"))
        self._facts_page.setAccessibleName(self.tr("Facts and readings"))
        self._story_table.setAccessibleName(self.tr("What happened to the package"))
        self._show()

    def _show(self) -> None:
        self._verdict.setVisible(self._shown is not None)
        if self._shown is None:
            self._number.show_text("")
            self._reason.setText(self.tr("Nothing waits for a decision."))
            self._trace.clear()
            self._tabs.hide()
            return
        case, policy, now = self._shown
        self._tabs.show()
        self._verdict.setText(verdict_word(case.judgement.decision))
        set_tone(self._verdict, TONES[case.judgement.decision])
        self._number.show_text(shown(case.judgement.number) or self.tr("No RMA number"))
        self._reason.setText(reason(case.package, case.judgement, policy, now))
        self._trace.show_verdicts([("", case.judgement.verdict)], policy.calendar)
        self._facts.show_facts(case.package, case.judgement, policy, now)
        self._readings.setText(self._readings_words(case.package))
        self._fill_page()

    def _fill_page(self) -> None:
        if self._shown is None:
            return
        package = self._shown[0].package
        if self._tabs.currentWidget() is self._picture:
            self._picture.show_photo(self._photo(package.photos[-1]) if package.photos else None)
        if self._tabs.currentWidget() is self._story_table:
            self._story.show_rows(self._timeline(package.lpn))
            self._story_table.resizeColumnsToContents()

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

    def _story_columns(self) -> tuple[Column[TimelineEntry], ...]:
        return (
            Column("when", lambda: self.tr("When"), self._when),
            Column("what", lambda: self.tr("What"), lambda entry: event_words(entry.type_name)),
            Column("who", lambda: self.tr("Who"), lambda entry: shown(entry.actor.person or entry.actor.how)),
            Column("said", lambda: self.tr("Details"), _said),
        )

    def _when(self, entry: TimelineEntry) -> str:
        return times.day_and_clock(entry.occurred_at, self._policy.calendar)


def _said(entry: TimelineEntry) -> str:
    return ", ".join(f"{name}: {shown(value)}" for name, value in entry.said)


def _no_photo(_sha: str) -> None:
    return None


def _no_timeline(_lpn: str) -> tuple[TimelineEntry, ...]:
    return ()

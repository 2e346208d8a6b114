"""The evidence of a case: verdict, what it is about, why it waits, and its pages, filled when somebody looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from receiving_app.domain.authorization import RmaState
from receiving_app.domain.cases import Case, PackageCase
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.package import Package
from receiving_app.domain.policy import Policy
from receiving_app.domain.verdict import Decision
from receiving_app.words.became import refused_sentence, rma_ended_sentence
from receiving_app.words.cases import at_stake_words, put_off_words
from receiving_app.words.photos import film_words, photo_words
from receiving_app.words.readings import shown
from receiving_app.words.verdicts import verdict_word
from ui.parts.labels import ElidedLabel, pill, plain_label
from ui.parts.panel_content import TONES
from ui.parts.photo_view import CasePhoto, PhotoView
from ui.review.case_page import Evidence
from ui.review.past_page import PastPage
from ui.review.story_table import StoryTable
from ui.theme import Role, Space, Tone, set_role, set_tone

Words = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of evidence, the title of its tab, and its name for a screen reader."""

    content: QWidget
    title: Words
    name: Words


@dataclass(frozen=True, slots=True)
class Told:
    """What the head of a case says; without a verdict of the rules `verdict` names it instead. `state` is its RMA's."""

    title: str
    reason: str
    decision: Decision | None = None
    verdict: str = ""
    state: RmaState = RmaState.OPEN


class EvidenceCard(QWidget):
    """Shows any case with the pages of its kind, then photos where it has some, its story, and what was before."""

    def __init__(self, pages: Sequence[Page], story_name: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._case: tuple[Case, Policy, datetime] | None = None
        self._evidence = Evidence()
        self._photos: Callable[[], Sequence[CasePhoto]] | None = None
        self._verdict = pill(self)
        self._title = ElidedLabel(Role.TITLE, self)
        self._reason = plain_label(Role.LEAD, wraps=True, parent=self)
        self._at_stake = plain_label(Role.CAPTION, wraps=True, parent=self)
        self._past = PastPage(self)
        self._photo = PhotoView(self)
        self._story = StoryTable(self)
        self._pages = [
            *pages,
            Page(self._photo, lambda: self.tr("Photos"), lambda: self.tr("Photos")),
            Page(self._story, lambda: self.tr("Story"), story_name),
            Page(self._past, lambda: self.tr("Before"), lambda: self.tr("What was decided before")),
        ]
        self._tabs = QTabWidget(self)
        self._assemble()
        self._tabs.currentChanged.connect(self._fill)
        self._past.opened.connect(self._open)
        self._retranslate()

    def _assemble(self) -> None:
        for page in self._pages:
            self._tabs.addTab(page.content, "")
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._verdict, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        whole.setSpacing(Space.HALF)
        whole.addLayout(head)
        whole.addWidget(self._reason)
        whole.addWidget(self._at_stake)
        whole.addWidget(self._tabs, 1)

    def attach(self, evidence: Evidence) -> None:
        """Say whom to ask for photos and stories."""
        self._evidence = evidence
        self._fill()

    def show_case(
        self,
        case: Case,
        told: Told,
        policy: Policy,
        now: datetime,
        photos: Callable[[], Sequence[CasePhoto]] | None = None,
    ) -> None:
        """Show a case's head and what it waits for; photos and story are asked for when their page is looked at."""
        self._case, self._photos = (case, policy, now), photos
        self._tabs.setTabVisible(self._tabs.indexOf(self._photo), photos is not None)
        self._tabs.setTabVisible(self._tabs.indexOf(self._past), _has_a_past(case))
        self._tabs.show()
        self._verdict.setText(verdict_word(told.decision) if told.decision else told.verdict)
        self._verdict.setVisible(bool(self._verdict.text()))
        set_tone(self._verdict, TONES[told.decision] if told.decision else Tone.NEUTRAL)
        self._title.show_text(told.title)
        waits = put_off_words(case.put_off, policy, now) if case.put_off else ""
        said = (told.reason, rma_ended_sentence(case.head.kind, told.state), waits, self._handed(case))
        self._reason.setText("\n".join(filter(None, (self._refusal(case, policy, now), *said))))
        self._show_stake()
        self._fill()

    def show_nothing(self, sentence: str) -> None:
        """Say that there is no case."""
        self._case = None
        self._verdict.hide()
        self._title.show_text("")
        self._reason.setText(sentence)
        self._at_stake.hide()
        self._tabs.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for place, page in enumerate(self._pages):
            self._tabs.setTabText(place, page.title())
            page.content.setAccessibleName(page.name())
        self._tabs.setAccessibleName(self.tr("Evidence"))
        self._show_stake()

    def _show_stake(self) -> None:
        if self._case is not None:
            self._at_stake.setText(at_stake_words(self._case[0].head, self._evidence.prices()))
            self._at_stake.show()

    def _open(self, thing: str) -> None:
        self._evidence.open(thing)

    def _refusal(self, case: Case, policy: Policy, now: datetime) -> str:
        refused = self._evidence.refused(case)
        if refused is None:
            return ""
        names, calendar = dict(self._evidence.supervisors()), policy.calendar
        return refused_sentence(refused, names, calendar, calendar.local(now).date())

    def _handed(self, case: Case) -> str:
        person = case.head.handed_to
        name = dict(self._evidence.supervisors()).get(person, person) if person else ""
        return self.tr("Handed to {}.").format(shown(name)) if name else ""

    def _fill(self) -> None:
        if self._case is None:
            return
        case, policy, now = self._case
        if self._tabs.currentWidget() is self._photo and self._photos is not None:
            films = [CasePhoto(clip.clip, film_words(clip, policy), film=True) for clip in self._evidence.films(case)]
            self._photo.show_photos([*self._photos(), *films], self._evidence.photo, self._evidence.film)
        if self._tabs.currentWidget() is self._past:
            self._past.show_past(self._evidence.past(case), policy, now)
        if self._tabs.currentWidget() is self._story:
            self._story.show_story(self._evidence.story(case), policy)


def _has_a_past(case: Case) -> bool:
    """Tell whether there can have been cases like it: of a package that nobody can place there is no partner."""
    if isinstance(case, PackageCase):
        return not case.package.is_unidentified
    return isinstance(case, ItemCase)


def box_photos(box: Package, policy: Policy) -> list[CasePhoto]:
    """Give the last photo of a box's label, and those that people took of it."""
    label = [CasePhoto(photo, QCoreApplication.translate("EvidenceCard", "Label")) for photo in box.photos[-1:]]
    return [*label, *(CasePhoto(photo.photo, photo_words(photo, policy)) for photo in box.taken)]

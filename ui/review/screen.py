"""The supervisor's screen: what was rejected or held, with its evidence, and the decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from receiving_app.acts.decision import MOST_AT_ONCE, FoundOnBox, Objection
from receiving_app.domain.cases import Case, CaseKind, Order, PackageCase, Unread, Wanted, by_value
from receiving_app.domain.command import Command
from receiving_app.domain.money import Prices, worth
from receiving_app.domain.policy import Policy
from receiving_app.domain.sending import Goes
from receiving_app.words.alike import left_sentence
from receiving_app.words.became import became_sentence
from receiving_app.words.cases import case_reason, kind_word, waits_words
from receiving_app.words.money import amount_words
from receiving_app.words.readings import shown
from receiving_app.words.review import objection_sentence
from receiving_app.words.sending import decided_sentence
from receiving_app.words.verdicts import verdict_word
from ui.colors import Theme
from ui.models import Column
from ui.parts.key_button import on_key
from ui.parts.labels import plain_label
from ui.review.case_filter import CaseFilter
from ui.review.case_list import CaseList, case_key
from ui.review.case_page import CasePage, Evidence
from ui.review.claim_page import ClaimPage
from ui.review.empty_box_page import EmptyBoxPage
from ui.review.exchange_page import ExchangePage
from ui.review.incomplete_page import IncompletePage
from ui.review.item_page import ItemPage
from ui.review.package_page import PackagePage
from ui.review.together_page import TogetherPage
from ui.review.unclaimed_page import UnclaimedPage
from ui.review.unidentified_page import UnidentifiedPage
from ui.station_screen import StationScreen
from ui.theme import Role, Space

_PAPERS_KEY, _CHECK_KEY, _ALIKE_KEY = "Ctrl+E", "Ctrl+J", "F12"
#: The page for each kind of case, built when the first one is looked at.
_PAGES: dict[CaseKind, type[CasePage]] = {
    CaseKind.PACKAGE: PackagePage,
    CaseKind.ITEM: ItemPage,
    CaseKind.OUTCOME: ItemPage,
    CaseKind.EMPTY_BOX: EmptyBoxPage,
    CaseKind.EXCHANGE: ExchangePage,
    CaseKind.INCOMPLETE_RMA: IncompletePage,
    CaseKind.UNCLAIMED: UnclaimedPage,
}


class ReviewScreen(StationScreen):
    """Lists cases, oldest first; a decision goes up as a signal and its refusal comes back as a sentence."""

    decided = Signal(object)
    undo_wanted = Signal()
    filtered = Signal(object)  # Wanted
    evidence_wanted = Signal(str)  # what `Head.papers` says
    check_wanted = Signal()

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._policy = Policy()
        self._cases: tuple[Case, ...] = ()
        self._prices: Prices = {}
        self._read: dict[tuple[str, ...], Case] = {}
        self._goes_on = False
        #: The page shows what somebody else has decided, until one goes elsewhere.
        self._held = False
        #: What was sent to be decided together, to be named where it stays.
        self._sent: tuple[Case, ...] = ()
        self._title = plain_label(Role.TITLE, parent=self)
        self._filter = CaseFilter(self)
        self._undo = QPushButton(self)
        self._table = CaseList(self._columns(), self)
        self._theme = theme
        self._evidence = Evidence()
        self._pages = QStackedWidget(self)
        self._built: dict[type[CasePage], CasePage] = {}
        self._together = TogetherPage(self._reason, self._pages)
        self._together.decided.connect(self._decide)
        self._pages.addWidget(self._together)
        self._hint = plain_label(Role.CAPTION, wraps=True, parent=self)
        self._papers = QPushButton(self)
        self._check = QPushButton(self)
        self._note = plain_label(Role.LEAD, wraps=True, parent=self)
        self._last = plain_label(Role.CAPTION, wraps=True, parent=self)
        self._said = ("", "")
        self._assemble()
        self._filter.changed.connect(self._filtered)
        self._table.changed.connect(self._choose)
        on_key(_ALIKE_KEY, self, self._table.mark_alike)
        self._undo.clicked.connect(self.undo_wanted)
        on_key("F9", self, self.undo_wanted.emit)
        for button, key, act in (
            (self._papers, _PAPERS_KEY, self._want_evidence),
            (self._check, _CHECK_KEY, self.check_wanted.emit),
        ):
            button.clicked.connect(act)
            on_key(key, self, act)
        self._retranslate()

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._undo)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self._filter)
        column.addWidget(self._table, 1)
        column.addWidget(self._hint)
        column.addWidget(self._last)
        column.addWidget(self._note)
        foot = QHBoxLayout()
        foot.setSpacing(Space.M)
        foot.addWidget(self._papers)
        foot.addWidget(self._check)
        foot.addStretch()
        column.addLayout(foot)
        self._last.hide()
        self._note.hide()
        for half in (left, self._pages):
            half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        whole.setSpacing(Space.M)
        whole.addWidget(left, 54)
        whole.addWidget(self._pages, 46)

    @property
    def pointed(self) -> Case | None:
        """The case that is pointed at in the list; None on the head of a group."""
        row = self._table.pointed
        return row.case if row is not None and row.group is None else None

    def attach(self, evidence: Evidence) -> None:
        """Say whom to ask for photos and stories."""
        self._evidence = evidence
        for page in self._built.values():
            page.attach(evidence)

    def show_cases(self, cases: Sequence[Case]) -> None:
        """Show what waits for a decision; the chosen case stays chosen while it waits."""
        ended = self._ended_among(cases)
        self._cases, self._prices = tuple(cases), self._evidence.prices()
        self._read.clear()
        self._filter.offer({case.head.partner for case in cases})
        self._held = ended is not None or (self._held and self._table.pointed is None and not self._goes_on)
        self._list()
        if self._goes_on and self.isVisible():
            # The field that was written in is empty now: the keys belong to the list again.
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._goes_on = False
        if ended is not None:
            self._show_ended(ended)

    def go_on(self, *, some_stay: bool = False) -> None:
        """Go to the next case when the one that is looked at is gone: it was decided here.

        Where some of several stay, what was written for all is still about these.
        """
        self._goes_on = True
        if not some_stay:
            self._together.forget()

    def _ended_among(self, cases: Sequence[Case]) -> Case | None:
        """Give the case that somebody looks at and that waits no longer, though nobody here decided it."""
        case = self.pointed
        if case is None or self._goes_on or self._table.marked or not self.isVisible():
            return None
        left = {case_key(each) for each in cases}
        return None if case_key(case) in left else self._whole(case)

    def _show_ended(self, case: Case) -> None:
        """Say on the page that is open who decided its case and when; what is written there stays."""
        page, calendar = self._pages.currentWidget(), self._policy.calendar
        if isinstance(page, CasePage):
            names = dict(self._evidence.supervisors())
            page.show_ended(became_sentence(self._evidence.became(case), names, calendar, self._today))

    def show_wanted(self, wanted: Wanted) -> None:
        """Leave in the list what it left before."""
        self._filter.show_wanted(wanted)
        self._list()

    def choose(self, case: Case) -> None:
        """Go to a case, whatever the filter leaves."""
        if not self._filter.wanted.leaves(case.head):
            self._filter.show_wanted(Wanted())
            self._list()
        self._table.point_at(case)

    def obey(self, command: Command) -> None:
        """Do what a command barcode says: in the list, or in the form beside it."""
        match command:
            case Command.CASE_ON:
                self._table.step(1)
            case Command.CASE_BACK:
                self._table.step(-1)
            case Command.MARK:
                self._table.toggle_mark()
            case Command.ALL_ALIKE:
                self._table.mark_alike()
            case Command.EVIDENCE:
                self._want_evidence()
            case Command.CHECK_JOURNAL:
                self.check_wanted.emit()
            case _:
                page = self._pages.currentWidget()
                if isinstance(page, CasePage | TogetherPage):
                    page.obey(command)

    def show_note(self, sentence: str) -> None:
        """Say how far something is that was asked for here, or what it gave; an empty sentence says nothing."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def show_sending(self, goes: Goes) -> None:
        """Say of what was decided last how far it is, and what the client reads."""
        what, reads = self._said
        if what:
            self._last.setText(decided_sentence(shown(what, 32), reads, goes, self._policy.calendar))
            self._last.show()

    @property
    def claim(self) -> ClaimPage | None:
        """The page on which somebody says whose a box is, while it is seen."""
        page = self._pages.currentWidget()
        return page if isinstance(page, ClaimPage) and page.box is not None else None

    def show_refusal(self, sentence: str) -> None:
        """Say why a decision was not taken."""
        page = self._pages.currentWidget()
        if isinstance(page, CasePage | TogetherPage):
            page.show_error(sentence)

    def show_left(self, left: Sequence[tuple[int, str]]) -> None:
        """Say which of the cases that were decided together stay (by their places), and why; they stay marked."""
        named = [(self._sent[place], objection) for place, objection in left if place < len(self._sent)]
        self._table.mark([case for case, _ in named])
        self._together.show_left({case_key(case): objection_sentence(objection) for case, objection in named})
        self.show_refusal(left_sentence(len(named)))

    def set_policy(self, policy: Policy) -> None:
        """Use a policy's calendar from now on."""
        self._policy = policy
        self._list()

    def set_theme(self, theme: Theme) -> None:
        """Paint it in another theme's colours."""
        self._theme = theme
        for page in self._built.values():
            page.set_theme(theme)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._table.setFocus(event.reason())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._undo.setText(self.tr("Undo (F9)"))
        said = self.tr("Space marks a case, {} all that are alike. The right arrow opens a row of several.")
        self._hint.setText(said.format(_ALIKE_KEY))
        self._table.setAccessibleName(self.tr("Cases that wait for a decision"))
        self._papers.setText(self.tr("Write the evidence ({})").format(_PAPERS_KEY))
        self._check.setText(self.tr("Check the journal ({})").format(_CHECK_KEY))
        self._list()

    def _list(self) -> None:
        wanted = self._filter.wanted
        cases = [case for case in self._cases if wanted.leaves(case.head)]
        if wanted.order is Order.VALUE:
            cases = list(by_value(cases, self._prices))
        self._table.show_cases(cases, self._today, points=not self._held)
        self._table.lead_with("value" if wanted.order is Order.VALUE else "since")
        self._table.fit()
        self._say_how_many(len(cases))

    @property
    def _today(self) -> date:
        return self._policy.calendar.local(self._now()).date()

    def _filtered(self, wanted: Wanted) -> None:
        self._held = False
        self._list()
        self.filtered.emit(wanted)

    def _say_how_many(self, left: int) -> None:
        if left == len(self._cases):
            said = self.tr("Waiting for review: {}").format(left)
        else:
            said = self.tr("Waiting for review: {left} of {all}").format(left=left, all=len(self._cases))
        self._title.setText(said)

    def _want_evidence(self) -> None:
        row = self._table.pointed
        if row is not None:
            self.evidence_wanted.emit(row.case.head.papers)

    def _choose(self) -> None:
        """Show what is to be decided: what is marked, else the group or the case that is pointed at."""
        row, marked = self._table.pointed, self._table.marked
        if row is None and self._held:
            return
        self._held = False
        if marked:
            self._show_together(marked)
        elif row is not None and row.group is not None:
            self._show_together(row.cases)
        else:
            self._show(row.case if row is not None else None)

    def _show_together(self, cases: Sequence[Case]) -> None:
        whole = (self._whole(case) for case in cases[:MOST_AT_ONCE])
        self._together.show_cases(
            [case for case in whole if case is not None], self._evidence, self._policy, self._today
        )
        self._pages.setCurrentWidget(self._together)

    def _decide(self, decision: object) -> None:
        self._sent = self._together.cases if isinstance(decision, tuple) else ()
        case, page = self.pointed, self._pages.currentWidget()
        if isinstance(page, CasePage) and case is not None and not isinstance(decision, FoundOnBox):
            self._said = (case.head.serial or case.head.number or case.head.thing, page.reads)
        elif isinstance(page, TogetherPage):
            self._said = (self.tr("{} cases").format(len(page.cases)), page.reads)
        self.decided.emit(decision)

    def _whole(self, case: Case) -> Case | None:
        """Read what the list has not read yet, once; None where it was decided meanwhile."""
        if not isinstance(case, Unread):
            return case
        key = case_key(case)
        if key not in self._read and (found := self._evidence.case(case)) is not None:
            self._read[key] = found
        return self._read.get(key)

    def _reason(self, case: Case) -> str:
        whole = self._whole(case)
        if whole is None:
            return self.tr("Decided meanwhile.")
        why, person = case_reason(whole, self._policy, self._now()), whole.head.handed_to
        if not person:
            return why
        name = dict(self._evidence.supervisors()).get(person, person)
        return self.tr("For {name}: {why}").format(name=shown(name, 24), why=why)

    def _value(self, case: Case) -> str:
        return amount_words(worth(case.head.units, self._prices))

    def _show(self, listed: Case | None) -> None:
        case = self._whole(listed) if listed is not None else None
        page = self._page(_page_of(case) if case is not None else PackagePage)
        page.show_case(case, self._policy, self._now())
        self._pages.setCurrentWidget(page)
        if listed is not None and case is None:
            page.show_error(objection_sentence(Objection.ALREADY_DECIDED))

    def _page(self, kind: type[CasePage]) -> CasePage:
        if kind not in self._built:
            page = self._built[kind] = kind(self._theme, self._pages)
            page.attach(self._evidence)
            page.decided.connect(self._decide)
            self._pages.addWidget(page)
        return self._built[kind]

    def _columns(self) -> tuple[Column[Case], ...]:
        return (
            Column("since", lambda: self.tr("Since"), lambda c: waits_words(c.head, self._policy, self._now())),
            Column("verdict", lambda: self.tr("Verdict"), _verdict),
            Column("rma", lambda: self.tr("RMA"), lambda c: shown(c.head.number, 24)),
            Column("reason", lambda: self.tr("Reason"), self._reason),
            Column("value", lambda: self.tr("Value"), self._value),
            Column("kind", lambda: self.tr("What"), lambda c: kind_word(c.head.kind)),
            Column("partner", lambda: self.tr("Partner"), lambda c: shown(c.head.partner, 32)),
            Column("package", lambda: self.tr("Package"), lambda c: shown(c.head.thing, 24)),
        )


def _page_of(case: Case) -> type[CasePage]:
    """Give the page for a case; a package that nobody can place has one of its own."""
    if isinstance(case, PackageCase) and case.package.is_unidentified:
        return UnidentifiedPage
    return _PAGES[case.head.kind]


def _verdict(case: Case) -> str:
    return verdict_word(case.head.decision) if case.head.decision is not None else ""

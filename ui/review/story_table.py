"""What happened to a package or a device, event by event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from receiving_app.domain.policy import Policy
from receiving_app.domain.roles import ActorKind
from receiving_app.queries.answers import TimelineEntry
from receiving_app.words import times
from receiving_app.words.precedents import by_then_sentence
from receiving_app.words.readings import shown
from receiving_app.words.review import event_words
from receiving_app.words.sending import goes_words
from receiving_app.words.story import said_words
from ui.models import Column, TableModel


class StoryTable(QTableView):
    """When, what, who and the details, oldest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._policy = Policy()
        self._names: Mapping[str, str] = {}
        self._story = TableModel(self._columns())
        self.setModel(self._story)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)

    def show_story(
        self, story: Sequence[TimelineEntry], policy: Policy, names: Mapping[str, str] | None = None
    ) -> None:
        """Show a story by a policy's calendar; `names` gives people's names by their ids."""
        self._policy, self._names = policy, names or {}
        self._story.show_rows(story)
        self.resizeColumnsToContents()

    def _columns(self) -> tuple[Column[TimelineEntry], ...]:
        return (
            Column("when", lambda: self.tr("When"), self._when),
            Column("what", lambda: self.tr("What"), lambda entry: event_words(entry.type_name)),
            Column("who", lambda: self.tr("Who"), self._who),
            Column("said", lambda: self.tr("Details"), self._details),
        )

    def _who(self, entry: TimelineEntry) -> str:
        if entry.actor.kind is ActorKind.RULE:
            return self.tr("the rules")
        person = entry.actor.person
        return shown(self._names.get(person, person) if person else entry.actor.how)

    def _details(self, entry: TimelineEntry) -> str:
        by_then = by_then_sentence(entry.history) if entry.history is not None else ""
        goes = goes_words(entry.goes, self._policy.calendar) if entry.goes is not None else ""
        return "; ".join(filter(None, (goes, said_words(entry.said), by_then)))

    def _when(self, entry: TimelineEntry) -> str:
        return times.day_and_clock(entry.occurred_at, self._policy.calendar)

"""What a supervisor does: uphold or override a verdict."""

from __future__ import annotations

from collections.abc import Iterable

from receiving_app.acts.decision import Decided, Objection
from receiving_app.acts.item_judging import ItemJudging
from receiving_app.acts.keeping import stands_unclaimed
from receiving_app.acts.station import Act, Station
from receiving_app.domain.cases import REVIEW_LIST, Wanted
from receiving_app.domain.events import Choice, ReviewDecided, Subject
from receiving_app.domain.package import Package, fold, step
from receiving_app.domain.roles import Actor, Right
from receiving_app.storage import journal, packages, precedents, remembered, service_data


class Review:
    """The acts at the review of one station."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._item_judging = ItemJudging(station)

    def decide(self, decided: Decided, actor: Actor) -> Package | Objection:
        """Write a decision down; it leaves the station when it can no longer be taken back.

        Raise `NotAllowedError` where the actor may not decide.
        """
        with self._station.act(actor, Right.DECIDE) as act:
            return self.within(act, decided)

    def within(self, act: Act, decided: Decided) -> Package | Objection:
        """Write it down as part of an act that was begun."""
        package = packages.get(act.connection, decided.lpn)
        judgement = package.judgement(decided.key) if package else None
        if package is None or judgement is None or judgement.event != decided.judged:
            return Objection.JUDGED_AGAIN
        if judgement.review is not None:
            return Objection.ALREADY_DECIDED
        if not decided.reason.strip():
            return Objection.REASON_MISSING
        if decided.choice is Choice.OVERRIDE and not decided.note.strip():
            return Objection.NOTE_MISSING
        policy = service_data.current_policy(act.connection)
        rma, now = judgement.facts.rma, self._station.clock.corrected()
        body = ReviewDecided(
            key=decided.key,
            number=judgement.number,
            judged=decided.judged,
            decision=decided.choice,
            reason=decided.reason.strip(),
            note=decided.note.strip(),
            history=precedents.history(act.connection, rma.partner, now) if rma else None,
        )
        subject = Subject(package.lpn, decided.key or None)
        until = self._station.clock.now() + policy.undo_within
        package = step(package, act.write(body, subject, not_before=until)) or package
        packages.save(act.connection, package)
        if package.may_be_kept and all(each.review for each in package.judgements):
            package = stands_unclaimed(act, package, until)
        # What came in an opened box is judged by the RMAs that are accepted now.
        self._item_judging.judge_box(act.connection, package.lpn)
        return package

    def remember(self, wanted: Wanted) -> None:
        """Keep which cases the list leaves, for whoever sits here next."""
        with self._station.store.transaction() as connection:
            remembered.put(connection, REVIEW_LIST, wanted)

    def returned(self, seqs: Iterable[int]) -> tuple[str, ...]:
        """Take back the decisions that the service refused, so that they are decided anew; give their packages."""
        with self._station.store.transaction() as connection:
            refused = journal.mark_refused(connection, seqs)
            lpns = tuple(dict.fromkeys(event.subject.lpn for event in refused if event.subject.lpn))
            for lpn in lpns:
                package = fold(journal.of_package(connection, lpn))
                if package is not None:
                    packages.save(connection, package)
            self._item_judging.told_anew(connection, refused)
        return lpns

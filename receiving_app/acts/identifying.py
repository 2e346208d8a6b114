"""What a supervisor does to find out whose a box is: note what is found on it, and say whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from receiving_app.acts.decision import Objection, Whose
from receiving_app.acts.judging import Held, Judging
from receiving_app.acts.recording import record, storable
from receiving_app.acts.station import Station
from receiving_app.acts.written import kept
from receiving_app.domain.candidates import Candidate, clues_of
from receiving_app.domain.events import Subject
from receiving_app.domain.label_reading import without_badge
from receiving_app.domain.package import Judgement, Package, step
from receiving_app.domain.reading import Reading
from receiving_app.domain.rma_number import number_key, plain
from receiving_app.domain.roles import Actor, Right
from receiving_app.domain.unclaimed_events import PackageClue, PackageIdentified
from receiving_app.storage import candidates, packages, service_data

#: A longer text is no number, name or address.
LONGEST_CLUE = 200


class Identifying:
    """The acts on boxes of one station that nobody can place."""

    def __init__(self, station: Station, judging: Judging) -> None:
        self._station = station
        self._judging = judging

    def found(
        self, lpn: str, readings: Sequence[Reading], actor: Actor, *, inside: bool = False
    ) -> Package | Objection:
        """Note what was found on a box, or `inside` it; it is recorded first, whatever becomes of it.

        Raise `NotAllowedError` where the actor may not decide: nobody else opens a rejected box.
        """
        ids = record(self._station, readings, actor)
        with self._station.act(actor, Right.DECIDE) as act:
            package = packages.get(act.connection, lpn)
            if package is None or not _may_be_placed(package):
                return Objection.NOT_OFFERED
            known = {plain(clue) for clue in clues_of(package)}
            for reading, recorded in zip(readings, ids, strict=True):
                text = storable(without_badge(reading).text).strip()[:LONGEST_CLUE]
                if plain(text) and plain(text) not in known:
                    known.add(plain(text))
                    package = act.on(package, PackageClue(text, reading.source, recorded, inside))
            packages.save(act.connection, package)
            return package

    def identify(self, said: Whose, actor: Actor) -> Package | Objection:
        """Let a box be judged by the RMA that it was sent for, or note its partner; raise `NotAllowedError`.

        Decision and verdict leave the station when they can no longer be taken back.
        """
        with self._station.act(actor, Right.DECIDE) as act:
            package = packages.get(act.connection, said.lpn)
            judgement = package.judgement(said.key) if package else None
            objection = _against(package, judgement, said)
            if objection is not None or package is None or judgement is None:
                return objection or Objection.JUDGED_AGAIN
            pointed = candidates.for_clues(act.connection, clues_of(package))
            chosen = next((each for each in pointed if _is_meant(each, said)), None)
            if chosen is None:
                return Objection.CANDIDATE_MISSING
            body = PackageIdentified(
                judged=said.judged,
                before=judgement.number,
                before_key=judgement.key,
                number=chosen.rma.number if chosen.rma else "",
                rma_key=said.rma_key,
                partner=chosen.partner,
                partner_name=chosen.partner_name,
                grounds=chosen.grounds,
                note=kept(said.note),
            )
            until = self._station.clock.now() + service_data.current_policy(act.connection).undo_within
            subject = Subject(package.lpn, said.rma_key or judgement.key or None)
            package = step(package, act.write(body, subject, not_before=until)) or package
            return self._judging.judge(act.connection, package, held=Held(act.stamp.act, until))


def _may_be_placed(package: Package) -> bool:
    return package.counts and package.unpacking is None and not any(each.facts.rma for each in package.judgements)


def _against(package: Package | None, judgement: Judgement | None, said: Whose) -> Objection | None:
    if package is None or judgement is None or judgement.event != said.judged:
        return Objection.JUDGED_AGAIN
    if judgement.review is not None and not package.is_unclaimed:
        return Objection.ALREADY_DECIDED
    return None if _may_be_placed(package) else Objection.NOT_OFFERED


def _is_meant(candidate: Candidate, said: Whose) -> bool:
    if said.rma_key:
        return candidate.rma is not None and number_key(candidate.rma.number) == said.rma_key
    return bool(said.partner) and candidate.rma is None and candidate.partner == said.partner

"""Gathers the facts of a package, asks the label rules, and writes down a verdict that is new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from receiving_app.acts.outcome import LookUp
from receiving_app.acts.station import Station
from receiving_app.domain.authorization import Rma
from receiving_app.domain.events import PackageJudged, Subject
from receiving_app.domain.label_facts import DataState, LabelFacts, NumberOnLabel, ServiceSays
from receiving_app.domain.label_rules import judge
from receiving_app.domain.near_number import near_keys
from receiving_app.domain.package import Judgement, Label, Package, step
from receiving_app.domain.policy import Policy
from receiving_app.domain.rma_number import Form
from receiving_app.domain.roles import RULES
from receiving_app.domain.verdict import Verdict
from receiving_app.storage import packages, service_data, sync_state


@dataclass(frozen=True, slots=True)
class Held:
    """The act whose decision leads to a verdict, and until when neither leaves the station."""

    act: str | None
    until: datetime


class Judging:
    """Judges the packages of one station."""

    def __init__(self, station: Station) -> None:
        self._station = station

    def judge(
        self,
        connection: Connection,
        package: Package,
        says: Mapping[str, ServiceSays] | None = None,
        held: Held | None = None,
    ) -> Package:
        """Judge every number on a package that can be judged now, and keep the package with its new verdicts.

        `says` is what the service has just answered, by number key. A well-formed number that the station doesn't
        know waits, while the service can still be asked, for `Dock.looked_up`. `held` are the act that the verdicts
        are taken back with, and until when.
        """
        stamp = self._station.stamp(connection, RULES, held.act if held else None)
        until = held.until if held else None
        for body in self._news(connection, package, says or {}):
            subject = Subject(package.lpn, body.key or None)
            event = self._station.journal.append(connection, body, subject, stamp, until)
            package = step(package, event) or package
        packages.save(connection, package)
        return package

    def awaits_service(self, connection: Connection, package: Package, label: Label) -> bool:
        """Tell whether the service should be asked about a number before it is judged."""
        judged = package.judgement(label.key)
        told = judged is not None and judged.facts.service_says is not ServiceSays.NOT_ASKED
        well_formed = label.on_label is NumberOnLabel.WELL_FORMED
        return well_formed and not told and self._station.online() and service_data.rma(connection, label.key) is None

    def judge_again(self) -> tuple[str, ...]:
        """Judge again what nobody has reviewed and whose facts changed; give the packages with a new verdict.

        Each package has a transaction of its own, so that the dock never waits long.
        """
        with self._station.store.reading() as connection:
            candidates = [packages.get(connection, lpn) for lpn in packages.to_judge_again(connection)]
            changed = [each.lpn for each in candidates if each and self._news(connection, each, {})]
            as_before = packages.with_changed_rma(connection) - {*changed}
        for lpn in changed:
            with self._station.store.transaction() as connection:
                package = packages.get(connection, lpn)
                if package is not None:
                    self.judge(connection, package)
        self._keep_as_judged(as_before)
        return tuple(changed)

    def _keep_as_judged(self, lpns: Iterable[str]) -> None:
        """Keep that the RMAs of these packages changed in nothing that they were judged by."""
        for lpn in lpns:
            with self._station.store.transaction() as connection:
                package = packages.get(connection, lpn)
                if package is not None and not self._news(connection, package, {}):
                    packages.keep_as_judged(connection, lpn)

    def look_ups(self, connection: Connection, package: Package) -> tuple[LookUp, ...]:
        """Give the numbers on a package that the service should be asked about now."""
        return tuple(
            LookUp(package.lpn, label.key, label.number)
            for label in package.live_labels
            if package.counts and self.awaits_service(connection, package, label)
        )

    def unanswered(self) -> tuple[LookUp, ...]:
        """Give the numbers of unreviewed verdicts that neither the station nor, so far, the service knows."""
        with self._station.store.reading() as connection:
            held = (packages.get(connection, lpn) for lpn in packages.to_judge_again(connection))
            return tuple(
                LookUp(package.lpn, judgement.key, judgement.number)
                for package in held
                if package is not None
                for judgement in package.judgements
                if _is_unanswered(judgement)
            )

    def _news(
        self, connection: Connection, package: Package, says: Mapping[str, ServiceSays]
    ) -> tuple[PackageJudged, ...]:
        """Give the verdicts that say something which the package's last ones didn't."""
        if not package.counts:
            return ()
        policy = service_data.current_policy(connection)
        facts = [
            (label.key, self._facts(connection, package, label, says.get(label.key) or self._told(package, label.key)))
            for label in package.live_labels
            if label.key in says or not self.awaits_service(connection, package, label)
        ]
        if package.no_number or (package.hazard and not package.live_labels):
            facts.append(("", self._without_number(connection, package)))
        bodies = (_judged(key, each, policy, package.judgement(key)) for key, each in facts)
        return tuple(body for body in bodies if body is not None)

    def _told(self, package: Package, key: str) -> ServiceSays:
        before = package.judgement(key)
        return before.facts.service_says if before else ServiceSays.NOT_ASKED

    def _facts(self, connection: Connection, package: Package, label: Label, says: ServiceSays) -> LabelFacts:
        rma = _as_at_arrival(service_data.rma(connection, label.key), package.judgement(label.key))
        near: tuple[str, ...] = ()
        if rma is None and label.form is Form.MALFORMED:
            near = service_data.open_numbers(connection, near_keys(label.key))
        base = self._without_number(connection, package)
        own = packages.siblings(connection, label.key, package.lpn)
        others = service_data.other_siblings(connection, label.key, package.received.at)
        return replace(
            base,
            number=rma.number if rma else label.number,
            on_label=_on_label(label, rma),
            rma=rma,
            service_says=says,
            siblings=(*own, *others),
            carton=label.carton,
            near=near,
        )

    def _without_number(self, connection: Connection, package: Package) -> LabelFacts:
        return LabelFacts(
            number="",
            on_label=NumberOnLabel.NONE if package.no_number else NumberOnLabel.NOT_YET,
            received=package.received,
            received_by=package.received_by,
            data=self._data(connection),
            hazard=package.hazard,
            candidates=package.points_to,
        )

    def _data(self, connection: Connection) -> DataState:
        as_of: datetime | None = sync_state.get(connection).data_as_of
        age = None if as_of is None else self._station.clock.corrected() - as_of
        return DataState(online=self._station.online(), complete=as_of is not None, age=age)


def _judged(key: str, facts: LabelFacts, policy: Policy, before: Judgement | None) -> PackageJudged | None:
    """Judge, and give what is to be written down; None where it says nothing new, or a person has decided."""
    verdict = judge(facts, policy)
    # What a person has decided stands, but for a danger that was found since.
    decided = before is not None and before.review is not None and facts.hazard == before.facts.hazard
    if before is not None and (decided or not _is_news(before, verdict, facts)):
        return None
    return PackageJudged(
        key=key,
        number=facts.number,
        verdict=verdict.decision,
        headline=verdict.headline,
        codes=verdict.codes,
        trace=verdict.trace,
        facts=facts,
        policy_version=policy.version,
        supersedes=before.event if before else None,
    )


def _as_at_arrival(rma: Rma | None, before: Judgement | None) -> Rma | None:
    """Leave out of an RMA what was counted in since the package came: its own goods would speak against it."""
    earlier = before.facts.rma if before else None
    if rma is None or earlier is None:
        return rma
    counted = {line.id: line.received for line in earlier.lines}
    lines = tuple(replace(line, received=counted.get(line.id, line.received)) for line in rma.lines)
    return replace(rma, lines=lines)


def _on_label(label: Label, rma: Rma | None) -> NumberOnLabel:
    """Say what the rules take a reading for: what the service knows is never malformed, but print stays doubtful."""
    if rma is None or label.on_label is NumberOnLabel.DOUBTFUL:
        return label.on_label
    return NumberOnLabel.WELL_FORMED


def _is_news(before: Judgement, verdict: Verdict, facts: LabelFacts) -> bool:
    """Tell a verdict that says something new from one that was only given later."""
    old = before.facts
    same_verdict = (before.verdict.decision, before.verdict.codes) == (verdict.decision, verdict.codes)
    # Data grows older all the time, and an RMA changes with every package of it that is reported.
    same_facts = replace(old, data=facts.data, rma=facts.rma) == facts and _judged_by(old) == _judged_by(facts)
    return not (same_verdict and same_facts)


def _judged_by(facts: LabelFacts) -> Rma | None:
    return facts.rma.judged_by if facts.rma else None


def _is_unanswered(judgement: Judgement) -> bool:
    facts = judgement.facts
    asked = facts.service_says is ServiceSays.UNKNOWN
    return facts.rma is None and facts.on_label is NumberOnLabel.WELL_FORMED and not asked and not judgement.review

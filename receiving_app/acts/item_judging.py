"""Gathers the facts of an item, asks the item rules, and writes down a verdict that is new."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection

from receiving_app.acts.station import Station
from receiving_app.domain.authorization import serial_key
from receiving_app.domain.events import Event, Subject
from receiving_app.domain.expected import ExpectedLine, part_counts
from receiving_app.domain.item import Item, ItemJudgement, fold, step
from receiving_app.domain.item_events import CartonCondition, ItemChoice, ItemJudged, ItemListed, Mark
from receiving_app.domain.package import Package
from receiving_app.domain.roles import Actor, ActorKind
from receiving_app.domain.serials import near_serials
from receiving_app.domain.unpacking import ItemFacts, judge_item
from receiving_app.storage import items, journal, other_items, packages, service_data
from receiving_app.storage.expected import expected, line_of

#: What the item rules decide has no author.
ITEM_RULES = Actor(ActorKind.RULE, None, None, "item-rules")


class ItemJudging:
    """Judges the items of one station."""

    def __init__(self, station: Station) -> None:
        self._station = station

    def judge(self, connection: Connection, item: Item) -> Item:
        """Judge an item as it stands, and keep it with its verdict."""
        items.save(connection, item)
        package = packages.get(connection, item.lpn)
        if package is None:
            return item
        facts = item_facts(connection, package, item, expected(connection, package))
        verdict = judge_item(facts, service_data.current_policy(connection))
        before = item.judgement
        if _stands(before, facts):
            return item
        if before is None or (before.facts, before.verdict) != (facts, verdict):
            body = ItemJudged(
                item=item.id,
                verdict=verdict.decision,
                headline=verdict.headline,
                codes=verdict.codes,
                notes=verdict.notes,
                trace=verdict.trace,
                facts=facts,
                policy_version=verdict.policy_version,
                supersedes=before.event if before else None,
            )
            stamp = self._station.stamp(connection, ITEM_RULES)
            event = self._station.journal.append(connection, body, Subject(item.lpn, item.rma_key or None), stamp)
            item = step(item, event) or item
            items.save(connection, item)
        return item

    def judge_box(self, connection: Connection, lpn: str) -> None:
        """Judge again everything that came in a box: something was said of its carton."""
        for item in items.of_package(connection, lpn):
            self.judge(connection, item)

    def judge_again(self) -> tuple[str, ...]:
        """Judge again the items that nobody has decided on and whose facts changed; give the boxes they came in.

        Each box has a transaction of its own, so that the dock never waits long.
        """
        changed = []
        for lpn in self._boxes():
            with self._station.store.reading() as connection:
                news = self._has_news(connection, lpn)
            if news:
                with self._station.store.transaction() as connection:
                    self._judge_box_again(connection, lpn)
                changed.append(lpn)
        return tuple(changed)

    def _boxes(self) -> tuple[str, ...]:
        with self._station.store.reading() as connection:
            return tuple(dict.fromkeys(item.lpn for item in items.undecided(connection)))

    def _has_news(self, connection: Connection, lpn: str) -> bool:
        package = packages.get(connection, lpn)
        if package is None:
            return False
        policy, lines = service_data.current_policy(connection), expected(connection, package)
        for item in items.of_package(connection, lpn):
            if item.decided or item.judgement is None:
                continue
            if listed_by_now(item, lines) is not None:
                return True
            facts = item_facts(connection, package, item, lines)
            verdict, before = judge_item(facts, policy), item.judgement
            same = (before.verdict.decision, before.verdict.codes) == (verdict.decision, verdict.codes)
            if facts != before.facts or not same:
                return True
        return False

    def _judge_box_again(self, connection: Connection, lpn: str) -> None:
        package = packages.get(connection, lpn)
        lines = expected(connection, package) if package else ()
        for item in items.of_package(connection, lpn):
            if item.decided:
                continue
            line = listed_by_now(item, lines)
            self.judge(connection, self._listed(connection, item, line) if line else item)

    def _listed(self, connection: Connection, item: Item, line: ExpectedLine) -> Item:
        body = ItemListed(item.id, line.line.model, line.line.id, line.rma_key, line.number)
        stamp = self._station.stamp(connection, ITEM_RULES)
        event = self._station.journal.append(connection, body, Subject(item.lpn, line.rma_key), stamp)
        return step(item, event) or item

    def told_anew(self, connection: Connection, undone: Iterable[Event]) -> None:
        """Tell the items from the journal again of which something was taken back, and judge what they bear on."""
        undone = tuple(undone)
        lpns = dict.fromkeys(event.subject.lpn for event in undone if event.subject.lpn)
        for item_id in dict.fromkeys(item for event in undone for item in _items_of(event)):
            item = fold(journal.of_item(connection, item_id))
            if item is None:
                items.take_back(connection, item_id)
            else:
                items.save(connection, item)
                lpns[item.lpn] = None
        for lpn in lpns:
            self.judge_box(connection, lpn)


def listed_by_now(item: Item, lines: tuple[ExpectedLine, ...]) -> ExpectedLine | None:
    """Give the line of its box that lists an item by its serial number, where the item has no other; else None."""
    if item.placeholder or not item.serial or any(_is_line_of(each, item) for each in lines):
        return None
    listing = [each for each in lines if serial_key(each.line.serial or "") == item.serial]
    of_model = [each for each in listing if not item.model or serial_key(each.line.model) == serial_key(item.model)]
    models = {serial_key(each.line.model) for each in of_model}
    # Which of two models it is, only a person can see.
    return next((each for each in of_model if each.awaited), of_model[0]) if len(models) == 1 else None


def item_facts(connection: Connection, package: Package, item: Item, lines: tuple[ExpectedLine, ...]) -> ItemFacts:
    """Give everything the rules look at for an item of a package."""
    own = next((each for each in lines if _is_line_of(each, item)), None)
    if own is None and item.placed:
        own = line_of(connection, item)
    condition = package.unpacking.condition if package.unpacking else CartonCondition.WHOLE
    # What was counted in meanwhile, it among them, says nothing of this item.
    line = replace(own.line, received=0) if own else None
    return ItemFacts(
        serial=item.serial,
        model=item.model,
        placeholder=item.placeholder,
        line=line,
        elsewhere=_elsewhere(connection, item, lines) if own is None else (),
        near=_near(item, lines) if own is None else (),
        in_building=_in_building(connection, item),
        over=_over(own, item, connection) if own else 0,
        parts=part_counts(item, line.parts) if line else (),
        extras=tuple(extra.what for extra in item.extras),
        hazard=Mark.HAZARD in item.marks,
        tampered=Mark.TAMPERED in item.marks or condition is CartonCondition.TAMPERED,
        transit_damage=Mark.TRANSIT_DAMAGE in item.marks or condition is CartonCondition.DAMAGED,
    )


def _is_line_of(each: ExpectedLine, item: Item) -> bool:
    return (each.rma_key, each.line.id) == (item.rma_key, item.line)


def _items_of(event: Event) -> tuple[str, ...]:
    """Name the items that an event tells something of."""
    named = (getattr(event.body, name, None) for name in ("item", "with_item"))
    return tuple(item for item in named if isinstance(item, str))


def _stands(before: ItemJudgement | None, facts: ItemFacts) -> bool:
    """Tell whether a person has decided: that stands, but for a danger that was found since."""
    review = before.review if before else None
    settled = review is not None and review.settled and review.choice is not ItemChoice.IDENTIFY
    return before is not None and settled and facts.hazard == before.facts.hazard


def _in_building(connection: Connection, item: Item) -> tuple[str, ...]:
    """Give the items with its serial number that were here before it, and those that another station has."""
    if not serial_key(item.serial):
        return ()
    same = items.with_serial(connection, item.serial)
    before = same[: next((place for place, each in enumerate(same) if each.id == item.id), len(same))]
    own = (each.id for each in before if _same_model(each.model, item.model))
    elsewhere = other_items.with_serial(connection, item.serial)
    return (*own, *(each.id for each in elsewhere if not each.left and _same_model(each.model, item.model)))


def _same_model(one: str, other: str) -> bool:
    """Serials are compared within their model; a device whose model nobody knows may be any."""
    return not one or not other or serial_key(one) == serial_key(other)


def _elsewhere(connection: Connection, item: Item, lines: tuple[ExpectedLine, ...]) -> tuple[str, ...]:
    if item.placeholder:
        return ()
    here = {line.number for line in lines}
    return tuple(number for number in service_data.open_with_serial(connection, item.serial) if number not in here)


def _near(item: Item, lines: tuple[ExpectedLine, ...]) -> tuple[str, ...]:
    if item.placeholder:
        return ()
    return near_serials(item.serial, [each.line.serial for each in lines if each.line.serial])


def _over(own: ExpectedLine, item: Item, connection: Connection) -> int:
    """Say by how many it is more than its line lists, counted in the order in which they were found."""
    found = [each.id for each in items.on_line(connection, own.rma_key, own.line.id)]
    place = found.index(item.id) + 1 if item.id in found else len(found) + 1
    return max(0, place - own.line.quantity)

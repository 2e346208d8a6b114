"""Documents filled in from what the station knows: package, item and shipment become words on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.authorization import Address
from receiving_app.domain.events import PackageEnded
from receiving_app.domain.item import Item
from receiving_app.domain.package import Judgement, Package
from receiving_app.domain.policy import Policy
from receiving_app.domain.shipment import Goods, GoodsKind, Shipment
from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.domain.unclaimed import Unclaimed
from receiving_app.printing.documents import (
    AddressLabel,
    HandOverList,
    HazardLabel,
    ItemLabel,
    ListedShipment,
    LpnLabel,
    PackedItem,
    PackingSlip,
    QuarantineLabel,
    RefusalSlip,
    RejectionSlip,
    UnclaimedLabel,
)
from receiving_app.words import times, verdicts
from receiving_app.words.bench import outcome_word
from receiving_app.words.unpacking import item_rule_word

translate = QCoreApplication.translate

_OURS = "US"


def lpn_label(package: Package, calendar: SiteCalendar) -> LpnLabel:
    """Fill in the licence plate of a package that is here."""
    numbers = ", ".join(label.number for label in package.live_labels)
    received = translate("Filled", "Received {}").format(_moment(package.received.at, calendar))
    cartons = [label.carton for label in package.live_labels if label.carton is not None]
    said = translate("Filled", "Carton {index} of {count}")
    marks = [said.format(index=carton.index, count=carton.count) for carton in cartons[:1]]
    return LpnLabel(package.lpn, tuple(filter(None, (numbers, received, *marks))))


def item_label(item: Item, place: str = "", *, small: bool = False) -> ItemLabel:
    """Fill in an item's label."""
    return ItemLabel(item.id, item.model, item.serial, item.number, place, small)


def quarantine_label(item: Item, now: datetime, calendar: SiteCalendar) -> QuarantineLabel:
    """Fill in what sets an item apart: why it is, and which package it came in."""
    rules = item.judgement.verdict.codes if item.judgement else ()
    why = "; ".join(item_rule_word(rule) for rule in rules)
    found = translate("Filled", "From package {}").format(item.lpn)
    return QuarantineLabel(item.id, why[:1].upper() + why[1:], item.model, item.serial, (found, _moment(now, calendar)))


def hazard_label(code: str, noted_by: str, now: datetime, calendar: SiteCalendar) -> HazardLabel:
    """Fill in the warning for a package or item."""
    danger = translate("Filled", "Swollen, hot, leaking or smoking")
    return HazardLabel(code, danger, tuple(filter(None, (_moment(now, calendar), noted_by))))


def unclaimed_label(package: Package, unclaimed: Unclaimed, policy: Policy) -> UnclaimedLabel:
    """Fill in what a box bears that nobody claims: since when it stands here, and until when it is kept."""
    kept = policy.calendar.local(unclaimed.kept_at).date()
    until = kept + timedelta(days=policy.unclaimed.abandon_days)
    lines = (
        translate("Filled", "Received {}").format(_moment(package.received.at, policy.calendar)),
        translate("Filled", "Kept at least until {day} {year}").format(day=times.day(until), year=until.year),
    )
    return UnclaimedLabel(unclaimed.number, package.lpn, unclaimed.place, lines)


def rejection_slip(
    package: Package,
    judgement: Judgement | None,
    partner: str,
    policy: Policy,
    now: datetime,
) -> RejectionSlip:
    """Fill in why a package is not accepted; without a judgement it bears no number."""
    if judgement is None:
        reason = translate("Filled", "There is no RMA number on the package.")
    else:
        reason = verdicts.reason(package, judgement, policy, now)
    next_steps = (
        translate("Filled", "The package goes back as it came, at the partner's expense."),
        translate("Filled", "Before you send it again, ask SmartWitness support for an RMA that is open."),
    )
    number = judgement.number if judgement else ""
    received = _moment(package.received.at, policy.calendar)
    return RejectionSlip(package.lpn, number, partner, received, (reason,), next_steps)


def refusal_slip(
    package: Package,
    ended: PackageEnded,
    refused_by: str,
    now: datetime,
    calendar: SiteCalendar,
) -> RefusalSlip:
    """Fill in what the driver takes away of a package that was refused."""
    numbers = [each.number for each in package.trackings] + [label.number for label in package.live_labels]
    when = _moment(now, calendar)
    return RefusalSlip(ended.carrier, ended.driver, when, ended.note, tuple(numbers), refused_by)


def address_label(shipment: Shipment) -> AddressLabel:
    """Fill in where a shipment goes."""
    return AddressLabel(
        address_lines(shipment.send_back_to), shipment.carrier or "", shipment.tracking or "", shipment.id
    )


def packing_slip(
    shipment: Shipment,
    goods: Sequence[Goods],
    items: Mapping[str, Item],
    calendar: SiteCalendar,
) -> PackingSlip:
    """Fill in what is in a shipment; `items` holds the items among the goods by their labels."""
    rows = tuple(
        PackedItem(each.thing, each.model, each.serial, each.number, _done(each, items.get(each.thing)))
        for each in goods
    )
    packed = _moment(shipment.packed_at, calendar)
    to = address_lines(shipment.send_back_to)
    return PackingSlip(shipment.id, to, shipment.carrier or "", shipment.tracking or "", packed, rows)


def hand_over_list(carrier: str, shipments: Sequence[Shipment], now: datetime, calendar: SiteCalendar) -> HandOverList:
    """Fill in what a driver takes away."""
    rows = tuple(
        ListedShipment(each.id, _place(each.send_back_to), each.carrier or "", each.tracking or "")
        for each in shipments
    )
    return HandOverList(carrier, _moment(now, calendar), rows)


def address_lines(address: Address) -> tuple[str, ...]:
    """Give an address as the lines of a label; the country only where it isn't ours."""
    region = " ".join(filter(None, (address.region, address.postal_code)))
    town = ", ".join(filter(None, (address.city, region)))
    country = "" if address.country == _OURS else address.country
    return tuple(filter(None, (address.name, address.street, town, country)))


def _place(address: Address) -> str:
    return ", ".join(filter(None, (address.name, address.city, address.region)))


def _moment(moment: datetime, calendar: SiteCalendar) -> str:
    """Say a moment with its year: paper is read later than screens are."""
    said = translate("Filled", "{day} {year}, {clock}", "a moment on paper: Tue 17 Nov 2026, 09:12 CST")
    local = calendar.local(moment)
    return said.format(day=times.day(local.date()), year=local.year, clock=times.clock(moment, calendar))


def _done(goods: Goods, item: Item | None) -> str:
    """Say what was done to one of the goods."""
    if goods.kind is GoodsKind.REJECTED:
        return translate("Filled", "Not accepted; returned as it came")
    if goods.kind is GoodsKind.REPLACEMENT and item is not None:
        return translate("Filled", "Replaces {}").format(item.serial)
    if item is None or item.inspection is None or item.inspection.outcome is None:
        return ""
    return ": ".join(filter(None, (outcome_word(item.inspection.outcome), item.inspection.repair)))

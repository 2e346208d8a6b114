"""What became of a scan or an act at the packing table: a headline, a sentence that says why, and the next step."""

from __future__ import annotations

from datetime import datetime
from textwrap import shorten
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.authorization import Address
from receiving_app.domain.item_events import ShippingException
from receiving_app.domain.policy import Policy
from receiving_app.domain.shipment import Bar, Goods, GoodsKind, SaidBy, Shipment
from receiving_app.words import times
from receiving_app.words.bench import payer_because
from receiving_app.words.readings import shown
from receiving_app.words.shipping import bar_sentence, exception_sentence, refusal_sentence
from receiving_app.words.table_answers import refusal_words, words_of

translate = QCoreApplication.translate

#: Longer texts are cut where they are shown; the journal has them whole.
_LONGEST = 40


class Standing(Protocol):
    """What `acts.packing_outcome.Settling` tells of an RMA."""

    @property
    def number(self) -> str: ...
    @property
    def open(self) -> int: ...


class Told(Protocol):
    """What `acts.packing_outcome.PackingOutcome` tells; acts stand above words, so it is named by its shape."""

    @property
    def code(self) -> str: ...
    @property
    def refusal(self) -> str | None: ...
    @property
    def shipment(self) -> Shipment | None: ...
    @property
    def goods(self) -> Goods | None: ...
    @property
    def bars(self) -> tuple[Bar, ...]: ...
    @property
    def exceptions(self) -> tuple[ShippingException, ...]: ...
    @property
    def elsewhere(self) -> Shipment | None: ...
    @property
    def settled(self) -> tuple[Standing, ...]: ...
    @property
    def text(self) -> str: ...
    @property
    def numbers(self) -> tuple[str, ...]: ...


def headline(told: Told) -> str:
    """Say in a word or two what it came to."""
    if told.refusal is not None:
        return refusal_words(told.refusal).headline
    return words_of(told.code).headline


def sentence(told: Told, policy: Policy, now: datetime) -> str:
    """Say why, with the numbers it is about."""
    match told.code:
        case "refused" if told.refusal is not None:
            return _why(told)
        case "left" if told.shipment is not None:
            return _left(told, told.shipment)
        case "already-left" if told.shipment is not None:
            return _left_before(told.text, told.shipment, policy, now)
        case "packed" if told.exceptions:
            return translate("words", "Its RMA was cancelled meanwhile.")
        case "chosen" if told.goods is not None and told.goods.send_back_to is None:
            return translate("words", "Nobody has said where {} goes.").format(goods_name(told.goods))
        case "chosen" if told.goods is not None and told.goods.dangerous:
            return translate("words", "{} is dangerous goods, and goes by ground only.").format(goods_name(told.goods))
    numbers = ", ".join(shown(number, _LONGEST) for number in told.numbers)
    shipment = told.shipment.id if told.shipment else ""
    text = goods_name(told.goods) if told.goods else shown(told.text, _LONGEST)
    return words_of(told.code).sentence.format(text=text, numbers=numbers, shipment=shipment)


def next_step(told: Told) -> str:
    """Say what to do next."""
    if told.code == "packed" and told.exceptions:
        return translate("words", "Ask support before it leaves.")
    if told.code == "chosen" and told.goods is not None and told.goods.send_back_to is None:
        return translate("words", "Give the address (F8), or ask the partner.")
    if told.code == "chosen" and told.goods is not None and told.goods.dangerous:
        return translate("words", "Pack and mark it. Then somebody checks it: Packing checked (F6).")
    if told.refusal == "barred" and told.bars == (Bar.ADDRESS_MISSING,):
        return translate("words", "Give the address (F8), or ask the partner.")
    if told.refusal == "barred" and told.shipment is not None:
        return translate("words", "Take it out and pack anew. Has it gone all the same? F12.")
    if told.refusal is not None:
        return refusal_words(told.refusal).next_step
    return words_of(told.code).next_step


def goods_name(goods: Goods) -> str:
    """Name goods as a person knows them: by serial number, else model, else label."""
    return shown(goods.serial or goods.model or goods.thing, _LONGEST)


def address_lines(address: Address) -> tuple[str, ...]:
    """Give an address as it stands on a label."""
    place = " ".join(filter(None, (address.city + ",", address.region, address.postal_code)))
    return tuple(brief(line, _LONGEST) for line in (address.name, address.street, place) if line.strip(", "))


def brief(text: str, longest: int) -> str:
    """Cut a long name at a word."""
    return shown(shorten(text, longest, placeholder=" …"), longest)


def address_because(said_by: SaidBy | None) -> str:
    """Say whose word the address is."""
    match said_by:
        case SaidBy.TICKET:
            return translate("words", "The ticket says where it goes.")
        case SaidBy.LABEL:
            return translate("words", "The address stands on the label of its box.")
        case SaidBy.PARTNER:
            return translate("words", "It is the partner's address: the label has none.")
        case SaidBy.PERSON:
            return translate("words", "The address was said here.")
        case None:
            return ""


def payer_reason(goods: Goods) -> str:
    """Say why that payer pays for goods."""
    if goods.kind is GoodsKind.REJECTED:
        return translate("words", "A supervisor upheld its rejection.")
    return payer_because(goods.disposition) if goods.disposition else ""


def _why(told: Told) -> str:
    if told.refusal == "barred":
        name = goods_name(told.goods) if told.goods else shown(told.text, _LONGEST)
        return translate("words", "{}: {}").format(name, " ".join(bar_sentence(bar) for bar in told.bars))
    if told.refusal == "tracking-elsewhere" and told.elsewhere is not None:
        said = translate("words", "{} is on {} for {}.")
        return said.format(shown(told.text, _LONGEST), told.elsewhere.id, brief(told.elsewhere.send_back_to.name, 32))
    return refusal_sentence(told.refusal or "")


def _left(told: Told, shipment: Shipment) -> str:
    said = [translate("words", "{carrier} has it: {tracking}.")]
    said[0] = said[0].format(carrier=shown(shipment.carrier or "", 24), tracking=shown(shipment.tracking or "", 24))
    said += [exception_sentence(exception) for exception in told.exceptions]
    said += [standing_sentence(each, shipment.tracking or "") for each in told.settled]
    return " ".join(said)


def standing_sentence(standing: Standing, tracking: str) -> str:
    """Say whether an RMA is settled by what left, and what the partner is told."""
    if standing.open == 0:
        words = translate("words", "{number} is settled: the partner is told, with {tracking}.")
        return words.format(number=standing.number, tracking=shown(tracking, 24))
    if standing.open == 1:
        return translate("words", "One device of {} is still open.").format(standing.number)
    words = translate("words", "{count} devices of {number} are still open.")
    return words.format(count=standing.open, number=standing.number)


def _left_before(text: str, shipment: Shipment, policy: Policy, now: datetime) -> str:
    words = translate("words", "{text} is in {shipment}. {carrier} took {tracking} on {moment}.")
    beside = policy.calendar.local(now).date()
    moment = times.day_and_clock(shipment.sent_at, policy.calendar, beside) if shipment.sent_at else ""
    return words.format(
        text=shown(text, _LONGEST),
        moment=moment,
        carrier=shown(shipment.carrier or "", 24),
        tracking=shown(shipment.tracking or "", 24),
        shipment=shipment.id,
    )

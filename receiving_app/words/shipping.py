"""The shipping desk in words: what leaves, what keeps it here, and why something was not packed or sent."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.item_events import ShippingException
from receiving_app.domain.shipment import Bar, GoodsKind

translate = QCoreApplication.translate


def kind_word(kind: GoodsKind) -> str:
    """Name what leaves."""
    match kind:
        case GoodsKind.RETURN:
            return translate("words", "Device")
        case GoodsKind.REPLACEMENT:
            return translate("words", "Replacement")
        case GoodsKind.REJECTED:
            return translate("words", "Rejected package")


def bar_sentence(bar: Bar) -> str:
    """Say why something may not leave yet, and what to do."""
    match bar:
        case Bar.SENT:
            return translate("words", "It has left already.")
        case Bar.PACKED:
            return translate("words", "It is packed already.")
        case Bar.NOT_DECIDED:
            return translate("words", "Nobody has decided that it leaves.")
        case Bar.FINAL_TEST:
            return translate("words", "It did not pass its final test. Bring it back to the bench.")
        case Bar.CUSTODY:
            return translate("words", "Say first what became of the client's video.")
        case Bar.REPLACEMENT_OUT:
            return translate("words", "Its replacement went out meanwhile. A supervisor decides anew.")
        case Bar.PAYER_OPEN:
            return translate("words", "A supervisor must say who pays the freight.")
        case Bar.UNCLAIMED:
            return translate("words", "It has no RMA: it stays until somebody agrees to take it back.")
        case Bar.ADDRESS_MISSING:
            return translate("words", "Nobody has said where it goes. Ask the partner.")
        case Bar.ADDRESS_CHANGED:
            return translate("words", "It goes to another address than when it was packed. Pack it anew.")
        case Bar.PAYER_CHANGED:
            return translate("words", "Somebody else pays than when it was packed. Pack it anew.")


def exception_sentence(exception: ShippingException) -> str:
    """Say what spoke against a shipment that left all the same."""
    match exception:
        case ShippingException.RMA_CANCELLED:
            return translate("words", "Its RMA was cancelled meanwhile. That it left is recorded; tell support.")
        case ShippingException.BARRED_MEANWHILE:
            return translate("words", "Something in it should have stayed. It left; tell a supervisor.")
        case ShippingException.TRACKING_AGAIN:
            return translate("words", "This tracking number went to the same address before. Check the label.")
        case ShippingException.TRACKING_ELSEWHERE:
            return translate("words", "This tracking number is on goods for another address too.")
        case ShippingException.TRACKING_INBOUND:
            return translate("words", "This tracking number came in on a partner's label.")


def refusal_sentence(code: str) -> str:
    """Say why something was not packed or sent, and what to do; a code that isn't known is shown as it is."""
    return _not_packed(code) or _not_sent(code) or code


def _not_packed(code: str) -> str:
    match code:
        case "nothing-chosen":
            return translate("words", "Choose what goes into the box.")
        case "not-here":
            return translate("words", "No device or package here has this label. Scan it again.")
        case "barred":
            return translate("words", "This may not leave yet.")
        case "addresses-differ":
            return translate("words", "This goes to another address. Pack it on its own.")
        case "payers-differ":
            return translate("words", "Somebody else pays for this. Pack it on its own.")
        case "check-missing":
            return translate("words", "Dangerous goods: name the person who checked packing and marking.")
        case _:
            return ""


def _not_sent(code: str) -> str:
    match code:
        case "no-such-shipment":
            return translate("words", "No shipment here has this name. Pack it first.")
        case "already-sent":
            return translate("words", "This shipment has left already.")
        case "ground-only":
            return translate("words", "Dangerous goods never go by air. Choose a ground service and say so.")
        case "tracking-missing":
            return translate("words", "Scan the carrier's tracking number.")
        case "tracking-too-long":
            return translate("words", "This is too long for a tracking number. Scan the carrier's label again.")
        case "tracking-ours":
            return translate("words", "This is one of our own numbers. Scan the carrier's tracking number.")
        case "carrier-missing":
            return translate("words", "This number is no carrier's that we know. Scan it again, or name the carrier.")
        case "carrier-differs":
            return translate("words", "This number is another carrier's. Scan the right label.")
        case "carrier-reason-missing":
            return translate("words", "This number has no known form. Scan it again, or write why it is right.")
        case "tracking-elsewhere":
            return translate("words", "This number is on goods for another address. Scan the right label, or confirm.")
        case "tracking-inbound":
            return translate("words", "The goods came in under this number. Scan the new label, or confirm.")
        case _:
            return ""

"""What pages call the states and remarks of tickets."""

from __future__ import annotations

from collections.abc import Mapping

from ticket_service.mail.updates import Kind
from ticket_service.rules.rma_kind import RmaKind
from ticket_service.rules.rma_states import RmaState
from ticket_service.rules.ticket_states import TicketState
from ticket_service.tickets.checks import Remark
from ticket_service.tickets.opening import Channel
from ticket_service.tickets.progress import Step

#: A state's words, and the looks of its tag.
TICKET_STATES: Mapping[TicketState, tuple[str, str]] = {
    TicketState.OPEN: ("With support", "wait"),
    TicketState.ANSWERED: ("With the partner", ""),
    TicketState.AUTHORIZED: ("RMA issued", ""),
    TicketState.RESOLVED: ("Resolved", "good"),
}
RMA_STATES: Mapping[RmaState, tuple[str, str]] = {
    RmaState.OPEN: ("Open", ""),
    RmaState.CANCELLED: ("Cancelled", "bad"),
    RmaState.EXPIRED: ("Its time ran out", "bad"),
    RmaState.RESOLVED: ("Resolved", "good"),
}
KINDS: Mapping[RmaKind, str] = {
    RmaKind.STANDARD: "Standard",
    RmaKind.ADVANCED: "Advanced: the replacement ships first",
}
STEPS: Mapping[Step, str] = {
    Step.AUTHORIZED: "Authorized",
    Step.SENT: "Sent",
    Step.RECEIVED: "Received",
    Step.INSPECTED: "Inspected",
    Step.SHIPPED_BACK: "Shipped back",
}
REMARKS: Mapping[str, tuple[str, str]] = {
    Remark.SOLD: ("Sold to this partner", "good"),
    Remark.UNKNOWN: ("Not in our records", "wait"),
    Remark.SOLD_TO_ANOTHER: ("Sold to another partner", "wait"),
    Remark.ON_OPEN_RMA: ("On an open RMA", "bad"),
    Remark.NO_SERIAL: ("Cannot be taken", "bad"),
}
CHANNELS: Mapping[str, str] = {
    Channel.PORTAL: "Portal",
    Channel.PHONE: "Phone",
    Channel.EMAIL: "E-mail",
}
#: What stands above an update; a message is headed by who wrote it.
UPDATES: Mapping[Kind, str] = {
    Kind.OPENED: "Opened",
    Kind.MESSAGE: "",
    Kind.RMA_ISSUED: "RMA issued",
    Kind.RMA_EXTENDED: "More time",
    Kind.RMA_CANCELLED: "RMA cancelled",
    Kind.REPLACEMENT_SENT: "Replacement sent",
    Kind.RECEIVED: "Received",
    Kind.REJECTED: "Not accepted",
    Kind.QUESTION: "Question",
    Kind.INSPECTED: "Inspected",
    Kind.DECIDED: "Decided",
    Kind.NOT_RETURNED: "Not returned",
    Kind.SENT_BACK: "Sent back",
    Kind.RESOLVED: "Resolved",
    Kind.REOPENED: "Open again",
    Kind.CORRECTION: "Correction",
}

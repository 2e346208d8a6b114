"""A letter's words about a ticket, as plain text and as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from ticket_service.mail.addressees import Addressee
from ticket_service.mail.updates import Kind, Update
from ticket_service.mail.wording import day

_TEMPLATES = Environment(
    loader=PackageLoader("ticket_service.mail"),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)

#: What the subject says of a letter; of several updates the first of these that is among them.
HEADINGS: Mapping[Kind, str] = {
    Kind.RESOLVED: "resolved",
    Kind.REOPENED: "not settled yet",
    Kind.REJECTED: "something was not accepted",
    Kind.QUESTION: "a question for you",
    Kind.CORRECTION: "a correction",
    Kind.SENT_BACK: "sent to you",
    Kind.REPLACEMENT_SENT: "your replacement is on its way",
    Kind.RMA_ISSUED: "your RMA",
    Kind.RMA_CANCELLED: "RMA cancelled",
    Kind.RMA_EXTENDED: "RMA extended",
    Kind.DECIDED: "what happens next",
    Kind.INSPECTED: "inspected",
    Kind.NOT_RETURNED: "not returned",
    Kind.RECEIVED: "received",
    Kind.MESSAGE: "a new message",
    Kind.OPENED: "opened",
}


@dataclass(frozen=True, slots=True)
class News:
    """What a letter tells and to whom; times are the site's, `stop` the secret of the link that ends such letters."""

    ticket: str
    told: Sequence[Update]
    addressee: Addressee
    url: str
    zone: ZoneInfo
    stop: str | None


def subject(news: News) -> str:
    """Say in a line what a letter is about."""
    kinds = {each.kind for each in news.told}
    return f"Ticket {news.ticket}: {next(heading for kind, heading in HEADINGS.items() if kind in kinds)}"


def as_text(news: News) -> str:
    """Write a letter as plain text."""
    return _TEMPLATES.get_template("letter.txt").render(_values(news))


def as_html(news: News) -> str:
    """Write a letter as HTML that needs nothing from anywhere."""
    return _TEMPLATES.get_template("letter.html").render(_values(news))


def stop_link(url: str, stop: str) -> str:
    """Give the address of the page that ends letters."""
    return f"{url}/portal/letters/stop/{stop}"


def _values(news: News) -> dict[str, object]:
    return {
        "ticket": news.ticket,
        "name": news.addressee.name,
        "told": list(_paragraphs(news)),
        "link": f"{news.url}/portal/tickets/{news.ticket}" if news.addressee.portal else None,
        "stop": stop_link(news.url, news.stop) if news.stop else None,
    }


def _paragraphs(news: News) -> Iterator[dict[str, str]]:
    """Give each update with its time; what was said within the same minute has it once."""
    before = ""
    for each in news.told:
        when = _moment(each.at, news.zone)
        yield {"when": "" if when == before else when, "text": each.text}
        before = when


def _moment(when: datetime, zone: ZoneInfo) -> str:
    local = when.astimezone(zone)
    return f"{day(local.date())}, {local:%H:%M} {local.tzname()}"

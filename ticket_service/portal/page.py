"""Answers that people see: a rendered page, or the way to the next one."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from ticket_service.portal.devices import device_of
from ticket_service.portal.navigation import entries, site_entries
from ticket_service.portal.visit import COOKIE, Visit, flash_cookie

#: Where the portal lies in the service; links in templates begin with it.
PREFIX = "/portal"

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(visit: Visit, template: str, status: int = 200, /, **values: Any) -> Response:
    """Render a template with what it needs; the frame adds who is logged in, the way around and the form token."""
    answer = HTMLResponse(render(visit, template, values), status)
    if visit.is_new:
        _set(answer, visit, COOKIE, visit.cookie)
    if visit.flash:
        answer.delete_cookie("flash", path=PREFIX)
    return answer


def render(visit: Visit, template: str, values: dict[str, Any]) -> str:
    """Give a page's text."""
    frame = {"visit": visit, "caller": visit.caller, "entries": entries(visit), "site": site_entries(visit)}
    return _templates.get_template(template).render(frame | values)


def go_to(visit: Visit, path: str, flash: str = "", *, cookie: str | None = None) -> Response:
    """Send the person to another page of the portal, which shows `flash` once; `cookie` begins a session there."""
    answer = RedirectResponse(PREFIX + path, 303)
    if flash:
        _set(answer, visit, "flash", flash_cookie(flash))
    if cookie is not None:
        _set(answer, visit, COOKIE, cookie)
    return answer


def _set(answer: Response, visit: Visit, name: str, value: str) -> None:
    answer.set_cookie(name, value, path=PREFIX, secure=visit.is_secure, httponly=True, samesite="lax")


@pass_context
def _shown_time(context: Context, moment: datetime) -> str:
    """Show a time on the site's clock."""
    visit: Visit = context["visit"]
    return moment.astimezone(visit.zone).strftime("%a %d %b %Y %H:%M %Z")


def _shown_day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"


_templates.filters["time"] = _shown_time
_templates.filters["device"] = device_of
_templates.filters["day"] = _shown_day

"""The picture of a print, painted the way it is printed."""

from __future__ import annotations

import logging

from PySide6.QtGui import QImage

from receiving_app.printing.documents import FORMS, Paper, on_paper
from receiving_app.printing.rendering import picture
from receiving_app.queries import printing
from receiving_app.storage.forms import from_json
from receiving_app.storage.store import Store

_log = logging.getLogger(__name__)


def first_page(store: Store, number: int, paper: str) -> QImage | None:
    """Give the first page of a print; None where it isn't filled in yet or can't be painted."""
    job = printing.job(store, number)
    if job is None or not job.document:
        return None
    try:
        document = on_paper(from_json(FORMS[job.kind], job.document), Paper(paper))
        return picture(document, is_copy=job.is_copy)
    except (KeyError, ValueError):
        _log.exception("print %s can't be shown", number)
        return None

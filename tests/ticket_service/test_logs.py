from __future__ import annotations

import json
import logging
import logging.config
from collections.abc import Iterator

import pytest

from ticket_service import logs


@pytest.fixture(autouse=True)
def own_logging() -> Iterator[None]:
    """Leave logging as it was."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def test_as_json_every_happening_is_one_line_with_its_trace(capsys: pytest.CaptureFixture[str]) -> None:
    logging.config.dictConfig(logs.config("json"))
    log = logging.getLogger("ticket_service.test")

    log.info("two\nlines of %s", "ünïcode")
    try:
        int("no such thing")
    except ValueError:
        log.exception("it failed")

    first, second = (json.loads(line) for line in capsys.readouterr().err.splitlines())
    assert (first["level"], first["logger"], first["message"]) == (
        "info",
        "ticket_service.test",
        "two\nlines of ünïcode",
    )
    assert first["time"].endswith("+00:00")
    assert "ValueError: invalid literal for int() with base 10: 'no such thing'" in second["trace"]


def test_as_text_it_reads_as_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    logging.config.dictConfig(logs.config("text"))

    logging.getLogger("ticket_service.test").warning("the disk is %s", "full")

    assert capsys.readouterr().err.endswith("WARNING  ticket_service.test: the disk is full\n")


def test_addresses_are_not_logged(capsys: pytest.CaptureFixture[str]) -> None:
    logging.config.dictConfig(logs.config("text"))

    logging.getLogger("uvicorn.access").info("GET /portal/password/secret")

    assert capsys.readouterr().err == ""

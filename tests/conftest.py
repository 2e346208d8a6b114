"""What any test may ask for: the ticket service on a socket, a clock, a front that breaks the service."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demo_site import Front, Hands, Site, Stage, demo_site, front_of, serving

# Qt reads this once, at its first window; a test that wants the real screen sets it for a process of its own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def served() -> Iterator[tuple[Stage, str]]:
    """One server for all tests, and the stage on which each puts its own app."""
    with serving() as stage_and_url:
        yield stage_and_url


@pytest.fixture
def hands() -> Hands:
    """Give a clock that goes when the test says so."""
    return Hands()


@pytest.fixture
def site(tmp_path: Path, served: tuple[Stage, str], hands: Hands) -> Iterator[Site]:
    """The ticket service with the demo's data."""
    with demo_site(tmp_path, served, hands) as site:
        yield site


@pytest.fixture
def front(site: Site) -> Iterator[Front]:
    """Stands before the service, and breaks it when the test says so."""
    with front_of(site.url) as front:
        yield front

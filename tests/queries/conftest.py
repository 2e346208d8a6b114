"""A running station for the queries' tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from receiving_app.domain.cases import Unread
from receiving_app.queries import review
from receiving_app.queries.waiting import read_case, waiting
from tests.acts.running_station import RunningStation, new_database, station

__all__ = ["listed_alike", "new_database", "station"]


@pytest.fixture
def listed_alike(station: RunningStation) -> Iterator[None]:
    """See at a test's end that the list's rows, and what is read of them, are the cases themselves."""
    yield
    whole = review.cases(station.store, station.time)
    listed = waiting(station.store, station.time)
    assert [case.head for case in listed] == [case.head for case in whole]
    read = [read_case(station.store, case) if isinstance(case, Unread) else case for case in listed]
    assert read == list(whole)

"""A running station for the tests of its paperwork."""

from __future__ import annotations

from tests.acts.running_station import new_database, station

__all__ = ["new_database", "station"]

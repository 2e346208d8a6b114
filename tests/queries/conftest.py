"""A running station for the queries' tests."""

from __future__ import annotations

from tests.acts.running_station import new_database, station

__all__ = ["new_database", "station"]

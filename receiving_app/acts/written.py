"""What people write beside an act, as it is kept."""

from __future__ import annotations

from receiving_app.acts.recording import storable


def kept(text: str) -> str:
    """Give a text that can be stored, without the space around it."""
    return storable(text).strip()

"""Prints as a day leaves them."""

from __future__ import annotations

from receiving_app.domain.papers import JobState, PaperKind
from receiving_app.queries.printing import Print
from tests.ui.scenes import NOW

_OUT = "The label printer is out of labels. Put a roll in; it goes on by itself."
_THINGS = (
    (PaperKind.LPN_LABEL, "LPN-DOCK-1-0000025", JobState.WAITING, _OUT),
    (PaperKind.QUARANTINE_LABEL, "ITM-DOCK-1-0000025", JobState.PRINTING, None),
    (PaperKind.PACKING_SLIP, "SHP-DOCK-1-0000017", JobState.PRINTED, None),
    (PaperKind.LPN_ROLL, "LPN-DOCK-1-0000033", JobState.PRINTED, None),
    (PaperKind.COMMAND_SHEET, "", JobState.REFUSED, "A document can't be printed, through a fault of this program."),
    (PaperKind.HAZARD_LABEL, "ITM-DOCK-1-0000017", JobState.WITHDRAWN, None),
)
PRINTS = tuple(
    Print(len(_THINGS) - place, kind, thing, NOW, state, place == 0, 1, problem)
    for place, (kind, thing, state, problem) in enumerate(_THINGS)
)

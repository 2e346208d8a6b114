"""The ticket service's word for a case's events, asked while its papers are written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from receiving_app.evidence.pack import Countersign, UncountersignedError
from receiving_app.storage.verify_journal import Countersignature
from receiving_app.sync import wire
from receiving_app.sync.service import ServiceError, TicketService

#: What the service answers at once.
_AT_ONCE = 500


def countersigner(service: TicketService | None) -> Countersign:
    """Give what asks a ticket service; without one it says so."""

    def countersign(seqs: Sequence[int]) -> tuple[Countersignature | None, Sequence[Countersignature]]:
        if service is None:
            raise UncountersignedError(QCoreApplication.translate("Evidence", "No ticket service is set up."))
        head: Countersignature | None = None
        signed: list[Countersignature] = []
        try:
            for start in range(0, len(seqs), _AT_ONCE):
                answer = service.countersigned(seqs[start : start + _AT_ONCE])
                head = _read(answer.head) if answer.head is not None else None
                signed += [_read(each) for each in answer.events]
        except ServiceError as error:
            raise UncountersignedError(str(error)) from error
        return head, signed

    return countersign


def _read(told: wire.Head) -> Countersignature:
    return Countersignature(**told.model_dump())

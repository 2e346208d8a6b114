"""What the bench's screen shows at once: one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from receiving_app.acts.bench_outcome import Preview
from receiving_app.acts.workbench_outcome import WorkbenchOutcome
from receiving_app.domain.inspection import TestStep

if TYPE_CHECKING:
    from receiving_app.queries.bench import Device


@dataclass(frozen=True, slots=True)
class View:
    """The last answer, what is in hand, the step that is due, and what an outcome would lead to."""

    outcome: WorkbenchOutcome
    devices: tuple[Device, ...] = ()
    due: TestStep | None = None
    preview: Preview | None = None

    @property
    def front(self) -> Device | None:
        """The device in front."""
        return self.devices[0] if self.devices else None

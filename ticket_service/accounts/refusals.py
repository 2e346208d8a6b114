"""Why an act was not done: each with a sentence for the person who asked, and nothing was stored."""

from __future__ import annotations

from collections.abc import Mapping


class RefusalError(Exception):
    """An act that was not done; its text is the sentence to show."""


class NotAllowedError(RefusalError):
    """The person may not do this."""


class UnknownError(RefusalError):
    """There is no such thing, or none that this person may know of: a page answers both with 404."""


class ChangedMeanwhileError(RefusalError):
    """Somebody else changed what the person saw; the page shows how it stands now beside what was typed."""


class InvalidError(RefusalError):
    """What was typed cannot be taken; `faults` are sentences by field name."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__(" ".join(faults.values()))
        self.faults = dict(faults)

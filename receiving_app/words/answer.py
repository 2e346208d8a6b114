"""What is said of one answer: a headline, a sentence that says why, and the next step."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of one code; the sentence may name the `{text}` that was read and the `{numbers}` it is about."""

    headline: str
    sentence: str
    next_step: str

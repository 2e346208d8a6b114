"""What was before a case, in words: the partner so far, and how cases like it were decided."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.partner_history import PartnerHistory
from receiving_app.domain.precedents import Precedent
from receiving_app.words.decided import because_words, decided_word
from receiving_app.words.readings import shown

translate = QCoreApplication.translate


def history_words(known: PartnerHistory) -> str:
    """Say what is known of a partner."""
    said = translate(
        "words",
        "Late boxes accepted in 90 days: {late}. Tested without a fault: {sound} of {tested}. "
        "Came with extras: {extras}.",
    )
    return said.format(
        late=known.late_waivers, sound=known.no_fault_found, tested=known.tested, extras=known.with_extras
    )


def so_far_sentence(known: PartnerHistory | None) -> str:
    """Say what is known of a partner until now."""
    if known is None:
        return translate("words", "Nobody knows yet whose it is.")
    return translate("words", "The partner so far: {}").format(history_words(known))


def by_then_sentence(known: PartnerHistory) -> str:
    """Say what was known of a partner when something was decided."""
    return translate("words", "The partner by then: {}").format(history_words(known))


def counts_sentence(counts: Mapping[str, int]) -> str:
    """Say how often cases with the same reasons were decided in which way, the most frequent first."""
    if not counts:
        return translate("words", "Nothing with the same reasons was decided here before.")
    times = translate("words", "{choice} {many} of {all}")
    total = sum(counts.values())
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    said = ", ".join(times.format(choice=decided_word(choice), many=many, all=total) for choice, many in ranked)
    return translate("words", "The same reasons before: {}.").format(said)


def why_words(precedent: Precedent) -> str:
    """Say why a case was decided so."""
    return shown(because_words(precedent.choice, precedent.reason), 80)

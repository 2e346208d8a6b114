"""Boxes that nobody can place, in words: why an RMA may be the one, how long a box is kept, what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.authorization import RmaState
from receiving_app.domain.candidates import Candidate
from receiving_app.domain.policy import Policy
from receiving_app.domain.report_counts import ClaimChoice
from receiving_app.domain.unclaimed import Stage, Unclaimed, days_kept, stage
from receiving_app.domain.unclaimed_events import Becomes, Ground, GroundKind
from receiving_app.words import times
from receiving_app.words.readings import shown
from receiving_app.words.rules import state_word

translate = QCoreApplication.translate


class AbandonReason(StrEnum):
    """Why a person gives a box up; the value is stored."""

    NOBODY_ANSWERED = "nobody-answered"
    SENDER_UNKNOWN = "sender-unknown"
    SENDER_GIVES_UP = "sender-gives-up"
    OTHER = "other"


def abandon_reason_words(reason: AbandonReason) -> str:
    """Say why a box is given up."""
    match reason:
        case AbandonReason.NOBODY_ANSWERED:
            return translate("words", "Nobody has answered.")
        case AbandonReason.SENDER_UNKNOWN:
            return translate("words", "The sender can't be found.")
        case AbandonReason.SENDER_GIVES_UP:
            return translate("words", "The sender doesn't want it back.")
        case AbandonReason.OTHER:
            return translate("words", "Another reason, see the note.")


def becomes_word(becomes: Becomes) -> str:
    """Say what becomes of abandoned goods."""
    match becomes:
        case Becomes.KEPT:
            return translate("words", "kept as ours")
        case Becomes.SCRAPPED:
            return translate("words", "scrapped")


def claim_choice_word(choice: ClaimChoice) -> str:
    """Name what was decided of a box that nobody could place."""
    match choice:
        case ClaimChoice.IDENTIFIED:
            return translate("words", "Box identified")
        case ClaimChoice.GOES_BACK:
            return translate("words", "Unclaimed box goes back")
        case ClaimChoice.KEPT:
            return translate("words", "Unclaimed box kept as ours")
        case ClaimChoice.SCRAPPED:
            return translate("words", "Unclaimed box scrapped")


def claim_reason_words(reason: str) -> str:
    """Say by what a box was identified, or why it was given up; a code that isn't known is shown as it is."""
    if reason in set(GroundKind):
        return _ground_word(GroundKind(reason))
    return abandon_reason_words(AbandonReason(reason)) if reason in set(AbandonReason) else reason


def _ground_word(kind: GroundKind) -> str:
    match kind:
        case GroundKind.NUMBER:
            return translate("words", "By its RMA number")
        case GroundKind.SERIAL:
            return translate("words", "By a serial number")
        case GroundKind.TRACKING:
            return translate("words", "By its tracking number")
        case GroundKind.NEAR_NUMBER:
            return translate("words", "By a misread RMA number")
        case GroundKind.ADDRESS:
            return translate("words", "By the sender's address")
        case GroundKind.NAME:
            return translate("words", "By the sender's name")


def ground_words(ground: Ground) -> str:
    """Say why an RMA or a partner may be the one."""
    return _ground_sentence(ground.kind).format(found=shown(ground.found, 40), matches=shown(ground.matches, 40))


def _ground_sentence(kind: GroundKind) -> str:
    match kind:
        case GroundKind.NUMBER:
            return translate("words", "its number was found")
        case GroundKind.SERIAL:
            return translate("words", "it lists the serial number {matches}")
        case GroundKind.TRACKING:
            return translate("words", "the tracking number {matches} was announced for it")
        case GroundKind.NEAR_NUMBER:
            return translate("words", "its number is nearly {found}")
        case GroundKind.ADDRESS:
            return translate("words", "its partner is at {matches}")
        case GroundKind.NAME:
            return translate("words", "its partner is called {matches}")


def grounds_words(grounds: Iterable[Ground]) -> str:
    """Say all that speaks for one candidate, in one line."""
    return "; ".join(dict.fromkeys(ground_words(ground) for ground in grounds))


def candidate_name(candidate: Candidate) -> str:
    """Name a candidate: its RMA with how that stands, or only its partner."""
    if candidate.rma is None:
        return translate("words", "{} without an RMA").format(shown(candidate.partner_name, 40))
    named = translate("words", "{number}, {partner}").format(
        number=shown(candidate.rma.number, 24), partner=shown(candidate.partner_name, 32)
    )
    if candidate.rma.state is RmaState.OPEN:
        return named
    return translate("words", "{rma} ({state})").format(rma=named, state=state_word(candidate.rma.state))


def identify_word() -> str:
    """Name the decision whose a box is as the button does."""
    return translate("words", "Identify")


def identify_fields() -> tuple[str, str]:
    """Name what is chosen to identify a box, and its note."""
    return translate("words", "Whose"), translate("words", "Note")


def as_the_rules_say() -> str:
    """Say that what the client reads is the rules' to say, once it is known whose a box is."""
    return translate("words", "what the rules then say of that RMA.")


def no_candidate() -> str:
    """Say that nothing points to anybody yet."""
    return translate("words", "Nobody is known yet")


def keep_word() -> str:
    """Name the decision to keep a box as the button does."""
    return translate("words", "Keep")


def keep_on_word() -> str:
    """Name the decision to keep an unclaimed box for longer as the button does."""
    return translate("words", "Keep on")


def keep_fields(*, shelf_needed: bool) -> tuple[str, str]:
    """Name the reason to keep a box, and the shelf it stands on."""
    moved = translate("words", "Shelf, if it moved")
    return translate("words", "Reason"), translate("words", "Shelf (scan or write)") if shelf_needed else moved


def stays_words(unclaimed: Unclaimed) -> str:
    """Say that a box stays where it is."""
    if not unclaimed.place:
        return translate("words", "It has no shelf yet.")
    return translate("words", "It stays at {}.").format(shown(unclaimed.place, 24))


def agreed_word() -> str:
    """Name the decision to send an unclaimed box back as the button does."""
    return translate("words", "Paid for")


def agreed_fields() -> tuple[str, str]:
    """Name the day on which somebody agreed to pay, and who did."""
    return translate("words", "Agreed on"), translate("words", "Who pays for the way back")


def abandon_word(becomes: Becomes) -> str:
    """Name the decision to give a box up as the button does."""
    match becomes:
        case Becomes.KEPT:
            return translate("words", "Keep as ours")
        case Becomes.SCRAPPED:
            return translate("words", "Scrap")


def kept_words(unclaimed: Unclaimed, today: date, policy: Policy) -> str:
    """Say where an unclaimed box stands, and for how long."""
    since = _since_words(days_kept(unclaimed, today, policy))
    if not unclaimed.place:
        said = translate("words", "{number} stands on no shelf yet, {since}.")
        return said.format(number=unclaimed.number, since=since)
    said = translate("words", "{number} stands at {place}, {since}.")
    return said.format(number=unclaimed.number, place=shown(unclaimed.place, 24), since=since)


def _since_words(days: int) -> str:
    if days == 0:
        return translate("words", "since today")
    return translate("words", "since yesterday") if days == 1 else translate("words", "for {} days").format(days)


def stage_words(unclaimed: Unclaimed, today: date, policy: Policy) -> str:
    """Say what an unclaimed box waits for."""
    match stage(unclaimed, today, policy):
        case Stage.CLAIM:
            match_ = unclaimed.new_matches[-1]
            said = translate("words", "{number} may claim it: {why}.")
            return said.format(number=shown(match_.number, 24), why=grounds_words(match_.grounds))
        case Stage.OVER:
            said = translate("words", "Nobody has claimed it in {} days: it may be abandoned.")
            return said.format(policy.unclaimed.abandon_days)
        case Stage.REMIND:
            return translate("words", "Ask around for whose it is.")
        case Stage.RESTS:
            return translate("words", "Nobody has claimed it yet.")


def fate_words(unclaimed: Unclaimed) -> str:
    """Say what became of a box that was unclaimed; empty while it waits."""
    if unclaimed.becomes is not None:
        return translate("words", "abandoned, {}").format(becomes_word(unclaimed.becomes))
    if unclaimed.agreed is not None:
        said = translate("words", "goes back: {who} pays, agreed {day}")
        return said.format(who=shown(unclaimed.agreed.by, 40), day=times.day(unclaimed.agreed.on))
    return ""

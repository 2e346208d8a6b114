"""What the panel says for an outcome at the dock."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from receiving_app.acts.outcome import Answer, Detail, Outcome
from receiving_app.domain.package import Judgement, Package
from receiving_app.domain.policy import Policy
from receiving_app.words.outcomes import answer_sentence, answer_word
from receiving_app.words.readings import shown
from receiving_app.words.verdicts import disagreement, next_step, reason, verdict_word
from ui.parts.panel_content import SHAPES, TONES, PanelContent, VerdictLine
from ui.theme import Tone

translate = QCoreApplication.translate


def before_first_scan() -> PanelContent:
    """Say what to do while nothing was scanned."""
    return PanelContent(
        Tone.NEUTRAL,
        "scan",
        translate("dock", "Scan a label"),
        translate("dock", "Scan the RMA barcode, or show it to the camera."),
        translate("dock", "No RMA number on the box? Press F7."),
    )


def content_of(outcome: Outcome, policy: Policy, now: datetime) -> PanelContent:
    """Say what became of a scan or an act."""
    package = outcome.package
    asked = _question(outcome)
    if outcome.detail is Detail.NEXT or (outcome.answer is Answer.NOTED and package is None):
        return before_first_scan()
    match outcome.answer:
        case Answer.ALREADY_COUNTED:
            return _neutral(outcome, "repeat", _stays(package), asked)
        case Answer.NOT_UNDERSTOOD:
            then = translate("dock", "Scan the label with the RMA number. None there? Press F7.")
            return _neutral(outcome, "help", then, asked)
        case Answer.LOOKING_UP:
            then = translate("dock", "Go on with the next box if you like.")
            return _neutral(outcome, "cloud", then, asked)
        case Answer.NOTED if package is None or not package.judgements:
            return _neutral(outcome, "tag", translate("dock", "No RMA number on the box? Press F7."), asked)
        case Answer.NOTED | Answer.JUDGED if package is not None and package.decision is None:
            # Another number on the box still waits for the service: no ACCEPT before that.
            then = translate("dock", "Wait for the other number on this box.")
            return _neutral(replace(outcome, answer=Answer.LOOKING_UP), "cloud", then, asked)
        case Answer.REFUSED:
            return _neutral(outcome, "hand-stop", translate("dock", "Go on scanning."), asked)
        case _ if package is not None and package.judgements:
            return _verdict(package, _about(outcome, package), policy, now, asked)
        case _ if outcome.detail is Detail.HAZARD:
            return _danger(outcome)
        case _:
            return _neutral(outcome, "check", translate("dock", "Scan the next label."), asked)


def _about(outcome: Outcome, package: Package) -> Judgement:
    about = package.judgement(outcome.key) if outcome.key is not None else None
    return about or package.judgements[-1]


def _verdict(package: Package, about: Judgement, policy: Policy, now: datetime, asked: str) -> PanelContent:
    decision = package.decision or about.decision
    several = package.judgements if len(package.judgements) > 1 else ()
    agree = all(judgement.decision is decision for judgement in package.judgements)
    deciding = next((j for j in package.judgements if j.decision is decision), about)
    leading = about if about.decision is decision else deciding
    lines = tuple(VerdictLine(j.decision, shown(j.number, 24), reason(package, j, policy, now)) for j in several)
    return PanelContent(
        TONES[decision],
        SHAPES[decision],
        verdict_word(decision),
        reason(package, leading, policy, now) if agree else disagreement(),
        next_step(package, leading) if agree else translate("dock", "Put it on the review shelf. Don't open it."),
        is_phrase=False,
        lines=lines,
        question=asked,
    )


def _neutral(outcome: Outcome, shape: str, then: str, asked: str) -> PanelContent:
    return PanelContent(
        Tone.NEUTRAL, shape, answer_word(outcome.answer), answer_sentence(outcome), then, question=asked
    )


def _danger(outcome: Outcome) -> PanelContent:
    then = translate("dock", "Set it apart and keep away.")
    return PanelContent(Tone.HOLD, "flame", translate("dock", "STOP"), answer_sentence(outcome), then, is_phrase=False)


def _stays(package: Package | None) -> str:
    if package is None or package.decision is None:
        return translate("dock", "Scan the next label.")
    return translate("dock", "The box stays at {}.").format(verdict_word(package.decision))


def _question(outcome: Outcome) -> str:
    if not outcome.asks_same_box:
        return ""
    previous = outcome.package.previous if outcome.package else None
    if previous:
        return translate("dock", "Is it the same box as {}?").format(shown(previous, 24))
    return translate("dock", "Is it the same box as before?")

"""Boxes that nobody can place, as the review shows them, with the candidates for each."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from receiving_app.domain.candidates import Candidate
from receiving_app.domain.cases import Case, PackageCase
from receiving_app.domain.claim_cases import UnclaimedCase
from receiving_app.domain.events import Choice
from receiving_app.domain.label_facts import NumberOnLabel
from receiving_app.domain.package import Clue, Package, Review
from receiving_app.domain.reading import Source
from receiving_app.domain.unclaimed import Match, Unclaimed
from receiving_app.domain.unclaimed_events import Ground, GroundKind
from tests.ui.scenes import FACTS, NOW, RMA, judged

LPN = "LPN-DOCK-1-0000118"
CANDIDATES = (
    Candidate(
        RMA,
        RMA.partner,
        RMA.partner_name,
        (
            Ground(GroundKind.SERIAL, "CP4-0091-7731", "CP4-0091-7731"),
            Ground(GroundKind.NAME, "great lakes", "Great Lakes Fleet Safety, LLC"),
        ),
    ),
    Candidate(
        replace(RMA, number="RMA-00001244"),
        RMA.partner,
        RMA.partner_name,
        (Ground(GroundKind.NEAR_NUMBER, "RMA-00001245", "RMA-00001244"),),
    ),
    Candidate(
        None,
        RMA.partner,
        RMA.partner_name,
        (Ground(GroundKind.NAME, "great lakes", "Great Lakes Fleet Safety, LLC"),),
    ),
)


def _nobodys() -> Package:
    facts = replace(FACTS, rma=None, number="", on_label=NumberOnLabel.NONE)
    box = judged(facts, lpn=LPN)
    clues = (Clue("CP4-0091-7731", Source.WEDGE, inside=True), Clue("great lakes", Source.TYPED))
    (judgement,) = box.judgements
    return replace(box, labels=(), no_number=True, clues=clues, judgements=(replace(judgement, key="", number=""),))


BOX = _nobodys()
_REVIEW = Review(Choice.UPHOLD, "rule-stands", "", "p-lead", NOW - timedelta(days=31))
_KEPT = Unclaimed("UNC-DOCK-1-0000118", "B12", "e-kept", "p-lead", _REVIEW.decided_at, _REVIEW.decided_at)


def _kept(unclaimed: Unclaimed, *, rests: int = 0) -> UnclaimedCase:
    (judgement,) = BOX.judgements
    box = replace(BOX, unclaimed=unclaimed, judgements=(replace(judgement, review=_REVIEW),))
    return UnclaimedCase(box, unclaimed, NOW - timedelta(days=1), NOW.date() + timedelta(days=rests) if rests else None)


_MATCH = Match("RMA-00001992", "RMA00001992", CANDIDATES[0].grounds[:1], NOW)
CASES: dict[str, Case] = {
    "unidentified": PackageCase(BOX, BOX.judgements[0]),
    "nothing known": PackageCase(replace(BOX, clues=()), BOX.judgements[0]),
    "unclaimed": _kept(_KEPT),
    "resting": _kept(replace(_KEPT, looked_at=NOW), rests=29),
    "a claim": _kept(replace(_KEPT, matches=(_MATCH,))),
    "over": _kept(replace(_KEPT, kept_at=NOW - timedelta(days=100))),
    "no shelf": _kept(replace(_KEPT, place="")),
}

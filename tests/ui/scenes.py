"""Outcomes as the acts give them, one for each look of the dock screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from receiving_app.acts.outcome import Answer, Detail, Outcome, TapeEntry
from receiving_app.domain.authorization import Line, Rma, RmaKind
from receiving_app.domain.cases import PackageCase
from receiving_app.domain.label_facts import (
    ArrivalSource,
    DataState,
    LabelFacts,
    Moment,
    NumberOnLabel,
    ServiceSays,
    Sibling,
)
from receiving_app.domain.label_reading import Kind
from receiving_app.domain.label_rules import judge
from receiving_app.domain.package import Judgement, Label, Package, Tracking
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import Reading, Source
from receiving_app.domain.rma_number import Form
from receiving_app.domain.verdict import Decision

POLICY = Policy()
NOW = datetime(2026, 11, 17, 15, 20, tzinfo=UTC)
RECEIVED = datetime(2026, 11, 17, 15, 12, tzinfo=UTC)
RMA = Rma(
    number="RMA-00001236",
    rev=3,
    partner="p-7",
    partner_name="Great Lakes Fleet Safety, LLC",
    created_at=datetime(2026, 11, 2, 20, 30, tzinfo=UTC),
    receive_by=date(2026, 11, 20),
    ticket="T-1881",
    lines=(Line("1", "CP4 Dash Camera", "CP4-0091-7731"), Line("2", "SVC1080-LCA", "SVC-44-01822")),
)
FACTS = LabelFacts(
    number=RMA.number,
    on_label=NumberOnLabel.WELL_FORMED,
    received=Moment.certain(RECEIVED),
    received_by=ArrivalSource.TRUCK_STAMP,
    data=DataState(online=True, complete=True, age=timedelta(minutes=1)),
    rma=RMA,
)
LATE = replace(FACTS, rma=replace(RMA, receive_by=date(2026, 11, 16)))
UNKNOWN = replace(
    FACTS,
    rma=None,
    number="RMA-00042424",
    service_says=ServiceSays.NOT_ASKED,
    data=DataState(online=False, complete=True, age=timedelta(hours=3)),
)
HOSTILE = "<b>RMA</b>'; DROP TABLE rmas;--\x1d\u202e<img src=x>"


def judged(*facts: LabelFacts, lpn: str = "LP-000-118") -> Package:
    """Give a package with one judgement for each number's facts."""
    judgements, labels = [], []
    for place, each in enumerate(facts):
        key = each.number.replace("-", "")
        judgements.append(Judgement(key, each.number, f"{lpn}-{place}", NOW, judge(each, POLICY), each))
        labels.append(Label(key, each.number, Form.WELL_FORMED, Source.WEDGE, NOW))
    return Package(
        lpn,
        "dock-3",
        RECEIVED,
        facts[0].received,
        facts[0].received_by,
        hazard=facts[0].hazard,
        labels=tuple(labels),
        trackings=(Tracking("1Z999AA10123456784", "UPS", NOW),),
        judgements=tuple(judgements),
    )


def tape(text: str, kind: Kind = Kind.RMA, answer: Answer = Answer.JUDGED, source: Source = Source.WEDGE) -> TapeEntry:
    """Give a line of the scan tape."""
    return TapeEntry(Reading(text, text.encode(), source, NOW), kind, answer, "LP-000-118")


def scanned(package: Package, answer: Answer = Answer.JUDGED, *, asks: bool = False) -> Outcome:
    """Give what a scan of the package's last label came to."""
    last = package.judgements[-1]
    entry = tape(last.number, answer=answer)
    return Outcome(answer, package, last.key, tape=entry, asks_same_box=asks, truck_since=RECEIVED)


ASKING = replace(judged(LATE), unconfirmed=True, previous="LP-000-117")
TWO = (
    FACTS,
    replace(LATE, number="RMA-00007744", rma=replace(RMA, number="RMA-00007744", receive_by=date(2026, 11, 9))),
)
LONG = replace(
    LATE,
    rma=replace(
        RMA,
        kind=RmaKind.ADVANCED,
        replacement_shipped=True,
        receive_by=date(2026, 11, 16),
        partner_name="The Very Long Name of a Reseller of Telematics and Video Safety, Incorporated",
    ),
)

SCENES: dict[str, Outcome | None] = {
    "empty": None,
    "accept": scanned(judged(FACTS)),
    "reject": scanned(judged(LATE)),
    "hold": scanned(judged(UNKNOWN)),
    "hold-advanced": scanned(judged(LONG)),
    "hold-siblings": scanned(
        judged(
            replace(
                FACTS,
                siblings=(
                    Sibling("LP-000-101", Decision.ACCEPT, RECEIVED),
                    Sibling("LP-000-102", Decision.ACCEPT, RECEIVED),
                ),
            )
        )
    ),
    "hazard": scanned(judged(replace(FACTS, hazard=True))),
    "hazard-unlabelled": Outcome(Answer.DONE, detail=Detail.HAZARD),
    "malformed": scanned(judged(replace(UNKNOWN, number="RMA-00001234", on_label=NumberOnLabel.MALFORMED_ONCE))),
    "unclear-label": scanned(judged(replace(UNKNOWN, number=HOSTILE * 8, on_label=NumberOnLabel.MALFORMED_TWICE))),
    "already-counted": scanned(judged(FACTS), Answer.ALREADY_COUNTED),
    "not-understood": Outcome(Answer.NOT_UNDERSTOOD, tape=tape(HOSTILE, Kind.OTHER, Answer.NOT_UNDERSTOOD)),
    "same-box-question": scanned(ASKING, asks=True),
    "two-rmas": scanned(judged(*TWO)),
    "looking-up": Outcome(
        Answer.LOOKING_UP, replace(judged(UNKNOWN), judgements=()), tape=tape(UNKNOWN.number, answer=Answer.LOOKING_UP)
    ),
    "noted": Outcome(
        Answer.NOTED,
        replace(judged(UNKNOWN), judgements=()),
        tape=tape("1Z999AA10123456784", Kind.TRACKING, Answer.NOTED),
    ),
    "refused": Outcome(Answer.REFUSED, detail=Detail.NO_PACKAGE_OPEN),
    "truck-arrived": Outcome(Answer.DONE, detail=Detail.TRUCK_ARRIVED, truck_since=RECEIVED),
    "next": Outcome(Answer.DONE, detail=Detail.NEXT, truck_since=RECEIVED),
}


def cases() -> tuple[PackageCase, ...]:
    """Give a review queue of rejects and holds."""
    facts = (LATE, UNKNOWN, LONG, replace(FACTS, hazard=True))
    packages = [judged(each, lpn=f"LP-000-{place + 100}") for place, each in enumerate(facts)]
    return tuple(
        PackageCase(replace(package, opened_at=NOW - timedelta(hours=5 - place)), package.judgements[0])
        for place, package in enumerate(packages)
    )

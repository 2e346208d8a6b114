"""One body of each type of event, and how its golden file is made: `python -m tests.golden.examples`.

A golden file is what the journal of that schema held. It is made once and never again: a body that must change its
shape gets a new schema number, and its own file.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, select

from receiving_app.domain.authorization import Address, Line, Part
from receiving_app.domain.disposition import Disposition, InspectionOutcome, Next, Payer, Reason
from receiving_app.domain.events import (
    TYPE_OF_BODY,
    ActUndone,
    ArrivalClosed,
    ArrivalStamped,
    Body,
    CasePutOff,
    Choice,
    ClipKept,
    ClipReason,
    Ending,
    HazardFlagged,
    LabelRead,
    LabelStruckOut,
    NumberMissing,
    PackageArrived,
    PackageClosed,
    PackageConfirmed,
    PackageEnded,
    PackageJudged,
    PackageMerged,
    PackageOpened,
    PersonSignedIn,
    PersonSignedOut,
    PinFailed,
    ReadingRecorded,
    ReviewDecided,
    ReviewPutOff,
    ScreenLocked,
    Subject,
    Wait,
)
from receiving_app.domain.exchange import Exchanged, ExchangeDecided, LineEnd, LineSettled
from receiving_app.domain.inspection import ChoiceOption, Limits, StepKind, TestStep, TestTemplate
from receiving_app.domain.item_events import (
    AddressCaptured,
    CartonCondition,
    Consent,
    CustodyRecorded,
    EmptyBoxReviewed,
    ExtraNoted,
    Fate,
    FreightCredited,
    Identity,
    InspectionBegun,
    InspectionEnded,
    ItemChoice,
    ItemDecided,
    ItemFound,
    ItemJudged,
    ItemListed,
    ItemMarked,
    Mark,
    Medium,
    PartCounted,
    PhotoTaken,
    ShipmentPacked,
    ShipmentSent,
    ShippingException,
    StepDone,
    UnpackingBegun,
    UnpackingEnded,
)
from receiving_app.domain.label_facts import ArrivalSource, Moment, ServiceSays, Sibling
from receiving_app.domain.label_reading import Kind
from receiving_app.domain.label_rules import judge
from receiving_app.domain.partner_history import PartnerHistory
from receiving_app.domain.reading import Source
from receiving_app.domain.rma_number import Carton, Form
from receiving_app.domain.roles import Role
from receiving_app.domain.unclaimed_events import (
    Becomes,
    Ground,
    GroundKind,
    PackageClue,
    PackageIdentified,
    UnclaimedAbandoned,
    UnclaimedAgreed,
    UnclaimedKept,
    UnclaimedMatched,
    UnclaimedReminded,
)
from receiving_app.domain.unpacking import ItemFacts, ItemFinding, ItemRule, PartCount
from receiving_app.domain.verdict import Answer, Decision
from receiving_app.storage.journal import Journal, Stamp
from receiving_app.storage.schema import events
from tests.acts.running_station import RunningStation
from tests.factories import KEY, LPN, NUMBER, POLICY, STATION, WORKER, an_rma, facts

GOLDEN = Path(__file__).parent
_THEN = datetime(2026, 11, 7, 18, 0, 1, 250_000, UTC)
_ARRIVAL = "5f0f3c1e-0000-4000-8000-00000000000a"
_EVENT = "5f0f3c1e-0000-4000-8000-000000000001"
_BEFORE = "LPN-DOCK-1-0000009"
_PHOTO = "9f" * 32
_FACTS = facts(
    rma=an_rma(receive_by=datetime(2026, 11, 6, tzinfo=UTC).date(), closed_at=_THEN),
    siblings=(Sibling(_BEFORE, Decision.HOLD, _THEN),),
    carton=Carton(2, 3),
    candidates=(NUMBER,),
    service_says=ServiceSays.NO_ANSWER,
)
_VERDICT = judge(_FACTS, POLICY)
#: The item that the examples tell of.
ITEM = "ITM-DOCK-1-0000017"
#: The item that lay in its box, and it in that one's.
OTHER_ITEM = "ITM-DOCK-2-0000017"
#: The shipment that it leaves with.
SHIPMENT = "5f0f3c1e-0000-4000-8000-00000000000b"
_ADDRESS = Address("Fleet Eyes LLC — «Süd»", "12 Main Street", "Elgin", "IL", "60120")
_ITEM_FACTS = ItemFacts(
    serial="SW0012354",
    model="KP2",
    line=Line("l-1", "KP2", "SW0012354", fault="no video", defective_on_receipt=True, parts=(Part("SD card", True),)),
    elsewhere=("RMA-00001245",),
    near=("SW0012345",),
    in_building=("ITM-DOCK-1-0000025",),
    over=1,
    parts=(PartCount("SD card", required=True, found=0), PartCount("bracket", required=False)),
    extras=("dash mount",),
    tampered=True,
    transit_damage=True,
)
_TEMPLATE = TestTemplate(
    "KP2",
    3,
    (
        TestStep("s-power", "Powers on", StepKind.PASS_FAIL, decisive=True),
        TestStep("s-volt", "Supply voltage", StepKind.MEASURE, Limits(Decimal("11.50"), None, "V")),
        TestStep("s-lens", "Lens", StepKind.CHOICE, options=(ChoiceOption("clear"), ChoiceOption("cracked", True))),
        TestStep("s-final", "Final recording", StepKind.PHOTO, final=True),
    ),
)
_DISPOSITION = Disposition(
    Next.SEND_REPLACEMENT,
    Payer.SMARTWITNESS,
    credits_inbound=True,
    trace=(
        Reason("next", "send-replacement", {"outcome": "replaced", "replacement_shipped": False}),
        Reason("payer", "smartwitness", {"defective_on_receipt": True, "swi_pays_when": "doa_confirmed"}),
    ),
)
_HISTORY = PartnerHistory(late_waivers=2, tested=9, no_fault_found=3, with_extras=1)

EXAMPLES: tuple[Body, ...] = (
    ReadingRecorded("]C1RMA ־\x1d\r", "XUMxUk1B", Source.CAMERA, "qr", ((1, 2), (30, 2), (30, 40), (1, 40)), _PHOTO),
    ArrivalStamped(_ARRIVAL, Moment(_THEN, _THEN - timedelta(seconds=2), _THEN + timedelta(days=1))),
    ArrivalClosed(_ARRIVAL),
    PackageArrived(_THEN, ArrivalSource.TRUCK_STAMP, _THEN, _THEN, _ARRIVAL, unconfirmed=True, previous=_BEFORE),
    PackageOpened(),
    PackageClosed(),
    LabelRead(
        Kind.RMA, Source.WEDGE, _EVENT, KEY, NUMBER, Form.WELL_FORMED, Carton(2, 3), None, None, None, (), _PHOTO
    ),
    NumberMissing(),
    LabelStruckOut(KEY, NUMBER),
    PackageMerged(_BEFORE),
    PackageConfirmed(),
    HazardFlagged(),
    PackageEnded(Ending.REFUSED_AT_DOOR, "Ann", "UPS", "crushed — «nass»"),
    PackageJudged(
        key=KEY,
        number=NUMBER,
        verdict=_VERDICT.decision,
        headline=_VERDICT.headline,
        codes=_VERDICT.codes,
        trace=_VERDICT.trace,
        facts=_FACTS,
        policy_version=_VERDICT.policy_version,
        supersedes=_EVENT,
    ),
    PersonSignedIn("p-ann", Role.DOCK),
    PersonSignedOut("p-ann"),
    ScreenLocked("p-ann"),
    PinFailed("p-ann"),
    ReviewDecided(KEY, NUMBER, _EVENT, Choice.OVERRIDE, "carrier-delay", "seen the carrier's record", _HISTORY),
    ReviewPutOff(KEY, NUMBER, _EVENT, Wait.SNOOZED, "the carrier is asked", date(2026, 11, 24), "p-lea"),
    CasePutOff(NUMBER, _EVENT, Wait.DELEGATED, "she knows them", None, "p-lea", ITEM),
    ClipKept(_PHOTO, _THEN, 4_900, ClipReason.OVERRIDE),
    ActUndone(_ARRIVAL, (_EVENT,)),
    UnpackingBegun(CartonCondition.DAMAGED, "corner crushed"),
    EmptyBoxReviewed(_EVENT, "nothing-came", "weighed 0.4 kg"),
    UnpackingEnded("B-04"),
    ItemFound(ITEM, "SW0012354", "KP2", "l-1", KEY, NUMBER, placeholder=True),
    ItemListed(ITEM, "KP2", "l-1", KEY, NUMBER),
    PartCounted(ITEM, "SD card", 0),
    ExtraNoted(ITEM, "dash mount", "BAG-7"),
    ItemMarked(ITEM, Mark.TRANSIT_DAMAGE, "lens cracked"),
    CustodyRecorded(ITEM, Medium.CARD, present=True, bag="BAG-8", fate=Fate.ERASED, consent="J. Doe, Fleet Eyes"),
    ItemJudged(
        item=ITEM,
        verdict=Decision.HOLD,
        headline=ItemRule.DUPLICATE_SERIAL,
        codes=(ItemRule.DUPLICATE_SERIAL, ItemRule.INCOMPLETE_ITEM),
        notes=(ItemRule.UNAUTHORIZED_EXTRA, ItemRule.TRANSIT_DAMAGE),
        trace=(
            ItemFinding(ItemRule.HAZARD, Answer.PASS, {}),
            ItemFinding(ItemRule.WRONG_QUANTITY, Answer.FAIL, {"listed": 1, "over": 1}),
            ItemFinding(ItemRule.INCOMPLETE_ITEM, Answer.UNSURE, {"missing": "", "not_looked_for": "SD card"}),
        ),
        facts=_ITEM_FACTS,
        policy_version=7,
        supersedes=_EVENT,
    ),
    AddressCaptured(_ADDRESS, "typed"),
    PhotoTaken(_PHOTO, _THEN, ITEM, "before opening"),
    InspectionBegun(ITEM, _TEMPLATE),
    StepDone(ITEM, "s-volt", "12,5", True, "after warm-up", _PHOTO),
    InspectionEnded(
        item=ITEM,
        outcome=InspectionOutcome.REPLACED,
        disposition=_DISPOSITION,
        reason="board burnt",
        repair="none possible",
        parts_used=("fuse",),
        replacement_serial="SW0077001",
    ),
    ItemDecided(
        item=ITEM,
        judged=_EVENT,
        choice=ItemChoice.IDENTIFY,
        reason="serial-on-housing",
        note="under the label — «nass»",
        disposition=_DISPOSITION,
        identity=Identity(KEY, NUMBER, "l-1", "KP2", "SW0012345"),
        replacement_serial="SW0077002",
        consent=Consent("Ann Rivers", date(2026, 11, 9)),
        replacement_out=True,
        alone=True,
        history=_HISTORY,
    ),
    FreightCredited(ITEM, NUMBER),
    ShipmentPacked(SHIPMENT, (ITEM,), _ADDRESS, Payer.SMARTWITNESS, (_BEFORE,), "p-lead"),
    ShipmentSent(
        SHIPMENT,
        "Ćarrier & Sons",
        "1Z999AA10123456784",
        reason="local courier",
        by_ground=True,
        exceptions=(ShippingException.TRACKING_AGAIN,),
    ),
    ExchangeDecided(
        (
            Exchanged(ITEM, _EVENT, KEY, NUMBER, "l-1", "KP2"),
            Exchanged(OTHER_ITEM, _EVENT, "RMA00001245", "RMA-00001245", "l-2", "AP1"),
        ),
        crossed=True,
        reason="serial-listed",
        note="both boxes open on the table",
    ),
    LineSettled(KEY, NUMBER, "l-2", LineEnd.NOT_RETURNED, 1, "client-keeps-it", "wrote on 20 November"),
    PackageClue("KP2-24C10057 «Süd»", Source.WEDGE, _EVENT, inside=True),
    PackageIdentified(
        judged=_EVENT,
        before="RMA-00001999",
        before_key="RMA00001999",
        number=NUMBER,
        rma_key=KEY,
        partner="p-1",
        partner_name="Fleet Eyes LLC — «Süd»",
        grounds=(Ground(GroundKind.SERIAL, "SW0012345", "SW0012345"), Ground(GroundKind.NAME, "Fleet", "Fleet Eyes")),
        note="read from the housing",
    ),
    UnclaimedKept("UNC-DOCK-1-0000017", "B12", (KEY,), "blue carton"),
    UnclaimedReminded("UNC-DOCK-1-0000017", 30, "B12"),
    UnclaimedMatched(
        "UNC-DOCK-1-0000017", NUMBER, KEY, (Ground(GroundKind.TRACKING, "1Z999AA10123456784", "1Z999AA10123456784"),)
    ),
    UnclaimedAgreed("UNC-DOCK-1-0000017", _EVENT, "Ann Rivers", date(2026, 11, 9), "pays the carrier herself"),
    UnclaimedAbandoned("UNC-DOCK-1-0000017", _EVENT, Becomes.SCRAPPED, "nobody-answered", "asked three times", True),
)


def stored(connection: Connection, body: Body) -> bytes:
    """Give the bytes that the journal keeps of a body, written first into an empty journal."""
    stamp = Stamp(_THEN, -1500, _THEN - timedelta(minutes=1), WORKER, _ARRIVAL)
    event = Journal(STATION, lambda: UUID(_EVENT)).append(connection, body, Subject(LPN, KEY), stamp)
    payload: bytes = connection.execute(select(events.c.payload).where(events.c.seq == event.seq)).scalar_one()
    return payload


def golden_file(body: Body) -> Path:
    """Give the file of a body's type and schema."""
    kind = TYPE_OF_BODY[type(body)]
    return GOLDEN / f"{kind.name}.{kind.schema}.json"


def make(station: RunningStation) -> int:
    """Write the golden files that are not there yet, and count them."""
    made = 0
    for body in EXAMPLES:
        if not golden_file(body).exists():
            with station.store.engine.connect() as connection:
                golden_file(body).write_bytes(stored(connection, body))
            made += 1
    return made


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        running = RunningStation(Path(folder))
        sys.stdout.write(f"{make(running)} golden files made\n")
        running.close()

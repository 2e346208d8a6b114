"""What the journal can say."""

from __future__ import annotations

import typing

from receiving_app.domain.events import (
    EARLIER_TYPES,
    EVENT_TYPES,
    TYPE_BY_NAME,
    TYPE_OF_BODY,
    Body,
    Nature,
    ReadingRecorded,
    ReviewDecided,
)
from receiving_app.domain.item_events import (
    CustodyRecorded,
    InspectionEnded,
    ItemFound,
    ItemMarked,
    PartCounted,
    PhotoTaken,
    ShipmentSent,
    StepDone,
)


def test_every_body_is_declared_once_under_a_name_of_its_own() -> None:
    assert {event_type.body for event_type in EVENT_TYPES} == set(typing.get_args(Body))
    assert len(TYPE_OF_BODY) == len(EVENT_TYPES)
    assert len(TYPE_BY_NAME) == len(EVENT_TYPES) + len(EARLIER_TYPES)


def test_what_is_written_has_the_newest_schema_of_its_name() -> None:
    written = {each.name: each for each in EVENT_TYPES}
    for earlier in EARLIER_TYPES:
        newest = written[earlier.name]
        assert earlier.schema < newest.schema
        assert (earlier.body, earlier.nature) == (newest.body, newest.nature)


def test_names_say_subject_and_what_happened_and_schemas_count_from_one() -> None:
    for event_type in EVENT_TYPES:
        subject, _, happened = event_type.name.partition(".")
        assert subject.isalpha()
        assert happened.replace("-", "").isalpha()
        assert event_type.schema >= 1


def test_a_raw_reading_stays_here_and_what_people_decide_is_asked_for() -> None:
    assert TYPE_OF_BODY[ReadingRecorded].nature is Nature.OBSERVATION
    for decided in (ReviewDecided, InspectionEnded):
        assert TYPE_OF_BODY[decided].nature is Nature.DECISION


def test_what_was_seen_in_a_box_and_at_the_bench_is_told_as_it_happened() -> None:
    for seen in (ItemFound, PartCounted, ItemMarked, CustodyRecorded, PhotoTaken, StepDone, ShipmentSent):
        assert TYPE_OF_BODY[seen].nature is Nature.FACT

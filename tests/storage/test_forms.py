from __future__ import annotations

import json
from datetime import UTC, datetime, time, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from receiving_app.domain.authorization import Address, Line, Part, Rma
from receiving_app.domain.disposition import Reason
from receiving_app.domain.events import EVENT_TYPES, Body
from receiving_app.domain.item import Item
from receiving_app.domain.policy import OnDifference, Policy
from receiving_app.domain.site_calendar import Hours, SiteCalendar
from receiving_app.domain.unpacking import ItemFinding, ItemRule
from receiving_app.domain.verdict import Answer, Finding, Rule
from receiving_app.storage.forms import canonical, from_json, from_plain, to_json, to_plain, utc_text
from tests.factories import LAST_DAY, an_rma, chicago

ZONES = st.sampled_from([UTC, timezone(timedelta(hours=-6)), timezone(timedelta(hours=5, minutes=30))])
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=ZONES)  # noqa: DTZ001 - zones come beside
SPANS = st.timedeltas(timedelta(days=-400), timedelta(days=400))
st.register_type_strategy(datetime, MOMENTS)
st.register_type_strategy(timedelta, SPANS)
FACTS = st.dictionaries(st.text(), st.none() | st.booleans() | st.integers() | st.text(), max_size=4)
st.register_type_strategy(Finding, st.builds(Finding, st.sampled_from(Rule), st.sampled_from(Answer), FACTS))
st.register_type_strategy(
    ItemFinding, st.builds(ItemFinding, st.sampled_from(ItemRule), st.sampled_from(Answer), FACTS)
)
st.register_type_strategy(Reason, st.builds(Reason, st.text(), st.text(), FACTS))
st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False))

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
SEARCH = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("form", [kind.body for kind in EVENT_TYPES], ids=lambda form: form.__name__)
@SEARCH
@given(data=st.data())
def test_every_body_comes_back_from_the_journals_bytes_as_it_was(form: type[Body], data: st.DataObject) -> None:
    body = data.draw(st.from_type(form))
    again = from_plain(form, json.loads(canonical(to_plain(body))))
    assert again == body
    assert canonical(to_plain(again)) == canonical(to_plain(body))


@SEARCH
@given(rma=st.from_type(Rma))
def test_an_rma_comes_back_as_it_was(rma: Rma) -> None:
    assert from_json(Rma, to_json(rma)) == rma


@SEARCH
@given(item=st.from_type(Item))
def test_an_item_comes_back_as_it_was(item: Item) -> None:
    assert from_json(Item, to_json(item)) == item


def test_an_rma_with_everything_comes_back_as_it_was() -> None:
    rma = an_rma(
        send_back_to=Address("Fleet Eyes", "1 Main", "Elgin", "IL", "60120"),
        lines=(Line("l-1", "KP2", "S", parts=(Part("SD card", True),)),),
        tracking=("1Z",),
        end_customer="Łódź \u202ebus",
    )
    assert from_json(Rma, to_json(rma)) == rma


@pytest.mark.parametrize(
    "policy",
    [
        Policy(),
        Policy(
            version=7,
            calendar=SiteCalendar("Europe/Berlin", {"mon": Hours(time(6), time(14, 30)), "sun": None}, (LAST_DAY,)),
            same_box_within=timedelta(seconds=1.5),
            sender_differs=OnDifference.HOLD,
        ),
    ],
)
def test_a_policy_comes_back_as_it_was(policy: Policy) -> None:
    assert from_json(Policy, to_json(policy)) == policy


@SEARCH
@given(plain=JSON)
def test_canonical_json_does_not_depend_on_how_it_was_written(plain: object) -> None:
    once = canonical(plain)
    assert canonical(json.loads(json.dumps(plain, indent=3))) == once
    assert canonical(json.loads(once)) == once


def test_canonical_json_is_sorted_dense_utf8() -> None:
    assert canonical({"b": [1, True, None], "a": "ü\x1d"}) == '{"a":"ü\\u001d","b":[1,true,null]}'.encode()


def test_what_does_not_fit_its_form_is_an_error() -> None:
    with pytest.raises(ValueError, match="number"):
        from_json(Rma, "{}")


@pytest.mark.parametrize("text", ["", "{", b"\xff", '{"same_box_within": "ten"}'])
def test_text_that_is_not_whole_or_no_value_of_the_form_is_an_error(text: str | bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        from_json(Policy, text)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("PT15M", timedelta(minutes=15)),
        ("P3D", timedelta(days=3)),
        ("P1DT2H3M4.5S", timedelta(days=1, seconds=7384.5)),
        ("-PT1M", timedelta(minutes=-1)),
    ],
)
def test_a_span_is_read_in_every_unit(text: str, span: timedelta) -> None:
    assert from_plain(Policy, {"same_box_within": text}).same_box_within == span


@given(one=MOMENTS, other=MOMENTS)
def test_times_compare_as_texts_as_they_do_as_times(one: datetime, other: datetime) -> None:
    assert (utc_text(one) < utc_text(other)) == (one < other)


def test_a_time_of_any_zone_is_kept_in_utc() -> None:
    assert utc_text(chicago(2026, 11, 1, 1, 30)) == "2026-11-01T06:30:00+00:00"
    assert utc_text(datetime(2026, 7, 1, tzinfo=ZoneInfo("Asia/Tokyo"))) == "2026-06-30T15:00:00+00:00"

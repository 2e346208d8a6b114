"""Whose a box may be: every candidate has a reason that holds, and the order of clues changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.authorization import Address, Line, Rma, RmaState, serial_key
from receiving_app.domain.candidates import Candidate, Sender, candidates, keys_of
from receiving_app.domain.near_number import near_keys
from receiving_app.domain.rma_number import NumberFormat, number_key
from receiving_app.domain.unclaimed_events import GroundKind
from tests.factories import NUMBER, OTHER_NUMBER, an_rma, an_rma_number

FORMAT = NumberFormat()
FLEET = Sender("p-1", "Fleet Eyes LLC", (Address("Fleet Eyes LLC", "12 Main Street", "Elgin", "IL", "60120"),))
LAKES = Sender("p-2", "Great Lakes Safety", (Address("Great Lakes Safety", "48 Harbor Blvd", "Milwaukee"),))
MINE = an_rma(tracking=("1Z999AA10123456784",))
THEIRS = an_rma(
    number=OTHER_NUMBER, partner="p-2", partner_name="Great Lakes Safety", lines=(Line("1", "AP1", "AP1-7"),)
)

serials = st.text("ABC0123456789-", min_size=1, max_size=12)
clues = st.lists(
    st.one_of(serials, st.sampled_from([NUMBER, OTHER_NUMBER, "12 Main Street", "fleet eyes"])), max_size=6
)


def found(*texts: str, rmas: tuple[Rma, ...] = (MINE, THEIRS)) -> tuple[Candidate, ...]:
    return candidates(texts, rmas, (FLEET, LAKES), FORMAT)


def kinds(candidate: Candidate) -> list[GroundKind]:
    return [ground.kind for ground in candidate.grounds]


@given(clues)
def test_every_candidate_has_a_ground_among_the_clues(texts: list[str]) -> None:
    for candidate in found(*texts):
        assert candidate.grounds
        assert {ground.found for ground in candidate.grounds} <= set(texts)


@given(clues, st.randoms())
def test_the_order_of_the_clues_changes_no_candidate(texts: list[str], chance: object) -> None:
    shuffled = list(texts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    def names(of: list[str]) -> list[tuple[str, str, int]]:
        return [(c.rma.number if c.rma else "", c.partner, len(c.grounds)) for c in found(*of)]

    assert names(texts) == names(shuffled)


@given(clues, serials)
def test_a_further_clue_takes_no_candidate_away(texts: list[str], more: str) -> None:
    before = {(c.rma.number if c.rma else "", c.partner) for c in found(*texts)}
    assert before <= {(c.rma.number if c.rma else "", c.partner) for c in found(*texts, more)}


@given(st.integers(0, 9_999_999), st.data())
def test_a_number_with_one_slip_finds_the_one_that_was_meant(serial: int, data: st.DataObject) -> None:
    meant = an_rma_number(serial)
    read = data.draw(st.sampled_from(sorted(near_keys(number_key(meant)))))
    assert number_key(meant) in keys_of(read, FORMAT).near | keys_of(read, FORMAT).numbers


@given(st.text(max_size=300))
def test_no_text_is_too_odd_to_be_looked_up(text: str) -> None:
    keys_of(text, FORMAT)
    candidates([text], [MINE], [FLEET], FORMAT)


@pytest.mark.parametrize(
    ("clue", "kind"),
    [
        (NUMBER, GroundKind.NUMBER),
        ("sw0012345 ", GroundKind.SERIAL),
        ("1Z 999 AA1 0123456784", GroundKind.TRACKING),
        ("RMA-00001335", GroundKind.NEAR_NUMBER),
        ("Fleet Eyes, 12 Main Street", GroundKind.ADDRESS),
        ("fleet eyes", GroundKind.NAME),
    ],
)
def test_each_kind_of_clue_has_its_ground(clue: str, kind: GroundKind) -> None:
    assert kind in {ground for candidate in found(clue) for ground in kinds(candidate)}


def test_a_serial_number_outweighs_a_name() -> None:
    first, *_ = found("fleet eyes", "AP1-7")
    assert first.rma == THEIRS


def test_the_partner_alone_is_a_candidate_too() -> None:
    assert [c.partner for c in found("Harbor Blvd 48", "48 Harbor Blvd, Milwaukee") if c.rma is None] == ["p-2"]


def test_what_is_closed_stands_behind_what_is_open() -> None:
    closed = an_rma(number=an_rma_number(500), state=RmaState.CLOSED)
    numbers = [c.rma.number for c in found("SW0012345", rmas=(closed, MINE)) if c.rma]
    assert numbers == [NUMBER, closed.number]


def test_serials_are_compared_exactly() -> None:
    assert serial_key("SW0012345") != serial_key("SWO012345")
    assert not found("SWO012345")


def test_three_letters_are_nobodys_name() -> None:
    assert not found("LLC")

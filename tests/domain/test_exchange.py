"""Which devices seem to lie in each other's boxes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.exchange import Exchange, Home, Side, Stray, exchanges


def home(rma: str, line: str = "l-1") -> Home:
    return Home(rma, rma, line, "KP2")


def stray(item: str, box: str | tuple[str, ...], *homes: Home) -> Stray:
    rmas = (box,) if isinstance(box, str) else box
    return Stray(item, f"S-{item}", "", f"LPN-{item}", f"e-{item}", rmas, rmas, homes)


def test_two_devices_that_each_others_rma_lists_are_one_exchange() -> None:
    first, second = stray("1", "A", home("B")), stray("2", "B", home("A"))
    assert exchanges([first, second]) == (Exchange((Side(first, home("B")), Side(second, home("A")))),)


def test_a_device_whose_partner_is_not_here_is_an_exchange_of_its_own() -> None:
    first = stray("1", "A", home("B"))
    (found,) = exchanges([first])
    assert found.sides == (Side(first, home("B")),)
    assert not found.is_whole


def test_boxes_of_several_rmas_are_crossed_by_any_of_them() -> None:
    first, second = stray("1", ("A", "C"), home("B")), stray("2", ("B", "D"), home("C"))
    (found,) = exchanges([first, second])
    assert found.is_whole


def test_of_several_rmas_that_list_a_device_the_one_of_the_crossed_box_is_taken() -> None:
    first, second = stray("1", "A", home("X"), home("B")), stray("2", "B", home("A"))
    (found,) = exchanges([first, second])
    assert found.sides[0].home == home("B")


def test_where_several_rmas_list_a_lone_device_nobody_can_tell() -> None:
    assert exchanges([stray("1", "A", home("B"), home("C"))]) == ()


def test_a_ring_of_three_boxes_is_told_device_by_device() -> None:
    ring = [stray("1", "A", home("B")), stray("2", "B", home("C")), stray("3", "C", home("A"))]
    assert [len(each.sides) for each in exchanges(ring)] == [1, 1, 1]


def test_two_devices_of_the_same_wrong_box_are_two_cases() -> None:
    pair = [stray("1", "A", home("B")), stray("2", "A", home("B", "l-2")), stray("3", "B", home("A"))]
    assert [each.id for each in exchanges(pair)] == ["1+3", "2"]


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.lists(st.sampled_from("ABC"), max_size=2)), max_size=7))
def test_no_device_is_in_two_exchanges(drawn: list[tuple[str, list[str]]]) -> None:
    strays = [stray(str(n), box, *map(home, homes)) for n, (box, homes) in enumerate(drawn)]
    told = [side.stray.item for each in exchanges(strays) for side in each.sides]
    assert len(told) == len(set(told))

from __future__ import annotations

import pytest

from receiving_app.domain.authorization import Line, Rma
from receiving_app.domain.hits import By, Found, Hits
from receiving_app.domain.verdict import Decision
from receiving_app.queries.custody import custody
from receiving_app.queries.search import Searcher
from receiving_app.storage import service_data
from receiving_app.storage.service_data import OtherPackage, Partner
from tests.acts.running_station import NOON, RunningStation
from tests.factories import KEY, NUMBER, OTHER_KEY, OTHER_NUMBER, an_rma

SERIAL, TRACKING = "SW0012345", "1Z999AA10123456784"


def ours() -> Rma:
    return an_rma(ticket="T-4711", tracking=(TRACKING,))


def theirs() -> Rma:
    return an_rma(number=OTHER_NUMBER, partner="p-2", lines=(Line("l-1", "KP2", "QX-777-001"),))


@pytest.fixture
def stocked(station: RunningStation) -> RunningStation:
    """Give a station that knows two RMAs of two partners."""
    station.told(ours(), theirs())
    with station.store.transaction() as connection:
        service_data.put_partners(
            connection, [Partner("p-1", 1, "Fleet Eyes LLC"), Partner("p-2", 1, "Ümlaut & Söhne")]
        )
    return station


def find(station: RunningStation, text: str) -> Hits:
    return Searcher(station.store).find(text)


def keys(station: RunningStation, text: str) -> list[str]:
    return [hit.key for hit in find(station, text).hits]


@pytest.mark.parametrize(
    ("text", "by", "matched"),
    [
        (NUMBER, By.NUMBER, NUMBER),
        (NUMBER.lower().replace("-", " "), By.NUMBER, NUMBER),
        (f"]C1{NUMBER}\r\n", By.NUMBER, NUMBER),
        ("4711", By.TICKET, "T-4711"),
        ("w00123", By.SERIAL, SERIAL),
        ("3456784", By.TRACKING, TRACKING),
        ("eet eyes", By.PARTNER, "Fleet Eyes LLC"),
    ],
)
def test_an_rma_is_found_by_any_of_its_numbers_and_by_its_partner(
    stocked: RunningStation, text: str, by: By, matched: str
) -> None:
    (hit,) = find(stocked, text).hits
    assert (hit.key, hit.found, hit.by, hit.matched) == (KEY, Found.RMA, by, matched)


def test_a_partners_name_is_compared_as_people_write_it(stocked: RunningStation) -> None:
    assert keys(stocked, "SÖHNE") == keys(stocked, "ümlaut  &") == [OTHER_KEY]


@pytest.mark.parametrize(
    "text", ["", " ", '"', "*", "-", "NEAR", '"QX" OR', "📦🚚", "'; DROP TABLE rmas --", "%", "_", "\x00", "9" * 500]
)
def test_what_no_number_has_in_it_finds_nothing_and_breaks_nothing(stocked: RunningStation, text: str) -> None:
    assert find(stocked, text).hits == ()
    assert keys(stocked, NUMBER) == [KEY]


@pytest.mark.parametrize("text", ['"QX777*"', "QX-777 ", "qx 777", "-QX777-", "X777"])
def test_signs_around_a_number_do_not_matter(stocked: RunningStation, text: str) -> None:
    assert keys(stocked, text) == [OTHER_KEY]


@pytest.mark.parametrize(("text", "searched"), [("", False), ("📦", False), ("x", True), ("zz", True)])
def test_whether_there_was_anything_to_search_for_is_told(stocked: RunningStation, text: str, searched: bool) -> None:
    assert find(stocked, text).searched is searched


def test_what_ends_with_the_text_comes_before_what_has_it_inside(stocked: RunningStation) -> None:
    tail = NUMBER[-4:]
    stocked.told(an_rma(number="RMA-55500006", lines=(Line("l-1", "KP2", f"ZZ{tail}9"),)))
    assert keys(stocked, tail) == [KEY, "RMA55500006"]


def test_one_letter_finds_what_is_newest(stocked: RunningStation) -> None:
    assert keys(stocked, "Q") == [OTHER_KEY]


def test_a_package_is_found_by_a_part_of_its_plate_and_tells_its_whole_story(stocked: RunningStation) -> None:
    lpn = stocked.scan(NUMBER).package
    assert lpn is not None
    (hit,) = find(stocked, lpn.lpn[-8:]).hits
    assert (hit.found, hit.key) == (Found.PACKAGE, lpn.lpn)
    told = custody(stocked.store, hit.found, hit.key)
    assert [entry.type_name for entry in told.story] == [
        "reading.recorded",
        "package.arrived",
        "label.read",
        "package.judged",
    ][-len(told.story) :]
    assert [rma.number for rma in told.rmas] == [NUMBER]


def test_an_rmas_page_tells_of_its_packages_here_and_at_other_stations(stocked: RunningStation) -> None:
    package = stocked.scan(NUMBER).package
    assert package is not None
    report = OtherPackage("LPN-DOCK-2-0000017", NUMBER, 1, "dock-2", Decision.HOLD, NOON)
    with stocked.store.transaction() as connection:
        service_data.put_other_packages(connection, [report])
    told = custody(stocked.store, Found.RMA, KEY)
    assert [each.lpn for each in told.packages] == [package.lpn]
    assert [(each.lpn, each.station) for each in told.elsewhere] == [("LPN-DOCK-2-0000017", "dock-2")]
    assert "package.judged" in [entry.type_name for entry in told.story]


def test_more_than_a_person_looks_through_is_said(stocked: RunningStation) -> None:
    stocked.told(*(an_rma(number=f"RMA-{n:08d}", lines=(Line("l", "KP2", f"ZZ{n:04d}"),)) for n in range(1_000, 1_060)))
    found = find(stocked, "ZZ10")
    assert len(found.hits) == 50
    assert not found.complete
    assert find(stocked, "ZZ1003").complete

"""Licence plates: a number is given once, to a box or to a roll that is printed ahead."""

from __future__ import annotations

from sqlalchemy import BindParameter, Connection, bindparam, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from receiving_app.domain.lpn import lpn_of
from receiving_app.storage.schema import packages, plate_rolls, plates_given

# Every arrival asks these: built once.
_COUNT: BindParameter[int] = bindparam("count")
_GIVE = (
    upsert(plates_given)
    .values(id=1, last=_COUNT)
    .on_conflict_do_update(index_elements=["id"], set_={"last": plates_given.c.last + _COUNT})
    .returning(plates_given.c.last)
)
_WITH_PLATE = select(packages.c.number).where(packages.c.lpn == bindparam("plate"))


def next_lpn(connection: Connection, station: str) -> str:
    """Give the next licence plate of this station; one that a box was found to carry is passed over."""
    while True:
        lpn = lpn_of(station, _give(connection, 1))
        if connection.execute(_WITH_PLATE, {"plate": lpn}).first() is None:
            return lpn


def new_roll(connection: Connection, station: str, count: int) -> tuple[str, ...]:
    """Set plates aside to be printed ahead; a box gets one of them only when it is scanned."""
    last = _give(connection, count)
    first = last - count + 1
    connection.execute(insert(plate_rolls), {"first": first, "last": last})
    return tuple(lpn_of(station, number) for number in range(first, last + 1))


def roll_from(connection: Connection, first: str) -> tuple[str, ...]:
    """Give the plates of the roll that begins with one."""
    station, number = first.removeprefix("LPN-").rpartition("-")[0], _number_of(first)
    last = connection.execute(select(plate_rolls.c.last).where(plate_rolls.c.first == number)).scalar_one()
    return tuple(lpn_of(station, each) for each in range(number, last + 1))


def is_of_roll(connection: Connection, lpn: str) -> bool:
    """Tell whether a plate was printed ahead, so that the box that carries it needs no other."""
    number = _number_of(lpn)
    query = select(plate_rolls.c.first).where(plate_rolls.c.first <= number, plate_rolls.c.last >= number)
    return connection.execute(query.limit(1)).first() is not None


def _give(connection: Connection, count: int) -> int:
    return int(connection.execute(_GIVE, {"count": count}).scalar_one())


def _number_of(lpn: str) -> int:
    return int(lpn.rpartition("-")[2][:-1])  # the last digit is the check digit

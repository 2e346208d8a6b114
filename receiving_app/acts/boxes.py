"""Opening, closing and joining packages, as the acts at the dock need it."""

from __future__ import annotations

from sqlalchemy import Connection

from receiving_app.acts.station import Act, Station
from receiving_app.domain.events import (
    ArrivalClosed,
    ArrivalStamped,
    HazardFlagged,
    LabelRead,
    LabelStruckOut,
    NumberMissing,
    PackageArrived,
    PackageClosed,
    PackageMerged,
    PackageOpened,
    Subject,
)
from receiving_app.domain.label_facts import ArrivalSource
from receiving_app.domain.package import Package, step
from receiving_app.storage import journal, packages, plates

#: What was found on a box, and stays true of it when it turns out to be the one before.
_OF_THE_BOX = (LabelRead, LabelStruckOut, NumberMissing, HazardFlagged)


def truck(connection: Connection) -> ArrivalStamped | None:
    """Give the stamp of the truck that is being unloaded."""
    last = journal.last_of_types(connection, (ArrivalStamped, ArrivalClosed))
    return last.body if last and isinstance(last.body, ArrivalStamped) else None


def arrive(act: Act, station: Station, *, asking: bool, lpn: str | None = None) -> Package:
    """Begin a package with a licence plate of its own; `asking`: it may be the package before it again."""
    before = close_open(act)
    stamped = truck(act.connection)
    received = stamped.received if stamped else station.clock.moment()
    body = PackageArrived(
        received_at=received.at,
        received_by=ArrivalSource.TRUCK_STAMP if stamped else ArrivalSource.SCAN,
        earliest=received.earliest,
        latest=received.latest,
        arrival=stamped.arrival if stamped else None,
        unconfirmed=asking and before is not None,
        previous=before.lpn if asking and before else None,
    )
    plate = lpn or plates.next_lpn(act.connection, station.name)
    package = step(None, act.write(body, Subject(plate)))
    if package is None:
        raise AssertionError("an arrival makes a package")
    return package


def close_open(act: Act) -> Package | None:
    """Turn away from the open package, if there is one, and give it."""
    package = packages.open_package(act.connection)
    if package is not None:
        package = act.on(package, PackageClosed())
        packages.save(act.connection, package)
    return package


def at_hand(connection: Connection) -> Package | None:
    """Give the open package, if it is one that readings may join: none that has ended or is being unpacked."""
    package = packages.open_package(connection)
    return package if package is not None and package.counts and package.unpacking is None else None


def reopen(act: Act, package: Package) -> Package:
    """Turn to a package that was received before."""
    package = act.on(package, PackageOpened())
    packages.save(act.connection, package)
    return package


def merge_into_previous(act: Act, package: Package) -> Package | None:
    """Give what was found on a package to the one before it, which it was again; None where none was asked about."""
    before = packages.get(act.connection, package.previous) if package.previous else None
    if not package.unconfirmed or before is None:
        return None
    found = [event for event in journal.of_package(act.connection, package.lpn) if isinstance(event.body, _OF_THE_BOX)]
    packages.save(act.connection, act.on(package, PackageMerged(before.lpn)))
    before = reopen(act, before)
    for event in found:
        # A number on the box before answers what was missed here.
        if not (isinstance(event.body, NumberMissing) and before.live_labels):
            before = act.on(before, event.body, event.subject.rma)
    return before

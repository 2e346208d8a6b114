"""GET /metrics: what the service counted and how it is, for the site's monitoring; not part of the contract."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter
from fastapi.responses import Response
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from sqlalchemy import Connection, func, select

from ticket_service.ground import Ground, ServiceGround
from ticket_service.mail.outbox import State
from ticket_service.storage.mail_tables import letters
from ticket_service.storage.schema import service
from ticket_service.storage.store import UnavailableError, reading

router = APIRouter()


@router.get("/metrics", include_in_schema=False)
def read_metrics(ground: ServiceGround) -> Response:
    """Give all measures; without its database the service still says that it has none."""
    return Response(ground.metrics.text(_now(ground)), media_type=CONTENT_TYPE_PLAIN_0_0_4)


def _now(ground: Ground) -> Iterator[Metric]:
    reachable, measured = 1, []
    try:
        with reading(ground.engine) as connection:
            measured = list(_kept(connection))
    except UnavailableError:
        reachable = 0
    yield GaugeMetricFamily("ticket_service_database_reachable", "1 when the database answers.", reachable)
    yield from measured


def _kept(connection: Connection) -> Iterator[Metric]:
    newest = connection.execute(select(service.c.newest_seq)).scalar_one()
    yield GaugeMetricFamily(
        "ticket_service_newest_change", "The number of the newest change stations can ask for.", newest
    )
    count = (
        select(letters.c.state, func.count().label("number"))
        .where(letters.c.state != State.SENT.value)
        .group_by(letters.c.state)
    )
    found = {row.state: row.number for row in connection.execute(count)}
    outbox = GaugeMetricFamily("ticket_service_letters", "Letters that were not sent, by state.", labels=["state"])
    for state in State:
        if state is not State.SENT:
            outbox.add_metric([state.value], found.get(state.value, 0))
    yield outbox

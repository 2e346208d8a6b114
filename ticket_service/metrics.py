"""What the service counts while it works, in the text format of Prometheus."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterable, Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.metrics_core import Metric
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Names a folder in which several processes count together; prometheus_client reads it once, when it is imported.
SHARED_FOLDER = "PROMETHEUS_MULTIPROC_DIR"

#: Seconds; a batch of 500 events takes some tenths, a page of rows some hundredths.
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)

_log = logging.getLogger("ticket_service.requests")


class Metrics:
    """The counts of one service, shared by its processes where they are several."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "ticket_service_requests",
            "Requests by route and status.",
            ["method", "route", "status"],
            registry=self._registry,
        )
        self._seconds = Histogram(
            "ticket_service_request_seconds",
            "How long requests took, by route.",
            ["method", "route"],
            buckets=_BUCKETS,
            registry=self._registry,
        )
        self._events = Counter(
            "ticket_service_events",
            "Elements of stations' journals by what became of them.",
            ["result"],
            registry=self._registry,
        )

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(method, route).observe(seconds)

    def taken(self, results: Iterable[str]) -> None:
        """Count what became of a batch."""
        for result in results:
            self._events.labels(result).inc()

    def text(self, now: Iterable[Metric]) -> bytes:
        """Write everything counted so far, and `now` what was measured for this answer."""
        counted = self._registry
        if SHARED_FOLDER in os.environ:
            counted = CollectorRegistry()
            MultiProcessCollector(counted)  # type: ignore[no-untyped-call]
        return generate_latest(counted) + generate_latest(_Measured(now))


class _Measured:
    def __init__(self, metrics: Iterable[Metric]) -> None:
        self._metrics = metrics

    def collect(self) -> Iterator[Metric]:
        yield from self._metrics


class Watch:
    """Counts and logs every request of an app, by its route: an address may hold a name or a secret."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = _Request(self._metrics, scope)

        async def watched(message: Message) -> None:
            request.answers(message)
            await send(message)

        try:
            await self._app(scope, receive, watched)
        finally:
            request.ends()


class _Request:
    """One request on its way; it is counted before its answer is whole, so that who has the answer sees it counted."""

    def __init__(self, metrics: Metrics, scope: Scope) -> None:
        self._metrics = metrics
        self._scope = scope
        self._began = time.perf_counter()
        self._status = 500
        self._ended = False

    def answers(self, message: Message) -> None:
        self._status = message.get("status", self._status)
        if message["type"] == "http.response.body" and not message.get("more_body", False):
            self.ends()

    def ends(self) -> None:
        if self._ended:
            return
        self._ended = True
        seconds = time.perf_counter() - self._began
        method, route = _method(self._scope["method"]), _route(self._scope)
        self._metrics.answered(method, route, self._status, seconds)
        _log.info("%s %s %s %.0f ms", method, route, self._status, seconds * 1000)


def _route(scope: Scope) -> str:
    """Name the route as the code does; every address that is none has one name."""
    path = getattr(scope.get("route"), "path", None)
    return "none" if path is None else scope.get("root_path", "") + path


def _method(name: str) -> str:
    return name if name in {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"} else "other"

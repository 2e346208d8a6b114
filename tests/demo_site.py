"""A site to test against: the real ticket service with the demo's data, a front that breaks it, and a station."""

from __future__ import annotations

import json
import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select
from starlette.types import ASGIApp, Receive, Scope, Send

import resources
from receiving_app.assembly import Parts, assemble
from receiving_app.clock import StationClock
from receiving_app.domain.reading import Reading, Source
from receiving_app.domain.roles import Actor, ActorKind, Role
from receiving_app.settings import DataKind, Settings
from receiving_app.storage.schema import events as station_events
from ticket_service.accounts.station_tokens import issue_token
from ticket_service.app import create_app
from ticket_service.demo import load_demo
from ticket_service.serving import EmbeddedService
from ticket_service.storage.schema import journal, service
from ticket_service.storage.store import open_store, reading, writing

STATION = "DOCK-1"
#: A weekday morning in Chicago.
NOW = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
DOCK = Actor(ActorKind.PERSON, "U-01", Role.DOCK, "settings")
#: Ellen Kowalski of the demo's data, whom the service knows as a supervisor.
LEAD = Actor(ActorKind.PERSON, "U-05", Role.SUPERVISOR, "settings")
IN_TIME, LATE, CANCELLED, UNKNOWN = "RMA-00001235", "RMA-00001251", "RMA-00001278", "RMA-98765436"


class Hands:
    """A clock that goes when a test says so."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def go(self, **span: float) -> None:
        self.now += timedelta(**span)


class Stage:
    """Whatever app is on: stopping a server takes a fifth of a second, so that one serves all tests."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, send)


@contextmanager
def serving() -> Iterator[tuple[Stage, str]]:
    stage = Stage()
    with EmbeddedService(stage) as embedded:
        yield stage, embedded.url


@dataclass(frozen=True)
class Site:
    """The ticket service as a test sees it: from outside by its address, from inside by its database."""

    engine: Engine
    url: str
    token: str
    token_file: Path
    stage: Stage
    now: Callable[[], datetime]

    def journal(self) -> list[tuple[int, str | None, str]]:
        """Give what the service keeps of the station's chain: place, type (None for a bare hash), result."""
        rows = select(journal.c.station_seq, journal.c.content, journal.c.result).order_by(journal.c.station_seq)
        with reading(self.engine) as connection:
            return [
                (row.station_seq, None if row.content is None else json.loads(row.content)["type"], row.result)
                for row in connection.execute(rows)
            ]

    def types(self) -> list[str]:
        """Give the types of the whole events that the service keeps, in order."""
        return [type_ for _, type_, _ in self.journal() if type_ is not None]

    def bodies(self, type_: str) -> list[dict[str, Any]]:
        """Give the bodies of the events of a type."""
        with reading(self.engine) as connection:
            kept = [json.loads(text) for text in connection.execute(select(journal.c.content)).scalars() if text]
        return [event["body"] for event in kept if event["type"] == type_]

    def new_epoch(self, epoch: str) -> None:
        """Start the service again on a database whose history is another one."""
        with writing(self.engine) as connection:
            connection.execute(service.update().values(epoch=epoch))
        self.stage.app = create_app(self.engine, self.now)


@contextmanager
def demo_site(
    folder: Path, served: tuple[Stage, str], now: Callable[[], datetime], database: str | None = None
) -> Iterator[Site]:
    """Put a fresh service with the demo's data on the stage; its database is a file of its own unless one is named."""
    stage, url = served
    engine = open_store(database or folder / "service.sqlite3")
    try:
        load_demo(engine, json.loads(resources.path("demo", "service.json").read_text("utf-8")), now())
        with writing(engine) as connection:
            token = issue_token(connection, STATION, now())
        token_file = folder / "service.token"
        token_file.write_text(token, encoding="ascii")
        stage.app = create_app(engine, now)
        yield Site(engine, url, token, token_file, stage, now)
    finally:
        engine.dispose()


def station_settings(folder: Path, url: str | None, token_file: Path, **changes: Any) -> Settings:
    """Give the settings of a station of the demo."""
    ordinary: dict[str, Any] = {
        "data_folder": folder,
        "data_kind": DataKind.DEMO,
        "station": STATION,
        "service_url": url,
        "token_file": token_file,
        "operator": "U-05",
        "operator_role": Role.SUPERVISOR,
        "theme": "light",
        "sounds": False,
    }
    return Settings(**(ordinary | changes))


@contextmanager
def station(settings: Settings, now: Callable[[], datetime], *, online: bool = True) -> Iterator[Parts]:
    """Open a station without windows and threads."""
    parts = assemble(settings, StationClock(now), lambda: online)
    try:
        yield parts
    finally:
        parts.store.close()


def scan(parts: Parts, *texts: str) -> None:
    """Scan labels one after another, each a package of its own."""
    for text in texts:
        parts.dock.scan([Reading(text, text.encode(), Source.WEDGE, parts.clock.now())], DOCK)


def stored(parts: Parts) -> list[Any]:
    """Give the station's journal as its table holds it."""
    with parts.store.reading() as connection:
        return list(connection.execute(select(station_events).order_by(station_events.c.seq)))


def deliveries(parts: Parts) -> list[tuple[str, str]]:
    """Give type and delivery of every event at the station."""
    return [(row.type, row.delivery) for row in stored(parts)]


Fault = Callable[[socket.socket, threading.Event], None]


@dataclass
class Front:
    """Stands before a service on an address of its own: passes everything on, or answers with a fault."""

    behind: tuple[str, int]
    tls: ssl.SSLContext | None = None
    requests: int = 0
    ended: threading.Event = field(default_factory=threading.Event)
    _fault: Fault | None = None
    _open: set[socket.socket] = field(default_factory=set)
    _server: socketserver.ThreadingTCPServer | None = None
    _thread: threading.Thread | None = None
    _port: int = 0

    @property
    def url(self) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self._port}"

    def begin(self) -> None:
        front = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                front._serve(self.request)

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = False
            request_queue_size = 50

        self._server = Server(("127.0.0.1", self._port), Handler)
        self._port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    def fault(self, fault: Fault | None) -> None:
        """Answer with this from now on; None heals. Connections that stand are cut."""
        self._fault = fault
        self.cut()

    def cut(self) -> None:
        for each in list(self._open):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def end(self) -> None:
        """Refuse connections from now on, until `begin`."""
        if self._server is None or self._thread is None:
            return
        self.ended.set()
        self._server.shutdown()
        self._thread.join()
        self.cut()
        self._server.server_close()  # joins the threads of its connections
        self._server = None
        self.ended.clear()

    def _serve(self, raw: socket.socket) -> None:
        with suppress(OSError), self.tls.wrap_socket(raw, server_side=True) if self.tls else raw as front:
            self._open.add(front)
            try:
                if self._fault is not None:
                    self._answer(front, self._fault)
                else:
                    self._pass_on(front)
            finally:
                self._open.discard(front)

    def _answer(self, front: socket.socket, fault: Fault) -> None:
        received = b""
        while b"\r\n\r\n" not in received:
            part = front.recv(65536)
            if not part:
                return
            received += part
        self.requests += 1
        fault(front, self.ended)
        # Closing over unread bytes would reset the connection, and the answer with it.
        front.shutdown(socket.SHUT_WR)
        while front.recv(65536):
            pass

    def _pass_on(self, front: socket.socket) -> None:
        with socket.create_connection(self.behind) as behind:
            self._open.add(behind)
            back = threading.Thread(target=_pump, args=(behind, front))
            back.start()
            _pump(front, behind)
            back.join()
            self._open.discard(behind)


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while part := source.recv(65536):
            target.sendall(part)
    for each in (source, target):
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)


@contextmanager
def front_of(url: str, tls: ssl.SSLContext | None = None) -> Iterator[Front]:
    host, port = url.removeprefix("http://").split(":")
    front = Front((host, int(port)), tls)
    front.begin()
    try:
        yield front
    finally:
        front.end()


def answers(
    status: str,
    body: bytes = b"",
    content_type: str = "application/json",
    length: int | None = None,
    headers: Mapping[str, str] | None = None,
) -> Fault:
    """Make a fault that answers every request with this."""
    told = {"Content-Type": content_type, "Content-Length": str(len(body) if length is None else length)}
    told |= {"Connection": "close", **(headers or {})}
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    whole = f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body

    def fault(connection: socket.socket, _ended: threading.Event) -> None:
        connection.sendall(whole)

    return fault


def silence(_connection: socket.socket, ended: threading.Event) -> None:
    """Take the request and never answer."""
    ended.wait(30)


def hang_up(_connection: socket.socket, _ended: threading.Event) -> None:
    """Take the request and close."""

"""A socket to serve on, and the service inside another program, as the demo and tests want it."""

from __future__ import annotations

import socket
import sys
import threading
from types import TracebackType
from typing import Self

import uvicorn
from starlette.types import ASGIApp


def listen(host: str, port: int) -> socket.socket:
    """Open a listening socket; port 0 takes a free one. Raises OSError.

    The protocol is named because asyncio turns Nagle's algorithm off only where it is: otherwise each answer of two
    parts waits 40 ms for the other side's acknowledgement.
    """
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP
    )[0]
    listener = socket.socket(family, kind, protocol)
    try:
        if sys.platform != "win32":  # there it would let two programs share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener


class EmbeddedService:
    """Serve the app on a thread of its own on loopback while the `with` block lasts; port 0 takes a free one."""

    def __init__(self, app: ASGIApp, port: int = 0) -> None:
        self._socket = listen("127.0.0.1", port)
        config = uvicorn.Config(
            app, lifespan="off", ws="none", log_config=None, access_log=False, timeout_graceful_shutdown=2
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],), name="ticket-service")

    @property
    def url(self) -> str:
        """Where the service answers, without a slash at the end."""
        host, port = self._socket.getsockname()
        return f"http://{host}:{port}"

    def __enter__(self) -> Self:
        # The socket listens already: a request that comes before the thread is ready waits in its queue.
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()

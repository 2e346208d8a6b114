from __future__ import annotations

import ssl
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.headerregistry import Address
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from sqlalchemy import Engine, Row, Select, select

from tests.ticket_service.conftest import NOW
from tests.ticket_service.mail.sink import Sink, running
from ticket_service.mail.outbox import Letter, put
from ticket_service.mail.sending import Mailer
from ticket_service.mail.server import MailServer
from ticket_service.storage.mail_tables import letters
from ticket_service.storage.store import reading, writing

SENDER = Address("SmartWitness Support", "support", "desk.example")
URL = "https://tickets.example"


@dataclass
class Clock:
    """A clock that goes when the test says so."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def goes(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def sink() -> Iterator[Sink]:
    with running(Sink()) as sink:
        yield sink


@dataclass
class Desk:
    """What sends letters, with the outbox before it, the server behind it, and the clock."""

    engine: Engine
    mailer: Mailer
    sink: Sink
    clock: Clock

    def post(self, to: str = "ann@fleet.example", subject: str = "News", **other: Any) -> str:
        """Put a letter into the outbox."""
        with writing(self.engine) as connection:
            return put(connection, Letter(to, subject, **{"text": "It came."} | other), self.clock())

    def kept(self, id_: str) -> Row[Any]:
        """Give a letter as it stands."""
        wanted: Select[Any] = select(letters).where(letters.c.id == id_)
        with reading(self.engine) as connection:
            return connection.execute(wanted).one()

    def another(self, **server: Any) -> Mailer:
        """Give another sender on the same database."""
        return Mailer(self.engine, replace(self.mailer.server, **server), URL, self.clock)


@pytest.fixture
def desk(engine: Engine, sink: Sink) -> Desk:
    clock = Clock()
    server = MailServer("127.0.0.1", sink.port, SENDER, tls="none")
    return Desk(engine, Mailer(engine, server, URL, clock), sink, clock)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a certificate of this machine with its key, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "localhost.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return file


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """Let programs here trust the certificate, and give a server that shows it."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context

"""From a partner's registration to the letter with the tracking number: browser, mail server, window and scanner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import pyotp
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from receiving_app.domain.command import DIGITS, Command
from receiving_app.scanning.cascade import read_picture
from tests.chromium import chromium
from tests.demo_site import Hands, Site
from tests.ticket_service.mail.sink import Sink, running
from tests.ticket_service.portal.window import Window
from tests.walk import test_bench as bench
from tests.walk import test_shipping as shipping
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from tests.walk.test_people import DANA
from tests.walk.test_shift import replaced
from tests.walk.test_shipping import UPS
from ticket_service.accounts.staff import first_admin
from ticket_service.app import create_app
from ticket_service.mail.posting import Pace
from ticket_service.mail.sender import run_once
from ticket_service.mail.sending import Mailer
from ticket_service.mail.server import server_from
from ticket_service.portal.letters import link
from ticket_service.storage.store import writing

ANN, SUE = "ann@prairie.example", "sue@smartwitness.example"
PASSWORD = "seven quiet llamas"  # noqa: S105 - of people who exist in this test alone
SERIALS = ("KP2-26A90011", "KP2-26A90028")
STOCK = ("KP2-STOCK-8", "KP2-STOCK-9")


@dataclass(frozen=True)
class Post:
    """The service's letters, through a real mail server."""

    mailer: Mailer
    sink: Sink

    def newest(self, email: str) -> str:
        """Send what is due, and give the text of the last letter to an address."""
        run_once(self.mailer, Pace())
        mine = [each for each in self.sink.confirmed if email in str(each["To"])]
        return _text(mine[-1])

    def link(self, email: str) -> str:
        """Give where the last letter leads, below /portal."""
        found = re.search(r"/portal(/\S+)", self.newest(email))
        assert found is not None
        return found[1]


def _text(letter: EmailMessage) -> str:
    body = letter.get_body(["plain"])
    assert body is not None
    return str(body.get_content())


@pytest.fixture
def window(site: Site, tmp_path: Path) -> Iterator[Window]:
    with chromium(tmp_path / "profile") as driver:
        yield Window(driver, site.url)


@pytest.fixture
def post(site: Site, hands: Hands) -> Iterator[Post]:
    site.stage.app = create_app(site.engine, hands, site.url)
    with running(Sink()) as sink:
        server = server_from(f"smtp://127.0.0.1:{sink.port}?tls=none", "Support <support@smartwitness.example>")
        yield Post(Mailer(site.engine, server, site.url, hands), sink)


def registered(window: Window, post: Post) -> None:
    """Register a company, and confirm its address by the letter's link."""
    window.open("/register")
    window.fill(company="Prairie Fleet Safety", contact="Ann Prairie", email=ANN, phone="312 555 0100")
    window.fill(main_street="500 W Madison St", main_city="Chicago", main_region="IL", main_postal_code="60661")
    window.fill(main_country="US")
    window.press("Register")
    window.open(post.link(ANN))
    window.fill(new=PASSWORD, again=PASSWORD)
    window.press("Use this password")


def at_the_desk(window: Window, site: Site, hands: Hands) -> None:
    """Begin as the first administrator, with a second step."""
    with writing(site.engine) as connection:
        told = first_admin(connection, SUE, hands())
    window.open(link(site.url, told).removeprefix(f"{site.url}/portal"))
    window.fill(new=PASSWORD, again=PASSWORD)
    window.press("Use this password")
    logged_in(window, SUE)
    secret = re.search(r"Type this key into the app: (\S+(?: \S+)*)", window.text)
    assert secret is not None
    window.fill(code=pyotp.TOTP(secret[1].replace(" ", "")).at(hands()))
    window.press("Go on")


def logged_in(window: Window, email: str) -> None:
    window.open("/login")
    window.fill(email=email, password=PASSWORD)
    window.press("Log in")


def issued(window: Window, ticket: str) -> str:
    """Issue the RMA on a ticket; give its number."""
    window.open(f"{ticket}/rma")
    window.fill(**{f"model-{line}": "KP2" for line in (1, 2)})
    window.press("Issue the RMA")
    found = re.search(r"RMA-\d{8}", window.text)
    assert found is not None, window.text
    return found[0]


def label(window: Window, number: str, folder: Path) -> Path:
    """Download the label as the browser would, and print it on white at 203 dots an inch; give the picture."""
    file = folder / "label.pdf"
    file.write_bytes(window.download(f"/labels/{number}?cartons=1"))
    document = QPdfDocument()
    document.load(str(file))
    points = document.pagePointSize(0)
    size = QSize(round(points.width() / 72 * 203), round(points.height() / 72 * 203))
    printed = QImage(size, QImage.Format.Format_RGB32)
    printed.fill(Qt.GlobalColor.white)
    painter = QPainter(printed)
    painter.drawImage(0, 0, document.render(0, size))
    painter.end()
    document.close()
    printed.save(str(folder / "label.png"))
    return folder / "label.png"


def goods_received_replaced_and_sent_back(station: OpenStation, printed: str) -> None:
    """Work on the box at the station, by scans, from its label to the carrier."""
    station.scan(DANA)
    station.wait(lambda: "person.signed-in" in station.types())
    station.scan(printed)
    station.wait_verdict("ACCEPT", printed)
    for text in (Command.UNPACK.barcode, Command.CARTON_WHOLE.barcode):
        station.scan(text)
    for serial in SERIALS:
        for text in (serial, Command.ALL_PARTS.barcode, Command.NO_CARD.barcode):
            station.scan(text)
    station.scan(Command.BOX_DONE.barcode)
    station.wait(lambda: "unpacking.ended" in station.types())
    items = [body["item"] for body in station.bodies("item.found")]
    bench.at_the_bench(station)
    for device, replacement in zip(items, STOCK, strict=True):
        replaced(station, device, replacement)
    station.scan(DANA)
    shipping.at_shipping(station)
    shipping.scan(station, STOCK[0], "Nobody has said where")
    shipping.scan(station, DIGITS[1].barcode, "Address taken")
    shipping.scan(station, STOCK[1], "Into the box", STOCK[1])
    shipping.scan(station, Command.PACK.barcode, "Packed")
    shipping.scan(station, UPS, "Gone")


def test_a_partner_registers_sends_two_devices_in_and_reads_the_tracking_number(
    start: Start, window: Window, post: Post, site: Site, tmp_path: Path
) -> None:
    hands = site.now
    assert isinstance(hands, Hands)
    registered(window, post)
    window.become("support")
    at_the_desk(window, site, hands)
    window.open("/approvals")
    window.press("Prairie Fleet Safety")
    window.press("Open the account")

    window.become("partner")
    logged_in(window, ANN)
    window.open("/tickets/new")
    window.fill(problem="Both lose the time of day.", products="\n".join(SERIALS), purchased_on="11022026")
    window.press("Open the ticket")
    ticket = window.path

    window.become("support")
    number = issued(window, ticket)

    window.become("partner")
    window.open(ticket)
    assert number in window.text
    assert number in {code.text for code in read_picture(label(window, number, tmp_path))}

    with start() as station:
        goods_received_replaced_and_sent_back(station, number)
        hands.go(minutes=2)  # decisions can be taken back until then
        station.app.sync()
        station.wait(lambda: shipping.ticket_state(site, number) == "resolved")

    window.open(ticket)
    assert f"Shipped back\nUPS {UPS}" in window.text
    letter = post.newest(ANN)
    assert UPS in letter
    assert number in letter

"""A partner's way with a ticket, from the browser's side."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from PIL import Image

from tests.ticket_service.desk import FOREIGN, NEW, OLD, SUPPORT, Desk
from tests.ticket_service.portal.conftest import Browser, Folk
from ticket_service.accounts.caller import Caller, Role
from ticket_service.tickets.conversation import note
from ticket_service.tickets.photos import add_photos

Browsers = Callable[[], Browser]
HOSTILE = "<script>alert('1')</script> & <b>\"quoted\"</b>"
NOBODY_ELSE = Caller("lou", "Lou", Role.PARTNER, "P-002")


def photo(kind: str = "PNG") -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(content, kind)
    return content.getvalue()


@pytest.fixture
def ann(desk: Desk, browser: Browsers, folk: Folk) -> Browser:
    person = browser()
    person.log_in(folk.add("Ann", partner="P-001"))
    return person


def opened(person: Browser, **fields: object) -> str:
    person.open("/tickets/new")
    asked = {"problem": "It does not start.", "products": OLD.serial, "do": "open", "key": person.hidden("key")}
    person.send("/tickets/new", **(asked | fields))
    return person.path.removeprefix("/portal/tickets/")


def test_tickets_are_the_first_page_of_a_partner(ann: Browser) -> None:
    assert ann.path == "/portal/tickets"
    assert "There is no ticket yet." in ann.text


def test_a_ticket_is_opened_and_found_again(ann: Browser) -> None:
    id_ = opened(ann, problem="The lens is fogged.")
    assert "The lens is fogged." in ann.text

    ann.open("/tickets?text=FOGGED")
    assert id_ in ann.text
    ann.open("/tickets?text=nothing")
    assert "No ticket fits." in ann.text


def test_the_list_is_answered_line_by_line_before_anything_is_opened(ann: Browser, desk: Desk) -> None:
    desk.issued(desk.opened(NEW.serial))
    ann.open("/tickets/new")

    ann.send(
        "/tickets/new",
        files={"list": ("list.csv", f"Serial\n{NEW.serial}\n{FOREIGN.serial}\n".encode("utf-8-sig"), "text/csv")},
        problem="",
        products=f"{OLD.serial}\nNOBODY-1\n{OLD.serial}\nK,someday",
        do="check",
    )

    for said in (
        "Sold to you.",
        "We do not know this serial number",
        "in the list already, in line 1",
        "is no date",
        "on an open RMA already",
        "sold to somebody else",
    ):
        assert said in ann.text
    # What was uploaded is in the field from now on, and no file has to be chosen again.
    assert f"K,someday\nSerial\n{NEW.serial}" in ann.answer.text


def test_a_list_that_is_no_text_is_refused_at_its_field(ann: Browser) -> None:
    ann.open("/tickets/new")
    ann.send("/tickets/new", files={"list": ("list.xlsx", b"PK\x03\x04\0\0", "x")}, do="check", products="")

    assert "save it as CSV first" in ann.fault("list")


def test_what_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost(ann: Browser) -> None:
    ann.open("/tickets/new")
    answer = ann.send("/tickets/new", problem="", products=OLD.serial, end_customer=HOSTILE, do="open", key="k")

    assert answer.status_code == 422
    assert ann.fault("problem") == "Describe the problem."
    assert OLD.serial in ann.text
    assert "<script>" not in answer.text


def test_a_form_that_is_sent_twice_opens_one_ticket(ann: Browser) -> None:
    ann.open("/tickets/new")
    fields = {"problem": "Dark.", "products": OLD.serial, "do": "open", "key": ann.hidden("key")}
    token = ann.hidden("csrf")
    places = {ann.send("/tickets/new", **fields, csrf=token).url.path for _ in range(2)}

    ann.open("/tickets")
    assert len(places) == 1
    assert ann.answer.text.count('href="/portal/tickets/T-') == 1


def test_markup_in_any_text_is_shown_as_text(ann: Browser) -> None:
    id_ = opened(ann, problem=HOSTILE, products=f"{OLD.serial},,{HOSTILE.replace(',', '')}", end_customer=HOSTILE)
    ann.send(f"/tickets/{id_}/messages", text=HOSTILE, key="one")

    for path in (f"/tickets/{id_}", "/tickets", f"/tickets?text={HOSTILE}"):
        page = ann.open(path).text
        assert "<script>" not in page
        assert "<b>" not in page


def test_people_write_to_each_other(ann: Browser, desk: Desk) -> None:
    id_ = opened(ann)

    ann.send(f"/tickets/{id_}/messages", text="It blinks\nthree times.", key="one")

    assert "Your message is on the ticket." in ann.text
    assert "It blinks\nthree times." in ann.answer.text
    assert ann.send(f"/tickets/{id_}/messages", text=" ", key="two").status_code == 422
    assert ann.fault("text") == "Write something first."


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_photo_comes_back_as_a_picture_and_nothing_else(ann: Browser, kind: str) -> None:
    id_ = opened(ann)
    content = photo(kind)

    ann.send(f"/tickets/{id_}/messages", files={"photos": ("../lens<b>.png", content, "text/html")}, text="", key="one")
    found = re.search(r'src="/portal(/tickets/[^"]+/photos/[0-9a-f]+)"', ann.answer.text)
    assert found is not None
    picture = ann.open(found[1])

    assert picture.content == content
    assert picture.headers["Content-Type"] == f"image/{kind.lower()}"
    assert picture.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in picture.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "content",
    [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"", b"\xff\xd8\xff", photo()[:-9]],
    ids=["drawing", "empty", "start", "cut"],
)
def test_what_is_no_photo_is_refused_at_its_field(ann: Browser, content: bytes) -> None:
    id_ = opened(ann)

    ann.send(f"/tickets/{id_}/messages", files={"photos": ("a.png", content, "image/png")}, text="see", key="one")

    assert "no complete JPEG or PNG" in ann.fault("photos")
    ann.open(f"/tickets/{id_}")
    assert "<img" not in ann.answer.text


def test_a_partner_reads_the_number_downloads_labels_and_tells_what_was_sent(ann: Browser, desk: Desk) -> None:
    id_ = opened(ann)
    (number,) = desk.issued(id_)
    ann.open(f"/tickets/{id_}")
    assert all(said in ann.text for said in (number, "Mon 7 Dec 2026", "1016 Lunt Avenue", "SD card, power cable"))

    ann.send(f"/tickets/{id_}/sent", number=number, tracking="short")
    assert ann.fault(f"tracking-{number}") == "A tracking number has 8 to 40 letters and digits."
    ann.send(f"/tickets/{id_}/sent", number=number, tracking="1Z84R7W00373236737")
    assert "Sent : done" in ann.text

    label = ann.open(f"/labels/{number}?cartons=3")
    assert label.headers["Content-Type"] == "application/pdf"
    assert label.headers["Content-Disposition"] == f'attachment; filename="label-{number}.pdf"'
    assert label.content.count(b"/Type /Page\n") == 3
    assert ann.open(f"/labels/{number}?cartons=many").status_code == 422


def test_what_belongs_to_another_partner_does_not_exist(ann: Browser, desk: Desk) -> None:
    id_ = desk.opened(FOREIGN.serial, NOBODY_ELSE)
    (number,) = desk.issued(id_)
    desk.do(add_photos, SUPPORT, id_, [("a.png", photo())])
    (kept,) = desk.ticket(id_).photos

    for path in (f"/tickets/{id_}", f"/labels/{number}", f"/tickets/{id_}/photos/{kept.sha256}"):
        assert (ann.open(path).status_code, "Lakeshore" in ann.text) == (404, False)
    ann.open("/tickets")
    assert id_ not in ann.text
    for path, fields in (("messages", {"text": "hi"}), ("sent", {"number": number, "tracking": "1Z84R7W00373236737"})):
        ann.open("/tickets/new")
        assert ann.send(f"/tickets/{id_}/{path}", **fields, key="k").status_code == 404


def test_a_partner_never_sees_notes_nor_what_is_supports(ann: Browser, desk: Desk) -> None:
    id_ = opened(ann)
    desk.do(note, SUPPORT, id_, "A difficult customer.")

    ann.open(f"/tickets/{id_}")
    assert "difficult" not in ann.text
    assert "Issue an RMA" not in ann.text
    for path in ("/queue", "/exceptions", "/serials?serial=K", f"/tickets/{id_}/rma"):
        assert ann.open(path).status_code == 403


def test_serial_numbers_are_added_later(ann: Browser) -> None:
    id_ = opened(ann)

    ann.send(f"/tickets/{id_}/products", products="K-1,never", key="one")
    assert "Line 1: “never” is no date" in ann.fault("products")
    ann.send(f"/tickets/{id_}/products", products="K-1,2026-11-02", key="two")

    assert "The products are on the ticket." in ann.text
    assert "K-1 not known 2026-11-02" in ann.text

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Engine, select

from tests.ticket_service.portal.conftest import PASSWORD, Browser, Folk
from ticket_service.accounts.login import WRONG
from ticket_service.accounts.station_tokens import digest
from ticket_service.storage.account_tables import sessions
from ticket_service.storage.store import reading

Browsers = Callable[[], Browser]


def test_a_person_logs_in_and_out(browser: Browsers, folk: Folk) -> None:
    person = browser()
    before = person.client.cookies["session"]

    person.log_in(folk.add("Dana", partner="P-001"))

    assert person.path == "/portal/tickets"
    assert "Dana Log out" in person.text
    inside = person.client.cookies["session"]
    assert inside != before

    person.send("/logout")
    assert (person.path, "You are logged out." in person.text) == ("/portal/login", True)
    person.client.cookies.set("session", inside, path="/portal")
    person.open("/account")
    assert person.path == "/portal/login"


def test_a_session_is_kept_as_its_hash_and_its_cookie_is_out_of_reach_of_scripts(
    browser: Browsers, folk: Folk, engine: Engine
) -> None:
    person = browser()
    person.open("/login")
    token = person.hidden("csrf")
    answer = person.client.post(
        "/portal/login",
        data={"csrf": token, "email": folk.add("Dana"), "password": PASSWORD},
        follow_redirects=False,
    )

    cookie = answer.headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=lax", "Path=/portal"} <= {part.strip() for part in cookie.split(";")}
    with reading(engine) as connection:
        assert connection.execute(select(sessions.c.sha256)).scalars().all() == [digest(answer.cookies["session"])]


def test_a_cookie_travels_over_tls_alone_except_on_this_computer(browser: Browsers) -> None:
    person = browser()

    here = person.client.get("/portal/login", headers={"Cookie": ""})
    elsewhere = person.client.get("/portal/login", headers={"Cookie": "", "Host": "returns.example"})

    assert "Secure" not in here.headers["Set-Cookie"]
    assert "Secure" in elsewhere.headers["Set-Cookie"]


def test_an_unknown_address_and_a_wrong_password_are_answered_alike(browser: Browsers, folk: Folk) -> None:
    folk.add("Dana")

    for email in ("dana@example.com", "nobody@example.com"):
        person = browser()
        assert person.log_in(email, "another long password").status_code == 422
        assert WRONG in person.text


def test_after_five_wrong_passwords_even_the_right_one_waits(browser: Browsers, folk: Folk) -> None:
    folk.add("Dana")

    for email in ("dana@example.com", "nobody@example.com"):
        person = browser()
        for _ in range(5):
            person.log_in(email, "another long password")
        person.log_in(email)
        assert "Too many tries went wrong. Wait 31 seconds, then try again." in person.text


def test_a_form_of_another_session_is_refused(browser: Browsers, folk: Folk) -> None:
    email = folk.add("Dana")
    mine, theirs = browser(), browser()

    mine.client.post("/portal/login", data={"email": email, "password": PASSWORD})
    for token in ("", theirs.hidden("csrf"), "ä"):
        answer = mine.client.post("/portal/login", data={"csrf": token, "email": email, "password": PASSWORD})
        assert (answer.status_code, "This form has expired" in answer.text) == (403, True)
    mine.open("/account")
    assert mine.path == "/portal/login"


def test_a_login_leads_back_to_the_page_that_was_asked_for_and_never_elsewhere(browser: Browsers, folk: Folk) -> None:
    email = folk.add("Dana")
    person = browser()
    person.open("/account?from=letter")
    person.send("/login", email=email, password=PASSWORD, next=person.hidden("next"))
    assert str(person.answer.url).endswith("/portal/account?from=letter")

    for elsewhere in ("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"):
        other = browser()
        other.send("/login", email=email, password=PASSWORD, next=elsewhere)
        assert (other.path, other.answer.url.host) == ("/portal/tickets", "127.0.0.1")


def test_faults_stand_beside_their_fields_and_hostile_text_is_shown_as_text(browser: Browsers) -> None:
    person = browser()

    person.send("/login", email='"><script>alert(1)</script>', password="")

    assert person.fault("email").startswith("Type your e-mail address")
    assert person.fault("password") == "Type your password."
    assert "<script>" not in person.answer.text


def test_every_answer_forbids_scripts_framing_and_copies(browser: Browsers) -> None:
    client = browser().client

    for path in ("/portal/login", "/portal/nothing", "/portal/static/portal.css"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"


def test_what_is_not_there_is_a_page_too(browser: Browsers) -> None:
    person = browser()

    assert person.open("/nothing").status_code == 404
    assert "There is nothing here" in person.text
    assert person.client.get("/").url.path == "/portal/login"


def test_a_form_that_is_too_large_or_without_a_length_is_refused(browser: Browsers) -> None:
    person = browser()

    assert person.send("/login", email="x" * 2_000_000).status_code == 413
    assert person.client.post("/portal/login", content=iter([b"email=x"])).status_code == 411

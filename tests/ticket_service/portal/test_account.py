from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import Engine, update

from tests.ticket_service.conftest import NOW, Stage
from tests.ticket_service.portal.conftest import PASSWORD, Browser, Folk, link_in
from ticket_service.app import create_app
from ticket_service.storage.account_tables import sessions, users
from ticket_service.storage.store import writing

Browsers = Callable[[], Browser]
Post = Callable[[str], list[str]]
NEW = "nine loud alpacas"


@pytest.fixture
def dana(browser: Browsers, folk: Folk) -> Browser:
    person = browser()
    person.log_in(folk.add("Dana"))
    return person


def test_a_forgotten_password_is_chosen_anew_by_a_link_that_works_once(
    browser: Browsers, dana: Browser, post: Post
) -> None:
    person = browser()
    person.open("/forgotten")
    person.send("/forgotten", email=" DANA@example.com ")
    link = link_in(post("dana@example.com")[0])

    person.open(link)
    person.send(link, new=NEW, again=NEW)
    assert "You have a new password." in person.text
    assert dana.open("/account").url.path == "/portal/login"
    person.log_in("dana@example.com", NEW)
    assert person.path == "/portal/tickets"
    assert person.open(link).status_code == 422
    assert "used already, or has expired" in person.text
    assert any("Your password was changed" in letter for letter in post("dana@example.com"))


def test_a_link_expires(
    browser: Browsers, dana: Browser, post: Post, served: tuple[Stage, str], engine: Engine
) -> None:
    dana.open("/forgotten")
    dana.send("/forgotten", email="dana@example.com")
    link = link_in(post("dana@example.com")[0])

    served[0].app = create_app(engine, lambda: NOW + timedelta(hours=1))

    assert browser().open(link).status_code == 422


@pytest.mark.parametrize(
    ("new", "again", "field", "said"),
    [
        ("short", "short", "new", "Use at least 12 characters"),
        ("Password1234", "Password1234", "new", "one of the first that others try"),
        ("aaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaa", "new", "one of the first that others try"),
        ("Dana@example.com", "Dana@example.com", "new", "Your e-mail address is no password"),
        (NEW, NEW + " ", "again", "Type the same password twice."),
        ("x" * 201, "x" * 201, "new", "Use at most 200 characters."),
    ],
)
def test_a_weak_password_is_refused_at_its_field(new: str, again: str, field: str, said: str, dana: Browser) -> None:
    dana.open("/account/password")

    assert dana.send("/account/password", password=PASSWORD, new=new, again=again).status_code == 422

    assert said in dana.fault(field)


def test_a_changed_password_ends_every_other_session(browser: Browsers, dana: Browser) -> None:
    elsewhere = browser()
    elsewhere.log_in("dana@example.com")
    before = dana.client.cookies["session"]
    dana.open("/account/password")

    dana.send("/account/password", password=NEW, new=NEW, again=NEW)
    assert dana.fault("password") == "This is not your password."
    dana.send("/account/password", password=PASSWORD, new=NEW, again=NEW)

    assert "You have a new password" in dana.text
    assert dana.client.cookies["session"] != before
    assert elsewhere.open("/account").url.path == "/portal/login"


def test_another_address_is_confirmed_at_the_new_one_and_told_to_the_old_one(dana: Browser, post: Post) -> None:
    dana.open("/account/address")
    dana.send("/account/address", email="d.ortiz@example.com", password=PASSWORD)
    assert "asked to use another e-mail address" in post("dana@example.com")[0]
    dana.open("/account")
    assert "dana@example.com" in dana.text

    link = link_in(post("d.ortiz@example.com")[0])
    dana.open(link)
    dana.send(link)

    assert "Your account now uses d.ortiz@example.com." in dana.text
    assert any("d.ortiz@example.com" in letter for letter in post("dana@example.com"))
    dana.send("/logout")
    dana.log_in("d.ortiz@example.com")
    assert dana.path == "/portal/tickets"


def test_the_address_of_somebody_else_is_refused_without_saying_so(dana: Browser, folk: Folk, post: Post) -> None:
    folk.add("Sam")
    dana.open("/account/address")
    dana.send("/account/address", email="sam@example.com", password=PASSWORD)

    assert "Open the link in the e-mail we sent to sam@example.com" in dana.text
    assert post("sam@example.com") == []


def test_sessions_are_listed_and_ended_one_by_one(browser: Browsers, dana: Browser, folk: Folk) -> None:
    elsewhere, stranger = browser(), browser()
    elsewhere.log_in("dana@example.com")
    stranger.log_in(folk.add("Sam"))
    dana.open("/account")
    end = dana.answer.text.split('action="/portal')[2].split('"')[0]
    assert end.startswith("/account/sessions/")

    assert stranger.send(end).status_code == 404
    dana.send(end)

    assert elsewhere.open("/account").url.path == "/portal/login"
    assert dana.open("/account").status_code == 200


@pytest.mark.parametrize("column", ["seen_at", "made_at"])
def test_a_session_ends_by_itself(column: str, dana: Browser, engine: Engine) -> None:
    dana.open("/account")
    with writing(engine) as connection:
        connection.execute(update(sessions).values({column: NOW - timedelta(hours=13)}))

    assert dana.open("/account").url.path == "/portal/login"


def test_a_closed_account_is_logged_out_at_once(dana: Browser, engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(update(users).values(state="closed"))

    assert dana.open("/account").url.path == "/portal/login"

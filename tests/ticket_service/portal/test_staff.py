from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from tests.ticket_service.portal.conftest import PASSWORD, Browser, Folk, link_in
from ticket_service.__main__ import main
from ticket_service.accounts.caller import Role
from ticket_service.accounts.users import user_by_email
from ticket_service.storage.store import reading

Browsers = Callable[[], Browser]
Post = Callable[[str], list[str]]


@pytest.fixture
def admin(browser: Browsers, folk: Folk) -> Browser:
    person = browser()
    person.log_in_twice(folk.add("Admin", Role.ADMIN))
    person.open("/staff")
    return person


def test_an_administrator_invites_an_agent(browser: Browsers, admin: Browser, post: Post) -> None:
    admin.send("/staff", name="Lee", email="lee@example.com", role="support")
    assert "Lee gets a link by e-mail" in admin.text

    lee, link = browser(), link_in(post("lee@example.com")[0])
    lee.open(link)
    lee.send(link, new=PASSWORD, again=PASSWORD)
    lee.log_in("lee@example.com")

    assert lee.path == "/portal/second-step/new"


def test_an_agent_is_no_administrator(browser: Browsers, folk: Folk) -> None:
    agent = browser()
    agent.log_in_twice(folk.add("Agent", Role.SUPPORT))

    assert agent.open("/staff").status_code == 403
    agent.open("/account")
    assert agent.send("/staff", name="Lee", email="lee@example.com", role="admin").status_code == 403


@pytest.mark.parametrize(
    ("path", "expected"),
    [("close", "closed"), ("second-step", "no second step yet"), ("role", "Make support")],
)
def test_an_account_is_changed_and_its_sessions_end(
    path: str, expected: str, browser: Browsers, admin: Browser, folk: Folk
) -> None:
    agent = browser()
    agent.log_in_twice(folk.add("Agent", Role.SUPPORT))

    admin.send(f"/staff/Agent/{path}", rev=1, role="admin")

    assert expected in admin.text
    assert agent.open("/approvals").url.path == "/portal/login"
    admin.send(f"/staff/Agent/{path}", rev=1, role="admin")
    assert (admin.answer.status_code, "Somebody changed Agent meanwhile." in admin.text) == (409, True)


def test_nobody_shuts_themselves_out_and_partners_are_not_staff(admin: Browser, folk: Folk) -> None:
    folk.add("Dana")

    assert admin.send("/staff/Admin/close", rev=1).status_code == 422
    admin.open("/staff")
    assert admin.send("/staff/Dana/close", rev=1).status_code == 404


def test_a_sign_that_no_database_holds_names_nothing(admin: Browser) -> None:
    for path in ("/approvals/%00", "/models/%00", "/people/%00", "/tickets/%00"):
        assert admin.open(path).status_code == 404, path
    admin.open("/people/new")
    admin.send("/people/new", key="\0", name="Ann", roles="dock")
    assert "Ann is added" in admin.text


def test_the_first_administrator_comes_from_the_command_line(
    database: str, engine: Engine, capsys: pytest.CaptureFixture[str], browser: Browsers
) -> None:
    options = ["--database", str(database), "--url", "https://returns.example/"]
    assert main([*options, "admin", "Root@Example.com"]) == 0
    said = capsys.readouterr().out
    assert re.fullmatch(r"Choose .*: https://returns\.example/portal/password/\S+\n", said)

    person, link = browser(), link_in(said)
    person.open(link)
    person.send(link, new=PASSWORD, again=PASSWORD)

    with reading(engine) as connection:
        user = user_by_email(connection, "root@example.com")
    assert user is not None
    assert (user.role, user.state) == ("admin", "active")

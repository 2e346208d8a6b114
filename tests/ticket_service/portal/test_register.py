from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from tests.ticket_service.portal.conftest import PASSWORD, Browser, Folk, link_in
from ticket_service.accounts.caller import Role
from ticket_service.storage.state import get
from ticket_service.storage.store import reading

Browsers = Callable[[], Browser]
Post = Callable[[str], list[str]]

ADDRESS = {
    "main_street": "2210 Commerce Dr", "main_city": "Peoria", "main_region": "IL", "main_postal_code": "61615",
    "main_country": "us",
}  # fmt: skip
COMPANY = {"company": "Prairie Fleet", "contact": "Dana Ortiz", "email": "Dana@Fleet.example", "phone": "309 555 0101"}


def register(person: Browser, **other: object) -> None:
    person.open("/register")
    person.send("/register", **(COMPANY | ADDRESS | other))


def confirm(person: Browser, letter: str) -> None:
    person.open(link_in(letter))
    person.send(link_in(letter), new=PASSWORD, again=PASSWORD)


@pytest.fixture
def support(browser: Browsers, folk: Folk) -> Browser:
    agent = browser()
    agent.log_in_twice(folk.add("Agent", Role.SUPPORT))
    return agent


def test_a_company_registers_is_approved_and_logs_in(
    browser: Browsers, support: Browser, post: Post, engine: Engine
) -> None:
    person = browser()
    register(person)
    assert "Look into your mailbox" in person.text
    confirm(person, post("dana@fleet.example")[0])
    person.log_in("dana@fleet.example")
    assert "Support has not approved your account yet" in person.text

    support.open("/approvals")
    assert "Prairie Fleet" in support.text
    support.open(support.answer.text.split('href="/portal/approvals/')[1].split('"')[0].join(["/approvals/", ""]))
    support.send(f"{support.path.removeprefix('/portal')}/approve", rev=support.hidden("rev"))
    assert "Prairie Fleet has an account" in support.text

    with reading(engine) as connection:
        partner = get(connection, "partner", ["P-001"])["P-001"]
    assert partner == {
        "id": "P-001",
        "name": "Prairie Fleet",
        "addresses": [
            {
                "name": "Prairie Fleet", "street": "2210 Commerce Dr", "city": "Peoria", "region": "IL",
                "postal_code": "61615", "country": "US",
            }
        ],
    }  # fmt: skip
    assert any("is open. Log in here" in letter for letter in post("dana@fleet.example"))
    person.log_in("dana@fleet.example")
    assert person.open("/account").status_code == 200
    assert "dana@fleet.example" in person.text


def test_the_page_tells_nobody_who_has_an_account(browser: Browsers, folk: Folk, post: Post) -> None:
    folk.add("Known")
    known, unknown = browser(), browser()
    register(known, email="known@example.com")
    register(unknown, email="unknown@example.com")

    assert known.text == unknown.text
    assert "It has an account already." in post("known@example.com")[0]
    assert "/portal/password/" in post("unknown@example.com")[0]
    for person, email in ((known, "known@example.com"), (unknown, "nobody@example.com")):
        person.open("/forgotten")
        person.send("/forgotten", email=email)
    assert known.text == unknown.text
    assert post("nobody@example.com") == []


def test_strangers_cannot_fill_a_mailbox(browser: Browsers, post: Post) -> None:
    person = browser()
    for _ in range(6):
        register(person)

    assert len(post("dana@fleet.example")) == 3


def test_a_declined_company_reads_why_and_stays_outside(browser: Browsers, support: Browser, post: Post) -> None:
    person = browser()
    register(person)
    confirm(person, post("dana@fleet.example")[0])
    support.open("/approvals")
    one = "/approvals/" + support.answer.text.split('href="/portal/approvals/')[1].split('"')[0]

    support.open(one)
    support.send(f"{one}/decline", rev=support.hidden("rev"), reason=" ")
    assert support.fault("reason") == "Say why; the person reads it."
    support.send(f"{one}/decline", rev=support.hidden("rev"), reason="We know no such company.")

    assert any("We know no such company." in letter for letter in post("dana@fleet.example"))
    person.log_in("dana@fleet.example")
    assert "was not approved" in person.text


def test_two_who_decide_at_once_do_not_overrule_each_other(browser: Browsers, support: Browser, post: Post) -> None:
    person = browser()
    register(person)
    confirm(person, post("dana@fleet.example")[0])
    support.open("/approvals")
    one = "/approvals/" + support.answer.text.split('href="/portal/approvals/')[1].split('"')[0]
    support.open(one)
    seen, token = support.hidden("rev"), support.hidden("csrf")

    support.send(f"{one}/approve", rev=seen)
    answer = support.client.post(f"/portal{one}/decline", data={"csrf": token, "rev": seen, "reason": "No."})

    assert (answer.status_code, "Somebody else decided on this meanwhile: it is approved." in answer.text) == (
        409,
        True,
    )


def test_another_person_of_a_partner_joins_it(browser: Browsers, support: Browser, post: Post, engine: Engine) -> None:
    for email in ("dana@fleet.example", "sam@fleet.example"):
        person = browser()
        register(person, email=email)
        confirm(person, post(email)[0])
        support.open("/approvals")
        one = "/approvals/" + support.answer.text.split('href="/portal/approvals/')[1].split('"')[0]
        support.open(one)
        support.send(f"{one}/approve", rev=support.hidden("rev"), partner="P-9")
        assert support.fault("partner").startswith("There is no such partner.")
        partner = "P-001 Prairie Fleet" if email.startswith("sam") else ""
        support.send(f"{one}/approve", rev=support.hidden("rev"), partner=partner)

    with reading(engine) as connection:
        assert list(get(connection, "partner", ["P-001", "P-002"])) == ["P-001"]


def test_what_is_missing_is_said_at_each_field_and_nothing_typed_is_lost(browser: Browsers) -> None:
    person = browser()
    register(
        person, company="<b>Fleet</b>", contact="", email="nonsense", phone="1\x00", main_country="USA", second="yes"
    )

    assert person.fault("contact") == "Type your name."
    assert person.fault("email").startswith("Type an e-mail address")
    assert "cannot be shown" in person.fault("phone")
    assert person.fault("main_country") == "Use at most 2 characters; this has 3."
    assert person.fault("second_street") == "Type the street and number."
    assert 'value="&lt;b&gt;Fleet&lt;/b&gt;"' in person.answer.text


def test_partners_do_not_see_registrations(browser: Browsers, folk: Folk) -> None:
    person = browser()
    person.log_in(folk.add("Dana"))

    assert person.open("/approvals").status_code == 403
    assert person.open("/approvals/somebody").status_code == 403
    assert person.open("/staff").status_code == 403

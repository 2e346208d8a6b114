from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pyotp
import pytest

from tests.ticket_service.conftest import NOW
from tests.ticket_service.portal.conftest import SECRET, Browser, Folk
from ticket_service.accounts.caller import Role

Browsers = Callable[[], Browser]


def code(minutes: float = 0, secret: str = SECRET) -> str:
    return pyotp.TOTP(secret).at(NOW + timedelta(minutes=minutes))


def test_support_does_nothing_before_the_second_step(browser: Browsers, folk: Folk) -> None:
    agent = browser()
    agent.log_in(folk.add("Agent", Role.SUPPORT))
    assert agent.path == "/portal/second-step"

    for path in ("/approvals", "/account", "/account/password"):
        assert agent.open(path).url.path == "/portal/second-step"
    assert agent.open("/second-step/new").status_code == 403

    before = agent.client.cookies["session"]
    agent.open("/second-step")
    agent.send("/second-step", code=code())
    assert agent.open("/approvals").status_code == 200
    assert agent.client.cookies["session"] != before


@pytest.mark.parametrize(("minutes", "good"), [(-1, False), (-0.5, True), (0.5, True), (1, False)])
def test_clocks_may_be_half_a_minute_apart(minutes: float, good: bool, browser: Browsers, folk: Folk) -> None:
    agent = browser()
    agent.log_in(folk.add("Agent", Role.SUPPORT))

    agent.send("/second-step", code=code(minutes))

    assert (agent.path != "/portal/second-step") is good


def test_a_code_works_once(browser: Browsers, folk: Folk) -> None:
    email = folk.add("Agent", Role.SUPPORT)
    first, second = browser(), browser()
    first.log_in_twice(email)

    second.log_in_twice(email)

    assert second.fault("code").startswith("This code is not right, or was used already.")


def test_wrong_codes_wait_longer_each_time(browser: Browsers, folk: Folk) -> None:
    agent = browser()
    agent.log_in(folk.add("Agent", Role.SUPPORT))
    for _ in range(5):
        agent.send("/second-step", code="000000")

    agent.send("/second-step", code=code())

    assert "Too many tries went wrong." in agent.text


def test_setting_up_shows_a_qr_code_and_recovery_codes_that_work_once(browser: Browsers, folk: Folk) -> None:
    email = folk.add("Agent", Role.SUPPORT, totp_secret=None)
    agent = browser()
    agent.log_in(email)
    assert (agent.path, "<svg" in agent.answer.text) == ("/portal/second-step/new", True)
    found = re.search(r'class="code">([A-Z2-7 ]+)<', agent.answer.text)
    assert found is not None
    secret = found[1].replace(" ", "")

    agent.send("/second-step/new", code="123456")
    assert agent.fault("code").startswith("This code is not right.")
    agent.send("/second-step/new", code=code(secret=secret))
    codes = re.findall(r'class="code">([A-Z0-9-]+)<', agent.answer.text)
    assert len(set(codes)) == 10
    assert agent.open("/approvals").status_code == 200

    for times in (1, 2):
        other = browser()
        other.log_in(email)
        other.send("/second-step", code=codes[0].lower().replace("-", " "))
        assert (other.path == "/portal/second-step") is (times == 2)


def test_new_recovery_codes_end_the_old_ones(browser: Browsers, folk: Folk) -> None:
    email = folk.add("Agent", Role.SUPPORT)
    agent = browser()
    agent.log_in_twice(email)
    agent.open("/account")
    agent.send("/account/recovery-codes")
    old = re.findall(r'class="code">([A-Z0-9-]+)<', agent.answer.text)
    agent.send("/account/recovery-codes")

    other = browser()
    other.log_in(email)
    other.send("/second-step", code=old[0])

    assert other.path == "/portal/second-step"

"""Every page in a real browser: as wide as a phone and a desk, light and dark, held against WCAG 2.2 AA."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyotp
import pytest
from axe_core_python.selenium import Axe
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.wait import WebDriverWait
from sqlalchemy import Engine

from tests.chromium import chromium, show_as
from tests.ticket_service.conftest import NOW
from tests.ticket_service.portal.conftest import PASSWORD, SECRET, Folk
from ticket_service.accounts.caller import Role
from ticket_service.accounts.registration import Address, Application, register
from ticket_service.accounts.station_tokens import issue_token
from ticket_service.demo import load_demo
from ticket_service.portal.navigation import every_page
from ticket_service.storage.account_tables import users
from ticket_service.storage.store import writing

DEMO = json.loads((Path(__file__).parents[3] / "resources" / "demo" / "service.json").read_text("utf-8"))
STRANGERS = ("/login", "/register", "/forgotten", "/letter-sent", "/nothing")
LONG = "Überlandverkehr & Söhne <GmbH> Reparaturannahmestellenverwaltung"
WIDTHS = ((390, "dark"), (1280, "light"))
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture(scope="module")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    with chromium(tmp_path_factory.mktemp("chromium")) as browser:
        yield browser


@pytest.fixture
def screen(chrome: Chrome, engine: Engine) -> Chrome:
    """The browser, logged in nowhere, before a service with the demo's data and a registration."""
    load_demo(engine, DEMO, NOW)
    home = Address(LONG, "2210 Commerce Dr", "Peoria", "IL", "61615", "US")
    with writing(engine) as connection:
        register(connection, Application(LONG, "Dana", "d@fleet.example", "309 555 0101", (home,)), NOW)
        connection.execute(users.update().values(state="waiting"))
        issue_token(connection, "DOCK-1", NOW)
    chrome.delete_all_cookies()
    return chrome


def faults(screen: Chrome, address: str) -> list[str]:
    """What is wrong with a page, in words for whoever mends it."""
    found = []
    for width, scheme in WIDTHS:
        show_as(screen, width, scheme)
        screen.get(address)
        at = f"{address} at {width}, {scheme}"
        wide = screen.execute_script("return document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"{at}: {wide} wide")
        for violation in Axe().run(screen, options=WCAG)["violations"]:
            found += [f"{at}: {violation['id']}: {node['html'][:150]}" for node in violation["nodes"]]
    return found


def log_in(screen: Chrome, url: str, email: str) -> None:
    screen.get(f"{url}/portal/login")
    screen.find_element(By.ID, "email").send_keys(email)
    screen.find_element(By.ID, "password").send_keys(PASSWORD)
    press(screen)
    if screen.current_url.split("?")[0].endswith("/second-step"):
        screen.find_element(By.ID, "code").send_keys(pyotp.TOTP(SECRET).at(NOW))
        press(screen)
    assert screen.find_elements(By.CSS_SELECTOR, "form.who"), screen.current_url


def press(screen: Chrome) -> None:
    """Send the page's form, and wait for the page that answers it."""
    with answered(screen):
        screen.find_element(By.CSS_SELECTOR, "main form button").click()


@contextmanager
def answered(screen: Chrome) -> Iterator[None]:
    """Wait until another page stands there, whole."""
    before = screen.find_element(By.TAG_NAME, "html")
    yield
    WebDriverWait(screen, 30).until(staleness_of(before))
    WebDriverWait(screen, 30).until(lambda shown: shown.execute_script("return document.readyState") == "complete")


def test_strangers_pages_are_for_everybody(screen: Chrome, url: str) -> None:
    assert [fault for path in STRANGERS for fault in faults(screen, f"{url}/portal{path}")] == []


@pytest.mark.parametrize("role", list(Role))
def test_the_pages_of_each_role_are_for_everybody(role: Role, screen: Chrome, url: str, folk: Folk) -> None:
    log_in(screen, url, folk.add("Dana", role, name=LONG, partner="P-001" if role is Role.PARTNER else None))
    more = {
        Role.PARTNER: ("/account/password", "/account/address", "/account/company"),
        Role.SUPPORT: (f"/approvals/{registered(screen, url)}" if role is Role.SUPPORT else "/approvals",),
        Role.ADMIN: ("/people/new", "/people/U-05", "/models/new", "/models/KP2"),
    }[role]

    assert [fault for path in (*every_page(role), *more) for fault in faults(screen, f"{url}/portal{path}")] == []


def registered(screen: Chrome, url: str) -> str:
    screen.get(f"{url}/portal/approvals")
    link = screen.find_element(By.CSS_SELECTOR, ".rows a").get_attribute("href")
    assert link is not None
    return link.rsplit("/", 1)[-1]


def test_a_page_with_faults_is_for_everybody_too(screen: Chrome, url: str) -> None:
    show_as(screen, 390, "dark")
    screen.get(f"{url}/portal/register")
    press(screen)

    assert screen.title.startswith("Fault: ")
    assert Axe().run(screen, options=WCAG)["violations"] == []
    screen.find_element(By.CSS_SELECTOR, ".note.bad a").click()
    assert screen.execute_script("return location.hash") == "#company"


def test_the_whole_form_works_by_keys_alone(screen: Chrome, url: str, folk: Folk) -> None:
    email = folk.add("Dana", partner="P-001")
    screen.get(f"{url}/portal/login")
    for keys in ("\ue004\ue004\ue004" + email, "\ue004" + PASSWORD):
        screen.switch_to.active_element.send_keys(keys)
    with answered(screen):
        screen.switch_to.active_element.send_keys("\ue007")

    assert screen.find_elements(By.CSS_SELECTOR, "form.who")

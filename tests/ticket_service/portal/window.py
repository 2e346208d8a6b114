"""A browser window as people use it, and how the pages in it hold against WCAG."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import httpx
from axe_core_python.selenium import Axe
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.wait import WebDriverWait

from tests.chromium import show_as

PHONE, DESKTOP = 390, 1280
_PATIENCE = 30
_LAW = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


class Window:
    """One browser that several people use in turn, each with their own cookies."""

    def __init__(self, driver: Chrome, url: str) -> None:
        self._driver = driver
        self._url = url
        self._person = ""
        self._cookies: dict[str, list[dict[str, Any]]] = {}

    @property
    def text(self) -> str:
        return self._driver.find_element(By.TAG_NAME, "body").text

    @property
    def path(self) -> str:
        return self._driver.current_url.removeprefix(f"{self._url}/portal")

    def become(self, person: str) -> None:
        """Let another person sit down before the browser."""
        self._cookies[self._person] = self._driver.get_cookies()
        self._driver.delete_all_cookies()
        self._person = person
        for cookie in self._cookies.get(person, []):
            self._driver.add_cookie(cookie)

    def open(self, path: str) -> None:
        self._driver.get(f"{self._url}/portal{path}")

    def fill(self, **fields: str) -> None:
        for name, value in fields.items():
            found = self._driver.find_elements(By.NAME, name)
            assert found, f"{self.path} asks for no {name}: {self.text}"
            found[0].send_keys(value)

    def press(self, word: str) -> None:
        """Press the button or follow the link that says this, and wait for the page behind it."""
        pressed, page = self._find(word), self._driver.find_element(By.TAG_NAME, "html")
        self._driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", pressed)
        pressed.click()
        # While a page goes the driver has several words for its elements; what matters is that it is gone at last.
        wait = WebDriverWait(self._driver, _PATIENCE, ignored_exceptions=[WebDriverException])
        wait.until(staleness_of(page))
        wait.until(lambda driver: driver.execute_script("return document.readyState") == "complete")

    def download(self, path: str) -> bytes:
        """Fetch a file with the person's cookies."""
        cookies = {each["name"]: each["value"] for each in self._driver.get_cookies()}
        answer = httpx.get(f"{self._url}/portal{path}", cookies=cookies, timeout=_PATIENCE)
        assert answer.status_code == httpx.codes.OK, answer.text
        return answer.content

    def look(self, name: str, folder: Path) -> None:
        """See that the page fits and breaks no rule on phone and desktop, light and dark; keep a picture of it."""
        for width in (PHONE, DESKTOP):
            for scheme in ("dark", "light"):
                show_as(self._driver, width, scheme)
                assert self._overhang() <= 0, f"{name} is wider than {width} pixels"
                assert self._faults() == [], f"{name} at {width} pixels, {scheme}"
            self._picture(folder / f"portal-{name}-{width}.png")

    def _overhang(self) -> int:
        return int(self._driver.execute_script("return document.documentElement.scrollWidth - window.innerWidth"))

    def _faults(self) -> list[str]:
        found = Axe().run(self._driver, options=_LAW)["violations"]
        return [f"{fault['id']}: {node['html'][:200]}" for fault in found for node in fault["nodes"]]

    def _picture(self, file: Path) -> None:
        whole = self._driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": whole["width"], "height": min(whole["height"], 2400), "scale": 1}
        shot = self._driver.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip})
        file.write_bytes(base64.b64decode(shot["data"]))

    def _find(self, word: str) -> WebElement:
        said = f"normalize-space()='{word}'"
        return self._driver.find_element(By.XPATH, f"//main//button[{said}] | //a[{said}]")

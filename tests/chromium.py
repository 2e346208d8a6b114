"""A Chromium without a window that opens the portal's pages as people see them: narrow or wide, light or dark."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

_FLAGS = (
    "--headless",
    "--no-sandbox",  # it runs as root where the tests do
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


@contextmanager
def chromium(folder: Path) -> Iterator[Chrome]:
    """Open a browser that keeps its things in `folder`."""
    driver = shutil.which("chromedriver")
    assert driver is not None, "install chromium and chromium-driver; dev.py test does it"
    options = ChromeOptions()
    for flag in (*_FLAGS, f"--user-data-dir={folder}"):
        options.add_argument(flag)
    browser = Chrome(options=options, service=Service(driver))
    try:
        browser.set_page_load_timeout(60)
        browser.set_script_timeout(60)
        yield browser
    finally:
        browser.quit()


def show_as(browser: Chrome, width: int, scheme: str) -> None:
    """Make the page as wide as a phone's or a desk's, on a light or dark system."""
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    feature = {"name": "prefers-color-scheme", "value": scheme}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})

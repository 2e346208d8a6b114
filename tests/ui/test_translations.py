"""The source of every translation holds every sentence that people can read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import resources

ROOT = Path(__file__).parents[2]
LUPDATE = Path(sys.executable).with_name("pyside6-lupdate")
REFRESH = "pyside6-lupdate -extensions py -locations none -no-obsolete -source-language en_US -target-language en_US"


def sentences(ts: Path) -> set[tuple[str, str]]:
    found = set()
    for context in ET.parse(ts).iter("context"):  # noqa: S314 - a file of our own
        name = context.findtext("name", "")
        found |= {(name, message.findtext("source", "")) for message in context.iter("message")}
    return found


def test_no_sentence_of_words_and_screens_is_missing_in_the_source_of_translations(tmp_path: Path) -> None:
    fresh = tmp_path / "en.ts"
    command = [str(LUPDATE), *REFRESH.split()[1:], "receiving_app/words", "ui", "-ts", str(fresh)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    missing = sentences(fresh) - sentences(resources.path("translations", "en.ts"))
    assert len(sentences(fresh)) > 200
    assert missing == set(), f"run: {REFRESH} receiving_app ui -ts resources/translations/en.ts"

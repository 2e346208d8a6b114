"""Starting the program: what may be imported before a window is painted, and a second start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from receiving_app.assembly import rounds, ticket_service
from receiving_app.qt.instance import FolderLock
from tests.demo_site import IN_TIME, STATION, Stage, demo_site, station, station_settings, stored

#: Each takes longer to import than a window takes to be shown.
HEAVY = {"sqlalchemy", "alembic", "cv2", "numpy", "requests", "zxingcpp", "pyzbar", "pydantic", "PySide6.QtMultimedia"}

FIRST_PAINT = """
import json, os, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            print(json.dumps(sorted(sys.modules)), flush=True)
            os._exit(0)
        return False

application = QApplication(sys.argv[:1])
painted = Painted()
application.installEventFilter(painted)
from receiving_app.__main__ import main
main(["--data-folder", sys.argv[1]])
"""

EARLY_SCAN = """
import json, sys
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from ui.first_window import FirstWindow

application = QApplication(sys.argv[:1])

def type_scan(window, text):
    for letter in text + "\\r":
        key = Qt.Key.Key_Return if letter == "\\r" else Qt.Key(ord(letter.upper()))
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.postEvent(window, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))

class Watch(QObject):
    early, late, typed = "", [], False

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, FirstWindow):
            if not self.typed:
                self.typed = True
                type_scan(watched.windowHandle(), sys.argv[2])
            if watched.answer is not None:
                self.early = watched.answer.word
        if event.type() == QEvent.Type.Paint and type(watched).__name__ == "VerdictPanel":
            if watched.content.word not in self.late:
                self.late.append(watched.content.word)
            if not watched.content.is_phrase:
                QTimer.singleShot(0, application.closeAllWindows)
        return False

watch = Watch()
application.installEventFilter(watch)
from receiving_app.__main__ import main
code = main(["--data-folder", sys.argv[1]])
print(json.dumps([watch.early, watch.late]))
sys.exit(code)
"""

WHAT_IT_SAYS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

application = QApplication(sys.argv[:1])

def look():
    labels = [label for window in application.topLevelWidgets() for label in window.findChildren(QLabel)]
    told = [label.text() for label in labels if label.isVisible()]
    if any("already" in text for text in told):
        print("\\n".join(told), flush=True)
        application.closeAllWindows()
    else:
        QTimer.singleShot(20, look)

QTimer.singleShot(0, look)
from receiving_app.__main__ import main
sys.exit(main(["--data-folder", sys.argv[1]]))
"""


def run(script: str, folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, str(folder), *arguments],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | settings,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_window_is_painted_before_anything_slow_is_imported(tmp_path: Path) -> None:
    painted = run(FIRST_PAINT, tmp_path / "station")

    assert painted.returncode == 0, painted.stderr
    assert HEAVY & set(json.loads(painted.stdout)) == set()


def test_a_scan_of_the_start_is_judged_once_and_shown_before_the_stations_window_stands(
    tmp_path: Path, served: tuple[Stage, str]
) -> None:
    folder, now = tmp_path / "station", partial(datetime.now, UTC)
    with demo_site(tmp_path, served, now) as site:
        settings = station_settings(folder, site.url, site.token_file)
        with station(settings, now) as parts:
            service = ticket_service(settings, parts.clock)
            assert service is not None
            assert rounds(parts, service).run_once().pulled

    known = {"RECEIVING_APP_DATA_KIND": "demo", "RECEIVING_APP_STATION": STATION, "RECEIVING_APP_SOUNDS": "no"}
    done = run(EARLY_SCAN, folder, IN_TIME, **known)

    assert done.returncode == 0, done.stderr
    early, late = json.loads(done.stdout)
    assert early == "ACCEPT"
    assert late == ["ACCEPT"]
    with station(settings, now) as parts:
        types = [row.type for row in stored(parts)]
    assert (types.count("reading.recorded"), types.count("package.judged")) == (1, 1)


def test_a_second_start_on_the_same_folder_is_refused_in_its_window(tmp_path: Path) -> None:
    with FolderLock(tmp_path):
        refused = run(WHAT_IT_SAYS, tmp_path)

    assert f"A station is running on {tmp_path} already." in refused.stdout
    assert "Put this right, then start the station again." in refused.stdout
    assert refused.returncode == 3
    assert not (tmp_path / "station.sqlite3").exists()

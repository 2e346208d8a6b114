"""Starting the program: what may be imported before a window is painted, and a second start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from receiving_app.qt.instance import FolderLock

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


def run(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_window_is_painted_before_anything_slow_is_imported(tmp_path: Path) -> None:
    painted = run(FIRST_PAINT, tmp_path / "station")

    assert painted.returncode == 0, painted.stderr
    assert HEAVY & set(json.loads(painted.stdout)) == set()


def test_a_second_start_on_the_same_folder_is_refused_in_its_window(tmp_path: Path) -> None:
    with FolderLock(tmp_path):
        refused = run(WHAT_IT_SAYS, tmp_path)

    assert f"A station is running on {tmp_path} already." in refused.stdout
    assert "Put this right, then start the station again." in refused.stdout
    assert refused.returncode == 3
    assert not (tmp_path / "station.sqlite3").exists()

"""Qt's own messages reach the log, and never the terminal of who started the station."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SPEAKS = """
import sys
from pathlib import Path
from PySide6.QtCore import qWarning
from receiving_app.logs import start_log
from receiving_app.qt.messages import log_messages
log_messages()
qWarning("before")
start_log(Path(sys.argv[1]))
qWarning("after {braces} %s")
"""


def test_messages_go_to_the_log_and_nowhere_else(tmp_path: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", SPEAKS, str(tmp_path)], capture_output=True, text=True, check=False)

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    log = (tmp_path / "logs" / "station.log").read_text("utf-8")
    assert "WARNING MainThread qt: default: after {braces} %s" in log


LOADS = """
from PySide6.QtCore import QLoggingCategory
from receiving_app.qt.messages import log_messages
log_messages()
for category in ("qt.multimedia.symbolsresolver", "default"):
    print(QLoggingCategory(category).isWarningEnabled())
"""


def test_nothing_is_written_while_the_system_loads_qts_multimedia() -> None:
    ran = subprocess.run([sys.executable, "-c", LOADS], stdout=subprocess.PIPE, text=True, check=True)

    assert ran.stdout.split() == ["False", "True"]

"""Signals on this Python and this Qt: PySide6 6.12.0 on Python 3.11 aborts after some thousands of emits."""

from __future__ import annotations

import subprocess
import sys

#: In a process of its own, because what is looked for ends the process.
EMITS = """
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

class Told(QObject):
    bare = Signal()
    truth = Signal(bool)
    value = Signal(object)

class Ear(QObject):
    def __init__(self):
        super().__init__()
        self.heard = 0

    @Slot()
    @Slot(bool)
    @Slot(object)
    def hear(self, *_):
        self.heard += 1

application = QCoreApplication([])
told, ear = Told(), Ear()
for signal in (told.bare, told.truth, told.value):
    signal.connect(ear.hear)
told.value.connect(ear.hear, Qt.ConnectionType.QueuedConnection)
for _ in range(20_000):
    told.bare.emit()
    told.truth.emit(True)
    told.value.emit(True)
application.processEvents()
print(ear.heard)
"""


def test_twenty_thousand_emits_of_each_kind_are_heard() -> None:
    told = subprocess.run([sys.executable, "-c", EMITS], capture_output=True, text=True, check=False, timeout=60)

    assert (told.returncode, told.stdout, told.stderr) == (0, "80000\n", "")

"""Qt's own messages go into the station's log, not onto a worker's terminal."""

from __future__ import annotations

import logging

from PySide6.QtCore import QLoggingCategory, QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger("qt")
# The window shows before the station's log is open; until then logging itself would write to the terminal.
_log.addHandler(logging.NullHandler())

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
#: Qt's multimedia says these while the system loads it, and none other may load meanwhile: writing one waits for
#: Python's own lock, and whoever imports an extension holds that lock and waits for the system's.
_SAID_WHILE_LOADING = "qt.multimedia.symbolsresolver=false"


def log_messages() -> None:
    """Send what Qt says from now on to the log."""
    QLoggingCategory.setFilterRules(_SAID_WHILE_LOADING)
    qInstallMessageHandler(_write)


def _write(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _log.log(_LEVELS[kind], "%s: %s", context.category, message)

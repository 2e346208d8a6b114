"""Runs before any test module, and so before anything imports PySide6."""

from __future__ import annotations

import os

# Qt reads this once, at its first window; a test that wants the real screen sets it for a process of its own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

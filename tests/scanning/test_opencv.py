from __future__ import annotations

import os

import pytest

from receiving_app.scanning import opencv


def test_it_leaves_the_variables_of_qt_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_FONTDIR", "ours")
    monkeypatch.delenv("QT_QPA_PLATFORM_PLUGIN_PATH", raising=False)
    with opencv._qt_environment_kept():
        os.environ["QT_QPA_FONTDIR"] = "theirs"
        os.environ["QT_QPA_PLATFORM_PLUGIN_PATH"] = "theirs"
    assert os.environ["QT_QPA_FONTDIR"] == "ours"
    assert "QT_QPA_PLATFORM_PLUGIN_PATH" not in os.environ

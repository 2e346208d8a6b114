"""One program at a time on a data folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from receiving_app.qt.instance import FolderInUseError, FolderLock

HOLDS = """
import sys
from pathlib import Path
from receiving_app.qt.instance import FolderLock
lock = FolderLock(Path(sys.argv[1]))
lock.__enter__()
print("holding", flush=True)
sys.stdin.readline()
"""


def test_a_second_program_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with FolderLock(tmp_path), pytest.raises(FolderInUseError) as refused, FolderLock(tmp_path):
        pass

    assert str(refused.value) == (
        f"A station is running on {tmp_path} already. Use its window, close it first, or choose another data folder."
    )


def test_two_folders_are_two_stations(tmp_path: Path) -> None:
    with FolderLock(tmp_path / "one"), FolderLock(tmp_path / "two"):
        pass


def test_the_folder_is_free_afterwards(tmp_path: Path) -> None:
    with FolderLock(tmp_path):
        pass
    with FolderLock(tmp_path):
        pass


def test_the_folder_is_made_where_there_is_none(tmp_path: Path) -> None:
    with FolderLock(tmp_path / "new" / "station"):
        assert (tmp_path / "new" / "station").is_dir()


def test_another_process_keeps_it_until_it_is_killed(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "holding\n"
        with pytest.raises(FolderInUseError), FolderLock(tmp_path):
            pass
        other.kill()
        other.wait()

        with FolderLock(tmp_path):
            pass


def test_receive_is_refused_while_a_window_has_the_folder(tmp_path: Path) -> None:
    with FolderLock(tmp_path):
        refused = subprocess.run(
            [sys.executable, "-m", "receiving_app", "receive", "--data-folder", str(tmp_path), "label.png"],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    assert refused.returncode == 3
    assert refused.stderr.startswith(f"A station is running on {tmp_path} already.")
    assert refused.stdout == ""

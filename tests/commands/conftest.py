"""A folder to run commands in."""

from pathlib import Path

import pytest
from good_problem import GOOD


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working folder with good.toml in it."""
    monkeypatch.chdir(tmp_path)
    Path("good.toml").write_text(GOOD)
    return tmp_path

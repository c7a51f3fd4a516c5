"""Compiling where the environment is odd: quoted paths, compilers that speak Latin-1, no home
folder."""

import os
import shutil
import stat
from pathlib import Path

import numpy as np
import pytest

from orderode import solvers
from orderode.compiler import compiler
from orderode.errors import BackendError, FileError
from orderode.models.cache import cache_folder
from orderode.solvers.base import State
from orderode.solvers.build import build


def script(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("ORDERODE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_a_quoted_path_in_CC(tmp_path, monkeypatch, cache):
    path = script(tmp_path / "my tools" / "cc", b"#!/bin/sh\nexit 1\n")
    monkeypatch.setenv("CC", f"'{path}' -pipe")
    assert compiler() == [str(path), "-pipe"]
    monkeypatch.setenv("CC", f"'{path}")
    with pytest.raises(FileError, match="No closing quotation; accepted: a command as in a shell"):
        compiler()


def test_a_compiler_that_fails_in_latin_1(tmp_path, monkeypatch, cache, capsys):
    """A message with the compiler's words, and numpy in its place with "auto"."""
    path = script(tmp_path / "cc", b"#!/bin/sh\nprintf 'Datei f\\374r nichts\\n' >&2\nexit 1\n")
    monkeypatch.setenv("CC", str(path))
    with pytest.raises(BackendError, match=r"failed on sgd_linear\.c:\nDatei f.r nichts"):
        build("sgd_linear")
    solver = solvers.load("sgd_linear")
    assert solver.name == "numpy" and capsys.readouterr().err.startswith(
        "orderode: sgd_linear by numpy"
    )
    state = State(np.array([[0.1]]), np.eye(1), np.ones(1))
    assert np.isfinite(solver.rhs(state, {"eta_J": 1.0, "T": np.eye(1)}).R).all()


def test_a_tilde_in_ORDERODE_CACHE(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("ORDERODE_CACHE", "~/x")
    assert cache_folder() == tmp_path / "x"


def test_no_home_folder(monkeypatch):
    """As in a container with a user that has none."""

    def none(self):
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", none)
    for name in ("ORDERODE_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(
        FileError, match="there is no home folder; accepted: ORDERODE_CACHE naming a folder"
    ):
        cache_folder()
    if shutil.which(os.environ.get("CC", "cc")):
        with pytest.raises(BackendError, match="no home folder"):
            build("sgd_linear")
        assert solvers.load("sgd_linear").name == "numpy"

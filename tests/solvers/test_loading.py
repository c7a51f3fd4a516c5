"""Solvers as they are found, compiled and loaded, and what is said where that fails."""

import os
import shutil
import subprocess
import sys

import pytest
from overlaps_only import load
from test_backends import a_problem, needs_compiler

import orderode
from orderode import solvers, unfinished
from orderode.compiler import compiler
from orderode.errors import BackendError
from orderode.models.cache import cache_folder
from orderode.models.catalogue import catalogue, moving
from orderode.models.manifest import STATIONARY
from orderode.solvers.__main__ import main as compile_all
from orderode.solvers.build import build


def test_unknown_backend():
    with pytest.raises(BackendError, match=r"fortran: no such backend.*auto, c, numpy"):
        solvers.load("fo_anil", "fortran")
    with pytest.raises(BackendError, match="fortran"):
        orderode.integrate(a_problem(), "fortran")


@pytest.mark.slow
@needs_compiler
def test_libraries_are_compiled_once(tmp_path, monkeypatch):
    monkeypatch.setenv("ORDERODE_CACHE", str(tmp_path / "new" / "cache"))
    path = build("fo_anil")
    assert path.parent == tmp_path / "new" / "cache" and [
        x.name for x in path.parent.iterdir()
    ] == [path.name]
    stamp = path.stat().st_mtime_ns
    monkeypatch.setattr(subprocess, "run", None)  # not called again
    assert build("fo_anil") == path and path.stat().st_mtime_ns == stamp


@pytest.mark.slow
@needs_compiler
def test_another_compiler_is_another_library(tmp_path, monkeypatch):
    monkeypatch.setenv("ORDERODE_CACHE", str(tmp_path))
    first = build("fo_anil")
    monkeypatch.setenv("CC", f"{compiler()[0]} -O1")
    second = build("fo_anil")
    assert first != second and len(list(tmp_path.iterdir())) == 2


@pytest.mark.skipif(shutil.which("false") is None, reason="no command false")
def test_a_compiler_that_fails(tmp_path, monkeypatch):
    monkeypatch.setenv("ORDERODE_CACHE", str(tmp_path))
    monkeypatch.setenv("CC", "false")
    with pytest.raises(BackendError, match=r"(?s)false failed on fo_anil\.c.*numpy"):
        load("fo_anil", "c")
    assert load("fo_anil").name == "numpy"
    assert orderode.integrate(a_problem()).backend == "numpy"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("backend", ["auto", "c"])
def test_a_compiler_that_is_not_there(backend, tmp_path, monkeypatch):
    """It was asked for by name: neither cc nor numpy takes its place."""
    monkeypatch.setenv("ORDERODE_CACHE", str(tmp_path))
    monkeypatch.setenv("CC", "no-such-compiler -O1")
    with pytest.raises(
        orderode.FileError, match=r"CC=no-such-compiler: no such command; accepted: .*CC not set"
    ):
        load("fo_anil", backend)
    assert load("fo_anil", "numpy").name == "numpy"


def test_the_compiler_s_words_are_shown(tmp_path, monkeypatch):
    script = tmp_path / "broken-cc"
    script.write_text("#!/bin/sh\necho 'line 7: a peculiar complaint' >&2\nexit 3\n")
    script.chmod(0o755)
    monkeypatch.setenv("ORDERODE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("CC", str(script))
    with pytest.raises(BackendError, match="a peculiar complaint"):
        build("fo_anil")


def test_no_compiler_at_all(tmp_path, monkeypatch):
    monkeypatch.setenv("ORDERODE_CACHE", str(tmp_path))
    monkeypatch.delenv("CC", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BackendError, match="no C compiler found"):
        load("fo_anil", "c")
    assert load("fo_anil").name == "numpy"


@needs_compiler
@pytest.mark.skipif(os.name != "posix", reason="permissions as in POSIX")
def test_a_cache_that_cannot_be_made(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ORDERODE_CACHE", str(tmp_path / "file" / "cache"))
    with pytest.raises(BackendError, match="ORDERODE_CACHE"):
        build("fo_anil")


@pytest.mark.slow
@needs_compiler
def test_a_damaged_library_is_reported(tmp_path, monkeypatch):
    monkeypatch.setenv("ORDERODE_CACHE", str(tmp_path))
    build("fo_anil").write_bytes(b"not a library")
    with pytest.raises(BackendError, match="does not load"):
        load("fo_anil", "c")


@needs_compiler
def test_processes_that_compile_at_the_same_time(tmp_path):
    """Each writes a file of its own and renames it: whoever comes last, there is one whole
    library."""
    command = [
        sys.executable,
        "-c",
        "from orderode.solvers.build import build; print(build('sgd_linear').name)",
    ]
    environment = os.environ | {"ORDERODE_CACHE": str(tmp_path)}
    running = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    printed = {x.communicate()[0].strip() for x in running}
    assert [x.returncode for x in running] == [0, 0, 0]
    assert [library.name for library in tmp_path.iterdir()] == list(printed)


@needs_compiler
@pytest.mark.skipif(unfinished.fcntl is None, reason="no locks on this system")
def test_what_a_killed_compiler_left_goes_though_all_is_compiled(tmp_path):
    """Seen where the process that compiled was killed: nothing else is made beside it then."""
    line = [
        sys.executable,
        "-c",
        "from orderode.compiler import instruction_sets; instruction_sets()",
    ]
    environment = os.environ | {"ORDERODE_CACHE": str(tmp_path)}
    subprocess.run(line, env=environment, check=True)
    (library,) = tmp_path.iterdir()
    left = tmp_path / ".orderode-36bm4kbq.tmp"
    left.mkdir()
    (left / "ccYEybZE.s").write_text("half an assembly")
    subprocess.run(line, env=environment, check=True)
    assert [*tmp_path.iterdir()] == [library]


@pytest.mark.slow
@needs_compiler
def test_every_system_is_compiled_by_one_command(capsys):
    assert compile_all([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == [
        *(e.name for e in moving()),
        *(p.name for p in catalogue(STATIONARY)),
    ]
    assert all((cache_folder() / line.split(": ")[1]).is_file() for line in lines)

"""A disk without room, and a standard output that takes nothing: one line that names where, status 2,
no traceback, and nothing half-written."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from mutated_files import PROBLEMS, SWEEPS, written

COMMANDS = {
    "rhs": ["rhs", "sgd.toml"],
    "integrate": ["integrate", "sgd.toml", "--out", "made.json"],
    "simulate": ["simulate", "sgd.toml", "--out", "made.npz"],
    "draw": ["draw", "sgd.toml", "--out", "made.png"],
    "sweep": ["sweep", "sweep.toml", "--out", "made"],
    "equations": ["equations", "sgd"],
    "--help": ["--help"],
}


def called(words, folder, output, room=None):
    def limit():
        if room is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    (folder / "sgd.toml").write_text(written(PROBLEMS["sgd"]))
    (folder / "sweep.toml").write_text(written(SWEEPS["sweep"]))
    line = [sys.executable, "-m", "orderode.cli", *words]
    with open(output, "w") as out:
        return subprocess.run(
            line, cwd=folder, stdout=out, stderr=subprocess.PIPE, text=True, preexec_fn=limit
        )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("command", ["rhs", "integrate", "equations", "sweep", "--help"])
def test_standard_output_without_room(command, tmp_path):
    done = called(COMMANDS[command], tmp_path, "/dev/full")
    assert done.returncode == 2
    assert done.stderr == "orderode: standard output: No space left on device\n", done.stderr


@pytest.mark.parametrize("command", ["integrate", "simulate", "draw", "sweep"])
def test_a_disk_without_room(command, tmp_path):
    """As a limit on the size of files sees to it."""
    before = set(os.listdir(tmp_path)) | {"sgd.toml", "sweep.toml", "made"}
    done = called(COMMANDS[command], tmp_path, os.devnull, room=0)
    *before_it, last = done.stderr.splitlines()
    assert done.returncode == 2 and all("by numpy, some" in line for line in before_it), done.stderr
    assert last.startswith("orderode: made") and ": File too large" in last  # nor room to compile
    assert set(os.listdir(tmp_path)) <= before

"""Worker processes end with their parent, also where that is killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SWEEP = """
chunk = 16
[problem]
model = "sgd"
activation = "erf"
K = 3
M = 3
parameters = { eta_J = 0.5, V = 5 }
overlaps = { T = [1.0, 1.0, 1.0], Q = 0.5, R = { N = 500, seed = 1 } }
run = { alpha_end = 2000.0 }
[axes]
"parameters.eta_J" = { first = 0.1, last = 1.0, points = 400 }
[outputs]
final_state = true
"""


def children(process):
    """Processes whose parent this is, and theirs."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
        except (OSError, ValueError):
            continue
        if parent == process:
            found += [int(folder.name), *children(int(folder.name))]
    return found


def alive(process):
    try:
        return (Path("/proc") / str(process) / "stat").read_text().rsplit(")", 1)[1].split()[
            0
        ] != "Z"
    except OSError:
        return False


def wait_for(condition, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False


linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc")


def left_of(line, folder, started):
    """Of the processes of a command line those that go on 20 s after it has been killed, which is
    once ``started`` says so of them."""
    pipes = {"stdin": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(line, cwd=folder, **pipes) as parent:
        try:
            assert wait_for(lambda: started(children(parent.pid)), 60)
            workers = children(parent.pid)
        finally:
            os.kill(parent.pid, signal.SIGKILL)
        wait_for(lambda: not any(map(alive, workers)), 20)
    left = [*filter(alive, workers)]
    for process in left:
        os.kill(process, signal.SIGKILL)
    return left


@linux
def test_a_killed_sweep_leaves_no_workers(tmp_path):
    (tmp_path / "sweep.toml").write_text(SWEEP)
    words = ["sweep", "sweep.toml", "--out", "out", "--executor", "processes", "--workers", "2"]
    line = [sys.executable, "-m", "orderode.cli", *words, "--backend", "numpy"]
    assert not left_of(line, tmp_path, lambda found: len(found) >= 3), "two and a tracker"


@linux
def test_a_killed_derivation_leaves_no_process(tmp_path):
    """One that reads what never comes stands for those that derive, compile and judge."""
    run = "from orderode.models.deriving import _isolated; _isolated('code')"

    def waits(found):
        return any(b"orderode.workers" in words(x) for x in found)

    assert not left_of([sys.executable, "-c", run], tmp_path, waits)


def words(process):
    try:
        return (Path("/proc") / str(process) / "cmdline").read_bytes()
    except OSError:
        return b""

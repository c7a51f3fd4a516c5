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


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc")
def test_a_killed_sweep_leaves_no_workers(tmp_path):
    (tmp_path / "sweep.toml").write_text(SWEEP)
    words = ["sweep", "sweep.toml", "--out", "out", "--executor", "processes", "--workers", "2"]
    line = [sys.executable, "-m", "orderode.cli", *words, "--backend", "numpy"]
    with subprocess.Popen(line, cwd=tmp_path, stderr=subprocess.DEVNULL) as parent:
        try:
            assert wait_for(lambda: len(children(parent.pid)) >= 3, 60), "two and a tracker"
            workers = children(parent.pid)
        finally:
            os.kill(parent.pid, signal.SIGKILL)
    gone = wait_for(lambda: not any(map(alive, workers)), 20)
    for left in filter(alive, workers):
        os.kill(left, signal.SIGKILL)
    assert gone

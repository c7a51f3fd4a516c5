"""Sweeps killed at random moments and started again: the same bytes at the end, and no litter."""

import random
import signal
import subprocess
import sys
import time

import pytest
from mutated_files import SWEEPS, written

LONG = {
    **SWEEPS["sweep"],
    "chunk": 4,
    "axes": {
        "K": [1, 2],
        "parameters.eta_J": {"first": 0.1, "last": 1.0, "points": 24},
    },
}


def line(folder, engine):
    words = ["sweep", "sweep.toml", "--out", folder, "--backend", "numpy", "--executor", engine]
    return [sys.executable, "-m", "orderode.cli", *words, "--workers", "2"]


def files(folder):
    return {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.soak
def test_campaign(campaign, tmp_path):
    seed, numbers = campaign
    (tmp_path / "sweep.toml").write_text(written(LONG))
    quiet = {"cwd": tmp_path, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    start = time.monotonic()
    subprocess.run(line("whole", "threads"), check=False, **quiet)
    whole, took = files(tmp_path / "whole"), time.monotonic() - start
    kills = rounds = 0
    for number in numbers:
        chance = random.Random(f"{seed} {number}")
        folder, engine = f"killed{number}", chance.choice(["threads", "processes"])
        for _ in range(3):
            with subprocess.Popen(line(folder, engine), **quiet) as process:
                time.sleep(chance.uniform(0, took))
                kills += process.poll() is None
                process.send_signal(signal.SIGKILL)
        subprocess.run(line(folder, "threads"), check=False, **quiet)
        assert files(tmp_path / folder) == whole, f"round {number}, {engine}"
        rounds += 1
    print(f"\nkilled sweeps, seed {seed}: {kills} kills in {rounds} sweeps, the same bytes")

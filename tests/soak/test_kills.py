"""Sweeps, builds and derivations killed at random moments and started again: the same bytes at the
end, and no litter."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest
from mutated_files import PROBLEMS, SWEEPS, written

RUNS = 3  #: killed one after the other, before one is left to end
SGD = PROBLEMS["sgd"] | {"activation": "linear"}
FILES = {
    "sweep.toml": {
        **SWEEPS["sweep"],
        "chunk": 4,
        "axes": {
            "K": [1, 2],
            "parameters.eta_J": {"first": 0.1, "last": 1.0, "points": 24},
        },
    },
    "rhs.toml": SGD,
    "polynomial.toml": SGD | {"activation": {"polynomial": [0, 1]}},
}
CODE = [sys.executable, "-m", "orderode.cli"]
SWEEP = [*CODE, "sweep", "sweep.toml", "--out", "out", "--backend", "numpy", "--workers", "2"]
DERIVE = [sys.executable, "-m", "orderode.derive"]
WRITE = """
from pathlib import Path
from orderode.derive.folder import GENERATED, emitted_files, write
write({name: (GENERATED / name).read_text() for name in emitted_files(GENERATED)}, Path("out"))
"""

#: Kind -> command lines, of which one is chosen each time; for "regeneration" all is derived
#: already, for "emission" nothing is done but writing, and for "derivation" nothing is done before.
KINDS = {
    "sweep": [[*SWEEP, "--executor", engine] for engine in ("threads", "processes")],
    "build": [[*CODE, "rhs", "rhs.toml", "--backend", "c"]],
    "regeneration": [[*DERIVE, "--out", "out"]],
    "emission": [[sys.executable, "-c", WRITE]],
    "derivation": [[*CODE, "rhs", "polynomial.toml", "--backend", "numpy"]],
}
KEPT = "regeneration"


def started(words, folder):
    """In a folder of its own, with a cache of its own in it; where what is derived is kept, with
    that of whoever runs this."""
    folder.mkdir(exist_ok=True)
    for name, content in FILES.items():
        (folder / name).write_text(written(content))
    own = {} if words == KINDS[KEPT][0] else {"ORDERODE_CACHE": str(folder / "cache")}
    environment = os.environ | own
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(words, cwd=folder, env=environment, **quiet)


def files(folder):
    """Of pickled objects the names alone: equal ones may be of other bytes."""
    found = {}
    for path in folder.rglob("*"):
        if "__pycache__" not in path.parts:
            known = path.is_file() and path.suffix != ".pickle"
            found[path.relative_to(folder).as_posix()] = path.read_bytes() if known else b""
    return found


def killed(kind, seed, numbers, folder):
    """How many of the processes that were started had not ended when they were killed."""
    lines, one = KINDS[kind], folder / "whole"
    ends = (0, 1) if kind == "sweep" else (0,)  # 1 where trajectories fail
    for again in (False, True) if kind == KEPT else (False,):
        if again:
            shutil.rmtree(one / "out")
        start = time.monotonic()
        assert started(lines[0], one).wait() in ends
        took = time.monotonic() - start
    whole = files(one)
    kills = 0
    for number in numbers:
        chance = random.Random(f"{seed} {number}")
        here = folder / f"killed{number}"
        for _ in range(RUNS):
            with started(chance.choice(lines), here) as process:
                time.sleep(chance.uniform(0, took))
                kills += process.poll() is None
                process.send_signal(signal.SIGKILL)
        assert started(lines[0], here).wait() in ends
        found = files(here)
        assert found.keys() == whole.keys(), (number, found.keys() ^ whole.keys())
        assert found == whole, (number, [name for name in whole if found[name] != whole[name]])
    return kills


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted({*KINDS} - {KEPT}))
def test_a_few(kind, tmp_path):
    killed(kind, 0, range(1), tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("kind", KINDS)
def test_campaign(kind, campaign, tmp_path):
    seed, numbers = campaign
    kills = killed(kind, seed, numbers, tmp_path)
    assert kills
    print(f"\nkilled: {kind}, seed {seed}: {kills} kills, the same bytes")

"""What a step read from the model's data costs, against the same step written by hand.

python benchmarks/interpreter.py        (half a minute; a table on stdout)

K = M = 3, erf, one thread; batches as in use: ten runs of a simulation, and the blocks of tasks of
a drift test. Times are those of the processor, the least of some repetitions of each in turn. The
steps written by hand are those of tests/support/handwritten.py.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded

import math
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "support"))

from handwritten import BY_HAND
from microscopic import make_setting

from orderode.simulate import Setting, make_algorithm
from orderode.simulate.drift import CHUNK

SHORTEST, REPETITIONS = 0.02, 15  # seconds of a repetition
FULL = {"noise": 0.5, "eta_0": 1.0, "decay": 0.1, "w0": [0.3, -0.5, 0.4]}
#: Model, P, V, runs (None: a block of the drift test), further parameters.
CASES: list[tuple[str, float, int, int | None, dict[str, Any]]] = [
    ("fo_anil", 100, 100, 10, {}),
    ("fo_anil", 5, 5, 10, {}),
    ("fo_anil", 5, 5, 10, {**FULL, "inner_steps": 3}),
    ("fo_anil", 100, 100, None, {}),
    ("fo_anil", 5, 5, None, {}),
    ("fo_anil", math.inf, 20, None, {}),
    ("anil", 100, 100, 10, {}),
    ("anil", 5, 5, 10, {}),
    ("anil", 5, 5, None, FULL),
    ("anil", math.inf, 20, None, {}),
    ("sgd", math.inf, 1, 10, {}),
    ("sgd", math.inf, 20, None, {}),
]


def seconds(step: Callable[[], object]) -> float:
    """Of one call: the mean of as many as make a repetition long enough for the clock."""
    count = 1
    while True:
        begin = time.process_time()
        for _ in range(count):
            step()
        taken = time.process_time() - begin
        if taken >= SHORTEST:
            return taken / count
        count *= 2


def compared(setting: Setting, runs: int | None) -> tuple[int, float, float]:
    """The batch, and seconds per step of the interpreter and by hand."""
    read, by_hand = make_algorithm(setting), BY_HAND[setting.model.name](setting)
    batch = max(1, CHUNK // (setting.S * read.samples)) if runs is None else runs
    rng, C = np.random.default_rng(0), setting.covariance()
    u, zeta = read.draw_task(rng, (batch,)), read.draw_noise(rng, (batch,))
    given = rng.standard_normal((batch, setting.S, read.samples)), u
    averages, correlations = read.prepare(C), by_hand.prepare(C)
    found = [math.inf, math.inf]
    for _ in range(REPETITIONS):
        found[0] = min(found[0], seconds(lambda: read.step(*given, averages, None, zeta)))
        found[1] = min(found[1], seconds(lambda: by_hand.step(*given, correlations, None, zeta)))
    return batch, found[0], found[1]


def main() -> None:
    start: dict[str, Any] = {
        "T": np.diag([1.0, 2.0, 3.0]),
        "Q": 0.5 * np.eye(3),
        "R": np.full((3, 3), 0.01),
    }
    start |= {"eta_J": 1.0, "eta_w": 1.0}
    print("microseconds per step of the batch")
    print(
        f"{'model':8} {'P':>4} {'V':>4} {'batch':>6} {'interpreter':>12} {'by hand':>9}"
        f" {'ratio':>6}  further"
    )
    for model, P, V, runs, further in CASES:
        batch, read, by_hand = compared(
            make_setting(model, "erf", 3, 3, P=P, V=V, **start, **further), runs
        )
        row = (
            f"{model:8} {P:>4g} {V:>4} {batch:>6} {1e6 * read:12.1f} {1e6 * by_hand:9.1f}"
            f" {read / by_hand:6.2f}"
        )
        print(f"{row}  {', '.join(further)}", flush=True)


if __name__ == "__main__":
    main()

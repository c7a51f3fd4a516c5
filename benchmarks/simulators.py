"""What a step of the reduced and of the direct simulation costs, against the number of inputs N.

python benchmarks/simulators.py                      (some minutes; a table on stdout)
python benchmarks/simulators.py --largest 10000      (seconds)
python benchmarks/simulators.py --figure out.png     (the table, and a figure of it)

One run of FO-ANIL with K = M = 3 and P = V = 100, and of SGD with K = M = 3, on one thread. Times
are those
of the processor, which other work on the machine disturbs less than those of the clock: the median
over repetitions of the mean time of some steps; in brackets the spread of the repetitions, half the
range from the first quartile to the third.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded

import argparse
import time
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure

from orderode.models.data import model_data
from orderode.report.plots import save_figure
from orderode.report.style import COLOURS, STYLE
from orderode.simulate import Setting
from orderode.simulate.direct import Direct
from orderode.simulate.reduced import Reduced

METHODS: dict[str, type[Reduced] | type[Direct]] = {"reduced": Reduced, "direct": Direct}
REPETITIONS = 7
SHORTEST = 0.02  # seconds of a repetition, unless a single step takes longer


def settings() -> dict[str, Setting]:
    start: dict[str, Any] = {
        "T": np.diag([1.0, 2.0, 3.0]),
        "Q": 0.5 * np.eye(3),
        "R": np.full((3, 3), 0.01),
    }
    return {
        "fo_anil, P = V = 100": Setting(
            model_data("fo_anil"),
            "erf",
            3,
            3,
            {"eta_J": 6.0, "eta_w": 4.0, "P": 100, "V": 100},
            **start,
        ),
        "sgd": Setting(model_data("sgd"), "erf", 3, 3, {"eta_J": 0.5, "V": 1}, **start),
    }


def seconds_per_step(setting: Setting, method: str, N: int) -> tuple[float, float]:
    """Median and half the interquartile range over the repetitions."""
    state = METHODS[method](setting, N, 1, np.random.default_rng(0))
    state.step()
    steps, taken = 1, 0.0
    while True:  # as many steps as make a repetition long enough for the clock
        begin = time.process_time()
        for _ in range(steps):
            state.step()
        taken = time.process_time() - begin
        if taken >= SHORTEST:
            break
        steps *= 2
    found = [taken / steps]
    while len(found) < (REPETITIONS if taken < 5.0 else 3):
        begin = time.process_time()
        for _ in range(steps):
            state.step()
        found.append((time.process_time() - begin) / steps)
    low, middle, high = np.percentile(found, [25, 50, 75])
    return float(middle), float((high - low) / 2)


def figure(table: dict[tuple[str, str], dict[int, float]]) -> Figure:
    with mpl.rc_context(STYLE):
        drawn = Figure(figsize=(4.6, 3.0), layout="constrained")
        axis = drawn.subplots()
        for number, ((name, method), times) in enumerate(table.items()):
            style = {
                "color": COLOURS[number // 2],
                "ls": "-" if method == "reduced" else "--",
                "marker": "o",
                "ms": 3,
            }
            axis.loglog(list(times), list(times.values()), label=f"{name}: {method}", **style)
        axis.set_xlabel("inputs N")
        axis.set_ylabel("seconds per step and run")
        axis.legend()
    return drawn


def main() -> None:
    parser = argparse.ArgumentParser(description="cost of a simulated step against N")
    parser.add_argument(
        "--largest", type=float, default=1e6, help="the largest N (default 1e6: some GB of memory)"
    )
    parser.add_argument("--figure", type=Path, help="a figure of the table: .png or .pdf")
    arguments = parser.parse_args()
    sizes = [10**n for n in range(2, 7) if 10**n <= arguments.largest]
    table: dict[tuple[str, str], dict[int, float]] = {}
    for name, setting in settings().items():
        print(f"{name}: microseconds per step and run")
        print(f"{'N':>9}  {'reduced':>20}  {'direct':>24}  {'direct / reduced':>17}")
        for N in sizes:
            found = {method: seconds_per_step(setting, method, N) for method in METHODS}
            for method, (middle, _) in found.items():
                table.setdefault((name, method), {})[N] = middle
            shown = [
                f"{1e6 * middle:.1f} ({1e6 * spread:.1f})" for middle, spread in found.values()
            ]
            ratio = found["direct"][0] / found["reduced"][0]
            print(f"{N:>9}  {shown[0]:>20}  {shown[1]:>24}  {ratio:>17.1f}", flush=True)
    if arguments.figure:
        save_figure(figure(table), arguments.figure)


if __name__ == "__main__":
    main()

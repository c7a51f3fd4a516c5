"""Simulations that no machine has the memory for, or that would not end, refused before they start.

Work is estimated from the sizes of what is drawn and multiplied, in multiplications; only what lies
far beyond any use is refused, and the key is named that is the furthest above what is common.
"""

from __future__ import annotations

import math
import os
from dataclasses import dataclass

from ..errors import ProblemError
from ..problems.problem import Problem

__all__ = ["BYTES", "memory", "require_room"]

BYTES = 8  # of a number
MEMORY = 256e9  # bytes: the most on any machine
MOST_WORK = 1e15  # of a simulated trajectory, whose steps are small
STEP = 1e4  # multiplications that a step's own bookkeeping is worth
TEST_SAMPLES, STAND_IN = 20, 20  # test inputs of a task; support samples where there is no end
COPIES = 6  # of the samples of a step that are held at once

#: Values that are common, by key.
COMMON = {
    "simulation.N": 1e3,
    "simulation.runs": 10,
    "simulation.tasks": 500,
    "simulation.points": 50,
    "run.alpha_end": 20,
    "K": 3,
    "M": 3,
}
COMMON_SAMPLES = 100


def memory() -> float:
    """Bytes of this machine, or the most where it does not say."""
    if not hasattr(os, "sysconf"):
        return MEMORY
    return min(float(os.sysconf("SC_PAGE_SIZE")) * os.sysconf("SC_PHYS_PAGES"), MEMORY)


@dataclass(frozen=True)
class _Sizes:
    """Of a simulation: what is asked for, by key."""

    values: dict[str, float]
    P: float
    V: float
    direct: bool

    @property
    def units(self) -> float:
        return self.values["K"] + self.values["M"]

    @property
    def samples(self) -> float:
        return (STAND_IN if self.P == math.inf else self.P) + self.V

    def numbers(self) -> float:
        """Held at once: the records, the state, the samples of a step and of a measurement."""
        v = self.values
        runs, each = v["simulation.runs"], v["K"] * self.units
        records = v["simulation.points"] * runs * each
        step = self.samples * (v["simulation.N"] if self.direct else runs * self.units)
        state = v["simulation.N"] * self.units * runs if self.direct else 0.0
        return records + state + COPIES * max(step, self.samples * self.units)

    def work(self) -> float:
        v = self.values
        steps = v["run.alpha_end"] * v["simulation.N"]
        each = v["simulation.N"] if self.direct else self.units
        step = STEP + v["simulation.runs"] * self.samples * self.units * each
        tasks = v["simulation.points"] * v["simulation.runs"] * v["simulation.tasks"]
        return steps * step + tasks * (self.samples + TEST_SAMPLES) * self.units


def require_room(problem: Problem, P: float | None, V: float, points: int, where: str) -> None:
    """``ProblemError`` on the key to change where the simulation of the problem at this P and V,
    from the table ``where``, does not fit or does not end."""
    wanted, run = problem.require_simulation(int(V)), problem.require_run()
    values = {
        "simulation.N": float(wanted.N),
        "simulation.runs": float(wanted.runs),
        "simulation.tasks": float(wanted.tasks),
        "simulation.points": float(points),
        "run.alpha_end": run.alpha_end,
        "K": float(problem.K),
        "M": float(problem.M),
    }
    sizes = _Sizes(values, 0.0 if P is None else float(P), float(V), wanted.method == "direct")
    needed, there, work = BYTES * sizes.numbers(), memory(), sizes.work()
    if needed <= there and work <= MOST_WORK:
        return
    finite = {f"{where}.{name}": x for name, x in (("P", sizes.P), ("V", sizes.V)) if x < math.inf}
    shares = {key: value / COMMON[key] for key, value in values.items()}
    shares |= {key: value / COMMON_SAMPLES for key, value in finite.items()}
    if needed > there:  # which neither the length of the run nor the tasks of a measurement add to
        shares.pop("run.alpha_end")
        shares.pop("simulation.tasks")
    key = max(shares, key=lambda name: shares[name])
    found = (values | finite)[key]
    fault = (
        f"the simulation needs {needed:.3g} bytes of memory"
        if needed > there
        else f"the simulation takes {work:.2g} multiplications"
    )
    accepted = (
        f"a smaller number: there are {there:.3g} bytes"
        if needed > there
        else f"a smaller number: {MOST_WORK:g}, some weeks of a core, are the most"
    )
    shown = int(found) if found == int(found) else found
    raise ProblemError(key, shown, accepted, fault, problem.source)

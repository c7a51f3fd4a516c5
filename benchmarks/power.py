"""What the verdict refuses: false alarms over seeds, and wrong theories by the size of their error.

Each seed is simulated once and judged by the theory of the problem and by wrong ones, whose rate,
number of samples or level of noise is off by so many percent (where there is no noise, by a level
of so many hundredths).  For every theory the largest |z| of the averages in blocks and of the
directions, each with its threshold, and the verdict; for the right one the standard errors of the
parameters too.  At the end, of each theory how many seeds refuse it, and how the |z| of the right
one are distributed.  "small": K = M = 2, P = V = 10, N = 300, eight runs up to alpha = 4.

    python benchmarks/power.py experiments/fig2.toml --seeds 0 1 2 [--wrong eta_J eta_w P V noise]
    python benchmarks/power.py small --drift --seeds 0 1 2

Of one name other percentages than --percent: --wrong eta_J noise=5
"""

from __future__ import annotations

import argparse
import importlib
from typing import Any

import numpy as np

import orderode
from orderode import solvers
from orderode.certify.along_path import along_path
from orderode.certify.compare import HALF
from orderode.certify.path import path_times
from orderode.certify.residuals import residuals
from orderode.certify.scores import path_scores
from orderode.certify.simulation import microscopic_setting, simulate
from orderode.problems.problem import Problem
from orderode.simulate import SimulationResult
from orderode.theory.integrate import solver_parameters
from orderode.theory.limits import require_theory

RIGHT = "right"
drift = importlib.import_module("orderode.certify.drift")

SMALL = {
    "model": "fo_anil",
    "activation": "erf",
    "K": 2,
    "M": 2,
    "parameters": {"eta_J": 4.0, "eta_w": 3.0, "P": 10, "V": 10, "noise": 0.3, "decay": 0.05},
    "overlaps": {"T": [1.0, 2.0], "Q": 0.5, "R": {"N": 20, "seed": 1}},
    "run": {"alpha_end": 4.0, "points": 41, "rtol": 1e-7, "atol": 1e-10},
    "simulation": {"N": 300, "runs": 8, "points": 41, "tasks": 100, "P": 10, "V": 10},
}


def read(name: str) -> Problem:
    return orderode.load_problem(SMALL if name == "small" else name)


class Tally:
    """Of each theory the seeds that refuse it, of so many; all z of the right one, by kind."""

    def __init__(self) -> None:
        self.refused: dict[str, list[bool]] = {}
        self.z: dict[str, list[float]] = {}

    def add(self, theory: str, refused: bool, **z: Any) -> None:
        self.refused.setdefault(theory, []).append(refused)
        if theory == RIGHT:
            for kind, values in z.items():
                self.z.setdefault(kind, []).extend(np.ravel(values).tolist())

    def report(self) -> str:
        lines = [f"{theory}: refused {sum(x)} of {len(x)}" for theory, x in self.refused.items()]
        for kind, values in self.z.items():
            size = np.abs(values)
            shares = [f"{100 * (size > x).mean():.2g} % beyond {x}" for x in (1.96, 2.58, 3.29)]
            lines.append(
                f"{kind}: {len(size)}, root mean square {np.sqrt(np.mean(size**2)):.3f},"
                f" {', '.join(shares)}, largest {size.max():.2f}"
            )
        return "\n".join(lines)


def judge(
    problem: Problem, simulation: SimulationResult, seed: int, theory: str, tally: Tally
) -> None:
    """One line of a theory."""
    run, key = problem.require_run(), require_theory(problem).key
    solver = solvers.load(key)
    blocks = residuals(
        simulation,
        solver,
        solver_parameters(problem, solver),
        rtol=run.rtol,
        atol=run.atol,
        level=HALF,
        system=key,
    )
    found = path_scores(problem, simulation, solver, blocks.names[:-1], HALF)
    assert found is not None, "all intervals are too long"
    blocks = along_path(blocks, found, HALF)
    z = [x.z for x in found.estimates]
    worst = int(np.abs(z).argmax())
    refused = not (blocks.agrees and found.agrees)
    tally.add(theory, refused, blocks=blocks.z, directions=[x.z for x in found.estimates if x.seen])
    print(
        f"seed {seed}, {theory}: {'refused' if refused else 'agrees'}; blocks {blocks.largest:.2f}"
        f" ({blocks.threshold:.2f}), directions {abs(z[worst]):.2f} ({found.threshold:.2f}),"
        f" {found.labels[worst]}",
        flush=True,
    )
    if theory == RIGHT:
        pairs = zip(found.parameters, found.of_parameters, strict=True)
        print("  " + "; ".join(d.text(x.shift, x.error) + f" (z {x.z:+.2f})" for d, x in pairs))
        print("  z " + " ".join(f"{x:+.2f}" for x in z), flush=True)


def judge_drift(problem: Problem, other: Problem, seed: int, theory: str, tally: Tally) -> None:
    """One line of a drift test of the steps of a problem by the theory of the other."""
    steps = microscopic_setting(problem, problem.parameters.get("P"), problem.parameters.V)
    drift.microscopic_setting = lambda *_: steps
    found = drift.check_drift(other, seed=seed)
    scores = found.scores
    assert scores is not None
    entries = []
    for name, z in found.z.items():
        alone = z[np.triu_indices(len(z))] if name == "Q" else z.ravel()
        entries += alone[alone != 0].tolist()  # a head start that rests has none
    tally.add(
        theory,
        not found.agrees,
        entries=entries,
        directions=[x.z for x in scores.estimates if x.seen],
    )
    print(
        f"seed {seed}, {theory}: {'agree' if found.agrees else 'refused'}; entries"
        f" {found.largest:.2f} ({found.threshold:.2f}), directions {scores.criterion()}",
        flush=True,
    )
    if theory == RIGHT:
        print("  " + "; ".join(scores.lines()))
        print("  z " + " ".join(f"{x.z:+.2f}" for x in scores.estimates), flush=True)


def wrong(problem: Problem, name: str, percent: float) -> Problem:
    right = problem.parameters[name]
    if name == "noise":
        value = right * (1 + percent / 100) if right else percent / 100
    else:
        value = type(right)(round(right * (1 + percent / 100), 9))
    return problem.with_changes(parameters={name: value})


def pairs(names: list[str], percent: list[float]) -> list[tuple[str, float]]:
    """What is off, and by how much: eta_J by each percentage, noise=5 by its own."""
    found = []
    for said in names:
        name, _, own = said.partition("=")
        found += [(name, x) for x in ([float(own)] if own else percent)]
    return found


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("problem", help='a problem file, or "small"')
    arguments.add_argument("--seeds", type=int, nargs="+", default=[0])
    arguments.add_argument("--wrong", nargs="*", default=[])
    arguments.add_argument("--percent", type=float, nargs="+", default=[1, 2, 5, 10, 20])
    arguments.add_argument("--drift", action="store_true", help="one-step drift tests alone")
    chosen = arguments.parse_args()
    problem, tally = read(chosen.problem), Tally()
    theories = {RIGHT: problem}
    for name, percent in pairs(chosen.wrong, chosen.percent):
        off = wrong(problem, name, percent)
        if off.parameters != problem.parameters:  # else no whole number is that close
            theories[f"{name} off by {percent:g}"] = off
    trajectory = None if chosen.drift else orderode.integrate(problem)
    for seed in chosen.seeds:
        if trajectory is None:
            for said, theory in theories.items():
                judge_drift(problem, theory, seed, said, tally)
            continue
        drawn = problem.with_changes(simulation={"seed": seed})
        simulation = simulate(drawn, path=path_times(drawn, trajectory), progress=False)
        for said, theory in theories.items():
            judge(theory, simulation, seed, said, tally)
    print(tally.report())


if __name__ == "__main__":
    main()

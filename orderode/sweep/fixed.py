"""The points of a sweep that are fixed points: which systems and solvers, and one chunk of
points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from operator import itemgetter
from typing import Any

import numpy as np

from ..errors import BackendError, ProblemError
from ..models.catalogue import named
from ..models.manifest import STATIONARY
from ..problems.fixed_point import OPTIMAL, FixedPointProblem
from ..solvers.fixed_point import load_fixed_point_solver
from ..theory.fixed_point import Curve, solve_points
from ..theory.rare import carrying_samples
from .definition import Outputs, Sweep
from .words import QUANTITIES

__all__ = [
    "KEPT",
    "chosen_solvers",
    "compute",
    "coordinates",
    "digest",
    "require_outputs",
    "require_solvable",
]

KEPT = frozenset({"status", *QUANTITIES})  # in every chunk


def require_outputs(outputs: Outputs, given: Any) -> None:
    """[outputs] is not there: what is kept is the same for all."""
    if given is not None:
        accepted = "no outputs: a fixed point has errors and a ridge, which are kept"
        raise ProblemError("outputs", given, accepted)


def require_solvable(problem: FixedPointProblem, sweep: Sweep) -> None:
    """A point has one alpha."""
    if len(problem.alpha) > 1:
        accepted = 'a number; for several the axis "parameters.alpha"'
        raise ProblemError("parameters.alpha", list(problem.alpha), accepted, source=sweep.source)


def chosen_solvers(sweep: Sweep, kernels: str) -> dict[str, str]:
    """For each generated system that the points need, "c" or "numpy"; kept with the results, and
    taken literally."""
    if kernels == "batch":
        raise BackendError(
            "batch", "there are no batch kernels for fixed points", 'use "auto", "c" or "numpy"'
        )
    first = {axis.name: axis.values[0] for axis in sweep.axes}
    problems = [sweep.problem_with(first)]
    for axis in sweep.axes:
        if axis.name == "model":
            problems = [sweep.problem_with(first | {"model": model}) for model in axis.values]
    needed = sorted({p.model for p in problems})
    return {system: load_fixed_point_solver(system, kernels).name for system in needed}


def digest(system: str) -> str:
    """Of the equations."""
    return named(system, STATIONARY).digest


def coordinates(sweep: Sweep) -> dict[str, Any]:
    """There are none: a point is a number for each quantity."""
    return {}


def compute(sweep: Sweep, chunk: int, kernels: Mapping[str, str]) -> dict[str, Any]:
    """The arrays of a chunk's points: those of one system, activation, target and level are solved
    together."""
    numbers = sweep.numbers(chunk)
    problems = [_problem_at(sweep, number) for number in numbers]
    groups = defaultdict(list)
    for place, p in enumerate(problems):
        groups[p.model, p.groups, p.activation, p.target, p.level, p.ridge == OPTIMAL].append(place)
    arrays: dict[str, Any] = {"point": np.array(numbers)}
    arrays |= {name: np.full(len(problems), np.nan) for name in QUANTITIES}
    status = np.full(len(problems), "", dtype="U48")
    for (system, _, activation, target, level, optimal), places in groups.items():
        rows = [_parameters(problems[i], optimal) for i in places]
        points = {name: np.concatenate(list(map(itemgetter(name), rows))) for name in rows[0]}
        solver = load_fixed_point_solver(system, kernels[system])
        ridge, values, words = solve_points(
            solver, activation, target, points, level, optimal=optimal
        )
        arrays["ridge"][places] = ridge
        status[places] = words
        for name in ("test_error", "train_error"):
            arrays[name][places] = values[name]
        for row, place in enumerate(places):
            p = problems[place]
            there = {name: x[row : row + 1] for name, x in values.items()}
            curve = Curve(
                np.array(p.alpha), ridge[row : row + 1], there, words[row : row + 1], level, "", ""
            )
            arrays["carrying_per_d"][place] = carrying_samples(p, curve, 1)[0]
    return arrays | {"status": status}


def _parameters(problem: FixedPointProblem, optimal: bool) -> dict[str, Any]:
    ridge = np.nan if optimal else float(problem.ridge)
    return problem.solver_parameters(np.array(problem.alpha), np.array([ridge]))


def _problem_at(sweep: Sweep, point: int) -> FixedPointProblem:
    changes = {
        axis.name: value for axis, value in zip(sweep.axes, sweep.values(point), strict=True)
    }
    problem: FixedPointProblem = sweep.problem_with(changes)
    require_solvable(problem, sweep)
    return problem

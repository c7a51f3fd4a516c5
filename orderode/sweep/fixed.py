"""Sweeps over fixed points: which systems, which solvers, and one chunk of points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import numpy as np

from ..errors import BackendError
from ..models.fixed_points import fixed_point_entry
from ..problems.fixed_point import OPTIMAL, FixedPointProblem
from ..solvers.fixed_point import load_fixed_point_solver
from ..theory.fixed_point import solve_points
from .definition import Sweep

__all__ = ["QUANTITIES", "chosen_solvers", "compute", "digest"]

#: What is kept of each point, beside its status.
QUANTITIES = ("test_error", "train_error", "ridge")


def chosen_solvers(sweep: Sweep, kernels: str) -> dict[str, str]:
    """For each generated system that the points need, "c" or "numpy"; kept with the results, and taken literally."""
    if kernels == "batch":
        raise BackendError("batch", "there are no batch kernels for fixed points", 'use "auto", "c" or "numpy"')
    first = {axis.name: axis.values[0] for axis in sweep.axes}
    models = [v for axis in sweep.axes if axis.name == "model" for v in axis.values]
    problems = [sweep.fixed_point_with(first | ({"model": m} if models else {})) for m in models or [""]]
    return {system: load_fixed_point_solver(system, kernels).name for system in sorted({p.system for p in problems})}


def digest(system: str) -> str:
    """Of the equations."""
    return fixed_point_entry(system).digest


def compute(sweep: Sweep, chunk: int, kernels: Mapping[str, str]) -> dict[str, Any]:
    """The arrays of a chunk's points: those of one system, activation, target and level are solved together."""
    numbers = sweep.numbers(chunk)
    problems = [_problem_at(sweep, number) for number in numbers]
    groups = defaultdict(list)
    for place, p in enumerate(problems):
        groups[p.system, p.groups, p.activation, p.target, p.level, p.ridge == OPTIMAL].append(place)
    arrays: dict[str, Any] = {"point": np.array(numbers)}
    arrays |= {name: np.full(len(problems), np.nan) for name in QUANTITIES}
    status = np.full(len(problems), "", dtype="U48")
    for (system, _, activation, target, level, optimal), places in groups.items():
        rows = [_parameters(problems[i], optimal) for i in places]
        points = {name: np.concatenate([row[name] for row in rows]) for name in rows[0]}
        solver = load_fixed_point_solver(system, kernels[system])
        ridge, values, words = solve_points(solver, activation, target, points, level, optimal=optimal)
        arrays["ridge"][places] = ridge
        status[places] = words
        for name in ("test_error", "train_error"):
            arrays[name][places] = values[name]
    return arrays | {"status": status}


def _parameters(problem: FixedPointProblem, optimal: bool) -> dict[str, Any]:
    ridge = np.nan if optimal else float(problem.ridge)
    return problem.solver_parameters(np.array(problem.alpha), np.array([ridge]))


def _problem_at(sweep: Sweep, point: int) -> FixedPointProblem:
    return sweep.fixed_point_with(
        {axis.name: value for axis, value in zip(sweep.axes, sweep.values(point), strict=True)}
    )

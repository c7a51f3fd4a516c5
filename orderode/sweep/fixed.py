"""The points of a sweep that are fixed points: which systems and solvers, and one chunk of
points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from operator import itemgetter
from typing import Any

import numpy as np

from ..errors import ProblemError
from ..models.manifest import STATIONARY
from ..problems.fixed_point import OPTIMAL, FixedPointProblem
from ..solvers.fixed_point import load_fixed_point_solver
from ..theory.fixed_point import Curve, solve_points
from ..theory.rare import carrying_samples
from .definition import Sweep
from .points import Points
from .words import QUANTITIES

__all__ = ["POINTS"]


class FixedPoints(Points):
    """Points that are fixed points: those of one system, activation, target and level are solved
    together."""

    driver = STATIONARY
    KEPT = frozenset({"status", *QUANTITIES})

    def require_solvable(self, problem: FixedPointProblem, sweep: Sweep) -> None:
        """A point has one alpha."""
        if len(problem.alpha) > 1:
            accepted = 'a number; for several the axis "parameters.alpha"'
            raise ProblemError(
                "parameters.alpha", list(problem.alpha), accepted, source=sweep.source
            )

    def solver_of(self, system: str, kernels: str) -> str:
        """C or numpy."""
        return load_fixed_point_solver(system, kernels).name

    def compute(self, sweep: Sweep, chunk: int, kernels: Mapping[str, str]) -> dict[str, Any]:
        """The arrays of a chunk's points."""
        numbers = sweep.numbers(chunk)
        problems = [self.problem_at(sweep, number) for number in numbers]
        groups = defaultdict(list)
        for place, p in enumerate(problems):
            groups[p.model, p.groups, p.activation, p.target, p.level, p.ridge == OPTIMAL].append(
                place
            )
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
                    np.array(p.alpha),
                    ridge[row : row + 1],
                    there,
                    words[row : row + 1],
                    level,
                    "",
                    "",
                )
                arrays["carrying_per_d"][place] = carrying_samples(p, curve, 1)[0]
        return arrays | {"status": status}


def _parameters(problem: FixedPointProblem, optimal: bool) -> dict[str, Any]:
    ridge = np.nan if optimal else float(problem.ridge)
    return problem.solver_parameters(np.array(problem.alpha), np.array([ridge]))


POINTS = FixedPoints()

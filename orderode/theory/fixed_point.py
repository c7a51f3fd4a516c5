"""The theory of a fixed-point problem: errors and overlaps over alpha, at a given or at the best
ridge."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import ProblemError
from ..problems.fixed_point import OPTIMAL, FixedPointProblem
from ..problems.overlaps import Array, is_number
from ..problems.schema import NOT_NEGATIVE, Rule, integer, plain
from ..shown import Drawn, Tabled
from ..solvers.fixed_point import STATUS, FixedPointBackend, load_fixed_point_solver
from .arguments import require_fixed_point

__all__ = ["AT_THE_END", "Curve", "solve", "solve_points"]

#: The ridges searched for the best, four per decade, and the width in log lambda to which it is
#: then found.
LEAST, MOST, PER_DECADE = 1e-8, 1e4, 4
WIDTH = 1e-7
GOLDEN = (np.sqrt(5.0) - 1) / 2
LEVELS = integer(0, 1)
RIDGES = Rule(
    "a list of finite numbers >= 0",
    lambda v: v if isinstance(v, list) and v and all(is_number(x) and x >= 0 for x in v) else None,
)
AT_THE_END = "lambda at the end of the range searched"


@dataclass(frozen=True, eq=False, repr=False)
class Curve(Drawn, Tabled):
    """The theory at each alpha: ``ridge`` and ``status`` (points,); outputs by name, points first;
    NaN: it failed."""

    alpha: Array
    ridge: Array
    values: dict[str, Array]
    status: tuple[str, ...]
    level: int
    backend: str
    digest: str

    def __repr__(self) -> str:
        return f"<Curve: {self.summary()}; {self.backend}>"

    @property
    def test_error(self) -> Array:
        return self.values["test_error"]

    @property
    def train_error(self) -> Array:
        return self.values["train_error"]

    @property
    def solved(self) -> bool:
        """Whether each point has a value; at the best ridge that may lie at the end of the
        range."""
        return all(s in ("ok", AT_THE_END) for s in self.status)

    def summary(self) -> str:
        """How many points, which failed, and the last error, for people."""
        failed = sum(s != "ok" for s in self.status)
        return (
            f"{len(self.alpha)} points, {failed} not ok; test error {self.test_error[-1]:.6g} at"
            " the last alpha"
        )


def solve(
    problem: FixedPointProblem,
    backend: str = "auto",
    *,
    level: int | None = None,
    eta: float | None = None,
    ridge: Array | None = None,
) -> Curve:
    """The theory at the problem's alphas; ``level``, ``eta`` and ``ridge`` (points,) instead of the
    problem's."""
    require_fixed_point(problem)
    wanted = problem.level if level is None else LEVELS.read(plain(level), "level")
    eta = None if eta is None else NOT_NEGATIVE.read(plain(eta), "eta")
    if ridge is not None:
        ridge = np.array(RIDGES.read(plain(ridge), "ridge"))
        if len(ridge) != len(problem.alpha):
            raise ProblemError(
                "ridge", plain(ridge), f"one for each of the {len(problem.alpha)} alphas"
            )
    solver = load_fixed_point_solver(problem.model, backend)
    optimal = ridge is None and problem.ridge == OPTIMAL
    given = (
        np.full(len(problem.alpha), np.nan if optimal else problem.ridge)
        if ridge is None
        else ridge
    )
    points = problem.solver_parameters(np.array(problem.alpha), given, eta)
    ridge, values, status = solve_points(
        solver, problem.activation, problem.target, points, wanted, optimal=optimal
    )
    return Curve(
        np.array(problem.alpha), ridge, values, status, wanted, solver.name, solver.entry.digest
    )


def solve_points(
    solver: FixedPointBackend,
    activation: str,
    target: str,
    points: dict[str, Array],
    level: int,
    *,
    optimal: bool,
) -> tuple[Array, dict[str, Array], tuple[str, ...]]:
    """Ridges, outputs and statuses at points given by the solver's parameters, at ``lam`` or at the
    best ridge; tables over one group are numbers."""
    ended = np.zeros(len(points["alpha"]), dtype=bool)
    if optimal:
        best, ended = _best_ridge(solver, activation, target, points, level)
        points = points | {"lam": best}
    found = solver.solve(activation, target, points, level)
    status = tuple(
        AT_THE_END if end and code == 0 else STATUS[code]
        for code, end in zip(found.status, ended, strict=True)
    )
    values = {name: x.ravel() if x.size == len(x) else x for name, x in found.values.items()}
    return points["lam"], values, status


def _best_ridge(
    solver: FixedPointBackend, activation: str, target: str, points: dict[str, Array], level: int
) -> tuple[Array, np.ndarray]:
    """The ridge of least test error at each point: the least of a grid, then the golden section;
    and where it ends."""
    count = len(points["alpha"])

    def error(log_ridge: Array) -> Array:
        """Test errors at (points, ridges)."""
        repeated = {name: np.repeat(x, log_ridge.shape[1], axis=0) for name, x in points.items()}
        found = solver.solve(
            activation, target, repeated | {"lam": np.exp(log_ridge).ravel()}, level
        )
        errors = found.values["test_error"]
        return np.where(np.isfinite(errors), errors, np.inf).reshape(log_ridge.shape)

    grid = np.linspace(np.log(LEAST), np.log(MOST), round(np.log10(MOST / LEAST)) * PER_DECADE + 1)
    best = error(np.broadcast_to(grid, (count, len(grid)))).argmin(axis=1)
    ended = (best == 0) | (best == len(grid) - 1)
    low, high = grid[np.maximum(best - 1, 0)], grid[np.minimum(best + 1, len(grid) - 1)]
    while (high - low).max() > WIDTH:
        inner = np.stack([high - GOLDEN * (high - low), low + GOLDEN * (high - low)], axis=1)
        left = np.less(*error(inner).T)
        low, high = np.where(left, low, inner[:, 0]), np.where(left, inner[:, 1], high)
    ended &= (np.abs(low - grid[0]) < 1e-6) | (np.abs(high - grid[-1]) < 1e-6)
    return np.exp((low + high) / 2), ended

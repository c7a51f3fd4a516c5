"""The theory of a fixed-point problem: errors and overlaps over alpha, at a given or at the best ridge."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..backends.fixed_point import STATUS, FixedPointBackend, load_fixed_point_solver
from ..overlaps import Array
from .problem import OPTIMAL, FixedPointProblem

__all__ = ["Curve", "solve"]

#: The ridges searched for the best, four per decade, and the width in log lambda to which it is then found.
LEAST, MOST, PER_DECADE = 1e-8, 1e4, 4
WIDTH = 1e-7
GOLDEN = (np.sqrt(5.0) - 1) / 2
AT_THE_END = "lambda at the end of the range searched"


@dataclass(frozen=True, eq=False)
class Curve:
    """The theory at each alpha: ``ridge`` and ``status`` (points,); outputs by name, points first; NaN: it failed."""

    alpha: Array
    ridge: Array
    values: dict[str, Array]
    status: tuple[str, ...]
    level: int
    backend: str
    digest: str

    @property
    def test_error(self) -> Array:
        return self.values["test_error"]

    @property
    def train_error(self) -> Array:
        return self.values["train_error"]

    @property
    def solved(self) -> bool:
        """Whether each point has a value; at the best ridge that may lie at the end of the range."""
        return all(s in ("ok", AT_THE_END) for s in self.status)


def solve(
    problem: FixedPointProblem,
    backend: str = "auto",
    *,
    level: int | None = None,
    eta: float | None = None,
    ridge: Array | None = None,
) -> Curve:
    """The theory at the problem's alphas; ``level``, ``eta`` and ``ridge`` (points,) instead of the problem's."""
    wanted = problem.level if level is None else level
    solver = load_fixed_point_solver(problem.system, backend, wanted)
    alpha = np.array(problem.alpha)
    ended = np.zeros(len(alpha), dtype=bool)
    if ridge is None and problem.ridge == OPTIMAL:
        ridge, ended = _best_ridge(problem, solver, alpha, wanted, eta)
    elif ridge is None:
        ridge = np.full(len(alpha), float(problem.ridge))
    found = solver.solve(problem.activation, problem.target, problem.solver_parameters(alpha, ridge, eta), wanted)
    status = tuple(
        AT_THE_END if end and code == 0 else STATUS[code] for code, end in zip(found.status, ended, strict=True)
    )
    return Curve(alpha, ridge, found.values, status, wanted, solver.name, solver.entry.digest)


def _best_ridge(
    problem: FixedPointProblem, solver: FixedPointBackend, alpha: Array, level: int, eta: float | None
) -> tuple[Array, np.ndarray]:
    """The ridge of least test error at each alpha: the least of a grid, then the golden section; and where it ends."""

    def error(log_ridge: Array) -> Array:
        """Test errors at (points, ridges)."""
        columns = log_ridge.shape[1]
        points = problem.solver_parameters(np.repeat(alpha, columns), np.exp(log_ridge).ravel(), eta)
        found = solver.solve(problem.activation, problem.target, points, level).values["test_error"]
        return np.where(np.isfinite(found), found, np.inf).reshape(log_ridge.shape)

    grid = np.linspace(np.log(LEAST), np.log(MOST), round(np.log10(MOST / LEAST)) * PER_DECADE + 1)
    best = error(np.broadcast_to(grid, (len(alpha), len(grid)))).argmin(axis=1)
    ended = (best == 0) | (best == len(grid) - 1)
    low, high = grid[np.maximum(best - 1, 0)], grid[np.minimum(best + 1, len(grid) - 1)]
    while (high - low).max() > WIDTH:
        inner = np.stack([high - GOLDEN * (high - low), low + GOLDEN * (high - low)], axis=1)
        left = np.less(*error(inner).T)
        low, high = np.where(left, low, inner[:, 0]), np.where(left, inner[:, 1], high)
    ended &= (np.abs(low - grid[0]) < 1e-6) | (np.abs(high - grid[-1]) < 1e-6)
    return np.exp((low + high) / 2), ended

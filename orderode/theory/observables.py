"""What a representation is worth: the best head on it, how sensitive tasks are to the head, how fast a head adapts.

All follow from the kernel I2 = <g(z_i) g(z_j)> of the fields, which is read off the generated equations: with head w
and a single task vector u, eps_g is the quadratic form v^T I2 v/2 of v = (w, -u), so that its values on sums of two
unit vectors give every entry.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from .. import solvers
from ..errors import ProblemError
from ..models.catalogue import entry
from ..problems.problem import WITHOUT_INNER_LOOP, Problem
from ..solvers.base import Array, State
from .arguments import STEPS, checked, require_problem, require_state
from .integrate import solver_parameters

__all__ = ["adaptation_curve", "kernel", "representation_error", "sensitivity"]

CUTOFF = 1e-12  #: eigenvalues of I2 below this share of the largest count as zero: units that coincide


def kernel(problem: Problem, state: State, backend: str = "auto") -> Array:
    """I2 (K + M, K + M) at the overlaps of ``state``, for the problem's activation and teacher."""
    state = require_state(require_problem(problem), state)
    solver = solvers.load(entry("sgd", problem.activation).name, backend)
    K, M = state.R.shape
    nothing = {"T": problem.T, "cov": np.zeros((M, M)), "V": np.inf}

    def form(v: Array) -> float:
        at = State(state.R, state.Q, v[:K])
        return solver.observable("eps_g", at, {**nothing, "mean": -v[K:]})

    unit = np.eye(K + M)
    squares = np.array([form(e) for e in unit])
    found = np.diag(2 * squares)
    for i in range(K + M):
        for j in range(i):
            found[i, j] = found[j, i] = form(unit[i] + unit[j]) - squares[i] - squares[j]
    return found


def representation_error(problem: Problem, state: State, backend: str = "auto") -> float:
    """eps_rep: the mean loss of the best head for each task, a lower bound of any inner loop's eps_g.

    The head minimises the quadratic loss given the task; what is left is the Schur complement of the learner's kernel.
    NaN where the kernel is not defined.
    """
    K = require_problem(problem).K
    I2 = kernel(problem, state, backend)
    if not np.isfinite(I2).all():
        return np.nan
    U = problem.tasks.cov + np.outer(problem.tasks.mean, problem.tasks.mean)
    values, vectors = np.linalg.eigh(I2[:K, :K])
    kept = values > CUTOFF * values[-1]
    inverse = vectors[:, kept] / values[kept] @ vectors[:, kept].T
    return float(np.trace(U @ (I2[K:, K:] - I2[K:, :K] @ inverse @ I2[:K, K:])) / 2)


def sensitivity(problem: Problem, state: State, backend: str = "auto") -> float:
    """E |dL/dw|^2 at the head start, over tasks: L is a task's loss on fresh data, whose gradient is I2 (w0, -u)."""
    K = require_problem(problem).K
    rows = kernel(problem, state, backend)[:K]
    centre = rows @ np.concatenate([state.w0, -problem.tasks.mean])
    spread = np.trace(rows[:, K:] @ problem.tasks.cov @ rows[:, K:].T)
    return float(centre @ centre + spread)


def adaptation_curve(problem: Problem, state: State, steps: int, backend: str = "auto") -> Array:
    """eps_g (steps + 1,) after 0, 1, ... inner steps of rate eta_w from the head start, at P = inf."""
    state, steps = require_state(require_problem(problem), state), checked("steps", STEPS, steps)
    if problem.model in WITHOUT_INNER_LOOP:
        accepted = f"a model with an inner loop: heads of {problem.model} do not adapt"
        raise ProblemError("model", problem.model, accepted, source=problem.source)
    solver = solvers.load(entry("fo_anil", problem.activation).name, backend)
    chosen: dict[str, Any] = {**solver_parameters(problem, solver), "P": np.inf}
    return np.array([solver.observable("eps_g", state, {**chosen, "inner_steps": s}) for s in range(steps + 1)])

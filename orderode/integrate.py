"""Theory: the generated equations, evaluated and integrated for a problem."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, NamedTuple

import numpy as np

from . import backends
from .backends.base import Array, State
from .catalogue import require_theory
from .problem import Problem

__all__ = ["UNDEFINED", "Trajectory", "integrate", "right_hand_side", "solver_parameters", "start_state"]

#: A covariance whose least eigenvalue is below this share of its largest is no covariance any more; correct runs
#: reach about -1e-4 at ordinary tolerances.
INDEFINITE = -0.01
#: Why slopes at overlaps that are a covariance may be no numbers.
UNDEFINED = (
    "the equations give no finite slopes here: a unit has length zero (Q_kk = 0) where the activation needs it "
    "positive, or rates and overlaps are so large that values leave the range of double precision"
)
GAUSSIAN = 3.0  # the kurtosis of a normal variable


@dataclass(frozen=True, eq=False)
class Trajectory:
    """Theory over alpha = t/N, n times: alpha (n,), Q (n, K, K), R (n, K, M), w0 (n, K), eps_g (n,).

    status: "ok" or why it stopped ("step limit", "non-finite", "negative norm", "domain", "indefinite"); values are
    NaN from there on.  lambda_min: the least eigenvalue of the fields' covariance over its largest, along the way.
    """

    alpha: Array
    Q: Array
    R: Array
    w0: Array
    eps_g: Array
    status: str
    lambda_min: float
    evaluations: int
    backend: str
    digest: str

    def rho(self, T: Array) -> Array:
        """rho_kn = R_kn/sqrt(Q_kk T_nn), (n, K, M)."""
        norms = np.sqrt(np.einsum("akk->ak", self.Q))
        return self.R / (norms[:, :, None] * np.sqrt(np.diag(T)))

    def state(self, place: int) -> State:
        """The state at one of the times."""
        return State(self.R[place], self.Q[place], self.w0[place])


class RightHandSide(NamedTuple):
    """dR/dalpha (K, M), dQ/dalpha (K, K), the generalisation error, and dw0/dalpha (K,)."""

    dR: Array
    dQ: Array
    eps_g: float
    dw0: Array

    def is_finite(self) -> bool:
        return all(bool(np.isfinite(x).all()) for x in self)


def right_hand_side(problem: Problem, backend: str = "auto") -> RightHandSide:
    """The slopes and eps_g at the problem's overlaps."""
    solver = backends.load(require_theory(problem).name, backend)
    chosen, start = solver_parameters(problem), start_state(problem)
    dR, dQ, dw0 = solver.rhs(start, chosen)
    return RightHandSide(dR, dQ, solver.observable("eps_g", start, chosen), dw0)


def integrate(problem: Problem, backend: str = "auto", alphas: Array | None = None) -> Trajectory:
    """The problem's trajectory at ``alphas``, or at the times of its [run]; a failure is a status, not an exception."""
    run = problem.require_run()
    solver = backends.load(require_theory(problem).name, backend)
    chosen = solver_parameters(problem)
    times = run.alphas() if alphas is None else np.asarray(alphas, dtype=float)
    solution = solver.integrate(start_state(problem), chosen, times, rtol=run.rtol, atol=run.atol)
    states = (State(*x) for x in zip(solution.R, solution.Q, solution.w0, strict=True))
    eps = np.array([_eps_g(solver, state, chosen) for state in states])
    ratio = _least_eigenvalues(solution.R, solution.Q, problem.T)
    indefinite = bool((ratio < INDEFINITE).any())
    status = "indefinite" if solution.status == "ok" and indefinite else solution.status
    least = float(ratio.min()) if len(ratio) else np.nan
    arrays = (times, solution.Q, solution.R, solution.w0, eps)
    return Trajectory(*arrays, status, least, solution.evaluations, solver.name, solver.digest)


def start_state(problem: Problem) -> State:
    """The state at alpha = 0."""
    return State(problem.R, problem.Q, problem.w0)


def solver_parameters(problem: Problem) -> dict[str, Any]:
    """Every parameter of the problem by name, as the backends take them."""
    p, tasks = problem.parameters, problem.tasks
    gaussian = bool((tasks.kurtosis == GAUSSIAN).all())
    scalars = {f.name: getattr(p, f.name) for f in fields(p) if f.name != "w0"}
    return {
        **scalars,
        "T": problem.T,
        "mean": tasks.mean,
        "cov": tasks.cov,
        "kurtosis": None if gaussian else tasks.kurtosis,
    }


def _eps_g(solver: backends.Backend, state: State, chosen: dict[str, Any]) -> float:
    finite = all(np.isfinite(x).all() for x in state)
    return solver.observable("eps_g", state, chosen) if finite else np.nan


def _least_eigenvalues(R: Array, Q: Array, T: Array) -> Array:
    """Least over largest eigenvalue of C = [[Q, R], [R^T, T]] at each time that was reached."""
    reached = np.isfinite(Q).all(axis=(1, 2))
    teacher = np.broadcast_to(T, (int(reached.sum()), *T.shape))
    upper = np.concatenate([Q[reached], R[reached]], axis=2)
    lower = np.concatenate([R[reached].swapaxes(1, 2), teacher], axis=2)
    eigenvalues = np.linalg.eigvalsh(np.concatenate([upper, lower], axis=1))
    return np.asarray(eigenvalues[:, 0] / eigenvalues[:, -1])

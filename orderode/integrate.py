"""Theory: the generated equations, evaluated and integrated for a problem."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import backends
from .backends.base import Array
from .catalogue import require_theory
from .problem import Problem

__all__ = ["Trajectory", "integrate", "right_hand_side", "solver_parameters"]

#: A covariance whose least eigenvalue is below this share of its largest is no covariance any more; correct runs
#: reach about -1e-4 at ordinary tolerances.
INDEFINITE = -0.01


@dataclass(frozen=True, eq=False)
class Trajectory:
    """Theory over alpha = t/N, n times: alpha (n,), Q (n, K, K), R (n, K, M), eps_g (n,).

    status: "ok" or why it stopped ("step limit", "non-finite", "negative norm", "domain", "indefinite"); values are
    NaN from there on.  lambda_min: the least eigenvalue of the fields' covariance over its largest, along the way.
    """

    alpha: Array
    Q: Array
    R: Array
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


def right_hand_side(problem: Problem, backend: str = "auto") -> tuple[Array, Array, float]:
    """dR/dalpha (K, M), dQ/dalpha (K, K) and eps_g at the problem's overlaps."""
    solver = backends.load(require_theory(problem).name, backend)
    chosen = solver_parameters(problem)
    dR, dQ = solver.rhs(problem.R, problem.Q, problem.T, chosen)
    return dR, dQ, solver.eps_g(problem.R, problem.Q, problem.T, chosen)


def integrate(problem: Problem, backend: str = "auto", alphas: Array | None = None) -> Trajectory:
    """The problem's trajectory at ``alphas``, or at the times of its [run]; a failure is a status, not an exception."""
    run = problem.require_run()
    found = require_theory(problem)
    solver = backends.load(found.name, backend)
    chosen = solver_parameters(problem)
    times = run.alphas() if alphas is None else np.asarray(alphas, dtype=float)
    start = (problem.R, problem.Q, problem.T, chosen)
    solution = solver.integrate(*start, times, rtol=run.rtol, atol=run.atol)
    eps = np.array([_eps_g(solver, R, Q, problem.T, chosen) for R, Q in zip(solution.R, solution.Q, strict=True)])
    ratio = _least_eigenvalues(solution.R, solution.Q, problem.T)
    indefinite = bool((ratio < INDEFINITE).any())
    status = "indefinite" if solution.status == "ok" and indefinite else solution.status
    least = float(ratio.min()) if len(ratio) else np.nan
    return Trajectory(
        times, solution.Q, solution.R, eps, status, least, solution.evaluations, solver.name, solver.digest
    )


def solver_parameters(problem: Problem) -> dict[str, float]:
    p = problem.parameters
    return {"eta_J": p.eta_J, "eta_w": p.eta_w, "P": p.P, "V": p.V}


def _eps_g(solver: backends.Backend, R: Array, Q: Array, T: Array, chosen: dict[str, float]) -> float:
    return solver.eps_g(R, Q, T, chosen) if np.isfinite(R).all() and np.isfinite(Q).all() else np.nan


def _least_eigenvalues(R: Array, Q: Array, T: Array) -> Array:
    """Least over largest eigenvalue of C = [[Q, R], [R^T, T]] at each time that was reached."""
    reached = np.isfinite(Q).all(axis=(1, 2))
    teacher = np.broadcast_to(T, (int(reached.sum()), *T.shape))
    upper = np.concatenate([Q[reached], R[reached]], axis=2)
    lower = np.concatenate([R[reached].swapaxes(1, 2), teacher], axis=2)
    eigenvalues = np.linalg.eigvalsh(np.concatenate([upper, lower], axis=1))
    return np.asarray(eigenvalues[:, 0] / eigenvalues[:, -1])

"""Theory: the generated equations, evaluated and integrated for a problem."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

import numpy as np

from .. import solvers
from ..models.catalogue import Entry
from ..problems.problem import Problem
from ..solvers.base import Array, State
from ..theory.limits import require_theory

__all__ = [
    "UNDEFINED",
    "Trajectory",
    "integrate",
    "least_eigenvalues",
    "needs_rule",
    "right_hand_side",
    "solver_parameters",
    "start_state",
]

#: A covariance whose least eigenvalue is below this share of its largest is no covariance any more; correct runs
#: reach about -1e-4 at ordinary tolerances.
INDEFINITE = -0.01
RULE_SIZES = (1021, 4093, 16381, 65521, 262139)  # points of the lattices that the solvers know
CHECKED = 8  # states of a trajectory at which the quadrature error is estimated
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
    quadrature_error: of the right-hand side at finite P and V, relative to its largest element, estimated at some of
    the times by the next smaller rule; 0 where no rule is used.
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
    quadrature_error: float = 0.0

    def rho(self, T: Array) -> Array:
        """rho_kn = R_kn/sqrt(Q_kk T_nn), (n, K, M)."""
        norms = np.sqrt(np.einsum("akk->ak", self.Q))
        return self.R / (norms[:, :, None] * np.sqrt(np.diag(T)))

    def state(self, place: int) -> State:
        """The state at one of the times."""
        return State(self.R[place], self.Q[place], self.w0[place])


class RightHandSide(NamedTuple):
    """dR/dalpha (K, M), dQ/dalpha (K, K), the generalisation error, dw0/dalpha (K,), and an estimate of the error that
    the rule for finite P and V makes, relative to the largest element (0 where none is used)."""

    dR: Array
    dQ: Array
    eps_g: float
    dw0: Array
    quadrature_error: float = 0.0

    def is_finite(self) -> bool:
        return all(bool(np.isfinite(x).all()) for x in self)


def right_hand_side(problem: Problem, backend: str = "auto") -> RightHandSide:
    """The slopes and eps_g at the problem's overlaps."""
    solver = solvers.load(require_theory(problem).name, backend)
    chosen, start = solver_parameters(problem, solver), start_state(problem)
    dR, dQ, dw0 = solver.rhs(start, chosen)
    error = quadrature_error(problem, solver, [start])
    return RightHandSide(dR, dQ, solver.observable("eps_g", start, chosen), dw0, error)


def integrate(problem: Problem, backend: str = "auto", alphas: Array | None = None) -> Trajectory:
    """The problem's trajectory at ``alphas``, or at the times of its [run]; a failure is a status, not an exception."""
    run = problem.require_run()
    solver = solvers.load(require_theory(problem).name, backend)
    chosen = solver_parameters(problem, solver)
    times = run.alphas() if alphas is None else np.asarray(alphas, dtype=float)
    solution = solver.integrate(start_state(problem), chosen, times, rtol=run.rtol, atol=run.atol)
    states = [State(*x) for x in zip(solution.R, solution.Q, solution.w0, strict=True)]
    eps = np.array([_eps_g(solver, state, chosen) for state in states])
    reached = np.isfinite(solution.Q).all(axis=(1, 2))
    ratio = least_eigenvalues(solution.R[reached], solution.Q[reached], problem.T)
    indefinite = bool((ratio < INDEFINITE).any())
    status = "indefinite" if solution.status == "ok" and indefinite else solution.status
    least = float(ratio.min()) if len(ratio) else np.nan
    arrays = (times, solution.Q, solution.R, solution.w0, eps)
    checked = [s for s in states[:: max(1, len(states) // CHECKED)] if np.isfinite(s.Q).all()]
    error = quadrature_error(problem, solver, checked)
    return Trajectory(*arrays, status, least, solution.evaluations, solver.name, solver.digest, error)


def start_state(problem: Problem) -> State:
    """The state at alpha = 0."""
    return State(problem.R, problem.Q, problem.w0)


def solver_parameters(problem: Problem, solver: solvers.Backend) -> dict[str, Any]:
    """Every parameter of the problem by name, as the backends take them; at finite P and V with the rule they need."""
    p, tasks = problem.parameters, problem.tasks
    gaussian = bool((tasks.kurtosis == GAUSSIAN).all())
    scalars = {f.name: getattr(p, f.name) for f in fields(p) if f.name not in ("w0", "closure", "nodes")}
    return {
        **scalars,
        "first_order": int(p.closure == "1/P"),
        "T": problem.T,
        "mean": tasks.mean,
        "cov": tasks.cov,
        "kurtosis": None if gaussian else tasks.kurtosis,
        **(solver.rule(problem.K, problem.M, p.nodes) if needs_rule(problem, require_theory(problem)) else {}),
    }


def needs_rule(problem: Problem, entry: Entry, *, diffusion: bool = False) -> bool:
    """Whether P and V are finite and all powers of 1/P kept, and what then needs nodes does not vanish.

    ``diffusion``: for the covariance of a step, which needs a rule at infinite V, too.
    """
    p, tasks = problem.parameters, problem.tasks
    if p.P is None or p.P == math.inf or (p.V == math.inf and not diffusion) or p.closure != "exact":
        return False
    vanishing = {
        ("w0", "zero"): not p.eta_0 and not np.any(problem.w0),
        ("mean", "zero"): not np.any(tasks.mean),
        ("cov", "diagonal"): not np.any(tasks.cov - np.diag(np.diag(tasks.cov))),
    }
    return not entry.needless or not all(vanishing[condition] for condition in entry.needless)


def quadrature_error(problem: Problem, solver: solvers.Backend, states: Sequence[State]) -> float:
    """By how much the right-hand side at these states differs from that with the next smaller rule, relative."""
    smaller = [size for size in RULE_SIZES if size < problem.parameters.nodes]
    if not needs_rule(problem, require_theory(problem)):
        return 0.0
    if not smaller:
        return math.inf
    chosen = solver_parameters(problem, solver)
    coarse = chosen | solver.rule(problem.K, problem.M, smaller[-1])
    worst = 0.0
    for state in states:
        fine, rough = (np.concatenate([x.ravel() for x in solver.rhs(state, c)]) for c in (chosen, coarse))
        worst = max(worst, float(np.abs(fine - rough).max() / np.abs(fine).max()))
    return worst


def _eps_g(solver: solvers.Backend, state: State, chosen: dict[str, Any]) -> float:
    finite = all(np.isfinite(x).all() for x in state)
    return solver.observable("eps_g", state, chosen) if finite else np.nan


def least_eigenvalues(R: Array, Q: Array, T: Array) -> Array:
    """Least over largest eigenvalue (n,) of C = [[Q, R], [R^T, T]]; R (n, K, M), Q (n, K, K), T (M, M) or (n, M, M)."""
    upper = np.concatenate([Q, R], axis=2)
    lower = np.concatenate([R.swapaxes(1, 2), np.broadcast_to(T, (len(R), *T.shape[-2:]))], axis=2)
    eigenvalues = np.linalg.eigvalsh(np.concatenate([upper, lower], axis=1))
    return np.asarray(eigenvalues[:, 0] / eigenvalues[:, -1])

"""Theory: the generated equations, evaluated and integrated for a problem."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import solvers
from ..models.catalogue import Entry
from ..models.manifest import MEASURED
from ..problems.overlaps import in_short
from ..problems.problem import Problem, Stage
from ..problems.tables import Run
from ..shown import Drawn, Tabled, error_said
from ..solvers.base import Array, Solution, State, between
from ..solvers.layout import OfStates, joined
from ..theory.limits import require_theory
from .arguments import integration_times, require_constant, require_problem
from .given import needs_rule, solver_parameters, stage_parameters, start_state
from .quadrature import Estimate, checked_places, fixed_rules, lattice
from .reach import integrated
from .rest import Rest, rest_near

__all__ = [
    "CAUSES",
    "UNDEFINED",
    "Trajectory",
    "integrate",
    "least_eigenvalues",
    "needs_rule",
    "observables",
    "right_hand_side",
    "solver_parameters",
    "start_state",
]

#: A covariance whose least eigenvalue is below this share of its largest is no covariance any more;
#: correct runs reach about -1e-4 at ordinary tolerances.
INDEFINITE = -0.01
#: Why slopes at overlaps that are a covariance may be no numbers.
UNDEFINED = (
    "the equations give no finite slopes here: a unit has length zero (Q_kk = 0) where the"
    " activation needs it positive, or rates and overlaps are so large that values leave the range"
    " of double precision"
)
#: Causes of a status, for people.
CAUSES = {
    "step limit": "the limit of steps was reached",
    "step size": "steps became as small as rounding: raise atol or rtol",
    "non-finite": "overlaps left the range of double precision",
    "negative norm": "a diagonal element of Q became negative",
    "domain": (
        "the equations gave no finite slopes: overlaps are no covariance, or leave the range of"
        " double precision"
    ),
    "indefinite": (
        "the overlaps are finite but no covariance any more: lower rtol and atol, or the rates"
    ),
}
PARTS = 32  #: of a trajectory, at whose ends it is seen whether it rests
REMEDY = (
    "more nodes ([parameters] nodes; of the rules in the equations, path_order of the activation)"
    " err less"
)


@dataclass(frozen=True, eq=False, repr=False)
class Trajectory(OfStates, Drawn, Tabled):
    """Theory over alpha = t/N, n times: alpha (n,), Q (n, K, K), R (n, K, M), w0 (n, K), and what
    else the system has, all of it as ``states``; eps_g (n,).

    evaluations, jacobians: of the right-hand side, and in C of its Jacobian.
    status: "ok" or why it stopped ("step limit", "step size", "non-finite", "negative norm",
    "domain", "indefinite"); values are NaN from there on.  stopped: how far its steps came,
    between two of the times where it failed.
    lambda_min: the least eigenvalue of the fields' covariance, T in it, over its largest, along the
    way: ``least`` where it was found before, else found when it is asked for.
    quadrature_error: of the right-hand side, relative to its largest element, by the rules for
    averages at finite P or V, the largest of estimates at some of the times;
    quadrature_error_eps_g: of eps_g, relative, the largest of them at alpha = quadrature_alpha; 0
    where no rule is used.
    rest: where it was found to be at a fixed point, and how that is certain; None where that was
    not asked for, or is not.
    """

    alpha: Array
    states: State
    eps_g: Array
    status: str
    evaluations: int
    backend: str
    digest: str
    stopped: float
    T: Array
    least: float | None
    quadrature_error: float = 0.0
    quadrature_error_eps_g: float = 0.0
    quadrature_alpha: float = 0.0
    rest: Rest | None = None
    jacobians: int = 0

    def __repr__(self) -> str:
        K, M = self.R.shape[-2:]
        return (
            f"<Trajectory: K = {K}, M = {M}, {len(self.alpha)} times; {self.summary()};"
            f" {self.backend}, {self.evaluations} right-hand sides{self._jacobians()}>"
        )

    def _jacobians(self) -> str:
        return f" and {self.jacobians} Jacobians" if self.jacobians else ""

    @cached_property
    def lambda_min(self) -> float:
        if self.least is not None:
            return self.least
        reached = _reached(self.states)
        ratio = least_eigenvalues(self.R[reached], self.Q[reached], self.T)
        return float(ratio.min()) if len(ratio) else math.nan

    @property
    def last(self) -> int | None:
        """The place of the last time that has a state and an error, or None where even the start
        has none."""
        reached = np.flatnonzero(np.isfinite(self.eps_g))
        return int(reached[-1]) if len(reached) else None

    def summary(self) -> str:
        """Where it ended, for people; of one that failed its last good time, the state there and
        the cause."""
        last = self.last
        if self.status == "ok" and last is not None:
            said = f"ok: alpha = {self.alpha[last]:g}, eps_g = {self._error(last)}"
            return said if self.rest is None else f"{said}; {self.rest}"
        cause = f"{self.status}: {CAUSES[self.status]}"
        if last is None:
            return (
                f"{cause}; there is no eps_g at any of the times, the first alpha ="
                f" {self.alpha[0]:g}"
            )
        state = self.state(last)
        values = "; ".join(f"{name} = {_rows(x)}" for name, x in state.items())
        where = (
            f"; the steps came to alpha = {self.stopped:.6g}" if self.status != "indefinite" else ""
        )
        good = f"last good alpha = {self.alpha[last]:g}, eps_g = {self._error(last)}"
        return f"{cause}{where}; {good}, where {values}"

    def _error(self, place: int) -> str:
        return error_said(self.eps_g[place], float(np.abs(self.Q[place]).max()))

    def rules_summary(self, rtol: float) -> str:
        """What the rules for averages err by, for people; empty where that is within ``rtol``."""
        if max(self.quadrature_error, self.quadrature_error_eps_g) <= rtol:
            return ""
        return (
            f"the rules for averages err by {self.quadrature_error_eps_g:.1e} of"
            f" eps_g at alpha = {self.quadrature_alpha:g} and by up to {self.quadrature_error:.1e}"
            f" of the slopes, above rtol = {rtol:g}: " + REMEDY
        )

    def rho(self, T: Array) -> Array:
        """rho_kn = R_kn/sqrt(Q_kk T_nn), (n, K, M)."""
        norms = np.sqrt(np.einsum("...kk->...k", self.Q))
        lengths = np.sqrt(np.einsum("...nn->...n", T))
        with np.errstate(invalid="ignore", divide="ignore"):  # a block that a unit does not see
            return np.asarray(self.R / (norms[..., None] * lengths[..., None, :]))

    def state(self, place: int) -> State:
        """The state at one of the times."""
        return self.states.at(place)


@dataclass(frozen=True, eq=False, repr=False)
class RightHandSide:
    """The slopes, which are attributes by the name of what they are of, dR (K, M), dQ (K, K), dw0
    (K,), ..., the generalisation error, and estimates of the error that the rules for averages at
    finite P or V make: of the slopes, relative to the largest element, and of eps_g, relative (0
    where none is used).  As a sequence: dR, dQ, eps_g, dw0, the estimates, and other slopes."""

    slopes: State
    eps_g: float
    quadrature_error: float = 0.0
    quadrature_error_eps_g: float = 0.0

    def __getattr__(self, name: str) -> Array:
        if name[:1] != "d" or name[1:] not in self.slopes.names:
            raise AttributeError(name)
        return getattr(self.slopes, name[1:])  # type: ignore[no-any-return]

    def __iter__(self) -> Iterator[Any]:
        others = [x for name, x in self.slopes.items() if name not in MEASURED]
        errors = (self.quadrature_error, self.quadrature_error_eps_g)
        return iter((self.dR, self.dQ, self.eps_g, self.dw0, *errors, *others))

    def __getitem__(self, place: Any) -> Any:
        return tuple(self)[place]

    def __repr__(self) -> str:
        slopes = "; ".join(f"d{name} = {in_short(x)}" for name, x in self.slopes.items())
        return f"<RightHandSide: eps_g = {error_said(self.eps_g)}; {slopes}>"

    def is_finite(self) -> bool:
        return all(bool(np.isfinite(x).all()) for x in self)


def right_hand_side(problem: Problem, backend: str = "auto") -> RightHandSide:
    """The slopes and eps_g at the problem's overlaps."""
    solver = solvers.load(require_theory(require_problem(problem)).key, backend)
    chosen, start = solver_parameters(problem, solver), start_state(problem)
    slopes = solver.rhs(start, chosen)
    errors = (float(x[0]) for x in quadrature_errors(problem, solver, [start]))
    return RightHandSide(slopes, solver.observable("eps_g", start, chosen), *errors)


def integrate(problem: Problem, backend: str = "auto", alphas: Array | None = None) -> Trajectory:
    """The problem's trajectory from its state at alpha = 0, reported at ``alphas``, >= 0 and
    increasing, or at the times of its [run]; a failure is a status, not an exception, but a
    trajectory of hopelessly many steps is refused."""
    made = followed(problem, backend, alphas)
    system = require_theory(problem)
    stages = problem.stages(float(made.alpha[-1]))
    if not any(_by_rules(stage.problem, system) for stage in stages):
        return made
    places = checked_places(made.Q)
    if not places:
        return made
    solver = solvers.load(system.key, backend)
    estimates = []
    for stage in stages:
        here = [i for i in places if stage.holds(made.alpha[i])]
        if stage.then is None:
            states = [made.state(i) for i in here]
            estimates.append(quadrature_errors(stage.problem, solver, states))
            continue
        for i in here:
            at = stage.at(float(made.alpha[i]))
            estimates.append(quadrature_errors(at, solver, [made.state(i)]))
    errors = Estimate(*map(np.concatenate, zip(*estimates, strict=True)))
    worst = int(np.argmax(errors.eps_g))
    return replace(
        made,
        quadrature_error=float(errors.slopes.max()),
        quadrature_error_eps_g=float(errors.eps_g[worst]),
        quadrature_alpha=float(made.alpha[places[worst]]),
    )


def followed(problem: Problem, backend: str = "auto", alphas: Array | None = None) -> Trajectory:
    """As ``integrate``, without what the rules for averages err by."""
    run = require_problem(problem).require_run()
    times = problem.times() if alphas is None else integration_times(alphas)
    solver = solvers.load(require_theory(problem).key, backend)
    end = "run.alpha_end" if alphas is None else "alphas"
    if run.stop == "fixed point":
        solution, eps, rest = _until_rest(problem, solver, times, run, end)
    else:
        (solution, eps), rest = _by_stages(problem, solver, times, run, end), None
    status, least = solution.status, None
    reached = _reached(solution.states)
    overlaps = solution.R[reached], solution.Q[reached], problem.T
    if not _surely_definite(*overlaps):
        ratio = least_eigenvalues(*overlaps)
        least = float(ratio.min())
        indefinite = reached[ratio < INDEFINITE]
        if len(indefinite):
            status = "indefinite" if status == "ok" else status
            for values in solution.states:
                values[indefinite[0] :] = np.nan
            eps[indefinite[0] :] = np.nan
    return Trajectory(
        times,
        solution.states,
        eps,
        status,
        solution.evaluations,
        solver.name,
        solver.digest,
        solution.alpha,
        problem.T,
        least,
        rest=rest,
        jacobians=solution.jacobians,
    )


def _until_rest(
    problem: Problem, solver: solvers.Backend, times: Array, run: Run, end: str
) -> tuple[Solution, Array, Rest | None]:
    """The same up to where it is certain that it rests, at the ends of some parts; from there on
    the fixed point."""
    problem = require_constant(problem, 'run.stop = "fixed point"')
    chosen, state = solver_parameters(problem, solver), start_state(problem)
    parts: list[State] = []
    done = evaluations = jacobians = 0
    alpha, rest, status, came = 0.0, None, "ok", 0.0
    count = max(1, min(PARTS, len(times) // 4))
    for upto in np.linspace(0, len(times), count + 1).astype(int)[1:].tolist():
        inside = times[done:upto]
        leg = np.union1d(inside, [alpha])
        solved = integrated(problem, solver, state, chosen, leg, run.rtol, run.atol, end)
        evaluations, status, came = evaluations + solved.evaluations, solved.status, solved.alpha
        jacobians += solved.jacobians
        parts.append(solved.states.at(np.searchsorted(leg, inside)))
        state, done, alpha = solved.states.at(-1), upto, float(leg[-1])
        if status != "ok":
            break
        if found := rest_near(problem, solver, state, alpha):
            state, rest = found
            break
    left = len(times) - done
    if left:  # at rest, or lost
        whole = state.map(lambda x: x if rest else np.full_like(x, np.nan))
        parts.append(whole.map(lambda x: np.repeat(x[None], left, axis=0)))
    states = joined(parts)
    eps = _observables(solver, "eps_g", states, chosen)
    return Solution(states, status, evaluations, came, jacobians), eps, rest


def _by_stages(
    problem: Problem, solver: solvers.Backend, times: Array, run: Run, end: str
) -> tuple[Solution, Array]:
    """The trajectory at ``times``, NaN from where it failed, and eps_g there, with the rates of
    each stage."""
    state, found, eps = start_state(problem), [], []
    lost = state.map(lambda x: np.full_like(x, np.nan))
    status, evaluations, jacobians, came = "ok", 0, 0, 0.0
    for stage in problem.stages(float(times[-1])):
        inside = times[stage.holds(times)]
        # solvers take the first time for that of the state they are given
        leg = np.union1d(inside, [stage.start, stage.end] if stage.end > 0 else [0.0])
        wanted = np.searchsorted(leg, inside)
        if status == "ok":
            chosen, last = stage_parameters(stage, solver)
            solved = integrated(
                stage.problem, solver, state, chosen, leg, run.rtol, run.atol, end, last
            )
            status, came = solved.status, solved.alpha
            evaluations += solved.evaluations
            jacobians += solved.jacobians
            states, state = solved.states.at(wanted), solved.states.at(-1)
        else:  # nothing comes after a failure
            states = State(**{name: np.repeat(x[None], len(inside), 0) for name, x in lost.items()})
        found.append(states)
        eps.append(_along(solver, "eps_g", states, stage, inside, chosen, last))
    made = Solution(joined(found), status, evaluations, came, jacobians)
    return made, np.concatenate(eps)


def _rows(array: Array) -> str:
    """Rows of numbers as a problem file writes them."""
    if array.ndim > 1:
        return "[" + ", ".join(_rows(row) for row in array) + "]"
    return "[" + ", ".join(f"{x:.6g}" for x in array) + "]"


def quadrature_errors(
    problem: Problem, solver: solvers.Backend, states: Sequence[State]
) -> Estimate:
    """What the rules for averages err by at these states: those in the equations, and where one is
    needed the one with nodes, together."""
    none = np.zeros(len(states))
    system = require_theory(problem)
    if not _by_rules(problem, system):
        return Estimate(none, none)
    chosen = solver_parameters(problem, solver)
    found = fixed_rules(system.key, states, chosen)
    if states and needs_rule(problem, system):
        beside = lattice(solver, states, chosen, problem.parameters.nodes)
        found = Estimate(found.slopes + beside.slopes, found.eps_g + beside.eps_g)
    return found


def _by_rules(problem: Problem, system: Entry) -> bool:
    """Whether there are averages by rules in its equations: at finite P or V, or by nodes."""
    finite = any(problem.parameters.get(name, math.inf) != math.inf for name in ("P", "V"))
    return finite or system.by_nodes


def _along(
    solver: solvers.Backend,
    name: str,
    states: State,
    stage: Stage,
    alphas: Array,
    chosen: dict[str, Any],
    last: dict[str, Any] | None,
) -> Array:
    """An observable (n,) at n times of a stage, from these parameters to the ``last``, where there
    are some."""
    if last is None:
        return _observables(solver, name, states, chosen)
    found = []
    for i, share in enumerate(stage.share(alphas).tolist()):
        found.append(
            _observables(solver, name, states.at(slice(i, i + 1)), between(chosen, last, share))
        )
    return np.concatenate(found) if found else np.empty(0)


def _observables(
    solver: solvers.Backend, name: str, states: State, chosen: dict[str, Any]
) -> Array:
    """An observable (n,) at n states, NaN where there is no state."""
    if all(np.isfinite(x).all() for x in states):
        return solver.observables(name, states, chosen)
    finite = np.all([np.isfinite(x).all(axis=tuple(range(1, x.ndim))) for x in states], axis=0)
    values = np.full(len(finite), np.nan)
    if finite.any():
        values[finite] = solver.observables(name, states.at(finite), chosen)
    return values


def observables(
    problem: Problem, alphas: Array, states: State, backend: str = "auto"
) -> dict[str, Array]:
    """What the model measures beside eps_g, by name: each (n,) at n times and the states there,
    with the rates of each stage; NaN where there is no state."""
    found = require_theory(require_problem(problem))
    solver = solvers.load(found.key, backend)
    values = {name: np.full(len(alphas), np.nan) for name in found.outputs if name != "eps_g"}
    for stage in problem.stages(float(alphas[-1])) if values else ():
        here, some = stage.holds(alphas), states.at(stage.holds(alphas))
        chosen, last = stage_parameters(stage, solver)
        for name in values:
            values[name][here] = _along(solver, name, some, stage, alphas[here], chosen, last)
    return values


def _reached(states: State) -> NDArray[np.intp]:
    """The places at which there is a state."""
    return np.flatnonzero(np.isfinite(states.Q.reshape(len(states.Q), -1)).all(axis=1))


def _surely_definite(R: Array, Q: Array, T: Array) -> bool:
    """Whether a Cholesky factor, which costs a fifth of the eigenvalues, says that none is below
    INDEFINITE times the largest, which is no less than their mean."""
    C = _covariances(R, Q, T)
    mean = np.einsum("...ii->...", C) / C.shape[-1]
    C = C - INDEFINITE * mean[..., None, None] * np.eye(C.shape[-1])
    try:
        return bool(np.isfinite(np.linalg.cholesky(C)).all())
    except np.linalg.LinAlgError:
        return False


def _covariances(R: Array, Q: Array, T: Array) -> Array:
    """C = [[Q, R], [R^T, T]], along the axes in front."""
    upper = np.concatenate([Q, R], axis=-1)
    fixed = np.broadcast_to(T, (*R.shape[:-2], *T.shape[-2:]))
    lower = np.concatenate([R.swapaxes(-1, -2), fixed], axis=-1)
    return np.concatenate([upper, lower], axis=-2)


def least_eigenvalues(R: Array, Q: Array, T: Array) -> Array:
    """Least over largest eigenvalue (n,) of C = [[Q, R], [R^T, T]]; R (n, K, M), Q (n, K, K), T (M,
    M) or (n, M, M).  With the blocks of the inputs in front of K and M: of the block where the
    least is furthest down, over the largest of all."""
    eigenvalues = np.linalg.eigvalsh(_covariances(R, Q, T))
    least, largest = eigenvalues[..., 0], eigenvalues[..., -1]
    if R.ndim > 3:
        least, largest = least.min(axis=1), largest.max(axis=1)
    return np.asarray(least / largest)

"""Fluctuations at finite N: the covariance of the state along the theory's trajectory, to leading
order in 1/N.

With A the Jacobian of the drift and D the covariance of one scaled step, both along the trajectory,

    d Sigma/d alpha = A Sigma + Sigma A^T + D,   Sigma(0) = 0,   covariance of the state = Sigma/N.

A step in alpha uses A and D at the two Gauss points: the fourth-order Magnus expansion of the
linear flow of [[A, D], [0, -A^T]], from whose blocks F, G follows Sigma -> (F Sigma + G) F^T.  Each
step is done once and in two halves; the difference over 15 estimates its error.

Where a plateau amplifies fluctuations the linear theory ends.  Its next order moves the mean by m,
d m/d alpha = A m + c with c = < f(y + s) > - f(y) over fluctuations s of covariance Sigma/N, to
second order.  The linear theory counts as valid while |m| is below half of the standard deviations'
norm, and those of R_kn stay below sqrt(Q_kk T_nn).  Where the closed form of D is not exact it is
had over tasks (``over_tasks``).  What it still leaves out is estimated along the trajectory
(``left_out``): no prediction counts as valid from where on it exceeds a tenth, or D is no
covariance.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple

import numpy as np

from .. import solvers
from ..errors import BackendError, NotAvailable
from ..models.catalogue import catalogue
from ..problems.problem import Problem
from ..problems.schema import TOLERANCE, integer
from ..simulate.compiled import spread
from ..solvers.base import Array, Backend, State
from ..solvers.layout import layout
from ..theory.arguments import checked, integration_times, require_constant
from ..theory.growth import Growth, largest_growth
from ..theory.integrate import followed, needs_rule, solver_parameters
from ..theory.limits import finite_for_diffusion, require_theory
from .flow import Flow
from .left_out import LeftOut, left_out, left_out_over_tasks, places
from .over_tasks import Difference, over_tasks
from .rounding import ROUNDING, slope_floor

__all__ = ["RTOL", "Fluctuations", "fluctuations"]

RTOL = 1e-3  #: error of Sigma in a step over its largest element
#: |m| over the norm of the standard deviations from where on the linear theory is not trusted
NONLINEAR = 0.5
#: the same, from where on it is given up: what amplifies fluctuations so much leaves nothing linear
LOST = 10.0
#: step of the central differences where there are no tangents (ReLU), in units of the overlaps
DIFFERENCE = 1e-5
#: step times norm of A: the flow of -A^T grows where that of A decays, and rounding with it
LONGEST = 3.0
HALVINGS = 12  #: of a step, at most
AHEAD = 8  #: intervals that are prepared side by side, on all cores
AFTER = slice(1, None)  #: the start
COVARIANCE = "covariance of one step"  #: name of a closure, which says why there is none
MEMORY = 4e9  #: bytes that the covariance of one step may take


@dataclass(frozen=True, eq=False)
class Fluctuations:
    """Predicted for one run at this N, at n times: covariance (n, d, d) of the state at 1/N, that
    is Sigma/N.

    The state is R row by row, the upper triangle of Q, w0, and what else the system has.  sd, also
    sd_R (n, K, M), sd_Q (n, K, K), sd_w0 (n, K), ..., and sd_eps_g (n,): standard deviations, NaN
    from where on the linear theory is lost.  bias, also bias_R, bias_Q, ...: the part of the shift
    of the mean, of order 1/N, that curvature of the drift makes.  linear (n,): whether the linear
    theory holds there; valid (n,): whether it does, and the covariance D of one step is known well
    enough up to there.  left_out: what D leaves out, at a few of the times that are ``linear``, up
    to the first at which it is too much.  indefinite: the first of these times at which D is no
    covariance, NaN where it always is one.  status: "ok", or why it stopped.  growth: between which
    times a change of the state grows the most, before the linear theory is given up.
    """

    N: int
    alpha: Array
    covariance: Array
    sd: State
    sd_eps_g: Array
    bias: State
    linear: Array
    valid: Array
    left_out: tuple[LeftOut, ...]
    indefinite: float
    status: str
    steps: int
    growth: Growth | None

    def __getattr__(self, name: str) -> Array:
        what, _, of = name.partition("_")
        if what not in ("sd", "bias") or not of:
            raise AttributeError(name)
        return getattr(getattr(self, what), of)  # type: ignore[no-any-return]


def fluctuations(
    problem: Problem,
    N: int,
    backend: str = "auto",
    alphas: Array | None = None,
    *,
    rtol: float = RTOL,
) -> Fluctuations:
    """Along the problem's trajectory from its start, where nothing fluctuates; at ``alphas`` or the
    times of [run]."""
    found = require_theory(require_constant(problem, "the fluctuations"))
    N, rtol = checked("N", integer(1), N), checked("rtol", TOLERANCE, rtol)
    if not found["diffusion"]:
        why = next((c for c in found.closures if c.startswith(COVARIANCE)), COVARIANCE)
        raise NotAvailable(
            f"the fluctuations of {found.name}",
            f"the covariance of one step was not derived{why.removeprefix(COVARIANCE)}",
            "choose one of " + ", ".join(e.name for e in catalogue() if e["diffusion"]),
        )
    for name in finite_for_diffusion(problem):
        raise NotAvailable(
            f"the fluctuations of {found.name} at {name} = {problem.parameters[name]:g}",
            f"the covariance of one step was derived for {name} -> inf",
            f"write {name} = inf into [parameters]",
        )
    # Two arrays over four units of the learner and four of both: averages and moments of eight
    # heads.
    if (
        problem.parameters.V != math.inf
        and 16 * problem.K**4 * (problem.K + problem.M) ** 4 > MEMORY
    ):
        raise NotAvailable(
            f"the fluctuations of {found.name} at K = {problem.K}, M = {problem.M}",
            f"the covariance of one step takes more than {MEMORY:.0e} bytes",
            "choose smaller K and M, or V = inf",
        )
    times = problem.require_run().alphas() if alphas is None else integration_times(alphas)
    if times[0] > 0:  # nothing fluctuates at the start, from where on everything is integrated
        whole = fluctuations(problem, N, backend, np.concatenate([[0.0], times]), rtol=rtol)
        later: dict[str, Any] = {"sd": whole.sd.at(AFTER), "bias": whole.bias.at(AFTER)}
        for name in (f.name for f in fields(whole)):
            if isinstance(getattr(whole, name), np.ndarray):
                later[name] = getattr(whole, name)[AFTER]
        return replace(whole, **later)
    mean = followed(problem, backend, times)
    flow = _Flow(problem, N, solvers.load(found.key, backend), mean.states.at(0))
    states = list(flow.flat.pack(mean.states))
    d = flow.size
    sigma, shift = np.zeros((len(states), d, d)), np.zeros((len(states), d))
    status, steps = mean.status, 0
    passed: list[Array] = []
    reached = next((t for t, y in enumerate(states) if not np.isfinite(y).all()), len(states))
    for t in range(1, reached):
        if (t - 1) % AHEAD == 0:
            flow.cover(states[:reached], mean.alpha.tolist(), t - 1 + AHEAD)
            flow.look_ahead(states[t - 1 : t + AHEAD], mean.alpha[t - 1 : t + AHEAD].tolist())
        made = flow.interval(
            states[t - 1], mean.alpha[t - 1], mean.alpha[t], sigma[t - 1], shift[t - 1], rtol
        )
        if made is None:
            status, reached = flow.failure(states[t - 1]), t
            break
        sigma[t], shift[t], used, flowed = made
        steps, passed = steps + used, [*passed, flowed]
        if not np.linalg.norm(shift[t]) <= LOST * math.sqrt(max(np.trace(sigma[t]), 0.0) / N):
            reached = min(reached, t + 1)
            break
    sigma[reached:], shift[reached:] = np.nan, np.nan
    variance = np.einsum("tii->ti", sigma) / N
    sd = flow.flat.unpack(np.sqrt(np.maximum(variance, 0.0)))
    sd_eps = np.array([flow.error_of_eps_g(y, s) for y, s in zip(states, sigma, strict=True)])
    bias = flow.flat.unpack(shift)
    # with the blocks of the inputs in front of the units, where there are some
    lengths = np.einsum("...kk->...k", mean.Q)[..., None]
    scale = np.sqrt(lengths * np.einsum("...nn->...n", problem.T)[..., None, :])
    with np.errstate(invalid="ignore"):
        bent = np.linalg.norm(shift, axis=1) > NONLINEAR * np.sqrt(variance.sum(axis=1))
        covariance = (variance >= 0).all(axis=1)  # which what is left out of D may spoil
        inside = (scale > sd.R) | (scale == 0)  # a teacher with no weights in a block
        small = inside.reshape(len(states), -1).all(axis=1)
        linear = np.isfinite(sd_eps) & ~bent & covariance & small
    valid, indefinite = linear.copy(), math.nan
    for t in np.flatnonzero(linear).tolist():
        if not flow.is_covariance(states[t], float(mean.alpha[t])):
            indefinite, valid[t:] = float(mean.alpha[t]), False
            break
    seen = flow.left_out(mean.alpha[linear], np.array(states)[linear])
    if not seen[-1].known:
        valid &= mean.alpha <= max((x.alpha for x in seen if x.known), default=-math.inf)
    parts = (sd, sd_eps, bias, linear, valid, tuple(seen))
    growth = largest_growth(mean.alpha.tolist(), passed)
    return Fluctuations(N, mean.alpha, sigma / N, *parts, indefinite, status, steps, growth)


class _Along(NamedTuple):
    """Of the trajectory in a step: states at the two Gauss points (2, d) and at its end, and the
    matrices [[A, D], [0, -A^T]] at the former."""

    inside: Array
    end: Array
    generators: list[Array]


class _Flow:
    """Jacobian, diffusion and curvature along a trajectory of one problem."""

    def __init__(self, problem: Problem, N: int, solver: Backend, start: State) -> None:
        p = problem.parameters
        self.problem, self.N, self.solver = problem, N, solver
        chosen: dict[str, Any] = solver_parameters(problem, solver)
        if "nodes" not in chosen and needs_rule(problem, require_theory(problem), diffusion=True):
            chosen |= solver.rule(problem.K, problem.M, p.nodes)
        self.chosen, self.many = chosen, Flow.of(problem, solver)
        self.by_tangents = not require_theory(problem)["guarded"]
        run = problem.require_run()
        self.rtol, self.atol = run.rtol, run.atol
        self.flat = layout(solver.entry.state, *problem.counts)
        self.size = self.flat.size
        self.moves = np.ones(self.size, dtype=bool)
        self.moves[self.flat.part("w0")] = problem.trains_start
        self.directions = np.eye(self.size)[self.moves]
        self.prepared: dict[tuple[float, float], _Along | None] = {}
        self.unknown = ""  # why D is not known with all powers of 1/P, if so
        self.exact = self._all_powers()
        over = None if self.unknown else over_tasks(problem, solver, self.exact, start)
        self.beyond = None if over is None else Difference(over, chosen, run.rtol, run.atol)
        self.covered, self.stretch = 0, AHEAD  # up to which place D is known, the next intervals

    def interval(
        self, y: Array, start: float, end: float, sigma: Array, shift: Array, rtol: float
    ) -> tuple[Array, Array, int, Array] | None:
        """Sigma and the shift of the mean from one time to the next, how many steps, and what takes
        changes of the state from one to the other; None where they diverge."""
        at, h, steps, halvings = start, end - start, 0, 0
        passed = np.eye(self.size)
        while at < end - 1e-12 * abs(end):
            h = min(h, end - at)
            whole = self.step(y, at, h, sigma, shift)
            first = None if whole is None else self.step(y, at, h / 2, sigma, shift)
            second = None if first is None else self.step(first[2], at + h / 2, h / 2, *first[:2])
            good = whole is not None and second is not None
            if good:
                error = float(np.abs(second[0] - whole[0]).max() / 15)  # type: ignore[index]
                good = error <= rtol * float(np.abs(second[0]).max()) or error < 1e-300  # type: ignore[index]
            if not good:
                h, halvings = h / 2, halvings + 1
                if halvings > HALVINGS:
                    return None
                continue
            assert first is not None and second is not None
            sigma, shift, y, flowed = second
            passed = flowed @ first[3] @ passed
            at, steps, halvings = at + h, steps + 1, max(halvings - 1, 0)
            h *= 2
        return sigma, shift, steps, passed

    def _all_powers(self) -> dict[str, Any]:
        """The solver's parameters with all powers of 1/P."""
        problem, p = self.problem, self.problem.parameters
        if p.closure == "exact":
            return self.chosen
        exact = {**self.chosen, "first_order": 0}
        whole = problem.with_changes(parameters={"closure": "exact"})
        if needs_rule(whole, require_theory(whole), diffusion=True):
            try:
                exact |= self.solver.rule(problem.K, problem.M, p.nodes)
            except BackendError as error:  # the problem itself needs none
                self.unknown = error.why
        return exact

    def cover(self, states: list[Array], alphas: list[float], last: int) -> None:
        """Makes D known at least up to the time at this place, or the last of these states; in
        stretches that are twice as long where one parabola was enough for the one before."""
        if self.beyond is None:
            return
        while self.covered < min(last, len(states) - 1):
            start, end = self.covered, min(self.covered + self.stretch, len(states) - 1)
            begins, ends = (self.flat.unpack(states[t]) for t in (start, end))
            parabolas = self.beyond.cover(alphas[start], begins, alphas[end], ends)
            self.covered, self.stretch = end, self.stretch * (2 if parabolas == 1 else 1)

    def diffusion(self, state: State, alpha: float) -> Array:
        """D at a time that is covered."""
        D = self.solver.diffusion(state, self.chosen)
        return D if self.beyond is None else D + self.beyond(alpha)

    def look_ahead(self, states: list[Array], alphas: list[float]) -> None:
        """Prepares what ``interval`` first asks for from each time to the next."""
        self.prepared.clear()

        def prepare(t: int) -> None:
            h = alphas[t + 1] - alphas[t]
            self.along(states[t], alphas[t], h)
            first = self.along(states[t], alphas[t], h / 2)
            if first is not None:
                self.along(first.end, alphas[t] + h / 2, h / 2)

        ends = np.array(states[1:])
        spread(prepare, range(int(np.isfinite(ends).all(axis=1).sum())))

    def step(
        self, y: Array, at: float, h: float, sigma: Array, shift: Array
    ) -> tuple[Array, Array, Array, Array] | None:
        """One step of length h: Sigma, the shift of the mean, the state, and the flow of its
        changes."""
        along = self.along(y, at, h)
        if along is None:
            return None
        c = self.curvature(along.inside, sigma).mean(axis=0)
        if not np.isfinite(c).all():
            return None
        from scipy.linalg import expm  # slow to import

        n, (X, Y) = self.size, along.generators
        flow = expm(h / 2 * (X + Y) + math.sqrt(3) / 12 * h * h * (Y @ X - X @ Y))
        F, G = flow[:n, :n], flow[:n, n:]
        made = (F @ sigma + G) @ F.T
        return (made + made.T) / 2, F @ (shift + h / 2 * c) + h / 2 * c, along.end, F

    def along(self, y: Array, at: float, h: float) -> _Along | None:
        """What a step of length h from y needs of the trajectory; None where it is too long."""
        if (at, h) not in self.prepared:
            self.prepared[at, h] = self._along(y, at, h)
        return self.prepared[at, h]

    def _along(self, y: Array, at: float, h: float) -> _Along | None:
        gauss = math.sqrt(3) / 6
        times = at + h * np.array([0.0, 0.5 - gauss, 0.5 + gauss, 1.0])
        state = self.flat.unpack(y)
        moved = self.solver.integrate(state, self.chosen, times, rtol=self.rtol, atol=self.atol)
        if moved.status != "ok":
            return None
        states = moved.states.each()[1:3]
        n = self.size
        drifts = [self.jacobian(place) for place in states]
        if not all(np.isfinite(A).all() for A in drifts):
            return None
        if h * max(np.linalg.norm(A, 2) for A in drifts) > LONGEST:
            return None
        generators = []
        for A, place, time in zip(drifts, states, times[1:3].tolist(), strict=True):
            D = self.diffusion(place, time)
            generators.append(np.block([[A, D], [np.zeros((n, n)), -A.T]]))
        if not np.isfinite(generators).all():
            return None
        flat = self.flat.pack(moved.states)
        return _Along(flat[1:3], flat[3], generators)

    def jacobian(self, state: State) -> Array:
        """A (d, d): by central differences where many slopes are fast, or there are no tangents;
        else, and where a neighbour is no covariance, by tangents. What does not move has no
        column."""
        A = np.zeros((self.size, self.size))
        if self.many.by_vectors or not self.by_tangents:
            y, steps = self.flat.pack(state), DIFFERENCE * self.directions
            up, down = np.split(self.many.slopes(np.concatenate([y + steps, y - steps])), 2)
            A[:, self.moves] = (up - down).T / (2 * DIFFERENCE)
        if self.by_tangents and not (self.many.by_vectors and np.isfinite(A).all()):
            A[:, self.moves] = self.solver.tangents(state, self.directions, self.chosen).T
        return A

    def failure(self, y: Array) -> str:
        """Why there is no step from here."""
        if np.isfinite(self.jacobian(self.flat.unpack(y))).all():
            return "fluctuations diverge"
        return "no Jacobian, for the covariance of the fields is singular or none"

    def curvature(self, y: Array, sigma: Array) -> Array:
        """< f(y + s) > - f(y) at states y (n, d), to second order: half the second differences
        along the axes of Sigma/N."""
        values, vectors = np.linalg.eigh(sigma / self.N)
        # Directions that hardly fluctuate add nothing; a small step keeps the overlaps a
        # covariance.
        axes = (values > 1e-6 * values[-1]) & (values[-1] > 0)
        h = np.minimum(np.sqrt(values[axes]), 1e-3)
        steps = h[:, None] * vectors.T[axes]
        steps[:, ~self.moves] = 0.0  # what does not move stays, to the last bit
        total = []
        for x in y:
            around = np.concatenate([x[None], x + steps, x - steps])
            centre, up, down = np.split(self.many.slopes(around), [1, 1 + len(h)])
            total.append(values[axes] / h**2 @ (up + down - 2 * centre) / 2)
        return np.array(total)

    def is_covariance(self, state: Array, alpha: float) -> bool:
        """Whether D has no negative eigenvalue beyond rounding: of its largest, and of the squares
        it is a mean of."""
        here = self.flat.unpack(state)
        values = np.linalg.eigvalsh(self.diffusion(here, alpha))
        floor = slope_floor(lambda x: self.solver.rhs(x, self.chosen), here)
        squares = max(floor.of.values()) ** 2 / ROUNDING
        return bool(values[0] >= -1e-9 * values[-1] - squares)

    def left_out(self, alphas: Array, states: Array) -> list[LeftOut]:
        """What D leaves out, at a few of these times."""
        if self.unknown:
            return [LeftOut(float(alphas[0]), math.inf, math.inf, why=self.unknown)]
        at, chosen = places(alphas, self.flat.unpack(states))
        if self.beyond is not None:
            return left_out_over_tasks(self.beyond, self.flat.labels, at, chosen)
        return left_out(self.problem, self.solver, self.chosen, self.exact, at, chosen)

    def error_of_eps_g(self, y: Array, sigma: Array) -> float:
        """Standard deviation of eps_g, from its gradient."""
        if not (np.isfinite(y).all() and np.isfinite(sigma).all()):
            return math.nan
        state = self.flat.unpack(y)
        gradient = np.zeros(self.size)
        if self.by_tangents:
            gradient[self.moves] = self.solver.observable_tangents(
                "eps_g", state, self.directions, self.chosen
            )
        moving = zip(np.flatnonzero(self.moves), self.directions, strict=True)
        for j, e in () if self.by_tangents else moving:
            ends = [self.flat.unpack(y + sign * DIFFERENCE * e) for sign in (1, -1)]
            up, down = (self.solver.observable("eps_g", end, self.chosen) for end in ends)
            gradient[j] = (up - down) / (2 * DIFFERENCE)
        return math.sqrt(max(float(gradient @ sigma @ gradient) / self.N, 0.0))

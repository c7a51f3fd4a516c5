"""What becomes of small changes of the state and of parameters, from one time to the next.

Along the flow dx/dalpha = F(x; p), with the Jacobian J = dF/dx,

    dPhi/dalpha = J Phi ,   ds/dalpha = J s + dF/dp ,   Phi(start) = 1 ,   s(start) = 0 ,

are integrated together with x.  J and dF/dp are derived: rows of the transposed equations.  Where
units that coincide have no slopes, as with ReLU, there are differences of eighth order of F, which
are exact for polynomials, as slopes are of rates and of one over a number of samples.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from ..problems.problem import Stage
from ..solvers import batch
from ..solvers.base import Array, Backend, between
from ..solvers.layout import layout
from .differences import places, weights
from .given import needs_rule, stage_parameters
from .limits import require_theory
from .work import require_within_reach

__all__ = ["Interval", "Transition"]

#: Of differences, relative: shorter ones where a longer one is not good enough, or not defined.
STEPS = (2.0**-4, 2.0**-7, 2.0**-10)
GOOD = 1e-11  #: relative error of a difference that is
#: Of the largest slope: what is less than that is not seen, for slopes cancel where the flow rests.
FLOOR = 1e-12
AT_ZERO = 0.5  #: the scale of changes of a parameter that is 0
LEAST = 1e-3  #: the least scale of those of overlaps

SMALL = 1e-2  #: absolute tolerance of derivatives, in the relative one
MAX_STEPS = 20_000  #: in all, beside one of each interval
SOME = 200  #: steps after which it is asked how far they came, each time

#: Of packed states (n, size) and parameters, those that change (n,): values (n, ...).
Function = Callable[[Array, dict[str, Any]], Array]


class Interval(NamedTuple):
    """Over one interval: ``state`` (d, d), dx(end)/dx(start), and ``parameters`` (d, p), dx(end)/dp
    with x(start) held; where rates change (d, 2 p), with respect to their values at both ends."""

    state: Array
    parameters: Array

    def after(self, first: Interval) -> Interval:
        """Both intervals, one after the other."""
        parameters = self.state @ first.parameters + self.parameters
        return Interval(self.state @ first.state, parameters)


@dataclass(frozen=True, eq=False)
class _Change:
    """Of the packed state along an axis, or of a parameter: its value is ``at`` + t, or of a number
    of samples 1/(``at`` + t); ``sign``: of t where it can only have one."""

    axis: Array
    name: str = ""
    at: float = 0.0
    scale: float = 1.0
    sign: int = 0
    inverse: bool = False

    def moved(self, step: float) -> Array:
        """The t (8,) at which a function of it is needed."""
        return (self.sign or 1) * step * self.scale * places(ahead=self.sign != 0)

    def value(self, t: Array) -> Array:
        return 1 / (self.at + t) if self.inverse else self.at + t

    def weights(self, step: float) -> Array:
        """Of f at these t, less f(0), (2, 8): df/d value, and the same of lower order."""
        length = (self.sign or 1) * step * self.scale
        per = -(self.at**2) if self.inverse else 1.0  # of t per value
        return per / length * weights(ahead=self.sign != 0)


class Transition:
    """Of a stage, with respect to what moves of its packed state and to the parameters of these
    ``names``.  ``heads``: whether heads move, here or in another stage.

    Where rates change, p(alpha) = (1 - s) p_0 + s p_1 with the share s of the way, what a parameter
    does at each moment goes to its values at both ends, with weights 1 - s and s.

    error: the most so far by which a difference errs, of the largest element of those along the
    same change, or FLOOR of the largest that has been seen.  steps: how many were taken from
    the time ``begun`` on; seen: the time at which it was last asked how far they come.
    """

    def __init__(self, stage: Stage, solver: Backend, names: Sequence[str], *, heads: bool) -> None:
        self.stage, self.names, problem = stage, names, stage.problem
        system, run = require_theory(problem), problem.require_run()
        self.problem, self.solver, self.system = problem, solver, system.key
        self.steps, self.begun, self.seen = 0, 0.0, 0.0
        self.first, self.last = stage_parameters(stage, solver)
        self.chosen: dict[str, Any] = self.first
        self.share = 0.0
        self.flat = layout(solver.entry.state, *problem.counts)
        everything, rests = np.arange(self.flat.size), self.flat.places(problem.facts.heads)
        self.moves = everything if heads else np.delete(everything, rests)
        self.axes = np.eye(self.flat.size)[self.moves]
        self.guarded, self.by_differences = bool(system["guarded"]), False
        self.rtol, self.atol = run.rtol, run.atol
        self.parameters = [self._parameter(name) for name in names]
        self.columns = [solver.entry.continuous.index(name) for name in names]
        few = problem.parameters.get("P", math.inf) != math.inf
        self.by_vectors = (
            solver.name == "c"
            and not needs_rule(problem, system)
            and batch.supports_batch(system.key, few=few)
        )
        self.error, self.largest = 0.0, dict[tuple[int, ...], float]()

    def over(self, y: Array, end: Array, start: float, last: float) -> Interval:
        """From the packed state y at a time to that at the ``last`` of an interval; NaN where one
        of them is, ``ProblemError`` where that would not end."""
        from scipy.integrate import DOP853  # slow to import

        n, d = self.flat.size, len(self.moves)
        p = len(self.parameters) * len(self.shares)
        lost = Interval(np.full((d, d), np.nan), np.full((d, p), np.nan))
        if not np.isfinite([y, end]).all():
            return lost
        if not self.steps:
            self.begun = self.seen = start

        def slope(t: float, z: Array) -> Array:
            self.go_to(start + t)
            drift, moved = self._moved(z[:n], z[n:].reshape(-1, n))
            return np.concatenate([drift, moved.ravel()])

        whole = np.concatenate([y, self.axes.ravel(), np.zeros(n * p)])
        atol = np.concatenate([np.full(n, self.atol), np.full(n * (d + p), SMALL * self.rtol)])
        span = last - start
        options: dict[str, Any] = {"rtol": self.rtol, "atol": atol, "first_step": span}
        with np.errstate(all="ignore"):
            run = DOP853(slope, 0.0, whole, span, **options)
            while run.status == "running":
                run.step()
                self.steps += run.status == "running"  # the last of an interval counts for nothing
                if run.status == "running" and self.steps % SOME == 0:
                    self._require_within_reach(start + float(run.t))
        if run.status == "failed":
            return lost
        rows = run.y[n:].reshape(-1, n)[:, self.moves]
        return Interval(rows[:d].T, rows[d:].T)

    def go_to(self, alpha: float) -> None:
        """Takes the parameters of a time."""
        if self.last is not None:
            self.share = float(self.stage.share(alpha))
            self.chosen = between(self.first, self.last, self.share)
            self.parameters = [self._parameter(name) for name in self.names]

    @property
    def shares(self) -> tuple[float, ...]:
        """Of what a parameter does here, those that its values at the ends have."""
        return (1.0,) if self.last is None else (1 - self.share, self.share)

    def _require_within_reach(self, alpha: float) -> None:
        last, what = self.problem.require_run().alpha_end, "steps of derivatives"
        asked = [(SOME, self.seen)] + [(self.steps, self.begun)] * (self.steps >= MAX_STEPS)
        for steps, start in asked:
            span = (start, alpha, last)
            require_within_reach(self.problem, steps, MAX_STEPS, span, what=what)
        self.seen = alpha

    def drift(self, y: Array) -> Array:
        """F (size,) at a packed state."""
        return self.flat.pack(self.solver.rhs(self.flat.unpack(y), self.chosen))

    def jacobian(self, y: Array) -> Array:
        """J (d, d) over what moves."""
        if (found := self._derived("rhs", y)) is not None:
            return found[0][self.moves]
        made = self._slopes(self._drifts, y, self.drift(y), self._of_state(y))
        return np.asarray(made[:, self.moves].T)

    def _moved(self, y: Array, rows: Array) -> tuple[Array, Array]:
        """F (size,), and of rows (d + p, size), changes of the state, J times each, of those of the
        p parameters, or of their values at both ends, with dF/dp."""
        p = len(self.parameters)
        if not np.isfinite(y).all():
            return np.full_like(y, np.nan), np.full_like(rows, np.nan)
        drift = self.drift(y)
        if (derived := self._derived("rhs", y)) is not None:
            made = rows[:, self.moves] @ derived[0].T
            self._add(made, derived[1].T)
            return drift, made
        changes = [*self._of_state(y), *self.parameters]
        found = self._slopes(self._drifts, y, drift, changes)
        made = rows[:, self.moves] @ found[: len(self.moves)]
        self._add(made, found[len(found) - p :])
        return drift, made

    def _add(self, rows: Array, by_parameter: Array) -> None:
        """To the last of rows, those of parameters, what these do (p, size)."""
        made = np.concatenate([share * by_parameter for share in self.shares])
        rows[len(rows) - len(made) :] += made

    def gradients(self, y: Array, observable: str = "eps_g") -> tuple[Array, Array]:
        """d observable/dx (d,) and d observable/dp (p,) with x held."""
        if (derived := self._derived(observable, y)) is not None:
            return derived[0][0], derived[1][0]

        def measured(states: Array, changed: dict[str, Any]) -> Array:
            found = []
            for x, chosen in zip(states, self._each(changed, len(states)), strict=True):
                found.append(self.solver.observable(observable, self.flat.unpack(x), chosen))
            return np.array(found)

        here = measured(y[None], {})[0]
        by_parameter = self._slopes(measured, y, here, self.parameters)
        by_state = self._slopes(measured, y, here, self._of_state(y))
        return by_state, by_parameter

    def _derived(self, function: str, y: Array) -> tuple[Array, Array] | None:
        """Of the slopes, or an observable: by what moves (n, d) and by the parameters (n, p); None
        where that is not derived."""
        factors = np.eye(len(y)) if function == "rhs" else np.ones(1)
        state = self.flat.unpack(y)
        by_state, by_all = self.solver.backwards(function, state, factors, self.chosen)
        by_state, by_parameter = by_state[:, self.moves], by_all[:, self.columns]
        if function == "rhs":  # of what rests nothing is asked
            rests = np.delete(np.arange(len(y)), self.moves)
            by_state[rests], by_parameter[rests] = 0.0, 0.0
        known = np.isfinite(by_state).all() and np.isfinite(by_parameter).all()
        if known or not self.guarded:
            return by_state, by_parameter
        self.by_differences = True
        return None

    def _of_state(self, y: Array) -> list[_Change]:
        scale = max(LEAST, float(np.abs(y).max()))
        return [_Change(axis, scale=scale) for axis in self.axes]

    def _parameter(self, name: str) -> _Change:
        value, nothing = float(self.chosen[name]), np.zeros(self.flat.size)
        if self.solver.entry.values[name] == "samples":  # of which there cannot be less than one
            return _Change(nothing, name, 1 / value, 1 / value, sign=-1, inverse=True)
        return _Change(nothing, name, value, value or AT_ZERO, sign=0 if value else 1)

    def _slopes(
        self, function: Function, y: Array, here: Array, changes: Sequence[_Change]
    ) -> Array:
        """The slopes (n, ...) of a function along n changes; NaN where it is not defined."""
        shape = np.shape(here)
        best = np.full((len(changes), *shape), np.nan)
        errors = np.full(len(changes), np.inf)
        floor = self._floor(here) / np.array([change.scale for change in changes])
        for step in STEPS:
            bad = np.flatnonzero(~(errors <= GOOD))
            if not len(bad):
                break
            some = [changes[i] for i in bad.tolist()]
            apart = self._around(function, y, some, step).reshape(len(bad), 8, -1) - here.ravel()
            fine, rough = np.moveaxis(np.array([c.weights(step) for c in some]) @ apart, 1, 0)
            size = np.abs(fine).max(axis=1) + floor[bad]
            error = np.abs(fine - rough).max(axis=1) / size
            better = error < errors[bad]  # and not where one is NaN
            best[bad[better]] = fine.reshape(-1, *shape)[better]
            errors[bad[better]] = error[better]
        known = errors[np.isfinite(errors)]
        self.error = max(self.error, float(known.max(initial=0.0)))
        return best

    def _floor(self, here: Array) -> float:
        """What of the values of a function is below GOOD of it counts as rounding: some of the
        largest so far."""
        key, size = np.shape(here), float(np.abs(here).max())
        self.largest[key] = max(size, self.largest.get(key, 0.0))
        return FLOOR / GOOD * self.largest[key]

    def _around(
        self, function: Function, y: Array, changes: Sequence[_Change], step: float
    ) -> Array:
        """Values at 8 places along each change, in one call."""
        states = np.repeat(y[None], 8 * len(changes), axis=0)
        names = {change.name for change in changes if change.name}
        changed = {name: np.full(len(states), float(self.chosen[name])) for name in names}
        for i, change in enumerate(changes):
            rows, t = slice(8 * i, 8 * i + 8), change.moved(step)
            if change.name:
                changed[change.name][rows] = change.value(t)
            else:
                states[rows] += t[:, None] * change.axis
        return function(states, changed)

    def _drifts(self, states: Array, changed: dict[str, Any]) -> Array:
        """F of packed states (n, size), each with its own values (n,) of what is changed."""
        if self.by_vectors:
            unpacked, chosen = self.flat.unpack(states), {**self.chosen, **changed}
            return batch.evaluate_batch(self.system, "rhs", unpacked, chosen)
        found = []
        for y, chosen in zip(states, self._each(changed, len(states)), strict=True):
            found.append(self.flat.pack(self.solver.rhs(self.flat.unpack(y), chosen)))
        return np.array(found)

    def _each(self, changed: dict[str, Any], count: int) -> list[dict[str, Any]]:
        """The parameters of each of so many states."""
        found = [dict(self.chosen) for _ in range(count)]
        for name, values in changed.items():
            for chosen, value in zip(found, values.tolist(), strict=True):
                chosen[name] = value
        return found

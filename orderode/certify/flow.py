"""Where the theory takes many states at once, in short times: slopes and flows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from ..problems.problem import Problem
from ..simulate.compiled import cores, spread
from ..solvers import batch
from ..solvers.base import Array, Backend, Parameters, State, between
from ..solvers.layout import layout
from ..solvers.numpy import NumpyBackend
from ..theory.integrate import solver_parameters
from ..theory.limits import require_theory

__all__ = ["Flow", "fourth_order"]

TOGETHER = 64  #: states in one call of the numpy backend
FEW = 64  #: states that are not worth a thread of their own
DIFFERENCE = 1e-6  #: of an order parameter, for the Jacobian


class Flow:
    """The theory at many flat states (n, size), which lie as ``flat`` says.  Where rates change,
    from those ``chosen`` to those of ``then``, each state has those at its share of the way (n,);
    of None all have those ``chosen``."""

    def __init__(
        self,
        solver: Backend,
        chosen: Parameters,
        counts: tuple[int, ...],
        system: str | None = None,
        then: Parameters | None = None,
    ) -> None:
        """``counts``: K, M, and of inputs in blocks the number of these."""
        self.solver, self.chosen, self.then = solver, chosen, then
        self.flat = layout(solver.entry.state, *counts)
        few = chosen.get("P", np.inf) not in (None, np.inf)
        self.most = 1 if "nodes" in chosen else TOGETHER
        compiled = system is not None and solver.name == "c" and "nodes" not in chosen
        by_vectors = compiled and batch.supports_batch(str(system), few=few)
        self.system = system if by_vectors else None

    @classmethod
    def of(
        cls,
        problem: Problem,
        solver: Backend,
        chosen: Parameters | None = None,
        then: Parameters | None = None,
    ) -> Flow:
        """Of a problem, or of other parameters in its place."""
        key = require_theory(problem).key
        given = solver_parameters(problem, solver) if chosen is None else chosen
        return cls(solver, given, problem.counts, key, then)

    @property
    def by_vectors(self) -> bool:
        """Whether many states take the time of a few."""
        return self.system is not None

    def _at(self, share: Array | float | None) -> Parameters:
        if self.then is None or share is None:
            return self.chosen
        return between(self.chosen, self.then, share)

    def slopes(self, x: Array, share: Array | None = None) -> Array:
        """dx/dalpha (n, size)."""
        if self.system is not None:
            return self._evaluated(self.system, "rhs", x, share)
        if isinstance(self.solver, NumpyBackend) and (self.then is None or share is None):
            return np.concatenate(
                [self._in_numpy(part) for part in np.split(x, range(self.most, len(x), self.most))]
            )
        pack, unpack = self.flat.pack, self.flat.unpack
        each = [None] * len(x) if share is None else share.tolist()
        found = []
        for y, s in zip(x, each, strict=True):
            found.append(pack(self.solver.rhs(unpack(y), self._at(s))))
        return np.array(found)

    def _in_numpy(self, x: Array) -> Array:
        """Slopes of some states in one call."""
        moved = self.flat.unpack(x).map(lambda part: np.moveaxis(part, 0, -1))
        with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
            found = self.solver.rhs(moved, self.chosen)
        arrays = []
        for array, shape in zip(found, self.flat.shapes, strict=True):
            arrays.append(np.moveaxis(np.broadcast_to(array, (*shape, len(x))), -1, 0))
        return self.flat.pack(arrays)

    def error(self, x: Array, share: Array | None = None) -> Array:
        """eps_g (n,)."""
        if self.system is not None:
            return self._evaluated(self.system, "eps_g", x, share)
        if self.then is None or share is None:
            return self.solver.observables("eps_g", self.flat.unpack(x), self.chosen)
        states = self.flat.unpack(x).each()
        found = []
        for state, s in zip(states, share.tolist(), strict=True):
            found.append(self.solver.observable("eps_g", state, self._at(s)))
        return np.array(found)

    def _evaluated(self, system: str, function: str, x: Array, share: Array | None) -> Array:
        """By vector kernels, on all cores."""
        places = np.array_split(np.arange(len(x)), max(1, min(cores(), len(x) // FEW)))
        made: list[Array] = [np.empty(0)] * len(places)

        def part(i: int) -> None:
            states = self.flat.unpack(x[places[i]])
            chosen = self._at(None if share is None else share[places[i]])
            made[i] = batch.evaluate_batch(system, function, states, chosen)

        spread(part, range(len(places)))
        return np.concatenate(made)

    def carried(
        self,
        x: Array,
        spans: Array,
        shares: tuple[Array, Array] | None = None,
        *,
        rtol: float,
        atol: float,
    ) -> Array:
        """Where the flow takes each x (n, size) in its span (n,), within the tolerance; NaN where
        it leaves what is defined.  ``shares`` of the way at which each begins and ends."""
        made = np.empty_like(x)
        first, last = (None, None) if shares is None or self.then is None else shares
        for span in np.unique(spans):
            rows = np.flatnonzero(spans == span)
            times = np.array([0.0, span])
            ways: dict[str, Any] = {"rtol": rtol, "atol": atol}
            if self.system is None:
                for i in rows:
                    if first is not None and last is not None:
                        ways["then"] = self._at(float(last[i]))
                    chosen = self._at(None if first is None else float(first[i]))
                    state = self.flat.unpack(x[i])
                    end = self.solver.integrate(state, chosen, times, **ways)
                    made[i] = self.flat.pack(end.states.at(-1))
            else:
                if first is not None and last is not None:
                    ways["then"] = self._at(last[rows])
                states = self.flat.unpack(x[rows])
                chosen = self._at(None if first is None else first[rows])
                ends = batch.integrate_batch(
                    self.system, states, chosen, times, **ways, threads=cores()
                )
                made[rows] = self.flat.pack(ends.states)
        return made

    def completed(self, measured: State, theory: State) -> State:
        """What was measured of runs at some times (times, runs, ...), and what was not as the
        theory has it at these times (times, ...)."""
        found = {}
        for name, shape in zip(self.flat.names, self.flat.shapes, strict=True):
            if name in measured.names:
                found[name] = getattr(measured, name)
            else:
                front = measured.R.shape[:2]
                found[name] = np.broadcast_to(getattr(theory, name)[:, None], (*front, *shape))
        return State(**found)

    def rates(self, x: Array, share: Array | None = None) -> Array:
        """The largest factor |f'| (n,) by which slopes answer a change of the order parameters."""
        f, steps = self.slopes(x, share), DIFFERENCE * np.eye(x.shape[1])
        start = self.flat.part("w0")
        if not (x[:, start].any() or f[:, start].any()):
            # a head start that rests; elsewhere it may need a rule
            steps = np.delete(steps, start, axis=0)
        columns = [(self.slopes(x + step, share) - f) / DIFFERENCE for step in steps]
        # A neighbour may be no covariance.
        J = np.nan_to_num(np.stack(columns, axis=2), nan=0.0, posinf=0.0, neginf=0.0)
        return np.asarray(np.linalg.norm(J, 2, axis=(1, 2)))


def fourth_order(
    slopes: Callable[[Array, Array], Array], x: Array, alpha: Array, h: Array, a: Array
) -> Array:
    """One step of Runge and Kutta's fourth order from x (n, size) at alpha (n,), where slopes are
    a, over h (n,)."""
    step = h[:, None]
    b = slopes(x + step / 2 * a, alpha + h / 2)
    c = slopes(x + step / 2 * b, alpha + h / 2)
    return np.asarray(x + step / 6 * (a + 2 * b + 2 * c + slopes(x + step * c, alpha + h)))

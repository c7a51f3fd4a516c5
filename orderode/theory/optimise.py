"""Schedules of rates that make eps_g small: piecewise constant, or on straight lines, by gradients
over all pieces.

The objective is log eps_g at the end of [run], or of its mean over alpha. Its gradient with respect
to all pieces is one pass back through the steps (``back``), exact for the numbers that these give;
where units coincide that then have no slopes, it is that of central differences, all of whose
trajectories are one call of the vector kernels: at tolerance tol and step h in units of the bounds
its error is some tol/h + h^2. SciPy's L-BFGS-B goes down from some starts, of which the best
constant rates are one, so that no schedule is worse than these.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from .. import solvers
from ..errors import NotAvailable, ProblemError
from ..models.catalogue import Entry
from ..problems.problem import Problem
from ..problems.schedule import LINEAR, varying
from ..problems.schema import integer
from ..shown import Drawn
from ..solvers import batch
from ..solvers.base import Array, State
from ..solvers.layout import layout
from .arguments import checked, require_constant, require_explicit
from .back import Leg, answered
from .elements import WithElements, element, placed
from .integrate import needs_rule, solver_parameters, start_state
from .limits import require_theory
from .reach import require_end
from .work import require_common, uncommon

__all__ = ["Bounds", "Optimised", "bounds_of", "optimise", "written_values"]

PIECES = integer(1, 200)
STARTS = integer(0, 100)
SEED = integer(0)
RTOL, ATOL = 1e-9, 1e-13  #: of trajectories, unless [run] asks for less error
STEP = 1e-4  #: of differences, in units of the bounds
COARSE = {1: 41, 2: 12, 3: 6}  #: constants that are tried along each rate, by their number
DRAWN = 256  #: of them, for more rates
TIMES = 17  #: in a piece, for the mean
LOST = 50.0  #: the objective of a trajectory that fails
MOST = {"c": 100_000, "numpy": 5_000}  #: steps of a trajectory: one that takes more is lost

#: Of a rate: its name, and the least and largest value.
Bounds = tuple[str, float, float]


@dataclass(frozen=True, eq=False, repr=False)
class Optimised(Drawn):
    """The best schedule found: ``problem`` has it; values (n, m) of the n varied rates, from each
    of ``alphas`` (m,) on, or at them where rates are ``linear`` in between; ``eps_g`` what is
    minimised, at the end or on average, ``constant`` the best constant rates (n,) and
    ``constant_eps_g`` what they make of it.

    slope: what is left of the gradient of log eps_g where no bound stands in the way, per width of
    the bounds, the largest element. tried: what each start came to. trajectories: integrated, of
    which ``lost`` did not come to the end in MOST steps; backwards: whether gradients are passes
    back through them, else differences. least: what eps_g is no smaller than, for overlaps err by
    so much.
    """

    problem: Problem
    bounds: tuple[Bounds, ...]
    mean: bool
    alphas: Array
    values: Array
    eps_g: float
    constant: Array
    constant_eps_g: float
    slope: float
    tried: tuple[float, ...]
    trajectories: int
    backwards: bool
    linear: bool
    lost: int
    least: float
    seed: int
    backend: str
    digest: str
    of: tuple[str, ...] = ("eps_g",)

    def __repr__(self) -> str:
        rates = ", ".join(name for name, _, _ in self.bounds)
        return (
            f"<Optimised: {rates}, {len(self.alphas)} values; {self._what} {self.eps_g:.6g},"
            f" constant {self.constant_eps_g:.6g}>"
        )

    @property
    def _what(self) -> str:
        name = self.of[0] if len(self.of) == 1 else f"the average of {', '.join(self.of)}"
        return f"mean {name}" if self.mean else f"{name} at the end"

    def summary(self) -> str:
        """For people."""
        lines = [f"{'at' if self.linear else 'from'} alpha".ljust(13) + _row(self.alphas)]
        for (name, low, high), row in zip(self.bounds, self.values, strict=True):
            lines.append(f"{name:<12} {_row(row)}  (from {low:g} to {high:g})")
        named = zip(self.bounds, self.constant, strict=True)
        best = ", ".join(f"{name} = {x:.4g}" for (name, _, _), x in named)
        share = 100 * (1 - self.eps_g / self.constant_eps_g)
        lines += [
            f"{self._what}: {self.eps_g:.6g}, {share:.1f} % below {self.constant_eps_g:.6g} of the"
            f" best constant rates, {best}",
            f"what is left of the gradient of its log: {self.slope:.1e} per width of the bounds;"
            f" {len(self.tried)} starts, of which"
            f" {sum(x < self.eps_g * 1.01 for x in self.tried)} came within 1 % of the best;"
            f" {self.trajectories} trajectories, gradients by"
            f" {'a pass back through each' if self.backwards else 'differences'}"
            + (f"; {self.lost} did not come to the end" if self.lost else ""),
        ]
        if self.eps_g <= self.least * (1 + 1e-9):
            lines.append(
                f"{self._what} is at the least that is told apart, {self.least:.1e}, by which"
                " overlaps err: many rates may be as good"
            )
        return "\n".join(lines)

    def arrays(self) -> dict[str, Any]:
        """Everything, by name, for a result file."""
        found: dict[str, Any] = {"alpha": self.alphas}
        for (name, low, high), row, x in zip(self.bounds, self.values, self.constant, strict=True):
            found |= {name: row, f"{name}_constant": x, f"{name}_bounds": np.array([low, high])}
        found |= {"eps_g": self.eps_g, "constant_eps_g": self.constant_eps_g, "slope": self.slope}
        return found | {"tried": np.array(self.tried), "mean": float(self.mean)}


def _row(values: Array) -> str:
    return " ".join(f"{x:8.4g}" for x in values)


def optimise(
    problem: Problem,
    bounds: Sequence[Bounds],
    pieces: int = 10,
    backend: str = "auto",
    *,
    mean: bool = False,
    starts: int = 3,
    seed: int = 0,
    linear: bool = False,
    of: str | Sequence[str] = "eps_g",
) -> Optimised:
    """The schedule of these rates, constant in ``pieces`` of equal length, that makes eps_g least
    at the end of [run], or its ``mean`` over alpha; from the best constants and ``starts`` more,
    drawn with the ``seed`` around them.  With ``linear`` rates go along straight lines between the
    ends of pieces.  ``of``: another observable instead of eps_g, or the average of some, such as
    the errors of both tasks of a set.  The variance of a block of the inputs, "variances[2]", may
    be varied as a rate is.

    Where eps_g itself depends on a rate, as that after an inner step does, it is that with the
    rates of the last piece.
    """
    problem = require_constant(problem, "the optimisation")
    require_explicit(problem, "the optimisation")
    pieces, count = checked("pieces", PIECES, pieces), checked("starts", STARTS, starts)
    seed = checked("seed", SEED, seed)
    linear = checked("linear", LINEAR, linear)
    names_of = (of,) if isinstance(of, str) else tuple(of)
    checked_bounds = _checked(problem, bounds)
    field = _Objective(problem, checked_bounds, pieces, backend, mean, linear, names_of)
    n, knots = len(field.bounds), len(field.knots)

    def tied(x: Array) -> Array:
        return np.repeat(x, knots, axis=-1)

    rng = np.random.default_rng(seed)
    side = COARSE.get(n)
    coarse = (
        rng.random((DRAWN, n))
        if side is None
        else np.stack(np.meshgrid(*n * [np.linspace(0, 1, side)]), axis=-1).reshape(-1, n)
    )
    values = field(tied(coarse))
    if not values.min() < LOST:
        why = (
            "no trajectory of constant rates within the bounds reaches the end of [run] in"
            f" {MOST[field.solver.name]} steps"
        )
        raise NotAvailable("the optimisation", why, "Lower the bounds, or run.alpha_end")

    def at_constants(x: Array) -> tuple[float, Array]:
        value, gradient = field.with_gradient(tied(x))
        return value, gradient.reshape(n, knots).sum(axis=1)

    constant, best_constant, _ = _descended(at_constants, coarse[values.argmin()])
    found = []
    for i in range(count + 1):
        start = tied(constant)
        if i:
            start = np.clip(start + 0.3 * rng.standard_normal(start.shape), 0, 1)
        found.append(_descended(field.with_gradient, start))
    x, value, slope = min(found, key=lambda f: f[1])
    if best_constant < value:  # of one piece, or where differences see nothing
        x, value = tied(constant), best_constant
    table = field.values(x[None])[0]
    columns = []
    for row in table.T.tolist():
        columns.append(written_values(problem, dict(zip(field.names, row, strict=True))))
    first, *others = columns
    rates: dict[str, list[Any]] = {name: [] for name in first}
    for column in others:
        for name, value_there in column.items():
            rates[name].append(value_there)
    changed = problem.with_changes(
        parameters=first,
        schedule=None
        if knots == 1
        else {
            "alphas": field.knots[1:].tolist(),
            **({"linear": True} if linear else {}),
            **rates,
        },
    )
    return Optimised(
        changed,
        field.bounds,
        mean,
        field.knots,
        table,
        math.exp(value),
        field.values(tied(constant)[None])[0][:, 0],
        math.exp(best_constant),
        slope,
        tuple(math.exp(v) for _, v, _ in found),
        field.trajectories,
        field.backwards,
        linear,
        field.lost,
        field.least,
        seed,
        field.solver.name,
        field.solver.digest,
        names_of,
    )


def written_values(problem: Problem, values: Mapping[str, float]) -> dict[str, Any]:
    """Values of numbers and elements as [parameters] has them."""
    names = {name if (at := element(name)) is None else at[0] for name in values}
    made = placed({name: problem.parameters[name] for name in names}, values)
    return {name: x.tolist() if isinstance(x, np.ndarray) else x for name, x in made.items()}


def bounds_of(texts: Sequence[str]) -> list[Bounds]:
    """Of each "parameters.eta_J=0..6" the name and the ends."""
    made = []
    for text in texts:
        place, _, ends = text.partition("=")
        table, _, name = place.strip().partition(".")
        low, _, high = ends.partition("..")
        try:
            if table != "parameters":
                raise ValueError
            made.append((name, float(low), float(high)))
        except ValueError:
            accepted = "a rate and its bounds, parameters.eta_J=0..6"
            raise ProblemError("--vary", text, accepted) from None
    return made


def _observables(of: tuple[str, ...], system: Entry, source: str) -> tuple[str, ...]:
    for name in of:
        if name not in system.outputs or of.count(name) > 1:
            accepted = f"observables of {system.name}, each once: {', '.join(system.outputs)}"
            raise ProblemError("of", name, accepted, source=source)
    if not of:
        raise ProblemError("of", [], "the name of an observable, at least")
    return of


def _checked(problem: Problem, bounds: Sequence[Bounds]) -> tuple[Bounds, ...]:
    kinds = {p.name: p.kind for p in varying(problem.facts)}
    if problem.facts.blocks:
        kinds |= {f"variances[{i + 1}]": "rate" for i in range(len(problem.T))}
    if not bounds:
        accepted = "at least one rate or probability, its least and its largest value"
        raise ProblemError("bounds", [], accepted)
    made: list[Bounds] = []
    for name, low, high in bounds:
        if name not in kinds or name in [other for other, _, _ in made]:
            raise ProblemError("bounds", name, "each of these once: " + ", ".join(kinds))
        most = 1.0 if kinds[name] == "share" else math.inf
        if not (0 <= low < high <= most and high < math.inf):
            accepted = "0 <= least < largest" + (" <= 1" if most == 1 else ", finite")
            raise ProblemError(f"bounds of {name}", [low, high], accepted)
        made.append((name, float(low), float(high)))
    return tuple(made)


class _Objective:
    """log eps_g of many schedules x (m, n knots) in [0, 1], those of a rate one after the other."""

    def __init__(
        self,
        problem: Problem,
        bounds: tuple[Bounds, ...],
        pieces: int,
        backend: str,
        mean: bool,
        linear: bool,
        of: tuple[str, ...],
    ) -> None:
        self.problem, self.bounds, self.mean = problem, bounds, mean
        self.names = [name for name, _, _ in bounds]
        run, found = problem.require_run(), require_theory(problem)
        self.system = found.key
        self.solver: Any = solvers.load(self.system, backend)
        self.of = _observables(of, self.solver.entry, problem.source)
        elements = [name for name in self.names if element(name)]
        if elements:
            self.solver = WithElements(self.solver, elements)
        highest = written_values(problem, {name: high for name, _, high in bounds})
        require_common(problem.with_changes(parameters=highest), self.solver, "the optimisation")
        if uncommon(problem):
            require_end(problem)
        #: Where pieces end, and where the values are; rates have them in pieces, or go through them
        #: on straight lines.
        self.ends = np.linspace(0, run.alpha_end, pieces + 1)
        self.knots, self.linear = self.ends[: pieces + linear], linear
        self.pieces = pieces
        self.tolerances: dict[str, Any] = {"rtol": min(run.rtol, RTOL), "atol": min(run.atol, ATOL)}
        self.state, self.chosen = start_state(problem), solver_parameters(problem, self.solver)
        few = problem.parameters.get("P", math.inf) != math.inf
        own = bool(elements) or problem.facts.rate_of_start in self.names
        rated = own or needs_rule(problem, found)
        self.by_vectors = (
            self.solver.name == "c" and not rated and batch.supports_batch(self.system, few=few)
        )
        self.backwards = True
        self.tolerances["max_steps"] = max(1, MOST[self.solver.name] // self.pieces)
        largest = max(float(np.abs(x).max()) for x in (problem.Q, problem.T))
        self.least = self.tolerances["rtol"] * largest
        self.trajectories = self.lost = 0

    def values(self, x: Array) -> Array:
        """Values (m, n, knots)."""
        shape = (len(x), len(self.bounds), -1)
        ends = np.array([(low, high) for _, low, high in self.bounds])
        low, high = ends[:, :1], ends[:, 1:]
        return np.asarray(low + (high - low) * x.reshape(shape))

    def __call__(self, x: Array) -> Array:
        values, times = self.values(x), TIMES if self.mean else 2
        self.trajectories += len(x)
        states = self.state.map(lambda a: np.repeat(a[None], len(x), axis=0))
        total, last = np.zeros(len(x)), np.full(len(x), np.nan)
        for i in range(self.pieces):
            span = np.linspace(self.ends[i], self.ends[i + 1], times)
            ends = values[:, :, i], values[:, :, i + 1] if self.linear else None
            states, eps = self._moved(states, ends, span)
            total += np.trapezoid(eps, span, axis=1) if self.mean else 0.0
            last = eps[:, -1]
        found = total / self.ends[-1] if self.mean else last
        good = np.isfinite(found) & (found > -self.least)
        self.lost += int((~good).sum())
        return np.where(good, np.log(np.maximum(np.where(good, found, 1.0), self.least)), LOST)

    def with_gradient(self, x: Array) -> tuple[float, Array]:
        """The objective of one schedule (n knots,), and its gradient."""
        found = self._back(x)
        if found is None:
            return LOST, np.zeros_like(x)
        if np.isfinite(found[1]).all():
            return found
        self.backwards = False
        steps = STEP * np.eye(len(x))
        inside = np.clip(x, STEP, 1 - STEP)  # differences stay within the bounds
        values = self(np.concatenate([x[None], inside + steps, inside - steps]))
        up, down = np.split(values[1:], 2)
        return float(values[0]), (up - down) / (2 * STEP)

    def _back(self, x: Array) -> tuple[float, Array] | None:
        """The same by one pass back; None where the trajectory fails."""
        names = self.names
        found_at = [self._with(row) for row in self.values(x[None])[0].T]
        legs = []
        for i in range(self.pieces):
            then = found_at[i + 1] if self.linear else None
            legs.append(Leg(self.ends[i], self.ends[i + 1], found_at[i], then))
        flat = layout(self.solver.entry.state, *self.problem.counts)
        start = flat.pack(self.state)
        heads = self.problem.trains_start or self.problem.facts.rate_of_start in names
        rests = () if heads else flat.places(self.problem.facts.heads).tolist()
        options = {**self.tolerances, "mean": self.mean, "rests": rests}
        options["observable"] = self.of
        found = answered(self.solver, flat, start, legs, **options)
        self.trajectories += 1
        if not found.value > -self.least:
            self.lost += 1
            return None
        value = max(found.value, self.least)
        columns = [self.solver.entry.continuous.index(name) for name in names]
        widths = np.array([high - low for _, low, high in self.bounds])
        known = found.value >= self.least  # below it nothing is told apart
        slopes = np.zeros((len(names), len(self.knots)))
        for i, (first, last) in enumerate(found.by_parameter[..., columns]):
            slopes[:, i] += first
            if self.linear:
                slopes[:, i + 1] += last
        return math.log(value), (known * slopes * widths[:, None] / value).ravel()

    def _with(self, rates: Array) -> dict[str, Any]:
        """All parameters, with rates (n,), or (n, m) of m schedules."""
        return placed(self.chosen, dict(zip(self.names, rates, strict=True)))

    def _moved(
        self, states: State, ends: tuple[Array, Array | None], span: Array
    ) -> tuple[State, Array]:
        """States (m, ...) at the end of a piece, and eps_g (m, times) along it, with the rates (m,
        n) at its start and, where they go on straight lines, at its end."""
        first, last = ends
        if self.by_vectors:
            moved = batch.integrate_batch(
                self.system,
                states,
                {**self.chosen, **self._with(first.T)},
                span,
                **self.tolerances,
                threads=batch.cores(),
                then=None if last is None else self._with(last.T),
            )
            there = [moved.observables[name] for name in self.of]
            return moved.states, np.asarray(np.mean(there, axis=0))
        found, eps = [], np.full((len(first), len(span)), np.nan)
        for j, state in enumerate(states.each()):
            then = None if last is None else self._with(last[j])
            leg = Leg(span[0], span[-1], self._with(first[j]), then)
            ways = {**self.tolerances, "then": then}
            solved = self.solver.integrate(state, leg.chosen, span, **ways)
            found.append(solved.states.at(-1))
            if solved.status == "ok":
                for i, one in enumerate(solved.states.each()):
                    here = leg.at(float(span[i]))
                    values = [self.solver.observable(name, one, here) for name in self.of]
                    eps[j, i] = np.mean(values)
        return State.stack(found), eps


def _descended(
    objective: Callable[[Array], tuple[float, Array]], start: Array
) -> tuple[Array, float, float]:
    """Where L-BFGS-B comes to, the objective there, and what is left of its gradient."""
    from scipy.optimize import minimize  # slow to import

    options = {"maxiter": 200, "ftol": 1e-12, "gtol": 1e-6}
    found = minimize(
        objective,
        start,
        jac=True,
        method="L-BFGS-B",
        bounds=[(0, 1)] * len(start),
        options=options,
    )
    x = np.clip(found.x, 0, 1)
    value, gradient = objective(x)
    slope = np.abs(np.clip(x - gradient, 0, 1) - x).max()
    return x, value, float(slope)

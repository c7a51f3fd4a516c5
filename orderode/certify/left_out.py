"""What the covariance D of one step leaves out, estimated at a few states along a trajectory.

Where D is had over tasks (``over_tasks``) that is the error of the rule with nodes and of parabolas
between times; where the closed form is used all the same, what that leaves out.

Elsewhere what is not exact in D belongs to the products a_k a_l in the change of Q: cumulants of
more than four heads.  At P -> infinity with Gaussian tasks there are none.  Otherwise what the
products add to D is sampled, by microscopic steps in the limit N -> inf, and the derived value
taken off.  Without the products D is exact; scaling all rates by a small number leaves just that
part, for the products are of one power more in them.  That only the products are sampled, and not
the covariance of a whole step, keeps the standard errors small where D is almost right.

What is left out falls at least like 1/V, and where tasks are Gaussian at least like 1/P^2.  Larger
sets than MOST are sampled at MOST, and the difference is scaled: a fault of the equations
themselves is not what this looks for.  Where D keeps the first power of 1/P only, the same
equations with all powers say what that leaves out.

The size is that of the difference over the standard deviations of the two entries it is the
covariance of: on the diagonal the relative error of a variance.  D counts as known where that and
its statistical error, at level 10^-3 for all entries and states together, stay below a tenth:
standard deviations then err by 5 %.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..errors import NotAvailable
from ..models.manifest import MEASURED
from ..problems.problem import Problem
from ..simulate import SettingError, sample_products
from ..solvers.base import Array, Backend, State
from ..solvers.layout import layout
from .level import threshold
from .over_tasks import Difference, products_of_deviations
from .simulation import microscopic_setting

__all__ = ["TOLERANCE", "LeftOut", "left_out", "left_out_over_tasks", "places"]

TOLERANCE = 0.1
PLACES = 4  #: states, the first and the last among them
SMALL = 1e-6  #: scale of the rates at which the products no longer count
MOST = (20, 100)  #: samples of a support set and of a query set
FIELDS = (2_000_000, 32_000_000)  #: random numbers at a state: at first, and at most
GROWTH = 4


@dataclass(frozen=True)
class LeftOut:
    """At one state: the largest size over entries, its statistical error, and the names of the two
    entries it belongs to, the same twice for a variance.

    Both are infinite where it is not known; ``why``.  more: whether D is the larger one there.
    """

    alpha: float
    size: float
    error: float
    entries: tuple[str, str] = ("", "")
    more: bool = False
    why: str = ""

    @property
    def known(self) -> bool:
        """Whether D is shown to err by less than TOLERANCE."""
        return self.size + self.error <= TOLERANCE

    @property
    def estimated(self) -> bool:
        """False where D is exact."""
        return self.size > 0 or self.error > 0

    def __str__(self) -> str:
        if self.why:
            return f"what a band leaves out at alpha = {self.alpha:.3g} is not known: {self.why}"
        if not self.estimated:
            return "the band leaves nothing out: the covariance of one step is exact"
        found = f"{100 * self.size:.1f} +- {100 * self.error:.1f} %"
        at, (first, second) = f"a step at alpha = {self.alpha:.3g} gives", self.entries
        if first != second:
            return (
                f"of the covariance that {at} {first} and {second} a band misses {found} of the"
                " product of their standard deviations"
            )
        if self.more:
            return f"a band puts in {found} more than the variance that {at} {first}"
        return f"a band leaves out {found} of the variance that {at} {first}"


def left_out(
    problem: Problem,
    solver: Backend,
    chosen: Mapping[str, Any],
    exact: Mapping[str, Any],
    alphas: Sequence[float],
    states: Sequence[State],
) -> list[LeftOut]:
    """In order of time, up to the first state at which D is not known well enough.

    chosen: the solver's parameters; exact: those with all powers of 1/P.
    """
    found = []
    for place, (alpha, state) in enumerate(zip(alphas, states, strict=True)):
        try:
            found.append(_at(problem, solver, chosen, exact, alpha, state, place))
        except (NotAvailable, SettingError, _Diverged) as error:
            found.append(LeftOut(alpha, math.inf, math.inf, why=str(error)))
        if not found[-1].known:
            break
    return found


def left_out_over_tasks(
    beyond: Difference, names: Sequence[str], alphas: Sequence[float], states: Sequence[State]
) -> list[LeftOut]:
    """The same where D is had over tasks; ``error`` is then that of rules and parabolas."""
    found = []
    for alpha, state in zip(alphas, states, strict=True):
        D, error = beyond.exact.with_error(state)
        difference = D - beyond.exact.solver.diffusion(state, beyond.closed)
        if beyond.needed:
            difference, error = 0.0 * D, error + beyond.error * products_of_deviations(D)
        try:
            if not (np.isfinite(D).all() and np.isfinite(error).all()):
                raise _Diverged("the covariance is not finite there")
            found.append(_largest(names, alpha, difference, D, error))
        except _Diverged as error_:
            found.append(LeftOut(alpha, math.inf, math.inf, why=str(error_)))
        if not found[-1].known:
            break
    return found


class _Diverged(Exception):
    pass


def _at(
    problem: Problem,
    solver: Backend,
    chosen: Mapping[str, Any],
    exact: Mapping[str, Any],
    alpha: float,
    state: State,
    place: int,
) -> LeftOut:
    flat = layout(solver.entry.state, *problem.counts)
    names, seen = flat.labels, flat.places(MEASURED)
    seen_twice = np.ix_(seen, seen)
    D = solver.diffusion(state, chosen)
    best = solver.diffusion(state, exact)
    if not (np.isfinite(D).all() and np.isfinite(best).all()):
        raise _Diverged("the covariance is not finite there")
    p, gaussian = problem.parameters, exact["kurtosis"] is None
    # that it depends on
    support = not np.array_equal(solver.diffusion(state, {**exact, "P": math.inf}), best)
    if p.V == math.inf or (gaussian and not support):
        return _largest(names, alpha, best - D, best, 0.0 * D)
    # At fewer samples, and scaled to those of the problem.
    whole: Any = p.get("P")
    P, V = min(whole, MOST[0]) if support and gaussian else whole, min(p.V, MOST[1])
    scale = V / p.V * ((P / whole) ** 2 if support and gaussian else 1.0)
    few = {**exact, "P": P, "V": V}
    rates = (problem.facts.rate, problem.facts.rate_of_start)
    slow = {name: SMALL * exact[name] for name in rates if name is not None}
    derived = solver.diffusion(state, few) - solver.diffusion(state, {**few, **slow}) / SMALL**2
    setting = replace(microscopic_setting(problem, P, V), Q=state.Q, R=state.R, w0=state.w0)
    # random numbers of a pair of steps
    each = 2 * setting.S * (V + (0 if P in (None, math.inf) else P))
    done, total = 0, int(1 + FIELDS[0] // each)
    mean, square = 0.0 * D, 0.0 * D
    while True:
        with np.errstate(over="ignore", invalid="ignore"):
            sample = sample_products(
                setting, tasks=total - done, seed=np.random.SeedSequence([place, done])
            )
        share = 1 - done / total
        mean, square = (1 - share) * mean, (1 - share) ** 2 * square
        mean[seen_twice] += share * sample.mean
        square[seen_twice] += (share * sample.standard_error) ** 2
        if not (np.isfinite(mean).all() and np.isfinite(square).all()):
            raise _Diverged("the simulated steps diverge")
        difference = best - D + scale * (mean - derived)
        looks = 1 + int(math.log(FIELDS[1] / FIELDS[0], GROWTH))
        z = threshold(PLACES * looks * len(D) * (len(D) + 1) // 2)
        found = _largest(names, alpha, difference, D + difference, z * scale * np.sqrt(square))
        if found.known or found.size - found.error > TOLERANCE or GROWTH * total * each > FIELDS[1]:
            return found
        done, total = total, GROWTH * total


def _largest(
    names: Sequence[str], alpha: float, difference: Array, true: Array, error: Array
) -> LeftOut:
    """The entry, of the state whose elements have these names, whose size and error are largest
    together."""
    if not difference.any() and not error.any():
        return LeftOut(alpha, 0.0, 0.0)
    if np.diag(true).max() <= 0:
        raise _Diverged("the sampled variances are not positive")
    scale = products_of_deviations(true)
    # What does not fluctuate has no part in this.
    kept = np.flatnonzero(np.diag(scale))
    place = np.ix_(kept, kept)
    size, bound = np.abs(difference[place]) / scale[place], error[place] / scale[place]
    i, j = np.unravel_index((size + bound).argmax(), size.shape)
    entries = names[int(kept[i])], names[int(kept[j])]
    more = bool(difference[place][i, j] < 0)
    return LeftOut(alpha, float(size[i, j]), float(bound[i, j]), entries, more)


def places(alphas: Array, states: State) -> tuple[list[float], list[State]]:
    """PLACES of these times, evenly spread, the first and the last among them, and the states
    there."""
    chosen = np.unique(np.linspace(0, len(alphas) - 1, PLACES).round().astype(int))
    return [float(alphas[t]) for t in chosen], [states.at(t) for t in chosen]

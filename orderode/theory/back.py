"""What the end of a trajectory, or its mean, answers to: one pass back through its steps.

A step of Dormand and Prince's method of order 8, with the stages k_s = F(Y_s; p),

    y' = y + h sum_s b_s k_s ,   Y_s = y + h sum_r a_sr k_r ,

takes the slope l' of a result with respect to y' back to

    l = l' + sum_s m_s ,   m_s = J(Y_s)^T c_s ,   c_s = h (b_s l' + sum_{r > s} a_rs m_r) ,

and adds F_p(Y_s)^T c_s to that with respect to p: exact for the numbers that the steps give, their
lengths held, at the cost of some five trajectories, however many parameters there are.  Of rates on
a straight line, p = (1 - s) p_0 + s p_1 at a share s of the way, 1 - s of it goes to p_0, s to p_1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from ..solvers.base import Array, Backend, between
from ..solvers.layout import Layout

__all__ = ["Answer", "Leg", "answered"]

MAX_STEPS = 200_000  #: in a leg


class Leg(NamedTuple):
    """A time from ``start`` to ``end`` in which parameters are ``chosen``, or go on straight lines
    from these to those of ``then``."""

    start: float
    end: float
    chosen: dict[str, Any]
    then: dict[str, Any] | None = None

    def share(self, alpha: float) -> float:
        """Of the way from the first parameters to the last."""
        return 0.0 if self.then is None else (alpha - self.start) / (self.end - self.start)

    def at(self, alpha: float) -> dict[str, Any]:
        """The parameters at a time."""
        if self.then is None:
            return self.chosen
        return between(self.chosen, self.then, self.share(alpha))


@dataclass(frozen=True, eq=False)
class Answer:
    """An observable at the end or on average, its slopes by_state (legs + 1, n) with respect to the
    packed state at the start of each leg and at the end, and by_parameter (legs, 2, p) to
    ``entry.continuous`` at the start and at the end of each leg, all of it the first where they are
    constant; ``direct`` (2, p) is what of the last the observable at the end has itself; NaN where
    the trajectory failed.  steps: how many it took."""

    value: float
    by_state: Array
    by_parameter: Array
    direct: Array
    steps: int

    @property
    def by_start(self) -> Array:
        """Slopes (n,) with respect to the packed start."""
        return np.asarray(self.by_state[0])


class _Step(NamedTuple):
    leg: int
    alpha: float
    y: Array
    h: float
    k: Array  # the stages (s, n)


def answered(
    solver: Backend,
    flat: Layout,
    start: Array,
    legs: Sequence[Leg],
    *,
    rtol: float,
    atol: float,
    max_steps: int = MAX_STEPS,
    observable: str | Sequence[str] = "eps_g",
    mean: bool = False,
    rests: Sequence[int] = (),
) -> Answer:
    """Of the trajectory from the packed ``start`` (n,) through the legs, each in so many steps at
    most; with ``mean`` the observable's average over alpha, of some observables their mean.  What
    ``rests``, places of the state, has slopes 0, which need not be known."""
    from scipy.integrate import DOP853  # slow to import

    n, p = len(start), len(solver.entry.continuous)
    names = (observable,) if isinstance(observable, str) else tuple(observable)
    by_state, found = np.full((len(legs) + 1, n), np.nan), np.full((len(legs), 2, p), np.nan)
    lost = Answer(np.nan, by_state, found, found[-1], 0)
    steps, y, still, first = [], start, list(rests), None
    for number, leg in enumerate(legs):
        made, first = _followed(solver, flat, y, leg, number, first, rtol, atol, max_steps)
        if not made:
            return lost
        steps += made
        last = made[-1]
        y = last.y + last.h * (DOP853.B @ last.k)
    found, slopes = np.zeros((len(legs), 2, p)), np.zeros((len(legs) + 1, n))
    span = legs[-1].end - legs[0].start

    def parted(leg: Leg, alpha: float, by_parameter: Array) -> Array:
        share = leg.share(alpha)
        return np.array([(1 - share) * by_parameter, share * by_parameter])

    def measured(y: Array, leg: Leg, alpha: float) -> tuple[float, Array, Array]:
        chosen = leg.at(alpha)
        state = flat.unpack(y)
        value, by_state, by_parameter = 0.0, np.zeros(n), np.zeros(p)
        for name in names:
            share = np.full(1, 1 / len(names))
            by_here, by_rates = solver.backwards(name, state, share, chosen)
            value += solver.observable(name, state, chosen) / len(names)
            by_state, by_parameter = by_state + by_here[0], by_parameter + by_rates[0]
        by_state[still] = 0.0
        return value, by_state, parted(leg, alpha, by_parameter)

    value, slope, direct = 0.0, np.zeros(n), np.zeros((2, p))
    if not mean:
        value, slope, direct = measured(y, legs[-1], legs[-1].end)
    slopes[-1], found[-1] = slope, direct
    for step in reversed(steps):
        leg, h, moved = legs[step.leg], step.h, np.zeros_like(step.k)
        for s in reversed(range(len(step.k))):
            at = step.y + h * (DOP853.A[s, :s] @ step.k[:s])
            factors = h * (DOP853.B[s] * slope + DOP853.A[s + 1 :, s] @ moved[s + 1 :])
            alpha = step.alpha + DOP853.C[s] * h
            by_state, by_parameter = solver.backwards(
                "rhs", flat.unpack(at), factors[None], leg.at(alpha)
            )
            by_state[:, still] = 0.0
            moved[s] = by_state[0]
            found[step.leg] += parted(leg, alpha, by_parameter[0])
            if mean and DOP853.B[s]:
                share = h * DOP853.B[s] / span
                here, by_here, by_rates = measured(at, leg, alpha)
                value += share * here
                moved[s] += share * by_here
                found[step.leg] += share * by_rates
        slopes[step.leg] = slope = slope + moved.sum(axis=0)
    return Answer(value, slopes, found, direct, len(steps))


def _followed(
    solver: Backend,
    flat: Layout,
    y: Array,
    leg: Leg,
    number: int,
    first: float | None,
    rtol: float,
    atol: float,
    max_steps: int,
) -> tuple[list[_Step], float | None]:
    """The steps through a leg, none where they do not reach its end, and how long the next one may
    be; the ``first`` as long as that before said."""
    from scipy.integrate import DOP853

    def slopes(alpha: float, y: Array) -> Array:
        return flat.pack(solver.rhs(flat.unpack(y), leg.at(alpha)))

    if not np.isfinite(slopes(leg.start, y)).all():
        return [], None
    made: list[_Step] = []
    with np.errstate(all="ignore"):
        if first is not None:
            first = min(first, leg.end - leg.start)
        run = DOP853(slopes, leg.start, y, leg.end, rtol=rtol, atol=atol, first_step=first)
        while run.status == "running":
            before = run.y
            run.step()
            good = run.status != "failed" and np.isfinite(run.y).all()
            if not good or len(made) == max_steps:
                return [], None
            h = run.t - run.t_old
            made.append(_Step(number, run.t_old, before, h, run.K[: DOP853.n_stages].copy()))
    return made, float(run.h_abs)

"""Steady states of a problem from many starts: what they are, and whether they are stable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..errors import NotAvailable
from ..problems.problem import Problem
from ..problems.schema import integer
from ..shown import error_said
from ..solvers.base import Array, State
from ..solvers.layout import OfStates
from ..theory.arguments import checked, require_constant
from ..theory.observables import representation_bounds
from .field import Field
from .starts import starts
from .units import in_words

__all__ = [
    "STARTS",
    "SteadyState",
    "SteadyStates",
    "alike",
    "described",
    "searched",
    "spectrum",
    "steady_states",
]

STARTS = integer(0, 100_000)
SEED = integer(0, 2**63 - 1)
#: Real parts of eigenvalues below this part of the largest singular value count as zero: at a
#: double root x is known to the square root of rounding only, and so are they.
ZERO = 1e-7
MOST = 1e4  #: order parameters beyond are on their way to infinity
#: Difference below which two steady states are one: Newton's method comes to a double root within
#: the square root of rounding.
SAME = 1e-5


@dataclass(frozen=True, eq=False)
class SteadyState(OfStates):
    """A state where nothing moves, whose order parameters are attributes.

    eigenvalues (d,) of the Jacobian of the slopes over what moves, per unit of alpha, by real part,
    largest first.  zero: what counts as none.  eps_g; eps_rep: the least error of the best heads,
    and the largest, which differ where units are too close to tell whether they are one; NaN where
    it is not known.  reached: how many starts led here.
    """

    states: State
    eigenvalues: NDArray[np.complex128]
    zero: float
    eps_g: float
    eps_rep: tuple[float, float]
    reached: int
    units: str  # which units of the learner have specialised on which of the teacher

    @property
    def rate(self) -> float:
        """The largest real part: that with which the flow leaves it, or comes last to it."""
        return float(self.eigenvalues[0].real)

    @property
    def unstable(self) -> int:
        """The number of directions in which the flow leaves it."""
        return int(np.sum(self.eigenvalues.real > self.zero))

    @property
    def neutral(self) -> int:
        """The number of directions in which it neither leaves nor comes: of a symmetry, or at an
        exchange of stability."""
        return int(np.sum(np.abs(self.eigenvalues.real) <= self.zero))

    @property
    def kind(self) -> str:
        if self.unstable == len(self.eigenvalues):
            return "unstable"
        if self.unstable:
            return "saddle"
        return "neutral" if self.neutral else "stable"

    def summary(self) -> str:
        """One line: kind and rates, units, errors."""
        kind = self.kind
        if self.unstable:
            directions = "direction" if self.unstable == 1 else "directions"
            kind += f", {self.unstable} {directions} out, escape rate {self.rate:.6g}"
        else:
            moving = self.eigenvalues.real[self.eigenvalues.real < -self.zero]
            if len(moving):
                kind += f", slowest rate {moving[0]:.6g}"
        if self.neutral:
            kind += f", one of a family ({self.neutral} neutral)"
        low, high = self.eps_rep
        largest = float(np.abs(self.Q).max())
        least = "" if np.isnan(low) else f", eps_rep = {error_said(low, largest)}"
        if high - low > SAME * high + ZERO:
            least = (
                f", eps_rep from {low:.6g} to {high:.6g}: units are next to one another or to zero"
            )
        return f"{kind}; {self.units}; eps_g = {error_said(self.eps_g, largest)}{least}"


@dataclass(frozen=True, eq=False)
class SteadyStates(Sequence[SteadyState]):
    """The steady states found, least eps_g first.

    starts: where the search began; lost: starts from which Newton's method found none, or one that
    no learner can have.
    """

    found: tuple[SteadyState, ...]
    starts: int
    lost: int
    seed: int
    backend: str
    digest: str
    by_differences: bool

    def __getitem__(self, place):  # type: ignore[no-untyped-def,override]
        return self.found[place]

    def __len__(self) -> int:
        return len(self.found)

    def arrays(self) -> dict[str, Array]:
        """Of the n states: R (n, K, M), Q (n, K, K), w0 (n, K), ...; eps_g, eps_rep and the largest
        it may be, eps_rep_most; rate; unstable; eigenvalues as eigenvalues_real and _imag (n, d);
        reached."""
        if not self.found:
            return {"eps_g": np.zeros(0)}
        states = State.stack([x.states for x in self.found])
        values = np.array([x.eigenvalues for x in self.found])
        return {
            **dict(states.items()),
            "eps_g": np.array([x.eps_g for x in self.found]),
            "eps_rep": np.array([x.eps_rep[0] for x in self.found]),
            "eps_rep_most": np.array([x.eps_rep[1] for x in self.found]),
            "rate": np.array([x.rate for x in self.found]),
            "unstable": np.array([x.unstable for x in self.found]),
            "kind": np.array([x.kind for x in self.found]),
            "units": np.array([x.units for x in self.found]),
            "eigenvalues_real": values.real,
            "eigenvalues_imag": values.imag,
            "reached": np.array([x.reached for x in self.found]),
        }

    def summary(self) -> str:
        """A line for each, and how the search went."""
        lines = []
        for number, x in enumerate(self.found, 1):
            lines.append(f"{number}: {x.summary()}; from {x.reached} starts")
        lines.append(
            f"{len(self.found)} steady states, the same under permutation and sign of units counted"
            f" once, from {self.starts} starts, of which {self.lost} led to none"
        )
        if self.by_differences:
            lines.append("Jacobian by central differences where there is no derived one")
        return "\n".join(lines)

    __repr__ = summary


def steady_states(
    problem: Problem, backend: str = "auto", *, starts: int = 64, seed: int = 0
) -> SteadyStates:
    """Where the flow of the problem's order parameters rests: dR = dQ = 0, and dw0 = 0 where the
    head start is trained.

    Newton's method from where the trajectory of [run] lingers and from ``starts`` states drawn with
    the ``seed``; states that differ by permutation and sign of units are one.
    """
    problem = require_constant(problem, "steady states")
    count, seed = checked("starts", STARTS, starts), checked("seed", SEED, seed)
    field = Field(problem, backend)
    vectors, tried, lost = searched(field, count, seed)
    found = [described(field, x, reached) for x, reached in vectors]
    found.sort(key=lambda x: x.eps_g)
    solver = field.solver
    return SteadyStates(
        tuple(found), tried, lost, seed, solver.name, solver.digest, field.by_differences
    )


def searched(field: Field, count: int, seed: int) -> tuple[list[tuple[Array, int]], int, int]:
    """Different steady states, of a family its least member, and how many starts led to each;
    starts in all, and those lost."""
    found: list[tuple[Array, int]] = []
    tried = lost = 0
    for start in starts(field, count, seed):
        tried += 1
        x = field.solved(start)
        if x is None or np.abs(x).max() > MOST:
            lost += 1
            continue
        for i, (other, times) in enumerate(found):
            if alike(field, x, field, other):
                found[i] = (min(x, other, key=np.linalg.norm), times + 1)
                break
        else:
            found.append((x, 1))
    return found, tried, lost


def alike(field: Field, x: Array, field_of_other: Field, other: Array) -> bool:
    """Whether two steady states differ by permutation, sign or rotation of units only: eps_g, the
    traces of J and J^2, the eigenvalues of Q and the singular values of R are the same; or whether
    they are of one family: one has neutral directions, and eps_g and the number of unstable ones
    are the same."""
    (a, a_family, a_rest), (b, b_family, b_rest) = (
        _signature(field, x),
        _signature(field_of_other, other),
    )
    if a_family or b_family:
        return _equal(a, b)
    return _equal(a, b) and _equal(a_rest, b_rest)


def _equal(a: Array, b: Array) -> bool:
    return bool(np.all(np.abs(a - b) <= SAME * (1 + np.maximum(np.abs(a), np.abs(b)))))


def _signature(field: Field, x: Array) -> tuple[Array, bool, Array]:
    """eps_g and the number of unstable directions; whether there are neutral ones; what else no
    permutation, sign or rotation changes."""
    state, J = field.state(x), field.jacobian(x)
    values, zero = spectrum(J)
    first = np.array([field.observable("eps_g", x), np.sum(values.real > zero)])
    squares, along = np.linalg.eigvalsh(state.Q), np.linalg.svd(state.R, compute_uv=False)
    rest = np.concatenate([[np.trace(J), np.sum(J * J.T)], squares, along])
    return first, bool(np.any(np.abs(values.real) <= zero)), rest


def spectrum(J: Array, part: float = ZERO) -> tuple[NDArray[np.complex128], float]:
    """Eigenvalues, the largest real part first, and what counts as a real part of none."""
    values = np.linalg.eigvals(J).astype(complex)
    return values[np.argsort(-values.real, kind="stable")], part * float(np.linalg.norm(J, 2))


def described(field: Field, x: Array, reached: int = 1) -> SteadyState:
    """What the steady state x is."""
    values, zero = spectrum(field.jacobian(x))
    state = field.state(x)
    try:
        with np.errstate(invalid="ignore"):  # the square of a unit that has died out
            least = representation_bounds(field.problem, state, field.solver.name)
    except NotAvailable:
        least = (np.nan, np.nan)
    return SteadyState(
        state,
        values,
        zero,
        field.observable("eps_g", x),
        least,
        reached,
        in_words(state, field.problem.T),
    )

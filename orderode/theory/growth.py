"""How much changes of the state grow along a trajectory: a saddle amplifies, a steady state damps.

A change of the state at one time becomes Phi times it at a later one, Phi = d state(later)/d
state(earlier); the most that one grows is the largest singular value of Phi.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..solvers.base import Array

__all__ = ["Growth", "exponents", "largest_growth"]

MOST = 200  #: intervals between whose ends growth is looked at, about
SEEN = 1e-13  #: singular values below this part of the largest are rounding


@dataclass(frozen=True)
class Growth:
    """The most that a change of the state grows, from alpha = start to end."""

    factor: float
    start: float
    end: float

    def __str__(self) -> str:
        return f"{self.factor:.3g}-fold from alpha = {self.start:.4g} to {self.end:.4g}"


def largest_growth(alphas: Sequence[float], steps: Sequence[Array]) -> Growth | None:
    """Between two of the times alphas (n,), of all pairs, where the n - 1 steps (d, d) take a
    change of the state from each of them to the next; None where nothing grows."""
    known = next((i for i, x in enumerate(steps) if not np.isfinite(x).all()), len(steps))
    stride = -(-known // MOST)
    places = [*range(0, known, stride), known] if known else [0]
    joined = []
    for first, last in itertools.pairwise(places):
        joined.append(_product(steps[first:last]))
    best = Growth(1.0, 0.0, 0.0)
    for i in range(len(joined)):
        grown, made = joined[i], []
        for step in [None, *joined[i + 1 :]]:
            grown = grown if step is None else step @ grown
            made.append(grown)
        finite = np.nan_to_num(np.array(made), posinf=0.0, neginf=0.0)
        norms = np.linalg.norm(finite, 2, axis=(1, 2))
        j = int(norms.argmax())
        if norms[j] > best.factor:
            ends = alphas[places[i]], alphas[places[i + j + 1]]
            best = Growth(float(norms[j]), *map(float, ends))
    return best if best.factor > 1 else None


def _product(steps: Sequence[Array]) -> Array:
    whole = steps[0]
    for step in steps[1:]:
        whole = step @ whole
    return whole


def exponents(alphas: Array, transition: Array) -> Array:
    """Finite-time Lyapunov exponents (n, d) from the start on, ln(sigma_i)/alpha with the singular
    values sigma_i of transition (n, d, d), largest first; NaN at alpha = 0, and of what is below
    rounding."""
    found = np.full(transition.shape[:2], np.nan)
    good = np.isfinite(transition).all(axis=(1, 2)) & (alphas > 0)
    if good.any():
        sigma = np.linalg.svd(transition[good], compute_uv=False)
        seen = sigma > SEEN * sigma[:, :1]
        logs = np.log(np.where(seen, sigma, 1.0)) / alphas[good, None]
        found[good] = np.where(seen, logs, np.nan)
    return found

"""What every backend offers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

__all__ = ["Array", "Backend", "Solution", "pack", "unpack"]


@dataclass(frozen=True, eq=False)
class Solution:
    """A trajectory at the n times asked for: R (n, K, M), Q (n, K, K), NaN from where it failed.

    status: "ok", or why it stopped ("step limit", "non-finite", "negative norm", "domain").
    """

    R: Array
    Q: Array
    status: str
    evaluations: int


class Backend(Protocol):
    """The solvers of one generated system. Overlaps are R (K, M), Q (K, K), T (M, M), parameters by name."""

    name: str
    digest: str

    def rhs(self, R: Array, Q: Array, T: Array, parameters: Mapping[str, float]) -> tuple[Array, Array]:
        """dR/dalpha (K, M) and dQ/dalpha (K, K); NaN where the overlaps are not a covariance."""
        ...

    def eps_g(self, R: Array, Q: Array, T: Array, parameters: Mapping[str, float]) -> float:
        """The generalisation error."""
        ...

    def integrate(
        self,
        R: Array,
        Q: Array,
        T: Array,
        parameters: Mapping[str, float],
        alphas: Array,
        *,
        rtol: float,
        atol: float,
        max_steps: int = 0,
    ) -> Solution:
        """From (R, Q) at alphas[0] to each of the increasing ``alphas``; ``max_steps`` 0 means 10 million."""
        ...


def pack(R: Array, Q: Array) -> Array:
    """The flat state: R row by row, then the upper triangle of Q row by row."""
    return np.concatenate([R.ravel(), Q[np.triu_indices(len(Q))]]).astype(float)


def unpack(state: Array, K: int, M: int) -> tuple[Array, Array]:
    """R (..., K, M) and Q (..., K, K) of flat states (..., n)."""
    R = state[..., : K * M].reshape(*state.shape[:-1], K, M)
    Q = np.empty((*state.shape[:-1], K, K))
    rows, columns = np.triu_indices(K)
    Q[..., rows, columns] = Q[..., columns, rows] = state[..., K * M :]
    return R, Q

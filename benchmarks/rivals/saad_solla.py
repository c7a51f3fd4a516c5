"""The equations of Saad and Solla (PRE 52, 4225, 1995) as published: what a person would type into
another solver.

State: R row by row, then the upper triangle of Q row by row. T is the identity, all heads are 1.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def scalar_loops(
    K: int, M: int, sqrt: Callable[[Any], Any], arcsin: Callable[[Any], Any]
) -> Callable[..., None]:
    """``slope(y, eta, out)`` in loops over scalars; for numba, and for symbols."""
    S = K + M
    pi = np.pi

    def slope(y: Any, eta: Any, C: Any, out: Any) -> None:
        for i in range(S):
            for j in range(S):
                C[i][j] = 1.0 * (i == j)
        at = 0
        for k in range(K):
            for n in range(M):
                C[k][K + n] = C[K + n][k] = y[at]
                at += 1
        for k in range(K):
            for l in range(k, K):
                C[k][l] = C[l][k] = y[at]
                at += 1
        at = 0
        for k in range(K):
            for n in range(M):
                total = 0.0 * y[0]
                for c in range(S):
                    i3 = 2 / pi * (C[K + n][c] * (1 + C[k][k]) - C[k][K + n] * C[k][c])
                    i3 = (
                        i3 / (1 + C[k][k]) / sqrt((1 + C[k][k]) * (1 + C[c][c]) - C[k][c] * C[k][c])
                    )
                    total = total - i3 if c < K else total + i3
                out[at] = eta * total
                at += 1
        for k in range(K):
            for l in range(k, K):
                total = 0.0 * y[0]
                for c in range(S):
                    one = 2 / pi * (C[l][c] * (1 + C[k][k]) - C[k][l] * C[k][c])
                    one = (
                        one
                        / (1 + C[k][k])
                        / sqrt((1 + C[k][k]) * (1 + C[c][c]) - C[k][c] * C[k][c])
                    )
                    two = 2 / pi * (C[k][c] * (1 + C[l][l]) - C[k][l] * C[l][c])
                    two = (
                        two
                        / (1 + C[l][l])
                        / sqrt((1 + C[l][l]) * (1 + C[c][c]) - C[l][c] * C[l][c])
                    )
                    total = total - one - two if c < K else total + one + two
                squares = 0.0 * y[0]
                L4 = (1 + C[k][k]) * (1 + C[l][l]) - C[k][l] * C[k][l]
                for c in range(S):
                    for d in range(S):
                        L0 = (
                            L4 * C[c][d]
                            - C[l][c] * C[l][d] * (1 + C[k][k])
                            - C[k][c] * C[k][d] * (1 + C[l][l])
                        )
                        L0 = L0 + C[k][l] * (C[k][c] * C[l][d] + C[k][d] * C[l][c])
                        L1 = L4 * (1 + C[c][c]) - C[l][c] * C[l][c] * (1 + C[k][k])
                        L1 = (
                            L1 - C[k][c] * C[k][c] * (1 + C[l][l]) + 2 * C[k][l] * C[k][c] * C[l][c]
                        )
                        L2 = L4 * (1 + C[d][d]) - C[l][d] * C[l][d] * (1 + C[k][k])
                        L2 = (
                            L2 - C[k][d] * C[k][d] * (1 + C[l][l]) + 2 * C[k][l] * C[k][d] * C[l][d]
                        )
                        i4 = 4 / pi**2 / sqrt(L4) * arcsin(L0 / sqrt(L1 * L2))
                        squares = squares + i4 if (c < K) == (d < K) else squares - i4
                out[at] = eta * total + eta * eta * squares
                at += 1

    return slope


def arrays(K: int, M: int, xp: Any) -> Callable[[Any, Any], Any]:
    """``slope(y, eta)`` in array operations; ``xp`` is numpy or jax.numpy."""
    rows, columns = np.triu_indices(K)
    where = np.zeros((K, K), dtype=int)
    where[rows, columns] = where[columns, rows] = np.arange(len(rows))
    sign = np.where(np.arange(K + M) < K, -1.0, 1.0)

    def slope(y: Any, eta: Any) -> Any:
        R, Q = y[: K * M].reshape(K, M), y[K * M :][where]
        C = xp.block([[Q, R], [R.T, xp.eye(M)]])
        a = 1 + xp.diagonal(C)
        k, D = a[:K], C[:K]
        one = (C[None] * k[:, None, None] - D[:, :, None] * D[:, None, :]) / k[:, None, None]
        # (K, S, S): <g'(k) b g(c)>
        I3 = 2 / np.pi * one / xp.sqrt(k[:, None] * a[None] - D**2)[:, None, :]
        F = xp.einsum("kbc,c->kb", I3, sign)
        L4 = k[:, None] * k[None] - Q**2
        A, B = D[:, None, :], D[None, :, :]
        U = k[:, None, None] * B**2 + k[None, :, None] * A**2 - 2 * Q[:, :, None] * A * B
        L1 = L4[:, :, None] * a - U
        mixed = k[:, None, None, None] * B[..., :, None] * B[..., None, :]
        mixed = mixed + k[None, :, None, None] * A[..., :, None] * A[..., None, :]
        cross = A[..., :, None] * B[..., None, :] + A[..., None, :] * B[..., :, None]
        L0 = L4[:, :, None, None] * C - mixed + Q[:, :, None, None] * cross
        I4 = (
            xp.arcsin(L0 / xp.sqrt(L1[..., :, None] * L1[..., None, :]))
            / xp.sqrt(L4)[:, :, None, None]
        )
        squares = 4 / np.pi**2 * xp.einsum("klcd,c,d->kl", I4, sign, sign)
        dQ = eta * (F[:, :K] + F[:, :K].T) + eta**2 * squares
        return xp.concatenate([eta * F[:, K:].reshape(-1), dQ[rows, columns]])

    return slope

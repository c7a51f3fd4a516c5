"""Averages over the task: moments of Gaussian linear forms, by Isserlis' theorem.

In the limit P -> infinity an adapted head is a linear form in the task vector u, ``w_k = sum_m L_km u_m``, and so is
the teacher's readout; every average over the task is then a moment of the joint Gaussian vector c.  Exact finite P,
where the head also fluctuates with its support set, is a different closure and belongs beside ``gaussian_moment``.
"""

from __future__ import annotations

from collections.abc import Callable

from sympy import Add, Expr, KroneckerDelta, Mul, S, Sum

from .gaussian.rules import pairings
from .system import Index

__all__ = ["gaussian_moment", "second_moment"]


def gaussian_moment(legs: tuple[Index, ...], pair: Callable[[Index, Index], Expr]) -> Expr:
    """< c_i c_j ... > of a centred Gaussian vector: sum over pairings of products of second moments ``pair(i, j)``."""
    if len(legs) % 2:
        return S.Zero
    return Add(*(Mul(*(pair(legs[a], legs[b]) for a, b in pairing)) for pairing in pairings(len(legs))))


def second_moment(left: Callable[[Index], Expr], right: Callable[[Index], Expr], m: Index, n: Index) -> Expr:
    """< (sum_m left_m u_m)(sum_n right_n u_n) > for u of mean 0 and covariance 1."""
    return contract(Sum(left(m) * right(n) * KroneckerDelta(m, n), (n, 1, n.rng.size), (m, 1, m.rng.size)))


def contract(expression: Expr) -> Expr:
    """Sums over Kronecker deltas carried out: ``sum_n F_n delta_nm = F_m``; empty sums dropped."""
    return expression.replace(lambda e: isinstance(e, Sum), _contract_sum)


def _contract_sum(total: Sum) -> Expr:
    body, limits = total.function, []
    for index, low, high in total.limits:
        deltas = sorted((d for d in body.atoms(KroneckerDelta) if index in d.free_symbols), key=str)
        if not deltas:
            limits.append((index, low, high))
            continue
        delta = deltas[0]
        (other,) = delta.free_symbols - {index}
        body = (body / delta).xreplace({index: other})
    if body == 0:
        return S.Zero
    return Sum(body, *limits) if limits else body

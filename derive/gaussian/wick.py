"""Wick's theorem for products of polynomials, each in one field."""

from __future__ import annotations

from functools import cache
from itertools import product
from math import factorial, prod

from sympy import Add, Expr, Mul, Poly, S, Symbol, factorial2

from ..ir.average import Average
from .rewrite import Evaluate, Rewrite, factors

__all__ = ["meetings", "wick"]


def wick(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """Polynomials, each in one field: n_ij pairs of the fields i and j, and what is left of each
    factor on its own.

    < prod_i f_i(x_i) > = sum over n of prod_(i<j) C_ij^n_ij/n_ij! prod_i < f_i^(r_i)(x_i) > with
    r_i = sum_j n_ij: a pair of fields that meet takes a derivative of both factors, and n_ij!
    orders of the same pairs count once.
    """
    x, entry = average.fields, average.covariance.entry
    each = _one_field_each(average)
    if each is None:
        return None
    means = [_means_of_derivatives(f, y, entry(y, y)) for f, y in zip(each, x, strict=True)]
    terms = []
    for pairs in meetings(tuple(len(m) - 1 for m in means)):
        taken = [0] * len(x)  # r_i
        for (i, j), n in pairs:
            taken[i] += n
            taken[j] += n
        alone = [m[r] for m, r in zip(means, taken, strict=True)]
        if all(alone):
            weight = prod(factorial(n) for _, n in pairs)
            terms.append(Mul(*(entry(x[i], x[j]) ** n for (i, j), n in pairs), *alone) / weight)
    return Rewrite("Wick", constant=Add(*terms))


@cache
def meetings(most: tuple[int, ...]) -> tuple[tuple[tuple[tuple[int, int], int], ...], ...]:
    """All ways for different fields to meet, field i at most ``most[i]`` times: ((i, j), n) for n >
    0 pairs, i < j."""
    if not most:
        return ((),)
    found = []
    for taken in product(*(range(min(most[0], q) + 1) for q in most[1:])):
        if sum(taken) <= most[0]:
            own = tuple(((0, 1 + j), n) for j, n in enumerate(taken) if n)
            for rest in meetings(tuple(q - n for q, n in zip(most[1:], taken, strict=True))):
                found.append((*own, *(((1 + i, 1 + j), n) for (i, j), n in rest)))
    return tuple(found)


def _one_field_each(average: Average) -> list[Expr] | None:
    """The factors of the integrand, one polynomial per field; None where it is no such product."""
    if average.is_number or not average.integrand.is_polynomial(*average.fields):
        return None
    found = [S.One for _ in average.fields]
    for factor in factors(average.integrand):
        places = [p for p, x in enumerate(average.fields) if x in factor.free_symbols] or [0]
        if len(places) > 1:
            return None
        found[places[0]] *= factor
    return found


def _means_of_derivatives(f: Expr, x: Symbol, variance: Expr) -> list[Expr]:
    """< f^(r)(x) > for r = 0, 1, ... up to the degree: < x^2n > = (2n - 1)!! variance^n."""
    found = []
    while f != 0:
        powers = Poly(f, x).terms()
        found.append(
            Add(*(c * factorial2(p - 1) * variance ** (p // 2) for (p,), c in powers if p % 2 == 0))
        )
        f = f.diff(x)
    return found

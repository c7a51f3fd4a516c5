"""Averages over gains: numbers b of 0 and 1, independent between units, 1 with probability p.

< prod b > = p^(number of different units): the sum over set partitions of the units of products of
cumulants of one gain, for units of a block that are the same.  A power of b is b, so that all
moments of one gain are p.
"""

from __future__ import annotations

from functools import cache

from sympy import Expr, KroneckerDelta, S, Symbol, binomial

from ..ir.system import Index
from .monomials import Monomial
from .tasks import partitions

__all__ = ["averaged"]


@cache
def cumulant(order: int, p: Symbol) -> Expr:
    """Of one gain: kappa_n = m_n - sum_j C(n - 1, j - 1) kappa_j m_(n - j), with m_0 = 1 and all
    other moments p."""
    found: Expr = p
    for j in range(1, order):
        found -= binomial(order - 1, j - 1) * cumulant(j, p) * p
    return found.expand()


def averaged(x: Monomial, p: Symbol) -> list[Monomial]:
    """The monomial with its gains averaged."""
    found = []
    for partition in partitions(x.gains):
        coefficient: Expr = S.One
        names: dict[Index, Index] = {}
        for block in partition:
            coefficient *= cumulant(len(block), p)
            units = tuple(dict.fromkeys(block))
            free = [i for i in units if i not in x.sums]
            first = (free or units)[0]
            for i in free[1:]:
                coefficient *= KroneckerDelta(first, i)
            names |= {i: first for i in units if i in x.sums and i != first}
        found.append(_named(x, names, coefficient))
    return found


def _named(x: Monomial, names: dict[Index, Index], factor: Expr) -> Monomial:
    """With some of its sums taken at other units."""
    return Monomial(
        factor * x.coefficient.xreplace(names),
        tuple(i for i in x.sums if i not in names),
        tuple((name, names.get(i, i)) for name, i in x.heads),
        tuple((sample, order, names.get(i, i)) for sample, order, i in x.functions),
        x.noise,
    )

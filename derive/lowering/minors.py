"""Roots of nested fractions as roots of polynomials: of Schur complements, which these are, as
ratios of minors.

    (a - b^2/c)^(1/2) = (a c - b^2)^(1/2) c^(-1/2)

A field that others are conditioned on leaves a variance a - b^2/c, the next one a - b^2/c -
(..)^2/(..), and so on. Over one denominator each is the ratio of two minors of a covariance;
denominators cancel between roots, and averages that condition on the same fields in another order
share what is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from sympy import (
    Add,
    Expr,
    Mul,
    Pow,
    Rational,
    S,
    Symbol,
    cancel,
    factor_list,
    fraction,
    together,
)
from sympy.tensor.indexed import Indexed

from ..ir.arcsine import asin
from .program import Rsqrt

__all__ = ["in_elements", "over_minors"]

Powers = dict[Expr, Rational]
Lines = list[tuple[Symbol, Expr]]


def in_elements(e: Expr, covariance: Sequence[tuple[Symbol, int, int]]) -> tuple[Lines, Expr]:
    """A sum of products of powers and arcsines, in the elements of the matrix that its roots are
    of; these come first.

    ``covariance``: symbols of elements (i, j).  The matrix has the variances, with the number that
    is added to them in ``e``, if it is the same for all, and the covariances, those times the array
    element that scales them in ``e`` that it does scale.
    """
    roots = [p.base for p in e.atoms(Pow) if (2 * p.exp).is_odd]
    scales = set[Expr]().union(*(base.atoms(Indexed) for base in roots))
    scale = scales.pop() if len(scales) == 1 else S.One
    variances = {v for v, i, j in covariance if i == j}
    apart = {base - v for base, v in product(roots, variances)}
    shifts = {x for x in apart if x.is_number}
    shift = shifts.pop() if len(shifts) == 1 else S.Zero
    unscaled = [base.xreplace({scale: S.Zero}) for base in roots] if scale != 1 else roots
    fixed = set[Expr]().union(*(base.free_symbols for base in unscaled))
    lines: Lines = []
    into: dict[Expr, Expr] = {}
    for v, i, j in covariance:
        element = Symbol(f"a{i}{j}", positive=True) if i == j else Symbol(f"a{i}{j}", real=True)
        factor = S.One if v in fixed else scale
        lines.append((element, v + shift if i == j else v * factor))
        into[v] = element - shift if i == j else element / factor
    back = dict(lines)
    terms = [over_minors(t) for t in Add.make_args(e.xreplace(into).expand(deep=False))]

    def in_front(term: Expr) -> Expr:
        return Mul(
            *(f if isinstance(f, asin | Rsqrt) else f.xreplace(back) for f in Mul.make_args(term))
        )

    return lines, Add(*map(in_front, terms))


def over_minors(term: Expr) -> Expr:
    """A product of powers, sums and arcsines of such products, over common denominators.

    The bases of its roots, and their denominators, are positive.
    """
    powers: Powers = {}
    rest: list[Expr] = []
    for f in Mul.make_args(term):
        if isinstance(f, asin):
            rest.append(asin(over_minors(f.args[0])))
        elif isinstance(f, Pow) and not f.is_number:
            _into(powers, f.base, f.exp)
        elif isinstance(f, Add):
            top, bottom = fraction(cancel(together(f)))
            rest.append(top)
            _into(powers, bottom, S.NegativeOne)
        else:
            rest.append(f)
    return Mul(
        *rest, *(_power(base, e) for base, e in sorted(powers.items(), key=lambda x: str(x[0])))
    )


def _into(powers: Powers, base: Expr, exponent: Expr) -> None:
    """The polynomials that ``base`` is a product of, with their exponents."""
    for part, sign in zip(fraction(cancel(together(base))), (S.One, S.NegativeOne), strict=True):
        number, factors = factor_list(part)
        for polynomial, multiple in factors:
            if _is_negative(polynomial):
                polynomial, number = -polynomial, number * S.NegativeOne**multiple
            powers[polynomial] = powers.get(polynomial, S.Zero) + sign * multiple * exponent
        if number != 1:
            powers[number] = powers.get(number, S.Zero) + sign * exponent


def _is_negative(polynomial: Expr) -> bool:
    """By its value where covariances are zero, and variances one: there a minor is positive."""
    if polynomial.has(Indexed):
        return False
    at = {x: S.One if x.is_positive else S.Zero for x in polynomial.free_symbols}
    return bool(polynomial.xreplace(at) < 0)


def _power(base: Expr, exponent: Expr) -> Expr:
    """base^exponent, by one inverse root where it is half-integer."""
    if exponent.is_Integer or base.is_number:
        return base**exponent
    return base ** (exponent + S.Half) * Rsqrt(base)

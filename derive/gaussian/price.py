"""Price's theorem for two fields: a slope in their covariance, and its primitive in closed form."""

from __future__ import annotations

from functools import cache

import sympy
from sympy import Expr, Mul, Piecewise, Poly, Pow, S, Symbol, integrate, simplify, sqrt, symbols

from ..ir.arcsine import asin
from ..ir.average import Average, Covariance
from ..ir.printing import text
from .rewrite import Evaluate, Rewrite, factors

__all__ = ["price"]


def price(average: Average, evaluate: Evaluate) -> Rewrite | None:
    """d<f(x)h(y)>/dC_xy = <f'(x)h'(y)>, integrated over C_xy from 0, where the two fields
    decouple."""
    if len(average.fields) != 2:
        return None
    x, y = average.fields
    f, h = average.integrand.as_independent(y, as_Add=False)
    if y in f.free_symbols or x in h.free_symbols:
        return None
    free = Covariance("V")
    slope = evaluate(Average(f.diff(x) * h.diff(y), (x, y), free))
    decoupled = evaluate(Average(f, (x,), free)) * evaluate(Average(h, (y,), free))
    correlation, end = Symbol("s", real=True), average.covariance.entry(x, y)
    variances = {free.entry(z, z): Symbol(f"V_{z.name}", positive=True) for z in (x, y)}
    slope = slope.xreplace({free.entry(x, y): correlation}).xreplace(variances)
    # what is cached belongs to no two fields in particular
    common = symbols("V_1 V_2", positive=True)
    names = dict(zip(variances.values(), common, strict=True))
    own = {name: symbol for symbol, name in names.items()}
    joined, primitive = (e.xreplace(own) for e in _primitive(slope.xreplace(names), correlation))
    value = primitive - primitive.subs(correlation, 0) + decoupled.xreplace(variances)
    back = {
        symbol: average.covariance.entry(z, z)
        for z, symbol in zip((x, y), variances.values(), strict=True)
    }
    return Rewrite("Price", constant=value.subs(correlation, end).xreplace(back), about=(joined,))


@cache
def _primitive(slope: Expr, s: Symbol) -> tuple[Expr, Expr]:
    """``slope`` with its roots joined, and its primitive."""
    joined = _join_radicals(slope, s)
    return joined, _antiderivative(joined, s)


def _antiderivative(slope: Expr, s: Symbol) -> Expr:
    """Primitive of ``slope`` in s on the interval around 0 where it is smooth; checked by
    differentiation.

    Radicands A - B s^2 are given a name first, so that the integral is an elementary one whatever A
    is made of.
    """
    renamed = slope
    names: dict[Symbol, Expr] = {}
    for radical in sorted(slope.atoms(Pow), key=text):
        if (
            radical.exp.is_Rational
            and not radical.exp.is_Integer
            and s in radical.base.free_symbols
        ):
            polynomial = Poly(radical.base, s)
            leading = -polynomial.coeff_monomial(s**2)
            name = Symbol(f"A_{len(names)}", positive=True)
            names[name] = (polynomial.coeff_monomial(1) / leading).factor()
            rest = radical.base - polynomial.coeff_monomial(1)
            joined = Pow(leading, radical.exp) * Pow(name + (rest / leading).expand(), radical.exp)
            renamed = renamed.xreplace({radical: joined})
    primitive = integrate(renamed, s)
    if isinstance(primitive, Piecewise):
        primitive = primitive.args[-1][0]
    if simplify(primitive.diff(s) - renamed) != 0:
        raise ArithmeticError(
            f"no primitive of {slope} in {s} was found that differentiates back to it"
        )
    return primitive.xreplace(names).replace(sympy.asin, asin)


def _join_radicals(slope: Expr, s: Symbol) -> Expr:
    """Products of square roots brought under one root, with a radicand polynomial in s."""
    roots = [f for f in factors(slope) if isinstance(f, Pow) and abs(f.exp) == S.Half]
    rest = slope / Mul(*roots)
    squared = simplify(Mul(*(f**2 for f in roots)))
    if s not in squared.free_symbols or not (1 / squared).is_polynomial(s):
        return slope
    radicand = Poly(1 / squared, s)
    constant = radicand.coeff_monomial(1).factor()
    return rest / sqrt(constant + (radicand.as_expr() - radicand.coeff_monomial(1)).factor())

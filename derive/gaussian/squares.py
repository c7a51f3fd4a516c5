"""Squares of an activation as Gaussians: so that fields that meet in pairs are weights of the
measure, and tilt it.

A function f with f(0) = 0 whose slope is a Gaussian weight has f(y) = int_0^1 dt y f'(t y), hence

    f(x)^2 = f(oo)^2 - int_x^oo dy 2 f(y) f'(y) = f(oo)^2 - int_0^1 dt W(x, t),
    W(x, t) = int_x^oo dy 2 y f'(t y) f'(y) = A(t) exp(-s(t) x^2/2).

With s as the variable, A(t) dt is a measure on an interval, and its Gauss rule makes the integral a
short sum: the weight and exp(-s x^2/2) in s are entire, so that it converges faster than
geometrically, for all x at once.  The constant is kept apart,

    < f(x)^2 F > = f(oo)^2 < F > + < (f(x)^2 - f(oo)^2) F >,

so that averages with fewer Gaussians are computed once, whatever they are parts of.  Where the
same field stands in two such factors, the square of one,

    (f(x)^2 - f(oo)^2)^2 = int_0^1 int_0^1 dt dt' A(t) A(t') exp(-(s(t) + s(t')) x^2/2),

is a sum of as few Gaussians: the moments of s + s' are sums of products of those of s.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import mpmath
from sympy import (
    Expr,
    Float,
    Lambda,
    Poly,
    Symbol,
    exp,
    integrate,
    lambdify,
    limit,
    log,
    oo,
    simplify,
)

from ..ir.average import QUARTIC, SQUARE
from ..ir.system import Constant, Range

__all__ = ["far", "function_of", "gaussians", "rule"]

DIGITS = 30


def function_of(expression: Expr, x: Symbol) -> Lambda:
    """An expression in one variable as a function, the same for equal functions of different
    variables."""
    variable = Symbol("x", real=True)
    return Lambda(variable, expression.xreplace({x: variable}))


@cache
def gaussians(function: Callable[[Expr], Expr]) -> tuple[Expr, Expr, Expr, Symbol] | None:
    """f(oo)^2, A(t), s(t) and t of the identity above; None where the slope is no Gaussian weight,
    or f(0) not 0."""
    x, y, t = (Symbol(name, positive=True) for name in "xyt")
    f = function(y)
    slope = f.diff(y)
    if function(Symbol("x", real=True) * 0) != 0 or not isinstance(slope.as_independent(y)[1], exp):
        return None
    tail = simplify(integrate(2 * y * slope * slope.subs(y, t * y), (y, x, oo)))
    front = tail.subs(x, 0)
    exponent = Poly(simplify(log(simplify(tail / front))).expand(force=True), x)
    if exponent.monoms() != [(2,)]:
        return None
    return limit(f, y, oo) ** 2, front, -2 * exponent.LC(), t


def far(function: Callable[[Expr], Expr]) -> Expr:
    """f(oo)^2."""
    found = gaussians(function)
    assert found is not None
    return found[0]


@cache
def rule(
    function: Callable[[Expr], Expr], order: int, rng: Range = SQUARE
) -> tuple[Constant, Constant, float]:
    """Strengths s and weights of f^2 - f(oo)^2 = sum weight exp(-s x^2/2), of its square where the
    range is ``QUARTIC``, and the largest error of that anywhere.

    The Gauss rule with ``order`` nodes from the moments of the measure, by its orthogonal
    polynomial.
    """
    power = 2 if rng == QUARTIC else 1
    found = gaussians(function)
    assert found is not None
    top, front, s, t = found
    with mpmath.workdps(2 * DIGITS + 8 * order):
        A, S = (lambdify(t, e, "mpmath") for e in (front, s))
        moments = [mpmath.quad(lambda u, p=p: -A(u) * S(u) ** p, [0, 1]) for p in range(2 * order)]
        if power == 2:
            moments = [_of_sum(moments, n) for n in range(2 * order)]
        hankel = mpmath.matrix(order, order)
        for i in range(order):
            for j in range(order):
                hankel[i, j] = moments[i + j]
        monic = mpmath.lu_solve(hankel, mpmath.matrix([-m for m in moments[order:]]))
        roots = mpmath.polyroots([1, *reversed(list(monic))], maxsteps=500, extraprec=500)
        strengths = sorted(mpmath.re(r) for r in roots)
        powers = mpmath.matrix(order, order)
        for i in range(order):
            for j in range(order):
                powers[i, j] = strengths[j] ** i
        weights = list(mpmath.lu_solve(powers, mpmath.matrix(moments[:order])))
        f = lambdify(t, function(t), "mpmath")
        constant = mpmath.mpf(str(top.evalf(DIGITS)))

        def difference(x: float) -> float:
            rest = mpmath.fsum(
                w * mpmath.exp(-b * x * x / 2) for b, w in zip(strengths, weights, strict=True)
            )
            return float(abs((f(mpmath.mpf(x)) ** 2 - constant) ** power - rest))

        error = max(difference(x / 64) for x in range(64 * 8))
        nodes = tuple(Float(str(v), DIGITS) for v in strengths)
        values = tuple(Float(str(w), DIGITS) for w in weights)
    what = "the square of g^2 less its value" if power == 2 else "g^2 less its value"
    meaning = f"of {order} Gaussians whose sum is {what} far out, off by {error:.1e} at most"
    return (
        Constant(rng.name, rng, nodes, f"strengths {meaning}"),
        Constant(f"{rng.name}_weight", rng, values, f"weights {meaning}"),
        error,
    )


def _of_sum(moments: list, n: int) -> mpmath.mpf:
    """< (s + s')^n > = sum_j (n over j) < s^j > < s^(n - j) >."""
    return mpmath.fsum(mpmath.binomial(n, j) * moments[j] * moments[n - j] for j in range(n + 1))

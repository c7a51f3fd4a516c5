"""The activations: an explicit SymPy function each.  Derivatives and averages follow from it by rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sympy import DiracDelta, Expr, Symbol, erf, sign, sqrt


@dataclass(frozen=True)
class Activation:
    """``function`` is g; ``latex`` its definition as the convention card prints it.

    ``scale_free`` activations have averages whose roots and arcsines reach the ends of their domains where two fields
    coincide, so that rounding may carry an argument across.
    """

    name: str
    function: Callable[[Expr], Expr]
    text: str
    latex: str
    scale_free: bool = False

    def derivative(self, order: int, x: Expr) -> Expr:
        """g^(order)(x), explicit."""
        expression = self.function(x)
        for _ in range(order):
            expression = expression.diff(x).expand().subs(x * DiracDelta(x), 0)
        return expression

    def is_odd(self) -> bool:
        x = Symbol("x", real=True)
        return bool(self.function(-x) == -self.function(x))


ERF = Activation("erf", lambda x: erf(x / sqrt(2)), "g(x) = erf(x/sqrt(2))", r"g(x)=\operatorname{erf}(x/\sqrt2)")

RELU = Activation("relu", lambda x: x * (1 + sign(x)) / 2, "g(x) = max(x, 0)", r"g(x)=\max(x,0)", True)
LINEAR = Activation("linear", lambda x: x, "g(x) = x", "g(x)=x")

ACTIVATIONS = {a.name: a for a in (ERF, RELU, LINEAR)}
DEFAULT = ERF.name

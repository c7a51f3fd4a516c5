"""The activations: an explicit SymPy function each.  Derivatives and averages follow from it by rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sympy import Expr, Symbol, erf, sqrt


@dataclass(frozen=True)
class Activation:
    """``function`` is g; ``latex`` its definition as the convention card prints it."""

    name: str
    function: Callable[[Expr], Expr]
    text: str
    latex: str

    def derivative(self, order: int, x: Expr) -> Expr:
        """g^(order)(x), explicit."""
        expression = self.function(x)
        for _ in range(order):
            expression = expression.diff(x)
        return expression

    def is_odd(self) -> bool:
        x = Symbol("x", real=True)
        return bool(self.function(-x) == -self.function(x))


ERF = Activation("erf", lambda x: erf(x / sqrt(2)), "g(x) = erf(x/sqrt(2))", r"g(x)=\operatorname{erf}(x/\sqrt2)")

LINEAR = Activation("linear", lambda x: x, "g(x) = x", "g(x)=x")

ACTIVATIONS = {a.name: a for a in (ERF, LINEAR)}
DEFAULT = ERF.name

"""Functions of a loss's own in SymPy: abstract while derivatives are taken by the chain rule,
explicit at a node."""

from __future__ import annotations

from sympy import Abs, Expr, Function, Rational, exp, log, sign, tanh

__all__ = ["APPLIED", "Applied"]


class Applied(Function):
    """``Softplus(n, x)``: the n-th derivative of the function at x, n = 0 or 1."""

    nargs = 2
    word = ""  # in a model file
    even = False

    def fdiff(self, argindex: int = 2) -> Expr:
        order, x = self.args
        if argindex != 2 or order != 0:
            raise TypeError("the slope of a loss is all that is derived of it")
        return self.func(order + 1, x)

    @property
    def slope(self) -> bool:
        """Whether it is the derivative."""
        return bool(self.args[0] == 1)

    def explicit(self, x: Expr) -> Expr:
        """The same at another argument, in functions that programs have, and without the powers of
        e that overflow."""
        raise NotImplementedError


class Softplus(Applied):
    """log(1 + exp(x))."""

    word = "softplus"

    def explicit(self, x: Expr) -> Expr:
        if self.slope:
            return (1 + tanh(x / 2)) / 2
        return x / 2 + Abs(x) / 2 + log(1 + exp(-Abs(x)))


class LogCosh(Applied):
    """log(cosh(x))."""

    word = "log_cosh"
    even = True

    def explicit(self, x: Expr) -> Expr:
        if self.slope:
            return tanh(x)
        return Abs(x) + log(Rational(1, 2) + exp(-2 * Abs(x)) / 2)


class Relu(Applied):
    """max(x, 0)."""

    word = "relu"

    def explicit(self, x: Expr) -> Expr:
        return (1 + sign(x)) / 2 if self.slope else (x + Abs(x)) / 2


APPLIED = {x.word: x for x in (Softplus, LogCosh, Relu)}

"""Expressions of stationary points in numpy."""

from __future__ import annotations

from sympy import Expr, Symbol
from sympy.printing.numpy import NumPyPrinter

from ..common import number
from ..digits import Digits

__all__ = ["NumpyPrinter"]


class NumpyPrinter(Digits, NumPyPrinter):
    root = "np.sqrt"

    def __init__(self) -> None:
        super().__init__({"fully_qualified_modules": False})

    def doprint(self, expr: Expr) -> str:
        return number(expr) if expr.is_number else super().doprint(expr)

    def _print_Symbol(self, e: Symbol) -> str:
        return e.name

    def _print_erf(self, e: Expr) -> str:
        return f"erf({self._print(e.args[0])})"

    def _print_OwenT(self, e: Expr) -> str:
        return f"owens_t({self._print(e.args[0])}, {self._print(e.args[1])})"

    def _print_Piecewise(self, e: Expr) -> str:
        (value, condition), (other, _) = e.args
        return f"np.where({self._print(condition)}, {self._print(value)}, {self._print(other)})"

    def _print_Relational(self, e: Expr) -> str:
        return f"{self._print(e.lhs)} {e.rel_op} {self._print(e.rhs)}"

    def _print_function(self, name: str, e: Expr) -> str:
        return f"np.{name}({self._print(e.args[0])})"

    def _print_exp(self, e: Expr) -> str:
        return self._print_function("exp", e)

    def _print_log(self, e: Expr) -> str:
        return self._print_function("log", e)

    def _print_sin(self, e: Expr) -> str:
        return self._print_function("sin", e)

    def _print_cos(self, e: Expr) -> str:
        return self._print_function("cos", e)

    def _print_tanh(self, e: Expr) -> str:
        return self._print_function("tanh", e)

    def _print_sign(self, e: Expr) -> str:
        return self._print_function("sign", e)

"""Expressions of stationary points in C."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Symbol
from sympy.printing.c import C99CodePrinter

from ..common import number
from ..digits import Digits

__all__ = ["CPrinter"]


class CPrinter(Digits, C99CodePrinter):
    root = "sqrt"

    def __init__(self, prefix: str, parameters: Iterable[str]) -> None:
        super().__init__()
        self.prefix, self.parameters = prefix, frozenset(parameters)

    def doprint(self, expr: Expr, assign_to: str | None = None) -> str:
        return number(expr) if expr.is_number else str(super().doprint(expr))

    def _print_Symbol(self, e: Symbol) -> str:
        return f"params->{e.name}" if e.name in self.parameters else e.name

    def _print_OwenT(self, e: Expr) -> str:
        return f"{self.prefix}_owens_t({self._print(e.args[0])}, {self._print(e.args[1])})"

    def _print_Piecewise(self, e: Expr) -> str:
        (value, condition), (other, _) = e.args
        return f"({self._print(condition)} ? {self._print(value)} : {self._print(other)})"

    def _print_Relational(self, e: Expr) -> str:
        return f"{self._print(e.lhs)} {e.rel_op} {self._print(e.rhs)}"

    def _print_sign(self, e: Expr) -> str:
        x = self._print(e.args[0])
        return f"(({x} > 0.0) - ({x} < 0.0))"

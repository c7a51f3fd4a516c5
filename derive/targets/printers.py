"""Expressions of fixed-point systems in numpy and in C: constants to 17 digits, one number in front
of a product."""

from __future__ import annotations

from collections.abc import Iterable

from sympy import Expr, Mul, S, Symbol
from sympy.printing.c import C99CodePrinter
from sympy.printing.numpy import NumPyPrinter

from .common import number, split_number

__all__ = ["CPrinter", "NumpyPrinter"]


class _Numbers:
    """Constants to 17 digits, products with one number in front; both targets."""

    def _print_Integer(self, e: Expr) -> str:
        return number(e)

    def _print_Rational(self, e: Expr) -> str:
        return number(e)

    def _print_NumberSymbol(self, e: Expr) -> str:
        return number(e)

    def _print_Mul(self, e: Expr) -> str:
        coefficient, rest = split_number(e)
        if coefficient in (1, -1) or rest == 1:
            return number(coefficient) if rest == 1 else super()._print_Mul(e)  # type: ignore[misc]
        inner = super()._print_Mul(rest) if isinstance(rest, Mul) else self.parenthesize(rest, 50)  # type: ignore
        return f"{number(coefficient)}*{inner}"

    def _print_Pow(self, e: Expr) -> str:
        if e.is_number:
            return number(e)
        if abs(e.exp) == S.Half:
            text = f"{self.root}({self._print(e.base)})"  # type: ignore[attr-defined]
            return text if e.exp > 0 else f"(1.0/{text})"
        if e.exp.is_Integer and abs(e.exp) <= 10:
            base = self.parenthesize(e.base, 100)  # type: ignore[attr-defined]
            power = "*".join([base] * abs(int(e.exp)))
            return f"({power})" if e.exp > 0 else f"(1.0/({power}))"
        return str(super()._print_Pow(e))  # type: ignore[misc]


class NumpyPrinter(_Numbers, NumPyPrinter):
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


class CPrinter(_Numbers, C99CodePrinter):
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

"""What printers of numerical code share: constants to 17 digits, one number in front of a
product."""

from __future__ import annotations

from sympy import Expr, Mul, S

from .common import number, split_number

__all__ = ["Digits"]


class Digits:
    """For a SymPy printer of a language with infix arithmetic; ``root``: what it calls the square
    root."""

    root: str

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

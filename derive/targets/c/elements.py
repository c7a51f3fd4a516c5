"""Element expressions -> C, arrays flattened row by row."""

from __future__ import annotations

from sympy.printing.c import C99CodePrinter

from ..flat import Flat

__all__ = ["Printer"]


class Printer(Flat, C99CodePrinter):
    """Element expressions as C, parameters in a struct."""

    root = "sqrt"

    def given(self, name: str) -> str:
        return f"params->{name}"

    def finite(self, name: str) -> str:
        return f"isfinite(params->{name})"

    def there(self, name: str) -> str:
        return f"params->{name}"

"""Element expressions -> JavaScript, arrays flattened row by row."""

from __future__ import annotations

from sympy import Expr
from sympy.printing.jscode import JavascriptCodePrinter

from ..flat import Flat

__all__ = ["Printer"]


class Printer(Flat, JavascriptCodePrinter):
    """Element expressions as JavaScript, parameters in constants of their names."""

    root = "Math.sqrt"
    alone = "{}[0]"
    equal = "==="

    def finite(self, name: str) -> str:
        return f"Number.isFinite({name})"

    def there(self, name: str) -> str:
        return f"{name} !== null"

    def _print_erf(self, e: Expr) -> str:
        return f"_erf({self._print(e.args[0])})"

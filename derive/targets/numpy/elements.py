"""Element expressions -> expressions in whole numpy arrays, with a trailing batch axis."""

from __future__ import annotations

from typing import Protocol

from sympy import Expr, Mul, S, Symbol
from sympy.printing.numpy import NumPyPrinter
from sympy.tensor.indexed import Indexed

from ...ir.printing import Once
from ...ir.system import Along, Index, Input, Joint, Range
from ...lowering.program import Array
from ..common import dimension, number, offset, split_number
from .style import Style

__all__ = ["Arrays", "Printer", "block", "covered", "letters", "pattern", "piece"]


class Arrays(Protocol):
    """What printers ask of a program."""

    def array(self, name: str) -> Array | Input:
        """The input, output, work array or table of that name."""


class Printer(Once, NumPyPrinter):
    """An element expression as an expression in whole arrays, broadcast over the loops ``axes``.

    An index in ``fixed`` is a Python variable: the expression stands in a loop over it.
    """

    def __init__(
        self,
        program: Arrays,
        axes: tuple[Index, ...],
        fixed: tuple[Index, ...] = (),
        style: Style | None = None,
    ) -> None:
        super().__init__({"fully_qualified_modules": False})
        self.program, self.axes, self.fixed = program, axes, fixed
        self.style = style or Style()

    def _print_Indexed(self, element: Indexed) -> str:
        indices = tuple(i for i in element.indices if i not in self.fixed)
        base, kept = (
            block(self.program.array(element.base.name), tuple(element.indices), self.fixed),
            indices,
        )
        inner = tuple(a for a in self.axes if a in indices)
        if inner != indices:
            base, kept = self.style.einsum(pattern(indices, inner), [base]), inner
        return self._along(base, kept)

    def _along(self, base: str, kept: tuple[Index, ...]) -> str:
        """An array over some of the axes, in their order, broadcast over all."""
        places = [":" if a in kept else "None" for a in self.axes]
        while places and places[-1] == ":":
            places.pop()
        return f"{base}[{', '.join(places)}]" if places else base

    def _print_Symbol(self, symbol: Symbol) -> str:
        return symbol.name

    def _print_Rsqrt(self, e: Expr) -> str:
        return f"1.0 / {self.style.np}.sqrt({self._print(e.args[0])})"

    def _print_Pow(self, e: Expr, rational: bool = False) -> str:
        return (
            f"{self.style.np}.sqrt({self._print(e.base)})"
            if e.exp == S.Half
            else super()._print_Pow(e, rational=rational)
        )

    def _print_asin(self, e: Expr) -> str:
        return f"{self.style.np}.arcsin({self._print(e.args[0])})"

    def _print_exp(self, e: Expr) -> str:
        return f"{self.style.np}.exp({self._print(e.args[0])})"

    def _print_sign(self, e: Expr) -> str:
        return f"{self.style.np}.sign({self._print(e.args[0])})"

    def _print_tanh(self, e: Expr) -> str:
        return f"{self.style.np}.tanh({self._print(e.args[0])})"

    def _print_log(self, e: Expr) -> str:
        return f"{self.style.np}.log({self._print(e.args[0])})"

    def _print_erf(self, e: Expr) -> str:
        return self.style.erf(self._print(e.args[0]))

    def _print_Root(self, e: Expr) -> str:
        return f"{self.style.called('root')}{', '.join(map(self._print, e.args))})"

    def _print_HalfInverse(self, e: Expr) -> str:
        return f"{self.style.called('half')}{self._print(e.args[0])})"

    def _print_atan2(self, e: Expr) -> str:
        return f"{self.style.np}.arctan2({', '.join(map(self._print, e.args))})"

    def _print_Joint(self, e: Joint | Along) -> str:
        called = self.style.called(e.routine(e.fields))
        return f"{called}{', '.join(map(self._print, e.args))})"

    _print_Along = _print_Joint

    def _print_KroneckerDelta(self, e: Expr) -> str:
        identity = self.style.identity(dimension(e.args[0].rng))
        return self._along(identity, tuple(e.args))

    def _print_Mul(self, e: Expr) -> str:
        coefficient, rest = split_number(e)
        if coefficient in (1, -1) or rest == 1:
            return number(coefficient) if rest == 1 else super()._print_Mul(e)
        inner = super()._print_Mul(rest) if isinstance(rest, Mul) else self.parenthesize(rest, 50)
        return f"{number(coefficient)} * {inner}"

    def _print_Integer(self, e: Expr) -> str:
        return str(int(e))

    def _print_Rational(self, e: Expr) -> str:
        return number(e)

    def _print_NumberSymbol(self, e: Expr) -> str:
        return number(e)


def letters(indices: tuple[Index, ...]) -> str:
    return "".join(i.name for i in indices)


def pattern(indices: tuple[Index, ...], kept: tuple[Index, ...]) -> str:
    """Of einsum: an array over these indices, of which some are left."""
    return f"{letters(indices)}...->{letters(kept)}..."


def covered(index: Index, rng: Range) -> str:
    """The part of an axis over ``rng`` that the range of an index covers."""
    if index.rng == rng:
        return ":"
    start = offset(index, rng)
    return f"{start}:" if start else f":{dimension(index.rng)}"


def piece(
    ranges: tuple[Range, ...], indices: tuple[Index, ...], fixed: tuple[Index, ...] = ()
) -> str:
    """The subscript of what the ranges of ``indices`` cover, at one value of the ``fixed`` ones;
    "" where that is all of the array."""
    cuts = []
    for index, rng in zip(indices, ranges, strict=True):
        cuts.append(index.name if index in fixed else covered(index, rng))
    return "" if all(c == ":" for c in cuts) else f"[{', '.join(cuts)}]"


def block(array: Array | Input, indices: tuple[Index, ...], fixed: tuple[Index, ...] = ()) -> str:
    """An array, or the part of it that the ranges of ``indices`` cover."""
    return array.name + piece(array.ranges, indices, fixed)

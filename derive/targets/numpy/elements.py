"""Element expressions -> expressions in whole numpy arrays, with a trailing batch axis."""

from __future__ import annotations

from sympy import Expr, Mul, S, Symbol
from sympy.printing.numpy import NumPyPrinter
from sympy.tensor.indexed import Indexed

from ...ir.printing import Once
from ...ir.system import Along, Index, Input, Joint, Range
from ...lowering.program import Array, Program
from ..common import dimension, number, offset, split_number

__all__ = ["Printer", "block", "covered", "letters"]


class Printer(Once, NumPyPrinter):
    """An element expression as an expression in whole arrays, broadcast over the loops ``axes``.

    An index in ``fixed`` is a Python variable: the expression stands in a loop over it.
    """

    def __init__(
        self, program: Program, axes: tuple[Index, ...], fixed: tuple[Index, ...] = ()
    ) -> None:
        super().__init__({"fully_qualified_modules": False})
        self.program, self.axes, self.fixed = program, axes, fixed

    def _print_Indexed(self, element: Indexed) -> str:
        indices = tuple(i for i in element.indices if i not in self.fixed)
        base, kept = (
            block(self.program.array(element.base.name), tuple(element.indices), self.fixed),
            indices,
        )
        inner = tuple(a for a in self.axes if a in indices)
        if inner != indices:
            base, kept = f'np.einsum("{letters(indices)}...->{letters(inner)}...", {base})', inner
        places = [":" if a in kept else "None" for a in self.axes]
        while places and places[-1] == ":":
            places.pop()
        return f"{base}[{', '.join(places)}]" if places else base

    def _print_Symbol(self, symbol: Symbol) -> str:
        return symbol.name

    def _print_Rsqrt(self, e: Expr) -> str:
        return f"1.0 / np.sqrt({self._print(e.args[0])})"

    def _print_Pow(self, e: Expr, rational: bool = False) -> str:
        return (
            f"np.sqrt({self._print(e.base)})"
            if e.exp == S.Half
            else super()._print_Pow(e, rational=rational)
        )

    def _print_asin(self, e: Expr) -> str:
        return f"np.arcsin({self._print(e.args[0])})"

    def _print_exp(self, e: Expr) -> str:
        return f"np.exp({self._print(e.args[0])})"

    def _print_sign(self, e: Expr) -> str:
        return f"np.sign({self._print(e.args[0])})"

    def _print_tanh(self, e: Expr) -> str:
        return f"np.tanh({self._print(e.args[0])})"

    def _print_log(self, e: Expr) -> str:
        return f"np.log({self._print(e.args[0])})"

    def _print_erf(self, e: Expr) -> str:
        return f"erf({self._print(e.args[0])})"

    def _print_Root(self, e: Expr) -> str:
        return f"_root({', '.join(map(self._print, e.args))})"

    def _print_atan2(self, e: Expr) -> str:
        return f"np.arctan2({', '.join(map(self._print, e.args))})"

    def _print_Joint(self, e: Joint | Along) -> str:
        return f"_{e.routine(e.fields)}({', '.join(map(self._print, e.args))})"

    _print_Along = _print_Joint

    def _print_KroneckerDelta(self, e: Expr) -> str:
        return f"_identity({dimension(e.args[0].rng)}, batch)"

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


def covered(index: Index, rng: Range) -> str:
    """The part of an axis over ``rng`` that the range of an index covers."""
    if index.rng == rng:
        return ":"
    start = offset(index, rng)
    return f"{start}:" if start else f":{dimension(index.rng)}"


def block(array: Array | Input, indices: tuple[Index, ...], fixed: tuple[Index, ...] = ()) -> str:
    """The part of an array that the ranges of ``indices`` cover, at one value of the ``fixed``
    ones."""
    cuts = []
    for index, rng in zip(indices, array.ranges, strict=True):
        cuts.append(index.name if index in fixed else covered(index, rng))
    return array.name if all(c == ":" for c in cuts) else f"{array.name}[{', '.join(cuts)}]"

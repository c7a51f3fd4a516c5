"""Element expressions in languages whose arrays are flat, row by row."""

from __future__ import annotations

from sympy import Expr, Mul, Symbol
from sympy.tensor.indexed import Indexed

from ..ir.printing import Once
from ..ir.system import Along, Index, Input, Joint
from ..lowering.program import GENERAL, Array, Program
from .common import dimension, number, offset, split_number

__all__ = ["Flat"]


class Flat(Once):
    """Before a printer of SymPy of a language with the operators of C."""

    #: What the language calls the square root.
    root: str
    #: The elements of an array that has but one; and of a parameter that is one.
    alone = "*{}"
    #: Equality.
    equal = "=="

    def __init__(self, program: Program, prefix: str) -> None:
        super().__init__()
        self.program, self.prefix = program, prefix
        self.parameters = {p.name for p in program.parameters}
        self.infinite = {p.name for p in program.parameters if p.may_be_infinite}
        self.flags = {p.flag for p in program.parameters if p.flag}
        self.scalars = {s.target.name for s in program.statements if not s.target.ranges}
        for function in program.functions:
            self.scalars |= {a.name for a in function.more if not a.ranges}

    def given(self, name: str) -> str:
        """A parameter, as the language reads it."""
        return name

    def finite(self, name: str) -> str:
        """That a parameter is finite."""
        raise NotImplementedError

    def there(self, name: str) -> str:
        """That the caller gives an array."""
        raise NotImplementedError

    def condition(self, guards: tuple[str, ...]) -> str:
        """That all of these hold; "" of none."""
        return " && ".join(map(self._holds, guards))

    def _holds(self, guard: str) -> str:
        if guard in self.infinite:
            return self.finite(guard)
        if guard == GENERAL:
            return guard
        return f"{guard} > 0.0" if guard in self.flags else self.there(guard)

    def _print_Usually(self, e: Expr) -> str:
        general, usual = map(self._print, e.args)
        return f"({GENERAL} ? {general} : {usual})"

    def _print_Indexed(self, element: Indexed) -> str:
        return self.reference(self.program.array(element.base.name), tuple(element.indices))

    def reference(self, array: Array | Input, indices: tuple[Index, ...]) -> str:
        """An element of an array, flattened row by row; of packed ones the upper triangle is."""
        if not indices:
            return self.alone.format(array.name)
        if array.packed:
            *blocks, k, l = (i.name for i in indices)
            n = dimension(array.ranges[-1])
            front = "".join(f"{block}*({n}*({n} + 1)/2) + " for block in blocks)
            return f"{array.name}[{front}{self.prefix}_packed({n}, {k}, {l})]"
        text = ""
        for index, rng in zip(indices, array.ranges, strict=True):
            start = offset(index, rng)
            place = f"{start} + {index.name}" if start else index.name
            row = f"({text})" if "+" in text else text
            text = f"{row}*{dimension(rng)} + {place}" if text else place
        return f"{array.name}[{text}]"

    def _print_Symbol(self, symbol: Symbol) -> str:
        if symbol.name in self.scalars:
            alone = self.alone.format(symbol.name)
            return f"({alone})" if alone.startswith("*") else alone
        return self.given(symbol.name) if symbol.name in self.parameters else symbol.name

    _print_Index = _print_Symbol

    def _print_Rsqrt(self, e: Expr) -> str:
        return f"(1.0 / {self.root}({self._print(e.args[0])}))"

    def _print_Root(self, e: Expr) -> str:
        return f"{self.prefix}_root({', '.join(map(self._print, e.args))})"

    def _print_HalfInverse(self, e: Expr) -> str:
        return f"{self.prefix}_half({self._print(e.args[0])})"

    def _print_Joint(self, e: Joint | Along) -> str:
        return f"{self.prefix}_{e.routine(e.fields)}({', '.join(map(self._print, e.args))})"

    _print_Along = _print_Joint

    def _print_KroneckerDelta(self, e: Expr) -> str:
        a, b = (self._print(x) for x in e.args)
        return f"({a} {self.equal} {b} ? 1.0 : 0.0)"

    def _print_Pow(self, e: Expr) -> str:
        if e.is_number:
            return number(e)
        if e.exp.is_Integer and 1 < abs(e.exp) < 5:
            base = (
                self.parenthesize(e.base, 100)  # type: ignore[attr-defined]
                if not isinstance(e.base, Indexed)
                else self._print(e.base)
            )
            power = "*".join([base] * abs(int(e.exp)))
            return f"({power})" if e.exp > 0 else f"(1.0 / ({power}))"
        return str(super()._print_Pow(e))  # type: ignore[misc]

    def _print_Mul(self, e: Expr) -> str:
        coefficient, rest = split_number(e)
        if coefficient in (1, -1) or rest == 1:
            return number(coefficient) if rest == 1 else super()._print_Mul(e)  # type: ignore[misc, no-any-return]
        inner = super()._print_Mul(rest) if isinstance(rest, Mul) else self.parenthesize(rest, 50)  # type: ignore[misc, attr-defined]
        return f"{number(coefficient)}*{inner}"

    def _print_Integer(self, e: Expr) -> str:
        return number(e)

    def _print_Rational(self, e: Expr) -> str:
        return number(e)

    def _print_NumberSymbol(self, e: Expr) -> str:
        return number(e)

"""Program -> the lines that the numpy template loops over: whole arrays, a trailing batch axis, einsum for sums."""

from __future__ import annotations

from sympy import Add, Expr, Mul, S, Symbol
from sympy.printing.numpy import NumPyPrinter
from sympy.tensor.indexed import Indexed

from ..program import Array, Function, Program, Statement
from ..system import Index
from .common import dimension, number, offset, split_number, used_parameters

__all__ = ["render"]


class Printer(NumPyPrinter):
    """An element expression as an expression in whole arrays, broadcast over the loops ``axes``."""

    def __init__(self, program: Program, axes: tuple[Index, ...]) -> None:
        super().__init__({"fully_qualified_modules": False})
        self.program, self.axes = program, axes

    def _print_Indexed(self, element: Indexed) -> str:
        indices = tuple(element.indices)
        base, kept = block(self.program.array(str(element.base)), indices), indices
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

    def _print_asin(self, e: Expr) -> str:
        return f"np.arcsin({self._print(e.args[0])})"

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


def block(array: Array, indices: tuple[Index, ...]) -> str:
    """The part of an array that the ranges of ``indices`` cover."""
    cuts = []
    for index, rng in zip(indices, array.ranges, strict=True):
        start = offset(index, rng)
        if index.rng == rng:
            cuts.append(":")
        else:
            cuts.append(f"{start}:" if start else f":{dimension(index.rng)}")
    return array.name if all(c == ":" for c in cuts) else f"{array.name}[{', '.join(cuts)}]"


def render(program: Program) -> dict:
    """Everything the numpy template needs, as strings and lists."""
    return {
        "functions": [_function(f, program) for f in program.functions],
        "parameters": [
            {"name": p.name, "meaning": p.meaning, "infinite": p.may_be_infinite} for p in program.parameters
        ],
    }


def _function(function: Function, program: Program) -> dict:
    blocks: dict[str, int] = {}
    for s in function.statements:
        if not s.accumulate:
            blocks[s.target.name] = blocks.get(s.target.name, 0) + 1
    seen: set[str] = set()
    groups: list[dict] = []
    for s in function.statements:
        if not groups or groups[-1]["guard"] != s.guard:
            groups.append({"guard": s.guard, "statements": []})
        groups[-1]["statements"] += _statement(s, program, blocks[s.target.name] > 1, seen)
    return {
        "name": function.name,
        "outputs": [a.name for a in function.outputs],
        "groups": groups,
        "used": used_parameters(function, program),
    }


def _statement(s: Statement, program: Program, in_blocks: bool, seen: set[str]) -> list[dict]:
    name, found = s.target.name, []
    comment = "" if name in seen else s.target.meaning
    if in_blocks and name not in seen:
        shape = ", ".join(dimension(r) for r in s.target.ranges)
        found.append({"comment": comment, "line": f"{name} = np.empty(({shape}) + batch)"})
        comment = ""
    seen.add(name)
    target = block(s.target, s.indices) if in_blocks else name
    assign = "= " + name + " +" if s.accumulate else "="
    found.append({"comment": comment, "line": f"{target} {assign} {_value(s, program)}"})
    ranges = [i.rng for i in s.indices]
    if in_blocks and s.triangle and ranges[0] != ranges[1]:
        mirrored = block(s.target, s.indices[::-1])
        found.append({"comment": "", "line": f"{mirrored} = np.swapaxes({target}, 0, 1)"})
    return found


def _value(s: Statement, program: Program) -> str:
    printer = Printer(program, s.indices)
    if not s.sums:
        return printer.doprint(s.body if s.factor == S.One else s.factor * s.body)
    terms = []
    for term in Add.make_args(s.body.expand()):
        coefficient, rest = split_number(term)
        elements = [f for f in Mul.make_args(rest) if isinstance(f, Indexed)]
        if Mul(*elements) != rest:
            raise ValueError(f"the numpy backend sums products of array elements only, not {rest}")
        operands = [(letters(tuple(e.indices)), block(program.array(str(e.base)), tuple(e.indices))) for e in elements]
        spec = ",".join(f"{x}..." for x, _ in operands) + f"->{letters(s.indices)}..."
        call = f'np.einsum("{spec}", {", ".join(x for _, x in operands)})'
        terms.append(call if coefficient == 1 else f"{number(coefficient)} * {call}")
    total = " + ".join(terms)
    if s.factor == S.One:
        return total
    return f"{printer.doprint(s.factor)} * " + (f"({total})" if len(terms) > 1 else total)

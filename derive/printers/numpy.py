"""Program -> the lines that the numpy template loops over: whole arrays, a trailing batch axis, einsum for sums."""

from __future__ import annotations

from sympy import Add, Expr, Mul, Pow, S, Symbol
from sympy.printing.numpy import NumPyPrinter
from sympy.tensor.indexed import Indexed

from ..program import Array, Function, Program, Statement
from ..system import Index, Input
from .common import dimension, number, offset, split_number, used_helpers, used_parameters

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

    def _print_Root(self, e: Expr) -> str:
        return f"_root({', '.join(map(self._print, e.args))})"

    def _print_atan2(self, e: Expr) -> str:
        return f"np.arctan2({', '.join(map(self._print, e.args))})"

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


def block(array: Array | Input, indices: tuple[Index, ...]) -> str:
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
        "helpers": used_helpers(program),
        "state": ", ".join(x.name for x in program.inputs if x.state),
        "parameters": [
            {"name": p.name, "meaning": p.meaning, "infinite": p.may_be_infinite, "counts": p.counts}
            for p in program.parameters
        ],
        "inputs": [
            {
                "name": x.name,
                "meaning": x.meaning,
                "state": x.state,
                "default": x.default,
                "shape": ", ".join(dimension(r) for r in x.ranges),
                "rank": len(x.ranges),
                "size": dimension(x.ranges[0]),
            }
            for x in program.inputs
        ],
    }


def _function(function: Function, program: Program) -> dict:
    pieces: dict[str, set[tuple[str, ...]]] = {}
    for s in function.statements:
        pieces.setdefault(s.target.name, set()).add(tuple(i.rng.name for i in s.indices))
    infinite = {p.name for p in program.parameters if p.may_be_infinite}
    seen: set[str] = set()
    blocks = []
    for block in function.blocks:
        conditions = [f"np.any(np.isfinite({g}))" if g in infinite else f"{g} is not None" for g in block.guards]
        lines = []
        for s in block.statements:
            in_parts = len(pieces[s.target.name]) > 1
            lines += _statement(s, program, in_parts, seen)
        blocks.append({"condition": " and ".join(conditions), "repeat": block.repeat, "statements": lines})
    return {
        "name": function.name,
        "outputs": [a.name for a in function.outputs],
        "blocks": blocks,
        "used": used_parameters(function, program),
        "reads": sorted({str(e.base) for s in function.statements for e in (s.body * s.factor).atoms(Indexed)}),
    }


def _statement(s: Statement, program: Program, in_blocks: bool, seen: set[str]) -> list[dict]:
    name, found = s.target.name, []
    comment = "" if name in seen else s.target.meaning
    if in_blocks and name not in seen:
        shape = ", ".join(dimension(r) for r in s.target.ranges)
        found.append({"comment": comment, "line": f"{name} = np.empty(({shape}, *batch))"})
        comment = ""
    seen.add(name)
    target = block(s.target, s.indices) if in_blocks else name
    assign = f"= {target} +" if s.accumulate else "="
    found.append({"comment": comment, "line": f"{target} {assign} {_value(s, program)}"})
    ranges = [i.rng for i in s.indices]
    if in_blocks and s.triangle and ranges[0] != ranges[1]:
        mirrored = block(s.target, s.indices[::-1])
        found.append({"comment": "", "line": f"{mirrored} = np.swapaxes({target}, 0, 1)"})
    return found


def _value(s: Statement, program: Program) -> str:
    printer = Printer(program, s.indices)
    if s.body.is_number and s.indices:
        shape = ", ".join(dimension(i.rng) for i in s.indices)
        return f"np.full(({shape}, *batch), {float(s.body)!r})"
    if not s.sums:
        return printer.doprint(s.body if s.factor == S.One else s.factor * s.body)
    terms = []
    for term in Add.make_args(s.body.expand()):
        coefficient, rest = split_number(term)
        elements = [f for factor in Mul.make_args(rest) for f in _repeated(factor)]
        if Mul(*elements) != rest:
            raise ValueError(f"the numpy backend sums products of array elements only, not {rest}")
        operands = [(letters(tuple(e.indices)), block(program.array(str(e.base)), tuple(e.indices))) for e in elements]
        spec = ",".join(f"{x}..." for x, _ in operands) + f"->{letters(s.indices)}..."
        order = ", optimize=True" if len(operands) > 3 else ""
        call = f'np.einsum("{spec}", {", ".join(x for _, x in operands)}{order})'
        terms.append(call if coefficient == 1 else f"{number(coefficient)} * {call}")
    total = " + ".join(terms)
    if s.factor == S.One:
        return total
    return f"{printer.doprint(s.factor)} * " + (f"({total})" if len(terms) > 1 else total)


def _repeated(factor: Expr) -> list[Expr]:
    """An element, or a power of one as so many factors."""
    if isinstance(factor, Pow) and isinstance(factor.base, Indexed) and factor.exp.is_Integer and factor.exp > 0:
        return [factor.base] * int(factor.exp)
    return [factor] if isinstance(factor, Indexed) else []

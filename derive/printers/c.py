"""Program -> the strings and lists that the C templates loop over."""

from __future__ import annotations

from sympy import Expr, Mul, S, Symbol
from sympy.printing.c import C99CodePrinter
from sympy.tensor.indexed import Indexed

from ..program import Array, Function, Program, Statement
from ..system import Index, Input
from .common import dimension, number, offset, split_number, used_helpers

__all__ = ["render"]

#: Symmetric arrays of the flat state.
PACKED = ("Q", "dQ")


class Printer(C99CodePrinter):
    """Element expressions as C, arrays flattened row by row."""

    def __init__(self, program: Program, prefix: str) -> None:
        super().__init__()
        self.program, self.prefix = program, prefix
        self.parameters = {p.name for p in program.parameters}
        self.infinite = {p.name for p in program.parameters if p.may_be_infinite}

    def _print_Indexed(self, element: Indexed) -> str:
        return self.reference(self.program.array(str(element.base)), tuple(element.indices))

    def reference(self, array: Array | Input, indices: tuple[Index, ...]) -> str:
        """An element of an array; Q and dQ hold their upper triangle only, row by row."""
        if not indices:
            return f"*{array.name}"
        if array.name in PACKED:
            k, l = (i.name for i in indices)
            return f"{array.name}[{self.prefix}_packed({dimension(array.ranges[0])}, {k}, {l})]"
        text = ""
        for index, rng in zip(indices, array.ranges, strict=True):
            start = offset(index, rng)
            place = f"{start} + {index.name}" if start else index.name
            row = f"({text})" if "+" in text else text
            text = f"{row}*{dimension(rng)} + {place}" if text else place
        return f"{array.name}[{text}]"

    def _print_Symbol(self, symbol: Symbol) -> str:
        return f"params->{symbol.name}" if symbol.name in self.parameters else symbol.name

    _print_Index = _print_Symbol

    def _print_Rsqrt(self, e: Expr) -> str:
        return f"(1.0 / sqrt({self._print(e.args[0])}))"

    def _print_Root(self, e: Expr) -> str:
        return f"{self.prefix}_root({self._print(e.args[0])})"

    def _print_Arcsine(self, e: Expr) -> str:
        return f"{self.prefix}_arcsine({self._print(e.args[0])})"

    def _print_KroneckerDelta(self, e: Expr) -> str:
        a, b = (self._print(x) for x in e.args)
        return f"({a} == {b} ? 1.0 : 0.0)"

    def _print_Pow(self, e: Expr) -> str:
        if e.is_number:
            return number(e)
        if e.exp.is_Integer and 1 < abs(e.exp) < 5:
            base = self.parenthesize(e.base, 100) if not isinstance(e.base, Indexed) else self._print(e.base)
            power = "*".join([base] * abs(int(e.exp)))
            return f"({power})" if e.exp > 0 else f"(1.0 / ({power}))"
        return super()._print_Pow(e)

    def _print_Mul(self, e: Expr) -> str:
        coefficient, rest = split_number(e)
        if coefficient in (1, -1) or rest == 1:
            return number(coefficient) if rest == 1 else super()._print_Mul(e)
        inner = super()._print_Mul(rest) if isinstance(rest, Mul) else self.parenthesize(rest, 50)
        return f"{number(coefficient)}*{inner}"

    def _print_Integer(self, e: Expr) -> str:
        return number(e)

    def _print_Rational(self, e: Expr) -> str:
        return number(e)

    def _print_NumberSymbol(self, e: Expr) -> str:
        return number(e)


def render(program: Program, prefix: str) -> dict:
    """Everything the C templates need, as strings, lists and integers; ``prefix`` is that of all names."""
    printer = Printer(program, prefix)
    return {
        "functions": [_function(f, printer) for f in program.functions],
        "parameters": [
            {"name": p.name, "meaning": p.meaning, "infinite": p.may_be_infinite, "counts": p.counts}
            for p in program.parameters
        ],
        "inputs": _inputs(program.inputs),
        "helpers": used_helpers(program),
    }


def _inputs(inputs: tuple[Input, ...]) -> list[dict]:
    """Input arrays; copies of those that may be left out lie at the start of the work array, one after the other."""
    found, start = [], ""
    for x in inputs:
        made = _input(x)
        made["start"] = start
        if x.default in ("zero", "identity"):
            start += f" + {made['size']}"
        found.append(made)
    return found


def _input(x: Input) -> dict:
    """An input array: its size, and loops that fill a copy where the caller may leave it out."""
    sizes = [dimension(r) for r in x.ranges]
    loops = [{"index": letter, "low": "0", "high": size} for letter, size in zip("nm", sizes, strict=False)]
    place = "n" if len(sizes) == 1 else f"n*{sizes[1]} + m"
    default = "(n == m ? 1.0 : 0.0)" if x.default == "identity" else "0.0"
    return {
        "name": x.name,
        "meaning": x.meaning,
        "state": x.state,
        "default": x.default,
        "packed": x.name in PACKED,
        "shape": " x ".join(sizes),
        "size": "*".join(f"(size_t){s}" for s in sizes),
        "loops": loops,
        "place": place,
        "fill": default,
    }


def _function(function: Function, printer: Printer) -> dict:
    arrays = [{"name": a.name, "size": _size(a), "meaning": a.meaning} for a in function.work()]
    seen: set[str] = set()
    blocks = []
    for block in function.blocks:
        made = []
        for s in block.statements:
            statement = _statement(s, printer)
            statement["comment"] = "" if s.target.name in seen else f"{s.target.name}: {s.target.meaning}"
            seen.add(s.target.name)
            made.append(statement)
        conditions = [f"isfinite(params->{g})" if g in printer.infinite else f"params->{g}" for g in block.guards]
        blocks.append({"condition": " && ".join(conditions), "repeat": block.repeat, "statements": made})
    return {
        "name": function.name,
        "outputs": [a.name for a in function.outputs],
        "arrays": arrays,
        "blocks": blocks,
        "reads": sorted({str(e.base) for s in function.statements for e in (s.body * s.factor).atoms(Indexed)}),
    }


def _size(array: Array) -> str:
    return "*".join(f"(size_t){dimension(r)}" for r in array.ranges)


def _statement(s: Statement, printer: Printer) -> dict:
    loops = []
    half = s.starts
    for index in s.indices:
        loops.append(_loop(index, half.get(index)))
    halved = dict((b, a) for a, b in s.halved)
    sums = [_loop(index, halved.get(index)) for index in s.sums]
    weight = " * ".join(f"({b.name} > {a.name} ? 2.0 : 1.0)" for a, b in s.halved)
    packed = s.target.name in PACKED
    return {
        "loops": loops,
        "sums": sums,
        "weight": weight,
        "target": printer.reference(s.target, s.indices),
        "assign": "+=" if s.accumulate else "=",
        "factor": "" if s.factor == S.One else printer.doprint(s.factor),
        "value": printer.doprint(s.body),
        "mirrors": [] if packed else _mirrors(s, printer),
    }


def _loop(index: Index, low: Index | None) -> dict:
    return {"index": index.name, "low": low.name if low is not None else "0", "high": dimension(index.rng)}


def _mirrors(s: Statement, printer: Printer) -> list[str]:
    """The other elements that a symmetric array's element stands for."""
    orders = [s.indices]
    for a, b in s.triangle:
        for order in list(orders):
            swapped = list(order)
            swapped[a], swapped[b] = swapped[b], swapped[a]
            orders.append(tuple(swapped))
    return [printer.reference(s.target, order) for order in orders[1:]]

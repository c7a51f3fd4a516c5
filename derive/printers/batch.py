"""Program -> the strings and lists that the templates of the vector kernels loop over.

An element is a vector, one trajectory per lane; elements are addressed as in the scalar C, and products in front of a
summand are written as fused multiply-adds.
"""

from __future__ import annotations

from sympy import Add, Expr, Mul, Pow, S, Symbol

from ..jam import jammed
from ..nests import (
    AddTo,
    Arcsines,
    Doubled,
    Held,
    Jam,
    Let,
    Loop,
    Node,
    Place,
    Put,
    Section,
    Store,
    When,
    Zero,
    buffers,
    nested,
)
from ..program import Function, Program, Statement
from . import c
from .common import dimension, number, split_number

__all__ = ["render"]

#: Names of the buffers of arguments, in the nests and in C.
BUFFERS = tuple(f"x{p}" for p in range(10))


class Printer(c.Printer):
    """Element expressions in vectors; ``AT`` names the functions of one instruction set."""

    def _print_Symbol(self, symbol: Symbol) -> str:
        if symbol.name in BUFFERS:
            return f"{symbol.name}[place]"
        inverse = symbol.name.removeprefix("over_") in self.infinite and symbol.name.startswith("over_")
        return f"given->{symbol.name}" if inverse or symbol.name in self.parameters else symbol.name

    _print_Index = _print_Symbol

    def _print_Rsqrt(self, e: Expr) -> str:
        return f"AT(inverse_root)({self.vector(e.args[0])})"

    def _print_Root(self, e: Expr) -> str:
        raise NotImplementedError("no vector code for roots that tolerate rounding")

    def _print_atan2(self, e: Expr) -> str:
        raise NotImplementedError("no vector code for atan2")

    def _print_Pow(self, e: Expr) -> str:
        if e.exp == S.Half and not e.is_number:
            return f"AT(root)({self.vector(e.base)})"
        if e.is_number or (e.exp.is_Integer and abs(e.exp) < 5):
            return super()._print_Pow(e)
        raise NotImplementedError(f"no vector code for {e}")

    def _print_KroneckerDelta(self, e: Expr) -> str:
        a, b = (self._print(x) for x in e.args)
        return f"LANES({a} == {b} ? 1.0 : 0.0)"

    def _print_Function(self, e: Expr) -> str:
        raise NotImplementedError(f"no vector code for {e.func.__name__}")

    def _print_asin(self, e: Expr) -> str:
        raise NotImplementedError("an arcsine outside a buffer")

    def _print_Add(self, e: Expr, order: str | None = None) -> str:
        terms = sorted(e.args, key=lambda t: (_factors(t) is not None, t.sort_key()))
        plain = [t for t in terms if _factors(t) is None]
        first = Add(*plain, evaluate=False) if len(plain) > 1 else (plain or terms)[0]
        text = super()._print_Add(first) if isinstance(first, Add) else self.vector(first)
        for term in terms[max(len(plain), 1) :]:
            text = self.fused(term, text)
        return text

    def fused(self, term: Expr, onto: str) -> str:
        """``term + onto``, with one multiplication of the term inside."""
        factors = _factors(term)
        if factors is None:
            return f"{onto} + {self.vector(term)}"
        return f"AT(fma)({self.vector(factors[0])}, {self.vector(factors[1])}, {onto})"

    def vector(self, e: Expr) -> str:
        """``e`` as a vector: constants are spread over the lanes."""
        return f"LANES({number(e)})" if e.is_number else self.doprint(e)


def _factors(term: Expr) -> tuple[Expr, Expr] | None:
    """Two factors of a product; ``None`` if there is nothing to multiply."""
    if isinstance(term, Pow) and term.exp == 2:
        return term.base, term.base
    if term.is_number:
        return None
    coefficient, rest = split_number(term)
    parts = list(Mul.make_args(rest))
    if len(parts) == 1 and coefficient not in (1, -1):
        return coefficient, rest
    if len(parts) == 1:
        return None
    return Mul(coefficient, *parts[:-1]), parts[-1]


def render(program: Program, prefix: str) -> dict:
    """Everything the templates of the vector kernels need; ``NotImplementedError`` says what has no vector code."""
    printer = Printer(program, f"{prefix}_batch")
    made = [(f, nested(f)) for f in program.functions]
    rendered = c.render(program, prefix)
    names = [x.name for x in program.inputs if x.default == "absent"]
    return {
        "functions": [_function(f, sections, printer) for f, sections in made],
        "parameters": rendered["parameters"],
        "inputs": rendered["inputs"],
        "absent": names,
        "buffers": list(buffers(s for _, sections in made for s in sections)),
    }


def _function(function: Function, sections: tuple[Section, ...], printer: Printer) -> dict:
    arrays = [{"name": a.name, "size": c._size(a), "meaning": a.meaning} for a in function.work()]
    seen: set[str] = set()
    blocks = []
    for section in sections:
        statements = []
        for statement, nest in section.nests:
            name = statement.target.name
            comment = "" if name in seen else f"{name}: {statement.target.meaning}"
            seen.add(name)
            statements.append({"comment": comment, "nodes": [_node(n, printer) for n in jammed(nest)]})
        block = section.block
        steps = {"repeat": block.repeat, "first": block.first, "once": block.once}
        blocks.append({"guards": list(block.guards), "statements": statements} | steps)
    return {"name": function.name, "outputs": [a.name for a in function.outputs], "arrays": arrays, "blocks": blocks}


def _node(node: Node, printer: Printer) -> dict:
    if isinstance(node, Jam):
        copies = [{"name": i.name, "ahead": ahead} for ahead, i in enumerate(node.indices)][1:]
        body = [_node(n, printer) for n in node.body]
        return _node(node.loop, printer) | {"kind": "jam", "copies": copies, "together": body}
    if isinstance(node, Loop):
        start = "0" if node.start is None else node.start.name + (" + 1" if node.strict else "")
        head = {"index": node.index.name, "low": start, "high": dimension(node.index.rng)}
        return {"kind": "loop", **head, "body": [_node(n, printer) for n in node.body]}
    if isinstance(node, When):
        body = [_node(n, printer) for n in node.body]
        return {"kind": "when", "parameter": node.parameter, "name": node.name, "body": body}
    if isinstance(node, Let):
        return {"kind": "let", "name": node.name, "value": _value(node.value, printer)}
    if isinstance(node, Held):
        return {"kind": "held", "name": node.name, "value": _value(node.value, printer)}
    if isinstance(node, Zero):
        return {"kind": "zero", "name": node.name}
    if isinstance(node, Doubled):
        return {"kind": "doubled", "name": node.name}
    if isinstance(node, AddTo):
        return {"kind": "set", "target": node.name, "value": printer.fused(_inverted(node.value, printer), node.name)}
    if isinstance(node, Place):
        return {"kind": "next" if node.step else "start"}
    if isinstance(node, Put):
        return {"kind": "put", "buffer": node.buffer, "value": _value(node.value, printer)}
    if isinstance(node, Arcsines):
        return {"kind": "arcsines", "buffer": node.buffer}
    return _store(node, printer)


def _store(node: Store, printer: Printer) -> dict:
    s: Statement = node.statement
    target = printer.reference(s.target, s.indices)
    value = _inverted(node.value, printer)
    if node.masked:
        mask = " & ".join(f"given->on_{g}" for g in node.masked)
        text = f"AT(select)({mask}, {printer.vector(value)}, LANES(0.0))"
        text = f"{target} + {text}" if node.accumulate else text
    elif node.accumulate:
        text = printer.fused(value, target)
    else:
        text = printer.vector(value)
    if node.while_:
        text = f"AT(select)(AT(greater)(given->{node.while_}, LANES((double)step)), {text}, {target})"
    mirrors = [] if s.target.name in c.PACKED else c._mirrors(s, printer)
    return {"kind": "store", "target": target, "value": text, "mirrors": mirrors}


def _value(e: Expr, printer: Printer) -> str:
    return printer.vector(_inverted(e, printer))


def _inverted(e: Expr, printer: Printer) -> Expr:
    """Divisions by a parameter as products with its inverse, which the kernels hold ready."""
    return e.replace(
        lambda x: isinstance(x, Pow) and x.exp.is_negative and x.base.is_Symbol and x.base.name in printer.infinite,
        lambda x: Symbol(f"over_{x.base.name}") ** -x.exp,
    )

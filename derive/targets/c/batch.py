"""Program -> the strings and lists that the templates of the vector kernels loop over.

An element is a vector, one trajectory per lane; elements are addressed as in the scalar C, and
products in front of a summand are written as fused multiply-adds.
"""

from __future__ import annotations

from itertools import chain

from sympy import Add, Expr, Mul, Pow, S, Symbol, asin, atan2
from sympy.tensor.indexed import Indexed

from ...ir.printing import text
from ...ir.roles import Default
from ...ir.system import Joint, Range
from ...lowering.loops.jam import jammed
from ...lowering.loops.nests import buffers, nested
from ...lowering.loops.nodes import (
    AddTo,
    Arcsines,
    Doubled,
    Fork,
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
)
from ...lowering.program import GENERAL, Function, Program, Root, Routine, Statement
from ..common import dimension, number, split_number, used_routines
from ..loops import mirrors
from . import elements
from . import scalar as c

__all__ = ["render"]

#: The sizes that every system has: K and M.
NETWORKS = {"K", "M"}

#: Names of the buffers of arguments, in the nests and in C.
BUFFERS = tuple(f"x{p}" for p in range(10))


class Printer(elements.Printer):
    """Element expressions in vectors; ``AT`` names the functions of one instruction set."""

    def __init__(self, program: Program, prefix: str) -> None:
        super().__init__(program, prefix)
        self.parameters |= self.flags
        self.constants = {c.name for c in program.constants}
        self.inverses = {_inverse(name) for name in self.infinite}
        ranges = chain.from_iterable(x.ranges for x in program.state)
        self.widths = set(chain.from_iterable(r.parts for r in ranges))
        self.plain = elements.Printer(program, prefix)

    def _print_Symbol(self, symbol: Symbol) -> str:
        if symbol.name in BUFFERS:
            return f"{symbol.name}[place]"
        if symbol.name in self.scalars:
            return f"(*{symbol.name})"
        given = symbol.name in self.parameters | self.inverses
        return f"given->{symbol.name}" if given else symbol.name

    _print_Index = _print_Symbol

    def _print_Indexed(self, element: Indexed) -> str:
        text = super()._print_Indexed(element)
        return f"LANES({self.prefix}_{text})" if element.base.name in self.constants else text

    def _print_Joint(self, e: Joint) -> str:
        return f"AT({e.routine(e.fields)})({', '.join(map(self.vector, e.args))})"

    def _print_Along(self, e: Expr) -> str:
        raise NotImplementedError("no vector code for slopes of averages")

    def _print_Rsqrt(self, e: Expr) -> str:
        return f"AT(inverse_root)({self.vector(e.args[0])})"

    def _print_Root(self, e: Expr) -> str:
        return f"AT(tolerant_root)({', '.join(map(self.vector, e.args))})"

    def _print_atan2(self, e: Expr) -> str:
        return f"AT(angle)({', '.join(map(self.vector, e.args))})"

    def _print_Usually(self, e: Expr) -> str:
        general, usual = map(self.vector, e.args)
        return f"({usual})" if general == usual else f"AT(select)({GENERAL}, {general}, {usual})"

    def _print_Mul(self, e: Expr) -> str:
        return self._spread(e) or str(super()._print_Mul(e))

    def _spread(self, e: Expr) -> str:
        """What is of K and M alone is a number, the same in all lanes; "" for what is not."""
        of_widths = not e.is_number and {s.name for s in e.free_symbols} <= self.widths
        return f"LANES({self.plain.doprint(e)})" if of_widths else ""

    def _print_Pow(self, e: Expr) -> str:
        if text := self._spread(e):
            return text
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


def _inverse(parameter: str) -> str:
    """What the kernels call one over a parameter."""
    return f"over_{parameter}"


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


def render(program: Program, prefix: str, *, jam: bool = True) -> dict:
    """Everything the templates of the vector kernels need; ``NotImplementedError`` says what has no
    vector code.

    Without ``jam`` sums go one by one: less code, where other things take the time.
    """
    if c.counted(program.state):
        raise NotImplementedError("no vector code for blocks of the inputs")
    if any(f.rule is not None for f in program.functions):
        raise NotImplementedError("no vector code for averages over the nodes of a rule")
    kernels = f"{prefix}_batch"
    made = [(f, nested(f)) for f in program.functions]
    given = c.declared(program)
    filled = buffers(chain.from_iterable(sections for _, sections in made))
    functions = []
    for f, sections in made:
        functions.append(_function(f, sections, Printer(program.only(f), kernels), jam))
    return {
        "functions": functions,
        **{x: given[x] for x in ("general", "parameters", "inputs", "state", "constants")},
        "angles": any(s.body.has(atan2, Root) for s in program.statements),
        "routines": [_routine(r, program, kernels) for r in used_routines(program)],
        "absent": [x.name for x in program.inputs if x.default is Default.ABSENT],
        "switches": _switches(program),
        "buffers": sorted(filled),
        "spans": sorted(set(map(_span, chain.from_iterable(filled.values())))),
    }


def _switches(program: Program) -> list[dict]:
    """What makes work arrays necessary for trajectory t."""
    guards = set[str]().union(*chain.from_iterable(f.workspace() for f in program.functions))
    found = []
    for p in program.parameters:
        if p.name in guards:
            found.append(
                {"name": f"on_{p.name}", "condition": f"isfinite(params[t].{p.name}) != 0"}
            )
        elif p.flag in guards:
            found.append({"name": f"on_{p.flag}", "condition": f"!params[t].{p.name}"})
    given = [x.name for x in program.inputs if x.name in guards]
    return [*found, *({"name": f"on_{x}", "condition": f"params[t].{x} != NULL"} for x in given)]


def _span(loops: tuple[Range, ...]) -> str:
    """So many places of a buffer such loops fill at most."""
    return (
        "*".join("S" if set(r.parts) <= NETWORKS else f"(size_t){dimension(r)}" for r in loops)
        or "1"
    )


def _routine(routine: Routine, program: Program, kernels: str) -> dict:
    """A function of covariances, a sum of factors times arcsines and what stands beside it: the
    arguments of all arcsines go into a buffer first, those beside the sum last."""
    printer = Printer(program, kernels)
    ((total, body),) = routine.sums
    named = {name: Symbol(f"c{p}") for p, (name, _) in enumerate(routine.parts)}
    terms = []
    for term in Add.make_args(body.expand(deep=False) if isinstance(body, Mul) else body):
        found = term.atoms(asin)
        front = Mul(*(f for f in Mul.make_args(term) if f not in found))
        if len(found) != 1 or front.has(asin):
            raise NotImplementedError("no vector code for an average that is no sum of arcsines")
        front, argument = (
            _value(e.xreplace(named), printer) for e in (front, min(found, key=text).args[0])
        )
        terms.append({"front": front, "argument": argument})
    alone = sorted(routine.value.atoms(asin), key=text)
    places = {x: Symbol(f"argument[place + {p}]") for p, x in enumerate(alone)}
    return {
        "name": routine.name,
        "meaning": routine.meaning,
        "arguments": [a.name for a in routine.arguments],
        "index": routine.index.name,
        "high": dimension(routine.index.rng),
        "parts": [
            {"name": named[n].name, "value": _value(e.xreplace(named), printer)}
            for n, e in routine.parts
        ],
        "terms": terms,
        "total": total.name,
        "alone": [_value(x.args[0], printer) for x in alone],
        "value": _value(routine.value.xreplace(places), printer),
    }


def _function(
    function: Function, sections: tuple[Section, ...], printer: Printer, jam: bool
) -> dict:
    seen: set[str] = set()
    blocks = []
    for section in sections:
        statements = []
        for statement, nest in section.nests:
            name = statement.target.name
            comment = "" if name in seen else f"{name}: {statement.target.meaning}"
            seen.add(name)
            statements.append(
                {
                    "comment": comment,
                    "nodes": [_node(n, printer) for n in (jammed(nest) if jam else nest)],
                }
            )
        block = section.block
        steps = {"repeat": block.repeat, "first": block.first}
        blocks.append(
            {"guards": list(block.guards), "mask": _mask(block.guards), "statements": statements}
            | steps
        )
    outputs = [a.name for a in function.outputs]
    return {
        "name": function.name,
        "outputs": outputs,
        "general": GENERAL in function.guards,
        "blocks": blocks,
        **c.workspace(function, _mask),
        **c.read(function),
    }


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
    if isinstance(node, Fork):
        general = [_node(n, printer) for n in node.general]
        usual = [_node(n, printer) for n in node.usual]
        return {"kind": "fork", "general": general, "usual": usual}
    if isinstance(node, Let):
        return {"kind": "let", "name": node.name, "value": _value(node.value, printer)}
    if isinstance(node, Held):
        return {"kind": "held", "name": node.name, "value": _value(node.value, printer)}
    if isinstance(node, Zero):
        return {"kind": "zero", "name": node.name}
    if isinstance(node, Doubled):
        return {"kind": "doubled", "name": node.name}
    if isinstance(node, AddTo):
        return {
            "kind": "set",
            "target": node.name,
            "value": printer.fused(_inverted(node.value, printer), node.name),
        }
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
    images = mirrors(s, printer) if s.mirrored and not s.target.packed else []
    if s.only_mirrors:
        return {"kind": "store", "target": target, "value": "", "mirrors": images}
    value = _inverted(node.value, printer)
    if node.masked:
        text = f"AT(select)({_mask(node.masked)}, {printer.vector(value)}, LANES(0.0))"
        text = f"{target} + {text}" if node.accumulate else text
    elif node.accumulate:
        text = printer.fused(value, target)
    else:
        text = printer.vector(value)
    if node.while_:
        text = (
            f"AT(select)(AT(greater)(given->{node.while_}, LANES((double)step)), {text}, {target})"
        )
    return {"kind": "store", "target": target, "value": text, "mirrors": images}


def _mask(guards: tuple[str, ...]) -> str:
    """The lanes in which all of these hold; "" for none."""
    masks = [GENERAL if guard == GENERAL else f"given->on_{guard}" for guard in guards]
    text = masks[0] if masks else ""
    for mask in masks[1:]:
        text = f"AT(both)({text}, {mask})"
    return text


def _value(e: Expr, printer: Printer) -> str:
    return printer.vector(_inverted(e, printer))


def _inverted(e: Expr, printer: Printer) -> Expr:
    """Divisions by a parameter as products with its inverse, which the kernels hold ready."""

    def divides(x: Expr) -> bool:
        by_symbol = isinstance(x, Pow) and x.base.is_Symbol and x.exp.is_negative
        return bool(by_symbol and x.base.name in printer.infinite)

    if not any(map(divides, e.atoms(Pow))):
        return e
    return e.replace(divides, lambda x: Symbol(_inverse(x.base.name)) ** -x.exp)

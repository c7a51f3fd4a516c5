"""Program -> the lines that the numpy template loops over: whole arrays, a trailing batch axis,
einsum for sums."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import chain

from sympy import Add, Expr, Mul, Pow, S
from sympy.tensor.indexed import Indexed

from ...ir.roles import Default
from ...ir.system import Index, Input, Parameter, Range
from ...lowering.loops.nodeloop import exchanged
from ...lowering.program import Function, Program, Routine, Statement
from ..common import (
    ALWAYS,
    dimension,
    number,
    offset,
    split_number,
    used_constants,
    used_helpers,
    used_parameters,
    used_routines,
    written_routine,
)
from ..flow import begins
from ..values import missing_where, several
from .elements import Arrays, Printer, block, covered, letters, pattern, piece
from .narrow import filled
from .state import layout
from .style import Style

__all__ = [
    "Scalars",
    "Stored",
    "conditions",
    "counted_in",
    "cut_at",
    "lines_of",
    "render",
    "stored",
    "text_of",
    "value_of",
]


def render(program: Program, style: Style | None = None) -> dict:
    """Everything the template needs, as strings and lists: in numpy, or in another ``style``."""
    style = style or Style()
    given_first = sorted(program.parameters, key=lambda p: _default(p) != "")
    return {
        "functions": [_function(f, program.only(f), style) for f in program.functions],
        "helpers": used_helpers(program),
        "state": layout(program.state),
        "parameters": [_parameter(p) for p in given_first],
        "routines": [_routine(r, program, style) | {"back": {}} for r in used_routines(program)],
        "constants": _constants(program),
        "inputs": [_input(x, style) for x in program.inputs],
    }


def _parameter(p: Parameter) -> dict:
    return {
        "name": p.name,
        "meaning": p.meaning,
        "infinite": p.may_be_infinite,
        "kind": "int" if p.counts or p.flag else "float",
        "default": _default(p),
        "flag": p.flag,
    }


def _constants(program: Program) -> list[dict]:
    """Tables of numbers; the first over a range says how long it is."""
    found, known = [], set()
    for c in used_constants(program):
        found.append(
            {
                "name": c.name,
                "meaning": c.meaning,
                "size": dimension(c.rng),
                "length": "" if c.rng in known else len(c.values),
                "values": [number(v) for v in c.values],
            }
        )
        known.add(c.rng)
    return found


def _input(x: Input, style: Style) -> dict:
    sizes = [dimension(r) for r in x.ranges]
    # of an array that is a rule without a node: ranges of units keep their sizes
    without = [dimension(r) if len(r.parts) > 1 else "0" for r in x.ranges]
    return {
        "name": x.name,
        "meaning": x.meaning,
        "state": x.moves,
        "begins": begins(x),
        "default": x.default.value,
        "filled": _filled(x, style) if x.default.filled else "",
        "words": x.default_words,
        "value": repr(float(x.value)),
        "shape": ", ".join(sizes),
        "rank": len(sizes),
        "empty": f"({' '.join(f'{size},' for size in without)})",
        "size": sizes[0],
    }


def _default(p: Parameter) -> str:
    """Its value in a problem that gives none; "" where it has to be given."""
    if p.may_be_infinite:
        return "np.inf"
    if p.counts or p.flag:
        return "1" if p.counts else "0"
    return "" if p.default is None else repr(float(p.default))


def _filled(x: Input, style: Style) -> str:
    """The array that stands for one that is not given."""
    size = dimension(x.ranges[0])
    if x.default is Default.DIAGONAL:
        return style.diagonal(size, float(x.value))
    return style.repeated(size, float(x.value))


def _routine(routine: Routine, program: Program, style: Style) -> dict:
    """A function of arrays of covariances, in a loop over a table of constants."""
    index = routine.index
    made = written_routine(routine, Scalars(program, (), (index,), style).doprint)
    return made | {
        "name": f"_{routine.name}",
        "loop": index.name,
        "size": dimension(index.rng),
        "back": {},
    }


class Scalars(Printer):
    """Tables of constants one number at a time."""

    def _print_Indexed(self, element: Indexed) -> str:
        return f"_{element.base.name.upper()}[{', '.join(i.name for i in element.indices)}]"


def _function(function: Function, program: Program, style: Style) -> dict:
    seen: set[str] = set()
    condition, arrays = conditions(program, style), stored(function, program)
    blocks = []
    batches = ["batch"] * len(function.blocks) + ["along"] * len(function.along)
    for batch, part in zip(batches, (*function.blocks, *function.along), strict=True):
        lines = _lines(part.statements, arrays, program, seen, batch, style)
        blocks.append(
            {"condition": condition(part.guards), "repeat": part.repeat, "statements": lines}
        )
    reads = function.reads | set(function.refused)
    used = used_parameters(function, program)
    state = [x.name for x in program.inputs if x.moves] if function.directional else []
    directions = dict(zip(state, (x.name for x in program.directions), strict=bool(state)))
    return {
        "name": function.name,
        "kind": function.gives.value,
        "of": function.of,
        "outputs": [a.name for a in function.outputs],
        "blocks": blocks,
        "used": [p.name for p in program.parameters if p.name in used and not p.flag],
        "flags": [
            {"name": p.flag, "parameter": p.name} for p in program.parameters if p.flag in reads
        ],
        "single": [
            {"size": size, "steps": steps, "fault": several(size, steps)}
            for size, steps in program.single
            if size in used
        ],
        "rule": "" if function.rule is None else condition(function.rule) or ALWAYS,
        "counted": counted_in(program, text_of(blocks)),
        "nodes_missing": f"nodes and weights are missing{missing_where(function.rule)}",
        "rule_where": f"{condition(function.rule)} and " if function.rule else "",
        "refused": condition(function.refused),
        "refused_at": ", ".join(function.refused),
        "direction": ", ".join(directions.values()),
        "directions": directions,
        "moved": next(iter(directions.values()), ""),
        "reads": sorted(reads),
        "back": [],
        "missing": [],
    }


@dataclass(frozen=True)
class Stored:
    """How the arrays of a function are stored: names of those that are made of several ``parts``,
    and of those that have to be filled to their ``full`` shape."""

    parts: frozenset[str]
    full: frozenset[str]


def stored(function: Function, program: Program) -> Stored:
    pieces: dict[str, set[tuple]] = {}
    for s in function.statements:
        # which positions hold the same index
        repeated = tuple(s.indices.index(i) for i in s.indices)
        key = (tuple(i.rng.name for i in s.indices), repeated)
        pieces.setdefault(s.target.name, set()).add(key)
    parts = frozenset(name for name, kinds in pieces.items() if len(kinds) > 1)
    return Stored(parts, filled(function, program))


def _lines(
    statements: Iterable[Statement],
    arrays: Stored,
    program: Program,
    seen: set[str],
    batch: str,
    style: Style,
) -> list[dict]:
    """Of some statements of a function; what an array means is said at the first, not ``seen``."""
    lines = []
    for s in statements:
        in_blocks = s.target.name in arrays.parts
        lines += _statement(s, program, in_blocks, seen, batch, arrays.full, style)
    return lines


def lines_of(statements: Iterable[Statement], arrays: Stored, program: Program) -> list[str]:
    """Of statements that have been there before."""
    statements = tuple(statements)
    seen = {s.target.name for s in statements}
    made = _lines(statements, arrays, program, seen, "batch", Style())
    return [line["line"] for line in made]


def conditions(program: Program, style: Style) -> Callable[[tuple[str, ...]], str]:
    """How it is written that all guards hold; "" of none."""
    infinite = {p.name for p in program.parameters if p.may_be_infinite}
    flags = {p.flag for p in program.parameters if p.flag}

    def holds(guard: str) -> str:
        if guard in infinite:
            return style.finite(guard)
        return guard if guard in flags else f"{guard} is not None"

    def condition(guards: tuple[str, ...]) -> str:
        return " and ".join(map(holds, guards))

    return condition


def text_of(blocks: list[dict]) -> str:
    """All lines of these blocks."""
    found = ""
    for b in blocks:
        found += "\n".join(s["line"] for s in b["statements"])
    return found


def counted_in(program: Program, text: str, *, always: bool = True) -> list[str]:
    """The sizes of rules that the lines of a function mention, as assignments; of rules that are
    ``always`` there."""
    found = []
    for x in program.inputs:
        if x.default is Default.RULE and len(x.ranges) == 1:
            size = dimension(x.ranges[0])
            if size in text:
                none = "" if always else f"0 if {x.name} is None else "
                found.append(f"{size} = {none}len({x.name})")
    return found


def _statement(
    s: Statement,
    program: Program,
    in_blocks: bool,
    seen: set[str],
    batch: str,
    full: frozenset[str],
    style: Style,
) -> list[dict]:
    name, found = s.target.name, list[dict]()
    comment = "" if name in seen else s.target.meaning
    tables = {c.rng for c in program.constants}
    path = tuple(i for i in s.sums if i.rng in tables)
    if (in_blocks or path) and name not in seen:
        shape = ", ".join(dimension(r) for r in s.target.ranges)
        fresh = style.fresh(shape, batch, zero=bool(path))
        found.append({"comment": comment, "line": f"{name} = {fresh}"})
        comment = ""
    seen.add(name)
    if s.factor_of:
        called = style.called("factor_along" if s.along else "factor")
        given = f"{s.along}, {s.factor_of}" if s.along else s.factor_of
        return [{"comment": comment, "line": f"{name} = {called}{given})"}]
    cut = piece(s.target.ranges, s.indices) if in_blocks else ""
    if path:
        lines = _sum_over_tables(s, program, path, cut, style)
        found += [
            {"comment": comment if n == 0 else "", "line": line} for n, line in enumerate(lines)
        ]
        return found
    if s.images:
        return [*found, *_twice(s, program, style)]
    value = value_of(s, program, style)
    if name in full and not (in_blocks or s.accumulate):
        value = style.full(", ".join(dimension(i.rng) for i in s.indices), batch, value)
    if in_blocks and not cut and not s.accumulate:
        alike = not set(s.indices) <= (s.factor * s.body).free_symbols  # along some axis
        shape = ", ".join(dimension(i.rng) for i in s.indices)
        value = style.full(shape, batch, value) if alike else value
    if s.accumulate:
        value = f"{name}{cut} + {value}"
    found.append({"comment": comment, "line": style.written(name, [cut], value)})
    filled = {tuple(i.rng for i in s.indices)}
    for mirror in exchanged(s.indices, s.triangle) if in_blocks else []:
        ranges = tuple(i.rng for i in mirror)
        if ranges in filled:
            continue
        filled.add(ranges)
        moved = [p for p, i in enumerate(mirror) if i != s.indices[p]]
        image = style.einsum(pattern(s.indices, mirror), [name + cut])
        if len(moved) == 2:
            image = f"{style.np}.swapaxes({name}{cut}, {moved[0]}, {moved[1]})"
        line = style.written(name, [piece(s.target.ranges, mirror)], image)
        found.append({"comment": "", "line": line})
    return found


def _sum_over_tables(
    s: Statement, program: Program, path: tuple[Index, ...], cut: str, style: Style
) -> list[str]:
    """Lines that add a sum over tables of constants to an array, or to a part of it."""
    name, body = s.target.name, s.factor * s.body
    if style.sums_at_once:
        value = Printer(program, (*path, *s.indices), style=style).doprint(body)
        total = f"{name}{cut} + {style.np}.sum({value}, {tuple(range(len(path)))})"
        lines = [style.written(name, [cut], total)]
    else:
        value = Printer(program, s.indices, path, style).doprint(body)
        run = style.product([dimension(t.rng) for t in s.sums])
        lines = [
            f"for {', '.join(t.name for t in s.sums)} in {run}:",
            f"    {style.written(name, [cut], f'{name}{cut} + {value}')}",
        ]
    if s.apart:  # else there are no elements with different indices
        condition = " and ".join(_enough(s))
        lines = [f"if {condition}:", *("    " + line for line in lines)]
    return lines


def _enough(s: Statement) -> list[str]:
    """That there are as many units of each network as stand apart."""
    least: dict[str, int] = {}
    for position in sorted(set(chain.from_iterable(s.apart))):
        size = dimension(s.indices[position].rng)
        least[size] = least.get(size, 0) + 1
    return [f"{size} >= {count}" for size, count in least.items()]


def _twice(s: Statement, program: Program, style: Style) -> list[dict]:
    """Elements with two equal indices; one index after the other, so that of two values the same
    one stays in every target."""
    (twice,) = {i for i in s.indices if s.indices.count(i) > 1}
    images = exchanged(s.indices, s.images)
    cuts = dict.fromkeys(cut_at(image, twice, s.target.ranges) for image in images)
    value = cut_at(s.looped, twice, tuple(i.rng for i in s.looped))
    if twice not in (s.factor * s.body).free_symbols and not s.body.is_number:
        value = value.replace(f"{twice.name}]", "0]")  # the same for all: an axis of length one
    line = style.written(s.target.name, list(cuts), f"twice{value}")
    whole = value_of(replace(s, indices=s.looped), program, style)
    return [
        {"comment": "", "line": f"twice = {whole}"},
        {"comment": "", "line": f"for {twice.name} in range({dimension(twice.rng)}):"},
        {"comment": "", "line": f"    {line}"},
    ]


def cut_at(indices: tuple[Index, ...], fixed: Index, ranges: tuple[Range, ...]) -> str:
    """A part of an array over these ranges: at the ``fixed`` index where that stands."""
    last = max(p for p, i in enumerate(indices) if i == fixed)
    found = []
    for i, rng in zip(indices[: last + 1], ranges, strict=False):
        start = f"{before} + " if (before := offset(i, rng)) else ""
        found.append(start + i.name if i == fixed else covered(i, rng))
    return f"[{', '.join(found)}]"


def value_of(s: Statement, program: Arrays, style: Style) -> str:
    printer = Printer(program, s.indices, style=style)
    if s.body.is_number and s.indices:
        shape = ", ".join(dimension(i.rng) for i in s.indices)
        return style.full(shape, "batch", repr(float(s.body)))
    if not s.sums:
        return printer.doprint(s.body if s.factor == S.One else s.factor * s.body)
    terms = []
    for term in Add.make_args(s.body.expand()):
        coefficient, rest = split_number(term)
        # parameters that not all terms have
        scalar, rest = rest.as_independent(Indexed, as_Add=False)
        elements = list(chain.from_iterable(map(_repeated, Mul.make_args(rest))))
        if Mul(*elements) != rest:
            raise ValueError(f"{s.target.meaning}: {rest} is no product of array elements to sum")
        operands = [
            (letters(tuple(e.indices)), block(program.array(e.base.name), tuple(e.indices)))
            for e in elements
        ]
        met = set[Index]().union(*(e.indices for e in elements))
        spec = (
            ",".join(f"{x}..." for x, _ in operands)
            + f"->{letters(tuple(i for i in s.indices if i in met))}..."
        )
        call = style.einsum(spec, [x for _, x in operands])
        if not met >= set(s.indices):
            places = ", ".join(":" if i in met else "None" for i in s.indices)
            call += f"[{places}]"
        for i in s.sums:
            if i not in met:  # sum_i c = (number of i) c
                call = f"{printer.parenthesize(i.rng.size, 50)} * {call}"
        call = call if scalar == S.One else f"{printer.parenthesize(scalar, 50)} * {call}"
        terms.append(call if coefficient == 1 else f"{number(coefficient)} * {call}")
    total = " + ".join(terms)
    if s.factor == S.One:
        return total
    return f"{printer.doprint(s.factor)} * " + (f"({total})" if len(terms) > 1 else total)


def _repeated(factor: Expr) -> list[Expr]:
    """An element, or a power of one as so many factors."""
    if (
        isinstance(factor, Pow)
        and isinstance(factor.base, Indexed)
        and factor.exp.is_Integer
        and factor.exp > 0
    ):
        return [factor.base] * int(factor.exp)
    return [factor] if isinstance(factor, Indexed) else []

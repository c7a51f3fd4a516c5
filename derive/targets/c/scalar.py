"""Program -> the strings and lists that the C templates loop over."""

from __future__ import annotations

import math
from collections.abc import Callable

from sympy import S

from ...ir.roles import Default
from ...ir.system import Index, Input, Parameter
from ...lowering.loops.nodeloop import exchanged
from ...lowering.program import GENERAL, Array, Block, Function, Program, Routine, Statement
from ..common import (
    ALWAYS,
    counted,
    dimension,
    number,
    used_constants,
    used_helpers,
    used_routines,
    written_routine,
)
from ..flow import begins
from ..values import ACCEPTED
from .elements import Printer
from .state import layout
from .status import statuses

__all__ = ["general", "mirrors", "read", "render", "workspace"]

#: Mirror images of an element up to which each is written where the element is; more are copied by
#: loops of their own.
LISTED = 24


def render(program: Program, prefix: str) -> dict:
    """Everything the C templates need, as strings, lists and integers; ``prefix`` is that of all
    names."""
    sizes = counted(program.state)
    return {
        "units": {
            "declared": ", ".join(f"int {size}" for size in ("K", "M", *sizes)),
            "passed": ", ".join(("K", "M", *sizes)),
            "more": list(sizes),
        },
        "functions": [_function(f, Printer(program.only(f), prefix)) for f in program.functions],
        "general": general(program),
        "parameters": [
            {
                "name": p.name,
                "meaning": p.meaning,
                "infinite": p.may_be_infinite,
                "counts": p.counts,
                "flag": p.flag,
                "refused": _refused(p),
                "default": _default(p),
            }
            for p in program.parameters
        ],
        "sizes": [{"name": p.name, "meaning": p.meaning} for p in program.sizes],
        "constants": _constants(program),
        "routines": [_routine(r, Printer(program, prefix)) for r in used_routines(program)],
        "inputs": _inputs(program.inputs),
        "state": layout(program.state),
        "helpers": used_helpers(program),
        "statuses": statuses(program),
        "single": [{"size": size, "steps": steps} for size, steps in program.single],
    }


def _default(p: Parameter) -> str:
    """Its value in a problem that gives none; NAN, which is refused, where it has to be given."""
    if p.may_be_infinite:
        return "INFINITY"
    if p.counts or p.flag:
        return "1" if p.counts else "0"
    return "NAN" if p.default is None else f"{float(p.default)!r}"


def _refused(p: Parameter) -> str:
    """The condition in which a value is not accepted; every flag is."""
    return "" if p.flag else ACCEPTED[p.values].refused.format(x=f"params->{p.name}")


def general(program: Program) -> dict:
    """The tests that tell the general case from the usual one; {} where no function does."""
    if not any(GENERAL in f.guards for f in program.functions):
        return {}
    found = program.general
    tests = [f"params->{name} != 0.0" for name in found.rates]
    tests += [f"params->{name} > 1" for name in found.repeats]
    arrays, state = [], []
    for x in program.inputs:
        if x.name in found.zero and x.moves:
            state.append({"name": x.name, "size": _input(x)["size"]})
        elif x.name in (*found.zero, *found.diagonal):
            made = _input(x)
            value = f"params->{x.name}[{made['place']}] != 0.0"
            test = f"n != m && {value}" if x.name in found.diagonal else value
            arrays.append({"name": x.name, "loops": made["loops"], "test": test})
    return {"tests": tests, "arrays": arrays, "state": state}


def _constants(program: Program) -> list[dict]:
    """Tables of numbers, and the size that each needs."""
    found, sizes = [], set()
    for c in used_constants(program):
        size = dimension(c.rng)
        found.append(
            {
                "name": c.name,
                "meaning": c.meaning,
                "size": size,
                "length": "" if size in sizes else len(c.values),
                "values": [number(v) for v in c.values],
            }
        )
        sizes.add(size)
    return found


def _routine(routine: Routine, printer: Printer) -> dict:
    """A function of covariances: sums over constants, and what stands outside of them."""
    made = written_routine(routine, printer.doprint)
    return made | {"name": f"{printer.prefix}_{routine.name}", "loop": _loop(routine.index, None)}


def _inputs(inputs: tuple[Input, ...]) -> list[dict]:
    """Input arrays; copies of those that may be left out lie at the start of the work array, one
    after the other."""
    found, start = [], ""
    for x in inputs:
        made = _input(x)
        made["start"] = start
        if x.default.filled:
            start += f" + {made['size']}"
        found.append(made)
    return found


def _input(x: Input) -> dict:
    """An input array: its size, and loops that fill a copy where the caller may leave it out."""
    sizes = [dimension(r) for r in x.ranges]
    loops = [
        {"index": index, "low": "0", "high": size} for index, size in zip("nm", sizes, strict=False)
    ]
    place = "n" if len(sizes) == 1 else f"n*{sizes[1]} + m"
    value = f"{float(x.value)!r}"
    fill = f"(n == m ? {value} : 0.0)" if x.default is Default.DIAGONAL and x.value else value
    return {
        "name": x.name,
        "meaning": x.meaning,
        "state": x.moves,
        "begins": begins(x),
        "default": x.default.value,
        "packed": x.packed,
        "shape": " x ".join(sizes),
        "size": "*".join(f"(size_t){s}" for s in sizes),
        "loops": loops,
        "place": place,
        "filled": x.default.filled,
        "fill": fill,
        "zero": not x.value,
        "value": value,
        "words": x.default_words,
        "count": "*".join(["1.0", *sizes]),
    }


def _function(function: Function, printer: Printer) -> dict:
    seen: set[str] = set()
    holding = set[str]().union(*function.workspace())
    return {
        "name": function.name,
        "kind": function.gives.value,
        "of": function.of,
        "outputs": [_output(a) for a in function.outputs],
        **workspace(function, lambda guards: _condition(guards, printer)),
        **read(function),
        "held_by": sorted(holding & printer.flags),
        "general": GENERAL in function.guards,
        "blocks": [_block(b, printer, seen) for b in function.blocks],
        "along": [_block(b, printer, seen) for b in function.along],
        "flags": sorted((function.reads | set(function.guards)) & printer.flags),
        "checked": sorted({*(function.rule or ()), *function.refused} & printer.flags),
        "sizes": sorted({p.name for p in printer.program.sizes} & _bounds(function)),
        "rule": "" if function.rule is None else _condition(function.rule, printer) or ALWAYS,
        "rule_where": f"{_condition(function.rule, printer)} && " if function.rule else "",
        "refused": _condition(function.refused, printer),
        "refused_at": function.refused,
        "direction": [x.name for x in printer.program.directions] if function.directional else [],
    }


def read(function: Function) -> dict:
    """Which names it reads, and whether it has to do with the fields of both networks: what else
    templates declare is not used."""
    return {"reads": sorted(function.reads), "stacked": "S" in _bounds(function)}


def _output(a: Array) -> dict:
    return {
        "name": a.name,
        "size": _size(a),
        "shape": _shape(a),
        "meaning": a.meaning,
        "count": _count(a),
    }


def workspace(function: Function, condition: Callable[[tuple[str, ...]], str]) -> dict:
    """The work arrays one after the other, and how many numbers they hold by the ``condition`` in
    which they are needed ("" for always), whose value is called ``switch``."""
    arrays, held = [], []
    for guards, some in function.workspace().items():
        switch = _switch(guards)
        front = f"{switch}*" if switch else ""
        arrays += [{"name": a.name, "meaning": a.meaning, "size": front + _size(a)} for a in some]
        counts = [_count(a) for a in some]
        held.append(
            {
                "switch": switch,
                "condition": condition(guards),
                "guards": list(guards),
                "counts": counts,
            }
        )
    return {"arrays": arrays, "held": held}


def _switch(guards: tuple[str, ...]) -> str:
    """What is 1 where all of these hold: for arrays that are needed only there."""
    return "_".join(("with", *guards)) if guards else ""


def _bounds(function: Function) -> set[str]:
    """Names of the sizes that loops run to, or that arrays are stored with."""
    ranges = {b.loop.rng for b in (*function.blocks, *function.along) if b.loop}
    for s in function.statements:
        ranges |= {i.rng for i in (*s.indices, *s.sums)}
    return set(map(dimension, ranges))


def _condition(guards: tuple[str, ...], printer: Printer) -> str:
    def written(guard: str) -> str:
        if guard in printer.infinite:
            return f"isfinite(params->{guard})"
        if guard == GENERAL:
            return guard
        return f"{guard} > 0.0" if guard in printer.flags else f"params->{guard}"

    return " && ".join(written(g) for g in guards)


def _block(block: Block, printer: Printer, seen: set[str]) -> dict:
    def commented(s: Statement) -> dict:
        statement = _statement(s, printer)
        statement["comment"] = (
            "" if s.target.name in seen else f"{s.target.name}: {s.target.meaning}"
        )
        seen.add(s.target.name)
        return statement

    return {
        "condition": _condition(block.guards, printer),
        "repeat": block.repeat,
        "first": block.first,
        "once": block.once,
        "loop": _loop(block.loop, None) if block.loop else None,
        "statements": [commented(s) for s in block.statements],
        "inner": [_block(b, printer, seen) for b in block.inner],
        "after": [commented(s) for s in block.after],
    }


def _size(array: Array) -> str:
    return "*".join(f"(size_t){dimension(r)}" for r in array.ranges) or "(size_t)1"


def _count(array: Array) -> str:
    """The number of elements as a double."""
    return "*".join(["1.0", *map(dimension, array.ranges)])


def _shape(array: Array) -> str:
    return " x ".join(dimension(r) for r in array.ranges)


def _statement(s: Statement, printer: Printer) -> dict:
    loops = []
    half = s.starts
    apart = {s.indices[b] for _, b in s.apart}
    for index in s.looped:
        loops.append(_loop(index, half.get(index), strict=index in apart))
    halved = dict((b, a) for a, b in s.halved)
    sums = [_loop(index, halved.get(index)) for index in s.sums]
    weight = " * ".join(f"({b.name} > {a.name} ? 2.0 : 1.0)" for a, b in s.halved)
    return {
        "loops": loops,
        "sums": sums,
        "weight": weight,
        "target": printer.reference(s.target, s.indices),
        "assign": "+=" if s.accumulate else "=",
        "factor": "" if s.factor == S.One else printer.doprint(s.factor),
        "value": printer.doprint(s.body),
        "mirrors": [] if s.target.packed or not s.mirrored else mirrors(s, printer),
        "stages": [] if s.target.packed or not s.mirrored else _stages(s, printer),
        "only_mirrors": s.only_mirrors,
        "factor_of": s.factor_of,
        "along": s.along,
        "name": s.target.name,
        "rows": dimension(s.target.ranges[0]) if s.factor_of else "",
        "prefix": printer.prefix,
    }


def _loop(index: Index, low: Index | None, *, strict: bool = False) -> dict:
    start = "0" if low is None else low.name + " + 1" * strict
    return {"index": index.name, "low": start, "high": dimension(index.rng)}


def mirrors(s: Statement, printer: Printer) -> list[str]:
    """The other elements that a symmetric array's element stands for, if they are to be written one
    by one."""
    if _groups(s):
        return []
    orders = exchanged(s.indices, (*s.triangle, *s.apart, *s.images))
    return [printer.reference(s.target, order) for order in orders[1:]]


def _groups(s: Statement) -> list[list[int]]:
    """The positions that are exchanged with one another, if the mirror images are to be copied by
    loops."""
    groups: list[list[int]] = []
    for a, b in s.triangle:
        if groups and groups[-1][-1] == a:
            groups[-1].append(b)
        else:
            groups.append([a, b])
    for group in groups:
        if len({s.indices[p].rng for p in group}) > 1:
            return []
    many = math.prod(math.factorial(len(g)) for g in groups) > LISTED
    return groups if many and not s.images and not s.apart else []


def _stages(s: Statement, printer: Printer) -> list[dict]:
    """Loops that copy the mirror images, index after index: x[..c..b..] = x[..b..c..] for each b in
    front of c, where those in front are in any order and none above c, and those behind c in
    theirs: n(n - 1)/2 copies for n! images."""
    found = []
    starts = s.starts
    for group in _groups(s):
        for place in range(1, len(group)):
            last, before = s.indices[group[place]], [s.indices[p] for p in group[:place]]
            starts = {i: low for i, low in starts.items() if i not in (*before, last)}
            others = [i for i in s.indices if i not in before]
            loops = [_loop(i, starts.get(i)) for i in others]
            loops += [{"index": i.name, "low": "0", "high": f"{last.name} + 1"} for i in before]
            orders = [_swapped(s.indices, p, group[place]) for p in group[:place]]
            mirrors = [printer.reference(s.target, order) for order in orders]
            found.append({"loops": loops, "mirrors": mirrors})
    return found


def _swapped(indices: tuple[Index, ...], a: int, b: int) -> tuple[Index, ...]:
    order = list(indices)
    order[a], order[b] = order[b], order[a]
    return tuple(order)

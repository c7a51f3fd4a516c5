"""Program -> the strings and lists that the C templates loop over."""

from __future__ import annotations

from collections.abc import Callable

from ...ir.roles import Default
from ...ir.system import Input, Parameter
from ...lowering.program import GENERAL, Array, Function, Gives, Program, Routine
from ...lowering.reverse import Reverse, routine_back
from ..back import back_block, straight
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
from ..loops import block, bounds, loop
from ..values import ACCEPTED
from .elements import Printer
from .state import layout
from .status import statuses

__all__ = ["declared", "general", "read", "render", "workspace"]


def render(program: Program, prefix: str) -> dict:
    """Everything the C templates need, as strings, lists and integers; ``prefix`` is that of all
    names."""
    functions = [_function(f, Printer(program.only(f), prefix)) for f in program.functions]
    return {
        **declared(program),
        "functions": functions,
        "sized": [f["name"] for f in functions if f["sized"]],
        "routines": [_routine(r, program, prefix) for r in used_routines(program)],
        "backwards": any(isinstance(f, Reverse) for f in program.functions),
        "rates": _rates(program),
        "helpers": used_helpers(program),
        "statuses": statuses(program),
        "single": [{"size": size, "steps": steps} for size, steps in program.single],
    }


def declared(program: Program) -> dict:
    """What is given to a program, and what its state is."""
    sizes = counted(program.state)
    return {
        "units": {
            "declared": ", ".join(f"int {size}" for size in ("K", "M", *sizes)),
            "passed": ", ".join(("K", "M", *sizes)),
            "more": list(sizes),
        },
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
        "inputs": _inputs(program.inputs),
        "state": layout(program.state),
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


def _rates(program: Program) -> list[str]:
    """The parameters to which functions that go backwards give slopes."""
    for f in program.functions:
        if isinstance(f, Reverse):
            return [p.name for p in f.rates]
    return []


def _routine(routine: Routine, program: Program, prefix: str) -> dict:
    """A function of covariances: sums over constants, and what stands outside of them."""
    printer = Printer(program, prefix)
    made = written_routine(routine, printer.doprint)
    made |= {"name": f"{printer.prefix}_{routine.name}", "loop": loop(routine.index, None)}
    made["back"] = {}
    if any(isinstance(f, Reverse) for f in program.functions):
        for name, s in routine_back(routine, program).items():
            made["back"][name] = straight(s, printer.doprint)
    return made


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


def _backwards(function: Function, printer: Printer) -> dict:
    """The slopes and blocks of a function that goes backwards."""
    if not isinstance(function, Reverse):
        return {"backwards": False}
    made = workspace(function, printer.condition)
    slopes, counts = [], {}
    for guards, some in function.held_slopes().items():
        switch = _switch(guards)
        front = f"{switch}*" if switch else ""
        slopes += [{"name": a.name, "meaning": a.meaning, "size": front + _size(a)} for a in some]
        counts[switch] = [_count(a) for a in some]
    for h in made["held"]:
        h["counts"] = [*h["counts"], *counts.get(h["switch"], [])]
    return {
        "backwards": True,
        "arrays": [*made["arrays"], *slopes],
        "held": made["held"],
        "slopes": slopes,
        "rates": [p.symbol.name for p in function.rates],
        "back": [back_block(b, printer) for b in function.back],
    }


def _function(function: Function, printer: Printer) -> dict:
    seen: set[str] = set()
    holding = set[str]().union(*function.workspace())
    return {
        "name": function.name,
        "kind": function.gives.value,
        "sized": _sized(function),
        "of": function.of,
        "outputs": [_output(a) for a in function.outputs],
        **workspace(function, printer.condition),
        **read(function),
        "held_by": sorted(holding & printer.flags),
        "general": GENERAL in function.guards,
        "blocks": [block(b, printer, seen) for b in function.blocks],
        "along": [block(b, printer, seen) for b in function.along],
        "flags": sorted((function.reads | set(function.guards)) & printer.flags),
        "checked": sorted({*(function.rule or ()), *function.refused} & printer.flags),
        "sizes": sorted({p.name for p in printer.program.sizes} & bounds(function)),
        "rule": "" if function.rule is None else printer.condition(function.rule) or ALWAYS,
        "rule_where": f"{printer.condition(function.rule)} && " if function.rule else "",
        "refused": printer.condition(function.refused),
        "refused_at": function.refused,
        "direction": [x.name for x in printer.program.directions] if function.directional else [],
        **_backwards(function, printer),
    }


def _sized(function: Function) -> bool:
    """Whether it is compiled a second time for one K and M: the right-hand side."""
    plain = not function.directional and not isinstance(function, Reverse)
    return function.gives is Gives.SLOPE and plain


def read(function: Function) -> dict:
    """Which names it reads, and whether it has to do with the fields of both networks: what else
    templates declare is not used."""
    return {"reads": sorted(function.reads), "stacked": "S" in bounds(function)}


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


def _size(array: Array) -> str:
    return "*".join(f"(size_t){dimension(r)}" for r in array.ranges) or "(size_t)1"


def _count(array: Array) -> str:
    """The number of elements as a double."""
    return "*".join(["1.0", *map(dimension, array.ranges)])


def _shape(array: Array) -> str:
    return " x ".join(dimension(r) for r in array.ranges)

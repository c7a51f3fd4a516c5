"""Program -> the strings and lists that the JavaScript templates loop over."""

from __future__ import annotations

from typing import Any

from ...ir.roles import Default
from ...ir.system import Entry, Input, Parameter, Range, State
from ...lowering.program import GENERAL, Function, Program, Routine
from ..common import (
    ALWAYS,
    counted,
    dimension,
    number,
    used_constants,
    used_helpers,
    used_parameters,
    used_routines,
    written_routine,
)
from ..flow import begins
from ..loops import block, bounds, loop
from ..values import ACCEPTED, OUTCOMES, missing_where, several
from .elements import Printer
from .pieces import cut

__all__ = ["render"]


def render(program: Program) -> dict:
    """Everything the templates need, as strings, lists and integers."""
    sizes = counted(program.state)
    return {
        "units": {"passed": ", ".join(("K", "M", *sizes)), "each": ["K", "M", *sizes]},
        "functions": [_function(f, Printer(program.only(f), "")) for f in program.functions],
        "general": _general(program),
        "parameters": [_parameter(p) for p in program.parameters],
        "sizes": [{"name": z.name, "of": _sized_by(z.name, program)} for z in program.sizes],
        "constants": _constants(program),
        "routines": [_routine(r, Printer(program, "")) for r in used_routines(program)],
        "inputs": [_input(x) for x in program.inputs if not x.moves],
        "state": _state(program.state),
        "helpers": used_helpers(program),
        "outcomes": _outcomes(program),
        "single": [
            {"size": size, "steps": steps, "fault": several(size, steps)}
            for size, steps in program.single
        ],
    }


def _outcomes(program: Program) -> list[dict]:
    """What becomes of a trajectory, in words."""
    lengths = " or ".join(x.name for x in program.state if x.lengths)
    rules = {f.rule for f in program.functions if f.rule is not None}
    where = f"{missing_where(min(rules, key=len))}; rule(...) makes them" if rules else ""
    found = []
    for code, (name, text) in OUTCOMES.items():
        if name != "NODES" or rules:
            words = text.format(lengths=lengths, where=where)
            found.append({"code": code, "name": name, "text": words})
    return found


def _parameter(p: Parameter) -> dict:
    accepted = None if p.flag else ACCEPTED[p.values]
    return {
        "name": p.name,
        "meaning": p.meaning,
        "infinite": p.may_be_infinite,
        "default": _default(p),
        "wrong": accepted.wrong.format(x=f"_g.{p.name}") if accepted else "",
        "fault": accepted.fault if accepted else "",
    }


def _default(p: Parameter) -> str:
    """Its value in a problem that gives none; NaN, which is refused, where it has to be given."""
    if p.may_be_infinite:
        return "Infinity"
    if p.counts or p.flag:
        return "1" if p.counts else "0"
    return "NaN" if p.default is None else f"{float(p.default)!r}"


def _general(program: Program) -> dict:
    """The tests that tell the general case from the usual one, of what is given and of the state;
    {} where no function does."""
    if not any(GENERAL in f.guards for f in program.functions):
        return {}
    found = program.general
    tests = [f"_g.{name} !== 0" for name in found.rates]
    tests += [f"_g.{name} > 1" for name in found.repeats]
    state = []
    for x in program.inputs:
        if x.name in found.zero and x.moves:
            state.append(x.name)
        elif x.name in found.zero:
            tests.append(f"_some(_g.{x.name})")
        elif x.name in found.diagonal:
            tests.append(f"_coupled(_g.{x.name}, {dimension(x.ranges[-1])})")
    return {"tests": tests, "state": state}


def _sized_by(size: str, program: Program) -> str:
    """The input of one axis that counts so much."""
    return next(x.name for x in program.inputs if "*".join(map(dimension, x.ranges)) == size)


def _constants(program: Program) -> list[dict]:
    """Tables of numbers, and the size that each needs."""
    found: list[dict] = []
    sizes: set[str] = set()
    for c in used_constants(program):
        size = dimension(c.rng)
        found.append(
            {
                "name": c.name,
                "meaning": c.meaning,
                "size": size,
                "length": 0 if size in sizes else len(c.values),
                "values": [number(v) for v in c.values],
            }
        )
        sizes.add(size)
    return found


def _routine(routine: Routine, printer: Printer) -> dict:
    """A function of covariances: sums over constants, and what stands outside of them."""
    made = written_routine(routine, printer.doprint)
    return made | {"name": f"_{routine.name}", "loop": loop(routine.index, None)}


def _input(x: Input) -> dict:
    """An input array: its size, and what stands for it where the caller leaves it out."""
    value = f"{float(x.value)!r}"
    sizes = [dimension(r) for r in x.ranges]
    return {
        "name": x.name,
        "meaning": x.meaning,
        "default": x.default.value,
        "words": x.default_words,
        "filled": x.default.filled,
        "diagonal": sizes[-1] if x.default is Default.DIAGONAL else "",
        "value": value,
        "shape": " x ".join(sizes),
        "size": _size(x.ranges),
        "rows": sizes[-1],
    }


def _state(state: State) -> dict[str, Any]:
    """Its entries in order, the numbers in each, and where its diagonal holds squared lengths."""
    entries: list[dict[str, Any]] = []
    for x in state:
        sizes = [dimension(r) for r in x.ranges]
        entries.append(
            {
                "name": x.name,
                "slope": x.slope,
                "meaning": x.meaning,
                "size": _entry_size(x),
                "shape": " x ".join(sizes),
                "packed": x.packed,
                "lengths": x.lengths,
                "rows": sizes[-1],
                "blocks": sizes[0] if len(sizes) > 2 else "1",
                "begins": begins(x),
                "value": f"{float(x.value)!r}",
            }
        )
    return {
        "entries": entries,
        "size": " + ".join(e["size"] for e in entries),
        "words": ", then ".join(map(_words, entries)),
        "lengths": " or ".join(e["name"] for e in entries if e["lengths"]),
    }


def _words(entry: dict[str, Any]) -> str:
    if entry["packed"]:
        of_each = " of each block" if entry["blocks"] != "1" else ""
        return f"the upper triangle of {entry['name']}{of_each} row by row ({entry['size']})"
    if " x " in entry["shape"]:
        return f"{entry['name']} row by row ({entry['shape']})"
    return f"the {entry['meaning']} {entry['name']} ({entry['shape']})"


def _function(function: Function, printer: Printer) -> dict:
    program = printer.program
    seen: set[str] = set()
    reads = function.reads
    found = cut([block(b, printer, seen) for b in function.blocks])
    held = []
    for guards, arrays in function.workspace().items():
        held.append(
            {
                "switch": "_".join(("_with", *guards)) if guards else "",
                "condition": printer.condition(guards),
                "arrays": [{"name": a.name, "size": _size(a.ranges)} for a in arrays],
            }
        )
    wanted = set(function.guards) | reads
    slopes = {x.slope: _entry_size(x) for x in program.state}
    arrays_read = [x for x in program.inputs if x.name in wanted and not x.moves]
    return {
        "name": function.name,
        "of": function.of,
        "kind": function.gives.value,
        "outputs": [{"name": a.name, "size": slopes.get(a.name, "1")} for a in function.outputs],
        **found,
        "held": held,
        "general": GENERAL in function.guards,
        "parameters": used_parameters(function, program),
        "given": [x.name for x in arrays_read],
        "flags": [
            {"name": p.flag, "parameter": p.name}
            for p in program.parameters
            if p.flag and p.flag in wanted
        ],
        "sizes": sorted(_sizes(function, program)),
        "stacked": "S" in bounds(function),
        "reads": sorted(reads),
        "rule": "" if function.rule is None else printer.condition(function.rule) or ALWAYS,
        "rule_where": f"{printer.condition(function.rule)} && " if function.rule else "",
    }


def _sizes(function: Function, program: Program) -> set[str]:
    """The sizes of a rule that the function has to do with."""
    every = {z.name for z in program.sizes}
    return every & bounds(function) if function.rule is None else every


def _entry_size(x: Entry) -> str:
    """The numbers of an entry in the flat state."""
    *front, n = (dimension(r) for r in x.ranges)
    return "*".join([*front[:-1], f"{n}*({n} + 1)/2"] if x.packed else [*front, n])


def _size(ranges: tuple[Range, ...]) -> str:
    return "*".join(map(dimension, ranges)) or "1"

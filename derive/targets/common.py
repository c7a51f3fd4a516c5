"""What the printers of all targets share: sizes and positions of indices, numbers, the
target-independent walk."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from sympy import Expr, Mul, erf

from ..ir.system import Along, Constant, Index, Joint, Range, State, names_read
from ..lowering.program import Function, HalfInverse, Program, Root, Routine
from ..lowering.reverse import Reverse

__all__ = [
    "ALWAYS",
    "counted",
    "dimension",
    "in_words",
    "number",
    "offset",
    "split_number",
    "used_constants",
    "used_helpers",
    "used_parameters",
    "used_routines",
    "written_routine",
]


#: Where the nodes of a rule are read, if that is everywhere.
ALWAYS = "always"
#: Functions of an expression that emitted files define, or have to import.
CALLED = {"root": Root, "half": HalfInverse, "erf": erf}
#: Where a template's context holds words, among them the author's: keys of its dicts.
WORDS = ("title", "reference", "meaning", "statement", "docstring", "comment")


def in_words(context: Any, spelled: Callable[[str], str]) -> Any:
    """A template's context with all that is said in words as ``spelled`` writes it for the
    target."""
    if isinstance(context, dict):
        found = {}
        for key, value in context.items():
            if isinstance(value, str):
                found[key] = spelled(value) if key in WORDS else value
            else:
                found[key] = in_words(value, spelled)
        return found
    if isinstance(context, list | tuple):
        return type(context)([in_words(value, spelled) for value in context])
    return context


def dimension(rng: Range) -> str:
    """The size of a range as the emitted code calls it: ``S`` for all fields, else its own name."""
    return rng.parts[0] if len(rng.parts) == 1 else "S"


def counted(state: State) -> tuple[str, ...]:
    """The sizes of the state's axes beside K and M: that of the blocks, where inputs are in
    blocks."""
    found: dict[str, None] = {}
    for x in state:
        found |= dict.fromkeys(map(dimension, x.ranges))
    return tuple(size for size in found if size not in ("K", "M"))


def offset(index: Index, rng: Range) -> str:
    """Where the units of ``index`` start in a dimension of range ``rng``: "" at its beginning."""
    before = rng.parts[: rng.parts.index(index.rng.parts[0])]
    return " + ".join(before)


@cache
def number(value: Expr) -> str:
    """A constant to 17 significant digits; integers as such."""
    return f"{int(value)}.0" if value.is_Integer else f"{float(value.evalf(25)):.17g}"


@cache
def split_number(expression: Expr) -> tuple[Expr, Expr]:
    """The numerical factor of a product (pi included) and the rest."""
    numbers: list[Expr] = []
    rest: list[Expr] = []
    for f in Mul.make_args(expression):
        (numbers if not f.free_symbols and f.is_number else rest).append(f)
    return Mul(*numbers), Mul(*rest)


def used_parameters(function: Function, program: Program) -> list[str]:
    """The parameters that a function reads, in the order of the program."""
    found = {*function.guards, *(b.repeat for b in (*function.blocks, *function.along))}
    for s in function.statements:
        found |= {x.name for x in (s.body * s.factor).free_symbols}
    return [p.name for p in program.parameters if {p.name, p.flag or p.name} & found]


def used_constants(program: Program) -> list[Constant]:
    """The tables that some function reads."""
    read = set[str]().union(*(f.reads for f in program.functions))
    for routine in used_routines(program):
        read.update(*map(names_read, routine.expressions))
    return [c for c in program.constants if c.name in read]


def used_routines(program: Program) -> list[Routine]:
    """The functions of covariances that some function of the program calls."""
    called = set[str]()
    for s in program.statements:
        called |= {j.routine(j.fields) for j in s.body.atoms(Joint, Along)}
    return [r for r in program.routines if r.name in called]


def written_routine(routine: Routine, write: Callable[[Expr], str]) -> dict:
    """A routine as text: parts, sums and value."""
    return {
        "arguments": [a.name for a in routine.arguments],
        "parts": [{"name": name.name, "value": write(value)} for name, value in routine.parts],
        "sums": [{"name": name.name, "value": write(value)} for name, value in routine.sums],
        "value": write(routine.value),
        "meaning": routine.meaning,
    }


def used_helpers(program: Program) -> list[str]:
    """Which functions of its own the program calls."""
    found: set[str] = set()
    for s in program.statements:
        found |= {name for name, function in CALLED.items() if (s.body * s.factor).has(function)}
        if s.factor_of:
            found |= {"factor", "factor_along"} if s.along else {"factor"}
    for f in program.functions:
        if isinstance(f, Reverse):
            for e in f.expressions():
                found |= {name for name, function in CALLED.items() if e.has(function)}
            found |= {"factor_back"} if f.factorises else set()
    return [name for name in (*CALLED, "factor", "factor_along", "factor_back") if name in found]

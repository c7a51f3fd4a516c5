"""System -> Program: what is stored, what is shared, what is computed inside a sum, and what a parameter switches off.

Each rewrite is a function on definitions that leaves their values unchanged:

    rounding  averages of fields that may coincide in a form that keeps its digits (`rounding`)
    inline    an array that one other array of the same rank reads is written into it (`fuse`)
    fuse      an array read by one sum, element by element, is evaluated inside the sum (`fuse`)
    hoist     roots, functions and sums of covariances that depend on fewer indices than the element become arrays of
              their own, and those that differ only in the names of their indices become one array; negative powers of
              the same sum are powers of one inverse root (`hoist`)
    guards    what only serves terms that vanish for an infinite parameter, or without an optional input, is left out
              (`guards`)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import groupby

from sympy import Expr

from ..ir.roles import Default
from ..ir.system import Definition, Input, System, names_read, reachable
from ..ir.tangent import directions, tangent_name, tangents
from ..ir.terms import terms_of
from . import rewrites
from .fuse import absent, inline
from .fuse import fuse as fused
from .guards import guards_of, term_guard
from .hoist import hoist
from .loops.nodeloop import stream
from .program import Array, Block, Function, Gives, Program, rooted
from .rounding import well_conditioned
from .routines import along, plain
from .statements import blocks_of

__all__ = ["REWRITES", "lower", "lower_fluctuations"]

Rewrite = Callable[[tuple[Definition, ...]], tuple[Definition, ...]]


#: The rewrites that loops are worth, in order; see the package ``rewrites``.
REWRITES = ("contract", "distribute", "factor", "share", "tabulate", "separate", "restrict", "halve", "peel")


def lower(system: System, *, fuse: bool, without: tuple[str, ...] = ()) -> Program:
    """The program of a system: drift and observables.  ``fuse`` saves memory and operations and suits loops;
    whole-array backends do without.  ``without`` leaves out some of ``REWRITES``, to see what they do."""
    requests = [("rhs", system.outputs), *((name, (name,)) for name in system.observables)]
    chosen = tuple(r for r in REWRITES if fuse and not system.guarded and r not in without)
    functions = tuple(_function(system, name, outputs, fuse, chosen) for name, outputs in requests)
    return _program(system, functions)


def lower_fluctuations(system: System, *, fuse: bool) -> Program:
    """What finite N needs: the diffusion, and tangents of drift and observables where they are smooth."""
    functions = [replace(_function(system, "diffusion", system.diffusion, fuse, ()), refused=system.diffusion_at)]
    moving: tuple[Input, ...] = ()
    if not system.guarded:
        moving = directions(system)
        for name, outputs in (("tangent", system.outputs), *((f"{o}_tangent", (o,)) for o in system.observables)):
            functions.append(_function(system, name, outputs, fuse, (), directional=True))
    return _program(system, tuple(functions), moving)


def _program(system: System, functions: tuple[Function, ...], moving: tuple[Input, ...] = ()) -> Program:
    routines = tuple(made(kernel) for kernel in system.kernels for made in (plain, along))
    return Program(
        system.inputs,
        system.parameters,
        functions,
        system.constants,
        routines,
        system.sizes,
        system.single,
        moving,
    )


def _function(
    system: System,
    name: str,
    outputs: tuple[str, ...],
    fuse: bool,
    chosen: tuple[str, ...],
    *,
    directional: bool = False,
) -> Function:
    gives, of = _given(system, outputs)
    definitions = system.needed_for(outputs)
    if system.guarded:
        definitions = well_conditioned(definitions, outputs)
    early: tuple[Rewrite, ...] = (rewrites.contract, rewrites.distribute, rewrites.factor)
    for rewrite in early:
        if rewrite.__name__ in chosen:
            definitions = _rewritten(rewrite, definitions, outputs)
    definitions = inline(definitions)
    if fuse and not directional:
        definitions = fused(definitions, absent(system))
    definitions = hoist(definitions, system.fields)
    moving: set[str] = set()  # the tangents
    if directional:
        moving = {tangent_name(d.name) for d in definitions}
        definitions = _rooted(tangents(definitions, (x.name for x in system.state)))
        outputs = tuple(tangent_name(o) for o in outputs)
        definitions = reachable(definitions, outputs)
    late: tuple[Rewrite, ...] = (rewrites.share, rewrites.tabulate, _separator(system), rewrites.restrict)
    for rewrite in late:
        if rewrite.__name__ in chosen:
            definitions = _rewritten(rewrite, definitions, outputs)
    packed = {x.name for x in system.state if x.packed}
    arrays = {d.name: Array(d.name, d.ranges, d.meaning, d.symmetric, d.slope_of in packed) for d in definitions}
    symmetric = {name: a.symmetric for name, a in arrays.items()} | {x.name: x.symmetric for x in system.inputs}
    guards = guards_of(definitions, system)
    blocks: list[Block] = []
    along: list[Block] = []  # for each direction
    for d in definitions:
        made = blocks_of(d, arrays[d.name], symmetric, guards, system, "peel" in chosen, fuse)
        if d.name not in moving:
            blocks += made
        if d.name in moving or (fuse and d.role.per_node) or (d.update and tangent_name(d.name) in moving):
            along = _together(along, made) if d.update and d.along else along + made
    rules = {x.name for x in system.inputs if x.default is Default.RULE}
    reading = [b.guards for b in blocks if any(rules & names_read(s.body) for s in b.statements)]
    if fuse and reading:
        nodes = {d.name for d in definitions if d.role.per_node}
        blocks, along = (stream(b, nodes) if b else b for b in (blocks, along))
    blocks, along = _merged(blocks), _merged(along)
    if "halve" in chosen:
        blocks = list(rewrites.halve(blocks, outputs))
    rule = reading[0] if reading else ()
    found = tuple(arrays[o] for o in outputs)
    return Function(name, found, tuple(blocks), rule, along=tuple(along), directional=directional, gives=gives, of=of)


def _given(system: System, outputs: tuple[str, ...]) -> tuple[Gives, str]:
    """What a function of these outputs gives, and the observable that it is, or is the slope of."""
    if outputs == system.outputs:
        return Gives.SLOPE, ""
    observable = "".join(set(outputs) & set(system.observables))
    return (Gives.SCALAR, observable) if observable else (Gives.ARRAYS, "")


def _merged(blocks: list[Block]) -> list[Block]:
    """Neighbours under the same conditions as one."""
    merged = []
    for (guard, repeat, loop), group in groupby(blocks, key=lambda b: (b.guards, b.repeat, b.loop)):
        members = list(group)
        if repeat or loop:
            merged += members
        else:
            merged.append(Block(guard, repeat, tuple(s for b in members for s in b.statements)))
    return merged


def _rooted(definitions: tuple[Definition, ...]) -> tuple[Definition, ...]:
    pieces = {d.name: tuple(replace(p, expression=rooted(p.expression)) for p in d.pieces) for d in definitions}
    return tuple(replace(d, pieces=pieces[d.name]) for d in definitions)


def _separator(system: System) -> Rewrite:
    """``rewrites.separate`` with what may be left out of this system."""

    def separate(definitions: tuple[Definition, ...]) -> tuple[Definition, ...]:
        guards = guards_of(definitions, system)

        def optional(d: Definition, term: Expr) -> bool:
            return bool(guards[d.name] | term_guard(term, guards, system))

        return rewrites.separate(definitions, terms_of, optional)

    return separate


def _rewritten(
    rewrite: Rewrite, definitions: tuple[Definition, ...], outputs: tuple[str, ...]
) -> tuple[Definition, ...]:
    """After a rewrite: arrays over the nodes of a rule and sums over nodes stay as they are, for no table of a node's
    elements is stored."""
    nodes = {d.name for d in definitions if d.role.of_rule}
    kept = {d.name: d for d in definitions if d.name in nodes or nodes & set(d.references())}
    return reachable(tuple(kept.get(d.name, d) for d in rewrite(definitions)), outputs)


def _together(before: list[Block], made: list[Block]) -> list[Block]:
    """The last loop of ``before`` and that of ``made`` as one: what is new first, then the copies into place."""
    place = max(p for p, b in enumerate(before) if b.repeat)
    first, second = before[place], made[-1]
    steps = (*first.statements[:-1], *second.statements[:-1], first.statements[-1], second.statements[-1])
    return [*before[:place], *before[place + 1 :], *made[:-1], replace(first, statements=steps)]

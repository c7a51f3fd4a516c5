"""System -> Program: what is stored, what is shared, what is computed inside a sum, and what a parameter switches off.

Each rewrite is a function on definitions that leaves their values unchanged:

    rounding  averages of fields that may coincide in a form that keeps its digits (`rounding`)
    inline    an array that one other array of the same rank reads is written into it
    fuse      an array read by one sum, element by element, is evaluated inside the sum
    hoist     roots, functions and sums of covariances that depend on fewer indices than the element become arrays of
              their own, and those that differ only in the names of their indices become one array; negative powers of
              the same sum are powers of one inverse root
    guards    what only serves terms that vanish for an infinite parameter, or without an optional input, is left out
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import groupby, pairwise
from typing import Any

from sympy import Add, Dummy, Expr, IndexedBase, KroneckerDelta, Mul, Pow, S, Sum, Symbol, sqrt
from sympy import Function as SymPyFunction
from sympy.tensor.indexed import Indexed

from . import rewrites
from .nodeloop import exchanged, stream
from .program import Array, Block, Function, Program, Root, Rsqrt, Statement, rooted
from .rounding import well_conditioned
from .routines import along, plain
from .system import Definition, Index, Input, Piece, Range, System, arrays_read, free_indices, names_read, smallest
from .tangent import directions, tangent_name, tangents

__all__ = ["REWRITES", "lower", "lower_fluctuations"]

Guards = dict[str, frozenset[str]]
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
    definitions = system.needed_for(outputs)
    if system.guarded:
        definitions = well_conditioned(definitions, outputs)
    early: tuple[Rewrite, ...] = (rewrites.contract, rewrites.distribute, rewrites.factor)
    for rewrite in early:
        if rewrite.__name__ in chosen:
            definitions = _rewritten(rewrite, definitions, outputs)
    definitions = _inline(definitions)
    if fuse and not directional:
        definitions = _fuse(definitions, _absent(system))
    definitions = _hoist(definitions, system.fields)
    moving: set[str] = set()  # the tangents
    if directional:
        moving = {tangent_name(d.name) for d in definitions}
        definitions = _rooted(tangents(definitions, (x.name for x in system.state)))
        outputs = tuple(tangent_name(o) for o in outputs)
        definitions = _needed(definitions, outputs)
    late: tuple[Rewrite, ...] = (rewrites.share, rewrites.tabulate, _separator(system), rewrites.restrict)
    for rewrite in late:
        if rewrite.__name__ in chosen:
            definitions = _rewritten(rewrite, definitions, outputs)
    arrays = {d.name: Array(d.name, d.ranges, d.meaning, d.symmetric) for d in definitions}
    symmetric = {name: a.symmetric for name, a in arrays.items()} | {x.name: x.symmetric for x in system.inputs}
    guards = _guards(definitions, system)
    blocks: list[Block] = []
    along: list[Block] = []  # for each direction
    for d in definitions:
        made = _blocks(d, arrays[d.name], symmetric, guards, system, "peel" in chosen, fuse)
        if d.name not in moving:
            blocks += made
        if d.name in moving or (fuse and d.kind == "node") or (d.update and tangent_name(d.name) in moving):
            along = _together(along, made) if d.update and d.along else along + made
    rules = {x.name for x in system.inputs if x.default == "rule"}
    reading = [b.guards for b in blocks if any(rules & names_read(s.body) for s in b.statements)]
    if fuse and reading:
        nodes = {d.name for d in definitions if d.kind == "node"}
        blocks, along = (stream(b, nodes) if b else b for b in (blocks, along))
    blocks, along = _merged(blocks), _merged(along)
    if "halve" in chosen:
        blocks = list(rewrites.halve(blocks, outputs))
    rule = reading[0] if reading else ()
    found = tuple(arrays[o] for o in outputs)
    return Function(name, found, tuple(blocks), rule, along=tuple(along), directional=directional)


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
        guards = _guards(definitions, system)

        def optional(d: Definition, term: Expr) -> bool:
            return bool(guards[d.name] | _term_guard(term, guards, system))

        return rewrites.separate(definitions, _terms, optional)

    return separate


def _rewritten(
    rewrite: Rewrite, definitions: tuple[Definition, ...], outputs: tuple[str, ...]
) -> tuple[Definition, ...]:
    """After a rewrite: arrays over the nodes of a rule and sums over nodes stay as they are, for no table of a node's
    elements is stored."""
    nodes = {d.name for d in definitions if d.kind in ("factor", "node")}
    kept = {d.name: d for d in definitions if d.name in nodes or nodes & set(d.references())}
    return _needed(tuple(kept.get(d.name, d) for d in rewrite(definitions)), outputs)


def _needed(definitions: tuple[Definition, ...], outputs: tuple[str, ...]) -> tuple[Definition, ...]:
    """Those that the outputs still depend on."""
    wanted = set(outputs)
    for d in reversed(definitions):
        if d.name in wanted:
            wanted.update(d.references())
    return tuple(d for d in definitions if d.name in wanted)


def _together(before: list[Block], made: list[Block]) -> list[Block]:
    """The last loop of ``before`` and that of ``made`` as one: what is new first, then the copies into place."""
    place = max(p for p, b in enumerate(before) if b.repeat)
    first, second = before[place], made[-1]
    steps = (*first.statements[:-1], *second.statements[:-1], first.statements[-1], second.statements[-1])
    return [*before[:place], *before[place + 1 :], *made[:-1], replace(first, statements=steps)]


def _blocks(
    d: Definition,
    array: Array,
    symmetric: dict[str, tuple[tuple[int, ...], ...]],
    guards: Guards,
    system: System,
    peeled: bool,
    fuse: bool,
) -> list[Block]:
    """The statements of one definition: its blocks of elements, then the loop that updates it."""
    found: list[Block] = []
    seen: list[tuple[Range, ...]] = []
    for piece in d.pieces:
        ranges = tuple(i.rng for i in piece.indices)
        if any(image in seen for image in exchanged(ranges, _pairs(d.symmetric)) if image != ranges):
            continue  # the mirror image of a block that is there already
        seen.append(ranges)
        written = _statements(d, piece, array, symmetric, guards, system)
        for guard, statement in _mirrored_once(written) if fuse else written:
            found.append(Block(guard, "", (statement,)))
    if d.update:
        (update,) = d.update
        after = replace(array, name=d.name + "_next", meaning=f"{d.name} after one more step")
        copy = Statement(array, update.indices, IndexedBase(after.name)[update.indices], S.One)
        first = rewrites.peel(d) if peeled else ()
        for step, piece in enumerate((*first, update)):
            made = [s for _, s in _statements(d, piece, after, symmetric, guards, system)]
            once = step < len(first)
            found.append(Block(tuple(sorted(guards[d.name])), d.repeat, (*made, copy), first=step, once=once))
    return found


def _statements(
    d: Definition,
    piece: Piece,
    array: Array,
    symmetric: dict[str, tuple[tuple[int, ...], ...]],
    guards: Guards,
    system: System,
) -> list[tuple[tuple[str, ...], Statement]]:
    """A statement for the summands without a sum, and one for each sum; guarded ones last."""
    if d.kind == "factor":
        matrix = str(piece.expression.base)
        whole = Statement(array, piece.indices, piece.expression, S.One, factor_of=matrix, along=d.along)
        return [(tuple(sorted(guards[d.name])), whole)]
    plain: dict[frozenset[str], list[Expr]] = {}
    entries: list[tuple[frozenset[str], Expr]] = []
    for term in _terms(piece.expression):
        guard = guards[d.name] | _term_guard(term, guards, system)
        if term.has(Sum):
            entries.append((guard, term))
        else:
            plain.setdefault(guard, []).append(term)
    entries = [*((guard, Add(*members)) for guard, members in plain.items()), *entries]
    entries.sort(key=lambda entry: (len(entry[0]), sorted(entry[0]), entry[1].has(Sum)))
    found: list[tuple[tuple[str, ...], Statement]] = []
    for guard, term in entries:
        factor, body, sums = _split_sum(term)
        order = (*piece.indices, *sums)
        body, factor = (_canonical(e, order, symmetric) for e in (body, factor))
        statement = Statement(
            array,
            piece.indices,
            body,
            factor,
            sums,
            **_elements(d, piece),
            halved=_halved(body, sums, order, symmetric),
            accumulate=bool(found),
        )
        found.append((tuple(sorted(guard)), statement))
    if found and set(found[0][0]) != guards[d.name]:
        raise ValueError(f"{d.name} has only terms that may be left out, and not all together")
    return found


def _mirrored_once(
    found: list[tuple[tuple[str, ...], Statement]],
) -> list[tuple[tuple[str, ...], Statement]]:
    """Several statements that add to the same elements, with the mirror images, where there are some, set behind the
    last of them."""
    guard, first = found[0]
    if len(found) == 1 or len(exchanged(first.indices, (*first.triangle, *first.apart, *first.images))) < 3:
        return found
    whole = IndexedBase(first.target.name)[first.indices]
    mirrors = replace(first, body=whole, factor=S.One, sums=(), halved=(), only_mirrors=True)
    return [*((g, replace(s, mirrored=False)) for g, s in found), (guard, mirrors)]


def _elements(d: Definition, piece: Piece) -> dict[str, Any]:
    """Which elements a statement computes, and which others have the same value."""
    repeated, distinct = d.repeated(piece), d.distinct(piece)
    if not repeated and not distinct:
        return {"triangle": tuple(_pairs(d.symmetric))}
    group = repeated or distinct
    triangle = _pairs(tuple(g for g in d.symmetric if g != group))
    if distinct:
        return {"triangle": tuple(triangle), "apart": tuple(_pairs((group,)))}
    alone = tuple(p for p in group if piece.indices.count(piece.indices[p]) == 1)
    return {"triangle": (*triangle, *_pairs((alone,))), "images": tuple(_pairs((group,)))}


@cache
def _terms(expression: Expr) -> tuple[Expr, ...]:
    """Summands, sums multiplied out of brackets but left as they are inside."""
    sums = {s: Dummy(f"s{p}") for p, s in enumerate(sorted(expression.atoms(Sum), key=str))}
    spread = expression.xreplace(sums)
    if sums:
        spread = spread.expand()
    back = {dummy: s for s, dummy in sums.items()}
    return tuple(t.xreplace(back) for t in Add.make_args(spread))


def _split_sum(expression: Expr) -> tuple[Expr, Expr, tuple[Index, ...]]:
    """factor, body, summed indices: ``expression = factor * Sum(body)``; without a sum the factor is 1."""
    factor, rest = expression.as_independent(Sum, as_Add=False)
    if not isinstance(rest, Sum):
        if expression.has(Sum):
            raise ValueError(f"a sum inside an element expression needs an array of its own: {expression}")
        return S.One, expression, ()
    return factor, rest.function, tuple(i for i, _, _ in rest.limits)


def _summed(factor: Expr, body: Expr, sums: tuple[Index, ...]) -> Expr:
    return factor * Sum(body, *((i, 1, i.rng.size) for i in sums)) if sums else factor * body


def _pairs(groups: tuple[tuple[int, ...], ...]) -> list[tuple[int, int]]:
    return [pair for group in groups for pair in pairwise(group)]


def _halved(
    body: Expr, sums: tuple[Index, ...], order: tuple[Index, ...], symmetric: dict[str, tuple[tuple[int, ...], ...]]
) -> tuple[tuple[Index, Index], ...]:
    """The first two summed indices, if exchanging them changes nothing."""
    if len(sums) < 2 or sums[0].rng != sums[1].rng:
        return ()
    i, j = sums[:2]
    return ((i, j),) if _canonical(body.xreplace({i: j, j: i}), order, symmetric) == body else ()


def _canonical(expression: Expr, order: tuple[Index, ...], symmetric: dict[str, tuple[tuple[int, ...], ...]]) -> Expr:
    """References to symmetric arrays with their indices in the order of the loops."""
    place = {index: p for p, index in enumerate(order)}

    def put(reference: Indexed) -> Indexed:
        indices = list(reference.indices)
        for group in symmetric.get(str(reference.base), ()):
            ordered = sorted((indices[p] for p in group), key=place.__getitem__)
            for p, index in zip(group, ordered, strict=True):
                indices[p] = index
        return reference.base[tuple(indices)]

    return expression.xreplace({e: put(e) for e in expression.atoms(Indexed)})


# -- inline and fuse -----------------------------------------------------------------------------------------------


def _readers(definitions: Iterable[Definition], name: str) -> list[Definition]:
    return [d for d in definitions if name in d.references()]


def _written_into(expression: Expr, d: Definition) -> Expr:
    entries = {e for e in expression.atoms(Indexed) if str(e.base) == d.name}
    at = {e: dict(zip(d.piece.indices, e.indices, strict=True)) for e in entries}
    return expression.xreplace({e: d.piece.expression.xreplace(at[e]) for e in entries})


def _without(definitions: tuple[Definition, ...], gone: Definition, reader: Definition) -> tuple[Definition, ...]:
    pieces = tuple(replace(p, expression=_written_into(p.expression, gone)) for p in reader.pieces)
    return tuple(replace(d, pieces=pieces) if d is reader else d for d in definitions if d is not gone)


def _inline(definitions: tuple[Definition, ...]) -> tuple[Definition, ...]:
    for d in definitions:
        readers = _readers(definitions, d.name)
        if d.kind != "covariance" or len(readers) != 1 or len(d.pieces) != 1 or readers[0].kind == "factor":
            continue
        bound = {i for p in readers[0].pieces for i in _bound(p.expression)}
        if len(readers[0].ranges) + len(bound) == len(d.ranges):
            return _inline(_without(definitions, d, readers[0]))
    return definitions


def _absent(system: System) -> set[str]:
    """Arrays that need an input which may be absent, or belong to finite support sets."""
    found = {x.name for x in system.inputs if x.default == "absent"}
    for d in system.definitions:
        if d.kind == "support" or all(names_read(t) & found for p in d.pieces for t in _terms(p.expression)):
            found.add(d.name)
    return found


def _fuse(definitions: tuple[Definition, ...], absent: set[str]) -> tuple[Definition, ...]:
    """Once per term that needs it; optional terms may evaluate it again, which is cheaper than storing it for all."""
    for d in definitions:
        readers = _readers(definitions, d.name)
        if d.kind != "gaussian" or len(readers) != 1 or len(readers[0].pieces) != 1 or readers[0].update:
            continue
        if len(d.pieces) > 1:
            continue
        if d.piece.expression.has(Sum):
            continue
        piece = readers[0].piece
        terms = [t for t in _terms(piece.expression) if d.name in names_read(t)]
        always = [t for t in terms if not names_read(t) & absent]
        if len(always) == 1 and all(t.has(Sum) and _elementwise(t, piece, d) for t in terms):
            return _fuse(_without(definitions, d, readers[0]), absent)
    return definitions


def _elementwise(term: Expr, piece: Piece, d: Definition) -> bool:
    references = {e for e in term.atoms(Indexed) if str(e.base) == d.name}
    _, _, sums = _split_sum(term)
    indices = {*piece.indices, *sums}
    return len(references) == 1 and all(set(e.indices) <= indices for e in references) and len(indices) >= len(d.ranges)


# -- hoist ---------------------------------------------------------------------------------------------------------


@dataclass
class _Shared:
    """A hoisted subexpression: its pattern in numbered slots, and the indices it is used with."""

    name: str
    pattern: Expr
    slots: tuple[Symbol, ...]
    reader: str
    uses: list[tuple[Index, ...]] = field(default_factory=list)


def _hoist(definitions: tuple[Definition, ...], fields: Range) -> tuple[Definition, ...]:
    shared: dict[Expr, _Shared] = {}
    done = []
    for d in definitions:
        pieces = tuple(replace(p, expression=_hoisted_piece(p, shared, d.name)) for p in d.pieces)
        done.append(replace(d, pieces=pieces))
    letters: dict[Range, list[Index]] = {}
    running = (
        (*p.indices, *sorted(_bound(p.expression), key=lambda i: i.order)) for d in definitions for p in d.pieces
    )
    for index in (i for indices in running for i in indices):
        if index not in letters.setdefault(index.rng, []):
            letters[index.rng].append(index)
    made = [(s.reader, _as_definition(s, fields, letters)) for s in shared.values()]
    return tuple(x for d in done for x in (*(m for reader, m in made if reader == d.name), d))


def _bound(expression: Expr) -> set[Index]:
    return {i for total in expression.atoms(Sum) for i, _, _ in total.limits}


def _hoisted_piece(p: Piece, shared: dict[Expr, _Shared], reader: str) -> Expr:
    found = []
    for term in _terms(p.expression):
        factor, body, sums = _split_sum(term)
        moved = _hoisted(rooted(body), {*p.indices, *sums}, shared, reader)
        if sums:
            constant, moved = moved.as_independent(*sums, as_Add=False)
            factor = factor * constant
        found.append(_summed(factor, moved, sums))
    return Add(*found)


def _hoisted(e: Expr, loop: set[Index], shared: dict[Expr, _Shared], reader: str, *, nested: bool = False) -> Expr:
    """``e`` with roots, functions and sums of covariances that do not depend on all of ``loop`` as array elements.

    ``nested`` in the argument of another that is replaced: then those that do depend on all of it are replaced too.
    """
    if not e.args or isinstance(e, Indexed | KroneckerDelta):
        return e
    used = set(free_indices(e))
    separate = used < loop and (isinstance(e, SymPyFunction) or (isinstance(e, Add) and arrays_read(e) == {"C"}))
    if used and (separate or (nested and isinstance(e, SymPyFunction) and used == loop)):
        inner = e.func(*(_hoisted(a, used, shared, reader, nested=True) for a in e.args))
        order = _appearance(inner)
        slots = tuple(Symbol(f"slot_{p}", integer=True) for p in range(len(order)))
        pattern = inner.xreplace(dict(zip(order, slots, strict=True)))
        entry = shared.setdefault(pattern, _Shared(f"r{len(shared)}", pattern, slots, reader))
        entry.uses.append(order)
        return IndexedBase(entry.name)[order]
    return e.func(*(_hoisted(a, loop, shared, reader, nested=nested) for a in e.args))


def _appearance(e: Expr) -> tuple[Index, ...]:
    """Indices in the order of the richest references, so that equal patterns get equal slots."""
    references = sorted(e.atoms(Indexed), key=lambda r: (-len(set(r.indices)), -len(r.indices), str(r)))
    return tuple(dict.fromkeys(i for r in references for i in r.indices))


def _as_definition(s: _Shared, fields: Range, letters: dict[Range, list[Index]]) -> Definition:
    ranges = tuple(smallest((use[p].rng for use in s.uses), fields) for p in range(len(s.slots)))
    indices = tuple(letters[rng][ranges[:p].count(rng)] for p, rng in enumerate(ranges))
    expression = s.pattern.xreplace(dict(zip(s.slots, indices, strict=True)))
    written = str(expression.replace(Rsqrt, lambda x: 1 / sqrt(x)).replace(Root, lambda x, y: sqrt(x - y)))
    return Definition(s.name, "shared", written, ranges, (Piece(indices, expression),), "")


# -- guards --------------------------------------------------------------------------------------------------------


def _term_guard(term: Expr, guards: Guards, system: System) -> frozenset[str]:
    """What makes a summand vanish: an infinite parameter it is divided by, or an array it reads that is left out."""
    factors = Mul.make_args(term)
    divided = {f.base for f in factors if isinstance(f, Pow) and f.exp.is_negative}
    infinite = {p.name for p in system.parameters if p.may_be_infinite and p.symbol in divided}
    infinite |= {p.flag for p in system.parameters if p.flag and p.symbol in factors}
    absent = {x.name for x in system.inputs if x.default == "absent"} & names_read(term)
    return frozenset(infinite | absent).union(*(guards.get(name, frozenset()) for name in names_read(term)))


def _guards(definitions: tuple[Definition, ...], system: System) -> Guards:
    """What makes each array superfluous: all its terms vanish, or all terms that read it do."""
    guards: Guards = {}
    for d in definitions:
        every = [_term_guard(t, guards, system) for p in d.pieces for t in _terms(p.expression) if t != 0] or [
            frozenset()
        ]
        guards[d.name] = frozenset() if d.kind == "output" or d.update else frozenset.intersection(*every)
    for d in reversed(definitions):
        if d.kind == "output":
            continue
        reading = [
            guards[r.name] | _term_guard(t, guards, system)
            for r in _readers(definitions, d.name)
            for p in (*r.pieces, *r.update)
            for t in _terms(p.expression)
            if d.name in names_read(t)
        ]
        if reading:
            guards[d.name] = guards[d.name] | frozenset.intersection(*reading)
    return guards

"""System -> Program: what is stored, what is shared, what is computed inside a sum, and what a parameter switches off.

Each rewrite is a function on definitions that leaves their values unchanged:

    inline    an array that one other array of the same rank reads is written into it
    roots     powers of the same base become powers of its inverse square root
    hoist     roots and functions that depend on fewer indices than the element become arrays of their own, and
              those that differ only in the names of their indices become one array
    fuse      an array read by one sum, element by element, is evaluated inside the sum
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from sympy import Add, Expr, IndexedBase, Mul, Pow, S, Sum, Symbol, sqrt
from sympy import Function as SymPyFunction
from sympy.tensor.indexed import Indexed

from .program import Array, Function, Program, Rsqrt, Statement
from .system import Definition, Index, Piece, Range, System, free_indices, smallest

__all__ = ["lower"]


def lower(system: System, *, fuse: bool) -> Program:
    """The program of a system.  ``fuse`` saves memory and suits loops; whole-array backends do without."""
    inputs = _inputs(system)
    requests = [("rhs", system.outputs), *((name, (name,)) for name in system.observables)]
    functions = tuple(_function(system, name, outputs, fuse) for name, outputs in requests)
    return Program(inputs, system.parameters, functions)


def _inputs(system: System) -> tuple[Array, ...]:
    learner, teacher = system.ranges
    shapes = {"Q": (learner, learner), "R": (learner, teacher), "T": (teacher, teacher)}
    return tuple(Array(n, r, "overlap", ((0, 1),) if n != "R" else ()) for n, r in shapes.items())


def _function(system: System, name: str, outputs: tuple[str, ...], fuse: bool) -> Function:
    definitions = _inline(system.needed_for(outputs))
    if fuse:
        definitions = _fuse(definitions)
    definitions = _hoist(definitions, system.fields)
    arrays = {d.name: Array(d.name, d.ranges, d.meaning, d.symmetric) for d in definitions}
    guards = _guards(definitions, system)
    statements = []
    for d in definitions:
        seen: list[tuple[Range, ...]] = []
        for piece in d.pieces:
            ranges = tuple(i.rng for i in piece.indices)
            if d.symmetric and ranges[::-1] in seen and ranges[::-1] != ranges:
                continue  # the mirror image of a block that is there already
            seen.append(ranges)
            statements += _statements(d, piece, arrays, guards)
    return Function(name, tuple(arrays[o] for o in outputs), tuple(statements))


def _statements(d: Definition, piece: Piece, arrays: dict[str, Array], guards: dict[str, str]) -> list[Statement]:
    """One statement per summand that a parameter can switch off, and one for the rest."""
    groups: dict[str, list[Expr]] = {}
    expression = piece.expression
    terms = Add.make_args(expression) if not d.ranges or d.kind == "output" else (expression,)
    for term in terms:
        groups.setdefault("" if guards[d.name] else _term_guard(term, guards), []).append(term)
    found: list[Statement] = []
    for guard, members in sorted(groups.items()):
        factor, body, sums = _split_sum(Add(*members))
        body, factor = (_canonical(e, (*piece.indices, *sums), arrays) for e in (body, factor))
        found.append(
            Statement(
                arrays[d.name],
                piece.indices,
                body,
                factor,
                sums,
                triangle=tuple((a, b) for a, b in _pairs(d.symmetric)),
                halved=_halved(body, sums, (*piece.indices, *sums), arrays),
                guard=guards[d.name] or guard,
                accumulate=bool(found),
            )
        )
    return found


def _split_sum(expression: Expr) -> tuple[Expr, Expr, tuple[Index, ...]]:
    """factor, body, summed indices: ``expression = factor * Sum(body)``; without a sum the factor is 1."""
    factor, rest = expression.as_independent(Sum, as_Add=False)
    if not isinstance(rest, Sum):
        if expression.has(Sum):
            raise ValueError(f"a sum inside an element expression needs an array of its own: {expression}")
        return S.One, expression, ()
    return factor, rest.function, tuple(i for i, _, _ in rest.limits)


def _pairs(groups: tuple[tuple[int, ...], ...]) -> list[tuple[int, int]]:
    return [(a, b) for group in groups for a, b in pairwise(group)]


def _halved(
    body: Expr, sums: tuple[Index, ...], order: tuple[Index, ...], arrays: dict[str, Array]
) -> tuple[tuple[Index, Index], ...]:
    if len(sums) != 2 or sums[0].rng != sums[1].rng:
        return ()
    i, j = sums
    swapped = _canonical(body.xreplace({i: j, j: i}), order, arrays)
    return ((i, j),) if swapped == body else ()


def _canonical(expression: Expr, order: tuple[Index, ...], arrays: dict[str, Array]) -> Expr:
    """References to symmetric arrays with their indices in the order of the loops."""
    place = {index: p for p, index in enumerate(order)}

    def put(reference: Indexed) -> Indexed:
        array = arrays.get(str(reference.base))
        indices = list(reference.indices)
        for group in array.symmetric if array else ((0, 1),) * (str(reference.base) in ("Q", "T")):
            ordered = sorted((indices[p] for p in group), key=place.__getitem__)
            for p, index in zip(group, ordered, strict=True):
                indices[p] = index
        return reference.base[tuple(indices)]

    return expression.xreplace({e: put(e) for e in expression.atoms(Indexed)})


# -- inline and fuse -----------------------------------------------------------------------------------------------


def _readers(definitions: tuple[Definition, ...], name: str) -> list[Definition]:
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
        if (
            d.kind == "covariance"
            and len(readers) == 1
            and len(readers[0].ranges) == len(d.ranges)
            and len(d.pieces) == 1
        ):
            return _inline(_without(definitions, d, readers[0]))
    return definitions


def _fuse(definitions: tuple[Definition, ...]) -> tuple[Definition, ...]:
    for d in definitions:
        readers = _readers(definitions, d.name)
        if d.kind != "gaussian" or len(readers) != 1 or len(readers[0].pieces) != 1:
            continue
        piece = readers[0].piece
        references = {e for e in piece.expression.atoms(Indexed) if str(e.base) == d.name}
        _, _, sums = _split_sum(piece.expression)
        if len(references) == 1 and len({*piece.indices, *sums}) == len(d.ranges):
            return _fuse(_without(definitions, d, readers[0]))
    return definitions


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
    done: list[Definition] = []
    for d in definitions:
        pieces = []
        for p in d.pieces:
            factor, body, sums = _split_sum(p.expression)
            moved = _hoisted(_roots(body), {*p.indices, *sums}, shared, d.name)
            if sums:
                constant, moved = moved.as_independent(*sums, as_Add=False)
                moved = factor * constant * Sum(moved, *((i, 1, i.rng.size) for i in sums))
            pieces.append(replace(p, expression=moved))
        done.append(replace(d, pieces=tuple(pieces)))
    letters: dict[Range, list[Index]] = {}
    for index in (i for d in definitions for p in d.pieces for i in p.indices):
        if index not in letters.setdefault(index.rng, []):
            letters[index.rng].append(index)
    made = [(s.reader, _as_definition(s, fields, letters)) for s in shared.values()]
    return tuple(x for d in done for x in (*(m for reader, m in made if reader == d.name), d))


def _roots(expression: Expr) -> Expr:
    """Negative powers of sums as powers of one inverse square root, so that a single root serves all of them."""
    return expression.replace(
        lambda e: isinstance(e, Pow) and isinstance(e.base, Add) and e.exp.is_negative and (2 * e.exp).is_Integer,
        lambda e: Rsqrt(e.base) ** (-2 * e.exp),
    )


def _hoisted(e: Expr, loop: set[Index], shared: dict[Expr, _Shared], reader: str) -> Expr:
    """``e`` with roots and functions that do not depend on all of ``loop`` replaced by array elements."""
    if not e.args or isinstance(e, Indexed):
        return e
    used = set(free_indices(e))
    if isinstance(e, SymPyFunction) and used and used < loop:
        inner = e.func(*(_hoisted(a, used, shared, reader) for a in e.args))
        order = _appearance(inner)
        slots = tuple(Symbol(f"slot_{p}", integer=True) for p in range(len(order)))
        pattern = inner.xreplace(dict(zip(order, slots, strict=True)))
        entry = shared.setdefault(pattern, _Shared(f"r{len(shared)}", pattern, slots, reader))
        entry.uses.append(order)
        return IndexedBase(entry.name)[order]
    return e.func(*(_hoisted(a, loop, shared, reader) for a in e.args))


def _appearance(e: Expr) -> tuple[Index, ...]:
    """Indices in the order of the richest references, so that equal patterns get equal slots."""
    references = sorted(e.atoms(Indexed), key=lambda r: (-len(set(r.indices)), -len(r.indices), str(r.base)))
    return tuple(dict.fromkeys(i for r in references for i in r.indices))


def _as_definition(s: _Shared, fields: Range, letters: dict[Range, list[Index]]) -> Definition:
    ranges = tuple(smallest((use[p].rng for use in s.uses), fields) for p in range(len(s.slots)))
    indices = tuple(letters[rng][ranges[:p].count(rng)] for p, rng in enumerate(ranges))
    expression = s.pattern.xreplace(dict(zip(s.slots, indices, strict=True)))
    written = str(expression.replace(Rsqrt, lambda x: 1 / sqrt(x)))
    return Definition(s.name, "shared", written, ranges, (Piece(indices, expression),), "")


# -- guards --------------------------------------------------------------------------------------------------------


def _term_guard(term: Expr, guards: dict[str, str]) -> str:
    read = {guards.get(str(e.base), "") for e in term.atoms(Indexed)}
    found = sorted(g for g in read if g)
    return found[0] if found else ""


def _guards(definitions: tuple[Definition, ...], system: System) -> dict[str, str]:
    """Which parameter, sent to infinity, makes each array superfluous (empty where none does)."""
    limits = [p for p in system.parameters if p.may_be_infinite]
    guards = {d.name: "" for d in definitions}
    for parameter in limits:
        for d in definitions:
            if d.kind != "output" and all(_vanishes(p.expression, parameter.symbol) for p in d.pieces):
                guards[d.name] = parameter.name
    changed = True
    while changed:
        changed = False
        for d in definitions:
            readers = _readers(definitions, d.name)
            behind = {guards[r.name] for r in readers}
            if not guards[d.name] and d.kind != "output" and readers and len(behind) == 1 and behind != {""}:
                guards[d.name] = behind.pop()
                changed = True
    return guards


def _vanishes(expression: Expr, symbol: Symbol) -> bool:
    return any(f == 1 / symbol for f in Mul.make_args(expression))

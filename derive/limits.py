"""A system in the limit of an infinite parameter: what is divided by it is left out, and all that only served that."""

from __future__ import annotations

from dataclasses import replace

from sympy import Add, Expr, Mul, Pow, S

from .system import Definition, Index, Piece, Range, System, names_read

__all__ = ["at_infinity"]


def _ranges(piece: Piece) -> set[Range]:
    """What the indices of a piece run over, summed ones included."""
    return {i.rng for i in (*piece.indices, *piece.expression.atoms(Index))}


def at_infinity(system: System, name: str) -> System:
    """``system`` where the number of samples ``name`` is infinite; the system itself where it has no such parameter."""
    if name not in {p.name for p in system.parameters}:
        return system
    (symbol,) = (p.symbol for p in system.parameters if p.name == name)
    gone: set[str] = set()

    def kept(e: Expr) -> Expr:
        def vanishes(term: Expr) -> bool:
            divided = any(isinstance(f, Pow) and f.base == symbol and f.exp.is_negative for f in Mul.make_args(term))
            return divided or bool(names_read(term) & gone)

        return Add(*(term for term in Add.make_args(e) if not vanishes(term)))

    definitions: list[Definition] = []
    for d in system.definitions:
        pieces = tuple(replace(p, expression=kept(p.expression)) for p in d.pieces)
        if pieces != d.pieces and all(p.expression == S.Zero for p in pieces):
            gone.add(d.name)
        else:
            definitions.append(replace(d, pieces=pieces))
    left = replace(system, definitions=tuple(definitions))
    needed = left.needed_for((*system.outputs, *system.observables))
    read = {n for d in needed for p in (*d.pieces, *d.update) for n in names_read(p.expression)}
    read |= {d.repeat for d in needed if d.repeat}
    return replace(
        left,
        definitions=needed,
        diffusion=(),
        parameters=tuple(p for p in system.parameters if p.name != name and (not p.flag or p.flag in read)),
        inputs=tuple(x for x in system.inputs if x.default != "rule" or x.name in read),
        constants=tuple(c for c in system.constants if c.name in read),
        sizes=tuple(
            p for p in system.sizes if any(p.name in r.parts for d in needed for x in d.pieces for r in _ranges(x))
        ),
        single=tuple(pair for pair in system.single if pair[0] != name),
        limits=tuple(x for x in system.limits if x[0] != name),
    )

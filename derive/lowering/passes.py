"""The passes of the lowering, in order: each a pure function, with a formula where it is
defined."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sympy import Expr

from ..ir.system import Definition, reachable
from ..ir.tangent import tangent_name, tangents
from ..ir.terms import terms_of
from . import fuse, rewrites
from .collapse import collapsed
from .general import diagonal_apart, divided, general_of, usual
from .guards import guards_of, term_guard
from .hoist import hoist
from .loops.nodeloop import stream
from .program import rooted
from .rounding import well_conditioned
from .statements import merged, mirrored_once, statements
from .unread import unread
from .work import Pass, Work

__all__ = ["PASSES", "REWRITES", "USUAL"]

Definitions = tuple[Definition, ...]


def _rounding(work: Work) -> Work:
    return replace(work, definitions=well_conditioned(work.definitions, work.outputs))


def _inline(work: Work) -> Work:
    return replace(work, definitions=fuse.inline(work.definitions))


def _fuse(work: Work) -> Work:
    return replace(work, definitions=fuse.fuse(work.definitions, fuse.absent(work.system)))


def _hoist(work: Work) -> Work:
    return replace(work, definitions=hoist(work.definitions, work.system.fields))


def _tangents(work: Work) -> Work:
    """f(x)  ->  f'(x) tx, beside the f(x) that it reads."""
    moving = frozenset(tangent_name(d.name) for d in work.definitions)
    made = tangents(work.definitions, (x.name for x in work.system.state))
    definitions = []
    for d in made:
        pieces = tuple(replace(p, expression=rooted(p.expression)) for p in d.pieces)
        definitions.append(replace(d, pieces=pieces))
    outputs = tuple(tangent_name(o) for o in work.outputs)
    kept = reachable(tuple(definitions), outputs)
    return replace(work, definitions=kept, outputs=outputs, tangents=moving)


def _separate(work: Work) -> Work:
    guards = guards_of(work.definitions, work.system)

    def optional(d: Definition, term: Expr) -> bool:
        return bool(guards[d.name] | term_guard(term, guards, work.system))

    return _rewritten(work, lambda definitions: rewrites.separate(definitions, terms_of, optional))


def _peel(work: Work) -> Work:
    first = {d.name: rewrites.peel(d) for d in work.definitions if d.update}
    begun = (replace(d, pieces=first.get(d.name) or d.pieces) for d in work.definitions)
    return replace(work, definitions=tuple(begun), first=first)


def _usual(work: Work) -> Work:
    """What the usual case has no use for is told apart."""
    general = general_of(work.system)
    made = diagonal_apart(work.definitions, general, work.system.inputs)
    found = usual(made, work.first, general)
    made = collapsed(made, found)
    return replace(work, definitions=divided(made, found, work.system.ranges), usual=found)


def _mirror(work: Work) -> Work:
    return replace(work, blocks=mirrored_once(work.blocks), along=mirrored_once(work.along))


def _stream(work: Work) -> Work:
    if work.rule is None:
        return work
    nodes = {d.name for d in work.definitions if d.role.per_node}
    blocks, along = (tuple(stream(list(b), nodes)) if b else b for b in (work.blocks, work.along))
    return replace(work, blocks=blocks, along=along)


def _unread(work: Work) -> Work:
    return replace(work, blocks=unread(work.blocks, work.outputs, work.along))


def _merge(work: Work) -> Work:
    return replace(work, blocks=merged(work.blocks), along=merged(work.along))


def _halve(work: Work) -> Work:
    return replace(work, blocks=rewrites.halve(work.blocks, work.outputs))


def _rewrite(rewrite: Callable[[Definitions], Definitions]) -> Callable[[Work], Work]:
    return lambda work: _rewritten(work, rewrite)


def _rewritten(work: Work, rewrite: Callable[[Definitions], Definitions]) -> Work:
    """After a rewrite: arrays over the nodes of a rule and sums over nodes stay as they are, for no
    table of a node's elements is stored."""
    nodes = {d.name for d in work.definitions if d.role.of_rule}
    kept = {d.name: d for d in work.definitions if d.name in nodes or nodes & set(d.references())}
    definitions = tuple(kept.get(d.name, d) for d in rewrite(work.definitions))
    return replace(work, definitions=reachable(definitions, work.outputs))


def _facts(*names: str) -> frozenset[str]:
    return frozenset(names)


#: What operations count for, and nothing else stands against.
_WORTH = _facts("loops", "often", "smooth")

#: The pass that saves operations in the usual case, and costs some in the general one.
USUAL = "usual"

PASSES = (
    Pass("rounding", _facts("guarded"), _rounding),
    Pass("contract", _WORTH, _rewrite(rewrites.contract)),
    Pass("distribute", _WORTH, _rewrite(rewrites.distribute)),
    Pass("factor", _WORTH, _rewrite(rewrites.factor)),
    Pass("inline", _facts(), _inline),
    Pass("fuse", _facts("loops", "value"), _fuse),
    Pass("hoist", _facts(), _hoist),
    Pass("tangents", _facts("directional"), _tangents),
    Pass("share", _WORTH, _rewrite(rewrites.share)),
    Pass("tabulate", _WORTH, _rewrite(rewrites.tabulate)),
    Pass("separate", _WORTH, _separate),
    Pass("restrict", _WORTH, _rewrite(rewrites.restrict)),
    Pass("peel", _WORTH, _peel),
    Pass(USUAL, _facts("loops", "often"), _usual),
    Pass("statements", _facts(), statements),
    Pass("mirror", _facts("loops"), _mirror),
    Pass("stream", _facts("loops"), _stream),
    Pass("unread", _facts("loops", "often"), _unread),
    Pass("merge", _facts(), _merge),
    Pass("halve", _WORTH, _halve),
)

#: The passes that only save operations; ``counts`` says how many.
REWRITES = tuple(p.name for p in PASSES if p.needs == _WORTH)

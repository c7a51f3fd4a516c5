"""What the rewrites are worth: operations of one right-hand side, before any and after each.

``python -m orderode.derive --counts sgd`` prints it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from sympy import Add, Expr, Mul, Pow, S, asin, atan2
from sympy.tensor.indexed import Indexed

from ..ir.flow import Flow
from ..ir.system import Index, Joint
from .loops.nests import nested
from .loops.nodes import AddTo, Fork, Let, Loop, Node, Put, Section, Store, When
from .lower import lower
from .passes import REWRITES, USUAL
from .program import GENERAL, Block, Function, Program, Root, Rsqrt, Usually

Sizes = Mapping[str, int]

__all__ = ["KINDS", "count", "report", "table", "usual"]

#: Sums and products count as they stand, a fused multiply-add as two; averages are calls of
#: routines.
KINDS = ("add", "multiply", "root", "arcsine", "divide", "average")


def table(
    system: Flow, K: int, M: int, off: tuple[str, ...] = ()
) -> list[tuple[str, Counter[str]]]:
    """(rewrite, operations of the right-hand side after it and all before it); the first line is
    the table program as it is derived.  ``off``: conditions that do not hold, "V" for an infinite
    V, "kurtosis" for Gaussian tasks, "general" for the usual case, told apart in a last line."""
    without = (*REWRITES, USUAL)
    program = lower(system, fuse=True, without=without).functions[0]
    sizes = {"K": K, "M": M} | {c.rng.parts[0]: len(c.values) for c in system.constants}
    rows = [
        ("as derived", _plain(program, sizes, off)),
        ("hoist", count(nested(program), sizes, off)),
    ]
    names = (*REWRITES, USUAL) if GENERAL in off else REWRITES
    for p, name in enumerate(names):
        function = lower(system, fuse=True, without=without[p + 1 :]).functions[0]
        rows.append((name, count(nested(function), sizes, off)))
    return rows


def report(system: Flow, K: int, M: int, off: tuple[str, ...] = ()) -> str:
    """The table as text."""
    rows = table(system, K, M, off)
    whole: Counter[str] = Counter()
    for _, operations in rows:
        whole += operations
    kinds = [kind for kind in KINDS if whole[kind]]
    lines = [f"{system.name}, K = {K}, M = {M}" + "".join(f", {x} left out" for x in off)]
    lines.append(f"{'':12}" + "".join(f"{kind:>10}" for kind in kinds))
    for name, operations in rows:
        lines.append(f"{name:12}" + "".join(f"{operations[kind]:10}" for kind in kinds))
    return "\n".join(lines)


def usual(program: Program, system: Flow, units: int) -> dict[str, int]:
    """Of the first function of an emitted program, K = M = ``units``, in the usual case: infinite
    numbers of samples, Gaussian tasks; with one node where averages are sums over nodes, and one
    block of inputs."""
    sizes = dict.fromkeys(system.fields.parts, units)
    sizes |= {"n_nodes": 1, "blocks": 1}
    sizes |= {c.rng.parts[0]: len(c.values) for c in system.constants}
    infinite = [p.name for p in system.parameters if p.may_be_infinite]
    found = count(nested(program.functions[0]), sizes, (*infinite, "kurtosis", GENERAL))
    return {kind: found[kind] for kind in KINDS if found[kind]}


def count(sections: tuple[Section, ...], sizes: Sizes, off: tuple[str, ...] = ()) -> Counter[str]:
    """Operations of the nests of a function, its indices running over ranges of these sizes; the
    first pass of repeated blocks."""
    total: Counter[str] = Counter()
    for section in sections:
        if not _is_off(section.block, off):
            for _, nest in section.nests:
                _walk(_chosen(nest, GENERAL in off), sizes, {}, total)
    return total


def _size(index: Index, sizes: Sizes) -> int:
    return sum(sizes[p] for p in index.rng.parts)


def _chosen(nodes: tuple[Node, ...], usual: bool) -> tuple[Node, ...]:
    """With one of the ways of each fork."""
    found: list[Node] = []
    for n in nodes:
        if isinstance(n, Fork):
            found += n.usual if usual else n.general
        elif isinstance(n, Loop | When):
            found.append(replace(n, body=_chosen(n.body, usual)))
        else:
            found.append(n)
    return tuple(found)


def _walk(nodes: tuple[Node, ...], sizes: Sizes, at: dict[Index, int], total: Counter[str]) -> None:
    for n in nodes:
        if isinstance(n, Loop):
            start = 0 if n.start is None else at[n.start] + n.strict
            for value in range(start, _size(n.index, sizes)):
                _walk(n.body, sizes, at | {n.index: value}, total)
        elif isinstance(n, When):
            _walk(n.body, sizes, at, total)
        elif isinstance(n, Let | Put | AddTo | Store):
            total.update(_operations(n.value))
            total["add"] += isinstance(n, AddTo) or (isinstance(n, Store) and n.accumulate)
            total["arcsine"] += isinstance(n, Put)


def _plain(function: Function, sizes: Sizes, off: tuple[str, ...]) -> Counter[str]:
    """The same with every element computed from its expression, symmetries unused."""
    total = Counter[str]()
    for block in function.blocks:
        for s in () if _is_off(block, off) else block.statements:
            elements = _product(sizes, s.indices)
            terms = _product(sizes, s.sums)
            inside, outside = _operations(s.body), _operations(s.factor)
            for kind in KINDS:
                total[kind] += elements * (terms * inside[kind] + outside[kind])
            total["add"] += elements * (terms - 1 if s.sums else 0) + elements * s.accumulate
            total["multiply"] += elements * (s.factor != S.One)
    return total


def _is_off(block: Block, off: tuple[str, ...]) -> bool:
    return bool(set(block.guards) & set(off)) or block.first > 0


def _product(sizes: Sizes, indices: tuple[Index, ...]) -> int:
    total = 1
    for i in indices:
        total *= _size(i, sizes)
    return total


def _operations(e: Expr) -> Counter[str]:
    total: Counter[str] = Counter()
    if not e.args or isinstance(e, Indexed) or e.is_number:
        return total
    if isinstance(e, Usually):
        return _operations(e.args[0])
    if isinstance(e, Add):
        total["add"] += len(e.args) - 1
    elif isinstance(e, Mul):
        total["multiply"] += len([f for f in e.args if f != -1]) - 1
    elif isinstance(e, Pow) and e.exp.is_Integer:
        total["multiply"] += abs(int(e.exp)) - 1
        total["divide"] += bool(e.exp < 0)
    elif isinstance(e, Rsqrt | Root | Pow):
        total["root"] += 1
    elif isinstance(e, asin | atan2):
        total["arcsine"] += 1
    elif isinstance(e, Joint):
        total["average"] += 1
    for a in e.args:
        total.update(_operations(a))
    return total

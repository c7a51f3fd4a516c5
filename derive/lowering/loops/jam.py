"""Loop nests -> loop nests in which several elements that are sums go forward side by side.

    for i: for j: a_i += b_ij   ->   for i = 0, 3, 6, ..: for j: a_i += b_ij, a_i+1 += b_i+1,j, ..

The sum of one element is a chain of additions that wait for one another, and it reads what the sum
of the next element reads again.  ``jammed`` takes blocks of elements, ``WIDTH`` consecutive values
of each index that may be taken so, through their sums in one loop; what is left over is done one by
one.  What several of the sums read is read once.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from sympy import Expr, Symbol
from sympy.tensor.indexed import Indexed

from ...ir.printing import text
from ...ir.system import Index, Joint
from .nodeloop import exchanged
from .nodes import AddTo, Held, Jam, Let, Loop, Node, Store, Zero

__all__ = ["WIDTH", "jammed"]

WIDTH = 3

#: Elements with more images than this are stored one by one.
IMAGES = 4


def jammed(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """``nodes`` with the loops over elements that are sums taken several at a time."""
    return _holding(tuple(_widened(n) if isinstance(n, Loop) else n for n in nodes))


def _widened(loop: Loop) -> Loop | Jam:
    if _is_sum(loop):
        return _jam(loop)
    body = tuple(_widened(n) if isinstance(n, Loop) else n for n in loop.body)
    wide = replace(loop, body=body)
    jams = [n for n in body if isinstance(n, Jam)]
    rest = [n for n in body if not isinstance(n, Jam | Let)]
    if len(jams) == 1 and not rest and jams[0].loop.start != loop.index:
        return _jam(wide)
    return wide


def _is_sum(loop: Loop) -> bool:
    """One sum for each value of the index, over loops that run alike for all of them; an average
    that is computed for each summand gains nothing, nor does an element with many mirror images."""
    if [type(n) for n in loop.body if not isinstance(n, Let)] != [Zero, Loop, Store]:
        return False
    (store,) = (n for n in loop.body if isinstance(n, Store))
    s = store.statement
    images = len(exchanged(s.indices, (*s.triangle, *s.apart, *s.images))) if s.mirrored else 1
    if images > IMAGES or any(
        n.value.has(Joint) for n in _all(loop.body) if isinstance(n, AddTo | Let)
    ):
        return False
    nest: Node | None = next(n for n in loop.body if isinstance(n, Loop))
    while isinstance(nest, Loop):
        if nest.start == loop.index or not all(
            isinstance(n, Let | AddTo | Loop) for n in nest.body
        ):
            return False
        nest = next((n for n in nest.body if isinstance(n, Loop)), None)
    return True


def _jam(loop: Loop) -> Jam:
    """``loop`` with its body for ``WIDTH`` values of the index at a time."""
    indices = (loop.index, *(loop.index.renamed(f"{loop.index.name}_{c}") for c in range(1, WIDTH)))
    copies = [loop.body, *(_copy(loop.body, loop.index, i, f"_{i.name}") for i in indices[1:])]
    return Jam(loop, indices, _side_by_side(copies))


def _copy(nodes: tuple[Node, ...], old: Index, new: Index, suffix: str) -> tuple[Node, ...]:
    """The same for another index, its vectors under names of their own."""
    names = {n.name: n.name + suffix for n in _all(nodes) if isinstance(n, Let | Zero)}
    change = {old: new} | {Symbol(a): Symbol(b) for a, b in names.items()}

    def changed(e: Expr) -> Expr:
        return e.xreplace(change)

    def loop(n: Loop) -> Loop:
        return replace(n, body=tuple(map(one, n.body)))

    def one(n: Node) -> Node:
        if isinstance(n, Jam):
            return Jam(loop(n.loop), n.indices, tuple(map(one, n.body)))
        if isinstance(n, Loop):
            return loop(n)
        if isinstance(n, Store):
            indices = tuple(new if i == old else i for i in n.statement.indices)
            return replace(
                n, statement=replace(n.statement, indices=indices), value=changed(n.value)
            )
        if isinstance(n, Zero):
            return Zero(names[n.name])
        assert isinstance(n, Let | AddTo)
        return replace(n, name=names.get(n.name, n.name), value=changed(n.value))

    return tuple(map(one, nodes))


def _inside(n: Node) -> tuple[Node, ...]:
    return (n.loop, *n.body) if isinstance(n, Jam) else n.body if isinstance(n, Loop) else ()


def _all(nodes: tuple[Node, ...]) -> list[Node]:
    found: list[Node] = []
    for n in nodes:
        found += (n, *_all(_inside(n)))
    return found


def _side_by_side(copies: list[tuple[Node, ...]]) -> tuple[Node, ...]:
    """The nodes of all copies, each next to its like; loops are one loop."""
    found: list[Node] = []
    for alike in zip(*copies, strict=True):
        loops = [n for n in alike if isinstance(n, Loop)]
        jams = [n for n in alike if isinstance(n, Jam)]
        if jams:
            one_by_one = _one_loop([n.loop for n in jams])
            found.append(Jam(one_by_one, jams[0].indices, _side_by_side([n.body for n in jams])))
        elif loops:
            found.append(_one_loop(loops))
        else:
            found += alike
    return tuple(found)


def _one_loop(loops: list[Loop]) -> Loop:
    return replace(loops[0], body=_side_by_side([n.body for n in loops]))


def _holding(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """With what several sums of a loop read held by name."""
    return tuple(
        Jam(_held(n.loop), n.indices, _holding(n.body))
        if isinstance(n, Jam)
        else _held(n)
        if isinstance(n, Loop)
        else n
        for n in nodes
    )


def _held(loop: Loop) -> Loop:
    sums = [x for x in loop.body if isinstance(x, AddTo)]
    if len(sums) < 2:
        return replace(loop, body=_holding(loop.body))
    counts: Counter[Expr] = Counter()
    for x in sums:
        counts.update(sorted(x.value.atoms(Indexed), key=text))
    repeated = [e for e, count in counts.items() if count > 1]
    shared = {e: Symbol(f"x_{p}") for p, e in enumerate(repeated)}
    held = (Held(name.name, e) for e, name in shared.items())
    body = (
        replace(x, value=x.value.xreplace(shared)) if isinstance(x, AddTo) else x for x in loop.body
    )
    return replace(loop, body=(*held, *body))

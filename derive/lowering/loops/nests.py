"""Program -> loop nests for kernels whose elements are vectors: what every loop computes once, and
where arcsines are.

``nested`` turns the statements of a function into trees of ``nodes``.  Three things happen on
the way:

    join        a sum that is added to what stands in the same element already is stored together
                with it:  a_i = b_i; a_i += sum_j c_ij   ->   a_i = b_i + sum_j c_ij
    hoist       a factor or summand that needs only the outer loops is computed there:
                for i, j: a_ij = f_i b_j g_ij   ->   for i: t = f_i; for j: a_ij = t b_j g_ij
    buffer      arguments of arcsines are put into a buffer first, and all of it is taken to its
                arcsines at once:  a_i = asin(b_i)   ->   x_i = b_i; x = asin(x); a_i = x_i
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sympy import Add, Expr, Mul, S, Symbol, asin
from sympy.tensor.indexed import Indexed

from ...ir.printing import text
from ...ir.system import Index, Range, free_indices
from ..program import Function, Statement, Usually
from .nodes import (
    AddTo,
    Arcsines,
    Doubled,
    Fork,
    Let,
    Loop,
    Node,
    Place,
    Put,
    Section,
    Store,
    When,
    Zero,
)

__all__ = ["buffers", "nested"]


def nested(function: Function) -> tuple[Section, ...]:
    """The sections of a function in the order of its blocks."""
    owned: dict[str, tuple[str, ...]] = {}
    for block in function.blocks:
        for s in block.statements:
            owned.setdefault(s.target.name, block.guards)
    names = _Names()
    sections = []
    for block in function.blocks:
        nests = []
        for s, plain in _joined(block.statements):
            own = owned[s.target.name]
            masked = tuple(g for g in block.guards if g not in own)
            nests.append((s, _nest(s, names, masked, block.repeat, plain)))
        sections.append(Section(block, tuple(nests)))
    return tuple(sections)


def _joined(statements: tuple[Statement, ...]) -> list[tuple[Statement, Expr]]:
    """Each statement, and what its element holds besides: the one before it where that gives the
    same elements, has no sum and no arcsine."""
    found: list[tuple[Statement, Expr]] = []
    for s in statements:
        if found and s.sums and s.accumulate:
            before, _ = found[-1]
            alike = (
                replace(
                    before,
                    body=s.body,
                    factor=s.factor,
                    sums=s.sums,
                    halved=s.halved,
                    accumulate=True,
                )
                == s
            )
            if alike and not before.sums and not (before.body * before.factor).has(asin):
                found[-1] = (replace(s, accumulate=before.accumulate), before.factor * before.body)
                continue
        found.append((s, S.Zero))
    return found


def buffers(sections: Iterable[Section]) -> dict[str, set[tuple[Range, ...]]]:
    """The buffers of arguments that these nests need, and the loops that fill each: what their
    indices run over."""
    found: dict[str, set[tuple[Range, ...]]] = {}
    for section in sections:
        for s, _ in section.nests:
            for name in _arguments(s)[0]:
                found.setdefault(name, set()).add(tuple(i.rng for i in _split(s)[1]))
    return found


@dataclass
class _Names:
    count: int = 0

    def new(self) -> str:
        self.count += 1
        return f"t{self.count}"


@dataclass
class _Hoist:
    """What the loops around an expression compute once: ``lets[depth]`` in front of the loop at
    that depth."""

    order: tuple[Index, ...]
    names: _Names
    lets: dict[int, list[Let]] = field(default_factory=dict)
    known: dict[Expr, Symbol] = field(default_factory=dict)
    depths: dict[str, int] = field(default_factory=dict)

    def depth(self, e: Expr) -> int:
        own = [self.order.index(i) + 1 for i in free_indices(e) if i in self.order]
        return max(
            [*own, *(self.depths.get(x.name, 0) for x in e.free_symbols if isinstance(x, Symbol))],
            default=0,
        )

    def fork(self) -> _Hoist:
        """For a nest inside: it may use what is known here, and what it computes stays its own."""
        return replace(self, lets={}, known=dict(self.known), depths=dict(self.depths))

    def moved(self, e: Expr, depth: int) -> Expr:
        """``e`` as evaluated at ``depth``, what needs less put into lets."""
        if not e.args or isinstance(e, Indexed):
            return e
        if not isinstance(e, Add | Mul):
            return e.func(*(self.moved(a, depth) for a in e.args))
        by_depth: dict[int, list[Expr]] = {}
        for a in e.args:
            by_depth.setdefault(self.depth(a), []).append(a)
        total: Expr | None = None
        for at in sorted(by_depth):
            group = [self.moved(a, at) for a in by_depth[at]]
            total = e.func(*group) if total is None else e.func(total, *group)
            if at < depth:
                total = self.let(total, at)
        assert total is not None
        return total

    def let(self, e: Expr, at: int) -> Expr:
        if e.is_number or e.is_Symbol or isinstance(e, Indexed):
            return e
        if e not in self.known:
            name = self.names.new()
            self.known[e] = Symbol(name)
            self.depths[name] = at
            self.lets.setdefault(at, []).append(Let(name, e))
        return self.known[e]


def _nest(
    s: Statement, names: _Names, masked: tuple[str, ...], repeat: str, plain: Expr
) -> tuple[Node, ...]:
    """The loops of a statement; ``plain`` is added to its element."""
    outer, inner = _split(s)
    tables, body, factor = _arguments(s)
    order = (*outer, *inner)
    shared = _Hoist(order, names)
    taken = {Symbol(b): e for b, e in tables.items()}
    depth = len(outer)
    ways = _ways(s, inner)
    nodes: list[Node] = []
    if tables:
        nodes.append(Place(False))
        for way in ways:
            nodes += _filled(s, way, inner, shared, tables, depth)
        nodes += [Arcsines(b) for b in tables]
        nodes.append(Place(False))
    if s.sums:
        total = Symbol(names.new())
        start = len(nodes)

        def summing(body: Expr) -> list[Node]:
            made: list[Node] = []
            for number, way in enumerate(ways):
                made += _summed(s, way, inner, shared, body, total, taken, depth)
                if number == 0 and len(ways) == 2:
                    made.append(Doubled(total.name))
            return made

        if body.has(Usually):
            # as a factor of its own in both, so that both round alike
            short = body.replace(Usually, lambda _, usual: Usually(usual, usual))
            nodes.append(Fork(tuple(summing(body)), tuple(summing(short))))
        else:
            nodes += summing(body)
        switch = _switch(factor)
        if tables and switch:
            nodes = [Zero(total.name), When(switch, total.name, tuple(nodes))]
        else:
            nodes.insert(start, Zero(total.name))
        shared.depths[total.name] = depth
        value = shared.moved(plain, depth) + shared.moved(factor, depth) * total
        nodes.append(Store(s, value, s.accumulate, masked, _while(s, repeat)))
    else:
        local = shared.fork()
        for buffer in taken:
            local.depths[buffer.name] = len(order)
        value = local.moved(factor * body, len(order))
        store: list[Node] = [Store(s, value, s.accumulate, masked, _while(s, repeat))]
        if tables:
            store.append(Place(True))
        nodes += _looped(s, inner, local, store, depth, None)
        shared.lets.update(
            {d: shared.lets.get(d, []) + local.lets.get(d, []) for d in range(depth + 1)}
        )
    return _around(s, outer, shared, nodes)


def _switch(factor: Expr) -> str:
    """A parameter that makes a sum superfluous by being zero, or "": one that stands by itself in
    front of it."""
    names = [
        f.name
        for f in Mul.make_args(factor)
        if f.is_Symbol and f.is_nonnegative and not f.is_positive
    ]
    return min(names, default="")


def _while(s: Statement, repeat: str) -> str:
    """The loop whose steps some lanes take and others do not: where its result is copied."""
    return repeat if s.ends_step else ""


def _split(s: Statement) -> tuple[tuple[Index, ...], tuple[Index, ...]]:
    """Loops outside and inside the buffer: the sums are inside, or else the last two indices."""
    if s.sums:
        return s.looped, s.sums
    return (s.looped[:-2], s.looped[-2:]) if len(s.looped) > 2 else ((), s.looped)


def _arguments(s: Statement) -> tuple[dict[str, Expr], Expr, Expr]:
    """Buffer -> argument, and body and factor with the buffers' elements in place of the
    arcsines."""
    found = sorted((s.body * s.factor).atoms(asin), key=text)
    if any(e.args[0].has(asin) for e in found):
        raise NotImplementedError("an arcsine inside an arcsine")
    if s.sums and s.factor.has(asin):
        raise NotImplementedError("an arcsine in front of a sum")
    tables = {f"x{p}": e.args[0] for p, e in enumerate(found)}
    names = {e: Symbol(f"x{p}") for p, e in enumerate(found)}
    return tables, s.body.xreplace(names), s.factor.xreplace(names)


Way = dict[Index, tuple[Index, str]]


def _ways(s: Statement, inner: tuple[Index, ...]) -> list[Way]:
    """How the inner loops run: all of them, or pairs apart first and then the equal ones."""
    if s.sums and s.halved:
        ((i, j),) = s.halved
        return [{j: (i, "strict")}, {j: (i, "same")}]
    if s.sums:
        return [{}]
    apart = _apart(s)
    return [{j: (i, "strict" if j in apart else "from") for j, i in s.starts.items() if j in inner}]


def _apart(s: Statement) -> set[Index]:
    """Indices whose loops start just behind another's."""
    return {s.indices[b] for _, b in s.apart}


def _filled(
    s: Statement,
    way: Way,
    inner: tuple[Index, ...],
    shared: _Hoist,
    tables: dict[str, Expr],
    depth: int,
) -> list[Node]:
    local = shared.fork()
    bottom = len(local.order)
    put: list[Node] = [Put(b, local.moved(_equal(e, way), bottom)) for b, e in tables.items()]
    made = _looped(s, inner, local, [*put, Place(True)], depth, way)
    _absorb(shared, local, depth)
    return made


def _summed(
    s: Statement,
    way: Way,
    inner: tuple[Index, ...],
    shared: _Hoist,
    body: Expr,
    total: Symbol,
    taken: dict[Symbol, Expr],
    depth: int,
) -> list[Node]:
    local = shared.fork()
    bottom = len(local.order)
    local.depths |= {b.name: bottom for b in taken}
    nodes: list[Node] = [AddTo(total.name, local.moved(_equal(body, way), bottom))]
    if taken:
        nodes.append(Place(True))
    made = _looped(s, inner, local, nodes, depth, way)
    _absorb(shared, local, depth)
    return made


def _equal(e: Expr, way: Way) -> Expr:
    """On the diagonal of a pair of sums both indices are the same."""
    return e.xreplace({j: i for j, (i, how) in way.items() if how == "same"})


def _absorb(shared: _Hoist, local: _Hoist, depth: int) -> None:
    """Lets of the outer loops belong to all nests inside them."""
    for at in range(depth + 1):
        for let in local.lets.get(at, []):
            shared.lets.setdefault(at, []).append(let)
            shared.known[let.value] = Symbol(let.name)
            shared.depths[let.name] = at


def _looped(
    s: Statement,
    inner: tuple[Index, ...],
    local: _Hoist,
    nodes: list[Node],
    depth: int,
    way: Way | None,
) -> list[Node]:
    """The inner loops around ``nodes``, with the lets of each depth in front."""
    runs = _ways(s, inner)[0] if way is None else way
    for at in range(len(inner), 0, -1):
        index = inner[at - 1]
        start, how = runs.get(index, (None, ""))
        own = [*local.lets.get(depth + at, []), *nodes]
        nodes = own if how == "same" else [Loop(index, start, how == "strict", tuple(own))]
    return nodes


def _around(
    s: Statement, outer: tuple[Index, ...], shared: _Hoist, nodes: list[Node]
) -> tuple[Node, ...]:
    half, apart = s.starts, _apart(s)
    for at in range(len(outer), 0, -1):
        index = outer[at - 1]
        nodes = [Loop(index, half.get(index), index in apart, (*shared.lets.get(at, []), *nodes))]
    return (*shared.lets.get(0, []), *nodes)

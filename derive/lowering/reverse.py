"""Function -> the same backwards: how its outputs, summed with weights, answer to the state and to
the parameters.

Every statement is linear in small changes, and the transposed statements in reverse order give the
transposed Jacobian, at a cost that does not grow with the number of inputs:

    a_i = f sum_j b_ij c_j   ->   ya_i of the result to a_i:   yb_ij += ya_i f c_j ,
                                  yc_j += ya_i f b_ij ,  yf += ya_i sum_j b_ij c_j

The slope of the result with respect to an array X is called yX.  Copies to mirror images become
sums over them; loops over the nodes of a rule make a node's elements again; repeated steps are done
again up to the one that is gone back through.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sympy import Expr, IndexedBase, Symbol
from sympy.tensor.indexed import Indexed

from ..ir.state import Entry
from ..ir.system import Index, Input, Parameter
from .program import GENERAL, Array, Block, Function, Program, Routine, Statement, everywhere
from .straight import Call, Line, Straight, backwards, through

__all__ = ["Back", "BackBlock", "Reverse", "reversed_function", "routine_back", "slope_name"]

#: What the slope of the result with respect to an element is called where a statement begins.
HERE = Symbol("here", real=True)


def slope_name(name: str) -> str:
    return "y_" + name


@dataclass(frozen=True)
class Back:
    """A statement backwards: ``straight`` for each term of its sums, from the slope with respect to
    its element, which is then set to zero unless the statement adds to what is there; ``slopes`` is
    the array of these."""

    statement: Statement
    slopes: Array
    straight: Straight


@dataclass(frozen=True)
class BackBlock:
    """A block backwards: first what is done ``again`` forwards, then the statements.

    With a ``loop`` the ``again`` and the ``inner`` blocks are for each value of that index, and the
    statements come after them.  With ``repeat`` it is done for each of the steps, the last first,
    and ``again`` for those before it.
    """

    guards: tuple[str, ...]
    statements: tuple[Back, ...]
    again: tuple[Block, ...] = ()
    loop: Index | None = None
    before: tuple[Back, ...] = ()
    inner: tuple[BackBlock, ...] = ()
    repeat: str = ""
    first: int = 0


@dataclass(frozen=True)
class Reverse(Function):
    """A function forwards and backwards: ``back`` are its blocks in reverse.

    entries  slopes with respect to the entries of the state, and ``rates`` are the parameters to
    which there are slopes: what it returns.  slopes: those with respect to all other arrays, of the
    outputs the weights that the caller gives.
    """

    back: tuple[BackBlock, ...] = ()
    entries: tuple[Input, ...] = ()
    rates: tuple[Parameter, ...] = ()
    slopes: tuple[Array, ...] = ()

    @property
    def more(self) -> tuple[Array | Input, ...]:
        """All slopes."""
        rates = (Array(slope_name(p.symbol.name), (), p.meaning) for p in self.rates)
        return (*self.slopes, *self.entries, *rates)

    def expressions(self) -> Iterable[Expr]:
        """All that go backwards."""
        for b in _all(self.back):
            for s in (*b.statements, *b.before):
                for line in (*s.straight.lines, *s.straight.back):
                    yield line.slope if isinstance(line, Call) else line.value
                yield from (e for _, e in s.straight.added)

    @property
    def factorises(self) -> bool:
        """Whether it goes back through the factor of a covariance."""
        return any(s.factor_of for s in self.statements)

    def work(self) -> tuple[Array, ...]:
        """All arrays but slopes."""
        found = {s.target.name: s.target for s in self.statements}
        return tuple({**found, **{o.name: o for o in self.outputs}}.values())

    def workspace(self) -> dict[tuple[str, ...], tuple[Array, ...]]:
        """Those, by the guards that all statements share which touch them."""
        return self.held(self.work())

    def held_slopes(self) -> dict[tuple[str, ...], tuple[Array, ...]]:
        """The same of slopes, which are needed where their arrays are."""
        found = {}
        for guards, some in self.workspace().items():
            names = {slope_name(a.name) for a in some}
            if here := tuple(a for a in self.slopes if a.name in names):
                found[guards] = here
        return found


def _all(blocks: Iterable[BackBlock]) -> Iterable[BackBlock]:
    for b in blocks:
        yield b
        yield from b.inner


def reversed_function(program: Program, function: Function) -> Reverse:
    """One function of a program, backwards."""
    blocks = tuple(map(_always, function.blocks))
    rates = tuple(p for p in program.parameters if not p.counts and not p.flag)
    entries = tuple(x for x in program.inputs if isinstance(x, Entry))
    moving = _moving(blocks, {x.name for x in entries} | {p.name for p in rates})
    targets = {s.target.name: s.target for s in _statements(blocks)}
    slopes, outputs = [], {o.name for o in function.outputs}
    for name, a in targets.items():
        if name in moving or name in outputs:  # one that never changes has weights, too
            slopes.append(replace(a, name=slope_name(name)))
    return Reverse(
        function.name,
        function.outputs,
        blocks,
        function.rule,
        gives=function.gives,
        of=function.of,
        back=_Reversal(moving, _parameters(program)).blocks(blocks),
        entries=tuple(replace(x, name=slope_name(x.name)) for x in entries),
        rates=rates,
        slopes=tuple(slopes),
    )


def _always(b: Block) -> Block:
    """In the general case: what is zero may still have a slope."""
    return replace(
        b,
        statements=tuple(replace(s, body=everywhere(s.body)) for s in b.statements),
        guards=tuple(g for g in b.guards if g != GENERAL),
        inner=tuple(map(_always, b.inner)),
    )


def _statements(blocks: Iterable[Block]) -> Iterable[Statement]:
    for b in blocks:
        yield from (*b.statements, *b.looped)


def _moving(blocks: tuple[Block, ...], start: set[str]) -> frozenset[str]:
    """What depends on the names at the start."""
    moving = set(start)
    size = 0
    while size < len(moving):
        size = len(moving)
        for s in _statements(blocks):
            read = {s.factor_of} if s.factor_of else s.reads
            if read & moving:
                moving.add(s.target.name)
    return frozenset(moving)


class _Reversal:
    """The blocks of one function, where names ``moving`` have slopes; new names are none that are
    ``taken``."""

    def __init__(self, moving: frozenset[str], taken: frozenset[str]) -> None:
        self.moving = moving
        self.taken = taken

    def moves(self, leaf: Expr) -> bool:
        return _name(leaf) in self.moving

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[BackBlock, ...]:
        found: list[BackBlock] = []
        for place in reversed(range(len(blocks))):
            b = blocks[place]
            if b.repeat:
                found += self.repeated(blocks, place)
            elif b.loop is not None:
                found.append(self.looped(b))
            else:
                found.append(BackBlock(b.guards, self.statements(b.statements)))
        return tuple(b for b in found if b.statements or b.inner or b.before or b.again)

    def statements(self, statements: tuple[Statement, ...]) -> tuple[Back, ...]:
        found = []
        for s in reversed(statements):
            if s.target.name in self.moving:
                found.append(self.statement(s))
        return tuple(found)

    def statement(self, s: Statement) -> Back:
        slopes = replace(s.target, name=slope_name(s.target.name))
        straight = Straight((), (), ())
        if not s.only_mirrors and not s.factor_of:
            straight = backwards(s.factor * s.body, HERE, self.moves, taken=self.taken)
            to = tuple((_slope_of(leaf), e) for leaf, e in straight.added)
            straight = replace(straight, added=to)
        return Back(s, slopes, straight)

    def looped(self, b: Block) -> BackBlock:
        """for each node: x = f, a += w x   ->   for each node: x = f, yx = w ya, .. += yx f'"""
        own = {s.target.name for s in _statements(b.inner) if not s.accumulate}
        again, inner = [], []
        for x in b.inner:
            made = tuple(s for s in x.statements if s.target.name in own)
            if made:
                again.append(replace(x, statements=made))
        for x in reversed(b.inner):
            if back := self.statements(x.statements):
                inner.append(BackBlock(x.guards, back))
        return BackBlock(
            b.guards,
            self.statements(b.statements),
            tuple(again),
            b.loop,
            self.statements(b.after),
            tuple(inner),
        )

    def repeated(self, blocks: tuple[Block, ...], place: int) -> list[BackBlock]:
        """h = a; n times: h = f(h)   ->   for each step, the last first: h = a, so many times h =
        f(h); yh = f'(h) yh.  Then all of it again, for h is what was read later."""
        b = blocks[place]
        back = replace(
            BackBlock(b.guards, self.statements(b.statements)),
            repeat=b.repeat,
            first=b.first,
        )
        stepped = {s.target.name for s in b.statements if s.ends_step}
        again = []
        for x in blocks[:place]:
            begun = tuple(s for s in x.statements if s.target.name in stepped)
            if x.repeat and begun:
                again.append(x)
            elif begun:
                again.append(replace(x, statements=begun))
        again.append(b)
        return [replace(back, again=tuple(again))]


def _parameters(program: Program) -> frozenset[str]:
    """Their names, which no line of a calculation may have."""
    return frozenset(p.name for p in (*program.parameters, *program.sizes))


def _name(leaf: Expr) -> str:
    """Of an array, from one of its elements, or of a symbol."""
    return str(leaf.base.name if isinstance(leaf, Indexed) else leaf)


def _slope_of(leaf: Expr) -> Expr:
    """X[i, j]   ->   yX[i, j],   x   ->   yx"""
    if isinstance(leaf, Indexed):
        return IndexedBase(slope_name(leaf.base.name))[leaf.indices]
    return Symbol(slope_name(_name(leaf)))


def routine_back(routine: Routine, program: Program) -> dict[str, Straight]:
    """value(S) ,  S = sum_t body_t   ->   of the slope with respect to the value those to S and the
    arguments, ``value``, and for each t those of S to the arguments, ``sums``."""
    names = {a.name for a in routine.arguments} | {name.name for name, _ in routine.sums}

    def moves(leaf: Expr) -> bool:
        return not isinstance(leaf, Indexed) and _name(leaf) in names

    def to_slopes(s: Straight) -> Straight:
        return replace(s, added=tuple((_slope_of(leaf), e) for leaf, e in s.added))

    slope = Symbol("slope", real=True)
    lines = [Line(name, e) for name, e in routine.parts]
    ends = [(body, Symbol(slope_name(name.name), real=True)) for name, body in routine.sums]
    return {
        "value": to_slopes(backwards(routine.value, slope, moves, taken=_parameters(program))),
        "sums": to_slopes(through(lines, ends, moves)),
    }

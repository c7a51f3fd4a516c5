"""The lowered form of a system: arrays computed one after the other, each by loops over an element
expression."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

from sympy import Add, Expr, Pow, Symbol
from sympy import Function as SymPyFunction
from sympy.tensor.indexed import Indexed

from ..ir.system import Constant, Entry, Index, Input, Parameter, Range, State, names_read

__all__ = [
    "GENERAL",
    "Array",
    "Block",
    "Function",
    "General",
    "Gives",
    "HalfInverse",
    "Program",
    "Programs",
    "Root",
    "Routine",
    "Rsqrt",
    "Statement",
    "Usually",
    "everywhere",
    "rooted",
]


class Rsqrt(SymPyFunction):
    """x^(-1/2), kept as a function of its own: what is shared between powers of the same sum."""

    nargs = 1

    def fdiff(self, argindex: int = 1) -> Expr:
        return -(self**3) / 2


class HalfInverse(SymPyFunction):
    """1/(2 x); 0 where x is, for the root of a difference that is zero for every state, as of a
    field and itself, does not move."""

    nargs = 1


class Root(SymPyFunction):
    """sqrt(x - y) for x >= y >= 0; 0 where rounding has made y larger than x, by 1e-9 of x at
    most."""

    nargs = 2

    def fdiff(self, argindex: int = 1) -> Expr:
        return HalfInverse(self) if argindex == 1 else -HalfInverse(self)


class Usually(SymPyFunction):
    """Of two ways to write the same value the first in the general case, the second, which holds
    in the usual case only, in that."""

    nargs = 2


def everywhere(expression: Expr) -> Expr:
    """As it is in the general case."""
    return expression.replace(Usually, lambda general, usual: general)


def rooted(expression: Expr) -> Expr:
    """Negative powers of sums as powers of one inverse square root, so that a single root serves
    all of them."""
    if not any(map(_inverse_root, expression.atoms(Pow))):
        return expression
    return expression.replace(_inverse_root, lambda e: Rsqrt(e.base) ** (-2 * e.exp))


def _inverse_root(e: Expr) -> bool:
    return (
        isinstance(e, Pow)
        and isinstance(e.base, Add | Indexed)
        and bool(e.exp.is_negative)
        and bool((2 * e.exp).is_Integer)
    )


@dataclass(frozen=True)
class Array:
    """A work array or an output: one dimension per range; a scalar if it has no range."""

    name: str
    ranges: tuple[Range, ...]
    meaning: str
    symmetric: tuple[tuple[int, ...], ...] = ()
    packed: bool = False  # the upper triangle alone is stored, row by row


@dataclass(frozen=True)
class Statement:
    """``target[indices] = factor * sum over sums of body`` for all indices; ``sums`` may be empty.

    triangle   the position pairs (a, b) for which only index a <= index b is computed and the
               mirror image copied.
    apart      the same for index a < index b: where they are equal another statement holds.
    images     position pairs whose exchange gives elements of the same value, beside those of the
               triangle.
    half       position pairs for which only index a <= index b is computed, because nothing else is
               read.
    halved     pairs of summed indices whose exchange leaves the body unchanged: half the terms
    suffice. accumulate the value is added to what is there.
    ends_step  what one more step gave is copied into place.
    mirrored   the mirror images are set; ``only_mirrors``: nothing else is done.
    factor_of  the target is the triangular factor of the matrix of that name; there is no body to
               evaluate.  With ``along``, the name of such a factor, it is that one's derivative,
               and the matrix the derivative of its.
    """

    target: Array
    indices: tuple[Index, ...]
    body: Expr
    factor: Expr
    sums: tuple[Index, ...] = ()
    triangle: tuple[tuple[int, int], ...] = ()
    halved: tuple[tuple[Index, Index], ...] = ()
    accumulate: bool = False
    factor_of: str = ""
    along: str = ""
    mirrored: bool = True
    only_mirrors: bool = False
    half: tuple[tuple[int, int], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
    images: tuple[tuple[int, int], ...] = ()
    ends_step: bool = False

    @property
    def looped(self) -> tuple[Index, ...]:
        """The indices of the target, each once."""
        return tuple(dict.fromkeys(self.indices))

    @property
    def reads(self) -> frozenset[str]:
        """Names of the arrays, and of the parameters, in its expression."""
        return names_read(self.body * self.factor)

    def touched(self) -> frozenset[str]:
        """Names of the arrays, and of the parameters, that it reads or writes."""
        return self.reads | {self.target.name, self.factor_of, self.along}

    @property
    def starts(self) -> dict[Index, Index]:
        """Index -> the index at which its loop starts, where only half of the elements is
        computed."""
        pairs = (
            (self.indices[a], self.indices[b]) for a, b in (*self.triangle, *self.half, *self.apart)
        )
        return {j: i for i, j in pairs if j.rng.parts[: len(i.rng.parts)] == i.rng.parts}


#: What a guard is called that is off in the usual case alone.
GENERAL = "general"


@dataclass(frozen=True)
class General:
    """What makes a case the general one: an element of an input in ``zero`` that is not, one off
    the diagonal of an input in ``diagonal``, a rate in ``rates`` that is not zero, a number of
    steps in ``repeats`` above 1."""

    zero: tuple[str, ...] = ()
    diagonal: tuple[str, ...] = ()
    rates: tuple[str, ...] = ()
    repeats: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
    """Statements under the same conditions: left out where a parameter in ``guards`` is infinite, a
    flag there is off or an input there is absent, with GENERAL there in the usual case; done
    ``repeat`` times where that names a parameter, but for steps before ``first``.

    With a ``loop`` the ``inner`` blocks come after the statements, for each value of that index,
    and the ``after`` statements last.
    """

    guards: tuple[str, ...]
    repeat: str
    statements: tuple[Statement, ...]
    loop: Index | None = None
    inner: tuple[Block, ...] = ()
    after: tuple[Statement, ...] = ()
    first: int = 0

    @property
    def looped(self) -> tuple[Statement, ...]:
        """What is done in the loop and behind it."""
        found: list[Statement] = []
        for part in self.inner:
            found += part.statements
        return (*found, *self.after)


class Gives(Enum):
    """What a function returns."""

    SCALAR = "scalar"  #: an observable, or its slope along a direction
    SLOPE = "slope"  #: an array for each entry of the state, in its order
    ARRAYS = "arrays"  #: other arrays


@dataclass(frozen=True)
class Function:
    """One function of the emitted solvers: which arrays it returns and the blocks that compute
    them.

    Where all of ``rule`` hold, as guards do, the inputs that are a rule of nodes and weights are
    read, nowhere if it is None; where all of ``refused`` hold, if any, there is no value.  A
    ``directional`` function takes directions, too, and does the blocks ``along`` for each of them.
    Of a scalar ``of`` is the name of the observable.
    """

    name: str
    outputs: tuple[Array, ...]
    blocks: tuple[Block, ...]
    rule: tuple[str, ...] | None = None
    refused: tuple[str, ...] = ()
    along: tuple[Block, ...] = ()
    directional: bool = False
    gives: Gives = Gives.SLOPE
    of: str = ""

    @property
    def more(self) -> tuple[Array | Input, ...]:
        """Arrays that no statement fills."""
        return ()

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """All of them, in the order in which they stand."""
        found: list[Statement] = []
        for block in (*self.blocks, *self.along):
            found += (*block.statements, *block.looped)
        return tuple(found)

    @property
    def reads(self) -> frozenset[str]:
        """Names of the arrays, and of the parameters, in the expressions of its statements."""
        return frozenset().union(*(s.reads for s in self.statements))

    @property
    def guards(self) -> tuple[str, ...]:
        """All that something is left out for, or refused."""
        found: list[str] = []
        for block in (*self.blocks, *self.along):
            for part in (block, *block.inner):
                found += part.guards
        return (*found, *(self.rule or ()), *self.refused)

    def work(self) -> tuple[Array, ...]:
        """Arrays that are neither input nor output, in order of appearance."""
        found = {s.target.name: s.target for s in self.statements}
        for output in self.outputs:
            found.pop(output.name, None)
        return tuple(found.values())

    def workspace(self) -> dict[tuple[str, ...], tuple[Array, ...]]:
        """The work arrays by the guards that all statements share which touch them: elsewhere they
        need no memory.

        The first are those that are always needed, of guards ().
        """
        return self.held(self.work())

    def held(self, arrays: tuple[Array, ...]) -> dict[tuple[str, ...], tuple[Array, ...]]:
        """These arrays by those guards."""
        common: dict[str, frozenset[str]] = {}
        for block in (*self.blocks, *self.along):
            for part in (block, *block.inner):
                # the state may make a case general: memory does not depend on that
                here = frozenset((*block.guards, *part.guards)) - {GENERAL}
                for s in (*part.statements, *part.after):
                    for name in s.touched():
                        common[name] = common.get(name, here) & here
        found: dict[tuple[str, ...], tuple[Array, ...]] = {(): ()}
        for array in arrays:
            guards: tuple[str, ...] = tuple(sorted(common[array.name]))
            found[guards] = (*found.get(guards, ()), array)
        return found


@dataclass(frozen=True)
class Routine:
    """A function of numbers: for each value of ``index`` the ``parts`` one after the other and what
    is added to the ``sums``, and a ``value`` made of these."""

    name: str
    arguments: tuple[Symbol, ...]
    index: Index
    parts: tuple[tuple[Symbol, Expr], ...]
    sums: tuple[tuple[Symbol, Expr], ...]
    value: Expr
    meaning: str

    @property
    def expressions(self) -> tuple[Expr, ...]:
        return (*(e for _, e in (*self.parts, *self.sums)), self.value)


@dataclass(frozen=True)
class Program:
    """All functions of one system, with what the printers need to know of its inputs."""

    inputs: tuple[Input, ...]
    parameters: tuple[Parameter, ...]
    functions: tuple[Function, ...]
    constants: tuple[Constant, ...] = ()
    routines: tuple[Routine, ...] = ()
    sizes: tuple[Parameter, ...] = ()
    single: tuple[tuple[str, str], ...] = ()
    directions: tuple[Input, ...] = ()
    general: General = General()

    @property
    def state(self) -> State:
        """The inputs that move."""
        return State(tuple(x for x in self.inputs if isinstance(x, Entry)))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Those of all functions."""
        found: list[Statement] = []
        for function in self.functions:
            found += function.statements
        return tuple(found)

    def only(self, function: Function) -> Program:
        """The program with this function alone: arrays of different functions may share a name."""
        return replace(self, functions=(function,))

    def array(self, name: str) -> Array | Input:
        """The input, output, work array or table of constants of that name."""
        return self._arrays[name]

    @cached_property
    def _arrays(self) -> dict[str, Array | Input]:
        found: dict[str, Array | Input] = {x.name: x for x in (*self.inputs, *self.directions)}
        found |= {c.name: Array(c.name, (c.rng,), c.meaning) for c in self.constants}
        found |= {s.target.name: s.target for s in self.statements}
        for function in self.functions:
            found |= {a.name: a for a in function.more}
        return found


@dataclass(frozen=True)
class Programs:
    """All programs of a system: in loops and in whole ``arrays``; in loops for the ``vector``
    kernels, where the number of support samples is infinite, and for the ``few`` of them, without
    the nodes of a rule; ``backwards`` those in loops; and what ``fluctuations`` need, in loops and
    in arrays."""

    loops: Program
    arrays: Program
    vector: Program
    few: Program | None = None
    backwards: Program | None = None
    fluctuations: tuple[Program, Program] | None = None

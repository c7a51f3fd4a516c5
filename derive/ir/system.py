"""The intermediate representation: a system of equations, frozen and printable, that knows no
target language; what all systems have, and the indexed definitions they may be made of.

Each ``Definition`` gives an array (or a scalar) element by element, as a SymPy expression in its
running indices, in parameters and in elements of arrays defined before it.  Sums stay symbolic
``Sum`` objects, so nothing here depends on the numbers K and M of units.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar

from sympy import Expr, Function, Symbol

from .average import Covariance
from .elements import arrays_read, names_read
from .indices import Index, Range, free_indices, smallest
from .roles import Role, Values
from .state import Entry, Input, State
from .trace import BetweenPairs, Section
from .words import Tree

__all__ = [
    "Along",
    "Closure",
    "Constant",
    "Convention",
    "Definition",
    "Entry",
    "Index",
    "Input",
    "Joint",
    "Kernel",
    "Parameter",
    "Piece",
    "Range",
    "Shaped",
    "State",
    "System",
    "arrays_read",
    "free_indices",
    "names_read",
    "reachable",
    "smallest",
]


@dataclass(frozen=True)
class Parameter:
    """A scalar of the emitted solvers: ``name``, what it means, whether it may be infinite or
    counts something; of one that does neither, what ``numbers`` it may be.

    A ``flag`` is 0 or 1 and appears in the equations as the symbol of that name, which is 1 where
    the flag is 0. ``default`` is the value of a rate that a caller does not give; None: it has to
    be given.
    """

    name: str
    meaning: str
    may_be_infinite: bool = False
    counts: bool = False
    flag: str = ""
    default: float | None = field(default=None, repr=False)
    numbers: Values = field(default=Values.RATE, repr=False)

    @property
    def values(self) -> Values:
        if self.may_be_infinite:
            return Values.RATIO if self.numbers is Values.RATIO else Values.SAMPLES
        if self.counts:
            return Values.COUNT
        return Values.FLAG if self.flag else self.numbers

    @cached_property
    def symbol(self) -> Symbol:
        if self.flag:
            return Symbol(self.flag)
        return (
            Symbol(self.name, positive=True)
            if self.may_be_infinite
            else Symbol(self.name, nonnegative=True)
        )


@dataclass(frozen=True)
class Constant:
    """A table of numbers that the solvers hold: the nodes or the weights of a quadrature rule."""

    name: str
    rng: Range
    values: tuple[Expr, ...]
    meaning: str


class Joint(Function):
    """The average of g over each of n fields, as a function of their covariance: its upper
    triangle, row by row."""

    @property
    def fields(self) -> int:
        """The number n of fields."""
        return next(n for n in range(len(self.args) + 1) if n * (n + 1) // 2 == len(self.args))

    @staticmethod
    def routine(fields: int) -> str:
        """What the function is called in the emitted code."""
        return f"joint{fields}"


class Along(Function):
    """The derivative along a direction of a factor f times a ``Joint``.

    Arguments: f, its derivative, the covariance's upper triangle, the derivative of that.
    """

    @property
    def fields(self) -> int:
        """The number of fields."""
        return Joint(*self.args[2 : 1 + len(self.args) // 2]).fields

    @staticmethod
    def routine(fields: int) -> str:
        """What the function is called in the emitted code."""
        return f"joint{fields}_along"


@dataclass(frozen=True)
class Kernel:
    """What a ``Joint`` of so many fields is: an expression in its arguments, and in constants.

    pairs  the identity it was found by, if it is one between two pairs of the fields.
    """

    fields: int
    arguments: tuple[Symbol, ...]
    expression: Expr
    meaning: str
    pairs: BetweenPairs | None = None


@dataclass(frozen=True)
class Piece:
    """One block of a definition: for ``indices`` running over their ranges the element is
    ``expression``.

    An index that stands twice makes it the piece for elements with two equal indices in a symmetric
    group; the other pieces of those ranges hold where all indices of the group differ.
    """

    indices: tuple[Index, ...]
    expression: Expr

    @property
    def ranges(self) -> tuple[Range, ...]:
        return tuple(i.rng for i in self.indices)


@dataclass(frozen=True)
class Definition:
    """An array given element by element.

    role       what sort of array it is, and so what rules and rewrites may do with it.
    ranges     of the whole array; the ``pieces`` tile it.
    symmetric  groups of positions whose exchange leaves the array unchanged.
    update     where there is one, the pieces are only the start, and the array is replaced by its
               update, which may read it, ``repeat`` times (the name of a parameter); together with
               that of the array ``along`` before it, so that it reads that array as it is in the
               same round.  A factor ``along`` another is its derivative.
    blocks     of an average over a support set: so many of its first indices each are on one
               sample.
    slope_of   the entry of the state whose change per unit of time it is, if any.
    covariance which covariance it holds the entries of, if it does.
    parted     a part of it that has a closed form is left out here, and added where it is read.
    needs      optional inputs without which it is left out, beside those that it reads.
    """

    name: str
    role: Role
    meaning: str
    ranges: tuple[Range, ...]
    pieces: tuple[Piece, ...]
    symmetric: tuple[tuple[int, ...], ...] = ()
    update: tuple[Piece, ...] = ()
    repeat: str = ""
    along: str = ""
    slope_of: str = ""
    blocks: tuple[int, ...] = ()
    covariance: Covariance | None = None
    parted: bool = False
    needs: tuple[str, ...] = ()

    def repeated(self, piece: Piece) -> tuple[int, ...]:
        """The symmetric group of positions in which an index of ``piece`` stands twice; () if none
        does."""
        twice = {p for p, i in enumerate(piece.indices) if piece.indices.count(i) > 1}
        return next((g for g in self.symmetric if twice & set(g)), ())

    def distinct(self, piece: Piece) -> tuple[tuple[int, ...], ...]:
        """The symmetric groups of positions whose indices all differ, since other pieces hold where
        two are equal: of a piece without an index that stands twice."""
        if self.repeated(piece):
            return ()
        same = (p for p in self.pieces if p.ranges == piece.ranges)
        return tuple(dict.fromkeys(g for g in map(self.repeated, same) if g))

    @property
    def piece(self) -> Piece:
        """The only block of a definition that has one."""
        (piece,) = self.pieces
        return piece

    def references(self) -> tuple[str, ...]:
        """Names of the arrays this definition reads, sorted; parameters too."""
        return self._read

    @cached_property
    def _read(self) -> tuple[str, ...]:
        names: set[str] = set()
        for piece in (*self.pieces, *self.update):
            names |= names_read(piece.expression)
        return tuple(
            sorted((names | {self.along} if self.role.factorises else names) - {self.name, ""})
        )


def reachable(definitions: Sequence[Definition], names: Iterable[str]) -> tuple[Definition, ...]:
    """Those that ``names`` depend on, themselves included; each stands behind what it reads."""
    wanted = set(names)
    for d in reversed(definitions):
        if d.name in wanted:
            wanted.update(d.references())
    return tuple(d for d in definitions if d.name in wanted)


@dataclass(frozen=True)
class Convention:
    """One line of the convention card, in words.

    A target that writes formulas its own way knows the line by its ``subject``, and has what the
    model states: ``trees``, with the letters of the networks' ``outputs`` by the names of their
    fields.
    """

    subject: str
    text: str
    trees: tuple[Tree, ...] = field(default=(), compare=False)
    outputs: dict[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Closure:
    """A limit or an approximation the equations contain; named in every output."""

    name: str
    exact: bool
    statement: str


@dataclass(frozen=True)
class Shaped:
    """An array that the solvers take or give, for those who call them.

    shape   what each axis counts: K, M, ...
    packed  of a symmetric matrix the upper triangle, row by row, is in the flat state.
    """

    name: str
    meaning: str
    shape: tuple[str, ...] = ()
    packed: bool = False


@dataclass(frozen=True, kw_only=True)
class System:
    """What all systems have; what is particular to a driver is in a class of its own.

    driver  what its equations say of its unknowns, in a word: "flow", their slopes in time;
            "stationary", that a potential is stationary in them.
    name    of its files and of all that is emitted; ``model``: whose system it is.
    """

    driver: ClassVar[str]

    name: str
    model: str
    title: str
    reference: str
    convention: tuple[Convention, ...]
    parameters: tuple[Parameter, ...]
    closures: tuple[Closure, ...]
    derivation: tuple[Section, ...] = field(default=(), compare=False)

    @property
    def heading(self) -> str:
        """The first line of its description."""
        raise NotImplementedError

    @property
    def given(self) -> tuple[Shaped, ...]:
        """The arrays that a caller gives beside scalars and state."""
        return ()

    @property
    def moving(self) -> tuple[Shaped, ...]:
        """The state, in the order in which its entries lie one after the other."""
        return ()

    @property
    def found(self) -> tuple[Shaped, ...]:
        """What its solvers give."""
        raise NotImplementedError

    @property
    def particulars(self) -> dict[str, Any]:
        """What else the users of its solvers have to know, as plain data."""
        return {}

    def describe_given(self) -> list[str]:
        """A line for each array that a caller gives, and for each table of numbers."""
        return []

    def describe_equations(self) -> list[str]:
        """The equations, line by line."""
        raise NotImplementedError

    def describe(self) -> str:
        """The system as plain text: what the digest is taken of, and readable in a debugger."""
        lines = [
            self.heading,
            *(f"convention {c.subject}: {c.text}" for c in self.convention),
            *(f"parameter {p}" for p in self.parameters),
            *self.describe_given(),
            *(f"closure {c}" for c in self.closures),
            *self.describe_equations(),
        ]
        return "\n".join(lines) + "\n"

    @cached_property
    def digest(self) -> str:
        """First 16 hexadecimal digits of the SHA-256 of ``describe()``."""
        return hashlib.sha256(self.describe().encode()).hexdigest()[:16]

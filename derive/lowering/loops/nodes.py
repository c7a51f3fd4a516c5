"""What loop nests of kernels consist of, whose elements are vectors."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Expr

from ...ir.system import Index
from ..program import Block, Statement

__all__ = [
    "AddTo",
    "Arcsines",
    "Doubled",
    "Fork",
    "Held",
    "Jam",
    "Let",
    "Loop",
    "Node",
    "Place",
    "Put",
    "Section",
    "Store",
    "When",
    "Zero",
]


@dataclass(frozen=True)
class Loop:
    """``index`` from 0, or from ``start``, or where ``strict`` from just behind it, to the end of
    its range."""

    index: Index
    start: Index | None
    strict: bool
    body: tuple[Node, ...]


@dataclass(frozen=True)
class Let:
    """A vector by name."""

    name: str
    value: Expr


@dataclass(frozen=True)
class Zero:
    """The start of a sum."""

    name: str


@dataclass(frozen=True)
class AddTo:
    """A summand."""

    name: str
    value: Expr


@dataclass(frozen=True)
class Doubled:
    """The sum so far stands for twice as many summands."""

    name: str


@dataclass(frozen=True)
class Place:
    """The place in the buffers of arguments: back to the start, or one further where ``step``."""

    step: bool


@dataclass(frozen=True)
class Put:
    """An argument into its buffer."""

    buffer: str
    value: Expr


@dataclass(frozen=True)
class Arcsines:
    """All that was put into the buffer to its arcsine."""

    buffer: str


@dataclass(frozen=True)
class Store:
    """An element of an array; ``masked``: only in lanes for which these conditions hold, elsewhere
    nothing is added; ``while_`` only in lanes that take another step of that loop."""

    statement: Statement
    value: Expr
    accumulate: bool
    masked: tuple[str, ...] = ()
    while_: str = ""


@dataclass(frozen=True)
class When:
    """Only if ``parameter`` is not zero in some lane; ``name`` stays zero in the lanes where it
    is."""

    parameter: str
    name: str
    body: tuple[Node, ...]


@dataclass(frozen=True)
class Fork:
    """What is done if some lane is in the general case, and what if none is."""

    general: tuple[Node, ...]
    usual: tuple[Node, ...]


@dataclass(frozen=True)
class Held:
    """An element of an array that several sums read, read once and held by name."""

    name: str
    value: Expr


@dataclass(frozen=True)
class Jam:
    """``loop``, with ``body`` for as many consecutive elements as there are ``indices`` while so
    many are left."""

    loop: Loop
    indices: tuple[Index, ...]
    body: tuple[Node, ...]


Node = (
    Loop | Let | Zero | AddTo | Doubled | Place | Put | Arcsines | Store | When | Fork | Held | Jam
)


@dataclass(frozen=True)
class Section:
    """The nests of one block, each with the statement it came from."""

    block: Block
    nests: tuple[tuple[Statement, tuple[Node, ...]], ...]

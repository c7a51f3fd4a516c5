"""What the caller gives, and the state among it: order parameters with their shapes and symmetries.

Everything that depends on which order parameters there are reads the entries of the state: the law
of their motion, the blocks of the diffusion, how they lie one after the other in the flat state,
what pages say of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations_with_replacement

from .indices import Range
from .roles import Default

__all__ = ["Entry", "Input", "State", "block_name"]


@dataclass(frozen=True)
class Input:
    """An array the caller gives: part of the state, or a parameter.

    default: what stands for it where the caller gives none, made of ``value``.
    """

    name: str
    ranges: tuple[Range, ...]
    meaning: str
    default: Default = Default.REQUIRED
    symmetric: tuple[tuple[int, ...], ...] = ()
    value: float = 0

    @property
    def default_words(self) -> str:
        """What stands for it, in words."""
        if self.default is Default.DIAGONAL and self.value:
            return "identity" if self.value == 1 else f"{self.value:g} times the identity"
        if self.default.filled:
            return f"all {self.value:g}" if self.value else "zero"
        return self.default.value

    @property
    def moves(self) -> bool:
        """Part of the state."""
        return False

    @property
    def packed(self) -> bool:
        """Stored as its upper triangle, row by row."""
        return False


@dataclass(frozen=True)
class Entry(Input):
    """An order parameter: an input that moves.

    value    what all its elements are at alpha = 0 where a problem gives none, if it is no overlap.
    overlap  its elements are the inner products u.v/N of the weights of two units, else something
             else that moves.
    mark     one letter for the names of blocks of the diffusion.
    """

    overlap: bool = False
    mark: str = ""

    @property
    def moves(self) -> bool:
        return True

    @property
    def packed(self) -> bool:
        """A symmetric matrix: the flat state holds its upper triangle, row by row."""
        return bool(self.symmetric)

    @property
    def lengths(self) -> bool:
        """Its diagonal holds squared lengths, which are not negative."""
        return self.overlap and self.packed

    @property
    def slope(self) -> str:
        """The name of its change per unit of time."""
        return "d" + self.name


def block_name(x: Entry, y: Entry) -> str:
    """The block of the diffusion for two entries of the state."""
    return f"D{x.mark}{y.mark}"


@dataclass(frozen=True)
class State:
    """The order parameters in the order of the flat state: overlaps first."""

    entries: tuple[Entry, ...]

    def __post_init__(self) -> None:
        overlap = [x.overlap for x in self.entries]
        if overlap != sorted(overlap, reverse=True):
            raise ValueError("the overlaps of a state come first")

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __getitem__(self, name: str) -> Entry:
        return next(x for x in self.entries if x.name == name)

    @property
    def slopes(self) -> tuple[str, ...]:
        return tuple(x.slope for x in self.entries)

    @property
    def blocks(self) -> dict[str, tuple[Entry, Entry]]:
        """The blocks of a symmetric matrix over the state, in the order the solvers give them
        in."""
        pairs = combinations_with_replacement(self.entries, 2)
        return {block_name(x, y): (x, y) for x, y in pairs}

    @property
    def overlaps(self) -> tuple[Entry, ...]:
        return tuple(x for x in self.entries if x.overlap)

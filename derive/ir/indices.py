"""What indices run over: units of one network, or of several stacked one after the other, nodes,
samples."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sympy import Expr, Integer, Symbol

__all__ = ["Index", "Range", "free_indices", "smallest"]


@dataclass(frozen=True, order=True)
class Range:
    """What an index runs over: the units of one network, or several networks stacked one after the
    other."""

    name: str
    parts: tuple[str, ...]

    @property
    def size(self) -> Expr:
        """The number of elements, for instance ``K`` or ``K + M``."""
        return sum((Symbol(p, integer=True, positive=True) for p in self.parts), Integer(0))

    def contains(self, other: Range) -> bool:
        return set(other.parts) <= set(self.parts)


class Index(Symbol):
    """A running index: a symbol that knows its range.  Two indices are the same if name and range
    are."""

    rng: Range

    def __new__(cls, name: str, rng: Range) -> Index:
        return _made(name, rng)

    def __getnewargs_ex__(self) -> tuple:
        return (self.name, self.rng), {}

    def _hashable_content(self) -> tuple:
        return (*super()._hashable_content(), self.rng)

    @property
    def order(self) -> tuple:
        """Sorting key: indices of one network before indices of all fields, then by name."""
        return (len(self.rng.parts), self.rng.name, self.name)

    def renamed(self, name: str) -> Index:
        return Index(name, self.rng)


@cache
def _made(name: str, rng: Range) -> Index:
    """The one index that is equal to it: expressions with indices are compared a million times."""
    index: Index = Symbol.__xnew__(Index, name, integer=True)
    index.rng = rng
    return index


def free_indices(expression: Expr) -> tuple[Index, ...]:
    """The running indices that ``expression`` depends on, in a fixed order."""
    return tuple(
        sorted((s for s in expression.free_symbols if isinstance(s, Index)), key=lambda s: s.order)
    )


def smallest(ranges: Iterable[Range], union: Range) -> Range:
    """The range that holds all of ``ranges``: their common one, or else ``union``."""
    found = sorted(set(ranges))
    return found[0] if len(found) == 1 else union

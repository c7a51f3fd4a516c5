"""All models in lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ..models.catalogue import catalogue
from ..models.described import in_words
from ..models.manifest import KINDS
from ..problems.tables import MOST_DEGREE

__all__ = ["listed"]


def listed() -> Iterator[str]:
    """What has been generated, and for which P and V."""
    for e in chain.from_iterable(map(catalogue, KINDS)):
        yield from in_words(e)
    yield (
        f"With activation = {{ polynomial = [c_0, c_1, ...] }} (degree 1 to {MOST_DEGREE}) any"
        " algorithm is derived on demand, which needs orderode[derive]."
    )

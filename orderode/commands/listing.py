"""All models in lines for people."""

from __future__ import annotations

from collections.abc import Iterator

from ..models.catalogue import catalogue
from ..models.described import in_words
from ..models.fixed_points import fixed_points
from ..problems.tables import MOST_DEGREE

__all__ = ["listed"]


def listed() -> Iterator[str]:
    """What has been generated, and for which P and V."""
    for e in catalogue():
        yield from in_words(e)
    for point in fixed_points():
        yield f"{point.name}: {point.title}; fixed point; digest {point.digest}"
        yield f"    activations {', '.join(point.activations)}; targets {', '.join(point.targets)}"
        for closure in point.closures:
            yield f"    {closure}"
    yield (
        f"With activation = {{ polynomial = [c_0, c_1, ...] }} (degree 1 to {MOST_DEGREE}) any"
        " algorithm is derived on demand, which needs orderode[derive]."
    )

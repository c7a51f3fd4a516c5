"""What a simulation makes of each parameter of a problem, and of the slopes of the theory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .directions import Estimate, threshold
from .parameters import Direction
from .skewness import taken_off

__all__ = ["Estimates"]


@dataclass(frozen=True, eq=False)
class Estimates:
    """Of each parameter, in its coordinate (see ``Direction``), less its value; and of the factor,
    less one, by which slopes, all or those in ``names``, are off. threshold: of |z| over all that
    are seen, at ``level`` (Bonferroni)."""

    parameters: tuple[Direction, ...]
    of_parameters: tuple[Estimate, ...]
    names: tuple[str, ...]
    of_slopes: tuple[Estimate, ...]
    level: float

    @property
    def estimates(self) -> tuple[Estimate, ...]:
        return (*self.of_parameters, *self.of_slopes)

    @property
    def labels(self) -> tuple[str, ...]:
        return (*(d.name for d in self.parameters), *(f"slope of {name}" for name in self.names))

    @property
    def threshold(self) -> float:
        return threshold(self.estimates, self.level)

    @property
    def largest(self) -> float:
        return max((abs(x.z) for x in self.estimates), default=0.0)

    @property
    def agrees(self) -> bool:
        return self.largest <= self.threshold

    @property
    def comparisons(self) -> int:
        return sum(x.seen for x in self.estimates)

    def lines(self) -> list[str]:
        """A line for each parameter, for people."""
        return [
            d.text(x.shift, x.error) + f"  (z {x.z:+.2f})"
            if x.seen
            else f"{d.name}: nothing to see"
            for d, x in zip(self.parameters, self.of_parameters, strict=True)
        ]

    def criterion(self) -> str:
        pairs = zip(self.estimates, self.labels, strict=True)
        worst, of = max(pairs, key=lambda pair: abs(pair[0].z))
        return (
            f"largest |z| {abs(worst.z):.2f} ({of}) of {self.comparisons}; criterion |z| <="
            f" {self.threshold:.2f}, Bonferroni, level {self.level:g}"
        )

    def skewness(self) -> str:
        """What it takes off, in words."""
        seen = [(n, x) for n, x in zip(self.labels, self.estimates, strict=True) if x.seen]
        names, found = [n for n, _ in seen], [x for _, x in seen]
        return taken_off(names, np.array([x.plain for x in found]), np.array([x.z for x in found]))

"""Averages over the task: moments of linear forms in the task vector, by their cumulants.

In the limit P -> infinity an adapted head is a linear form in the task vector u, and so is the
teacher's readout. Every average over the task is then a moment of such forms.  Task vectors are
Gaussian, or have independent components with a fourth cumulant; third cumulants are zero.  Exact
finite P, where the head also fluctuates with its support set, is a different closure and belongs
beside ``moment``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from sympy import Add, Expr, Mul, S

__all__ = ["moment", "partitions"]

Leg = TypeVar("Leg")


def moment(
    legs: Sequence[Leg],
    mean: Callable[[Leg], Expr],
    second: Callable[[Leg, Leg], Expr],
    fourth: Callable[[Sequence[Leg]], Expr],
) -> Expr:
    """< product of legs > in means, second moments < x y > (not central) and fourth cumulants.

    The sum over set partitions of products of cumulants, with the second cumulants written out as
    < x y > - < x >< y >; third cumulants vanish.
    """

    def cumulant(block: Sequence[Leg]) -> Expr:
        if len(block) == 1:
            return mean(block[0])
        if len(block) == 2:
            return second(*block) - mean(block[0]) * mean(block[1])
        return fourth(block) if len(block) == 4 else S.Zero

    return Add(*(Mul(*map(cumulant, partition)) for partition in partitions(tuple(legs)))).expand()


def partitions(legs: tuple[Leg, ...]) -> Iterator[tuple[tuple[Leg, ...], ...]]:
    """All set partitions, as tuples of blocks; legs count as different even where they are
    equal."""
    if not legs:
        yield ()
        return
    first, rest = legs[0], legs[1:]
    for chosen in range(2 ** len(rest)):
        block = (first, *(x for p, x in enumerate(rest) if chosen >> p & 1))
        others = tuple(x for p, x in enumerate(rest) if not chosen >> p & 1)
        for tail in partitions(others):
            yield (block, *tail)

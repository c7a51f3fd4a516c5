"""Teachers that vary with the task: B + spread Xi, Xi fresh for each task, all entries independent
and standard normal.

On a sample its fields are beta_n + spread_n xi_n, xi_n standard normal and independent between
units and, for N -> inf, between samples: labels are made of fields whose covariance is that of the
overlaps and spread^2 on the diagonal of the teacher's.  R stays the overlap with B.  By Stein's
lemma < a beta_n > = < a (beta_n + spread_n xi_n) > - spread_n^2 < da/dbeta_n >.
"""

from __future__ import annotations

from dataclasses import replace

from sympy import Expr, IndexedBase, KroneckerDelta

from ..ir.roles import Default, Role
from ..ir.system import Definition, Index, Input, Piece
from .reading import Algorithm

__all__ = ["LABELS", "SPREAD", "of_labels", "overlaps_of_labels", "spread_input", "squared"]

SPREAD, LABELS = "spread", "Tt"


def spread_input(algorithm: Algorithm) -> tuple[Input, ...]:
    """What a caller gives where the teacher varies."""
    if not algorithm.teacher.varies:
        return ()
    meaning = "strength of the noise in the teacher's weights that is fresh for each task"
    value = algorithm.source.teacher.spread or 0
    ranges = (algorithm.teacher.range,)
    return (Input(SPREAD, ranges, meaning, default=Default.CONSTANT, value=value),)


def of_labels(algorithm: Algorithm, fixed: tuple[Input, ...]) -> tuple[Input, ...]:
    """The overlaps that do not move, those of the task's teacher in place of the common one's."""
    if not algorithm.teacher.varies:
        return fixed
    own = (algorithm.teacher.range,) * 2
    return tuple(replace(x, name=LABELS) if x.ranges == own else x for x in fixed)


def overlaps_of_labels(algorithm: Algorithm) -> tuple[Definition, ...]:
    """T_nm + spread_n^2 delta_nm."""
    if not algorithm.teacher.varies:
        return ()
    n, m = (algorithm.teacher.index(position) for position in range(2))
    T, spread = IndexedBase("T"), IndexedBase(SPREAD)
    value = T[n, m] + KroneckerDelta(m, n) * spread[n] ** 2
    meaning = "overlaps of a task's teacher: T, and the noise on the diagonal"
    ranges, piece = (algorithm.teacher.range,) * 2, Piece((n, m), value)
    return (Definition(LABELS, Role.RESPONSE, meaning, ranges, (piece,), ((0, 1),)),)


def squared(n: Index) -> Expr:
    """spread_n^2."""
    return IndexedBase(SPREAD)[n] ** 2

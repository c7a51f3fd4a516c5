"""Inputs in blocks of coordinates: block h has a share phi_h of the N coordinates, and those in it
the variance c_h.

A field is a sum over blocks, z_i = sum_h z_hi, of independent Gaussian fields with the covariance
c_h C_h, C_h the overlaps of the weights within the block; so that averages see C = sum_h c_h C_h.
A step moves the overlaps within a block by < a_k z_hi >, by Stein's lemma
sum_j c_h C_hij < da_k/dz_j >, and, as x_h.x_h/N = c_h phi_h, by c_h phi_h < a_k a_l >.
"""

from __future__ import annotations

from sympy import Expr, IndexedBase

from ..ir.roles import Default
from ..ir.system import Index, Input, Range
from .reading import Algorithm

__all__ = ["LETTERS", "SHARES", "VARIANCES", "NoBlocks", "block_inputs", "require_blocks"]
__all__ += ["squared_length", "within"]

LETTERS = "ho"  #: count the blocks
SHARES, VARIANCES = "shares", "variances"


class NoBlocks(ValueError):
    """What is not derived for inputs in blocks."""


def within(algorithm: Algorithm, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """The ranges of overlaps: of those within each block, where there are blocks."""
    return ranges if algorithm.blocks is None else (algorithm.blocks, *ranges)


def block_inputs(algorithm: Algorithm) -> tuple[Input, ...]:
    """What a caller gives where there are blocks."""
    if algorithm.blocks is None:
        return ()
    ranges, one = (algorithm.blocks,), Default.CONSTANT
    share = Input(SHARES, ranges, "share of the inputs that are in each block")
    meaning = "variance of the inputs in each block"
    return (share, Input(VARIANCES, ranges, meaning, default=one, value=1))


def squared_length(block: Index) -> Expr:
    """x_h.x_h/N = c_h phi_h."""
    return IndexedBase(VARIANCES)[block] * IndexedBase(SHARES)[block]


def require_blocks(algorithm: Algorithm) -> None:
    """``NoBlocks`` for what has no equations with inputs in blocks."""
    if algorithm.blocks is None:
        return
    if algorithm.outer.through is not None:
        raise NoBlocks("inputs in blocks: no equations of a step through the inner loop")
    if algorithm.teacher.varies:
        raise NoBlocks("inputs in blocks: no equations of a teacher that varies with the task")
    if algorithm.outer.spherical:
        raise NoBlocks("inputs in blocks: no equations of weights that keep their lengths")

"""Inputs in blocks: the fields of each block, and the changes of the overlaps within them.

A field is the sum of those of the blocks, each made of standard normal numbers of its own, so that
its factor has the factors of the blocks side by side. A step J_k + N^-1/2 sum_s a_k^s x^s adds
within block h what the fields of that block say, and x_h.x_h/N = c_h phi_h times a_k a_l for N ->
inf.
"""

from __future__ import annotations

import numpy as np

from .activations import FloatArray
from .draws import psd_factor
from .errors import SettingError
from .setting import Setting

__all__ = ["coordinates", "factors", "squares_within", "sums_within"]

TOLERANCE = 1e-6  #: of a number of coordinates


def factors(
    setting: Setting, Q: FloatArray | None = None, R: FloatArray | None = None
) -> tuple[FloatArray, FloatArray]:
    """Factors of the fields (..., S, L S), and of those of each block one after the other (..., L
    S, L S), from the same standard normal numbers."""
    parts = psd_factor(setting.of_blocks(Q, R))
    *front, L, S, _ = parts.shape
    each = np.zeros((*front, L, S, L, S))
    for h in range(L):
        each[..., h, :, h, :] = parts[..., h, :, :]
    fields = parts.swapaxes(-3, -2).reshape(*front, S, L * S)
    return fields, each.reshape(*front, L * S, L * S)


def sums_within(setting: Setting, linear: FloatArray) -> tuple[FloatArray, FloatArray]:
    """From sum_s a_k^s z_hi^s (..., K, L S): the same of learner (..., L, K, K) and teacher (...,
    L, K, M) within each block."""
    shape = (*linear.shape[:-1], setting.blocks, setting.S)
    apart = linear.reshape(shape).swapaxes(-3, -2)
    return apart[..., : setting.K], apart[..., setting.K :]


def squares_within(setting: Setting, squares: FloatArray) -> FloatArray:
    """c_h phi_h sum_s a_k^s a_l^s (..., L, K, K)."""
    weights = setting.variances * setting.shares
    found: FloatArray = weights[:, None, None] * squares[..., None, :, :]
    return found


def coordinates(setting: Setting, N: int) -> list[int]:
    """How many of the N coordinates each block has; SettingError where shares make no whole numbers
    of them, or too few for the weights."""
    exact = setting.shares * N
    found = np.rint(exact).astype(int)
    if (abs(exact - found) > TOLERANCE * N).any() or found.sum() != N:
        counts = ", ".join(f"{x:g}" for x in exact)
        remedy = f"choose it so that shares * N are integers; they are {counts}"
        raise SettingError("N", N, remedy)
    if found.min() < setting.S:
        remedy = (
            f"use at least K + M = {setting.S} inputs in each block, where one has {found.min()}"
        )
        raise SettingError("N", N, remedy)
    return [int(x) for x in found]

"""T, Q and R of a problem: numbers, or weights that are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..errors import ProblemError
from . import blocks, overlaps, tables
from .overlaps import Array
from .schema import read_table

__all__ = ["read_overlaps", "require_inputs", "within_blocks"]


def read_overlaps(doc: tables.Document) -> tuple[Array, Array, Array]:
    """T, Q and R where inputs are not in blocks."""
    T = _teacher("overlaps.T", doc.overlaps.T, doc.M)
    Q = overlaps.symmetric("overlaps.Q", doc.overlaps.Q, doc.K, scalar=True)
    R = _start("overlaps.R", doc.overlaps.R, Q, T)
    overlaps.require_covariance(Q, R, T, doc.overlaps.R)
    return T, Q, R


def within_blocks(doc: tables.Document, shares: Array) -> tuple[Array, Array, Array]:
    """T, Q and R within each block."""
    given, T, Q, R = doc.overlaps, [], [], []
    for form in blocks.parted("overlaps.T", given.T, shares):
        T.append(form.share * _teacher(form.key, form.value, doc.M))
    for form in blocks.parted("overlaps.Q", given.Q, shares):
        Q.append(form.share * overlaps.symmetric(form.key, form.value, doc.K, scalar=True))
    forms = blocks.parted("overlaps.R", given.R, shares)
    for form, q, t, share in zip(forms, Q, T, shares, strict=True):
        if isinstance(form.value, Mapping):  # of weights that are drawn in this block alone
            r = _start(form.key, form.value, q, t, share)
        else:
            r = form.share * _start(form.key, form.value, q, t)
        overlaps.require_covariance(q, r, t, form.value)
        R.append(r)
    return np.array(T), np.array(Q), np.array(R)


def _teacher(key: str, value: Any, M: int) -> Array:
    if isinstance(value, Mapping):
        equal = read_table(tables.EqualTeacher, value, key)
        rest = equal.norm - equal.overlap
        value = (rest * np.eye(M) + np.full((M, M), equal.overlap)).tolist()
    return overlaps.symmetric(key, value, M, scalar=False)


def _start(key: str, value: Any, Q: Array, T: Array, share: float = 1.0) -> Array:
    K, M = len(Q), len(T)
    if not isinstance(value, Mapping):
        accepted = (
            f"{{ N = 1000, seed = 0 }}, {{ scale = 1e-12, seed = 0 }} or a {K} x {M} matrix, finite"
        )
        return overlaps.full(key, value, K, M, accepted)
    if "scale" in value:
        uniform = read_table(tables.UniformStart, value, key)
        return share * overlaps.uniform_start(K, M, uniform.scale, uniform.seed)
    normal = read_table(tables.NormalStart, value, key)
    require_inputs(f"{key}.N", normal.N, K, M)
    return overlaps.normal_start(Q, T, share * normal.N, normal.seed)


def require_inputs(path: str, N: int, K: int, M: int) -> None:
    """``ProblemError`` unless weights in N dimensions can have any overlaps."""
    if N < 2 * K + M:
        raise ProblemError(path, N, f"an integer >= 2 K + M = {2 * K + M}")

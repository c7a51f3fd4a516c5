"""Which units of a learner have specialised, read off the overlaps."""

from __future__ import annotations

import numpy as np

from ..solvers.base import Array, State

__all__ = ["in_words", "specialised"]

#: Difference of correlations that is none.
EQUAL = 1e-6
#: A unit whose square is this part of the teacher's largest has died out.
DEAD = 1e-12


def specialised(state: State, T: Array) -> list[int | None]:
    """Of each unit k of the learner the unit n of the teacher whose |rho_kn| is larger than that of
    all others; None where it is none, or all units of the learner, if there are several, have equal
    overlaps with the teacher.

    rho_kn = R_kn/sqrt(Q_kk T_nn)
    """
    rho = np.abs(_rho(state, T))
    K, M = rho.shape
    if K > 1 and np.ptp(rho, axis=0).max() <= EQUAL:
        return [None] * K
    best: list[int | None] = []
    for row in rho:
        order = np.argsort(-row, kind="stable")
        clear = row[order[0]] > EQUAL and (M == 1 or row[order[0]] - row[order[1]] > EQUAL)
        best.append(int(order[0]) if clear else None)
    return best


def in_words(state: State, T: Array) -> str:
    """Unspecialised, specialised (each unit of the teacher, or as many as there are units of the
    learner, has one of its own), or partly, and which is which; units are counted from 1."""
    K, M = state.R.shape
    rho = np.abs(_rho(state, T))
    best = specialised(state, T)
    dead = [k for k in range(K) if state.Q[k, k] <= DEAD * T.max()]
    if len(dead) == K:
        return "no unit of the learner is left"
    named = []
    for k, n in enumerate(best):
        if n is not None and k not in dead:
            named.append(f"{k + 1} on {n + 1} (|rho| = {rho[k, n]:.4f})")
    taken = {n for k, n in enumerate(best) if n is not None and k not in dead}
    if not taken:
        word = "unspecialised"
    elif len(taken) == min(K, M):
        word = "specialised: units " + ", ".join(named)
    else:
        word = "partly specialised: units " + ", ".join(named)
    gone = ", ".join(str(k + 1) for k in dead)
    return f"{word}; units {gone} have died out" if dead else word


def _rho(state: State, T: Array) -> Array:
    norms = np.sqrt(np.outer(np.maximum(np.diag(state.Q), 0), np.diag(T)))
    return np.divide(state.R, norms, out=np.zeros_like(norms), where=norms > 0)

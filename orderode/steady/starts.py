"""Where the search for steady states begins."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..solvers.base import Array, State
from ..theory.integrate import integrate
from .field import Field

__all__ = ["starts"]

SIZES = (-1.5, 0.5)  # powers of ten, between which weights are drawn
HEADS = 1.0  # standard deviation of a trained head start


def starts(field: Field, count: int, seed: int) -> Iterator[Array]:
    """Vectors x (d,): where a trajectory of the problem lingers, then ``count`` that are drawn.

    Half of the latter are overlaps of random weights. In the other half units of the teacher are
    in groups, and each unit of the learner has the same overlap with all units of its own group and
    none with others: Newton's method keeps such symmetries, so that it finds plateaus.
    """
    yield from _lingering(field)
    rng = np.random.default_rng(seed)
    for i in range(count):
        yield _drawn(field, rng, grouped=bool(i % 2))


def _lingering(field: Field) -> Iterator[Array]:
    """The start, where the relative speed along the trajectory of [run] is least, and its end."""
    yield field.start[field.moves]
    if field.problem.run is None:
        return
    t = integrate(field.problem, field.solver.name)
    reached = [field.packed(state) for state in t.states.each() if np.isfinite(state.Q).all()]
    with np.errstate(over="ignore", invalid="ignore"):  # of a theory that blows up: no least one
        speeds = [np.linalg.norm(field.slopes(x)) / np.linalg.norm(x) for x in reached]
    for i in range(1, len(reached) - 1):
        if speeds[i] <= min(speeds[i - 1], speeds[i + 1]):
            yield reached[i]
    if reached:
        yield reached[-1]


def _drawn(field: Field, rng: np.random.Generator, *, grouped: bool) -> Array:
    """J_k = sum_n a_kn B_n + b_k, with b_k orthogonal to the teacher: R = a T, Q = a T a^T + b
    b^T."""
    problem = field.problem
    K, M, T = problem.K, problem.M, problem.T
    along, beside = 10 ** rng.uniform(*SIZES, 2)
    if grouped:
        a, b = _grouped(rng, K, M)
    else:
        a, b = rng.standard_normal((K, M)), rng.standard_normal((K, K))
    a, b = along * a / np.sqrt(np.diag(T)), beside * b
    R, Q = a @ T, a @ T @ a.T + b @ b.T
    state = field.state(field.start[field.moves])
    others = {}
    for name, array in state.items():
        if name not in ("R", "Q"):
            others[name] = HEADS * rng.standard_normal(array.shape)
    return field.packed(State(**{"R": R, "Q": Q, **others}))


def _grouped(rng: np.random.Generator, K: int, M: int) -> tuple[Array, Array]:
    """a (K, M) and b (K, 1 + K): weights of a unit's group, one direction that all share and one of
    its own."""
    groups = rng.integers(M, size=M)
    groups[0] = 0  # the group of the first unit has a member
    signs = rng.choice((-1.0, 1.0), size=K)
    a = np.zeros((K, M))
    for k in range(K):
        members = groups == rng.choice(groups)
        a[k, members] = 1 / np.sqrt(members.sum())
    common, own = rng.uniform(size=2)
    b = np.hstack([np.full((K, 1), common), own * np.eye(K)])
    return signs[:, None] * a, signs[:, None] * b

"""Direct evaluation of a symbolic System at concrete K and M: an interpreter over SymPy nodes, in floats.

Nothing here knows how a system is lowered or printed: every element of every array is evaluated by itself, from the
expression that the system holds for it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from itertools import product

import numpy as np
from sympy import Add, Expr, KroneckerDelta, Mul, Number, NumberSymbol, Pow, Sum, Symbol, asin
from sympy.tensor.indexed import Indexed

from orderode.derive.activations import ERF
from orderode.derive.macroscopic import derive
from orderode.derive.models import fo_anil
from orderode.derive.system import Definition, Index, Range, System

Node = Callable[[dict], float]


@cache
def fo_anil_system() -> System:
    """The system of FO-ANIL with erf, derived once per test run."""
    return derive(fo_anil.MODEL, ERF)


def overlaps(K: int, M: int, seed: int, *, smallest: float | None = None) -> tuple[np.ndarray, ...]:
    """Random admissible R, Q, T, variances up to 3; ``smallest`` is the lowest eigenvalue of [[Q, R], [R^T, T]]."""
    rng = np.random.default_rng([seed, K, M])
    S = K + M
    C = covariance(rng, S, smallest)
    return C[:K, K:].copy(), C[:K, :K].copy(), C[K:, K:].copy()


def covariance(rng: np.random.Generator, size: int, smallest: float | None = None) -> np.ndarray:
    """A random covariance with variances up to 3 and, if asked for, a given lowest eigenvalue (0: exactly singular)."""
    vectors, _ = np.linalg.qr(rng.standard_normal((size, size)))
    values = rng.uniform(0.05, 1.0, size)
    if smallest is not None:
        values[0] = 0.0
    C = (vectors * values) @ vectors.T
    C *= rng.uniform(0.5, 3.0 - 1e-6) / C.diagonal().max()
    if smallest:
        C += smallest * np.outer(vectors[:, 0], vectors[:, 0])
    return (C + C.T) / 2


class Direct:
    """The arrays of a system at given overlaps and parameters; ``arrays`` holds them by name."""

    def __init__(self, system: System, K: int, M: int, R, Q, T, parameters: dict[str, float]) -> None:
        learner, teacher = system.ranges
        self.sizes = {learner.parts[0]: K, teacher.parts[0]: M}
        self.stack = system.fields.parts
        self.parameters = {p.symbol: float(parameters[p.name]) for p in system.parameters}
        self.ranges = {"R": (learner, teacher), "Q": (learner, learner), "T": (teacher, teacher)}
        self.arrays = {"R": np.asarray(R, float), "Q": np.asarray(Q, float), "T": np.asarray(T, float)}
        for definition in system.definitions:
            self.define(definition)

    def define(self, d: Definition) -> None:
        made = np.full([self.size(r) for r in d.ranges], np.nan)
        for piece in d.pieces:
            at = tuple(self.slice(i, r) for i, r in zip(piece.indices, d.ranges, strict=True))
            made[at] = self.values(piece.expression, piece.indices)
        assert not np.isnan(made).any(), f"the pieces of {d.name} do not tile it"
        self.ranges[d.name], self.arrays[d.name] = d.ranges, made

    def values(self, expression: Expr, indices: tuple[Index, ...]) -> np.ndarray:
        """``expression`` for all values of its free ``indices``."""
        node = self.node(expression)
        shape = [self.size(i.rng) for i in indices]
        found = [node(dict(zip(indices, at, strict=True))) for at in product(*map(range, shape))]
        return np.array(found).reshape(shape)

    def size(self, rng: Range) -> int:
        return sum(self.sizes[p] for p in rng.parts)

    def start(self, part: str, parts: tuple[str, ...]) -> int:
        """Where the units of one network begin in a stack of networks."""
        return sum(self.sizes[p] for p in parts[: parts.index(part)])

    def slice(self, index: Index, rng: Range) -> slice:
        start = self.start(index.rng.parts[0], rng.parts)
        return slice(start, start + self.size(index.rng))

    def node(self, e: Expr) -> Node:
        """A function from the values of the indices to the value of ``e``."""
        if isinstance(e, Number | NumberSymbol):
            constant = float(e.evalf(30))
            return lambda at: constant
        if isinstance(e, Index):
            raise TypeError(f"the index {e} stands where a value should")
        if isinstance(e, Symbol):
            value = self.parameters[e]
            return lambda at: value
        if isinstance(e, Indexed):
            return self.element(e)
        if isinstance(e, Sum):
            return self.sum(e)
        if isinstance(e, KroneckerDelta):
            (a, b), offsets = e.args, [self.start(i.rng.parts[0], self.stack) for i in e.args]
            return lambda at: float(at[a] + offsets[0] == at[b] + offsets[1])
        parts = [self.node(a) for a in e.args]
        if isinstance(e, Add):
            return lambda at: math.fsum([p(at) for p in parts])
        if isinstance(e, Mul):
            return lambda at: math.prod([p(at) for p in parts])
        if isinstance(e, Pow):
            base, exponent = parts
            return lambda at: base(at) ** exponent(at)
        if isinstance(e, asin):
            (argument,) = parts
            return lambda at: math.asin(argument(at))
        raise TypeError(f"no rule to evaluate a {type(e).__name__}: {e}")

    def element(self, e: Indexed) -> Node:
        name = str(e.base)
        array, ranges = self.arrays[name], self.ranges[name]
        offsets = [self.start(i.rng.parts[0], r.parts) for i, r in zip(e.indices, ranges, strict=True)]
        places = list(zip(e.indices, offsets, strict=True))
        return lambda at: float(array[tuple(at[i] + start for i, start in places)])

    def sum(self, e: Sum) -> Node:
        body, indices = self.node(e.function), [i for i, _, _ in e.limits]
        for index, low, high in e.limits:
            assert (low, high) == (1, index.rng.size), f"the sum over {index} does not run over its range"
        ranges = [range(self.size(i.rng)) for i in indices]
        return lambda at: math.fsum([body({**at, **dict(zip(indices, v, strict=True))}) for v in product(*ranges)])

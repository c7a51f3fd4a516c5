"""Direct evaluation of a symbolic System at concrete K and M: an interpreter over SymPy nodes.

Nothing here knows how a system is lowered or printed: every element of every array is evaluated by
itself, from the expression that the system holds for it. In floats; with 40 digits where roots and
arcsines reach the ends of their domains, since a float loses half its digits there.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from itertools import combinations, product

import mpmath
import numpy as np
from sympy import (
    Abs,
    Add,
    Expr,
    KroneckerDelta,
    Mul,
    Number,
    NumberSymbol,
    Pow,
    Rational,
    Sum,
    Symbol,
    asin,
    erf,
    exp,
    log,
    sign,
    tanh,
)
from sympy.tensor.indexed import Indexed

from orderode.derive.drivers import ROUTES
from orderode.derive.gaussian.activations import ACTIVATIONS, ERF
from orderode.derive.ir.flow import Flow
from orderode.derive.ir.system import Definition, Index, Joint, Parameter, Piece, Range, System
from orderode.derive.pipeline import ALGORITHMS, systems_of
from orderode.derive.targets import emit

Node = Callable[[dict], float]

FUNCTIONS = {erf: math.erf, exp: math.exp, log: math.log, tanh: math.tanh, Abs: abs}
FUNCTIONS |= {sign: lambda x: float(x > 0) - float(x < 0)}
PRECISE = mpmath.mp.clone()
PRECISE.dps = 40


@cache
def fo_anil_system() -> Flow:
    """The system of FO-ANIL with erf."""
    return system_of("fo_anil", ERF.name)


@cache
def system_of(algorithm: str, activation: str) -> Flow:
    """The system of an algorithm and an activation, derived once for the same sources."""
    (system,) = systems_of(ALGORITHMS[algorithm], ACTIVATIONS[activation])
    assert isinstance(system, Flow)
    return system


def rendered(systems: list[System], beside: tuple = ()) -> dict[str, str]:
    """All emitted files of systems that are derived already, the manifest included."""
    programs = [(system, ROUTES[system.driver].lower(system)) for system in systems]
    return emit.join([emit.render(programs, beside)], [s.name for s in systems])


def overlaps(K: int, M: int, seed: int, *, smallest: float | None = None) -> tuple[np.ndarray, ...]:
    """Random admissible R, Q, T, variances up to 3; ``smallest`` is the lowest eigenvalue of [[Q,
    R], [R^T, T]]."""
    rng = np.random.default_rng([seed, K, M])
    S = K + M
    C = covariance(rng, S, smallest)
    return C[:K, K:].copy(), C[:K, :K].copy(), C[K:, K:].copy()


def covariance(rng: np.random.Generator, size: int, smallest: float | None = None) -> np.ndarray:
    """A random covariance with variances up to 3 and, if asked for, a given lowest eigenvalue (0:
    exactly singular)."""
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
    """The arrays of a system at given overlaps, parameters and inputs; ``arrays`` holds them by
    name.

    A parameter not given is off (a count is 1, a number of samples infinite), an input not given
    has its default: no head start, tasks of mean 0 and covariance 1, Gaussian ones.
    """

    def __init__(
        self, system: Flow, K: int, M: int, R, Q, T, parameters: dict[str, float], **inputs
    ) -> None:
        learner, teacher = system.ranges
        nodes = inputs.get("nodes")
        self.sizes = {
            learner.parts[0]: K,
            teacher.parts[0]: M,
            "n_nodes": 0 if nodes is None else len(nodes),
        }
        self.sizes |= {c.rng.parts[0]: len(c.values) for c in system.constants}
        self.sizes["blocks"] = len(inputs.get("shares", ()))  # blocks of the inputs
        self.stack = system.fields.parts
        self.exact = system.guarded and not system.cubature  # nodes are floats
        self.number = PRECISE.mpf if self.exact else float
        self.add, self.multiply = (
            (PRECISE.fsum, PRECISE.fprod) if self.exact else (math.fsum, math.prod)
        )
        self.parameters = {
            p.symbol: self.number(self.given(p, parameters)) for p in system.parameters
        }
        self.repeats = {
            p.name: int(parameters.get(p.name, 1)) for p in system.parameters if p.counts
        }
        given = {
            "w0": np.zeros(K),
            "mean": np.zeros(M),
            "cov": np.eye(M),
            "kurtosis": np.full(M, 3.0),
        }
        given |= {"nodes": np.empty((0, K + M)), "weights": np.empty(0)}
        sizes = {learner: K, teacher: M}
        for x in (x for x in system.inputs if len(x.ranges) == 1 and x.ranges[0] in sizes):
            given.setdefault(x.name, np.full(sizes[x.ranges[0]], x.value))
        given |= {"R": R, "Q": Q, "T": T} | {name: x for name, x in inputs.items() if x is not None}
        self.ranges = {x.name: x.ranges for x in system.inputs}
        self.arrays = {x.name: self.converted(given[x.name]) for x in system.inputs}
        for c in system.constants:
            self.ranges[c.name], self.arrays[c.name] = (
                (c.rng,),
                np.array([self.number(str(v)) for v in c.values]),
            )
        self.arguments = {a for k in system.kernels for a in k.arguments}
        self.kernels = {k.fields: (k.arguments, self.node(k.expression)) for k in system.kernels}
        self.dropped = {"support"} if math.isinf(parameters.get("P", math.inf)) else set()
        if self.exact and math.isinf(parameters.get("V", math.inf)):  # E is of order 1/V
            self.dropped.add("E")
        wanted = {*system.outputs, *system.observables}
        for d in reversed(system.definitions):
            if d.name in wanted and not self.dropped & {d.role, d.name}:
                wanted |= set(d.references())
        for definition in (d for d in system.definitions if d.name in wanted):
            self.define(definition)

    @staticmethod
    def given(parameter: Parameter, values: dict[str, float]) -> float:
        """The value of a parameter's symbol."""
        if parameter.flag:
            return 1.0 - values.get(parameter.name, 0)
        default = 1.0 if parameter.counts else math.inf if parameter.may_be_infinite else 0.0
        return values.get(parameter.name, default)

    def converted(self, array) -> np.ndarray:
        array = np.asarray(array, float)
        return np.vectorize(self.number, otypes=[object])(array) if self.exact else array

    def define(self, d: Definition) -> None:
        if self.dropped & {d.role, d.name}:  # nothing is left of it in the limit
            self.ranges[d.name], self.arrays[d.name] = (
                d.ranges,
                np.zeros([self.size(r) for r in d.ranges]),
            )
            return
        if d.role.factorises:
            self.ranges[d.name], self.arrays[d.name] = (
                d.ranges,
                np.linalg.cholesky(
                    self.arrays[d.references()[0]] + 1e-14 * np.eye(len(self.arrays["C"]))
                ),
            )
            return
        self.ranges[d.name], self.arrays[d.name] = d.ranges, self.tiled(d, d.pieces)
        for _ in range(self.repeats[d.repeat] if d.update else 0):
            self.arrays[d.name] = self.tiled(d, d.update)

    def tiled(self, d: Definition, pieces: tuple[Piece, ...]) -> np.ndarray:
        made = np.full(
            [self.size(r) for r in d.ranges], np.nan, dtype=object if self.exact else float
        )
        for piece in sorted(pieces, key=lambda p: len(set(p.indices)) < len(p.indices)):
            if len(set(piece.indices)) < len(piece.indices):
                self.coincident(d, piece, made)
                continue
            at = tuple(self.slice(i, r) for i, r in zip(piece.indices, d.ranges, strict=True))
            groups = d.symmetric if len(d.pieces) == 1 else ()
            found = self.values(piece.expression, piece.indices, groups, differ=d.distinct(piece))
            made[at] = found[()]  # a number itself where there are no indices
        assert not np.isnan(made.astype(float)).any(), f"the pieces of {d.name} do not tile it"
        return made

    def coincident(self, d: Definition, piece: Piece, made: np.ndarray) -> None:
        """Elements with two equal indices in a symmetric group, in all places of these, in the
        order of the index."""
        (twice,) = {i for i in piece.indices if piece.indices.count(i) > 1}
        alone = [i for i in piece.indices if i != twice]
        (group,) = (g for g in d.symmetric if piece.indices.index(twice) in g)
        for k in range(self.size(twice.rng)):
            values = self.values(piece.expression, tuple(alone), fixed={twice: k})
            for places in combinations(group, 2):
                at: list[int | slice] = []
                for p, (i, rng) in enumerate(zip(piece.indices, d.ranges, strict=True)):
                    part = self.slice(i, rng)
                    at.append(part.start + k if p in places else part)
                made[tuple(at)] = values

    def values(
        self,
        expression: Expr,
        indices: tuple[Index, ...],
        symmetric: tuple[tuple[int, ...], ...] = (),
        fixed: dict | None = None,
        differ: tuple[tuple[int, ...], ...] = (),
    ) -> np.ndarray:
        """``expression`` for all values of its free ``indices``; once for those that ``symmetric``
        groups exchange.

        Where two in one of the groups of positions ``differ`` are the same it is left at zero.
        """
        evaluate = self.node(expression)
        node = cache(lambda at: evaluate({**(fixed or {}), **dict(zip(indices, at, strict=True))}))
        shape = [self.size(i.rng) for i in indices]
        found = []
        for at in product(*map(range, shape)):
            if any(len({at[p] for p in group}) < len(group) for group in differ):
                found.append(self.number(0))
                continue
            first = list(at)
            for group in symmetric if self.exact else ():
                for p, value in zip(group, sorted(at[p] for p in group), strict=True):
                    first[p] = value
            found.append(node(tuple(first)))
        return np.array(found, dtype=object if self.exact else float).reshape(shape)

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
            constant = self.number(str(e.evalf(45)))
            return lambda at: constant
        if isinstance(e, Index):
            raise TypeError(f"the index {e} stands where a value should")
        if e in self.arguments:
            return lambda at: at[e]
        if isinstance(e, Symbol):
            if e.name in self.sizes:  # of an output scale
                value = self.number(self.sizes[e.name])
            else:
                value = self.parameters[e] if e in self.parameters else self.arrays[e.name][()]
            return lambda at: value
        if isinstance(e, Indexed):
            return self.element(e)
        if isinstance(e, Sum):
            return self.sum(e)
        if isinstance(e, KroneckerDelta):
            (a, b), offsets = e.args, [self.start(i.rng.parts[0], self.stack) for i in e.args]
            return lambda at: self.number(at[a] + offsets[0] == at[b] + offsets[1])
        parts = [self.node(a) for a in e.args]
        if isinstance(e, Joint):
            arguments, body = self.kernels[e.fields]
            return lambda at: body(dict(zip(arguments, [p(at) for p in parts], strict=True)))
        if isinstance(e, Add):
            return lambda at: self.add([p(at) for p in parts])
        if isinstance(e, Mul):
            return lambda at: self.multiply([p(at) for p in parts])
        if isinstance(e, Pow):
            base, exponent = parts
            if self.exact and e.exp == Rational(1, 2):
                return lambda at: PRECISE.sqrt(max(base(at), 0))
            return lambda at: base(at) ** exponent(at)
        if isinstance(e, asin):
            (argument,) = parts
            if self.exact:
                return lambda at: PRECISE.asin(min(max(argument(at), -1), 1))
            return lambda at: math.asin(argument(at))
        if type(e) in FUNCTIONS:
            (argument,), function = parts, FUNCTIONS[type(e)]
            return lambda at: function(argument(at))
        raise TypeError(f"no rule to evaluate a {type(e).__name__}: {e}")

    def element(self, e: Indexed) -> Node:
        name = str(e.base)
        array, ranges = self.arrays[name], self.ranges[name]
        offsets = [
            self.start(i.rng.parts[0], r.parts) for i, r in zip(e.indices, ranges, strict=True)
        ]
        places = list(zip(e.indices, offsets, strict=True))
        return lambda at: array[tuple(at[i] + start for i, start in places)]

    def sum(self, e: Sum) -> Node:
        body, indices = self.node(e.function), [i for i, _, _ in e.limits]
        for index, low, high in e.limits:
            assert (low, high) == (1, index.rng.size), (
                f"the sum over {index} does not run over its range"
            )
        ranges = [range(self.size(i.rng)) for i in indices]
        return lambda at: self.add(
            [body({**at, **dict(zip(indices, v, strict=True))}) for v in product(*ranges)]
        )

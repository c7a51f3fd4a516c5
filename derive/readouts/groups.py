"""The potential of a ridge readout of several groups of neurons, and the stages that find its stationary point.

As in ``potential``: two orders F0 + epsilon E.  Group k has the share ``fraction[k]`` of the neurons, the spike u[k]
and an isotropic bulk of variance c[k].  V1 and its conjugate Vh1 are matrices over groups, V2 and Vh2 vectors.  D and R
belong to the log-determinant of the Hessian, diag(lambda + Vh2) + B (Vh1 x 1) B^T with B the bulks of the groups: each
B_k^T (...)^-1 B_k becomes D_k at the price of its conjugate R_k.  All derivatives are by one entry of one table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache

from sympy import Expr, IndexedBase, KroneckerDelta, S, Symbol, log, symbols

from ..ir.fixed_point import Block, GroupStage, Table
from .indexed import INDICES, LogDet, by, entry, over
from .means import Mean, collected, over_signal, spread
from .potential import h0, h1, h2, isolated, q, r2, sample
from .reading import alpha, beta, inverse_p, kappa, noise2, readout, zeta

__all__ = ["Potential", "potential", "stages"]

c0, c1, c22 = (IndexedBase(name) for name in ("c0", "c1", "c22"))
fraction, c = IndexedBase("fraction"), IndexedBase("c")
V1, V2, Vh1, Vh2, D, R = (IndexedBase(name) for name in ("V1", "V2", "Vh1", "Vh2", "D", "R"))
A, m_v, m_e, b_v, b_e = (IndexedBase(name) for name in ("A", "m_v", "m_e", "b_v", "b_e"))
Q1, Q2 = IndexedBase("Q1"), IndexedBase("Q2")
P, ridge = IndexedBase("P"), IndexedBase("ridge")  # the inverse of 1/D + Vh1; lambda + Vh2 + c R
f0, f1 = symbols("f0 f1", real=True)  # mean output given kappa: f0 + f1 zeta
extra = Symbol("extra", real=True)  # variance of the output over the fluctuations of the readout
#: The variables of F0 and of E, with their number of indices.
STATE = ((V1, 2), (V2, 1), (Vh1, 2), (Vh2, 1), (D, 1), (R, 1))
MODES = ((m_v, 1), (m_e, 1), (b_v, 1), (b_e, 1), (A, 1))
k, l = INDICES[:2]


@dataclass(frozen=True)
class Potential:
    """``fluctuation`` F0, ``energy`` E, and given kappa the ``variance`` of the output and its ``means`` f0, f1."""

    fluctuation: Expr
    energy: Expr
    variance: Expr
    means: tuple[Expr, Expr]
    residual: Expr
    determinant: LogDet
    stiffness: Expr  # of the readouts of group k


@cache
def potential(loss: Callable[[Expr, Expr], Expr], penalty: Expr) -> Potential:
    """F0 and E of a quadratic loss and penalty."""
    g = Symbol("g", real=True)
    ratio = alpha / beta
    variance = over(lambda i, j: c1[i] * c1[j] * V1[i, j], 2) + over(lambda i: c22[i] * V2[i])
    softness, curvature = sample(loss, variance)
    stiff = penalty.diff(readout, 2) + Vh2[k] + c[k] * R[k]
    determinant = LogDet(lambda i, j: KroneckerDelta(i, j) / D[i] + Vh1[i, j], P)
    fluctuation = ratio * Mean(log(curvature))
    fluctuation -= over(lambda i, j: V1[i, j] * Vh1[i, j], 2) + over(lambda i: V2[i] * Vh2[i])
    fluctuation += over(lambda i: fraction[i] * log(stiff.subs(k, i)))
    fluctuation += (over(lambda i: log(D[i])) + determinant - over(lambda i: R[i] * D[i])) / beta
    means = over(lambda i: A[i] * c0[i] + m_v[i] * c1[i] * kappa), over(lambda i: m_e[i] * c1[i])
    moments = {(0, 0): S.One, (0, 1): S.Zero, (0, 2): S.One, (1, 0): h0, (1, 1): h1, (2, 0): h2}
    squared = over_signal((g - f0 - f1 * zeta) ** 2, g, zeta, moments)
    energy = ratio * Mean(softness * (squared.subs({f0: means[0], f1: means[1]}) + noise2))
    energy += over(lambda i: 2 * (m_v[i] * b_v[i] + m_e[i] * b_e[i]) - D[i] * (b_v[i] ** 2 + b_e[i] ** 2))
    energy += over(lambda i: A[i] ** 2 * inverse_p / V2[i])
    return Potential(fluctuation, energy, variance, means, squared, determinant, stiff)


@cache
def stages(loss: Callable[[Expr, Expr], Expr], penalty: Expr) -> tuple[GroupStage, ...]:
    """The stages of the solver, from the stationarity of the potential."""
    F = potential(loss, penalty)
    return (*_plain(F), _newton(F), _means(F), _variances(F), _errors(F))


def stationarity(F: Potential) -> dict[IndexedBase, Expr]:
    """dF0 = 0 by table."""
    return {table: _written(F, by(F.fluctuation, entry(table, rank))) for table, rank in STATE}


def _written(F: Potential, expression: Expr) -> Expr:
    """q for 1/(1 + V), f0 and f1 for the sums they are, ``ridge`` for the stiffness; means spread."""
    names = {1 + F.variance: 1 / q}
    names |= {F.stiffness.subs(k, i): ridge[i] for i in INDICES[:2]}
    for old, new in names.items():
        expression = expression.subs(old, new)
    for mean, name in zip(F.means, (f0, f1), strict=True):
        expression = expression.subs(mean, name)
    tables = [t[i] for t in (c0, c1, c22) for i in INDICES]
    return spread(expression, (kappa, h0, h1, h2, q, r2, f0, f1, extra, *tables))


def _stage(
    name: str,
    meaning: str,
    reads: str,
    F: Potential,
    tables: Iterable[Table] = (),
    unknown: tuple[tuple[IndexedBase, int], ...] = (),
    blocks: Iterable[Block] = (),
) -> GroupStage:
    """The averages that occur become tables of their own, with the indices that they have."""
    tables, blocks = tuple(tables), tuple(blocks)
    names = collected([*(t.expression for t in tables), *(b.expression for b in blocks)])
    averages, put = [], {}
    for mean, symbol in names.items():
        indices = tuple(str(i) for i in INDICES if i in mean.free_symbols)
        averages.append(Table(symbol.name, indices, mean.args[0]))
        put[mean] = IndexedBase(symbol.name)[tuple(i for i in INDICES if str(i) in indices)] if indices else symbol
    nodes = [Table("q", (), 1 / (1 + F.variance), "1/(1 + V)")]
    if any(r2 in m.free_symbols for m in names):
        nodes += [Table(n.name, (), e) for n, e in zip((f0, f1), F.means, strict=True)]
        nodes += [Table("r2", (), F.residual, "mean square of the residual given kappa")]
    return GroupStage(
        name,
        meaning,
        tuple(reads.split()),
        tuple(nodes) if names else (),
        tuple(averages),
        tuple(Table(t.name, t.indices, t.expression.xreplace(put), t.meaning) for t in tables),
        tuple((table.name, rank) for table, rank in unknown),
        tuple(Block(b.row, b.column, b.indices, b.expression.xreplace(put)) for b in blocks),
    )


def _table(table: IndexedBase, rank: int, expression: Expr) -> Table:
    return Table(table.name, tuple(str(i) for i in INDICES[:rank]), expression)


def _plain(F: Potential) -> tuple[GroupStage, ...]:
    """A plain step of the fixed point: each equation solved for the table that it contains alone."""
    d = stationarity(F)

    def solved(equation: IndexedBase, table: IndexedBase, rank: int) -> Table:
        return _table(table, rank, isolated(d[equation], entry(table, rank)))

    stiff = _table(ridge, 1, F.stiffness)
    weights = isolated(d[Vh2], V2[k])
    return (
        _stage("forces", "stationarity in V1 and V2", "V1 V2", F, [solved(V1, Vh1, 2), solved(V2, Vh2, 1)]),
        _stage(
            "weights",
            "stationarity in Vh2 and R",
            "Vh2 R",
            F,
            [stiff, _table(V2, 1, weights), solved(R, D, 1)],
        ),
        _stage(
            "resolvent",
            "the matrix whose inverse is P",
            "Vh1 D",
            F,
            [Table("inverse_P", ("k", "l"), F.determinant.matrix(k, l))],
        ),
        _stage("fields", "stationarity in Vh1 and D", "D P", F, [solved(Vh1, V1, 2), solved(D, R, 1)]),
    )


def _pairs(
    tables: tuple[tuple[IndexedBase, int], ...], second: Callable[[Expr, Expr], Expr]
) -> Iterable[tuple[IndexedBase, IndexedBase, tuple[str, ...], Expr]]:
    """Of the blocks of a symmetric matrix those on and above the diagonal, without those that vanish."""
    for place, (row, rank) in enumerate(tables):
        for column, other in tables[place:]:
            found = second(entry(row, rank), entry(column, other, rank))
            if found != 0:
                yield row, column, tuple(str(i) for i in INDICES[: rank + other]), found


def _newton(F: Potential) -> GroupStage:
    """Slope and curvature of F0 in all its variables."""
    blocks = [
        Block(row.name, column.name, indices, _written(F, found))
        for row, column, indices, found in _pairs(STATE, lambda a, b: by(F.fluctuation, a, b))
    ]
    slopes = stationarity(F)
    blocks += [Block(t.name, "", tuple(str(i) for i in INDICES[:rank]), slopes[t]) for t, rank in STATE]
    reads = "V1 V2 Vh1 Vh2 D R P"
    return _stage("newton", "slope and curvature of F0", reads, F, [_table(ridge, 1, F.stiffness)], STATE, blocks)


def _means(F: Potential) -> GroupStage:
    """Slope and curvature of E in the means: it is quadratic in them."""
    blocks = [
        Block(row.name, column.name, indices, _written(F, found))
        for row, column, indices, found in _pairs(MODES, lambda a, b: by(F.energy, a, b))
    ]
    at_zero = {s: S.Zero for s in (f0, f1, *(t[k] for t, _ in MODES))}
    for table, _ in MODES:
        slope = _written(F, by(F.energy, table[k])).xreplace(at_zero)
        if slope != 0:
            blocks.append(Block(table.name, "", ("k",), slope))
    return _stage("means", "slope at 0, and curvature, of E in its variables", "V1 V2 D", F, (), MODES, blocks)


def _variances(F: Potential) -> GroupStage:
    """The slope of E in the variables of F0, at its stationary point."""
    squared = F.residual.subs({f0: F.means[0], f1: F.means[1]})
    blocks = []
    for table, rank in STATE:
        slope = by(F.energy.subs(squared, r2), entry(table, rank))
        if slope != 0:
            blocks.append(Block(table.name, "", tuple(str(i) for i in INDICES[:rank]), _written(F, slope)))
    return _stage("variances", "slope of E in the variables of F0", "V1 V2 A m_v m_e b_v b_e", F, (), STATE, blocks)


def _errors(F: Potential) -> GroupStage:
    """Mean squares of the residual: before a sample is seen, and after (softened by 1 + V)."""
    variance = over(lambda i, j: c1[i] * c1[j] * Q1[i, j], 2) + over(lambda i: c22[i] * Q2[i])
    before, after = Mean(r2 + extra), Mean((r2 + extra + noise2) * q**2)
    stage = _stage(
        "errors",
        "mean square error on fresh samples without their noise, and on the training samples with it",
        "V1 V2 A m_v m_e Q1 Q2",
        F,
        [Table(name, (), _written(F, e)) for name, e in (("test_error", before), ("train_error", after))],
    )
    nodes = (*stage.nodes, Table("extra", (), variance, "variance of the output over the readout's fluctuations"))
    return replace(stage, nodes=nodes)

"""The stages that find the stationary point of the potential: all derivatives are by one entry of
one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import product

from sympy import Expr, Function, Indexed, IndexedBase, S, Symbol, log

from ..ir.stationary import Block, Stage, Value
from .indexed import INDICES, by, entry
from .means import Mean, collected, spread
from .potential import (
    Potential,
    Tables,
    c0,
    c1,
    c22,
    extra,
    f0,
    f1,
    h0,
    h1,
    h2,
    isolated,
    one_group,
    potential,
    q,
    r2,
)
from .reading import kappa, noise2

__all__ = ["isotropic_law", "stages", "stages_of_one_group", "stationarity"]

#: What stages may read beside the parameters, in the order in which they take it.
READ = (
    *("V1", "V2", "Vh1", "Vh2", "D", "R", "P"),
    *("t1", "t1_slope", "W_vv", "W_ve", "W_ee", "W_vv_slope", "W_ve_slope", "W_ee_slope"),
    *("A", "m_v", "m_e", "b_v", "b_e", "Q1", "Q2"),
)


@cache
def stages(loss: Callable[[Expr, Expr], Expr], penalty: Expr) -> tuple[Stage, ...]:
    """Of groups of neurons, whose number stays a symbol."""
    return _stages(potential(loss, penalty))


@cache
def stages_of_one_group(loss: Callable[[Expr, Expr], Expr], penalty: Expr) -> tuple[Stage, ...]:
    """Of one group: numbers instead of tables, and the law of the bulk by its functions."""
    return (*_stages(one_group(potential(loss, penalty))), isotropic_law())


def _stages(F: Potential) -> tuple[Stage, ...]:
    return (*_plain(F), _newton(F), _means(F), _variances(F), _errors(F))


def isotropic_law() -> Stage:
    """t1, W and their slopes for C = c: L = log(1 + c x), and the corner of 1/(1 + x C) is 1/(1 + c
    x)."""
    x, variance = Symbol("x", positive=True), Symbol("c", positive=True)
    inverse = 1 + variance * x
    law = {"t1": log(inverse).diff(x), "W_vv": inverse, "W_ve": S.Zero, "W_ee": inverse}
    values = [Value(name, e) for name, e in law.items()]
    values += [Value(f"{name}_slope", e.diff(x)) for name, e in law.items()]
    meaning = "t1, W and their slopes of a bulk C = c"
    return Stage(
        "isotropic_law",
        meaning,
        ("x",),
        values=tuple(values),
        returns=tuple(v.name for v in values),
    )


def stationarity(F: Potential) -> dict[IndexedBase | Symbol, Expr]:
    """dF0 = 0 by table."""
    return {table: _written(F, by(F.fluctuation, entry(table, rank))) for table, rank in F.state}


def _ridge(F: Potential) -> IndexedBase | Symbol:
    """lambda + Vh2 + c R."""
    return IndexedBase("ridge") if F.inverse is not None else Symbol("ridge")


def _written(F: Potential, expression: Expr) -> Expr:
    """q for 1/(1 + V), f0 and f1 for the means, ``ridge`` for the stiffness, the law by its values;
    means spread."""
    ridge = _ridge(F)
    expression = expression.subs(1 + F.variance, 1 / q)
    if isinstance(ridge, Symbol):
        expression = expression.subs(F.stiffness, ridge)
    else:
        for i in INDICES[:2]:
            expression = expression.subs(F.stiffness.subs(INDICES[0], i), ridge[i])
    for mean, name in zip(F.means, (f0, f1), strict=True):
        expression = expression.subs(mean, name)
    expression = expression.replace(
        lambda e: isinstance(e, Function) and type(e).__name__ in READ,
        lambda e: Symbol(type(e).__name__),
    )
    features = (c0, c1, c22)
    tables = [t[i] for t, i in product(features, INDICES)] + [Symbol(t.name) for t in features]
    return spread(expression, (kappa, h0, h1, h2, q, r2, f0, f1, extra, *tables))


def _stage(
    name: str,
    meaning: str,
    F: Potential,
    values: Iterable[Value] = (),
    unknown: Tables = (),
    blocks: Iterable[Block] = (),
    nodes: Iterable[Value] = (),
    within: Iterable[Value] = (),
) -> Stage:
    """The averages that occur become tables of their own, with the indices that they have; values
    ``within`` come first, and are not returned."""
    returned, blocks = tuple(values), tuple(blocks)
    values = (*within, *returned)
    names = collected([*(v.expression for v in values), *(b.expression for b in blocks)])
    averages, put = [], {}
    for mean, symbol in names.items():
        indices = tuple(str(i) for i in INDICES if i in mean.free_symbols)
        averages.append(Value(symbol.name, mean.args[0], indices=indices))
        put[mean] = (
            IndexedBase(symbol.name)[tuple(i for i in INDICES if str(i) in indices)]
            if indices
            else symbol
        )
    inner = [Value("q", 1 / (1 + F.variance), "1/(1 + V)")]
    if any(r2 in m.free_symbols for m in names):
        inner += [Value(n.name, e) for n, e in zip((f0, f1), F.means, strict=True)]
        inner += [Value("r2", F.residual, "mean square of the residual given kappa")]
    found = Stage(
        name,
        meaning,
        (),
        (*inner, *nodes) if names else (),
        tuple(averages),
        tuple(Value(v.name, v.expression.xreplace(put), v.meaning, v.indices) for v in values),
        tuple((table.name, rank) for table, rank in unknown),
        tuple(Block(b.row, b.column, b.indices, b.expression.xreplace(put)) for b in blocks),
        tuple(v.name for v in returned),
    )
    made = {v.name for v in values}
    used: set[str] = set()
    for e in found.expressions():
        used |= {_name(s) for s in e.atoms(Symbol, Indexed)}
    return found.reading(tuple(x for x in READ if x in used - made))


def _name(s: Expr) -> str:
    return s.base.name if isinstance(s, Indexed) else str(s)


def _table(table: IndexedBase | Symbol, rank: int, expression: Expr) -> Value:
    return Value(table.name, expression, indices=_indices(rank))


def _indices(rank: int) -> tuple[str, ...]:
    return tuple(str(i) for i in INDICES[:rank])


def _plain(F: Potential) -> Iterator[Stage]:
    """A plain step of the fixed point: each equation solved for the table that it contains
    alone."""
    d = stationarity(F)
    state = {table.name: (table, rank) for table, rank in F.state}

    def solved(equation: str, name: str) -> Value:
        table, rank = state[name]
        return _table(table, rank, isolated(d[state[equation][0]], entry(table, rank)))

    yield _stage(
        "forces", "stationarity in V1 and V2", F, [solved("V1", "Vh1"), solved("V2", "Vh2")]
    )
    ridge = _table(_ridge(F), state["R"][1], F.stiffness)
    values = [solved("Vh2", "V2"), solved("R", "D")]
    yield _stage("weights", "stationarity in Vh2 and R", F, values, within=[ridge])
    if F.inverse is not None:
        inverse = [Value("inverse_P", F.inverse, indices=_indices(2))]
        yield _stage("resolvent", "the matrix whose inverse is P", F, inverse)
    yield _stage("fields", "stationarity in Vh1 and D", F, [solved("Vh1", "V1"), solved("D", "R")])


def _pairs(
    tables: Tables, second: Callable[[Expr, Expr], Expr]
) -> Iterator[tuple[IndexedBase | Symbol, IndexedBase | Symbol, tuple[str, ...], Expr]]:
    """Of the blocks of a symmetric matrix those on and above the diagonal, without those that
    vanish."""
    for place, (row, rank) in enumerate(tables):
        for column, other in tables[place:]:
            found = second(entry(row, rank), entry(column, other, rank))
            if found != 0:
                yield row, column, _indices(rank + other), found


def _newton(F: Potential) -> Stage:
    """Slope and curvature of F0 in all its variables."""
    blocks = [
        Block(row.name, column.name, indices, _written(F, found))
        for row, column, indices, found in _pairs(F.state, lambda a, b: by(F.fluctuation, a, b))
    ]
    slopes = stationarity(F)
    blocks += [Block(table.name, "", _indices(rank), slopes[table]) for table, rank in F.state]
    ridge = _table(_ridge(F), F.state[-1][1], F.stiffness)
    meaning = "slope and curvature of F0"
    return _stage("newton", meaning, F, unknown=F.state, blocks=blocks, within=[ridge])


def _means(F: Potential) -> Stage:
    """Slope and curvature of E in the means: it is quadratic in them."""
    blocks = [
        Block(row.name, column.name, indices, _written(F, found))
        for row, column, indices, found in _pairs(F.modes, lambda a, b: by(F.energy, a, b))
    ]
    means = [f0, f1, *(entry(table, rank) for table, rank in F.modes)]
    at_zero = dict.fromkeys(means, S.Zero)
    for table, rank in F.modes:
        slope = _written(F, by(F.energy, entry(table, rank))).xreplace(at_zero)
        if slope != 0:
            blocks.append(Block(table.name, "", _indices(rank), slope))
    return _stage(
        "means", "slope at 0, and curvature, of E in its variables", F, (), F.modes, blocks
    )


def _variances(F: Potential) -> Stage:
    """The slope of E in the variables of F0, at its stationary point."""
    squared = F.residual.subs({f0: F.means[0], f1: F.means[1]})
    blocks = []
    for table, rank in F.state:
        slope = by(F.energy.subs(squared, r2), entry(table, rank))
        if slope != 0:
            blocks.append(Block(table.name, "", _indices(rank), _written(F, slope)))
    return _stage("variances", "slope of E in the variables of F0", F, (), F.state, blocks)


def _errors(F: Potential) -> Stage:
    """Mean squares of the residual: before a sample is seen, and after (softened by 1 + V)."""
    readout = {"V1": "Q1", "V2": "Q2"}
    variance = F.variance.subs(
        {table: type(table)(readout[table.name]) for table, _ in F.state[:2]}
    )
    before, after = Mean(r2 + extra), Mean((r2 + extra + noise2) * q**2)
    return _stage(
        "errors",
        "mean square error on fresh samples without their noise, and on the training samples"
        " with it",
        F,
        [
            Value(name, _written(F, e))
            for name, e in (("test_error", before), ("train_error", after))
        ],
        nodes=[Value("extra", variance, "variance of the output over the readout's fluctuations")],
    )

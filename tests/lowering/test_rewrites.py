"""What rewrites of the table program save; that values stay is seen where kernels are compared with
numpy."""

import math
import sys
from itertools import pairwise, product

import numpy as np
import pytest
from evaluate_system import fo_anil_system
from sympy import Float, IndexedBase, Sum, Symbol, sqrt
from sympy.tensor.indexed import Indexed

from orderode.derive.ir.limits import at_infinity, without_rule
from orderode.derive.ir.roles import Role
from orderode.derive.ir.system import Definition, Index, Piece, Range
from orderode.derive.lowering import rewrites
from orderode.derive.lowering.counts import KINDS, count, table
from orderode.derive.lowering.loops.nests import nested
from orderode.derive.lowering.lower import lower
from orderode.derive.lowering.minors import over_minors
from orderode.derive.lowering.passes import PASSES, REWRITES
from orderode.derive.lowering.program import GENERAL, Rsqrt
from orderode.derive.lowering.routines import plain
from orderode.derive.lowering.work import FACTS

K, M = 4, 3
INFINITE, FINITE = ("V", "kurtosis"), ("kurtosis",)
USUALLY = (*INFINITE, GENERAL)


@pytest.fixture(scope="module")
def tables():
    system = at_infinity(fo_anil_system(), "P")
    return {off: table(system, K, M, off) for off in (INFINITE, FINITE, USUALLY)}


@pytest.mark.slow
@pytest.mark.parametrize("off", [INFINITE, FINITE])
def test_operations_before_and_after_each_rewrite(tables, off):
    rows = tables[off]
    assert [name for name, _ in rows] == ["as derived", "hoist", *REWRITES]
    totals = [sum(counts[kind] for kind in KINDS) for _, counts in rows]
    # with a finite V "separate" costs some operations per unit and field; it saves one per unit and
    # two fields without
    slack = 10 * K * (K + M) if off == FINITE else 0
    assert all(after <= before + slack for before, after in pairwise(totals))
    assert totals[-1] < totals[0] / 2


def test_transcendental_operations_are_the_fewest(tables):
    """Arcsines of pairs of fields with a unit in them; for finite V of all pairs, for each pair of
    units k <= l, too. Inverse roots of each field, of each unit and field, and of each pair of
    units k <= l and field."""
    S, pairs = K + M, K * (K + 1) // 2
    infinite, finite = (tables[off][-1][1] for off in (INFINITE, FINITE))
    assert infinite["arcsine"] == pairs + K * M
    assert finite["arcsine"] == pairs + K * M + pairs * S * (S + 1) // 2
    assert infinite["root"] == S + K * S
    assert finite["root"] == S + K * S + pairs * S


def test_what_the_usual_case_does_without(tables):
    """One step from a head that is zero, tasks of mean zero and diagonal covariance: no arcsines of
    two students, and of the moments <c_k c_l> = sum_q h_kq h_lq v_q alone."""
    before, after = (counts for _, counts in tables[USUALLY][-2:])
    assert before["arcsine"] - after["arcsine"] == K * (K + 1) // 2
    assert after["arcsine"] == K * M
    assert before["root"] == after["root"]
    saved = 2 * K * M * (M - 1) * 2  # sums over the covariance of the task, in two places
    assert before["add"] + before["multiply"] - after["add"] - after["multiply"] > saved


@pytest.mark.slow
def test_finite_support_sets():
    """Brackets are multiplied out and summed as products, which saves most of what sums over four
    fields cost; of the averages of two fields only those with a student are computed, of four only
    those of different ones along the path."""
    K, M = 3, 2
    system, S, square = without_rule(fo_anil_system()), K + M, 4
    sizes = {"K": K, "M": M, "n_path": 10, "n_square": square, "n_quartic": square, "n_fine": 7}

    def after(name):
        left = REWRITES[REWRITES.index(name) + 1 :]
        return count(nested(lower(system, fuse=True, without=left).functions[0]), sizes, FINITE)

    spread, factored, separated, last = map(
        after, ("distribute", "factor", "separate", REWRITES[-1])
    )
    assert factored["add"] + factored["multiply"] < 0.8 * (spread["add"] + spread["multiply"])
    # ... and of those beside a repeated unit each once
    assert separated["arcsine"] - last["arcsine"] == M * (M + 1) // 2 + S * (S - 1) // 2
    # of three different students, with each square and each teacher unit; of four different fields
    assert last["average"] == M * M * square + math.comb(S, 4)


def test_every_pass_has_a_name_of_its_own_and_every_rewrite_its_formula():
    """The formula stands in the rewrite's module."""
    names = [p.name for p in PASSES]
    assert len(set(names)) == len(names) and set().union(*(p.needs for p in PASSES)) <= set(FACTS)
    assert set(REWRITES) == set(rewrites.__all__)
    for name in REWRITES:
        assert "->" in sys.modules[f"{rewrites.__name__}.{name}"].__doc__, name


def test_a_bracket_is_kept_where_no_sum_gains():
    """As in the average of two steps at finite V, where one arcsine serves all terms of the
    bracket."""
    (e,) = (d for d in fo_anil_system().definitions if d.name == "E")
    assert rewrites.distribute((e,)) == (e,)


def test_distribute_and_factor_leave_values_unchanged():
    """sum_ijrs (a_ij a_rs + a_ir a_js + a_is a_jr - 2 v_i v_j v_r v_s) t_klij t_nmrs over small
    ranges, in integers."""
    fields, units = Range("fields", ("K", "M")), Range("units", ("K",))
    i, j, r, s = (Index(x, fields) for x in "ijrs")
    k, l, n, m = (Index(x, units) for x in "klnm")
    a, t, v = (IndexedBase(x) for x in ("a", "t", "v"))
    bracket = (
        a[i, j] * a[r, s] + a[i, r] * a[j, s] + a[i, s] * a[j, r] - 2 * v[i] * v[j] * v[r] * v[s]
    )
    whole = Sum(
        bracket * t[k, l, i, j] * t[n, m, r, s], *((x, 1, fields.size) for x in (i, j, r, s))
    )
    d = Definition("B", Role.SUPPORT, "", (units,) * 4, (Piece((k, l, n, m), 3 * whole),))
    table_t = Definition(
        "t", Role.AVERAGE, "", (units, units, fields, fields), (), ((0, 1), (2, 3))
    )
    made = rewrites.factor(rewrites.distribute((table_t, d)))[1:]
    assert (
        max(
            len({*p.indices, *(x for q in p.expression.atoms(Sum) for x, _, _ in q.limits)})
            for p in (x.piece for x in made)
        )
        == 6
    ), "as many nested loops as the product of two matrices per pair needs"
    rng = np.random.default_rng(0)
    values = {
        "a": rng.integers(-3, 4, (3, 3)),
        "v": rng.integers(-3, 4, 3),
        "t": rng.integers(-3, 4, (2, 2, 3, 3)),
    }
    values["a"] += values["a"].T
    values["t"] = sum(
        values["t"].transpose(p) for p in ((0, 1, 2, 3), (1, 0, 2, 3), (0, 1, 3, 2), (1, 0, 3, 2))
    )
    A, V, T = (values[x] for x in "avt")
    expected = 3 * (
        np.einsum("ij,rs,klij,nmrs->klnm", A, A, T, T)
        + 2 * np.einsum("ir,js,klij,nmrs->klnm", A, A, T, T)
        - 2 * np.einsum("i,j,r,s,klij,nmrs->klnm", V, V, V, V, T, T)
    )
    for x in made:
        values[x.name] = tabulated(x, values)
    assert np.array_equal(values["B"], expected)


def tabulated(d, values):
    """The array of a definition by its expression, sums written out, element by element."""
    sizes = {("K",): 2, ("K", "M"): 3}

    def value(e, at):
        if isinstance(e, Sum):
            loops = [range(sizes[x.rng.parts]) for x, _, _ in e.limits]
            names = [x for x, _, _ in e.limits]
            return sum(
                value(e.function, at | dict(zip(names, p, strict=True))) for p in product(*loops)
            )
        if isinstance(e, Indexed):
            return int(values[str(e.base)][tuple(at[x] for x in e.indices)])
        if e.is_number:
            return int(e)
        if e.is_Symbol:
            return int(values[e.name])
        parts = [value(x, at) for x in e.args]
        return sum(parts) if e.is_Add else parts[0] ** parts[1] if e.is_Pow else math.prod(parts)

    shape = [sizes[r.parts] for r in d.ranges]
    found = np.empty(shape, dtype=int)
    for place in product(*map(range, shape)):
        found[place] = value(d.piece.expression, dict(zip(d.piece.indices, place, strict=True)))
    return found


def test_roots_of_minors():
    """The average of four fields needs eight roots for each scale of the couplings, of the minors
    with two and three fields, four more at the start, and keeps its value to 25 digits, at
    variances up to 100 and for equal fields."""
    (kernel,) = fo_anil_system().kernels
    routine = plain(kernel)
    lines = dict(routine.parts)
    ((_, body),) = routine.sums
    assert len({x for e in routine.expressions for x in e.atoms(Rsqrt)}) == (4 + 4) + 4
    (total,) = kernel.expression.atoms(Sum)
    rng = np.random.default_rng(1)
    for scale, equal in ((1.0, False), (100.0, False), (3.0, True)):
        weights = rng.standard_normal((4, 6)) * math.sqrt(scale / 6)
        weights[1] = weights[0] if equal else weights[1]
        upper = (weights @ weights.T)[np.triu_indices(4)]
        at = {v: Float(float(c), 40) for v, c in zip(kernel.arguments, upper, strict=True)}
        at |= {x: Float("0.83", 40) for x in body.atoms(Indexed) | total.function.atoms(Indexed)}
        at |= {x: Float("0.83", 40) for e in lines.values() for x in e.atoms(Indexed)}
        found = dict(at)
        for name, e in lines.items():
            found[name] = plain_roots(e).xreplace(found).evalf(40)
        assert all(
            x.args[0].xreplace(found) > 0 for e in routine.expressions for x in e.atoms(Rsqrt)
        )
        value = plain_roots(body).xreplace(found).evalf(40)
        expected = total.function.xreplace(at).evalf(40)
        assert abs(value - expected) < abs(expected) * Float("1e-25", 40)


def plain_roots(e):
    return e.replace(Rsqrt, lambda x: 1 / sqrt(x))


def test_minors_under_a_root_are_positive():
    """Whichever sign the factors of a polynomial come with."""
    a, b, z = Symbol("a", real=True), Symbol("b", positive=True), Symbol("z", positive=True)
    assert over_minors(1 / sqrt(b - a**2 * z)) == Rsqrt(b - a**2 * z)


def test_a_sum_over_rows_is_not_taken_for_one_over_all():
    """x_k + x_l + total, x_k = sum_b a_kb and total = sum_kb a_kb: the same body with other indices
    summed over, in either order."""
    units = Range("units", ("K",))
    k, l, b, c = (Index(x, units) for x in "klbc")
    a, v = IndexedBase("a"), IndexedBase("v")
    row = Sum(a[k, b], (b, 1, units.size)) * v[l]
    total = Sum(a[b, c], (b, 1, units.size), (c, 1, units.size))
    for first, second in ((row, total), (total, row)):
        pieces = (Piece((k, l), first), Piece((k, l), second))
        both = [
            Definition(f"E{n}", Role.FORCE, "", (units,) * 2, (p,)) for n, p in enumerate(pieces)
        ]
        made = {d.name: d for d in rewrites.factor(tuple(both))}
        for d in made.values():
            for e in d.piece.expression.atoms(Indexed):
                if (name := str(e.base)) in made:
                    assert len(e.indices) == len(made[name].ranges)
            plain = {s.name for s in d.piece.expression.free_symbols} & set(made)
            read = {str(e.base) for e in d.piece.expression.atoms(Indexed)}
            assert all(made[name].ranges == () for name in plain - read)

"""Groups of neurons with spikes of their own: the derived potential, the emitted solvers, limits,
numpy against C."""

import ctypes
import shutil

import numpy as np
import one_step_reference as reference
import pytest
import sympy

from orderode.derive.models import srf
from orderode.derive.readouts import indexed, potential, stages
from orderode.derive.readouts.indexed import LogDet, by, over
from orderode.derive.readouts.reading import read
from orderode.models.catalogue import GENERATED
from orderode.solvers.fixed_point import load_fixed_point_solver
from orderode.solvers.numpy import load_module

MODEL = read(srf.MODEL)
SRF = load_module("srf", GENERATED)


def solved(activation, target, alpha, beta, lam, gamma, u, c, fraction, **more):
    found = SRF.solve(
        activation, target, SRF.Parameters(alpha, beta, lam, gamma, u, c, fraction, **more)
    )
    assert (found.status == 0).all()
    return found


def random_point(rng, groups):
    """Everything of order one; the ridge from 0.01 to 3."""
    fraction = rng.uniform(0.2, 1, groups)
    return {
        "alpha": rng.uniform(0.4, 3), "beta": rng.uniform(0.3, 2.5), "lam": 10 ** rng.uniform(-2, 0.5),
        "gamma": rng.uniform(-0.9, 0.9), "u": rng.uniform(-2, 2, groups), "c": rng.uniform(0.5, 2, groups),
        "fraction": fraction / fraction.sum(), "noise2": rng.uniform(0, 1),
        "inverse_p": float(rng.choice([0.0, 1e-3])),
    }  # fmt: skip


# -- calculus with indices -------------------------------------------------------------------------


def explicit(expression, size):
    """Sums and entries written out for ``size`` groups: tables become symbols."""
    expression = expression.subs(indexed.K, size).doit()
    return expression.replace(
        lambda e: isinstance(e, sympy.Indexed),
        lambda e: sympy.Symbol(f"{e.base.label}_{'_'.join(map(str, e.indices))}"),
    )


def test_derivatives_by_an_entry_are_those_of_the_sum_written_out():
    a, x, y = (sympy.IndexedBase(n) for n in "axy")
    k, l, m = indexed.INDICES[:3]
    energy = sympy.log(1 + over(lambda i, j: a[i] * a[j] * x[i, j], 2) + over(lambda i: y[i] ** 2))
    written = explicit(energy, 2)
    values = {
        s: sympy.Rational(i + 1, 7) for i, s in enumerate(sorted(written.free_symbols, key=str))
    }
    for places in ((0, 0, 1), (0, 1, 0), (1, 1, 1)):
        numbers = dict(zip((k, l, m), places, strict=True))
        first, second = sympy.Symbol(f"x_{places[0]}_{places[1]}"), sympy.Symbol(f"y_{places[2]}")
        for found, wanted in (
            (by(energy, x[k, l]), written.diff(first)),
            (by(energy, x[k, l], y[m]), written.diff(first, second)),
        ):
            assert sympy.N(
                (explicit(found.subs(numbers), 2) - wanted).subs(values), 20
            ) == pytest.approx(0, abs=1e-15)
    kept = by(over(lambda i: y[i] ** 2 * a[i]) ** 2, y[k])  # one sum is done, the other is left
    assert len(kept.atoms(sympy.Sum)) == 1


def test_the_logarithm_of_a_determinant():
    """First and second derivatives by entries, against the determinant of three groups written
    out."""
    x, d, P = (sympy.IndexedBase(n) for n in ("x", "d", "P"))
    k, l, m, n = indexed.INDICES
    of = LogDet(sympy.KroneckerDelta(k, l) / d[k] + x[k, l], P)
    rng = np.random.default_rng(0)
    values = {f"x_{i}_{j}": v for (i, j), v in np.ndenumerate(rng.uniform(0, 0.3, (3, 3)))}
    values = {name: values[min(name, f"x_{name[4]}_{name[2]}")] for name in values}  # symmetric
    values |= {f"d_{i}": v for i, v in enumerate(rng.uniform(0.5, 2, 3))}
    matrix = sympy.Matrix(3, 3, lambda i, j: explicit(of.matrix(k, l).subs({k: i, l: j}), 3))
    inverse = matrix.subs(values).inv()
    values |= {f"P_{i}_{j}": inverse[i, j] for i in range(3) for j in range(3)}

    def at(expression, places):
        return float(explicit(expression.subs(places), 3).subs(values))

    logdet = sympy.log(matrix.det())
    for entries, symbols in (
        ((x[k, l],), ("x_0_1",)),
        ((d[k],), ("d_0",)),
        ((x[k, l], x[m, n]), ("x_0_1", "x_2_2")),
        ((x[k, l], d[m]), ("x_0_1", "d_2")),
        ((d[k], d[l]), ("d_0", "d_1")),
        ((d[k], d[l]), ("d_0", "d_0")),
    ):
        indices = [i for e in entries for i in e.indices]
        numbers = [int(x) for s in symbols for x in s.split("_")[1:]]
        wanted = float(logdet.diff(*symbols).subs(values))
        assert at(by(of, *entries), dict(zip(indices, numbers, strict=True))) == pytest.approx(
            wanted, rel=1e-12
        )


def test_stationarity_is_the_published_fixed_point():
    F = potential.potential(MODEL.loss, MODEL.penalty)
    plain = {
        t.name: t.expression
        for stage in stages.stages(MODEL.loss, MODEL.penalty)
        for t in stage.values
    }
    k = indexed.INDICES[0]
    stiff = (
        sympy.Symbol("lam", nonnegative=True) + potential.Vh2[k] + potential.c[k] * potential.R[k]
    )
    assert (plain["ridge"] - stiff).expand() == 0 and (F.stiffness - stiff).expand() == 0
    assert (plain["V2"] - potential.fraction[k] / sympy.IndexedBase("ridge")[k]).expand() == 0
    beta = sympy.Symbol("beta", nonnegative=True)
    assert (plain["D"] - beta * potential.c[k] * plain["V2"]).expand() == 0
    with pytest.raises(ValueError, match="not quadratic"):
        potential.potential(lambda y, f: (y - f) ** 4, MODEL.penalty)


def test_one_group_is_the_case_of_one():
    """The law of any bulk is, for C = 1, what the groups' determinant and price are at K = 1."""
    F = potential.potential(MODEL.loss, MODEL.penalty)
    one = potential.one_group(F)
    D, Vh1, b_v, b_e = sympy.symbols("D Vh1 b_v b_e")
    x = D * Vh1
    assert one.determinant == potential.L(x)
    assert sympy.simplify(sympy.exp(potential.single(F.determinant)) - (1 + x)) == 0
    law = {potential.W[e](x): sympy.Integer(e != "ve") * (1 + x) for e in ("vv", "ve", "ee")}
    assert sympy.simplify(one.price.subs(law) - potential.single(F.price)) == 0
    assert sympy.simplify(one.price.subs(law) - D * (b_v**2 + b_e**2)) == 0
    assert not one.fluctuation.has(sympy.Indexed, sympy.Sum) and not one.energy.has(
        sympy.Indexed, sympy.Sum
    )


# -- reference points and limits -------------------------------------------------------------------


def test_two_opposite_spikes():
    """Relu, sine: half a unit of the last digit given; a hundred times more between both
    backends."""
    found = solved("relu", "sin", 2.0, 1.5, 0.1, 0.8, [1.5, -1.5], 1.0, 0.5)
    assert found.test_error == pytest.approx(0.176007, abs=5.1e-7)
    assert found.V1.shape == (1, 2, 2) and found.A.shape == (1, 2)


@pytest.mark.parametrize("activation", ["erf", "relu"])
@pytest.mark.parametrize("count", [2, 3])
def test_groups_at_other_points(activation, count):
    """Rounding of two independent ways. The modes of groups that are much alike (A, m_v) are badly
    determined one by one, the output that they make together well."""
    rng = np.random.default_rng([len(activation), count])
    for target in ("sign", "sin", "sin2", "erf"):
        p = random_point(rng, count)
        found = solved(activation, target, **p)
        p["fractions"] = p.pop("fraction")
        wanted = reference.solve_groups(activation, target, **p)
        for name in wanted.keys() - {"A", "m_v"}:
            value = wanted[name]
            assert getattr(found, name)[0] == pytest.approx(
                value, rel=1e-10, abs=1e-10 * np.abs(value).max()
            ), name
        outputs = [
            mean_output(activation, p["u"], p["c"], *x)
            for x in ((found.A[0], found.m_v[0]), (wanted["A"], wanted["m_v"]))
        ]
        assert outputs[0] == pytest.approx(outputs[1], abs=1e-8)


def mean_output(activation, u, c, A, m_v):
    """The mean of the output given kappa, times the root of the weight, at the nodes of kappa."""
    kappa, weight = reference.nodes()
    each = [reference.students(activation, a * kappa, b)[:2] for a, b in zip(u, c, strict=True)]
    return np.sqrt(weight) * sum(
        x * c0 + y * kappa * c1 for x, y, (c0, c1) in zip(A, m_v, each, strict=True)
    )


def test_numbers_are_those_of_one_group():
    """Numbers instead of tables, and no fraction, are one group; so does a problem file have it."""
    rng = np.random.default_rng(5)
    for activation, target in (("erf", "sign"), ("relu", "sin"), ("tanh", "he3")):
        p = random_point(rng, 1)
        found = solved(activation, target, **p)
        numbers = {k: float(np.ravel(v)[0]) for k, v in p.items() if k != "fraction"}
        plain = SRF.solve(activation, target, SRF.Parameters(**numbers))
        for name in found._fields:
            assert np.array_equal(getattr(found, name), getattr(plain, name)), name


def test_groups_that_are_alike_are_one():
    """Also where the unpenalised modes c0 of the groups are the same function: their sum is
    determined alone."""
    p = random_point(np.random.default_rng(6), 1) | {"inverse_p": 0.0}
    whole = solved("relu", "sin", **p)
    parts = solved(
        "relu",
        "sin",
        **p | {"u": np.repeat(p["u"], 3), "c": np.repeat(p["c"], 3), "fraction": [0.2, 0.3, 0.5]},
    )
    for name in ("test_error", "train_error"):
        assert getattr(parts, name) == pytest.approx(getattr(whole, name), rel=1e-11)
    for name in ("A", "V2", "m_e", "Q2"):
        assert getattr(parts, name).sum() == pytest.approx(getattr(whole, name)[0, 0], rel=1e-9)
    assert parts.A[0] == pytest.approx(np.full(3, whole.A[0, 0] / 3), rel=1e-9)  # of least norm


def test_odd_features_do_not_see_the_sign_of_a_spike():
    """Erf: a neuron with -u is one with u and the other sign, so c0 of both groups is one function
    but for its sign."""
    p = random_point(np.random.default_rng(7), 2) | {
        "u": np.array([1.5, -1.5]),
        "c": np.array([1.2, 1.2]),
    }
    p["inverse_p"] = 0.0
    opposite, same = (
        solved("erf", "sign", **p),
        solved("erf", "sign", **p | {"u": np.array([1.5, 1.5])}),
    )
    assert opposite.test_error == pytest.approx(same.test_error, rel=1e-12)
    assert opposite.A * [1, -1] == pytest.approx(same.A, rel=1e-10)
    assert opposite.A.sum() == pytest.approx(0, abs=1e-10)


def test_the_order_of_groups_is_of_no_account():
    p = random_point(np.random.default_rng(8), 3)
    turned = {k: v[[2, 0, 1]] if np.ndim(v) else v for k, v in p.items()}
    first, second = (solved("relu", "erf", **x) for x in (p, turned))
    assert first.test_error == pytest.approx(second.test_error, rel=1e-12)
    assert first.V1[0][np.ix_([2, 0, 1], [2, 0, 1])] == pytest.approx(second.V1[0], rel=1e-10)


def test_a_group_of_few_neurons_changes_little():
    """Its share times what it does: linear in the share."""
    p = {"alpha": 2.0, "beta": 1.5, "lam": 0.1, "gamma": 0.8, "c": 1.0, "u": [1.5, -1.0]}
    small = [
        solved("relu", "sin", fraction=[1 - f, f], inverse_p=1e-3, **p).test_error[0]
        for f in (1e-6, 2e-6)
    ]
    alone = SRF.solve(
        "relu", "sin", SRF.Parameters(2.0, 1.5, 0.1, 0.8, 1.5, inverse_p=1e-3)
    ).test_error
    assert small[1] - alone == pytest.approx(2 * (small[0] - alone), rel=1e-2)
    assert small[0] == pytest.approx(alone, rel=1e-2)


def test_the_training_error_is_that_of_the_least_energy():
    """d/dlambda of the least alpha/beta train + lambda |a|^2/p is |a|^2/p: central differences,
    error 1e-6."""
    step = 2e-4
    for inverse_p in (0.0, 1e-3):
        p = {
            "alpha": 1.3,
            "beta": 1.1,
            "gamma": 0.7,
            "u": [1.2, -0.5],
            "c": [1.0, 1.5],
            "fraction": [0.4, 0.6],
        }
        s = solved(
            "relu",
            "sin",
            lam=np.array([0.2 - step, 0.2 + step]),
            noise2=0.2,
            inverse_p=inverse_p,
            **p,
        )
        train, size = np.diff(s.train_error)[0], np.diff(s.Q2.sum(axis=1))[0]
        assert 1.3 / 1.1 * train == pytest.approx(-0.2 * size, rel=2e-6)


def test_hard_points_are_solved():
    """Ridges from 1e-8 to 100 at n = p, where the susceptibilities grow like lambda^(-1/2)."""
    rng = np.random.default_rng(1)
    points = [random_point(rng, 3) for _ in range(12)]
    p = {k: np.array([x[k] for x in points]) for k in points[0]} | {
        "lam": 10 ** np.linspace(-8, 2, 12)
    }
    for activation in ("erf", "relu"):
        solved(activation, "sin", **p | {"alpha": p["beta"]})


# -- C ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def solver():
    if not shutil.which("cc") and not shutil.which("gcc"):
        pytest.skip("no C compiler")
    return load_fixed_point_solver("srf", "c")


@pytest.mark.parametrize("count", [1, 2, 4])
def test_c_and_numpy_agree(solver, count):
    """max|a - b| <= 1e-11 max|b|; of the modes of groups that may be alike the output they make
    together, to 1e-8."""
    rng = np.random.default_rng(count)
    numpy = load_fixed_point_solver("srf", "numpy")
    for activation, target in (
        ("erf", "sign"),
        ("erf", "erf"),
        ("relu", "sin"),
        ("tanh", "tanh"),
        ("relu", "he3"),
    ):
        points = [random_point(rng, count) for _ in range(4)]
        p = {k: np.array([x[k] for x in points]) for k in points[0]}
        a, b = (s.solve(activation, target, p) for s in (solver, numpy))
        assert not a.status.any() and not b.status.any()
        for output, values in b.values.items():
            assert a.values[output].shape == values.shape
            if output not in ("A", "m_v"):
                error = np.abs(a.values[output] - values).max()
                assert error <= 1e-11 * max(np.abs(values).max(), 1e-3), (
                    activation,
                    target,
                    output,
                )
        if activation != "tanh":
            for i in range(4):
                modes = ((s.values["A"][i], s.values["m_v"][i]) for s in (a, b))
                outputs = [mean_output(activation, p["u"][i], p["c"][i], *x) for x in modes]
                assert outputs[0] == pytest.approx(outputs[1], abs=1e-8)


def batch(rng, points, count):
    found = [random_point(rng, count) for _ in range(points)]
    return {k: np.array([x[k] for x in found]) for k in found[0]}


def test_points_of_a_batch_do_not_see_each_other(solver):
    p = batch(np.random.default_rng(2), 4, 2)
    together = solver.solve("erf", "sign", p)
    for i in range(4):
        alone = solver.solve("erf", "sign", {n: v[i : i + 1] for n, v in p.items()})
        assert all(np.array_equal(alone.values[o][0], together.values[o][i]) for o in alone.values)


def test_alike_groups_in_c(solver):
    """The solution of least norm by rotations is that of numpy's pseudo-inverse; without features
    c0 it is 0."""
    p = batch(np.random.default_rng(3), 2, 3) | {"inverse_p": np.zeros(2)}
    p["u"], p["c"] = np.tile([1.0, -1.0, 1.0], (2, 1)), np.ones((2, 3))
    p["u"][1] = 0.0
    found, wanted = (
        s.solve("erf", "sin", p) for s in (solver, load_fixed_point_solver("srf", "numpy"))
    )
    assert not found.status.any()
    assert found.values["A"] == pytest.approx(wanted.values["A"], rel=1e-8, abs=1e-12)
    assert (found.values["A"][1] == 0).all()
    assert found.values["test_error"] == pytest.approx(wanted.values["test_error"], rel=1e-11)


def called(solver, changes=None, groups=2, spare=0):
    """The status of a call with these changes to good arguments, and the work array."""
    p = batch(np.random.default_rng(4), 1, 2) | {k: np.array(v) for k, v in (changes or {}).items()}
    given = np.array([[p[name][0] for name in solver.entry.parameters]])
    results, overlaps = np.full(64, 12.0), np.zeros(64)
    work = np.full(int(solver.work_size(2)) + spare, 4321.0)
    arrays = [
        given,
        *(np.ascontiguousarray(p[t]) for t in solver.entry.arrays),
        results,
        overlaps,
        work,
    ]
    pointers = [x.ctypes.data_as(ctypes.c_void_p) for x in arrays]
    status = solver.library.srf_solve(0, 0, ctypes.c_size_t(1), groups, *pointers)
    assert status == 0 or (results == 12.0).all()
    return status, work


@pytest.mark.parametrize(
    "bad",
    [
        {"alpha": [0.0]}, {"gamma": [1.01]}, {"noise2": [np.nan]}, {"c": [[1.0, 0.0]]}, {"u": [[np.inf, 1.0]]},
        {"fraction": [[0.5, 0.6]]}, {"fraction": [[1.0, 0.0]]}, {"fraction": [[np.nan, 1.0]]},
    ],
)  # fmt: skip
def test_c_refuses_bad_arguments(solver, bad):
    assert called(solver)[0] == 0
    assert called(solver, bad)[0] >= 8


def test_c_refuses_numbers_of_groups(solver):
    assert called(solver, groups=0)[0] == 7 and called(solver, groups=33)[0] == 7
    assert (
        solver.work_size(0) == 0
        and solver.work_size(33) == 0
        and solver.work_size(32) > solver.work_size(31)
    )


def test_the_work_array_is_as_large_as_said(solver):
    status, work = called(solver, spare=8)
    size = int(solver.work_size(2))
    assert status == 0 and (work[size:] == 4321.0).all()
    assert (work[:size] != 4321.0).mean() > 0.6  # some is for other stages or more of the same


def test_failures_are_said_by_status_in_both(solver):
    """lambda = 0 with fewer samples than neurons has no fixed point; the other point of the batch
    is solved."""
    p = batch(np.random.default_rng(9), 2, 2)
    p |= {
        "alpha": np.array([0.3, 2.0]),
        "beta": np.ones(2),
        "lam": np.array([0.0, 0.1]),
        "inverse_p": np.zeros(2),
    }
    for backend in (solver, load_fixed_point_solver("srf", "numpy")):
        found = backend.solve("erf", "sign", p)
        assert found.status[0] in (1, 2) and found.status[1] == 0
        for values in found.values.values():
            assert np.isnan(values[0]).all() and np.isfinite(values[1]).all()

"""Functions backwards against differences of eighth order of the functions themselves."""

import itertools
import math

import numpy as np
import pytest
from any_arrays import given, module

from orderode import solvers
from orderode.models.catalogue import catalogue, entry
from orderode.solvers.base import State
from orderode.solvers.layout import layout
from orderode.theory.differences import places, weights

SYSTEMS = [e.name for e in catalogue()]
SIZES = [(1, 1), (2, 3), (3, 2), (4, 1), (1, 5), (5, 4)]
STEPS = (2.0**-5, 2.0**-7, 2.0**-9)
#: Between the kinks of a step that is not smooth at the nodes of a rule, of which a step of
#: differences then hardly meets one.
SHORT = (2.0**-21, 2.0**-22)
KINKED = ("adatron_sign",)


def limits(name):
    """Names of the numbers of samples that are finite, in each case that has equations."""
    e, cases = entry(name), []
    sizes = [p for p in ("P", "V") if p in e.parameters]
    for values in itertools.product(("inf", "integer"), repeat=len(sizes)):
        named = dict(zip(sizes, values, strict=True))
        if all(e.limits.get(case, "exact") != "refused" for case in named.items()):
            cases.append(tuple(p for p, v in named.items() if v == "integer"))
    return cases


CASES = [(name, finite) for name in SYSTEMS for finite in limits(name)]


def one(name, finite, K, M, **more):
    """A state, and all parameters by name."""
    state, T, values = given(name, finite, 1, K, M, batch=1, **more)
    names = [x.name for x in entry(name).state]
    return State.of(names, [x[..., 0] for x in state]), {**values, "T": T[..., 0]}


def slope(function, value, scale, steps):
    """f' by differences, with the step that errs least."""
    best, least, here = None, math.inf, function(value)
    for step in steps:
        h = step * scale
        apart = np.array([function(value + h * t) for t in places(ahead=False)]) - here
        fine, rough = np.tensordot(weights(ahead=False), apart, axes=1) / h
        if (error := np.abs(fine - rough).max()) < least:
            best, least = fine, error
    return best


def packed_as(name, K, M):
    e = entry(name)
    return layout(e.state, K, M, *([2] if "blocks" in e.state[0].shape else []))


def deviations(name, finite, K, M, change=lambda x: x, backend="c", **more):
    """The slopes that functions give backwards less the differences, of the largest element."""
    state, chosen = one(name, finite, K, M, **more)
    solver, e = solvers.load(name, backend), entry(name)
    flat = packed_as(name, K, M)
    y = flat.pack(state)
    steps = SHORT if name in KINKED else STEPS
    for function in ("rhs", *e.outputs):

        def value(x, p, function=function):
            s = flat.unpack(x)
            if function == "rhs":
                return flat.pack(solver.rhs(s, p))
            return np.array([solver.observable(function, s, p)])

        factors = np.eye(flat.size) if function == "rhs" else np.ones(1)
        by_state, by_parameter = map(change, solver.backwards(function, state, factors, chosen))
        pairs = []
        for i, axis in enumerate(np.eye(flat.size)):
            found = slope(lambda t, axis=axis: value(y + t * axis, chosen), 0.0, 0.5, steps)
            pairs.append((by_state[:, i], found))
        for i, p in enumerate(e.continuous):
            v = chosen[p]
            if math.isfinite(v):
                found = slope(lambda t, p=p: value(y, {**chosen, p: t}), v, 0.5 * v, steps)
                pairs.append((by_parameter[:, i], found))
            else:
                assert not by_parameter[:, i].any()
        for made, expected in pairs:
            yield np.abs(made - expected).max() / (np.abs(expected).max() + 1e-2)


def allowed(name):
    """Differences over a short step round."""
    return 1e-5 if name in KINKED else 1e-9


@pytest.mark.parametrize("backend", ["c", "numpy"])
@pytest.mark.parametrize(
    ("name", "finite"),
    [("fo_anil", ()), ("sgd_relu", ("V",)), ("logistic", ()), ("structured_sgd", ("V",))],
)
def test_slopes_backwards(name, finite, backend):
    assert max(deviations(name, finite, 2, 2, backend=backend)) < allowed(name)


def between(name, finite, K, M, **more):
    """What numpy gives backwards less what C does, of the largest element of each column."""
    state, chosen = one(name, finite, K, M, **more)
    c, numpy = (solvers.load(name, backend) for backend in ("c", "numpy"))
    for function in ("rhs", *entry(name).outputs):
        rows = np.eye(packed_as(name, K, M).size) if function == "rhs" else np.ones(1)
        made = numpy.backwards(function, state, rows, chosen)
        for x, y in zip(made, c.backwards(function, state, rows, chosen), strict=True):
            yield (np.abs(x - y).max(axis=0) / (np.abs(y).max(axis=0) + 1e-2)).max()


@pytest.mark.slow
@pytest.mark.parametrize(("name", "finite"), CASES)
def test_slopes_of_every_system_at_every_limit(name, finite):
    for K, M in SIZES[1:3]:
        assert max(deviations(name, finite, K, M)) < allowed(name)


@pytest.mark.slow
@pytest.mark.parametrize("name", SYSTEMS)
def test_slopes_at_other_sizes(name):
    finite = limits(name)[-1]
    for K, M in SIZES:
        if "nodes" not in entry(name).arrays or K + M < 8:
            assert max(deviations(name, finite, K, M)) < allowed(name)


@pytest.mark.slow
@pytest.mark.parametrize("name", SYSTEMS)
def test_numpy_gives_what_c_gives_at_other_sizes(name):
    for finite in limits(name):
        for K, M in SIZES:
            if not ("nodes" in entry(name).arrays and finite) or K + M < 8:
                assert max(between(name, finite, K, M)) < 1e-10


@pytest.mark.slow
@pytest.mark.parametrize("name", [e.name for e in catalogue() if "kurtosis" in e.arrays])
def test_slopes_of_tasks_that_are_not_gaussian(name):
    finite = limits(name)[-1]
    assert max(deviations(name, finite, 2, 2, kurtosis=True)) < allowed(name)
    assert max(between(name, finite, 2, 2, kurtosis=True)) < 1e-10


def test_power_a_slope_that_is_wrong_by_a_part_in_a_million():
    assert max(deviations("sgd", (), 2, 2, change=lambda x: x * (1 + 1e-6))) > 1e-7


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_rows_are_sums_of_rows(backend):
    """Some factors at once, and one after the other."""
    state, chosen = one("fo_anil", ("P", "V"), 2, 3)
    solver = solvers.load("fo_anil", backend)
    size = layout(entry("fo_anil").state, 2, 3).size
    factors = np.random.default_rng(0).normal(size=(3, size))
    whole = solver.backwards("rhs", state, np.eye(size), chosen)
    some = solver.backwards("rhs", state, factors, chosen)
    for all_rows, rows in zip(whole, some, strict=True):
        np.testing.assert_allclose(rows, factors @ all_rows, rtol=1e-11, atol=1e-13)


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_units_that_coincide_have_no_slopes_with_relu(backend):
    state, chosen = one("sgd_relu", (), 2, 2)
    Q, R = state.Q.copy(), state.R.copy()
    Q[:], R[1] = Q[0, 0], R[0]
    solver = solvers.load("sgd_relu", backend)
    made = solver.backwards("rhs", state.replace(Q=Q, R=R), np.eye(9), chosen)
    assert all(np.isnan(x).all() for x in made)


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_where_nodes_are_not_needed_a_head_that_is_zero_has_no_slopes(backend):
    """All others are those with nodes."""
    state, chosen = one("fo_anil", ("P", "V"), 2, 1)
    resting = {"mean": np.zeros(1), "cov": np.eye(1), "kurtosis": None}
    state, chosen = state.replace(w0=np.zeros(2)), {**chosen, **resting}
    solver, rows = solvers.load("fo_anil", backend), np.eye(packed_as("fo_anil", 2, 1).size)[:5]
    whole, rates = solver.backwards("rhs", state, rows, chosen)
    some, others = solver.backwards("rhs", state, rows, {**chosen, "nodes": None, "weights": None})
    assert np.isnan(some[:, 5:]).all() and np.isfinite(whole).all()
    np.testing.assert_allclose(some[:, :5], whole[:, :5], rtol=1e-9, atol=1e-11)
    np.testing.assert_allclose(others, rates, rtol=1e-9, atol=1e-11)


def test_weights_of_many_states_at_once():
    """The emitted functions take a batch, with weights for each of its states."""
    state, T, values = given("sgd", ("V",), 1, 2, 3, batch=3)
    rng, made = np.random.default_rng(0), module("numpy", "sgd_adjoint")
    weights, chosen = [rng.normal(size=x.shape) for x in state], made.Parameters(**values)
    whole = made.rhs(*state, *weights, T, chosen)
    for i in range(3):
        alone = (x[..., i] for x in (*state, *weights, T))
        for all_of, part in zip(whole, made.rhs(*alone, chosen), strict=True):
            for x, y in zip(all_of, part, strict=True):
                np.testing.assert_allclose(x[..., i], y, rtol=1e-12)

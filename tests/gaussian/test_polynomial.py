"""Polynomial activations, derived on demand: Wick's rule against quadrature, the drift test, numpy
= C, the cache."""

import itertools
import json
import math
import os
import re
import subprocess
import sys
from fractions import Fraction

import numpy as np
import pytest
from sympy import Mul, Rational, Symbol, symbols
from sympy.tensor.indexed import Indexed

import orderode
from orderode import solvers
from orderode.derive.gaussian import evaluate
from orderode.derive.gaussian.activations import MOST_DEGREE, polynomial
from orderode.errors import BackendError, NotAvailable, ProblemError
from orderode.models import catalogue, deriving
from orderode.solvers.base import State
from orderode.theory import limits
from orderode.theory.integrate import right_hand_side, solver_parameters, start_state

CUBIC = [0.05, 1, -0.2, 0.15]  # all powers, so that no term is spared by parity
ALGORITHMS = ("fo_anil", "anil", "pooled", "sgd")


@pytest.fixture(scope="module", autouse=True)
def folder(tmp_path_factory):
    """A cache of this module's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ORDERODE_CACHE", str(tmp_path_factory.mktemp("cache")))
        catalogue._polynomial.cache_clear()
        yield deriving.cache_folder()
        catalogue._polynomial.cache_clear()


def problem(model, activation=None, **parameters):
    inner = {} if model == "sgd" else {"eta_w": 0.4, "P": math.inf}
    rates = {
        "eta_J": 0.6,
        "eta_0": 0.5,
        "noise": 0.3,
        "decay": 0.2,
        "V": 10,
        "w0": [0.5, -0.4],
        **inner,
        **parameters,
    }
    rng = np.random.default_rng(3)
    weights = rng.standard_normal((4, 6))
    C = weights @ weights.T / 15
    tasks = {"mean": [0.4, -0.3], "cov": [0.6, 0.8], "kurtosis": [1.0, 1.8]}
    overlaps = {"T": C[2:, 2:], "Q": C[:2, :2], "R": C[:2, 2:]}
    chosen = {"polynomial": CUBIC} if activation is None else activation
    start = {"model": model, "activation": chosen, "K": 2, "M": 2}
    return orderode.load_problem(
        {**start, "parameters": rates, "overlaps": overlaps, "tasks": tasks}
    )


# -- Wick ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("orders", [(0, 0), (1, None, 0), (1, 1), (1, 1, 0, 0)])
def test_averages_against_gauss_hermite(orders):
    """Gauss-Hermite with n nodes is exact up to degree 2 n - 1: no error but rounding."""
    activation = polynomial("0.05,1,-0.2,0.15")
    x = symbols("a b c d", real=True)[: len(orders)]
    functions = [
        f if o is None else activation.derivative(o, f) for f, o in zip(x, orders, strict=True)
    ]
    closed = evaluate(Mul(*functions), x)
    weights = np.random.default_rng(len(orders)).standard_normal((len(x), 5))
    C = weights @ weights.T / 5
    flat = closed.flat()
    found = float(
        flat.xreplace({e: C[tuple(x.index(i) for i in e.indices)] for e in flat.atoms(Indexed)})
    )
    nodes, weight = np.polynomial.hermite_e.hermegauss(7)
    total = 0.0
    L = np.linalg.cholesky(C)
    g = np.polynomial.Polynomial(CUBIC)
    for at in itertools.product(range(7), repeat=len(x)):
        z = L @ nodes[list(at)]
        factors = [
            z[p] if o is None else g.deriv(o)(z[p]) if o else g(z[p]) for p, o in enumerate(orders)
        ]
        total += math.prod(factors) * math.prod(weight[list(at)])
    assert found == pytest.approx(total / (2 * math.pi) ** (len(x) / 2), rel=1e-12)


def test_coefficients_are_exact_rationals():
    x = Symbol("x")
    assert polynomial("0,1,0,0.3").function(x) == x + Rational(3, 10) * x**3
    assert polynomial(" 0, 1.0,0e3,3e-1 ,0").name == polynomial("0,1,0,0.3").name
    assert polynomial("0,1,0,0.3").is_odd() and not polynomial("0,1,0.3").is_odd()
    assert Fraction("0.1") != Fraction(0.1), "what the floats would be"
    for text in ("", "0", "1", "0,0", "a", "0,nan", "0,1,inf", ",".join(["1"] * (MOST_DEGREE + 2))):
        with pytest.raises(ValueError, match=r"coefficients|degree"):
            polynomial(text)


def test_the_runner_writes_floats_so_that_they_come_back():
    numbers = (0.1, -2.0, 1e-30, 1 / 3, 0.0, 12345678.9)
    text = deriving.coefficients_text(numbers)
    assert tuple(map(float, text.split(","))) == numbers
    assert deriving.coefficients_text([0, 1.0, 0.3]) == "0,1,0.3"


# -- theory against simulation and backends --------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("model", ALGORITHMS)
def test_drift(model):
    """Head start, noise, decay, a prior with kurtosis, finite V: every entry within Bonferroni's
    threshold."""
    report = orderode.check_drift(problem(model), tasks=40_000, seed=1)
    assert report.agrees, (report.largest, report.threshold)
    assert max(report.resolution) < 0.2


QUICK = ("sgd",)  # the others take half a minute each to derive and compile


@pytest.mark.parametrize(
    "model", [pytest.param(m, marks=() if m in QUICK else pytest.mark.slow) for m in ALGORITHMS]
)
def test_numpy_and_c_agree(model):
    p = problem(model)
    name = limits.require_theory(p).name
    assert re.fullmatch(f"{model}_polynomial_[0-9a-f]{{8}}", name)
    try:
        compiled = solvers.load(name, "c")
    except BackendError as error:
        pytest.skip(str(error))
    arrays = solvers.load(name, "numpy")
    state, chosen = start_state(p), solver_parameters(p, arrays)
    for a, b in zip(compiled.rhs(state, chosen), arrays.rhs(state, chosen), strict=True):
        assert np.abs(a - b).max() <= 1e-12 * np.abs(b).max()
    for observable in catalogue.entry(name).outputs:
        assert compiled.observable(observable, state, chosen) == pytest.approx(
            arrays.observable(observable, state, chosen), rel=1e-12
        )


@pytest.mark.slow
@pytest.mark.parametrize("model", ["anil", "sgd"])
def test_degree_one_is_the_linear_activation(model):
    """2 x: outputs scale, so that the linear system with heads, tasks and rates to match says the
    same."""
    p = problem(model, {"polynomial": [0.0, 1.0, 0.0]})
    assert p.activation == (0.0, 1.0)
    for a, b in zip(right_hand_side(p), right_hand_side(problem(model, "linear")), strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-12, atol=1e-14)


def test_trajectory_and_observables():
    p = problem("fo_anil").with_changes(run={"alpha_end": 0.5, "points": 3})
    t = orderode.integrate(p)
    assert t.status == "ok"
    found = orderode.representation_error(p, start_state(p))
    assert 0 <= found <= orderode.adaptation_curve(p, start_state(p), 3).min()


# -- the cache -------------------------------------------------------------------------------------


def test_derived_once(folder, monkeypatch):
    first = limits.require_theory(problem("sgd"))
    assert folder in first.folder.parents
    assert (
        json.loads((first.folder / "manifest.json").read_text())["systems"][0]["name"] == first.name
    )
    assert not list(first.folder.parent.glob(".orderode-*"))
    catalogue._polynomial.cache_clear()

    def fail(*_, **__):
        raise AssertionError("derived again")

    monkeypatch.setattr(deriving, "_emitted", fail)
    monkeypatch.setattr(deriving, "_require_packages", fail)
    assert limits.require_theory(problem("sgd")) == first
    assert catalogue.entry(first.name) == first


def test_another_process_finds_it_by_name():
    name = limits.require_theory(problem("sgd")).name
    code = f"from orderode import solvers; print(solvers.load({name!r}, 'numpy').digest)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout.strip() == catalogue.entry(name).digest


def test_another_code_derives_anew(monkeypatch):
    here = limits.require_theory(problem("sgd"))
    monkeypatch.setattr(deriving, "_code_digest", lambda: "other")
    assert here.folder not in deriving.derived_folders()
    with pytest.raises(NotAvailable):
        catalogue.entry(here.name)


def test_a_process_that_was_faster_wins(tmp_path):
    for name in ("mine", "theirs"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "manifest.json").write_text(name)
    deriving._move(tmp_path / "mine", tmp_path / "theirs")
    assert (tmp_path / "theirs" / "manifest.json").read_text() == "theirs"


def test_a_folder_with_parts_missing_is_replaced(tmp_path):
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "manifest.json").write_text("whole")
    (tmp_path / "old" / "numpy").mkdir(parents=True)
    deriving._move(tmp_path / "new", tmp_path / "old")
    assert (tmp_path / "old" / "manifest.json").read_text() == "whole"
    assert not (tmp_path / "old" / "numpy").exists()


def test_a_folder_that_cannot_be_moved_is_said(tmp_path):
    with pytest.raises(orderode.FileError, match=r"No such file.*ORDERODE_CACHE"):
        deriving._move(tmp_path / "nothing", tmp_path / "folder")


# -- what is refused -------------------------------------------------------------------------------


def test_without_sympy(tmp_path, monkeypatch):
    monkeypatch.setenv("ORDERODE_CACHE", str(tmp_path))
    monkeypatch.setitem(deriving.NEEDED, "no_such_package", "SymPy")
    with pytest.raises(
        NotAvailable, match=r"SymPy is not installed.*pip install .orderode\[derive\]"
    ) as caught:
        limits.require_theory(problem("sgd", {"polynomial": [0, 1, 0.125]}))
    assert "sgd with activation { polynomial = [0, 1, 0.125] }" in str(caught.value)
    assert not list(tmp_path.rglob("manifest.json"))


def test_a_cache_that_cannot_be_written(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ORDERODE_CACHE", str(tmp_path / "file"))
    with pytest.raises(orderode.FileError, match="ORDERODE_CACHE"):
        limits.require_theory(problem("sgd", {"polynomial": [0, 1, 0.125]}))


def test_an_algorithm_that_is_not_there():
    with pytest.raises(
        NotAvailable, match=r"no such algorithm.*choose one of .*anil, .*fo_anil, .*pooled, .*sgd"
    ):
        catalogue.entry("nothing", (0.0, 1.0))


WRONG = [
    [],
    [0],
    [1],
    [1, 0, 0],
    [0, math.nan],
    [0, math.inf],
    [0, True],
    [0, "1"],
    1,
    "0,1",
    [0] * (MOST_DEGREE + 1) + [1],
]


@pytest.mark.parametrize("coefficients", WRONG, ids=repr)
def test_coefficients_that_are_refused(coefficients):
    with pytest.raises(ProblemError, match=r"activation .*polynomial = \[c_0, c_1, \.\.\.\]"):
        problem("sgd", {"polynomial": coefficients})


@pytest.mark.parametrize("table", [{}, {"poly": [0, 1]}, {"polynomial": [0, 1], "more": 1}])
def test_tables_that_are_refused(table):
    with pytest.raises(ProblemError, match="activation"):
        problem("sgd", table)


def test_both_sides_state_the_same_limit():
    assert orderode.problems.tables.MOST_DEGREE == MOST_DEGREE
    assert problem("sgd", {"polynomial": [0] * MOST_DEGREE + [1]}).activation == (
        0.0,
    ) * MOST_DEGREE + (1.0,)


def test_a_state_of_another_size_reuses_the_solver():
    solver = solvers.load(limits.require_theory(problem("sgd")).name, "numpy")
    state = State(np.full((1, 3), 0.1), np.eye(1), np.ones(1))
    assert solver.rhs(state, {"T": np.eye(3), "V": np.inf, "eta_J": 1.0}).R.shape == (1, 3)

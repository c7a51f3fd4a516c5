"""The emitted C of fixed points: it compiles, gives what numpy gives, and says what it refuses."""

import ctypes
import re
import shutil
import subprocess

import numpy as np
import pytest
from scipy.special import owens_t
from test_one_step_solver import ONE_STEP, one_step, srf

from orderode.errors import BackendError
from orderode.models.catalogue import GENERATED
from orderode.solvers.fixed_point import load_fixed_point_solver

NAMES = ("srf", "one_step")
WARNINGS = ("-O2", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Wshadow")


def compiled(tool, *arguments):
    if not shutil.which(tool):
        pytest.skip(f"{tool} not found")
    done = subprocess.run([tool, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_all_link_into_one_binary_without_warnings(tmp_path):
    sources = [GENERATED / "c" / f"{name}.c" for name in NAMES]
    compiled(
        "gcc", "-std=c99", *WARNINGS, "-shared", "-fPIC", *sources, "-o", tmp_path / "all.so", "-lm"
    )
    library = ctypes.CDLL(str(tmp_path / "all.so"))
    for name in NAMES:
        header = (GENERATED / "c" / f"{name}.h").read_text(encoding="utf-8")
        strerror = getattr(library, f"{name}_strerror")
        strerror.restype = ctypes.c_char_p
        (statuses,) = re.findall(rf"enum {{([^}}]*{name.upper()}_OK[^}}]*)}}", header)
        codes = [int(c) for c in re.findall(r"= (\d+)", statuses)]
        assert codes[:4] == [0, 1, 2, 3] and len(codes) > 8
        assert len({strerror(c) for c in codes}) == len(codes)
        assert strerror(max(codes) + 1) == b"unknown status"


@pytest.mark.parametrize("name", NAMES)
def test_it_compiles_as_cpp(name, tmp_path):
    compiled(
        "g++", "-x", "c++", *WARNINGS, "-c", GENERATED / "c" / f"{name}.c", "-o", tmp_path / "x.o"
    )


@pytest.fixture(scope="module")
def solvers():
    if not shutil.which("cc") and not shutil.which("gcc"):
        pytest.skip("no C compiler")
    return {name: load_fixed_point_solver(name, "c") for name in ("srf", "one_step")}


#: Every activation and every target.
PAIRS = [
    ("erf", "sign"),
    ("erf", "erf"),
    ("relu", "sin"),
    ("tanh", "tanh"),
    ("relu", "he3"),
    ("gelu", "silu"),
]
PAIRS += [
    ("silu", "gelu"),
    ("softplus", "sigmoid"),
    ("sigmoid", "softplus"),
    ("sin", "sin2"),
    ("gelu", "relu"),
]
PAIRS += [("silu", "linear"), ("sin", "he2"), ("softplus", "he4")]


def test_c_and_numpy_agree(solvers):
    """max|a - b| <= 1e-11 max|b| per output over points whose outputs are of order one."""
    alpha = np.linspace(0.3, 4, 12)
    shared = {
        "alpha": alpha,
        "beta": np.full(12, 1.5),
        "lam": np.full(12, 0.1),
        "inverse_p": np.full(12, 1e-3),
    }
    shared |= {"noise2": np.full(12, 0.2), "gamma": np.full(12, 0.7)}
    shared |= {"u": np.full((12, 1), 1.2), "c": np.full((12, 1), 1.4), "fraction": np.ones((12, 1))}
    shared |= {"alpha0": np.full(12, 2.0), "eta": np.full(12, 1.5)}
    for name, solver in solvers.items():
        numpy = load_fixed_point_solver(name, "numpy")
        for activation, target in PAIRS:
            a, b = (s.solve(activation, target, shared, 0) for s in (solver, numpy))
            assert not a.status.any() and not b.status.any()
            for output, values in b.values.items():
                error = np.abs(a.values[output] - values).max()
                assert error <= 1e-11 * max(np.abs(values).max(), 1e-3), (
                    name,
                    activation,
                    target,
                    output,
                )


@pytest.mark.parametrize(
    ("activation", "target", "noise2"),
    [
        ("erf", "sign", 0.0),
        ("erf", "sin", 0.5),
        ("relu", "sin", 0.0),
        ("relu", "he3", 0.3),
        ("tanh", "tanh", 0.0),
    ]
    + [("gelu", "sin", 0.0), ("softplus", "silu", 0.2), ("sigmoid", "sign", 0.0)],
)
def test_c_and_numpy_agree_on_the_exact_bulk(solvers, activation, target, noise2):
    """Newton's steps with derived slopes in C, plain steps with complex slopes in numpy: 1e-10, for
    both iterate to some 1e-14 of G, and slopes to two digits less. Ridges from 1e-7 to 10, rates
    from 0 to 3."""
    rng = np.random.default_rng([len(activation), len(target)])
    points = 8 if noise2 == 0 else 2
    p = {"alpha": rng.uniform(0.3, 4, points), "beta": rng.uniform(0.3, 3, points)}
    p |= {"lam": 10 ** rng.uniform(-7, 1, points), "alpha0": rng.uniform(0.3, 5, points)}
    p |= {
        "eta": rng.uniform(0, 3, points),
        "noise2": np.full(points, noise2),
        "inverse_p": np.zeros(points),
    }
    p["eta"][0] = 0.0  # no spike: the mean of tanh is 0 but for the rounding of its quadrature
    a, b = (
        s.solve(activation, target, p, 1)
        for s in (solvers["one_step"], load_fixed_point_solver("one_step", "numpy"))
    )
    assert not a.status.any() and not b.status.any()
    for output, values in b.values.items():
        assert a.values[output] == pytest.approx(
            values, rel=1e-10, abs=1e-10 * np.abs(values).max()
        ), output


@pytest.mark.parametrize("groups", [1, 2])
def test_a_mean_that_is_rounding_is_no_feature(groups, solvers):
    """tanh without a spike: nothing fixes the amplitude of its mean, which is 0; c0 is had by
    quadrature."""
    point = {
        "alpha": [1.3],
        "beta": [2.2],
        "lam": [0.1],
        "gamma": [0.5],
        "noise2": [0.0],
        "inverse_p": [0.0],
    }
    tables = {"u": [[0.0] * groups], "c": [[1.0] * groups], "fraction": [[1 / groups] * groups]}
    p = {k: np.array(v) for k, v in (point | tables).items()}
    # the direction of no spike is of no account
    wanted = srf("tanh", "tanh", 1.3, 2.2, 0.1, 0.0, -0.7).test_error
    for backend in (solvers["srf"], load_fixed_point_solver("srf", "numpy")):
        found = backend.solve("tanh", "tanh", p)
        assert (found.values["A"] == 0).all() and found.values["test_error"][0] == pytest.approx(
            wanted, rel=1e-10
        )


def test_levels_that_there_are(solvers):
    solver = solvers["one_step"]
    point = {n: np.array([0.5]) for n in solver.entry.parameters}
    for level in (-1, 2):
        with pytest.raises(BackendError, match="level is neither 0 nor 1"):
            solver.solve("erf", "sign", point, level)


def test_the_average_over_the_noise_of_the_step(monkeypatch):
    """At unit noise and a large rate, where the integrand has poles near the axis: 69 points
    against 400. The error is exp(-2 pi/h) times the distance of the pole, some 1e-9; it is smaller
    for smaller rates."""
    point = (2.0, 1.5, 0.1, 0.5, 3.0, 1.0, 0.0)
    few = one_step("relu", "sin", 1, *point[:5], noise2=1.0).test_error
    linspace = np.linspace
    finer = lambda low, high, count: linspace(low, high, 400 if count == 69 else count)  # noqa: E731
    monkeypatch.setattr(ONE_STEP.np, "linspace", finer)
    assert few == pytest.approx(
        one_step("relu", "sin", 1, *point[:5], noise2=1.0).test_error, rel=1e-8
    )


def test_points_solved_in_parts_are_the_same(monkeypatch):
    """numpy takes as many points at a time as its memory is meant to hold."""
    alpha = np.array([0.5, 1.0, 2.0])
    together = one_step("erf", "sign", 1, alpha, 1.5, 0.1, 2.0, 1.0).test_error
    monkeypatch.setattr(ONE_STEP, "MOST_SAMPLES", 700)
    assert one_step("erf", "sign", 1, alpha, 1.5, 0.1, 2.0, 1.0).test_error == pytest.approx(
        together, rel=1e-12
    )


def test_points_of_a_batch_do_not_see_each_other(solvers):
    """Neighbours of which one thing that the tables depend on differs, so that they are made anew,
    or nothing does: the same bits as alone."""
    rng = np.random.default_rng(0)
    batch = {n: rng.uniform(0.2, 0.9, 5) for n in solvers["srf"].entry.parameters}
    batch["gamma"] = np.array([0.5, 0.5, 0.6, 0.6, 0.6])
    batch["u"] = np.array([[0.3, 0.7]] * 3 + [[0.3, 0.8]] * 2)
    batch["c"] = np.array([[1.0, 0.7]] * 4 + [[1.1, 0.7]])
    batch["fraction"] = np.tile([0.4, 0.6], (5, 1))
    together = solvers["srf"].solve("erf", "sign", batch)
    for i in range(5):
        alone = solvers["srf"].solve("erf", "sign", {n: v[i : i + 1] for n, v in batch.items()})
        assert all(np.array_equal(alone.values[o][0], together.values[o][i]) for o in alone.values)


def test_owens_function_in_c(solvers):
    function = solvers["srf"].library.srf_owens_t
    function.restype, function.argtypes = ctypes.c_double, [ctypes.c_double] * 2
    h, a = np.meshgrid(np.linspace(-9, 9, 73), np.linspace(0, 1, 21))
    found = np.array([function(x, y) for x, y in zip(h.ravel(), a.ravel(), strict=True)])
    assert np.abs(found - owens_t(h, a).ravel()).max() < 1e-15


#: A point that is solved, of one group.
POINT = {"alpha": 0.5, "beta": 0.5, "lam": 0.5, "gamma": 0.5, "noise2": 0.5, "inverse_p": 0.5}
TABLES = {"u": 0.5, "c": 0.5, "fraction": 1.0}


def called(solver, changes=None, functions=(0, 0), spare=0):
    """What a call returns with these changes to a point of one group, its results and the work
    array."""
    values = POINT | TABLES | (changes or {})
    given = np.array([values[name] for name in solver.entry.parameters])
    tables = [np.array([values[name]]) for name in solver.entry.arrays]
    results, overlaps = np.full(64, 12.0), np.zeros(64)
    work = np.full(solver.work_size(1) + spare, 4321.0)
    arrays = (given, *tables, results, overlaps, work)
    pointers = [x.ctypes.data_as(ctypes.c_void_p) for x in arrays]
    status = solver.library.srf_solve(*functions, ctypes.c_size_t(1), 1, *pointers)
    return status, results, work


@pytest.mark.parametrize(
    "bad",
    [
        {"alpha": 0.0},
        {"beta": -1.0},
        {"lam": -0.1},
        {"gamma": 1.01},
        {"c": 0.0},
        {"noise2": np.nan},
        {"u": np.inf},
    ],
)
def test_c_refuses_bad_arguments(solvers, bad):
    header = (GENERATED / "c" / "srf.h").read_text(encoding="utf-8")
    (name,) = bad
    (code,) = re.findall(rf"SRF_BAD_{name} = (\d+)", header)
    status, results, _ = called(solvers["srf"], bad)
    assert status == int(code) and (results == 12.0).all()
    for wrong, named in (((99, 0), "ACTIVATION"), ((0, -1), "TARGET")):
        (code,) = re.findall(rf"SRF_{named} = (\d+)", header)
        assert called(solvers["srf"], functions=wrong)[0] == int(code)


def test_the_work_array_is_as_large_as_said(solvers):
    """With the finest grid there is: that of the farthest reach over the distance of the
    singularity, silu's, where the field is just wide enough for one, and means that leave none of
    it out. All but one part in eight is used."""
    solver = solvers["srf"]
    finest = {"u": 10.0, "c": (np.pi / 12) ** 2 * (1 + 1e-12)}
    silu = solver.entry["activations"].index("silu")
    status, _, work = called(solver, finest, (silu, 0), spare=8)
    size = solver.work_size(1)
    assert status == 0 and (work[size:] == 4321.0).all()
    assert (work[:size] == 4321.0).mean() < 1 / 8


def test_failures_are_said_by_status_in_both(solvers):
    """lambda = 0 with fewer samples than neurons has no fixed point."""
    values = POINT | {"alpha": 0.3, "beta": 1.0, "lam": 0.0, "inverse_p": 0.0}
    point = {n: np.array([x]) for n, x in values.items()}
    point |= {n: np.array([[x]]) for n, x in (TABLES | {"c": 1.0}).items()}
    for solver in (solvers["srf"], load_fixed_point_solver("srf", "numpy")):
        found = solver.solve("erf", "sign", point)
        assert found.status[0] in (1, 2) and all(
            np.isnan(v[0]).all() for v in found.values.values()
        )

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

NAMES = ("srf", "srf_groups", "one_step")
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


@pytest.mark.parametrize("name", ["one_step", "srf_groups"])
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
    shared |= {
        "noise2": np.full(12, 0.2),
        "u": np.full(12, 1.2),
        "gamma": np.full(12, 0.7),
        "c": np.full(12, 1.4),
    }
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


@pytest.mark.parametrize("name", ["srf", "srf_groups"])
def test_a_mean_that_is_rounding_is_no_feature(name, solvers):
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
    tables = {"u": [0.0], "c": [1.0], "fraction": [1.0]}
    if name == "srf_groups":
        tables = {"u": [[0.0, 0.0]], "c": [[1.0, 1.0]], "fraction": [[0.5, 0.5]]}
    p = {k: np.array(v) for k, v in (point | tables).items()}
    # the direction of no spike is of no account
    wanted = srf("tanh", "tanh", 1.3, 2.2, 0.1, 0.0, -0.7).test_error
    for backend in (load_fixed_point_solver(name, "c"), load_fixed_point_solver(name, "numpy")):
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
    """Neighbours with other spikes, so that tables are made anew: the same bits as alone."""
    rng = np.random.default_rng(0)
    names = solvers["srf"].entry.parameters
    batch = {n: rng.uniform(0.2, 0.9, 6) for n in names}
    batch["u"] = np.repeat(batch["u"][:3], 2)  # some neighbours share theirs
    batch["gamma"], batch["c"] = np.repeat(batch["gamma"][:3], 2), np.repeat(batch["c"][:3], 2)
    together = solvers["srf"].solve("erf", "sign", batch)
    for i in range(6):
        alone = solvers["srf"].solve("erf", "sign", {n: v[i : i + 1] for n, v in batch.items()})
        assert all(alone.values[o][0] == together.values[o][i] for o in alone.values)


def test_owens_function_in_c(solvers):
    function = solvers["srf"].library.srf_owens_t
    function.restype, function.argtypes = ctypes.c_double, [ctypes.c_double] * 2
    h, a = np.meshgrid(np.linspace(-9, 9, 73), np.linspace(0, 1, 21))
    found = np.array([function(x, y) for x, y in zip(h.ravel(), a.ravel(), strict=True)])
    assert np.abs(found - owens_t(h, a).ravel()).max() < 1e-15


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
    good = {n: np.array([0.5]) for n in solvers["srf"].entry.parameters}
    given = np.zeros(1, dtype=[(p, float) for p in good])
    for name, value in {**good, **{k: np.array([v]) for k, v in bad.items()}}.items():
        given[name] = value
    result = np.full(64, 12.0)
    library = solvers["srf"].library
    work = np.empty(solvers["srf"].work_size())
    arguments = [x.ctypes.data_as(ctypes.c_void_p) for x in (given, result, work)]
    header = (GENERATED / "c" / "srf.h").read_text(encoding="utf-8")
    (name,) = bad
    (code,) = re.findall(rf"SRF_BAD_{name} = (\d+)", header)
    assert library.srf_solve(0, 0, ctypes.c_size_t(1), *arguments) == int(code)
    assert (result == 12.0).all()
    for wrong, named in (((99, 0), "ACTIVATION"), ((0, -1), "TARGET")):
        (code,) = re.findall(rf"SRF_{named} = (\d+)", header)
        assert library.srf_solve(*wrong, ctypes.c_size_t(1), *arguments) == int(code)


def test_the_work_array_is_as_large_as_said(solvers):
    """With the finest grid there is: that of the farthest reach over the distance of the
    singularity, silu's, where the field is just wide enough for one, and means that leave none of
    it out. All but one part in eight is used."""
    solver = solvers["srf"]
    work = np.full(solver.work_size() + 8, 4321.0)
    given = np.zeros(1, dtype=[(p, float) for p in solver.entry.parameters])
    for name in solver.entry.parameters:
        given[name] = 0.5
    given["u"], given["c"] = 10.0, (np.pi / 12) ** 2 * (1 + 1e-12)
    result = np.zeros(64)
    arguments = [x.ctypes.data_as(ctypes.c_void_p) for x in (given, result, work)]
    silu = solver.entry["activations"].index("silu")
    assert solver.library.srf_solve(silu, 0, ctypes.c_size_t(1), *arguments) == 0
    inside = work[: solver.work_size()]
    assert (work[solver.work_size() :] == 4321.0).all() and (inside == 4321.0).mean() < 1 / 8


def test_failures_are_said_by_status_in_both(solvers):
    """lambda = 0 with fewer samples than neurons has no fixed point."""
    point = {n: np.array([0.5]) for n in solvers["srf"].entry.parameters} | {
        "alpha": np.array([0.3]),
        "beta": np.array([1.0]),
    }
    point |= {"lam": np.array([0.0]), "c": np.array([1.0]), "inverse_p": np.array([0.0])}
    for solver in (solvers["srf"], load_fixed_point_solver("srf", "numpy")):
        found = solver.solve("erf", "sign", point)
        assert found.status[0] in (1, 2) and all(np.isnan(v[0]) for v in found.values.values())

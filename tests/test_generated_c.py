"""The emitted C by its contract: compilers, symbols, status codes, integrator, threads, and the embedding example."""

import ctypes
import dataclasses
import importlib.util
import os
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from evaluate_system import Direct, fo_anil_system, overlaps
from overlaps_only import load
from sympy import IndexedBase, Sum, Symbol

from orderode.catalogue import GENERATED
from orderode.derive.emit import render
from orderode.derive.system import Definition, Index, Piece

SOURCES = GENERATED / "c"
EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "c" / "embed.c"
WARNINGS = ("-O2", "-Wall", "-Wextra", "-Wpedantic", "-Werror")
C99 = ("-std=c99", *WARNINGS)
DOUBLES = ctypes.POINTER(ctypes.c_double)
STATUS = {
    name: int(code)
    for name, code in re.findall(r"FO_ANIL_(\w+) = (\d+)", (SOURCES / "fo_anil.h").read_text(encoding="utf-8"))
}
OK = STATUS["OK"]


def need(*tools):
    missing = [t for t in tools if not shutil.which(t)]
    if missing:
        pytest.skip(f"{', '.join(missing)} not found")


def run(*command, cwd=None):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=False, cwd=cwd)
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}"
    return done.stdout


class Params(ctypes.Structure):
    """No head start, one inner step, standard normal tasks: what is not set is zero, or a null pointer."""

    _fields_ = [
        *((name, ctypes.c_double) for name in ("eta_J", "eta_w", "eta_0", "noise", "decay", "V", "P")),
        *((name, ctypes.c_int) for name in ("first_order", "inner_steps", "n_nodes")),
        *((name, DOUBLES) for name in ("T", "mean", "cov", "kurtosis", "nodes", "weights")),
    ]


class Options(ctypes.Structure):
    _fields_ = [("rtol", ctypes.c_double), ("atol", ctypes.c_double), ("max_steps", ctypes.c_ulong)]


class Stats(ctypes.Structure):
    _fields_ = [(n, ctypes.c_ulong) for n in ("accepted", "rejected", "evaluations")] + [("alpha", ctypes.c_double)]


CANARY = 12345.678


class Solver:
    """A compiled solver; work arrays are of exactly the size asked for, and what lies behind them is checked."""

    def __init__(self, library, name="fo_anil"):
        self.library, self.name = ctypes.CDLL(str(library)), name
        for function in ("state_size", "work_size"):
            getattr(self.library, f"{name}_{function}").restype = ctypes.c_size_t
        self.strerror = getattr(self.library, f"{name}_strerror")
        self.strerror.restype = ctypes.c_char_p

    def size(self, what, K, M):
        return getattr(self.library, f"{self.name}_{what}_size")(K, M)

    def call(self, function, K, M, params, *arguments, work=None):
        size = max(self.size("work", K, M), 1) if K > 0 and M > 0 else 1
        work = np.full(size + 8, CANARY) if work is None else work
        status = getattr(self.library, f"{self.name}_{function}")(K, M, params, *arguments, pointer(work))
        assert (work[size:] == CANARY).all(), f"{function} wrote past its work array at K={K}, M={M}"
        return status

    def rhs(self, K, M, params, state):
        slope = np.full(len(state) + 8, CANARY)
        status = self.call("rhs", K, M, params, pointer(state), pointer(slope))
        assert (slope[len(state) :] == CANARY).all()
        return status, slope[: len(state)]

    def eps_g(self, K, M, params, state):
        value = np.array([CANARY])
        return self.call("eps_g", K, M, params, pointer(state), pointer(value)), value[0]

    def integrate(self, K, M, params, state, alphas, rtol=1e-8, atol=1e-12, max_steps=0, n=None):
        alphas = np.array(alphas, dtype=float)
        states, stats = np.full((len(alphas), len(state)), CANARY), Stats()
        options = Options(rtol, atol, max_steps)
        n = ctypes.c_size_t(len(alphas) if n is None else n)
        arguments = (ctypes.byref(options), pointer(state), n, pointer(alphas), pointer(states), ctypes.byref(stats))
        return self.call("integrate", K, M, params, *arguments), states, stats


def pointer(array):
    return array.ctypes.data_as(DOUBLES)


def params(T, eta_J=3.0, eta_w=3.0, V=np.inf):
    T = np.array(T, dtype=float)
    made = Params(eta_J=eta_J, eta_w=eta_w, V=V, P=np.inf, inner_steps=1, T=pointer(T))
    made.keep = T
    return made


def state(R, Q):
    return np.concatenate([np.ravel(R), np.asarray(Q)[np.triu_indices(len(Q))], np.zeros(len(Q))]).astype(float)


START = state(
    [[0.10, -0.05, 0.20], [0.03, 0.15, -0.10], [-0.08, 0.02, 0.12]],
    0.5 * np.eye(3),
)
TEACHER = np.diag([1.0, 2.0, 3.0])


@pytest.fixture(scope="module")
def solver(tmp_path_factory):
    need("gcc")
    library = tmp_path_factory.mktemp("c") / "libfo_anil.so"
    run("gcc", *C99, "-ffp-contract=off", "-fPIC", "-shared", SOURCES / "fo_anil.c", "-o", library, "-lm")
    return Solver(library)


# -- compilers and symbols -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("compiler", ["gcc", "clang"])
def test_compiles_as_c99_without_a_warning(compiler, tmp_path):
    need(compiler)
    extra = ("-Wshadow", "-Wstrict-prototypes", "-Wvla", "-Wdouble-promotion")
    run(compiler, *C99, *extra, "-c", SOURCES / "fo_anil.c", "-o", tmp_path / "fo_anil.o")


@pytest.mark.parametrize("compiler", ["g++", "clang++"])
def test_compiles_as_cplusplus(compiler, tmp_path):
    need(compiler)
    run(compiler, "-x", "c++", *WARNINGS, "-c", SOURCES / "fo_anil.c", "-o", tmp_path / "fo_anil.o")


def test_symbols_carry_the_prefix_and_nothing_is_allocated_or_kept(tmp_path):
    need("gcc", "nm")
    run("gcc", *C99, "-c", SOURCES / "fo_anil.c", "-o", tmp_path / "fo_anil.o")
    table = [line.split()[-2:] for line in run("nm", tmp_path / "fo_anil.o").splitlines()]
    defined = {name for kind, name in table if kind.isupper() and kind != "U"}
    needed = {name for kind, name in table if kind == "U"}
    promised = {"state_size", "work_size", "rhs", "eps_g", "integrate", "strerror", "node_count", "nodes"}
    assert defined == {f"fo_anil_{name}" for name in promised}
    assert not {kind for kind, _ in table} & set("BbDdCGgSs"), "writable data: not thread-safe"
    libm = {"asin", "erf", "exp", "fabs", "fmax", "fmin", "fmod", "log", "pow", "sqrt"}
    compiler = {"_GLOBAL_OFFSET_TABLE_", "__stack_chk_fail", "memcpy", "memmove", "memset"}
    assert needed <= libm | compiler


def test_two_models_in_one_binary(tmp_path):
    """The same system under a second name; C and C++ callers; both solvers give the same numbers."""
    need("gcc", "g++")
    files = render([fo_anil_system(), dataclasses.replace(fo_anil_system(), name="other")])
    for path, text in files.items():
        if path.startswith("c/"):
            (tmp_path / Path(path).name).write_text(text, encoding="utf-8")
    calls = "\n".join(
        f"""    {{
        static {name}_params p; {name}_options o; {name}_stats s;
        p.eta_J = 2; p.eta_w = 3; p.V = 10; p.P = INFINITY; p.inner_steps = 1; p.T = T; o.rtol = 1e-8; o.atol = 1e-12; o.max_steps = 0;
        if ({name}_rhs(1, 1, &p, y, dy, work) != {name.upper()}_OK) return 1;
        if ({name}_integrate(1, 1, &p, &o, y, 2, alphas, rows, &s, work) != {name.upper()}_OK) return 2;
        printf("%.17g %.17g %.17g %lu %s\\n", dy[0], dy[1], rows[3], s.accepted, {name}_strerror(5));
    }}"""
        for name in ("fo_anil", "other")
    )
    (tmp_path / "main.c").write_text(
        '#include "fo_anil.h"\n#include "other.h"\n#include <math.h>\n#include <stdio.h>\nint main(void)\n{\n'
        "    double T[1] = {1}, y[3] = {0.1, 0.5, 0}, dy[3], alphas[2] = {0, 1}, rows[6], work[1000];\n"
        f"    if (fo_anil_work_size(1, 1) > 1000) return 3;\n{calls}\n    return 0;\n}}\n"
    )
    for compiler in (("gcc", *C99), ("g++", "-x", "c++", *WARNINGS)):
        run(*compiler, "main.c", "fo_anil.c", "other.c", "-o", "both", "-lm", cwd=tmp_path)
        first, second = run(tmp_path / "both").splitlines()
        assert first == second


@pytest.mark.parametrize("overlap", ["C", "Q"])
def test_contractions_that_this_model_does_not_have(overlap, tmp_path):
    """Two observables more: a sum over two indices of one network that is not symmetric, and one over three indices.
    numpy and C give what direct evaluation gives; neither takes half of a sum for all of it."""
    need("gcc")
    system = fo_anil_system()
    learner, teacher = system.ranges
    (k, l), n = (Index(x, learner) for x in "kl"), Index("n", teacher)
    A, Q, R, L = (IndexedBase(x) for x in ("A", overlap, "R", "L"))
    sums = {
        "probe": Sum(Q[k, l] * A[k, l], (k, 1, learner.size), (l, 1, learner.size)) / 3,
        "mixed": Symbol("eta_w", nonnegative=True)
        * Sum(A[k, l] * R[k, n] * L[l, n], (k, 1, learner.size), (l, 1, learner.size), (n, 1, teacher.size)),
    }
    more = tuple(Definition(x, "output", x, (), (Piece((), e),), x) for x, e in sums.items())
    system = dataclasses.replace(
        system,
        name="more",
        definitions=(*system.definitions, *more),
        observables=(*system.observables, *sums),
    )
    for path, text in render([system]).items():
        (tmp_path / Path(path).name).write_text(text, encoding="utf-8")
    run("gcc", *C99, "-fPIC", "-shared", "more.c", "-o", "libmore.so", "-lm", cwd=tmp_path)
    solver = Solver(tmp_path / "libmore.so", "more")
    spec = importlib.util.spec_from_file_location("more", tmp_path / "more.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for K, M in ((1, 1), (3, 2), (4, 5)):
        R, Q, T = overlaps(K, M, 4)
        rates = {"eta_J": 2.0, "eta_w": 3.0, "V": 10.0}
        direct = Direct(system, K, M, R, Q, T, rates).arrays
        p, y, value = params(T, **rates), state(R, Q), np.empty(1)
        for name in (*sums, "eps_g"):
            assert solver.call(name, K, M, ctypes.byref(p), pointer(y), pointer(value)) == OK
            assert value[0] == pytest.approx(float(direct[name]), rel=1e-12), name
            found = getattr(module, name)(R, Q, np.zeros(K), T, module.Parameters(**rates))
            assert float(found) == pytest.approx(float(direct[name]), rel=1e-12), name


# -- status codes --------------------------------------------------------------------------------------------------


def test_header_names_six_codes_and_strerror_explains_them(solver):
    assert sorted(STATUS.values()) == list(range(6))
    texts = {solver.strerror(code) for code in [*range(6), -1, 99]}
    assert len(texts) == 7, "one text per code, one for all others"
    assert solver.strerror(OK) == b"ok"


BAD = {
    "K = 0": dict(K=0),
    "K < 0": dict(K=-3),
    "M = 0": dict(M=0),
    "eta_J < 0": dict(eta_J=-1.0),
    "eta_w < 0": dict(eta_w=-1e-300),
    "eta_J = NaN": dict(eta_J=np.nan),
    "eta_w = inf": dict(eta_w=np.inf),
    "V < 1": dict(V=0.5),
    "V < 0": dict(V=-10.0),
    "V = NaN": dict(V=np.nan),
    "T NaN": dict(T=[[np.nan]]),
    "T inf": dict(T=[[np.inf]]),
}


@pytest.mark.parametrize("what", BAD)
def test_bad_arguments(solver, what):
    given = dict(K=1, M=1, T=[[1.0]]) | BAD[what]
    K, M = given.pop("K"), given.pop("M")
    p, y = params(**given), np.array([0.1, 0.5, 0.0])
    code = STATUS["BAD_ARGUMENT"]
    assert solver.call("rhs", K, M, ctypes.byref(p), pointer(y), pointer(np.empty(3))) == code
    assert solver.call("eps_g", K, M, ctypes.byref(p), pointer(y), pointer(np.empty(1))) == code
    assert solver.integrate(K, M, ctypes.byref(p), y, [0.0, 1.0])[0] == code


def test_missing_parameters_and_teacher(solver):
    y = np.array([0.1, 0.5, 0.0])
    for p in (None, ctypes.byref(Params(eta_J=1.0, eta_w=1.0, V=np.inf, P=np.inf))):
        assert solver.rhs(1, 1, p, y)[0] == STATUS["BAD_ARGUMENT"]
        assert solver.integrate(1, 1, p, y, [0.0, 1.0])[0] == STATUS["BAD_ARGUMENT"]


@pytest.mark.parametrize(
    "given",
    [
        dict(rtol=0.0, atol=0.0),
        dict(rtol=-1e-3),
        dict(atol=-1e-3),
        dict(rtol=np.nan),
        dict(atol=np.nan),
        dict(alphas=[0.0, 1.0, 1.0]),
        dict(alphas=[1.0, 0.0]),
        dict(alphas=[0.0, np.nan]),
        dict(alphas=[0.0, np.inf]),
        dict(n=0),
    ],
    ids=str,
)
def test_bad_options_and_times(solver, given):
    alphas = given.pop("alphas", [0.0, 1.0, 2.0])
    p = params(TEACHER)
    status, states, _ = solver.integrate(3, 3, ctypes.byref(p), START, alphas, **given)
    given["alphas"] = alphas
    assert status == STATUS["BAD_ARGUMENT"]
    assert (states == CANARY).all() if "n" in given else np.isnan(states).all()


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("place", [0, 9, 14])
def test_state_that_is_not_finite(solver, value, place):
    p, y = params(TEACHER), START.copy()
    y[place] = value
    assert solver.rhs(3, 3, ctypes.byref(p), y)[0] == STATUS["NONFINITE"]
    assert solver.eps_g(3, 3, ctypes.byref(p), y)[0] == STATUS["NONFINITE"]
    status, states, _ = solver.integrate(3, 3, ctypes.byref(p), y, [0.0, 1.0])
    assert status == STATUS["NONFINITE"]
    assert np.isnan(states[1]).all()


@pytest.mark.parametrize("y", [[5.0, 0.5], [0.0, -1.5], [1e200, 1.0], [0.1, -1.0]], ids=str)
def test_overlaps_that_are_no_covariance(solver, y):
    """|R| far above sqrt(QT), a negative norm below -1, an overflow, a division by zero: a status, and no number."""
    p, y = params([[1.0]], V=10.0), np.array([*y, 0.0])
    assert solver.rhs(1, 1, ctypes.byref(p), y)[0] == STATUS["DOMAIN"]
    status, states, _ = solver.integrate(1, 1, ctypes.byref(p), y, [0.0, 1.0, 2.0])
    assert status == STATUS["DOMAIN"]
    assert np.array_equal(states[0], y) and np.isnan(states[1:]).all()


def test_negative_norm(solver):
    p, y = params([[1.0]], eta_J=0.01), np.array([0.0, -0.1, 0.0])
    status, states, stats = solver.integrate(1, 1, ctypes.byref(p), y, np.linspace(0, 5, 11))
    assert status == STATUS["NEGATIVE_NORM"]
    assert stats.accepted == 0 and np.isnan(states[1:]).all()
    assert np.isnan(states[-1]).all()


def test_arbitrary_bits_never_crash(solver):
    """Random bytes as states, teachers and parameters: a status of the header, and never a silent NaN."""
    rng = np.random.default_rng(0)
    for trial in range(300):
        K, M = (int(x) for x in rng.integers(1, 5, 2))
        size = solver.size("state", K, M)
        if trial % 2:
            y, T, rates = (np.frombuffer(rng.bytes(8 * n)).copy() for n in (size, M * M, 3))
        else:
            y, T, rates = (rng.standard_normal(n) * 10 ** rng.uniform(-3, 3) for n in (size, M * M, 3))
            rates = np.abs(rates) + [0, 0, 1]
        p = params(T, *map(float, rates))
        status, slope = solver.rhs(K, M, ctypes.byref(p), y)
        assert status in STATUS.values()
        assert np.isfinite(slope).all() or status != OK
        status, states, _ = solver.integrate(K, M, ctypes.byref(p), y, [0.0, 0.1, 0.2], rtol=1e-4, max_steps=50)
        assert status in STATUS.values()
        assert np.isfinite(states).all() or status != OK


@pytest.mark.parametrize("V", [np.inf, 20.0])
def test_memory_stays_within_the_sizes_promised(solver, V):
    """Guard values behind work, slope and rows, over the whole grid of widths."""
    for K in range(1, 9):
        for M in range(1, 6):
            R, Q, T = overlaps(K, M, 1)
            p, y = params(T, V=V), state(R, Q)
            assert solver.size("state", K, M) == len(y)
            assert solver.rhs(K, M, ctypes.byref(p), y)[0] == OK
            assert solver.eps_g(K, M, ctypes.byref(p), y)[0] == OK
            assert solver.integrate(K, M, ctypes.byref(p), y, [0.0, 0.01], rtol=1e-3)[0] == OK


# -- integrator ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def reference(solver):
    p = params(TEACHER, V=50.0)
    status, states, _ = solver.integrate(3, 3, ctypes.byref(p), START, [0.0, 0.37, 1.0, 2.0], rtol=1e-13, atol=1e-16)
    assert status == OK
    return states


def test_the_error_falls_with_the_tolerance(solver, reference):
    """Errors at four tolerances: within a constant of rtol, on a slope near 1; steps grow like rtol^(-1/5)."""
    p, tolerances, errors, steps = params(TEACHER, V=50.0), [1e-4, 1e-6, 1e-8, 1e-10], [], []
    for rtol in tolerances:
        status, states, stats = solver.integrate(
            3, 3, ctypes.byref(p), START, [0.0, 0.37, 1.0, 2.0], rtol=rtol, atol=rtol
        )
        assert status == OK
        errors.append(np.abs(states - reference).max())
        steps.append(stats.accepted)
        assert stats.evaluations >= 6 * (stats.accepted + stats.rejected)
        assert errors[-1] < 50 * rtol
    slope = np.polyfit(np.log(tolerances), np.log(errors), 1)[0]
    assert 0.8 < slope < 1.3
    assert 1 / 6.5 < np.log(steps[-1] / steps[-2]) / np.log(100) < 1 / 4


def test_steps_with_a_large_error_are_rejected(solver):
    """Leaving a plateau: some steps are tried again, and the error at the end of each stays of the order of rtol."""
    p, alphas, rows = params(TEACHER, eta_J=6.0, eta_w=4.0), np.linspace(0.0, 30.0, 31), []
    y = state(1e-6 * np.random.default_rng(0).random((3, 3)), 0.5 * np.eye(3))
    for rtol, atol in ((1e-3, 1e-12), (1e-12, 1e-15)):
        status, states, stats = solver.integrate(3, 3, ctypes.byref(p), y, alphas, rtol=rtol, atol=atol)
        rows.append(states)
        assert status == OK and stats.rejected >= 1
    assert np.abs(rows[0] - rows[1]).max() < 1e-2


def test_numpy_integration_agrees(reference):
    """Another method (of order 8, in SciPy) on other emitted code."""
    alphas = np.array([0.0, 0.37, 1.0, 2.0])
    R, Q = START[:9].reshape(3, 3), 0.5 * np.eye(3)
    parameters = {"eta_J": 3.0, "eta_w": 3.0, "V": 50.0}
    found = load("fo_anil", "numpy").integrate(R, Q, TEACHER, parameters, alphas, rtol=1e-12, atol=1e-15)
    assert found.status == "ok"
    rows = np.array([state(R, Q) for R, Q in zip(found.R, found.Q, strict=True)])
    np.testing.assert_allclose(rows, reference, rtol=0, atol=1e-10)


def test_output_times_are_hit_exactly_and_change_no_step(solver):
    """Bit for bit the same end with and without output on the way; output between steps as accurate as the steps."""
    p, rtol = params(TEACHER, V=50.0), 1e-8
    fine = np.linspace(0.0, 3.0, 301)
    status, dense, stats = solver.integrate(3, 3, ctypes.byref(p), START, fine, rtol=rtol, atol=1e-12)
    assert status == OK and stats.alpha == 3.0
    status, ends, other = solver.integrate(3, 3, ctypes.byref(p), START, [0.0, 3.0], rtol=rtol, atol=1e-12)
    assert status == OK and other.accepted == stats.accepted
    assert np.array_equal(dense[-1], ends[-1])
    assert np.array_equal(dense[0], START)
    status, exact, _ = solver.integrate(3, 3, ctypes.byref(p), START, fine, rtol=1e-13, atol=1e-16)
    assert status == OK
    assert stats.accepted < len(fine) / 2, "most output times lie between the steps"
    assert np.abs(dense - exact).max() < 100 * rtol


def test_a_start_other_than_zero_and_a_single_time(solver):
    """The equations do not contain alpha: shifted times give the same rows, one time alone the start."""
    p = params(TEACHER)
    _, here, _ = solver.integrate(3, 3, ctypes.byref(p), START, [0.0, 1.0])
    _, there, stats = solver.integrate(3, 3, ctypes.byref(p), START, [1024.0, 1025.0])
    np.testing.assert_allclose(here, there, rtol=1e-9)
    assert stats.alpha == 1025.0
    status, alone, _ = solver.integrate(3, 3, ctypes.byref(p), START, [7.0])
    assert status == OK and np.array_equal(alone[0], START)


def test_step_limit_leaves_nan_rows_and_says_how_far(solver):
    p, alphas = params(TEACHER), np.linspace(0.0, 50.0, 101)
    status, states, stats = solver.integrate(3, 3, ctypes.byref(p), START, alphas, max_steps=20)
    assert status == STATUS["STEP_LIMIT"]
    assert stats.accepted + stats.rejected == 20
    reached = alphas <= stats.alpha
    assert 0.0 < stats.alpha < 50.0
    assert np.isfinite(states[reached]).all() and np.isnan(states[~reached]).all()


def test_threads_with_their_own_work_arrays_give_the_same_bits(solver):
    p, alphas = params(TEACHER, V=20.0), np.linspace(0.0, 10.0, 21)
    starts = [START * (1 + 0.01 * n) for n in range(16)]

    def integrate(y):
        return solver.integrate(3, 3, ctypes.byref(p), y, alphas)[1]

    serial = [integrate(y) for y in starts]
    with ThreadPoolExecutor(8) as pool:
        parallel = list(pool.map(integrate, starts))
    assert all(np.array_equal(x, y) for x, y in zip(serial, parallel, strict=True))


# -- the example ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """Built by the command in its own comment, warnings as errors added, beside nothing but the emitted pair."""
    need("gcc")
    folder = tmp_path_factory.mktemp("example") / "examples" / "c"
    folder.mkdir(parents=True)
    shutil.copy(EXAMPLE, folder)
    shutil.copytree(SOURCES, folder.parents[1] / "generated" / "c")
    (command,) = re.findall(r"^ \*\s+(cc .*) && \./embed$", EXAMPLE.read_text(encoding="utf-8"), re.M)
    run("gcc", *WARNINGS, "-g", *command.split()[1:], cwd=folder)
    return folder / "embed"


def test_example_agrees_with_numpy(example):
    rows = np.array([[float(x) for x in line.split()] for line in run(example).splitlines()])
    backend, parameters = load("fo_anil", "numpy"), {"eta_J": 6.0, "eta_w": 4.0, "V": 100.0}
    R, Q = START[:9].reshape(3, 3), 0.5 * np.eye(3)
    found = backend.integrate(R, Q, TEACHER, parameters, rows[:, 0], rtol=1e-10, atol=1e-14)
    wanted = [backend.eps_g(R, Q, TEACHER, parameters) for R, Q in zip(found.R, found.Q, strict=True)]
    assert rows.shape == (11, 2) and rows[-1, 0] == 20.0
    np.testing.assert_allclose(rows[:, 1], wanted, rtol=1e-8)
    assert rows[-1, 1] < 0.05 * rows[0, 1]


def test_example_reports_errors(tmp_path):
    """The same program with a start that is no covariance: the words of strerror, and a failure."""
    need("gcc")
    text = EXAMPLE.read_text(encoding="utf-8").replace("{0.10, -0.05,", "{90.0, -0.05,")
    (tmp_path / "broken.c").write_text(text, encoding="utf-8")
    run("gcc", *C99, "-I", SOURCES, "broken.c", SOURCES / "fo_anil.c", "-lm", "-o", "broken", cwd=tmp_path)
    done = subprocess.run([tmp_path / "broken"], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "domain" in done.stderr and done.stdout == ""


def test_example_under_valgrind(example):
    need("valgrind")
    run("valgrind", "-q", "--leak-check=full", "--error-exitcode=9", example)


def test_sanitizers(tmp_path):
    """Address and undefined-behaviour sanitizers over the example."""
    need("gcc")
    flags = ("-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all")
    (tmp_path / "probe.c").write_text("int main(void) { return 0; }\n")
    probe = f"gcc {' '.join(flags)} probe.c -o probe && ./probe"
    if subprocess.run(probe, shell=True, cwd=tmp_path, check=False, capture_output=True).returncode:
        pytest.skip("gcc has no sanitizer libraries here")
    run("gcc", *C99, *flags, "-I", SOURCES, EXAMPLE, SOURCES / "fo_anil.c", "-lm", "-o", tmp_path / "embed")
    environment = {k: v for k, v in os.environ.items() if k != "LD_PRELOAD"}
    done = subprocess.run([tmp_path / "embed"], capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr

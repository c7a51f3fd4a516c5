"""The vector kernels: equations in every instruction set, functions, integrator, bits, statuses,
contract."""

import ctypes
import re
import shutil
import subprocess
from dataclasses import replace

import numpy as np
import pytest
from flat_state import pack
from generated_c import shared_library

from orderode.compiler import INSTRUCTIONS, instruction_sets
from orderode.errors import BackendError
from orderode.models.catalogue import GENERATED, catalogue, entry
from orderode.solvers import batch, load
from orderode.solvers.base import State
from orderode.solvers.batch import evaluate_batch, integrate_batch
from orderode.solvers.c import POINTER
from orderode.solvers.layout import layout
from orderode.solvers.numpy import NumpyBackend

SOURCES = GENERATED / "c"
FLAGS = ("-std=c99", "-ffp-contract=off", "-fno-math-errno", "-fPIC", "-shared")
WARNINGS = ("-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Wshadow")

pytestmark = pytest.mark.skipif(not shutil.which("gcc"), reason="gcc not found")


def run(*command):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}"
    return done.stdout


def random_problem(n, K, M, seed):
    """n admissible states and as many parameters, all different: overlaps of Gaussian vectors."""
    g = np.random.default_rng(seed)
    vectors = 20 * (K + M)
    J = 0.5 * g.uniform(0.3, 2.0, (n, 1, 1)) * g.standard_normal((n, K, vectors))
    B = g.standard_normal((n, M, vectors))
    Q, R, T = (x @ y.swapaxes(1, 2) / vectors for x, y in ((J, J), (J, B), (B, B)))
    parameters = {
        "T": T,
        "mean": 0.3 * g.standard_normal((n, M)),
        "cov": np.eye(M) * g.uniform(0.5, 2.0, (n, 1, M)),
        "kurtosis": g.uniform(2.0, 5.0, (n, M)),
        "V": np.where(np.arange(n) % 2, np.inf, 7.0),
        "inner_steps": 1 + np.arange(n) % 3,
        **{name: g.uniform(0.1, 1.0, n) for name in ("eta_J", "eta_w", "eta_0", "noise", "decay")},
    }
    parameters["eta_0"][: n // 2] = 0.0
    return State(R, Q, g.standard_normal((n, K))), parameters


def one(states, parameters, t):
    chosen = {name: values[t] for name, values in parameters.items()}
    return states.at(t), chosen | {"inner_steps": int(chosen["inner_steps"])}


def saad_solla(n, K=3, M=3, seed=0):
    """Online SGD with heads one near its random start: the benchmark problem, N = 10^4."""
    g = np.random.default_rng(seed)
    noise = g.standard_normal((n, K, K)) / np.sqrt(2e4)
    Q = 0.25 * (np.eye(K) + noise + noise.swapaxes(1, 2))
    fixed = {"V": 1.0, "T": np.eye(M), "mean": np.ones(M), "cov": np.zeros((M, M))}
    return State(0.5 * g.standard_normal((n, K, M)) / 100, Q, np.ones((n, K))), fixed


def taken(states, parameters, places):
    some = {
        name: x[places] if np.ndim(x) and len(x) == len(states.R) else x
        for name, x in parameters.items()
    }
    return State(*(x[places] for x in states)), some


def same(a, b, places=slice(None)):
    """Bit by bit, NaN included."""
    arrays = ("R", "Q", "w0", "crossing", "alpha", "accepted", "rejected", "evaluations")
    for name in arrays:
        x, y = getattr(a, name), getattr(b, name)[places]
        assert np.ascontiguousarray(x).tobytes() == np.ascontiguousarray(y).tobytes(), name
    for name, x in a.observables.items():
        assert x.tobytes() == np.ascontiguousarray(b.observables[name][places]).tobytes(), name
    assert a.status == tuple(np.array(b.status)[places])


# -- the equations ---------------------------------------------------------------------------------


#: Linear systems have nothing that the others lack; one of them is there for its missing buffers.
JUDGED = [
    e
    for e in catalogue()
    if not e["without_batch"] and (e.activation != "linear" or e.name == "fo_anil_linear")
]


@pytest.mark.slow
@pytest.mark.parametrize("e", JUDGED, ids=lambda e: e.name)
def test_kernels_compute_what_numpy_computes(e, monkeypatch):
    """Every system, instruction set and observable, over a grid of K and M: V finite and infinite
    side by side.  The numpy module is lowered without the rewrites of the kernels, so this judges
    them too.  Rounding: about 10^2 operations per element."""
    library = shared_library(SOURCES / f"{e.name}_batch.c", "-O0", *FLAGS, *WARNINGS)
    monkeypatch.setattr(batch, "build", lambda *_, **__: library)
    monkeypatch.setattr(batch, "_library", lambda *_, **__: batch._Library(e, None))
    tolerance = 1e-13
    reference = NumpyBackend(e.name)
    for K, M in ((1, 1), (2, 3), (3, 2), (4, 4)):
        n = 9
        states, parameters = random_problem(n, K, M, seed=10 * K + M)
        g = np.random.default_rng(K)
        more = [x.name for x in e.state if x.name not in states.names]
        states = states.replace(**{name: g.standard_normal((n, K)) for name in more})
        for name in sorted({"u_first", "u_second"} & set(e.arrays)):
            parameters[name] = g.standard_normal((n, M))
        for name in sorted({"gamma", "ratio", "anchor", "p_second"} & set(e.parameters)):
            parameters[name] = g.uniform(0.1, 0.6, n)
        for function in ("rhs", *e.outputs):
            expected = []
            for t in range(n):
                state, chosen = one(states, parameters, t)
                value = reference.rhs(state, chosen) if function == "rhs" else None
                expected.append(
                    reference.observable(function, state, chosen) if value is None else pack(value)
                )
            expected = np.array(expected)
            assert np.isfinite(expected).all()
            for name in instruction_sets():
                found = evaluate_batch(e.name, function, states, parameters, name)
                assert abs(found - expected).max() <= tolerance * abs(expected).max(), (
                    K,
                    M,
                    function,
                    name,
                )


@pytest.mark.slow
@pytest.mark.parametrize("kernels", ["batch", "few_batch"])
def test_one_instruction_set_alone(kernels, monkeypatch):
    """What the runner compiles: the one instruction set asked for, without a warning and with the
    bits that it has in a library of all; the library then has no other."""
    e, few = entry("fo_anil_linear"), kernels == "few_batch"
    source, stem = SOURCES / f"{e.name}_{kernels}.c", f"{e.name}_{kernels}".upper()
    whole = shared_library(source, "-O0", *FLAGS, *WARNINGS)
    special = {"P": 5.0, "inner_steps": np.ones(9, dtype=int), "first_order": 1} if few else {}
    states, parameters = random_problem(9, 2, 3, seed=1)
    for name in instruction_sets():
        code = INSTRUCTIONS.index(name)
        alone = shared_library(source, "-O0", f"-D{stem}_ONLY={code}", *FLAGS, *WARNINGS)
        found = []
        for library in (whole, alone):
            monkeypatch.setattr(batch, "build", lambda *_, library=library, **__: library)
            compiled = batch._Library(e, None, few)
            monkeypatch.setattr(batch, "_library", lambda *_, compiled=compiled, **__: compiled)
            found.append(evaluate_batch(e.name, "rhs", states, parameters | special, name))
        assert np.array_equal(*found) and np.isfinite(found[0]).all()
        has = [bool(compiled.function("has")(other)) for other in range(len(INSTRUCTIONS))]
        assert has == [other == code for other in range(len(INSTRUCTIONS))]


def test_what_has_no_vector_kernels_is_named():
    """What the printer knows no vector code for, in a model of one's own; and what is not derived
    at finite P."""
    states, parameters = random_problem(3, 2, 2, seed=1)
    sgd = entry("sgd")
    without = {**sgd.particulars, "without_batch": "no vector code for gamma"}
    with pytest.raises(BackendError, match="sgd has no vector kernels: no vector code for gamma"):
        batch._Library(replace(sgd, particulars=without), None)
    with pytest.raises(BackendError, match="anil has no vector kernels for finite P"):
        evaluate_batch("anil", "rhs", states, parameters | {"P": 5.0})


def test_parameters_that_are_left_out_have_their_defaults():
    states, parameters = random_problem(3, 2, 2, seed=1)
    plain = {name: parameters[name] for name in ("T", "eta_J", "V", "eta_0")}
    full = plain | {
        "mean": np.ones(2),
        "cov": np.zeros((2, 2)),
        "kurtosis": np.full(2, 3.0),
        "noise": 0.0,
        "decay": 0.0,
    }
    np.testing.assert_allclose(
        evaluate_batch("sgd", "rhs", states, plain), evaluate_batch("sgd", "rhs", states, full)
    )


# -- the integrator --------------------------------------------------------------------------------

TIMES = np.linspace(0.0, 40.0, 9)


@pytest.fixture(scope="module")
def sweep():
    """21 trajectories of the benchmark problem with learning rates of their own, and the scalar
    solutions of some."""
    states, fixed = saad_solla(21)
    return states, fixed | {"eta_J": np.linspace(0.2, 2.5, 21)}


def integrated(states, parameters, **more):
    given = {"rtol": 1e-6, "atol": 1e-9, "level": 0.045} | more
    return integrate_batch("sgd", states, parameters, TIMES, **given)


@pytest.mark.parametrize("rtol", [1e-6, 1e-3])
@pytest.mark.parametrize("instructions", INSTRUCTIONS)
def test_trajectories_are_those_of_the_scalar_integrator(sweep, instructions, rtol):
    """The same steps, rejected ones too: only rounding differs, amplified by the dynamics; measured
    1e-12."""
    if instructions not in instruction_sets():
        pytest.skip(f"this machine has no {instructions}")
    states, parameters = sweep
    found = integrated(states, parameters, instructions=instructions, rtol=rtol)
    assert (found.rejected[::5] > 0).any() or rtol < 1e-3
    assert (
        set(found.status) == {"ok"}
        and found.instructions == instructions
        and found.digest == entry("sgd").digest
    )
    scalar = load("sgd", "c")
    crossed = 0
    for t in range(0, 21, 5):
        state, chosen = (
            State(*(x[t] for x in states)),
            parameters | {"eta_J": parameters["eta_J"][t]},
        )
        times = TIMES
        if np.isfinite(found.crossing[t]):
            crossed += 1
            times = np.sort(np.append(TIMES, found.crossing[t]))
        expected = scalar.integrate(state, chosen, times, rtol=rtol, atol=1e-9)
        eps = np.array(
            [
                scalar.observable("eps_g", State(*x), chosen)
                for x in zip(expected.R, expected.Q, expected.w0, strict=True)
            ]
        )
        kept = np.isin(times, TIMES)
        np.testing.assert_allclose(found.observables["eps_g"][t], eps[kept], rtol=0, atol=1e-10)
        for name in ("R", "Q", "w0"):
            np.testing.assert_allclose(
                getattr(found, name)[t], getattr(expected, name)[-1], rtol=0, atol=1e-10
            )
        assert 1 + 6 * (found.accepted[t] + found.rejected[t]) == expected.evaluations
        located = found.evaluations[t] - expected.evaluations
        assert located == 0 if kept.all() else 7 <= located < 100
        if not kept.all():
            # it was located on steps of their own from the time before
            assert eps[~kept] == pytest.approx(0.045, rel=rtol)
            assert (eps[: np.flatnonzero(~kept)[0]] > 0.045).all()
        else:
            assert (eps > 0.045).all()
    assert 0 < crossed < 5


@pytest.mark.parametrize("instructions", INSTRUCTIONS)
def test_bits_depend_on_nothing_else(sweep, instructions):
    """Neither on order, nor on the number of trajectories beside, nor on threads."""
    if instructions not in instruction_sets():
        pytest.skip(f"this machine has no {instructions}")
    states, parameters = sweep
    whole = integrated(states, parameters, instructions=instructions)
    order = np.random.default_rng(0).permutation(21)
    same(integrated(*taken(states, parameters, order), instructions=instructions), whole, order)
    for places in ([4], [20, 3], range(5, 16)):
        places = np.array(places)
        same(
            integrated(*taken(states, parameters, places), instructions=instructions), whole, places
        )
    for threads in (2, 5):
        same(integrated(states, parameters, instructions=instructions, threads=threads), whole)


def test_a_neighbour_in_trouble_changes_no_bit(sweep):
    states, parameters = sweep
    whole = integrated(states, parameters)
    bad = State(*(x.copy() for x in states))
    bad.Q[3, 0, 0], bad.R[8, 0, 0], bad.Q[10] = np.nan, 5.0, 3.0 * np.eye(3)
    rates = parameters["eta_J"].copy()
    rates[12] = -1.0
    found = integrated(bad, parameters | {"eta_J": rates}, threads=2)
    places = np.setdiff1d(np.arange(21), [3, 8, 10, 12])
    good = integrated(*taken(states, parameters, places))
    same(good, whole, places)
    for name in ("R", "Q", "crossing", "evaluations"):
        assert getattr(found, name)[places].tobytes() == getattr(whole, name)[places].tobytes()
    bad_rate = "eta_J is negative or not finite"
    assert [found.status[t] for t in (3, 8, 10, 12)] == ["non-finite", "domain", "ok", bad_rate]


@pytest.mark.slow
def test_kernels_for_a_fixed_size_give_the_same_bits(tmp_path, monkeypatch):
    states, parameters = random_problem(6, 3, 2, seed=2)
    runs = []
    for sizes in ((), ("-DSGD_LINEAR_BATCH_K=3", "-DSGD_LINEAR_BATCH_M=2")):
        library = tmp_path / f"kernels{len(sizes)}.so"
        run("gcc", "-O1", *FLAGS, *sizes, SOURCES / "sgd_linear_batch.c", "-o", library, "-lm")
        monkeypatch.setattr(batch, "build", lambda *_, path=library, **__: path)
        monkeypatch.setattr(
            batch, "_library", lambda *_, **__: batch._Library(entry("sgd_linear"), None)
        )
        runs.append(
            integrate_batch(
                "sgd_linear", states, parameters | {"decay": 1.0}, [0.0, 1.0], rtol=1e-6, atol=1e-9
            )
        )
    same(*runs)
    assert set(runs[0].status) == {"ok"}


# -- statuses --------------------------------------------------------------------------------------


def troubled():
    """One trajectory per way to fail, and one that does not."""
    states, fixed = saad_solla(6, 2, 2)
    states.Q[1, 0, 0] = -0.2  # negative norm
    states.R[2, 0, 0] = 5.0  # no covariance
    states.R[3, 1, 1] = np.inf
    states.Q[4] = 1e6 * np.eye(2)
    return states, fixed | {"eta_J": np.array([0.5, 0.5, 0.5, 0.5, 3.0, 0.5]), "decay": 0.0}


@pytest.mark.parametrize("instructions", INSTRUCTIONS)
@pytest.mark.parametrize("max_steps", [0, 3])
def test_statuses_are_those_of_the_scalar_integrator(instructions, max_steps):
    if instructions not in instruction_sets():
        pytest.skip(f"this machine has no {instructions}")
    states, parameters = troubled()
    times = np.array([0.0, 1.0, 5.0])
    options = {"rtol": 1e-6, "atol": 1e-9, "max_steps": max_steps}
    found = integrate_batch(
        "sgd", states, parameters, times, instructions=instructions, level=0.001, **options
    )
    scalar = load("sgd", "c")
    for t in range(6):
        chosen = parameters | {"eta_J": parameters["eta_J"][t]}
        expected = scalar.integrate(State(*(x[t] for x in states)), chosen, times, **options)
        assert found.status[t] == expected.status, t
        assert np.isnan(found.R[t]).all() == (expected.status != "ok")
        reached = np.isfinite(expected.R).all(axis=(1, 2)) & np.isfinite(expected.Q).all(
            axis=(1, 2)
        )
        inside = [
            reached[a]
            and np.isfinite(
                scalar.observable(
                    "eps_g", State(expected.R[a], expected.Q[a], expected.w0[a]), chosen
                )
            )
            for a in range(3)
        ]
        assert (np.isfinite(found.observables["eps_g"][t]) == inside).all(), t
    assert len(set(found.status)) >= 4


@pytest.mark.parametrize("instructions", INSTRUCTIONS)
@pytest.mark.parametrize("rtol", [1e-6, 1e-2])
def test_few_at_a_time_have_the_bits_of_many(instructions, rtol):
    """Calls for one or two trajectories have code of their own; failures, rejected steps and
    crossings included."""
    if instructions not in instruction_sets():
        pytest.skip(f"this machine has no {instructions}")
    states, parameters = troubled()
    states.Q[5, 0, 1] = states.Q[5, 1, 0] = 0.15
    times, options = np.linspace(0.0, 30.0, 7), {"rtol": rtol, "atol": 1e-9, "level": 0.1}
    whole = integrate_batch("sgd", states, parameters, times, instructions=instructions, **options)
    assert len(set(whole.status)) >= 4 and np.isfinite(whole.crossing).any()
    assert whole.rejected.any() or rtol < 1e-3
    for places in ([0], [1], [2], [3], [4], [5], [0, 4], [5, 2]):
        some = taken(states, parameters, places)
        same(
            integrate_batch("sgd", *some, times, instructions=instructions, **options),
            whole,
            places,
        )


def test_subnormal_numbers_are_the_callers_again(sweep):
    integrated(*sweep)
    tiny = np.array([1e-310])
    assert (tiny * 0.5 > 0).all()


@pytest.mark.parametrize("instructions", INSTRUCTIONS)
def test_what_has_crossed_ends_at_the_first_time_from_there_on(sweep, instructions):
    """The rest, and the crossings, keep their bits; where a trajectory ends it is in the state that
    it has there when it goes on."""
    if instructions not in instruction_sets():
        pytest.skip(f"this machine has no {instructions}")
    states, parameters = sweep
    whole = integrated(states, parameters, instructions=instructions)
    crossed = np.isfinite(whole.crossing)
    assert 0 < crossed.sum() < 21
    for until in (0.0, TIMES[-3]):
        found = integrated(states, parameters, instructions=instructions, until=until)
        assert found.crossing.tobytes() == whole.crossing.tobytes()
        others = np.flatnonzero(~crossed)
        assert found.Q[others].tobytes() == whole.Q[others].tobytes()
        assert (found.evaluations[others] == whole.evaluations[others]).all()
        for t in np.flatnonzero(crossed).tolist():
            end = np.flatnonzero((TIMES > whole.crossing[t]) & (TIMES >= until))[0]
            assert found.alpha[t] == TIMES[end] and found.status[t] == "ok"
            eps, expected = (x.observables["eps_g"][t] for x in (found, whole))
            assert eps[: end + 1].tobytes() == expected[: end + 1].tobytes()
            assert np.isnan(eps[end + 1 :]).all()
            last = evaluate_batch(
                "sgd", "eps_g", *taken(found.states, parameters, [t]), instructions
            )
            assert last == eps[end] if end < len(TIMES) - 1 else last == pytest.approx(eps[end])
            assert end == len(TIMES) - 1 or found.evaluations[t] < whole.evaluations[t]


def test_one_time_and_a_level_that_holds_at_the_start():
    states, fixed = saad_solla(3)
    parameters = fixed | {"eta_J": 1.0}
    eps = evaluate_batch("sgd", "eps_g", states, parameters)
    found = integrate_batch("sgd", states, parameters, [2.0], rtol=1e-6, atol=1e-9, level=eps[1])
    assert (
        found.observables["eps_g"][:, 0].tobytes() == eps.tobytes() and (found.alpha == 2.0).all()
    )
    assert np.isnan(found.crossing).all()
    assert found.R.tobytes() == np.ascontiguousarray(states.R).tobytes()


def test_what_is_not_there_is_said(sweep):
    states, parameters = sweep
    for change, words in (
        ({"instructions": "sse9"}, "sse9"),
        ({"observable": "entropy"}, "entropy"),
        ({"rtol": -1.0}, "rtol is negative or not finite"),
        ({"threads": 0}, "threads"),
    ):
        with pytest.raises(BackendError, match=words):
            integrated(states, parameters, **change)
    with pytest.raises(BackendError, match="T has the shape"):
        integrated(states, parameters | {"T": np.eye(2)})
    with pytest.raises(BackendError, match="shapes"):
        integrated(State(states.R[0], states.Q[0], states.w0[0]), parameters)


# -- the C by its contract -------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("compiler", ["gcc", "g++"])
def test_compiles_without_a_warning(compiler, tmp_path):
    """Once with optimisation, which finds more to warn of; two systems in one binary; nothing
    allocated or kept."""
    if not shutil.which(compiler):
        pytest.skip(f"{compiler} not found")
    language = ("-std=c99",) if compiler == "gcc" else ("-x", "c++")
    objects = []
    for name in ("sgd", "fo_anil_linear"):
        objects.append(tmp_path / f"{name}.o")
        level = "-O1" if (name, compiler) == ("sgd", "g++") else "-O0"
        run(
            compiler,
            *language,
            level,
            *WARNINGS,
            "-c",
            SOURCES / f"{name}_batch.c",
            "-o",
            objects[-1],
        )
    run("gcc", "-r", *objects, "-o", tmp_path / "both.o")
    if compiler == "gcc" and shutil.which("nm"):
        table = [line.split()[-2:] for line in run("nm", tmp_path / "both.o").splitlines()]
        defined = {name for kind, name in table if kind.isupper() and kind not in "U"}
        promised = ("has", "work_size", "rhs", "eps_g", "check", "integrate", "strerror")
        assert defined == {
            f"{s}_batch_{name}" for s in ("sgd", "fo_anil_linear") for name in promised
        }
        assert not {kind for kind, _ in table} & set("BbDdCGgSs"), "writable data: not thread-safe"
        needed = {name for kind, name in table if kind == "U"}
        compilers = {
            "_GLOBAL_OFFSET_TABLE_",
            "__stack_chk_fail",
            "memcpy",
            "memset",
            "__cpu_model",
            "__cpu_indicator_init",
        }
        assert needed <= {"sqrt", "frexp", "ldexp", "fabs", "copysign"} | compilers


@pytest.mark.slow
def test_work_array_is_as_large_as_promised():
    """Nothing is written behind it, wherever it starts."""
    library = batch._library("sgd")
    states, parameters = saad_solla(9, 2, 3)
    structs, keep = library.parameters(parameters | {"eta_J": 0.5}, 9, 2, 3)
    flat = layout(library.entry.state, 2, 3).pack(states)
    result = np.empty_like(flat)
    size = library.function("work_size")(
        2, 3, ctypes.c_size_t(9), ctypes.c_void_p(structs.ctypes.data)
    )
    for instructions in range(len(instruction_sets())):
        for start in range(8):
            work = np.full(size + 16, 12345.678)
            place = work[start:].ctypes.data_as(POINTER)
            pointers = (
                ctypes.c_void_p(structs.ctypes.data),
                flat.ctypes.data_as(POINTER),
                result.ctypes.data_as(POINTER),
                place,
            )
            assert library.function("rhs")(instructions, 2, 3, ctypes.c_size_t(9), *pointers) == 0
            assert (work[:start] == 12345.678).all() and (work[start + size :] == 12345.678).all()
    assert keep


def test_headers_name_the_instruction_sets_in_order():
    text = (SOURCES / "sgd_batch.h").read_text(encoding="utf-8")
    names = re.findall(r"SGD_BATCH_(\w+) = (\d),?.*\n", text[: text.index("SGD_BATCH_SETS")])
    assert [(name.lower(), int(code)) for name, code in names] == [
        (n, c) for c, n in enumerate(INSTRUCTIONS)
    ]

"""What the vector kernels of ReLU need beside those of erf: angles, and roots that tolerate
rounding."""

import ctypes
import shutil

import mpmath
import numpy as np
import pytest
from flat_state import pack
from test_batch import FLAGS, SOURCES, run
from test_batch_functions import ulps

from orderode.compiler import INSTRUCTIONS, instruction_sets
from orderode.solvers import load
from orderode.solvers.base import State
from orderode.solvers.batch import evaluate_batch, integrate_batch
from orderode.solvers.c import POINTER
from orderode.solvers.numpy import NumpyBackend

pytestmark = pytest.mark.skipif(not shutil.which("gcc"), reason="gcc not found")

TARGETS = {"avx512": "avx512f,avx512dq,avx2,fma", "avx2": "avx2,fma"}
WIDTH = dict(zip(INSTRUCTIONS, (1, 4, 8), strict=True))


@pytest.fixture(scope="module")
def functions(tmp_path_factory):
    """The functions of two arguments inside the kernels, called over arrays."""
    folder = tmp_path_factory.mktemp("angles")
    calls = []
    for s in instruction_sets():
        target = f'__attribute__((target("{TARGETS[s]}")))' if s in TARGETS else ""
        vector = f"sgd_relu_batch_vector_{s}"
        for f in ("angle", "tolerant_root"):
            calls.append(
                f"{target} void probe_{f}_{s}(size_t n, const {vector} *x, const {vector} *y,"
                f" {vector} *z)\n{{ for (size_t i = 0; i < n; ++i) {{ z[i] ="
                f" sgd_relu_batch_{f}_{s}(x[i], y[i]); }} }}"
            )
    (folder / "probe.c").write_text(
        '#include "sgd_relu_batch.c"\n' + "\n".join(calls), encoding="utf-8"
    )
    run("gcc", "-O0", *FLAGS, "-I", SOURCES, folder / "probe.c", "-o", folder / "probe.so", "-lm")
    library = ctypes.CDLL(str(folder / "probe.so"))

    def call(name, instructions, x, y):
        if instructions not in instruction_sets():
            pytest.skip(f"this machine has no {instructions}")
        size = -(-len(x) // 8) * 8
        arrays = [np.zeros(size + 8) for _ in range(3)]
        arrays = [a[-a.ctypes.data % 64 // 8 :] for a in arrays]
        for array, values in zip(arrays, (x, y), strict=False):
            array[: len(x)] = values
        pointers = (a.ctypes.data_as(POINTER) for a in arrays)
        getattr(library, f"probe_{name}_{instructions}")(
            ctypes.c_size_t(size // WIDTH[instructions]), *pointers
        )
        return arrays[2][: len(x)]

    return call


@pytest.mark.slow
@pytest.mark.parametrize("instructions", INSTRUCTIONS)
def test_angles_all_around(functions, instructions):
    """Within four units of the last place, of all signs and sizes, on the axes and the
    diagonals."""
    g = np.random.default_rng(7)
    y, x = (g.choice([-1, 1], 4000) * 10.0 ** g.uniform(-30, 30, 4000) for _ in range(2))
    near = 1.0 + np.concatenate([-np.logspace(-16, -1, 100), [0.0], np.logspace(-16, -1, 100)])
    y = np.concatenate(
        [y, g.uniform(-2, 2, 2000), near, np.ones(201), [0.0, 0.0, 1.0, -1.0, 1e-150]]
    )
    x = np.concatenate(
        [x, g.uniform(-2, 2, 2000), np.ones(201), near, [1.0, 0.0, 0.0, 0.0, 1e-150]]
    )
    found = functions("angle", instructions, y, x)
    with mpmath.workdps(30):
        exact = [
            mpmath.atan2(mpmath.mpf(float(b)), mpmath.mpf(float(a)))
            for a, b in zip(x, y, strict=True)
        ]
        assert ulps(found, exact) <= 4.0
    bad = functions("angle", instructions, [np.nan, 1.0, np.nan], [1.0, np.nan, np.nan])
    assert np.isnan(bad).all()


@pytest.mark.parametrize("instructions", INSTRUCTIONS)
def test_roots_forgive_rounding_and_no_more(functions, instructions):
    x = np.array([4.0, 1.0, 1.0, 1.0, 0.0, 2.0, np.nan])
    y = np.array([1.0, 1.0, 1.0 + 1e-15, 1.0 + 1e-6, 0.0, np.nan, 1.0])
    found = functions("tolerant_root", instructions, x, y)
    np.testing.assert_array_equal(found, [np.sqrt(3.0), 0.0, 0.0, np.nan, 0.0, np.nan, np.nan])


def coinciding(n, K):
    """States in which students are teachers, of each other, or opposite: all the roots vanish."""
    vectors = np.random.default_rng(3).standard_normal((n, K, 20))
    B = vectors.copy()
    J = np.where((np.arange(n) % 2)[:, None, None], vectors[:, ::-1], -vectors)
    J[0, 1] = J[0, 0]
    return (
        State(*(a @ b.swapaxes(1, 2) / 20 for a, b in ((J, B), (J, J))), np.ones((n, K))),
        B @ B.swapaxes(1, 2) / 20,
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", ["sgd_relu", "fo_anil_relu"])
@pytest.mark.parametrize("instructions", INSTRUCTIONS)
def test_coinciding_fields(name, instructions):
    """Where angles are 0 and pi and their roots rounding only, which costs half the digits."""
    if instructions not in instruction_sets():
        pytest.skip(f"this machine has no {instructions}")
    states, T = coinciding(6, 2)
    fixed = {"eta_J": 0.5, "eta_w": 0.3, "V": np.array([np.inf, 5.0] * 3), "inner_steps": 1, "T": T}
    # of sgd too, where some students are perfect otherwise
    fixed |= {"mean": np.zeros(2), "cov": np.eye(2)}
    found = evaluate_batch(name, "rhs", states, fixed, instructions)
    reference = NumpyBackend(name)
    for t in range(6):
        state = State(*(x[t] for x in states))
        expected = pack(reference.rhs(state, fixed | {"V": fixed["V"][t], "T": T[t]}))
        assert np.isfinite(expected).all()
        assert abs(found[t] - expected).max() <= 1e-7 * abs(expected).max()


@pytest.mark.parametrize("instructions", INSTRUCTIONS)
def test_trajectories_are_those_of_the_scalar_integrator(instructions):
    """Up to where a student becomes a teacher; one at a time too, with the same bits."""
    if instructions not in instruction_sets():
        pytest.skip(f"this machine has no {instructions}")
    g = np.random.default_rng(2)
    states = State(
        0.05 * g.standard_normal((5, 2, 2)),
        np.broadcast_to(0.3 * np.eye(2), (5, 2, 2)),
        np.ones((5, 2)),
    )
    fixed = {
        "eta_J": np.linspace(0.2, 0.6, 5),
        "V": np.inf,
        "T": np.eye(2),
        "mean": np.ones(2),
        "cov": np.zeros((2, 2)),
    }
    times, options = np.array([0.0, 20.0]), {"rtol": 1e-7, "atol": 1e-10}
    found = integrate_batch("sgd_relu", states, fixed, times, instructions=instructions, **options)
    scalar = load("sgd_relu", "c")
    for t in range(5):
        one, chosen = (
            State(*(x[t : t + 1] for x in states)),
            fixed | {"eta_J": fixed["eta_J"][t : t + 1]},
        )
        alone = integrate_batch(
            "sgd_relu", one, chosen, times, instructions=instructions, **options
        )
        assert (
            alone.Q[0].tobytes() == found.Q[t].tobytes()
            and alone.R[0].tobytes() == found.R[t].tobytes()
        )
        expected = scalar.integrate(
            State(*(x[t] for x in states)), fixed | {"eta_J": fixed["eta_J"][t]}, times, **options
        )
        assert found.status[t] == expected.status == "ok"
        np.testing.assert_allclose(found.R[t], expected.R[-1], rtol=0, atol=1e-8)
        np.testing.assert_allclose(found.Q[t], expected.Q[-1], rtol=0, atol=1e-8)

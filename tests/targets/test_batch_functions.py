"""The functions of the vector kernels over their whole domains, to units in the last place."""

import ctypes

import mpmath
import numpy as np
import pytest
from test_batch import FLAGS, SOURCES, run

from orderode.compiler import INSTRUCTIONS, instruction_sets
from orderode.solvers.c import POINTER


@pytest.fixture(scope="module")
def functions(tmp_path_factory):
    """The functions inside the kernels, called over arrays: name, instruction set, points ->
    values."""
    folder = tmp_path_factory.mktemp("functions")
    calls, sets = [], instruction_sets()
    targets = {"avx512": "avx512f,avx512dq,avx2,fma", "avx2": "avx2,fma"}
    for s in sets:
        target = f'__attribute__((target("{targets[s]}")))' if s in targets else ""
        vector = f"sgd_batch_vector_{s}"
        for f in ("arcsine", "arcsines", "inverse_root", "log2", "exp2"):
            one = f"y[i] = sgd_batch_{f}_{s}(x[i]);"
            in_place = f"y[i] = x[i]; sgd_batch_arcsines_{s}(1, y + i);"
            calls.append(
                f"{target} void probe_{f}_{s}(size_t n, const {vector} *x, {vector} *y)\n"
                f"{{ for (size_t i = 0; i < n; ++i) {{ {in_place if f == 'arcsines' else one} }} }}"
            )
    (folder / "probe.c").write_text('#include "sgd_batch.c"\n' + "\n".join(calls), encoding="utf-8")
    run("gcc", "-O0", *FLAGS, "-I", SOURCES, folder / "probe.c", "-o", folder / "probe.so", "-lm")
    library = ctypes.CDLL(str(folder / "probe.so"))
    width = dict(zip(INSTRUCTIONS, (1, 4, 8), strict=True))

    def call(name, instructions, points):
        x = np.zeros(-(-len(points) // 8) * 8 + 16)
        x, y = (a[-a.ctypes.data % 64 // 8 :] for a in (x, np.zeros_like(x)))
        x[: len(points)] = points
        n = ctypes.c_size_t(-(-len(points) // width[instructions]))
        pointers = (a.ctypes.data_as(POINTER) for a in (x, y))
        getattr(library, f"probe_{name}_{instructions}")(n, *pointers)
        return y[: len(points)]

    return call


def ulps(found, exact):
    """Errors in units of the last place of the exact value."""
    return max(
        float(abs(mpmath.mpf(float(f)) - e) / np.spacing(abs(float(e))))
        for f, e in zip(found, exact, strict=True)
    )


def domain_of_arcsine():
    g = np.random.default_rng(5)
    near = 1.0 - np.logspace(-16, -1, 200)
    edge = 0.6 + np.concatenate([-np.logspace(-16, -2, 60), [0.0], np.logspace(-16, -2, 60)])
    points = np.concatenate(
        [g.uniform(0, 1, 2500), near, edge, np.logspace(-300, -1, 200), [0.0, 1.0]]
    )
    return np.concatenate([points, -points])


@pytest.mark.parametrize("instructions", INSTRUCTIONS)
@pytest.mark.parametrize("name", ["arcsine", "arcsines"])
def test_arcsine_over_its_whole_domain(functions, instructions, name):
    """At most 2 units in the last place; both ways through the domain give the same bits."""
    if instructions not in instruction_sets():
        pytest.skip(f"this machine has no {instructions}")
    x = domain_of_arcsine()
    found = functions(name, instructions, x)
    with mpmath.workdps(30):
        assert ulps(found, [mpmath.asin(mpmath.mpf(float(v))) for v in x]) <= 2.0
    assert found.tobytes() == functions("arcsine", instructions, x).tobytes()
    assert np.isnan(functions(name, instructions, [1.0 + 1e-15, -2.0, np.inf, np.nan])).all()


@pytest.mark.parametrize("instructions", INSTRUCTIONS)
def test_inverse_root_logarithm_and_power(functions, instructions):
    if instructions not in instruction_sets():
        pytest.skip(f"this machine has no {instructions}")
    g = np.random.default_rng(6)
    x = np.concatenate(
        [g.uniform(0.5, 20, 1000), np.logspace(-300, 300, 601), 2.0 ** np.arange(-60, 61)]
    )
    y = g.uniform(-300, 300, 500)
    with mpmath.workdps(30):
        exact = [1 / mpmath.sqrt(mpmath.mpf(float(v))) for v in x]
        assert ulps(functions("inverse_root", instructions, x), exact) <= 2.0
        logarithms = np.array([float(mpmath.log(mpmath.mpf(float(v)), 2)) for v in x])
        assert (
            abs(functions("log2", instructions, x) - logarithms) <= 1e-14 + 2e-16 * abs(logarithms)
        ).all()
        powers = np.array([float(mpmath.power(2, mpmath.mpf(float(v)))) for v in y])
    np.testing.assert_allclose(functions("exp2", instructions, y), powers, rtol=1e-14)
    assert np.isnan(functions("inverse_root", instructions, [-1.0, -1e-300, np.nan])).all()
    assert not np.isfinite(functions("inverse_root", instructions, [0.0])).any()

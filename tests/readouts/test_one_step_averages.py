"""Averages over a grid, of functions without closed ones: the emitted solvers against sums fine
enough to be exact."""

import ctypes
import math
import shutil
import subprocess

import mpmath
import numpy as np
import pytest

from orderode.models.catalogue import GENERATED
from orderode.simulate import one_step as simulated
from orderode.solvers.numpy import load_module

SRF = load_module("srf", GENERATED)
NAMES = ("tanh", "silu", "softplus", "sigmoid")
SINGULARITY = {"tanh": math.pi / 2, "silu": math.pi, "softplus": math.pi, "sigmoid": math.pi}
MEANS = np.array([0.0, 0.3, -1.1, 2.7, 6.0, -14.0, 25.0, -60.0])
#: Widths on either side of where the grid begins, d/12, and of where the singularity limits its
#: step, d/8.9.
WIDTHS = [
    1e-4,
    0.01,
    0.1305,
    0.1315,
    0.17,
    0.185,
    0.26,
    0.263,
    0.34,
    0.36,
    0.6,
    1.0,
    1.7,
    4.0,
    20.0,
    300.0,
]
GROWING = ("silu", "softplus")
ROUNDING = 2e-14  # of each average, in units of the size of the function over the field


def exact(name, mean, width):
    """E f, E f', E f^2 by the trapezoidal rule with steps of 1/16 of what the functions vary on:
    its error is exp(-2 pi 16 1.57) and, of the Gaussian, exp(-2 pi^2 144), so that rounding is all
    of it."""
    f, slope = simulated.FEATURES[name]
    step = min(1 / 12, 1 / (16 * width))
    z = step * np.arange(-math.ceil(9 / step), math.ceil(9 / step) + 1)
    weight = np.exp(-z * z / 2) * step / math.sqrt(2 * math.pi)
    x = mean + width * z
    return [float(np.sum(weight * values)) for values in (f(x), slope(x), f(x) ** 2)]


def units(found, mean, width):
    """c0, c1, c2^2 -> E f, E f', E f^2, and the size of the last."""
    c0, c1, c22 = found
    return c0, c1, c22 + c0**2 + width**2 * c1**2


def size_of(name, mean, width):
    """Of f^2 over the field, as rounding has it: at either end, for the closed part has both."""
    return 1.0 + (mean**2 + width**2 if name in GROWING else 0.0)


def close(name, mean, width, found):
    size = size_of(name, mean, width)
    for i, (a, b) in enumerate(
        zip(units(found, mean, width), exact(name, mean, width), strict=True)
    ):
        assert abs(a - b) <= ROUNDING * (size if i == 2 else math.sqrt(size)), (
            name,
            mean,
            width,
            i,
        )


@pytest.mark.parametrize("name", NAMES)
def test_features_over_all_means_and_widths(name):
    for width in WIDTHS:
        m = MEANS[None, :]
        found = SRF._FEATURES[name](m, np.full(m.shape, width**2))
        for i, mean in enumerate(MEANS):
            close(name, mean, width, [x[0, i] for x in found])


@pytest.mark.parametrize("name", NAMES)
def test_targets_over_all_means_and_widths(name):
    for width in [0.0, *(w for w in WIDTHS if w <= 1)]:
        m = MEANS[None, :]
        h0, h1, h2 = (x[0] for x in SRF._TARGETS[name](m, np.full(m.shape, width)))
        for i, mean in enumerate(MEANS):
            f, slope, square = exact(name, mean, width) if width else (x(mean) for x in _at(name))
            size = size_of(name, mean, width)
            assert (
                abs(h0[i] - f) <= ROUNDING * math.sqrt(size)
                and abs(h2[i] - square) <= ROUNDING * size
            )
            assert abs(h1[i] - width * slope) <= ROUNDING * math.sqrt(size)


def _at(name):
    f, slope = simulated.FEATURES[name]
    return f, slope, lambda x: f(x) ** 2


def test_the_fine_sums_are_those_of_many_digits():
    """What the others are held against, in thirty digits at some points."""
    functions = {
        "tanh": mpmath.tanh,
        "silu": lambda x: x / (1 + mpmath.exp(-x)),
        "softplus": lambda x: mpmath.log(1 + mpmath.exp(x)),
        "sigmoid": lambda x: 1 / (1 + mpmath.exp(-x)),
    }
    with mpmath.workdps(30):
        for name, f in functions.items():
            for mean, width in ((0.3, 0.14), (2.7, 1.0), (-1.1, 4.0)):
                step = min(mpmath.mpf(1) / 12, 1 / (20 * mpmath.mpf(width)))
                size = int(12 / step)
                total = [mpmath.mpf(0)] * 2
                for j in range(-size, size + 1):
                    value = f(mean + width * step * j)
                    weight = mpmath.npdf(step * j) * step
                    total = [t + weight * value**p for t, p in zip(total, (1, 2), strict=True)]
                c0, _, square = exact(name, mean, width)
                assert abs(c0 - total[0]) < 2e-15 * (1 + abs(c0)) and abs(
                    square - total[1]
                ) < 2e-15 * (1 + square)


@pytest.mark.parametrize("name", NAMES)
def test_the_singularity_is_where_it_is_said_to_be(name):
    """With a distance half as large again the grid is too coarse by far, at widths where the
    singularity limits it."""
    values = getattr(SRF, f"_remainder_{name}")
    m, width = np.linspace(-2, 2, 41)[None, :], np.full((1, 41), 3.0)
    right, wrong, finer = (
        SRF._averages(values, SINGULARITY[name] * x, 60.0, m, width) for x in (1.0, 1.5, 0.7)
    )
    assert np.abs(right - finer).max() < 1e-14
    assert np.abs(wrong - finer).max() > 1e-12


def test_odd_functions_have_no_mean_at_zero():
    for width in WIDTHS:
        c0 = SRF._features_tanh(np.array([[-0.5, 0.0, 0.5]]), np.full((1, 3), width**2))[0]
        assert c0[0, 1] == 0.0 and c0[0, 0] == pytest.approx(-c0[0, 2], rel=1e-14)


def test_fields_that_are_no_numbers_have_no_averages():
    m = np.array([[0.3, 1.0], [0.3, np.inf], [0.3, 1.0]])
    with np.errstate(invalid="ignore"):
        found = SRF._features_silu(m, np.array([[1.0, 1.0], [1.0, 1.0], [np.nan, np.nan]]))
    assert np.isfinite(found[0][0]).all() and not np.isfinite(found[0][1:]).any()


HARNESS = """
#include "srf.c"
void probe(int activation, int target, double width, double largest, int count, const double *m, double *found)
{
    double space[SPACE];
    averages at;

    for (int i = 0; i < count; ++i) {
        prepare_activation(activation, width, largest, space, &at);
        features_of(activation)(&at, m[i], width*width, found + 6*i);
        prepare_target(target, width, largest, space, &at);
        target_of(target)(&at, m[i], width, found + 6*i + 3);
    }
}
"""


def test_c_averages_as_numpy_does(tmp_path):
    """The same grid, weights by recurrence; under the sanitizer, for the grid must fit in the work
    array."""
    if not shutil.which("gcc"):
        pytest.skip("gcc not found")
    source, library = tmp_path / "probe.c", tmp_path / "probe.so"
    source.write_text(HARNESS)
    flags = [
        "-std=c99",
        "-O1",
        "-fsanitize=undefined,bounds",
        "-fno-sanitize-recover",
        "-shared",
        "-fPIC",
    ]
    command = ["gcc", *flags, "-I", str(GENERATED / "c"), str(source), "-o", str(library), "-lm"]
    subprocess.run(command, check=True)
    probe = ctypes.CDLL(str(library)).probe
    pointer = ctypes.POINTER(ctypes.c_double)
    for name in NAMES:
        places = SRF.ACTIVATIONS.index(name), SRF.TARGETS.index(name)
        for width in WIDTHS:
            found = np.empty((len(MEANS), 6))
            sizes = ctypes.c_double(width), ctypes.c_double(np.abs(MEANS).max()), len(MEANS)
            probe(*places, *sizes, MEANS.ctypes.data_as(pointer), found.ctypes.data_as(pointer))
            m = MEANS[None, :]
            numpy = [
                *SRF._FEATURES[name](m, np.full(m.shape, width**2)),
                *SRF._TARGETS[name](m, np.full(m.shape, width)),
            ]
            for i, mean in enumerate(MEANS):
                close(name, mean, width, found[i, :3])
                size = size_of(name, mean, width)
                assert found[i] == pytest.approx([x[0, i] for x in numpy], abs=1e-14 * size)

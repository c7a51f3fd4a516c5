"""Integrators of others on the slopes of numpy, against our own in C: Radau IIA of SciPy, and CVODE
of SUNDIALS, by multistep formulas of Adams and of backward differences."""

import numpy as np
import pytest
from scipy.integrate import solve_ivp
from ten_problems import TEN, end_in_c, flow, problem


def radau(slope, start):
    found = solve_ivp(lambda _, x: slope(x), (0, 1), start, method="Radau", rtol=1e-12, atol=1e-14)
    assert found.success, found.message
    return found.y[:, -1]


def cvode(slope, start, method):
    module = pytest.importorskip("sksundae.cvode", reason="scikit-sundae is not installed")

    def rhs(_, flat, result):
        result[:] = slope(flat)

    solver = module.CVODE(rhs, method=method, rtol=1e-13, atol=1e-15, max_num_steps=10**6)
    found = solver.solve(np.array([0.0, 1.0]), start)
    assert found.success, found.message
    return found.y[-1]


def judged(model, activation, method, integrate):
    p = problem(model, activation, 5, K=2)
    theirs, ours = integrate(*flow(p)), end_in_c(p)
    off = np.abs(ours - theirs).max() / np.abs(ours).max()
    print(f"\n{model} {activation} {method}: {off:.1e}")
    assert off <= 1e-10


@pytest.mark.slow
@pytest.mark.parametrize(("model", "activation"), TEN)
def test_ten_digits_by_radau(model, activation):
    judged(model, activation, "Radau", radau)


@pytest.mark.soak
@pytest.mark.parametrize(("model", "activation"), TEN)
@pytest.mark.parametrize("method", ["Adams", "BDF"])
def test_ten_digits(model, activation, method):
    judged(model, activation, method, lambda slope, start: cvode(slope, start, method))

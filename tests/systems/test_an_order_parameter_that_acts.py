"""An order parameter that R and w0 depend on: dw0 gains -eta_0 v0, dR_kn gains -eta_0 v0_k R_kn.
The equations are solved as any others; no simulation moves v0, so that none judges them."""

import numpy as np
import pytest
from slow_head import PULLED, derived_into, pulled

import orderode
from orderode.certify.fluctuations import fluctuations
from orderode.errors import NotAvailable
from orderode.models.catalogue import entry
from orderode.solvers import load
from orderode.solvers.batch import integrate_batch
from orderode.solvers.layout import State
from orderode.theory.integrate import solver_parameters, start_state

V0 = [0.1, 0.2]
PLAIN = {
    "activation": "linear",
    "K": 2,
    "M": 2,
    "parameters": {"eta_J": 0.5, "eta_0": 0.4, "V": 3, "w0": [0.5, -0.3]},
    "overlaps": {"T": [1.0, 0.8], "Q": 0.5, "R": {"N": 400, "seed": 1}},
    "tasks": {"mean": [0.7, -0.4], "cov": [0.1, 0.2]},
    "run": {"alpha_end": 2.0, "points": 21, "rtol": 1e-9},
    "simulation": {"N": 400, "runs": 4, "points": 21, "tasks": 50},
}
BACKENDS = ("c", "numpy")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return derived_into(tmp_path_factory.mktemp("pulled"), pulled, PULLED)


@pytest.fixture
def given(folder):
    overlaps = {**PLAIN["overlaps"], "v0": V0}
    return orderode.Problem(**{**PLAIN, "model": folder, "overlaps": overlaps})


@pytest.fixture
def plain():
    """Without it."""
    return orderode.Problem(model="sgd", **PLAIN)


@pytest.mark.parametrize("backend", BACKENDS)
def test_slopes(given, plain, backend):
    found, known = (orderode.right_hand_side(x, backend) for x in (given, plain))
    np.testing.assert_allclose(found.dw0, known.dw0 - 0.4 * np.array(V0), rtol=1e-12)
    pull = 0.4 * np.array(V0)[:, None] * given.R
    np.testing.assert_allclose(found.dR, known.dR - pull, rtol=1e-12)
    np.testing.assert_allclose(found.dQ, known.dQ, rtol=1e-12)
    np.testing.assert_allclose(found.dv0, 0.4 * (given.w0 - V0), rtol=1e-14)


@pytest.mark.parametrize("backend", BACKENDS)
def test_the_covariance_of_a_step_is_that_without_it(given, plain, backend):
    """What no sample moves does not fluctuate: the mean of the samples is taken off, not the
    slope."""
    blocks = []
    for problem in (given, plain):
        solver = load(entry(problem.model, "linear").key, backend)
        chosen = solver_parameters(problem, solver)
        blocks.append(solver.diffusion(start_state(problem), chosen))
    n = len(blocks[1])
    np.testing.assert_allclose(blocks[0][:n, :n], blocks[1], rtol=1e-10, atol=1e-13)
    assert not blocks[0][n:].any()


def test_it_fluctuates_with_what_drives_it(given):
    """Its own come from those of w0."""
    found = fluctuations(given, 400)
    assert found.status == "ok" and (found.sd_v0[-1] > 1e-4).all()


def test_vector_kernels_follow_the_same_trajectory(given):
    system = entry(given.model, "linear")
    chosen = solver_parameters(given, load(system.key, "c"))
    states = State.stack([start_state(given)] * 2)
    tolerances = {"rtol": 1e-9, "atol": 1e-12}
    found = integrate_batch(system.key, states, chosen, np.array([0.0, 2.0]), **tolerances)
    for name, value in orderode.integrate(given).state(-1).items():
        np.testing.assert_allclose(getattr(found.states, name)[1], value, rtol=1e-6)


@pytest.mark.parametrize(
    ("judge", "what"),
    [(orderode.compare, "the comparison"), (orderode.check_drift, "the drift test")],
)
def test_no_simulation_judges_it(given, judge, what):
    """A simulation without v0 would refuse equations that are right."""
    said = (
        rf"{what} of this problem is not available: R, w0 depend on v0, which no simulation moves"
    )
    with pytest.raises(NotAvailable, match=said):
        judge(given)


def test_what_is_measured_drives_what_it_likes():
    for model in ("sgd", "fo_anil", "anil", "pooled"):
        assert list(entry(model, "linear")["drives"]) == ["w0"]

"""The least eigenvalue of the covariance along a trajectory: found when it is asked for, and before
that where a Cholesky factor does not say that it is far from indefinite."""

from pathlib import Path

import numpy as np
import pytest

import orderode
from orderode.solvers.layout import layout
from orderode.theory import integrate as theory

FIG3 = Path(__file__).parents[2] / "experiments" / "fig3_eta_w_3.toml"


def test_found_later_it_is_that_of_all_states(monkeypatch):
    problem = orderode.load_problem(FIG3)
    with monkeypatch.context() as patched:
        patched.setattr(theory, "least_eigenvalues", lambda *_: pytest.fail("not asked for"))
        made = orderode.integrate(problem)
    at_once = theory.least_eigenvalues(made.R, made.Q, problem.T).min()
    assert made.status == "ok" and made.lambda_min == at_once


@pytest.mark.parametrize("ratio", [0.3, 1e-9, -1e-4, -0.009, -0.011, -0.3, -2.0, np.nan])
def test_a_factor_never_hides_what_is_indefinite(ratio):
    """Among definite ones, for random directions: what the eigenvalues call indefinite has no
    factor."""
    rng = np.random.default_rng(1)
    for _ in range(200):
        vectors = np.linalg.qr(rng.standard_normal((5, 5)))[0]
        values = np.array([ratio, *rng.uniform(0.05, 1, 3), 1.0])
        bad = vectors @ np.diag(values) @ vectors.T
        C = np.stack([np.eye(5), bad])
        R, Q, T = C[:, :3, 3:], C[:, :3, :3], C[:, 3:, 3:]
        sure = theory._surely_definite(R, Q, T)
        assert not sure or ratio > theory.INDEFINITE
        assert sure or not ratio >= 0.1


def test_an_indefinite_path_says_so():
    """As before the factor: NaN from the first place on, and how far it went."""
    problem = orderode.load_problem(FIG3)
    made = orderode.integrate(problem)
    R = made.R.copy()
    R[200:] *= 3  # no covariance has such overlaps
    ratio = theory.least_eigenvalues(R, made.Q, problem.T)
    assert ratio[:200].min() > theory.INDEFINITE > ratio[200:].min()
    assert theory._surely_definite(R[:200], made.Q[:200], problem.T)
    assert not theory._surely_definite(R, made.Q, problem.T)


def test_one_state_lies_flat_as_one_of_many():
    entries = orderode.solvers.load("fo_anil").entry.state
    rng, flat = np.random.default_rng(0), layout(entries, 3, 2)
    Q = rng.standard_normal((4, 3, 3))
    many = [rng.standard_normal((4, 3, 2)), Q + Q.swapaxes(1, 2), rng.standard_normal((4, 3))]
    for i, row in enumerate(flat.pack(many)):
        one = [x[i] for x in many]
        assert np.array_equal(flat.pack(one), row) and flat.pack(one).dtype == float
        for x, y in zip(one, flat.unpack(row), strict=True):
            assert np.array_equal(x, y)
    assert flat.pack([np.ones((3, 2), int), np.eye(3, dtype=int), [0, 0, 0]]).dtype == float
    with pytest.raises(ValueError, match="are no such state"):
        flat.pack([np.ones((3, 2)), np.eye(3), [0, 0]])

"""What docs/atlas.md says of its models, beside what the files of each feature and
`tests/house/test_stated_trajectories.py` have; and that the files of models are short."""

import ast
import math
import re
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from pages import tables

import orderode
from orderode import load_problem
from orderode.models.catalogue import moving
from orderode.models.described import in_words
from orderode.solvers import load
from orderode.solvers.base import State
from orderode.theory.integrate import observables

ROOT = Path(__file__).resolve().parents[2]
MODELS = sorted((ROOT / "derive" / "models").glob("[a-z]*.py"))


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_a_model_file_is_short(path):
    """Forty lines beside the docstring and blank ones."""
    text = path.read_text(encoding="utf-8")
    docstring = ast.parse(text).body[0]
    rest = text.splitlines()[docstring.end_lineno :]
    assert sum(1 for line in rest if line.strip()) <= 40


@pytest.mark.parametrize("e", moving(), ids=lambda e: e.name)
def test_what_does_not_hold_has_a_reason(e):
    """In what `orderode models` says: a covariance of a step and vector kernels."""
    said = "\n".join(in_words(e))
    if "(band of finite N): none" in said:
        assert "    covariance of one step: left out: " in said
    assert "vector kernels: none;" not in said and not said.endswith("vector kernels: none")
    assert "vector kernels: none\n" not in said


def test_transfer_is_nil_before_its_head_is_trained():
    """continual: after the first task the error of the second is what it was at the start."""
    problem = load_problem(ROOT / "experiments" / "continual.toml")
    t = orderode.integrate(problem, alphas=[0.0, 60.0, 120.0])
    start, before, after = observables(problem, t.alpha, t.states)["eps_second"]
    assert before > 0.95 * start > 100 * after


@pytest.mark.parametrize("signs", [(1.0, -0.8), (1.0, 0.8)])
def test_align_then_memorise(signs):
    """feedback_alignment: the head has the direction of the feedback, cosine 0.97, at alpha = 1, when
    eps_g has hardly begun to fall and no unit has specialised; at 20 units are still as near to one
    unit of the teacher as to the other; at 600 each has its own, and nothing is left of eps_g."""
    problem = load_problem(ROOT / "experiments" / "feedback_alignment.toml").with_changes(
        parameters={"feedback": list(signs)}, run={"alpha_end": 600.0}
    )
    t = orderode.integrate(problem, "c", alphas=[0.0, 1.0, 20.0, 600.0])
    aligned, plateau, end = (
        t.w0[1:] @ signs / np.linalg.norm(signs) / np.linalg.norm(t.w0[1:], axis=1)
    )
    assert aligned > 0.97 and plateau > 0.99 and end > 0.9
    assert t.eps_g[1] > 0.8 * t.eps_g[0]
    assert 0.01 < t.eps_g[2] < 0.1 * t.eps_g[0] and t.eps_g[3] < 1e-6
    rho = np.abs(t.rho(problem.T))
    assert np.ptp(rho[2], axis=1).max() < 0.1 and np.ptp(rho[3], axis=1).min() > 0.99


@pytest.mark.parametrize("K", [3, 5])
def test_each_unit_is_found_at_any_spread(K):
    """fo_anil_varied at P = V = inf, from chance overlaps of N = 1000, spread 1.5: a unit of its own
    for each of the teacher, at K = 3 and, beside units that stay free, K = 5."""
    problem = load_problem(
        {
            "model": "fo_anil_varied",
            "activation": "erf",
            "K": K,
            "M": 3,
            "parameters": {"eta_J": 6.0, "eta_w": 4.0, "P": math.inf, "V": math.inf},
            "overlaps": {"T": [1.0, 2.0, 3.0], "Q": 0.5, "R": {"N": 1000, "seed": 0}},
            "tasks": {"spread": 1.5},
            "run": {"alpha_end": 100.0, "points": 2, "rtol": 1e-7, "atol": 1e-11},
        }
    )
    t = orderode.integrate(problem, "c")
    rho = np.abs(t.rho(problem.T)[-1])
    assert t.status == "ok" and rho.max(axis=0).min() > 0.98
    assert len(set(rho.argmax(axis=0))) == 3


@pytest.mark.parametrize(("K", "M"), [(1, 1), (2, 2), (2, 1)])
def test_phase_retrieval_by_exact_nodes(K, M):
    """The equations of Arnaboldi et al. (arXiv 2302.05882): <a beta>, <a lambda> and <a a> for squares
    are polynomials of degree 6, which five Gauss-Hermite nodes a field average exactly."""
    rng = np.random.default_rng(7)
    factor = rng.standard_normal((K + M, K + M + 1)) / 2
    C, w, u = factor @ factor.T, rng.standard_normal(K), rng.standard_normal(M)
    eta, V, noise = 0.3, 3, 0.4
    x, weight = np.polynomial.hermite_e.hermegauss(5)
    grid = np.array(list(product(x, repeat=K + M)))
    weights = np.array([math.prod(p) for p in product(weight, repeat=K + M)])
    weights /= weights.sum()
    z = grid @ np.linalg.cholesky(C).T
    error = z[:, :K] ** 2 @ w - z[:, K:] ** 2 @ u
    a = -eta * error[:, None] * 2 * w * z[:, :K]
    force, square = a.T @ (weights[:, None] * z), a.T @ (weights[:, None] * a)
    square += (eta * noise * 2) ** 2 * np.multiply.outer(w, w) * C[:K, :K]
    dR, dQ = force[:, K:], force[:, :K] + force[:, :K].T + square / V
    at = State(C[:K, K:], C[:K, :K], w)
    given = {"eta_J": eta, "eta_0": 0.0, "noise": noise, "decay": 0.0, "V": V, "T": C[K:, K:]}
    given |= {"mean": u, "cov": np.zeros((M, M)), "kurtosis": None}
    for backend in ("c", "numpy"):
        found = load("phase_retrieval_square", backend).rhs(at, given)
        np.testing.assert_allclose(found.R, dR, rtol=0, atol=1e-13 * np.abs(dR).max())
        np.testing.assert_allclose(found.Q, dQ, rtol=0, atol=1e-13 * np.abs(dQ).max())


def test_the_table_of_models():
    """The columns of the table on top of the page, by the catalogue, with the activation that the
    problem files have; every model of the page's figures is in it."""
    first = {e.model: e for e in reversed(moving())}
    first["sgd"] = next(e for e in moving() if e.name == "sgd_tanh")
    header = "| model | published by | V | P | covariance of a step | vector kernels |"
    rows = tables("atlas.md", header)[0]
    listed = {row[0].lstrip("[").split("]")[0].split(",")[0].strip("`"): row for row in rows}
    assert set(listed) == set(first) - {"fo_anil", "anil", "pooled"}
    for name, (_, _, V, P, covariance, kernels) in listed.items():
        said = "\n".join(in_words(first[name]))
        found = re.search(
            r"finite N\): (\w+).*?; vector kernels: (none|yes|at any P|at P = inf)", said
        )
        assert (covariance, kernels.replace("∞", "inf")) == found.groups(), name
        status = first[name].limits.get(("V", "inf")) or first[name].limits["ratio", "inf"]
        assert V.split(",")[0] == {"exact": "exact", "quadrature": "nodes"}[status], name
        few = first[name].limits.get(("P", "integer"))
        if few is not None:
            assert P == {"quadrature": "exact", "refused": "∞"}[few], name

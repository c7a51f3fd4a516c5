"""What docs/atlas.md says of its models, beside what the files of each feature test: the numbers of
its text to the digits given, and that the files of models are short."""

import ast
import json
import math
from itertools import product
from pathlib import Path

import numpy as np
import pytest

import orderode
from orderode import load_problem
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


def times(problem, levels, alphas):
    """When eps_g falls below each level, by its logarithm between two times 0.1 apart: off by less
    than 0.005, a tenth of the square of that times the curvature."""
    t = orderode.integrate(problem, "c", alphas=alphas)
    found = []
    for level in levels:
        i = np.flatnonzero(t.eps_g < level)[0]
        x, y = t.alpha[i - 1 : i + 1], np.log(t.eps_g[i - 1 : i + 1])
        found.append(x[0] + (math.log(level) - y[0]) / (y[1] - y[0]) * (x[1] - x[0]))
    return found


@pytest.mark.parametrize(
    ("power", "left", "learned"), [(0.0, 117, 153), (1.0, 79, 136), (2.0, 37, 135)]
)
def test_when_the_plateau_ends(power, left, learned):
    """structured_sgd: eight eigenvalues in proportion to h^-power, to the unit that is printed."""
    problem = load_problem(ROOT / "experiments" / "structured_sgd.toml").with_changes(
        parameters={"shares": 8, "variances": {"power": power}},
        overlaps={"R": [[1e-3, 0.0], [0.0, 1e-3]]},
        run={"alpha_end": 200.0, "points": 2},
    )
    found = times(problem, (0.012, 0.001), np.linspace(0, 200, 2001))
    assert np.abs(np.array(found) - (left, learned)).max() <= 0.5


@pytest.mark.parametrize(
    ("end", "easy_hard", "hard", "hard_easy"),
    [(4.0, 0.2253, 0.2393, 0.2438), (20.0, 0.1159, 0.1100, 0.1103)],
)
def test_orders_of_a_curriculum(end, easy_hard, hard, hard_easy):
    """To the four digits that are printed."""
    problem = load_problem(ROOT / "experiments" / "curriculum.toml")
    found = []
    for first, second in ((0.0, 1.0), (1.0, 1.0), (1.0, 0.0)):
        changed = problem.with_changes(
            parameters={"variances": [1.0, first]},
            schedule={"alphas": [end / 2], "variances": [[1.0, second]]},
            run={"alpha_end": end},
        )
        found.append(orderode.integrate(changed, "c").eps_g[-1])
    assert np.abs(np.array(found) - (easy_hard, hard, hard_easy)).max() <= 5.1e-5


@pytest.mark.parametrize(("overlap", "after"), [(0.0, 0.012), (0.37, 0.196), (0.95, 0.0225)])
def test_what_is_forgotten(overlap, after):
    """continual: the error of the first task after both phases of 60, to the digit that is printed;
    2e-4 before, at every overlap; and nothing of the second is there before its head is trained."""
    content = json.loads(load_problem(ROOT / "experiments" / "continual.toml").content)
    content["overlaps"]["T"] = {"norm": 1.0, "overlap": overlap}
    problem = orderode.Problem(**content)
    t = orderode.integrate(problem, alphas=[0.0, 60.0, 120.0])
    found = observables(problem, t.alpha, t.states)
    assert abs(found["eps_first"][1] - 2.1e-4) < 5e-6
    assert abs(found["eps_first"][2] - after) <= 6e-4
    assert found["eps_second"][1] > 0.95 * found["eps_second"][0] > 500 * found["eps_second"][2]


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


def test_when_a_start_by_chance_has_escaped():
    """phase_retrieval at V = 1: a decade of N takes 14.80, 3 % more than (ln 10)/(8 eta_J T)."""
    content = {
        "model": "phase_retrieval",
        "activation": "square",
        "K": 1,
        "M": 1,
        "parameters": {"eta_J": 0.02, "V": 1},
        "overlaps": {"T": [1.0], "Q": [1 / 3], "R": {"N": 10**5, "seed": 1}},
        "run": {"alpha_end": 200.0, "points": 2, "rtol": 1e-10, "atol": 1e-14},
    }
    near, far = (
        times(
            load_problem(content | {"overlaps": content["overlaps"] | {"R": {"N": N, "seed": 1}}}),
            [0.1],
            np.linspace(0, 200, 2001),
        )[0]
        for N in (10**5, 10**6)
    )
    assert abs(far - near - 14.80) < 0.02
    assert math.isclose(math.log(10) / (8 * 0.02), 14.39, abs_tol=0.005)


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

"""A model that is in no folder, from its file to the verdict: units that are kept from agreeing.

Lateral inhibition is a penalty (push/2) sum_(k != l) g(lambda_k) g(lambda_l) beside the squared
error. What it adds to the slopes is held against Saad and Solla's I3, and what it does to the
plateau is no help: it ends one per cent earlier at best, and later where the push is stronger.
"""

import math

import numpy as np
import pytest
from click.testing import CliRunner

import orderode
from orderode.cli import main
from orderode.problems.problem import Problem

MODEL = '''"""Lateral inhibition: SGD of a two-layer learner whose units are kept from agreeing."""

from dataclasses import replace

from orderode.derive.language import Activate, Rate, Sum
from orderode.derive.models import sgd
from orderode.derive.models.setting import learner, loss

push = Rate("push", "strength of the inhibition")


def inhibited(head, samples):
    k = learner.index(3)
    g = Activate(0, learner.local_field(k, samples))
    return loss(head, samples) + push * (Sum(g, k) ** 2 - Sum(g**2, k)) / 2


MODEL = replace(
    sgd.MODEL,
    name="inhibition",
    title="SGD with lateral inhibition of the units",
    parameters=(push,),
    outer=replace(sgd.MODEL.outer, loss=inhibited),
)
'''
PROBLEM = """
model = "inhibition.py"
activation = "erf"
K = 2
M = 2

[parameters]
eta_J = 1.0
V = 1
push = 0.02

[overlaps]
T = [1.0, 1.0]
Q = 0.25
R = { N = 1000, seed = 1 }

[run]
alpha_end = 30.0
points = 61

[simulation]
N = 1000
runs = 10
seed = 0
points = 31
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """With the model and its problem, derived as a user would."""
    path = tmp_path_factory.mktemp("fresh")
    (path / "inhibition.py").write_text(MODEL, encoding="utf-8")
    (path / "inhibition.toml").write_text(PROBLEM, encoding="utf-8")
    said = call(path, "derive", "inhibition.py", "--out", "emitted")
    assert "drift test: agree" in said and "V = integer: exact" in said
    return path


def call(folder, *command):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        done = CliRunner().invoke(main, [*command])
    assert done.exit_code == 0, done.output
    return done.output


def loaded(folder, **changed) -> Problem:
    return orderode.load_problem(folder / "inhibition.toml").with_changes(**changed)


def I3(C, k, n, l):
    """<g'(z_k) z_n g(z_l)> of erf(x/sqrt 2), by Saad and Solla (1995)."""
    root = math.sqrt((1 + C[k, k]) * (1 + C[l, l]) - C[k, l] ** 2)
    return 2 / math.pi * (C[n, l] * (1 + C[k, k]) - C[k, n] * C[k, l]) / (root * (1 + C[k, k]))


def test_what_the_penalty_adds_to_the_slopes(folder):
    """At V = inf -eta push sum_(l != k) I3(k, ., l) to dR, and twice that, made symmetric, to dQ."""
    rng = np.random.default_rng(0)
    weights = rng.standard_normal((5, 8))
    C = weights @ weights.T / 8
    K, push, eta = 3, 0.7, 1.3
    overlaps = {"T": C[K:, K:], "Q": C[:K, :K], "R": C[:K, K:]}
    found = []
    for strength in (push, 0.0):
        parameters = {"eta_J": eta, "V": math.inf, "push": strength}
        problem = loaded(folder, K=K, M=2, overlaps=overlaps, parameters=parameters)
        found.append(orderode.right_hand_side(problem, "numpy"))
    moved = np.zeros((K, 5))
    for k in range(K):
        for i in range(5):
            moved[k, i] = -eta * push * sum(I3(C, k, i, l) for l in range(K) if l != k)
    np.testing.assert_allclose(found[0].dR - found[1].dR, moved[:, K:], rtol=0, atol=1e-12)
    both = moved[:, :K] + moved[:, :K].T
    np.testing.assert_allclose(found[0].dQ - found[1].dQ, both, rtol=0, atol=1e-12)


def test_the_plateau_is_not_shorter_by_more_than_a_per_cent(folder):
    left = []
    for push in (0.0, 0.02, 0.1):
        start = {"R": [[1e-3, 0.0], [0.0, 1e-3]]}
        run = {"alpha_end": 150.0, "points": 1501}
        problem = loaded(folder, parameters={"push": push}, overlaps=start, run=run)
        found = orderode.integrate(problem, "c")
        apart = np.abs(found.R[:, 0, 0] - found.R[:, 0, 1])
        left.append(found.alpha[np.argmax(apart > 0.3)])
    assert 0.99 * left[0] < left[1] < left[0] < 0.9 * left[2]


def test_the_commands(folder):
    assert call(folder, "drift", "inhibition.toml").rstrip().endswith("agree")
    call(folder, "integrate", "inhibition.toml", "--out", "theory.npz")
    said = call(folder, "compare", "inhibition.toml", "--out", "result")
    assert "theory and simulation agree" in said
    assert "push 0.02: " in said  # which the runs themselves say

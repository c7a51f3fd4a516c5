"""Models with random losses: each is derived, compiled, imported and judged by the drift test, or
refused in words of its author."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from random_losses import FAULTS, Model, model, tried

import orderode

GOOD = ("agree", "none", "refused")


def online(outer, name):
    """The first model of the grammar without an inner loop, with another loss."""
    found = next(m for m in (model(0, n) for n in range(50)) if "def inner" not in m.text)
    before, after = found.text.split("def outer(h, s):\n", 1)
    rest = after.split("\n", 1)[1]
    rates = "".join(f"{x}, " for x in ("gamma", "delta") if x in outer)
    lines = [
        f"    parameters=({rates})," if line.startswith("    parameters=") else line
        for line in rest.splitlines()
    ]
    text = before + f"def outer(h, s):\n    return {outer}\n" + "\n".join(lines) + "\n"
    return Model(name, text.replace(f'name="{found.name}"', f'name="{name}"'), "linear")


@pytest.mark.parametrize(
    ("outer", "word"),
    [
        pytest.param(
            "error(h, s) + Fraction(1, 3) * Sum(h[k], k) ** 2", "agree", marks=pytest.mark.slow
        ),
        pytest.param("loss(h, s) + gamma * Sum(x(k, s) ** 2, k)", "agree", marks=pytest.mark.slow),
        ("loss(h, s) ** 2", "refused"),
    ],
)
def test_a_few(outer, word, tmp_path):
    came = tried(online(outer, "mine"), tmp_path)
    assert came.word == word, f"{outer}: {came.word}: {came.said}"


@pytest.mark.slow
@pytest.mark.parametrize(
    "outer",
    [
        "loss(h, s) + gamma * Sum(h[k] ** 2 * g(k, s) ** 2, k)",
        "loss(h, s) + (gamma + delta) * Sum(x(k, s) ** 2, k)",
        "loss(h, s) + gamma * Sum(x(k, s) ** 2, k) + delta * Sum(g(k, s) ** 2, k)",
        "loss(h, s) + gamma * Sum(h[k] ** 2, k) * Sum(g(l, s) ** 2, l)",
        "loss(h, s) + 1",
    ],
)
def test_losses_that_died_on_internals(outer, tmp_path):
    """With label noise and error functions: derived, compiled, imported, and one step of each."""
    came = tried(replace(online(outer, "mine"), activation="erf"), tmp_path, tasks=2000)
    assert came.word == "agree", came.said


@pytest.mark.parametrize(
    ("outer", "said"),
    [
        ("1", "the outer loss does not depend on the fields of the learner: nothing would move"),
        ("1j * loss(h, s)", "the outer loss has 1j, which is no expression but a complex"),
        (
            "loss(h, s) + 1j * Sum(x(k, s) ** 2, k)",
            "the outer loss has 1j, which is no expression but a complex",
        ),
    ],
)
def test_losses_that_are_refused_in_words(outer, said, tmp_path):
    came = tried(online(outer, "mine"), tmp_path)
    assert came.word == "refused" and came.said.strip().endswith(said), came.said


@pytest.mark.slow
def test_equations_at_infinite_query_sets_have_a_drift_test(tmp_path):
    """A polynomial activation, and at finite V more sums over units than there are letters."""
    made = online("loss(h, s) + gamma * Sum(x(k, s) ** 2, k) * Sum(x(l, s) ** 2, l)", "mine")
    came = tried(replace(made, activation="0,1,0.3"), tmp_path)
    assert came.word == "agree", came.said
    assert "too many sums" in (tmp_path / "mine" / "manifest.json").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_fourth_cumulant_beside_four_sums_over_the_teacher(tmp_path):
    """y^2 twice in a step: the sum over the components of a task that is not Gaussian has an index
    of its own. Tasks u = 0.7 +- 1, kurtosis 1; by Gaussian ones the steps are off by much."""
    made = online("loss(h, s) + gamma * y(s) ** 2 * Sum(x(k, s), k)", "mine")
    assert tried(made, tmp_path, tasks=2000).word == "agree"
    W = np.random.default_rng(0).standard_normal((4, 8))
    C = W @ W.T / 8
    problem = orderode.load_problem(
        {
            "model": str(tmp_path / "mine"),
            "activation": "linear",
            "K": 2,
            "M": 2,
            "parameters": {"eta_J": 0.8, "V": 5, "gamma": 0.6, "w0": [0.5, -0.3]},
            "overlaps": {"T": C[2:, 2:], "Q": C[:2, :2], "R": C[:2, 2:]},
            "tasks": {"mean": [0.7, -0.4], "kurtosis": 1.0},
        }
    )
    right = orderode.check_drift(problem, tasks=50_000)
    gaussian = orderode.right_hand_side(problem.with_changes(tasks={"kurtosis": 3.0}))
    assert right.agrees
    assert np.abs(gaussian.dQ - right.dQ).max() > 2 * right.resolution[1] * np.abs(right.dQ).max()


@pytest.mark.slow
def test_a_shared_function_over_both_networks(tmp_path):
    """What units of learner and teacher share is an array over all fields, which nothing else
    counts here."""
    came = tried(model(2, 12), tmp_path, tasks=2000)
    assert came.word == "agree", came.said


@pytest.mark.slow
def test_a_constant_observable_of_error_functions(tmp_path):
    """A vector kernel with one buffer that it does not use, beside those that do."""
    came = tried(model(3, 22), tmp_path, tasks=2000)
    assert came.word == "agree", came.said


@pytest.mark.slow
def test_a_page_with_more_sums_than_letters(tmp_path):
    """Five sums over the units of the teacher: the fifth letter has a prime, and the page says what
    it counts."""
    outer = (
        "error(h, s) + 2 * Sum(u[m] * tg(m, s), m) * Sum(u[n] * t(n, s), n) * Sum(x(k, s), k)"
        " + gamma * Sum(g(k, s) * g(l, s) * tg(m, s), k, l, m)"
    )
    came = tried(online(outer, "mine"), tmp_path, tasks=2000)
    assert came.word == "agree", came.said
    page = (tmp_path / "mine" / "latex" / "mine_linear.tex").read_text(encoding="utf-8")
    assert "$n,m,p,q,n'$ & units of the teacher" in page


@pytest.mark.slow
def test_the_kernel_of_four_units_brings_the_nodes_of_its_path(tmp_path):
    """Also where no other average of the system is an integral along a path."""
    came = tried(model(4, 142), tmp_path, tasks=2000)
    assert came.word == "agree", came.said


@pytest.mark.soak
def test_campaign(campaign, tmp_path):
    seed, numbers = campaign
    found, faults = Counter(), []
    for number in numbers:
        made = model(seed, number)
        came = tried(made, tmp_path)
        found[came.word] += 1
        if came.word in FAULTS:
            faults.append(f"loss {number}, {made.activation}: {came.word}: {came.said[-300:]}")
    print(f"\nrandom losses, seed {seed}: {sum(found.values())}, {dict(found)}")
    assert not faults, "\n".join(faults)

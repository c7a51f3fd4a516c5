"""Models with random losses: each is derived, compiled, imported and judged by the drift test, or
refused in words of its author."""

from collections import Counter
from dataclasses import replace

import pytest
from random_losses import FAULTS, Model, model, tried

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
def test_equations_at_infinite_query_sets_have_a_drift_test(tmp_path):
    """A polynomial activation, and at finite V more sums over units than there are letters."""
    made = online("loss(h, s) + gamma * Sum(x(k, s) ** 2, k) * Sum(x(l, s) ** 2, l)", "mine")
    came = tried(replace(made, activation="0,1,0.3"), tmp_path)
    assert came.word == "agree", came.said
    assert "too many sums" in (tmp_path / "mine" / "manifest.json").read_text(encoding="utf-8")


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

"""What one-step.md says of fixed points: errors of the theory, and samples that carry them."""

import pytest
from pages import ROOT, number, precision, said

import orderode
from orderode.theory.rare import carrying_samples


def is_said(found, stated):
    assert found == pytest.approx(number(stated), abs=precision(stated))


def solved(problem):
    return float(orderode.solve(problem).test_error[0])


def test_levels_at_one_point():
    """The map of the paper, and the bulk as it is, at alpha = 2 of the first problem."""
    one, zero = said(
        "one-step.md",
        r"0\.5758 ± 0\.0015 against ([\d.]+) at level 1 \(z = [\d.]+\) and ([\d.]+) at level 0",
    )
    problem = orderode.load_problem(ROOT / "experiments" / "one_step_erf_sign.toml")
    for level, stated in ((1, one), (0, zero)):
        is_said(solved(problem.with_changes(parameters={"alpha": [2.0], "level": level})), stated)


#: Of the sentence on samples that no network has.
SATURATED = {
    "model": "one_step",
    "activation": "erf",
    "target": "sin",
    "parameters": {
        "alpha": [0.7],
        "beta": 1.8,
        "alpha0": 1.0,
        "eta": 2.0,
        "noise": 0.2,
        "lambda": 1e-8,
    },
}


def test_samples_that_carry_the_limit():
    limit, few, d, some, other = said(
        "one-step.md",
        r"λ = 10⁻⁸ the limit is ([\d.]+), and networks have .*? less than one: ([\d.]+) there at d = (\d+); 71 and more in"
        r" the problems above\. λ = 10⁻⁴ has ([\d.]+), and ([\d.]+) for 1\.038\.",
    )
    problem = orderode.load_problem(SATURATED)
    found = orderode.solve(problem)
    is_said(found.test_error[0], limit)
    is_said(carrying_samples(problem, found, int(d))[0], few)
    larger = problem.with_changes(parameters={"lambda": 1e-4})
    found = orderode.solve(larger)
    is_said(found.test_error[0], other)
    is_said(carrying_samples(larger, found, int(d))[0], some)


def test_a_sigmoid_at_a_large_rate():
    (stated,) = said("one-step.md", r"level 1 gives a test error of ([\d.]+), 40 networks")
    given = {"alpha": [3.0], "beta": 1.5, "alpha0": 2.0, "eta": 4.0, "lambda": 0.1}
    content = SATURATED | {"activation": "sigmoid", "target": "sign", "parameters": given}
    is_said(solved(orderode.load_problem(content)), stated)


def test_the_problems_above():
    """At least as many carrying samples as are said, with the d of each."""
    (least,) = said("one-step.md", r"at d = 200; (\d+) and more in the problems above")
    found = []
    for name in ("erf_sign", "erf_sin", "relu", "srf", "vocabulary", "silu"):
        problem = orderode.load_problem(ROOT / "experiments" / f"one_step_{name}.toml")
        d = problem.require_simulation().d
        found.append(carrying_samples(problem, orderode.solve(problem), d).min())
    assert round(min(found)) == int(least), found

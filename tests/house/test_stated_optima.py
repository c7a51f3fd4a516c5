"""Schedules that optimise.md says are best, found anew from the best constants alone."""

import tomllib

import numpy as np
import pytest
from pages import ROOT, number, precision, said

import orderode

pytestmark = pytest.mark.slow
FILES = ROOT / "experiments"


def optimum(name, *vary, **options):
    return orderode.optimise(
        orderode.load_problem(FILES / f"{name}.toml"), vary, starts=0, **options
    )


def is_said(found, stated):
    assert found == pytest.approx(number(stated), abs=precision(stated))


def less(found):
    """By how many per cent the schedule is below the best constants."""
    return 100 * (1 - found.eps_g / found.constant_eps_g)


def test_two_units_that_leave_a_plateau():
    rate, constant, best, percent = said(
        "optimise.md",
        r"The best constant, η = ([\d.]+), ends at ε_g = (\S+), the schedule at (\S+), (\d+) % less: it grows slowly"
        r" along the plateau.*? and halves at the end",
    )
    found = optimum("optimise_sgd", ("eta_J", 0.0, 4.0), pieces=20)
    is_said(found.constant[0], rate)
    is_said(found.constant_eps_g, constant)
    is_said(found.eps_g, best)
    is_said(less(found), percent)
    rates = found.values[0]
    assert rates[-1] == pytest.approx(rates.max() / 2, rel=0.2)


def test_few_shots():
    first, last, first_w, least_w, last_w, best, percent, J, w, ahead, but_one = said(
        "optimise.md",
        r"both rates go down, η_J from ([\d.]+) to ([\d.]+) and η_w from ([\d.]+) to ([\d.]+), and back to ([\d.]+) in the last piece; ε_g ends at ([\d.]+), ([\d.]+) %"
        r" below the best constant rates, η_J = ([\d.]+) and η_w = ([\d.]+)\. .*? for the first, ([\d.]+), and [\d.]+ ±"
        r" [\d.]+ for the last but one, ([\d.]+)\.",
    )
    found = optimum("optimise_fo_anil", ("eta_J", 0.0, 20.0), ("eta_w", 0.0, 10.0), pieces=8)
    rates, inner = found.values
    pairs = [(rates[0], first), (rates[-1], last), (inner[0], first_w), (inner[-1], last_w)]
    pairs += [(inner[-2], least_w)]
    pairs += [(found.eps_g, best), (less(found), percent)]
    pairs += [
        (found.constant[0], J),
        (found.constant[1], w),
        (rates[0], ahead),
        (rates[-2], but_one),
    ]
    for value, stated in pairs:
        is_said(value, stated)


def test_dropout():
    best, percent, straight = said(
        "optimise.md",
        r"whose value also scales the heads that ε_g is measured with: ([\d.]+), ([\d.]+) % less; 100 pieces come to"
        r" [\d.]+, 20 straight lines \(`--linear`\) to ([\d.]+),",
    )
    keep = ("keep", 0.05, 1.0)
    found = optimum("optimise_dropout", keep, pieces=20)
    is_said(found.eps_g, best)
    is_said(less(found), percent)
    is_said(optimum("optimise_dropout", keep, pieces=20, linear=True).eps_g, straight)


def test_replay():
    end, last, best, percent, share = said(
        "optimise.md",
        r"repeat it until α = (\d), then learn the second one alone: the share jumps from one bound to the other, and"
        r" is ([\d.]+) in the last piece\. That ends at ([\d.]+), ([\d.]+) % below the best constant share, ([\d.]+),",
    )
    errors = ["eps_first", "eps_second"]
    found = optimum("optimise_replay", ("p_second", 0.0, 1.0), pieces=20, of=errors)
    is_said(found.eps_g, best)
    is_said(less(found), percent)
    is_said(found.constant[0], share)
    shares = found.values[0]
    jump = int(np.argmax(shares > 0.5))
    assert shares[:jump].max() < 0.01 and shares[jump + 1 : -1].min() > 0.99
    is_said(shares[-1], last)
    assert abs(found.alphas[jump] - float(end)) < found.alphas[1]


def test_inputs_that_distract():
    rate, begins, most, at, best, percent, constant = said(
        "optimise.md",
        r"The best constant variance is ([\d.]+); the schedule begins without the second half, lets it in from α = ([\d.]+)"
        r" on, up to ([\d.]+) at α = ([\d.]+), and takes half of it back until the end: ε_g = ([\d.]+), ([\d.]+) % less than"
        r" ([\d.]+)\.",
    )
    content = tomllib.loads((FILES / "curriculum.toml").read_text(encoding="utf-8"))
    del content["schedule"]
    problem = orderode.load_problem(content)
    vary = [("variances[2]", 0.0, 1.0)]
    found = orderode.optimise(problem, vary, pieces=20, starts=0)
    pairs = [(found.eps_g, best), (less(found), percent), (found.constant_eps_g, constant)]
    pairs += [(found.constant[0], rate), (found.values[0].max(), most)]
    for value, stated in pairs:
        is_said(value, stated)
    there = found.values[0] > 0.01
    assert abs(found.alphas[int(np.argmax(there))] - float(begins)) < found.alphas[1]
    assert abs(found.alphas[int(found.values[0].argmax())] - float(at)) < found.alphas[1]

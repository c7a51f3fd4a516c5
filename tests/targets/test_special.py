"""A system at given values is the system at these values, and holds nothing that vanished."""

import math

import numpy as np
import pytest
from evaluate_system import Direct, overlaps, system_of

from orderode.derive.targets.latex.special import NotSettable, specialised

K, M = 2, 3
inf = math.inf
SETTINGS = {
    # model, activation, what is set
    "the paper": ("fo_anil", "erf", {"P": inf, "V": inf, "w0": 0, "mean": 0, "cov": 1}),
    "two steps": ("fo_anil", "erf", {"P": inf, "V": 20, "inner_steps": 2, "eta_0": 0, "w0": 0}),
    "no noise": ("sgd", "erf", {"noise": 0, "decay": 0, "kurtosis": 3}),
    "fixed teacher": ("sgd", "relu", {"V": 1, "cov": 0, "mean": 1, "eta_0": 0}),
    "few shots": ("fo_anil", "linear", {"P": 5, "V": 7, "inner_steps": 1, "noise": 0.25}),
    "pooled": ("pooled", "linear", {"P": inf, "eta_w": 0.5, "inner_steps": 3}),
}
RATES = {"eta_J": 0.7, "eta_w": 0.4, "eta_0": 0.2, "noise": 0.3, "decay": 0.1}


def evaluated(system, values):
    """Every array of the system, element by element, at these values and at others for the rest."""
    rng = np.random.default_rng(5)
    tilt = rng.standard_normal((M, M))
    inputs = {
        "w0": 0.3 * rng.standard_normal(K),
        "mean": rng.standard_normal(M),
        "cov": tilt @ tilt.T,
    }
    numbers = {**RATES, "P": inf, "V": 9.0, "inner_steps": 1}
    for name, value in values.items():
        if name not in ("w0", "mean", "cov", "kurtosis"):
            numbers[name] = value
        elif name == "cov":
            inputs[name] = value * np.eye(M)
        else:
            inputs[name] = np.full(K if name == "w0" else M, float(value))
    return Direct(system, K, M, *overlaps(K, M, 3), numbers, **inputs).arrays


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case, marks=[pytest.mark.slow] if case in ("fixed teacher", "the paper") else []
        )
        for case in SETTINGS
    ],
)
def test_it_has_the_values_of_the_whole(case):
    model, activation, values = SETTINGS[case]
    whole = system_of(model, activation)
    part = specialised(whole, values)
    names = {p.name for p in part.parameters} | {x.name for x in part.inputs}
    assert not names & set(values) and part.digest != whole.digest
    expected, found = evaluated(whole, values), evaluated(part, values)
    results = {*part.outputs, *part.observables}
    assert results >= {"dR", "dQ", "eps_g"}
    for name in results:
        left, right = (np.asarray(x[name], float) for x in (found, expected))
        assert np.abs(left - right).max() <= 1e-13 * np.abs(right).max(), name
    for name in {*whole.outputs} - results:  # a slope that is not given: of what rests
        assert np.abs(np.asarray(expected[name], float)).max() == 0


def test_what_vanishes_is_left_out():
    """The setting of the paper: no offsets, no means, H in closed form; two equations of motion."""
    values = {"P": inf, "V": inf, "w0": 0, "mean": 0, "cov": 1, "inner_steps": 1}
    values |= {"noise": 0, "decay": 0, "eta_0": 0}
    part = specialised(system_of("fo_anil", "erf"), values)
    assert [d.name for d in part.definitions] == [
        *("C", "C1", "I2", "I3", "H", "L", "G", "A", "dR", "dQ", "eps_g")
    ]
    assert str(part["H"].piece.expression) == "eta_w*I2[m, k]"
    assert str(part["G"].piece.expression) == "Sum(L[i, p]*L[j, p], (p, 1, M))"
    assert [x.name for x in part.inputs] == ["R", "Q", "T"]
    assert [p.name for p in part.parameters] == ["eta_J", "eta_w"]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"P": inf}, "P = inf: sgd has no P; it has eta_J, eta_0, noise, decay, V, cov, kurtosis"),
        ({"V": 0}, "V = 0: it is 1 or more, or inf"),
        ({"eta_J": -1}, "eta_J = -1: it is a number, 0 or more"),
        ({"eta_J": math.nan}, "eta_J = nan: it is a number, 0 or more"),
        ({"w0": 1}, "w0 = 1: it may be 0"),
        ({"mean": inf}, "mean = inf: it may be a number"),
        ({"R": 0}, "R = 0: sgd has no R"),
    ],
)
def test_refusals(values, words):
    with pytest.raises(NotSettable, match=f"^{words}"):
        specialised(system_of("sgd", "erf"), values)


def test_loops_are_written_out_up_to_three_rounds():
    with pytest.raises(NotSettable, match="inner_steps = 4: it is an integer from 1 to 3"):
        specialised(system_of("fo_anil", "linear"), {"inner_steps": 4})

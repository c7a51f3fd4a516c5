"""The band of the runs where few samples make a step: P = V = 1, and P = 2, V = 1."""

import pytest

import orderode
from orderode.certify import fluctuations

FEW = {
    "model": "fo_anil",
    "activation": "erf",
    "K": 2,
    "M": 2,
    "parameters": {"eta_J": 2.0, "eta_w": 2.0, "P": 1, "V": 1},
    "overlaps": {"T": [1.0, 2.0], "Q": 0.5, "R": [[0.25, 0.1], [0.05, 0.4]]},
    "run": {"alpha_end": 3.0, "points": 7},
    "simulation": {"N": 1000, "runs": 100, "seed": 0, "points": 7, "tasks": 20},
}
#: P, N and seed.
CASES = [(1, 1000, 0), (2, 200, 0), (2, 200, 1)]


@pytest.mark.parametrize(("P", "N", "seed"), CASES)
def test_it_holds_the_right_theory(P, N, seed):
    """Standard deviations of 100 runs err by 7 % each, and more where steps have tails."""
    changed = {"parameters": {"P": P}, "simulation": {"N": N, "seed": seed}}
    found = orderode.compare(orderode.load_problem(FEW).with_changes(**changed), progress=False)
    assert found.verdict == "agree", found.report()
    band = found.band
    assert len(band.times) and band.deviation <= band.threshold
    assert band.ratio == pytest.approx(1.0, abs=0.25)


def test_the_closed_form_alone_gives_none(monkeypatch):
    """And the verdict, which rests on no band, stays."""
    monkeypatch.setattr(fluctuations, "over_tasks", lambda *_: None)
    found = orderode.compare(orderode.load_problem(FEW), progress=False)
    assert found.verdict == "agree" and "fluctuations no band: " in found.report()

"""Averages in blocks where runs are short and many: what finite N adds is no false alarm.

sgd with K = M = 1, V = 20, N = 20, eta_J = 3, 400 runs of 80 steps, twice as many recorded times as blocks; the
change in a step is 1/20 of what it is per unit of alpha, and its square is no small part of it.
"""

import dataclasses

import numpy as np
import pytest

import orderode
from orderode import solvers
from orderode.certify import compare as compare_module
from orderode.certify.along_path import along_path
from orderode.certify.path import path_times
from orderode.certify.residuals import LEAST, residuals
from orderode.certify.scores import path_scores
from orderode.certify.simulation import simulate
from orderode.theory.integrate import solver_parameters

HALF = 5e-4
SHORT = {
    "model": "sgd",
    "activation": "erf",
    "K": 1,
    "M": 1,
    "parameters": {"eta_J": 3.0, "V": 20},
    "overlaps": {"T": [1.0], "Q": 0.3, "R": [[0.1]]},
    "run": {"alpha_end": 4.0, "points": 21, "rtol": 1e-7, "atol": 1e-10},
    "simulation": {"N": 20, "runs": 400, "points": 21, "seed": 0},
}


def problem(**parameters):
    return orderode.load_problem(SHORT | {"parameters": SHORT["parameters"] | parameters})


@pytest.fixture(scope="module")
def simulation():
    p = problem()
    return simulate(p, path=path_times(p, orderode.integrate(p)), progress=False)


def judged(simulation, **wrong):
    """By the recorded intervals, by those of the path, and the scores."""
    p, solver = problem(**wrong), solvers.load("sgd")
    chosen = solver_parameters(p, solver)
    before = residuals(simulation, solver, chosen, rtol=1e-7, atol=1e-10, level=HALF, system="sgd")
    found = path_scores(p, simulation, solver, before.names[:-1], HALF)
    return before, along_path(before, found, HALF), found


def test_many_short_runs_do_not_refuse_a_right_theory(simulation):
    before, after, _ = judged(simulation)
    assert not before.agrees and before.largest > 6
    assert after.agrees and after.z.shape == before.z.shape == (10, 3)
    assert np.sqrt(np.mean(after.z**2)) < 1.5
    np.testing.assert_array_equal(after.z[:, -1], before.z[:, -1])  # eps_g
    assert after.intervals == (len(simulation.path.alpha) - 1) * 400


def test_power_a_wrong_rate_is_refused(simulation):
    """eta_J 20 % off, by averages of overlaps, which see less of the change than it is off by."""
    _, after, _ = judged(simulation, eta_J=3.6)
    assert not after.agrees and np.abs(after.z[:, :-1]).max() > after.threshold
    assert after.resolution < 0.2


def test_what_finite_n_adds_widens_errors_by_a_tenth(simulation):
    _, after, found = judged(simulation)
    none = dataclasses.replace(found.left, corrected=0 * found.left.corrected)
    without = along_path(after, dataclasses.replace(found, left=none), HALF)
    ratio = after.plain[:, :-1] / without.plain[:, :-1]
    assert (ratio <= 1).all() and ratio.min() < 0.99


def test_a_block_of_few_intervals_says_nothing_of_overlaps(simulation):
    before, _, found = judged(simulation)
    kept = found.left.between >= 2  # the first of ten blocks has the first two
    few = kept | (np.cumsum(~kept) < LEAST)
    arrays = {n: getattr(found.left, n)[few] for n in ("spans", "between", "left", "corrected")}
    left = dataclasses.replace(found.left, change=found.left.change[few], **arrays)
    after = along_path(before, dataclasses.replace(found, left=left), HALF)
    assert (after.z[0, :-1] == 0).all() and (after.z[1:] != 0).all()
    none = dataclasses.replace(left, between=np.full_like(left.between, 99))
    assert along_path(before, dataclasses.replace(found, left=none), HALF) is before


@pytest.mark.slow
def test_the_verdict_of_a_comparison_is_that(monkeypatch):
    assert orderode.compare(problem(), progress=False).agrees
    monkeypatch.setattr(compare_module, "along_path", lambda found, *_: found)
    assert not orderode.compare(problem(), progress=False).agrees

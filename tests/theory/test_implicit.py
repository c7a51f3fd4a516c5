"""Implicit steps against explicit ones: the same trajectories, in fewer right-hand sides where
stability limits the explicit ones."""

from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

import orderode
from orderode.cli import main
from orderode.errors import ProblemError

inf = float("inf")
EXPERIMENTS = Path(__file__).resolve().parents[2] / "experiments"


def fig5(K=3, eta_J=3.0, eta_w=3.0, **run):
    """A point of Fig. 5 of arXiv 2408.12545, or with fewer units from a start that is not small."""
    return orderode.Problem(
        model="fo_anil",
        activation="erf",
        K=K,
        M=3,
        parameters={"eta_J": eta_J, "eta_w": eta_w, "P": inf, "V": inf},
        overlaps={"T": [1.0, 2.0, 3.0], "Q": 0.5, "R": {"scale": 1e-12, "seed": 0}},
        run={"alpha_end": 450.0, "points": 91, "rtol": 1e-6, "atol": 1e-16, **run},
    )


def apart(a, b):
    return max(np.abs(a.R - b.R).max(), np.abs(a.Q - b.Q).max(), np.abs(a.eps_g - b.eps_g).max())


def stiff(**run):
    """The same with one student, which has learned soon."""
    whole = fig5(1, 30.0).with_changes(overlaps={"R": [[0.1, 0.2, 0.3]]})
    return whole.with_changes(run={"alpha_end": 60.0, "points": 31, "rtol": 1e-6, **run})


@pytest.mark.parametrize("backend", [pytest.param("c", marks=pytest.mark.slow), "numpy"])
def test_implicit_steps_find_the_same(backend):
    reference = orderode.integrate(stiff(rtol=1e-12, atol=1e-16), "c")
    for rtol in (1e-5, 1e-8):
        found = orderode.integrate(stiff(rtol=rtol, method="implicit"), backend)
        assert found.status == "ok" and apart(found, reference) < 10 * rtol


@pytest.mark.slow
def test_auto_turns_to_them_where_stability_limits_the_steps():
    found = {m: orderode.integrate(stiff(method=m), "numpy") for m in ("explicit", "auto")}
    explicit, auto = found["explicit"], found["auto"]
    assert auto.status == "ok" and apart(explicit, auto) < 1e-5
    assert explicit.evaluations > 1.5 * auto.evaluations > 1200  # which begins explicitly
    assert np.array_equal(explicit.R[:2], auto.R[:2])


def test_auto_stays_explicit_elsewhere():
    p = orderode.load_problem("experiments/optimise_sgd.toml").with_changes(run={"points": 3})
    for backend in ("c", "numpy"):
        explicit = orderode.integrate(p, backend)
        auto = orderode.integrate(p.with_changes(run={"method": "auto"}), backend)
        assert np.allclose(explicit.R, auto.R, rtol=0, atol=1e-7)
        assert auto.evaluations < 2 * explicit.evaluations


@pytest.mark.slow
@pytest.mark.parametrize("model", ["dropout", "sgd"])
def test_without_tangents_by_differences(model):
    """And with a schedule, whose parts are taken one after the other."""
    beside = {"keep": 0.8} if model == "dropout" else {}
    p = orderode.Problem(
        model=model,
        activation="erf" if beside else "relu",
        K=2,
        M=2,
        parameters={"eta_J": 0.5, "V": inf, **beside},
        overlaps={"T": [1.0, 1.0], "Q": 0.5, "R": [[0.2, 0.1], [0.0, 0.3]]},
        schedule={"alphas": [1.3], "eta_J": [0.2]},
        run={"alpha_end": 3.0, "points": 7, "rtol": 1e-7},
    )
    explicit = orderode.integrate(p)
    implicit = orderode.integrate(p.with_changes(run={"method": "implicit"}))
    assert len(explicit.alpha) == 8 and apart(explicit, implicit) < 1e-6


def test_what_fails_says_so():
    """Linear students at a rate that is too large: overlaps grow without bound."""
    p = orderode.Problem(
        model="sgd",
        activation="linear",
        K=2,
        M=1,
        parameters={"eta_J": 8.0, "V": 1},
        overlaps={"T": [1.0], "Q": 0.5, "R": [[0.1], [0.2]]},
        run={"alpha_end": 1000.0, "points": 11, "method": "implicit"},
    )
    found = orderode.integrate(p)
    assert found.status in ("domain", "non-finite", "step size")
    assert np.isfinite(found.R[0]).all() and np.isnan(found.R[-1]).all()


def test_from_a_problem_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = """
model = "sgd"
activation = "erf"
K = 1
M = 1
[parameters]
eta_J = 0.5
V = 2
[overlaps]
T = [1.0]
Q = 0.5
R = [[0.2]]
[run]
alpha_end = 2.0
points = 3
"""
    (tmp_path / "p.toml").write_text(text)
    ends = []
    for method in ("explicit", "implicit", "auto"):
        words = ["integrate", "p.toml", "--set", f'run.method="{method}"', "--out", "t.json"]
        done = CliRunner().invoke(main, words)
        assert done.exit_code == 0, done.output
        ends.append(done.output.split("eps_g = ")[1].split(",")[0])
    assert len(set(ends)) == 1
    with pytest.raises(ProblemError, match=r"run.method = 'Radau'.*implicit"):
        fig5(method="Radau")


def test_who_takes_explicit_steps_says_so(tmp_path):
    """From a sweep file, and of an optimisation, each by its key."""
    sweep = """
problem = "fig2.toml"
[axes]
"parameters.eta_w" = [3.0, 4.0]
[outputs]
crossings = [0.01]
"""
    (tmp_path / "sweep.toml").write_text(sweep)
    problem = (EXPERIMENTS / "fig2.toml").read_text(encoding="utf-8")
    problem = problem.replace("[run]", '[run]\nmethod = "implicit"')
    assert problem.count('"implicit"') == 1
    (tmp_path / "fig2.toml").write_text(problem, encoding="utf-8")
    said = r"run.method = 'implicit'.*takes explicit steps"
    with pytest.raises(ProblemError, match=said):
        orderode.sweep.read_sweep(tmp_path / "sweep.toml")
    with pytest.raises(ProblemError, match=said):
        orderode.optimise(stiff(method="implicit"), [("eta_J", 0.0, 1.0)])


@pytest.mark.slow
@pytest.mark.parametrize(("K", "eta_J", "fewer"), [(3, 10.0, 2.5), (6, 9.0, 2.5)])
def test_a_trajectory_of_fig5(K, eta_J, fewer):
    """Measured at (K, eta_J) = (3, 10) and (6, 9) with 200 points: 13615 and 12859 right-hand sides
    by explicit steps in numpy, 4535 and 3504 with auto; errors of either up to 2.5e-5."""
    reference = orderode.integrate(fig5(K, eta_J, rtol=1e-13, atol=1e-24), "c")
    explicit = orderode.integrate(fig5(K, eta_J), "numpy")
    auto = orderode.integrate(fig5(K, eta_J, method="auto"), "numpy")
    assert explicit.evaluations > fewer * auto.evaluations
    assert apart(explicit, reference) < 5e-5 and apart(auto, reference) < 5e-5


@pytest.mark.slow
def test_errors_follow_the_tolerance():
    """rtol and atol together: a part of 100 of both is less than a tenth of the error."""
    reference = orderode.integrate(fig5(rtol=1e-13, atol=1e-24), "c")
    errors = []
    for power in (4, 6, 8):
        run = {"rtol": 10.0**-power, "atol": 10.0 ** -(12 + power), "method": "implicit"}
        errors.append(apart(orderode.integrate(fig5(**run)), reference))
    assert errors[0] > 10 * errors[1] > 100 * errors[2] and errors[2] < 1e-6, errors

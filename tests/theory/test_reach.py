"""Trajectories of hopelessly many steps are refused when the first have shown it, by the key that is
the furthest above what is common; others take their steps, few or many."""

import time

import numpy as np
import pytest

import orderode
import orderode.solvers
from orderode.errors import BackendError, ProblemError
from orderode.solvers.numpy import NumpyBackend
from orderode.theory import implicit, reach, transition, work
from orderode.theory.integrate import solver_parameters, start_state


def problem(end=3.0, **parameters):
    return orderode.load_problem(
        {
            "model": "fo_anil",
            "activation": "linear",
            "K": 1,
            "M": 1,
            "parameters": {"eta_J": 2.0, "eta_w": 0.4, "P": np.inf, "V": np.inf} | parameters,
            "overlaps": {"T": [1.0], "Q": 0.5, "R": [[0.3]]},
            "run": {"alpha_end": end, "points": 11},
        }
    )


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_an_end_that_no_steps_reach(backend):
    start = time.process_time()
    with pytest.raises(
        ProblemError, match=r"run.alpha_end = 1e\+21: .* smaller number: some"
    ) as at:
        orderode.integrate(problem(1e21), backend)
    assert at.value.key == "run.alpha_end" and time.process_time() - start < 10


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_the_key_is_that_of_the_largest_value(backend):
    """Also where norms fall below the tolerance, and numpy's steps end at a negative one."""
    with pytest.raises(ProblemError, match=r"steps .* come to alpha = .* smaller number") as at:
        orderode.integrate(problem(decay=2.0**53), backend)
    assert at.value.key == "parameters.decay" and at.value.value == 2.0**53
    if backend == "numpy":
        return
    with pytest.raises(ProblemError) as at:
        orderode.integrate(problem(), "c", alphas=np.array([1.0, 1e21]))
    assert at.value.key == "alphas"


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_a_negative_start_is_a_status(backend):
    """Whatever else is large: no step was taken."""
    start = problem(decay=2.0**53).with_changes(overlaps={"Q": 0.0, "R": [[0.0]]})
    solver = orderode.solvers.load("fo_anil_linear", backend)
    state = start_state(start).replace(Q=np.array([[-1e-20]]))
    times = np.array([0.0, 1.0])
    found = reach.integrated(
        start, solver, state, solver_parameters(start, solver), times, 1e-6, 1e-9
    )
    assert found.status == "negative norm"


def test_a_long_trajectory_takes_its_steps(monkeypatch):
    """With more than the first steps the trajectory is the same, and at what is no hopeless length
    the limit of steps is a status."""
    expected = orderode.integrate(problem(300.0), "c")
    monkeypatch.setattr(reach, "FIRST", 20)
    again = orderode.integrate(problem(300.0), "c")
    np.testing.assert_array_equal(again.R, expected.R)
    assert again.status == "ok" and again.evaluations == expected.evaluations > 20 * 6
    monkeypatch.setattr(work, "HOPELESS", 1e-6)
    with pytest.raises(ProblemError, match=r"run\.alpha_end"):
        orderode.integrate(problem(300.0), "c")


@pytest.mark.parametrize("limit", ["HOPELESS", "MAX_STEPS"])
def test_derivatives_are_refused_too(monkeypatch, limit):
    """By the length of some steps, wherever they are taken, and at the most of all."""
    asked = problem(300.0).with_changes(run={"points": 2})
    monkeypatch.setattr(transition, "SOME", 10)
    assert orderode.sensitivities(asked, "c").trajectory.status == "ok"
    if limit == "HOPELESS":
        monkeypatch.setattr(work, "HOPELESS", 1e-6)
    else:
        monkeypatch.setattr(transition, "MAX_STEPS", 20)
    with pytest.raises(ProblemError, match=r"0 steps of derivatives from alpha = 0 on") as at:
        orderode.sensitivities(asked, "c")
    assert at.value.key == "run.alpha_end"


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_implicit_steps_are_refused_too(monkeypatch, backend):
    asked = problem(300.0).with_changes(run={"method": "implicit"})
    monkeypatch.setattr(reach if backend == "c" else implicit, "FIRST", 20)
    assert orderode.integrate(asked, backend).status == "ok"
    monkeypatch.setattr(work, "HOPELESS", 1e-6)
    with pytest.raises(ProblemError, match=r"20 steps from alpha = 0 on come to") as at:
        orderode.integrate(asked, backend)
    assert at.value.key == "run.alpha_end"


SWEEP = """
[problem]
model = "fo_anil"
activation = "linear"
K = 1
M = 1
parameters = { eta_J = 2.0, eta_w = 0.4, P = inf, V = inf }
overlaps = { T = [1.0], Q = 0.5, R = [[0.3]] }
run = { alpha_end = 1e21, points = 11 }
[axes]
"parameters.eta_J" = [1.0, 2.0]
[outputs]
final_state = true
"""


def test_a_sweep_is_refused_too(tmp_path):
    (tmp_path / "sweep.toml").write_text(SWEEP)
    asked = orderode.sweep.read_sweep(tmp_path / "sweep.toml")
    with pytest.raises(ProblemError, match="smaller number") as at:
        orderode.sweep.run(asked, tmp_path / "out", workers=1)
    assert at.value.key == "run.alpha_end"


@pytest.mark.parametrize("rate", ["eta_J", "decay"])
@pytest.mark.parametrize("asked", ["sensitivity", "gradient", "optimisation"])
def test_numpy_refuses_derivatives_of_what_may_be_hopeless(rate, asked):
    """At once, for its steps are too slow to be counted; C tries them."""
    odd = problem(**{rate: 1e9})
    with pytest.raises(ProblemError, match='by numpy; backend "c" tries larger ones') as at:
        if asked == "sensitivity":
            orderode.sensitivities(odd, "numpy")
        elif asked == "gradient":
            orderode.gradient(odd, "eps_g", "numpy")
        else:
            orderode.optimise(odd, [("eta_w", 0.0, 1.0)], pieces=2, starts=0, backend="numpy")
    assert at.value.key == f"parameters.{rate}" and at.value.value == 1e9


def test_numpy_refuses_bounds_of_what_may_be_hopeless():
    with pytest.raises(ProblemError, match="by numpy") as at:
        orderode.optimise(problem(), [("eta_J", 0.0, 1e9)], pieces=2, starts=0, backend="numpy")
    assert at.value.key == "parameters.eta_J"


def test_numpy_refuses_early_what_is_far_beyond(monkeypatch):
    """By a hundred steps; what first settles, and takes that many steps for a short way, is given
    more."""
    monkeypatch.setattr(reach, "FIRST_IN_NUMPY", 10**9)
    with pytest.raises(ProblemError, match=r"^run\.alpha_end.* 100 steps from alpha = 0 on"):
        orderode.integrate(problem(1e21), "numpy")
    monkeypatch.undo()
    settles = problem(eta_J=1e9, V=10).with_changes(activation="erf", run={"alpha_end": 3.0})
    monkeypatch.setattr(work, "HOPELESS", 1e-4)  # 100 steps come a sixtieth of the way
    assert orderode.integrate(settles, "numpy").status == "ok"
    monkeypatch.setattr(reach, "FAR", 1.0)
    with pytest.raises(ProblemError, match="100 steps from alpha = 0 on"):
        orderode.integrate(settles, "numpy")


@pytest.mark.parametrize(("method", "steps"), [("explicit", 100), ("auto", 100), ("implicit", 400)])
def test_numpy_refuses_early_by_each_method(method, steps):
    """Not after the first 10,000 implicit steps, each with a Jacobian; what settles goes on."""
    asked = {"activation": "erf", "run": {"alpha_end": 3.0, "method": method}}
    start = time.process_time()
    with pytest.raises(ProblemError, match=f" {steps} steps from alpha = 0 on come to") as at:
        orderode.integrate(problem(eta_J=1e30, V=10).with_changes(**asked), "numpy")
    assert at.value.key == "parameters.eta_J" and time.process_time() - start < 10
    assert (
        orderode.integrate(problem(eta_J=1e6, V=10).with_changes(**asked), "numpy").status == "ok"
    )


def test_numpy_takes_no_step_twice(monkeypatch):
    """Also where its first steps are looked at: a right-hand side may take it a hundredth."""
    called = []
    slopes = NumpyBackend._slopes

    def counted(*arguments):
        called.append(arguments)
        return slopes(*arguments)

    monkeypatch.setattr(NumpyBackend, "_slopes", counted)
    settles = problem(eta_J=1e9, V=10).with_changes(activation="erf", run={"points": 2})
    found = orderode.integrate(settles, "numpy")
    assert found.status == "ok" and 100 < len(called) < found.evaluations + 20


def test_a_sweep_without_a_compiler_looks_at_few_steps(monkeypatch):
    """Before it starts, by numpy's own: of a hundred, not of ten thousand."""
    numpy = orderode.solvers.load("fo_anil", "numpy")
    monkeypatch.setattr(orderode.solvers, "load", lambda *_: numpy)
    asked = problem(eta_J=1e30, V=10).with_changes(activation="erf")
    with pytest.raises(ProblemError, match=" 100 steps from alpha = 0 on come to"):
        reach.require_end(asked)
    reach.require_end(problem(eta_J=1e9, V=10).with_changes(activation="erf"))


def test_a_sweep_is_refused_by_any_point(tmp_path):
    """Here the second of two; a rate that is as uncommon and comes to an end is none."""
    some = SWEEP.replace("1e21", "3.0").replace('"parameters.eta_J" = [1.0, 2.0]', "{axis}")
    file = tmp_path / "sweep.toml"
    file.write_text(some.replace("{axis}", '"parameters.decay" = [0.1, 9007199254740992.0]'))
    with pytest.raises(ProblemError, match="smaller number") as at:
        orderode.sweep.run(orderode.sweep.read_sweep(file), tmp_path / "out", workers=1)
    assert at.value.key == "parameters.decay"
    settles = some.replace("{axis}", '"parameters.eta_J" = [1.0, 1e9]').replace("V = inf", "V = 10")
    file.write_text(settles.replace('"linear"', '"erf"'))
    found = orderode.sweep.run(orderode.sweep.read_sweep(file), tmp_path / "other", workers=1)
    assert set(found["status"].ravel()) == {"ok"}


def test_an_optimisation_of_what_would_not_end_is_refused():
    """Before any of its trajectories, each of which would take all the steps there are."""
    with pytest.raises(ProblemError, match="smaller number") as at:
        orderode.optimise(problem(1e21), [("eta_w", 0.0, 1.0)], pieces=2, starts=0, backend="c")
    assert at.value.key == "run.alpha_end"


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_a_state_that_is_lost_needs_no_nodes(backend):
    """At finite P a head start does, and NaN is none: its slopes are NaN."""
    few = problem(P=10, V=10).with_changes(activation="erf")
    solver = orderode.solvers.load("fo_anil", backend)
    lost = start_state(few).map(lambda x: np.full_like(x, np.nan))
    slopes = solver.rhs(lost, solver_parameters(few, solver))
    assert all(np.isnan(x).all() for x in slopes)
    started = start_state(few).replace(w0=np.array([0.1]))
    with pytest.raises(BackendError, match="nodes and weights are missing"):
        solver.rhs(started, solver_parameters(few, solver))

"""The integrator for stiff equations in C: Rodas5P, and Dormand-Prince 5(4) that turns to it."""

import itertools
import shutil

import numpy as np
import pytest
from click.testing import CliRunner
from test_implicit import apart, fig5, stiff

import orderode
from orderode import solvers
from orderode.cli import main
from orderode.errors import BackendError
from orderode.solvers.automatic import Automatic
from orderode.solvers.base import NoWorkspace
from orderode.solvers.c import CBackend
from orderode.theory.given import solver_parameters, start_state

pytestmark = pytest.mark.skipif(not shutil.which("gcc"), reason="gcc not found")

inf = float("inf")


def sgd(activation="erf", **more):
    """Two students that learn two teachers soon."""
    beside = {"eta_J": 1.5, "V": inf} | more.pop("parameters", {})
    return orderode.Problem(
        model=more.pop("model", "sgd"),
        activation=activation,
        K=2,
        M=2,
        parameters=beside,
        overlaps={"T": [1.0, 1.0], "Q": 0.5, "R": [[0.4, 0.1], [0.0, 0.3]]},
        run={"alpha_end": 20.0, "points": 41, "rtol": 1e-7, "atol": 1e-12},
        **more,
    )


#: What implicit steps have to follow, by what is of interest in it.
PROBLEMS = {
    "heads at rest": sgd(),
    "heads that move": sgd(parameters={"eta_0": 0.3, "w0": [0.5, 0.7]}),
    "finite query sets": sgd(parameters={"V": 3, "noise": 0.1}),
    "a schedule": sgd(schedule={"alphas": [3.0, 7.0], "eta_J": [0.3, 1.0]}),
    "few samples": stiff(alpha_end=10.0, rtol=1e-7, atol=1e-12).with_changes(
        parameters={"P": 20, "V": 5}
    ),
    "linear": sgd("linear"),
    "ReLU": sgd("relu", parameters={"V": 2}),
    "blocks of the inputs": sgd(
        model="structured_sgd", parameters={"shares": [0.3, 0.7], "variances": [2.0, 0.5]}
    ),
}
#: Those of systems of their own, which are compiled for them.
SLOW = list(PROBLEMS)[-4:]


@pytest.mark.parametrize("method", ["implicit", "auto"])
@pytest.mark.parametrize(
    "what", [pytest.param(x, marks=pytest.mark.slow) if x in SLOW else x for x in PROBLEMS]
)
def test_they_follow_explicit_ones(what, method):
    """At all times of output, those between steps among them."""
    problem = PROBLEMS[what]
    explicit = orderode.integrate(problem.with_changes(run={"rtol": 1e-11, "atol": 1e-14}), "c")
    found = orderode.integrate(problem.with_changes(run={"method": method}), "c")
    assert found.status == explicit.status == "ok" and apart(found, explicit) < 1e-5
    assert (found.jacobians > 0) >= (method == "implicit")


def test_errors_are_of_the_tolerance():
    """Of order 5: a hundredth of the tolerance takes 100^(1/5) = 2.5 times the steps, and the errors
    fall with it; at equal tolerances they are no larger than those of explicit steps."""
    reference = orderode.integrate(sgd().with_changes(run={"rtol": 1e-13, "atol": 1e-17}), "c")
    errors, jacobians = [], []
    for power in (4, 6, 8, 10):
        run = {"rtol": 10.0**-power, "atol": 10.0 ** -(power + 4), "method": "implicit"}
        found = orderode.integrate(sgd().with_changes(run=run), "c")
        explicit = orderode.integrate(sgd().with_changes(run={**run, "method": "explicit"}), "c")
        errors.append(apart(found, reference))
        jacobians.append(found.jacobians)
        assert errors[-1] < apart(explicit, reference)
    for finer, coarser in zip(errors[1:], errors, strict=False):
        assert finer < coarser / 10
    for finer, coarser in zip(jacobians[1:], jacobians, strict=False):
        assert 1.5 * coarser < finer < 3 * coarser


def test_auto_is_explicit_where_nothing_is_stiff():
    """To the last bit."""
    problem = sgd().with_changes(run={"alpha_end": 5.0, "points": 6})
    explicit = orderode.integrate(problem, "c")
    auto = orderode.integrate(problem.with_changes(run={"method": "auto"}), "c")
    assert auto.jacobians == 0 and auto.evaluations == explicit.evaluations
    assert np.array_equal(auto.R, explicit.R) and np.array_equal(auto.Q, explicit.Q)


def test_auto_turns_where_it_pays():
    whole = sgd().with_changes(run={"alpha_end": 2000.0, "points": 201})
    explicit = orderode.integrate(whole, "c")
    auto = orderode.integrate(whole.with_changes(run={"method": "auto"}), "c")
    assert 1 <= auto.jacobians < 30 and explicit.evaluations > 4 * auto.evaluations
    assert np.array_equal(auto.R[:2], explicit.R[:2]) and apart(auto, explicit) < 1e-5
    assert "Jacobians" in repr(auto) and "Jacobians" not in repr(explicit)


@pytest.mark.slow
def test_it_costs_less_than_either():
    """In right-hand sides, a Jacobian of 15 rows as 30."""
    whole = fig5(3, 10.0, alpha_end=150.0)
    explicit = orderode.integrate(whole, "c")
    auto = orderode.integrate(whole.with_changes(run={"method": "auto"}), "c")
    implicit = orderode.integrate(whole.with_changes(run={"method": "implicit"}), "c")
    assert auto.jacobians < implicit.jacobians / 10
    cost = {x: x.evaluations + 2 * 15 * x.jacobians for x in (explicit, auto, implicit)}
    assert cost[auto] < cost[explicit] < cost[implicit]


def called(problem, **options):
    """The solver's own call, for what a problem does not let through."""
    solver = CBackend("sgd")
    chosen, state = solver_parameters(problem, solver), start_state(problem)
    times = np.linspace(0.0, 5.0, 11)
    given = {"rtol": 1e-6, "atol": 1e-10, "method": "implicit"} | options
    return solver.integrate(options.pop("state", state), chosen, times, **given)


def test_what_ends_it_early():
    limited = called(sgd(), max_steps=5)
    assert limited.status == "step limit" and 0 < limited.alpha < 5.0
    assert np.isfinite(limited.R[0]).all() and np.isnan(limited.R[-1]).all()
    state = start_state(sgd())
    for wrong, status in (
        (state.replace(Q=-np.eye(2)), ("negative norm", "domain")),
        (state.replace(R=np.full((2, 2), 5.0)), ("domain",)),
        (state.replace(R=np.full((2, 2), np.nan)), ("non-finite",)),
    ):
        for method in ("implicit", "auto"):
            solver = CBackend("sgd")
            chosen = solver_parameters(sgd(), solver)
            times = np.array([0.0, 1.0])
            found = solver.integrate(wrong, chosen, times, rtol=1e-6, atol=1e-10, method=method)
            assert found.status in status and np.isnan(found.R[-1]).all()


@pytest.mark.parametrize(
    ("option", "words"),
    [({"rtol": -1.0}, "rtol is negative"), ({"atol": 0.0}, "atol is not positive")],
)
def test_bad_tolerances_are_named(option, words):
    with pytest.raises(BackendError, match=words):
        called(sgd(), **option)


def test_bad_parameters_are_named():
    solver = CBackend("sgd")
    chosen = {**solver_parameters(sgd(), solver), "eta_J": -1.0}
    times = np.array([0.0, 1.0])
    with pytest.raises(BackendError, match="eta_J is negative"):
        solver.integrate(start_state(sgd()), chosen, times, rtol=1e-6, atol=1e-9, method="implicit")


def test_without_a_derived_jacobian(monkeypatch):
    """Implicit steps are refused by name, "auto" stays explicit."""
    solver = CBackend("sgd")
    entry = solver.entry
    monkeypatch.setitem(entry.particulars, "stiff", False)
    explicit, auto = called(sgd(), method="explicit"), called(sgd(), method="auto")
    assert np.array_equal(explicit.R, auto.R) and auto.jacobians == 0
    with pytest.raises(BackendError, match="sgd has no derived Jacobian, which implicit steps"):
        called(sgd(), method="implicit")


def test_numpy_steps_are_explicit(monkeypatch):
    """Where C has no memory, too: then the words say what to do."""
    with pytest.raises(BackendError, match="its steps are not implicit"):
        solvers.load("sgd", "numpy").integrate(
            *(start_state(sgd()), {}, np.array([0.0, 1.0])), rtol=1, atol=1, method="implicit"
        )
    automatic = Automatic("sgd")

    def none(*_, **__):
        raise NoWorkspace("c", "no memory", "take fewer units")

    monkeypatch.setattr(automatic.solver, "integrate", none)
    chosen = solver_parameters(sgd(), automatic)
    with pytest.raises(BackendError, match="its steps are not auto"):
        times = np.array([0.0, 1.0])
        automatic.integrate(start_state(sgd()), chosen, times, rtol=1e-3, atol=1e-6, method="auto")


SWEEP = """
[problem]
model = "sgd"
activation = "erf"
K = 2
M = 2
[problem.parameters]
eta_J = 1.5
V = inf
[problem.overlaps]
T = [1.0, 1.0]
Q = 0.5
R = [[0.4, 0.1], [0.0, 0.3]]
[problem.run]
alpha_end = 2000.0
points = 21
rtol = 1e-7
atol = 1e-12
method = "METHOD"
[axes]
"parameters.eta_J" = [1.0, 2.0]
[outputs]
eps_g_at = [1.0, 2000.0]
final_state = true
"""


def test_a_sweep_takes_them(tmp_path):
    """Of "auto", where it moves single trajectories in C; vector kernels do not."""
    found = {}
    for method, kernels in itertools.product(("explicit", "auto"), ("c", "batch")):
        file = tmp_path / f"{method}.toml"
        file.write_text(SWEEP.replace("METHOD", method), encoding="utf-8")
        words = ["sweep", str(file), "--backend", kernels, "--workers", "1", "--quiet"]
        out = tmp_path / f"{method}_{kernels}"
        done = CliRunner().invoke(main, [*words, "--out", str(out)])
        assert done.exit_code == 0, done.output
        found[method, kernels] = orderode.sweep.load(out)
    for kernels in ("c", "batch"):
        explicit, auto = found["explicit", kernels], found["auto", kernels]
        assert np.allclose(auto["eps_g"], explicit["eps_g"], rtol=1e-6, atol=1e-10)
        assert np.allclose(auto["final_R"], explicit["final_R"], rtol=0, atol=1e-6)
        fewer = explicit["evaluations"] > 3 * auto["evaluations"]
        assert (
            fewer.all()
            if kernels == "c"
            else (explicit["evaluations"] == auto["evaluations"]).all()
        )

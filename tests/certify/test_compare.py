"""Comparison of theory and simulation: its fields, relabelled units, verdicts, report, what is
saved and from what."""

import dataclasses
import importlib
import math

import numpy as np
import pytest
from microscopic import make_setting

import orderode
from orderode import solvers
from orderode.certify.runs import Runs
from orderode.errors import BackendError, NotAvailable, ProblemError
from orderode.report import results
from orderode.simulate import SimulationResult
from orderode.solvers.layout import State

module = importlib.import_module("orderode.certify.compare")


def problem(**simulation):
    content = {
        "model": "fo_anil",
        "activation": "erf",
        "K": 2,
        "M": 2,
        "parameters": {"eta_J": 4.0, "eta_w": 3.0, "P": math.inf, "V": 20},
        "overlaps": {"T": [1.0, 2.0], "Q": 0.5, "R": {"N": 20, "seed": 1}},
        "run": {"alpha_end": 2.0, "points": 11, "rtol": 1e-8, "atol": 1e-12},
        "simulation": {"N": 100, "runs": 4, "seed": 5, "points": 21, "tasks": 50} | simulation,
    }
    return orderode.load_problem(content)


@pytest.fixture(scope="module")
def comparison():
    return orderode.compare(problem(), progress=False)


# -- fields ----------------------------------------------------------------------------------------


@pytest.mark.slow
def test_theory_is_on_the_times_of_the_run_and_of_the_simulation(comparison):
    np.testing.assert_array_equal(comparison.theory.alpha, np.linspace(0, 2, 11))
    s = comparison.judged.simulation
    np.testing.assert_allclose(s.alpha, np.linspace(0, 2, 21), atol=1e-12)
    np.testing.assert_array_equal(comparison.judged.theory.alpha, s.alpha)
    np.testing.assert_allclose(comparison.judged.theory.R[::2], comparison.theory.R, atol=1e-6)
    assert comparison.judged.R.shape == (21, 4, 2, 2) and comparison.judged.Q.shape == (21, 4, 2, 2)
    assert comparison.beside is None
    assert comparison.residuals.intervals == (len(s.path.alpha) - 1) * 4
    assert comparison.judged.label == "P = inf, V = 20"


def test_the_simulation_is_that_of_the_problem(comparison):
    alone = orderode.simulate(problem(), progress=False)
    for name in ("alpha", "Q", "R", "eps_g", "eps_g_se"):
        np.testing.assert_array_equal(
            getattr(comparison.judged.simulation, name), getattr(alone, name)
        )


def test_the_same_seed_gives_the_same_bits(comparison):
    again = orderode.compare(problem(), progress=False)
    other = orderode.compare(problem(seed=6), progress=False)
    assert again.report() == comparison.report() and other.report() != comparison.report()
    a, b, c = (x.arrays() for x in (comparison, again, other))
    assert a.keys() == b.keys()
    for name, value in a.items():
        np.testing.assert_array_equal(value, b[name])
    assert (a["simulation_R"][1:] != c["simulation_R"][1:]).all()
    np.testing.assert_array_equal(a["R"], c["R"])


@pytest.mark.slow
def test_the_backend_does_not_matter(comparison):
    """Trajectories to the integrators' tolerance, the simulation to the bit; averages of overlaps
    are over a path of fewer intervals where slopes are slow, those of eps_g over the same."""
    try:
        c = orderode.compare(problem(), "c", progress=False)
    except BackendError as error:
        pytest.skip(str(error))
    numpy = orderode.compare(problem(), "numpy", progress=False)
    assert (c.theory.backend, numpy.theory.backend) == ("c", "numpy")
    assert (
        c.theory.digest == numpy.theory.digest and c.verdict == numpy.verdict == comparison.verdict
    )
    for a, b in (
        (c.theory.R, numpy.theory.R),
        (c.theory.Q, numpy.theory.Q),
        (c.theory.eps_g, numpy.theory.eps_g),
    ):
        np.testing.assert_allclose(a, b, rtol=0, atol=1e-6)
    np.testing.assert_array_equal(c.judged.simulation.R, numpy.judged.simulation.R)
    np.testing.assert_allclose(c.residuals.z[:, -1], numpy.residuals.z[:, -1], atol=1e-3)
    assert c.residuals.intervals > numpy.residuals.intervals


# -- units -----------------------------------------------------------------------------------------

ORDER = np.array([[0, 1, 2], [2, 0, 1], [1, 0, 2], [2, 1, 0]])
SIGN = np.array([[1.0, 1, 1], [1, -1, 1], [-1, -1, -1], [1, 1, -1]])


def copies(trajectory, T, order=ORDER, sign=SIGN):
    """A simulation whose runs are the trajectory with unit i called order[r, i], and reflected by
    sign[r, i]."""
    n, K, M = trajectory.R.shape
    R, Q = np.empty((n, len(order), K, M)), np.empty((n, len(order), K, K))
    for r, (o, s) in enumerate(zip(order, sign, strict=True)):
        R[:, r] = s[:, None] * trajectory.R[:, o]
        Q[:, r] = np.outer(s, s) * trajectory.Q[:, o][:, :, o]
    rates = dict(eta_J=3.0, eta_w=3.0, P=math.inf, V=10)
    setting = make_setting("fo_anil", "erf", K, M, **rates, T=T, Q=Q[0, 0], R=R[0, 0])
    eps_g = np.repeat(trajectory.eps_g[:, None], len(order), axis=1)
    status = ("ok",) * len(order)
    return SimulationResult(
        trajectory.alpha,
        Q,
        R,
        np.zeros(R.shape[:3]),
        eps_g,
        0 * eps_g,
        status,
        setting,
        100,
        0,
        "reduced",
    )


@pytest.fixture(scope="module")
def three_units():
    content = {
        "model": "fo_anil",
        "activation": "erf",
        "K": 3,
        "M": 3,
        "parameters": {"eta_J": 3.0, "eta_w": 3.0, "P": math.inf, "V": 10},
        "overlaps": {"T": [1.0, 2.0, 3.0], "Q": 0.5, "R": {"N": 20, "seed": 3}},
        "run": {"alpha_end": 20.0, "points": 6},
        "simulation": {"N": 100, "runs": 4, "points": 6},
    }
    return orderode.load_problem(content)


def compared(problem, simulation, monkeypatch):
    """compare() with this simulation in place of the microscopic one."""
    monkeypatch.setattr(module, "simulate", lambda *_, **__: simulation)
    return orderode.compare(problem, progress=False)


@pytest.mark.slow
def test_permuted_and_reflected_copies_are_restored_exactly(three_units, monkeypatch):
    theory = orderode.integrate(three_units)
    simulation = copies(theory, three_units.T)
    runs = compared(three_units, simulation, monkeypatch).judged
    for r in range(4):
        np.testing.assert_array_equal(runs.R[:, r], theory.R)
        np.testing.assert_array_equal(runs.Q[:, r], theory.Q)
    assert runs.exchanged == 3
    np.testing.assert_array_equal(runs.order[0], [0, 1, 2])
    np.testing.assert_array_equal(runs.sign[0], [1, 1, 1])
    assert runs.deviation() == (0.0, "none") and runs.spread()[0] == 0
    # what was simulated is kept as it was
    assert (runs.simulation.R[:, 1] != theory.R).any()


@pytest.mark.slow
def test_some_of_the_runs_relabelled(three_units, monkeypatch):
    theory = orderode.integrate(three_units)
    simulation = copies(theory, three_units.T)
    runs = compared(three_units, simulation, monkeypatch).judged
    np.testing.assert_array_equal(
        runs.relabelled_R(simulation.R[:, [1, 3]], (1, 3)), runs.R[:, [1, 3]]
    )
    np.testing.assert_array_equal(
        runs.relabelled_Q(simulation.Q[:, [1, 3]], (1, 3)), runs.Q[:, [1, 3]]
    )


def test_reflections_only_where_the_activation_is_odd(three_units):
    """Reflected units of an activation that is not odd are another state: they are permuted, never
    reflected."""
    theory = orderode.integrate(three_units)
    R = -theory.R[-1][[2, 0, 1]]
    order, sign = module._matched_units(R, theory.R[-1], True)
    np.testing.assert_array_equal(sign[:, None] * R[order], theory.R[-1])
    order, sign = module._matched_units(R, theory.R[-1], False)
    assert (sign == 1).all() and sorted(order) == [0, 1, 2]


@pytest.mark.slow
def test_relabelling_does_not_hide_a_wrong_run(three_units, monkeypatch):
    """The residuals never see the labels: the verdict on permuted copies is that on the runs as
    they are."""
    theory = orderode.integrate(three_units)
    straight = copies(theory, three_units.T, ORDER[[0, 0, 0, 0]], SIGN[[0, 0, 0, 0]])
    rng = np.random.default_rng(0)
    noise = 1e-4 * rng.standard_normal(straight.R.shape)
    found = [
        compared(
            three_units, dataclasses.replace(straight, R=straight.R + shift + noise), monkeypatch
        )
        for shift in (0.0, 0.01 * np.arange(6)[:, None, None, None])
    ]
    assert [x.judged.exchanged for x in found] == [0, 0]
    z = [x.residuals.largest for x in found]
    assert z[1] > z[0]


@pytest.mark.slow
def test_diverged_runs_keep_their_labels(three_units, monkeypatch):
    theory = orderode.integrate(three_units)
    simulation = copies(theory, three_units.T)
    R, Q, eps_g = simulation.R.copy(), simulation.Q.copy(), simulation.eps_g.copy()
    for array in (R, Q, eps_g):
        array[3:, 1] = np.nan
    status = ("ok", "non-finite", "ok", "ok")
    found = compared(
        three_units,
        dataclasses.replace(simulation, R=R, Q=Q, eps_g=eps_g, status=status),
        monkeypatch,
    )
    assert found.judged.exchanged == 2
    assert found.residuals.runs == (0, 2, 3)
    assert "ok: 3, non-finite: 1" in found.report()


def test_deviation_in_standard_errors():
    """Two runs at 1 +- 0.1 around a theory of 0.8: a mean of 1, a standard error of 0.1, two of
    them."""
    theory = orderode.integrate(problem())
    alpha = np.array([0.0, 1.0])
    states = State(0.8 * np.ones((2, 1, 1)), np.ones((2, 1, 1)), np.zeros((2, 1)))
    t = dataclasses.replace(theory, alpha=alpha, states=states, eps_g=np.zeros(2))
    R = np.array([[0.8, 0.8], [0.9, 1.1]])[:, :, None, None]
    Q, eps_g = np.ones((2, 2, 1, 1)), np.zeros((2, 2))
    rates = dict(eta_J=1.0, eta_w=1.0, P=math.inf, V=1)
    setting = make_setting("fo_anil", "erf", 1, 1, **rates, T=[[2.0]], Q=[[1.0]], R=[[0.8]])
    s = SimulationResult(
        alpha, Q, R, np.zeros(R.shape[:3]), eps_g, eps_g, ("ok", "ok"), setting, 100, 0, "reduced"
    )
    runs = Runs(s, t, np.zeros((2, 1), dtype=int), np.ones((2, 1)))
    z, where = runs.deviation()
    assert z == pytest.approx(2.0) and where == "R_11 at alpha = 1"
    spread, of = runs.spread()
    assert spread == pytest.approx(0.1) and of == "R"


# -- verdict and report ----------------------------------------------------------------------------


def test_agree(comparison):
    assert comparison.verdict == "agree"
    report = comparison.report()
    r = comparison.residuals
    assert (
        f"criterion    |z| <= {r.threshold:.2f}: Student's t, Bonferroni over all averages, level"
        " 0.0005" in report
    )
    assert "eta_J 4: " in report and "finite N corrected, by up to" in report
    assert report.count("skewness corrected, by up to") == 2
    assert f"largest |z| {r.largest:.2f}" in report and f"of {r.comparisons} averages" in report
    assert "1/sqrt(N) = 0.100" in report and "N = 100" in report and "4 runs, reduced" in report
    assert "P = inf, V = 20" in report and "standard errors" in report and "seed 5" in report
    assert report.splitlines()[-1] == "verdict      theory and simulation agree"
    assert "beside" not in report


def test_disagree(monkeypatch):
    """Simulated at V = 20, judged by the theory for V -> inf."""
    wrong = problem(N=300, runs=10, V=20).with_changes(
        parameters={"V": math.inf}, run={"alpha_end": 4.0}
    )
    found = orderode.compare(wrong, progress=False)
    assert found.verdict == "disagree"
    assert found.report().splitlines()[-1] == "verdict      theory and simulation disagree"


def test_no_verdict_where_every_run_failed(three_units, monkeypatch):
    simulation = copies(orderode.integrate(three_units), three_units.T)
    for array in (simulation.Q, simulation.R, simulation.eps_g):
        array[2:] = np.nan
    found = compared(
        three_units, dataclasses.replace(simulation, status=("non-finite",) * 4), monkeypatch
    )
    assert found.residuals is None and found.verdict == "no verdict"
    assert found.report().splitlines()[-1] == "verdict      none"
    assert module.UNJUDGED in found.report()
    assert "non-finite: 4" in found.report() and "residual_z" not in found.arrays()


def test_no_verdict_where_the_theory_failed(three_units, monkeypatch):
    simulation = copies(orderode.integrate(three_units), three_units.T)
    failed = dataclasses.replace(orderode.integrate(three_units), status="step limit")
    monkeypatch.setattr(module, "integrate", lambda *_, **__: failed)
    found = compared(three_units, simulation, monkeypatch)
    assert found.verdict == "no verdict" and "status step limit" in found.report()


def test_no_verdict_where_all_intervals_are_too_long(monkeypatch):
    """As at a rate of 1e9, where slopes change within a billionth of an interval."""
    monkeypatch.setattr(importlib.import_module("orderode.certify.scores"), "LONGEST", 0.0)
    found = orderode.compare(problem(), progress=False, band=False)
    assert found.verdict == "no verdict" and found.parts == ()
    assert f"\n{module.UNJUDGED}\nverdict      none" in found.report()


def test_the_runs_beside_are_not_judged(comparison):
    """P = 5 beside: it misses the theory, and the verdict and the judged numbers are as without
    it."""
    found = orderode.compare(problem(beside={"P": 5}), progress=False)
    assert found.verdict == comparison.verdict == "agree"
    assert (
        found.beside.label == "P = 5, V = 20"
        and found.beside.simulation.setting.parameters["P"] == 5
    )
    np.testing.assert_array_equal(found.residuals.z, comparison.residuals.z)
    np.testing.assert_array_equal(found.judged.R, comparison.judged.R)
    line = found.report().splitlines()[-1]
    assert line.startswith("beside       P = 5, V = 20, not judged: final eps_g")
    assert found.report().splitlines()[:-1] == comparison.report().splitlines()
    saved = found.arrays()
    assert saved["beside_P"] == 5 and saved["beside_R"].shape == (21, 4, 2, 2)
    alone = orderode.simulate(problem(), P=5, progress=False)
    np.testing.assert_array_equal(saved["beside_R"], alone.R)


# -- refusals --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "call", [orderode.integrate, orderode.right_hand_side, orderode.compare, orderode.check_drift]
)
def test_the_theory_of_a_finite_support_set_is_refused(call):
    with pytest.raises(NotAvailable) as caught:
        call(problem().with_changes(model="anil", parameters={"P": 100}))
    message = str(caught.value)
    assert "anil at P = 100" in message and "P -> inf only" in message
    assert "write P = inf into [parameters]" in message and "[simulation]" in message


def test_it_is_simulated_all_the_same():
    found = orderode.simulate(
        problem(P=3, points=2).with_changes(parameters={"P": 100}), progress=False
    )
    assert found.setting.parameters["P"] == 3 and found.status == ("ok",) * 4


@pytest.mark.parametrize("table", ["run", "simulation"])
def test_missing_tables(table):
    with pytest.raises(ProblemError, match=rf"\[{table}\] is missing"):
        orderode.compare(problem().with_changes(**{table: None}))


def test_more_points_than_steps():
    with pytest.raises(ProblemError, match=r"simulation\.points = 41.*at most N alpha_end = 40"):
        orderode.compare(problem(N=20, points=41))


def test_refused_before_anything_is_simulated(monkeypatch):
    monkeypatch.setattr(module, "simulate", None)
    with pytest.raises(NotAvailable):
        orderode.compare(problem().with_changes(model="anil", parameters={"P": 100}))
    with pytest.raises(NotAvailable, match="fo_anil with erf"):
        orderode.compare(problem().with_changes(activation="tanh"))
    with pytest.raises(BackendError, match="fortran"):
        orderode.compare(problem(), "fortran")


# -- saved -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".json", ".npz"])
def test_saved_numbers_come_back_with_their_provenance(comparison, tmp_path, suffix):
    t, s = comparison.theory, comparison.judged.simulation
    made = results.provenance(problem(), system_digest=t.digest, backend=t.backend, seed=s.seed)
    path = tmp_path / f"comparison{suffix}"
    results.save(path, comparison.arrays(), made)
    found = results.load(path)
    np.testing.assert_array_equal(found["R"], t.R)
    np.testing.assert_array_equal(found["simulation_Q"], s.Q)
    np.testing.assert_array_equal(found["residual_z"], comparison.residuals.z)
    for name in ("residual_z", "estimate_z"):
        plain = found[f"{name}_with_skewness"]
        assert (np.abs(plain) >= np.abs(found[name])).all()
    assert str(found["verdict"]) == "agree" and str(found["status"]) == "ok"
    assert list(found["residual_names"]) == list(comparison.residuals.names)
    assert found["provenance"] == made
    assert made["digest"] == {
        "problem": problem().digest,
        "system": solvers.load("fo_anil", "numpy").digest,
    }
    assert made["seed"] == 5 and made["backend"] in ("c", "numpy")
    assert {"orderode", "numpy", "scipy", "python"} <= made["versions"].keys()

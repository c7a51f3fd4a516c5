"""A system with an order parameter beyond R, Q and w0 needs nothing of the runner: here a vector v0
that follows the head start, dv0/dalpha = eta_0 (w0 - v0)."""

import numpy as np
import pytest
from click.testing import CliRunner
from slow_head import derived_into

import orderode
from orderode.certify import compare as compare_module
from orderode.certify import path as path_module
from orderode.certify import scores as scores_module
from orderode.certify.fluctuations import fluctuations
from orderode.cli import main
from orderode.errors import BackendError, ProblemError
from orderode.models.catalogue import entry
from orderode.report.plots import theory_figure
from orderode.solvers import load
from orderode.solvers.layout import State
from orderode.theory.integrate import start_state

V0 = [0.1, 0.2]
PLAIN = {
    "activation": "linear",
    "K": 2,
    "M": 2,
    "parameters": {"eta_J": 0.5, "eta_0": 0.4, "V": 3, "w0": [0.5, -0.3]},
    "overlaps": {"T": [1.0, 0.8], "Q": 0.5, "R": {"N": 400, "seed": 1}},
    "tasks": {"mean": [0.7, -0.4], "cov": [0.1, 0.2]},
    "run": {"alpha_end": 2.0, "points": 21, "rtol": 1e-9},
    "simulation": {"N": 400, "runs": 20, "points": 41, "tasks": 50},
}
BACKENDS = ("c", "numpy")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return derived_into(tmp_path_factory.mktemp("followed"))


@pytest.fixture
def given(folder):
    return orderode.Problem(
        **{**PLAIN, "model": folder, "overlaps": {**PLAIN["overlaps"], "v0": V0}}
    )


@pytest.fixture
def plain():
    """Without it."""
    return orderode.Problem(model="sgd", **PLAIN)


@pytest.mark.parametrize("backend", BACKENDS)
def test_slopes(given, plain, backend):
    found, known = (orderode.right_hand_side(x, backend) for x in (given, plain))
    np.testing.assert_allclose(found.dv0, 0.4 * (given.w0 - V0), rtol=1e-14)
    for name in ("dR", "dQ", "dw0", "eps_g"):
        np.testing.assert_allclose(getattr(found, name), getattr(known, name), rtol=1e-12)
    assert found.is_finite() and "dv0 = [" in repr(found)


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_trajectory(given, plain, backend):
    """v0 is the mean of the head start with the weights of an exponential."""
    found, known = (orderode.integrate(x, backend) for x in (given, plain))
    assert found.status == "ok" and found.state(0).v0.tolist() == V0
    np.testing.assert_allclose(found.w0, known.w0, rtol=1e-7)
    # d(exp(eta alpha) v0) = eta exp(eta alpha) w0, by Simpson's rule on a finer grid
    alpha = np.linspace(0, 2, 201)
    weighted = 0.4 * np.exp(0.4 * alpha)[:, None] * orderode.integrate(plain, backend, alpha).w0
    simpson = np.array([1, *[4, 2] * 99, 4, 1]) * 0.01 / 3
    expected = np.exp(-0.8) * (np.array(V0) + simpson @ weighted)
    np.testing.assert_allclose(found.v0[-1], expected, rtol=1e-7)
    errors = [orderode.squared_gradient(given, x.state(-1)) for x in (found, known)]
    assert errors[0] == pytest.approx(errors[1], rel=1e-6)


def test_it_starts_at_zero_unless_it_is_given(folder, given):
    problem = orderode.Problem(model=folder, **PLAIN)
    assert start_state(problem).v0.tolist() == [0, 0] and start_state(given).v0.tolist() == V0
    assert "v0 = [0.1, 0.2]" in repr(given) and given.digest != problem.digest


@pytest.mark.parametrize("value", [1.0, [1.0], [[1.0, 2.0]], [1.0, "2"], [1.0, float("nan")]])
def test_a_start_of_another_shape_is_refused(given, value):
    with pytest.raises(ProblemError, match=r"overlaps\.v0 = .*finite numbers, 2 in nested lists"):
        given.with_changes(overlaps={"v0": value})


def test_other_keys_are_refused_as_before(given, plain):
    for problem in (given, plain):
        with pytest.raises(ProblemError, match=r"overlaps\.v1 .*unknown key"):
            problem.with_changes(overlaps={"v1": V0})
    with pytest.raises(ProblemError, match=r"overlaps\.v0 .*unknown key"):
        plain.with_changes(overlaps={"v0": V0})


def test_a_state_without_it_is_no_state_of_the_system(given):
    solver = load(entry(given.model, "linear").key, "c")
    state = State(given.R, given.Q, given.w0)
    with pytest.raises(BackendError, match=r"v0 \(K\), not R \(2, 2\), Q \(2, 2\), w0 \(2,\)"):
        solver.rhs(state, {"T": given.T, **given.parameters.of_model()})


FUNCTIONS = [(f, b) for f in ("rhs", "observable", "diffusion") for b in BACKENDS]


@pytest.mark.parametrize(("function", "backend"), [*FUNCTIONS, ("observables", "numpy")])
def test_each_function_asks_for_a_state_of_the_system(function, backend, given):
    solver = load(entry(given.model, "linear").key, backend)
    w0 = np.array(given.w0)
    states = State(given.R, given.Q, w0), State(given.R, given.Q, w0, v0=np.zeros(3))
    for state in (x.map(lambda y: y[None]) if function == "observables" else x for x in states):
        named = ["eps_g"] if function.startswith("observable") else []
        with pytest.raises(BackendError, match=r"a state of followed_linear has R \(K, M\)"):
            getattr(solver, function)(*named, state, {"T": given.T, **given.parameters.of_model()})


def test_numpy_takes_many_states_along_an_axis_behind(given):
    solver = load(entry(given.model, "linear").key, "numpy")
    chosen = {"T": given.T, **given.parameters.of_model()}
    one = State(given.R, given.Q, np.array(given.w0), v0=np.array(V0))
    many = one.map(lambda x: np.stack([x, x, x], axis=-1))
    for single, several in zip(solver.rhs(one, chosen), solver.rhs(many, chosen), strict=True):
        np.testing.assert_allclose(several[..., 1], single, rtol=1e-14, atol=1e-16)
    with pytest.raises(BackendError, match=r"a state of followed_linear has R"):
        solver.rhs(many.replace(v0=np.zeros((3, 3))), chosen)


def test_a_figure_shows_it(given, plain):
    drawn = [("", orderode.integrate(x), x.T) for x in (given, plain)]
    first, second = (part.axes for part in theory_figure(drawn).subfigs)
    assert [axis.get_ylabel() for axis in first] == [axis.get_ylabel() for axis in second]
    assert [axis.get_ylabel() for axis in first][3:] == ["$w^0_k$", "v0"]
    found = np.array([line.get_ydata() for line in first[4].lines])
    np.testing.assert_array_equal(found.T, drawn[0][1].v0)
    assert not second[4].lines


@pytest.mark.parametrize("backend", BACKENDS)
def test_fluctuations(given, plain, backend):
    """What no sample moves fluctuates with what drives it."""
    found, known = (fluctuations(x, 400, backend) for x in (given, plain))
    np.testing.assert_allclose(found.sd_R, known.sd_R, rtol=1e-4)
    assert not found.sd_v0[0].any() and (found.sd_v0[-1] > 1e-4).all()
    assert (found.sd_v0[-1] < found.sd_w0[-1]).all()


def test_a_comparison_leaves_it_out_and_says_so(given):
    found = orderode.compare(given)
    assert found.verdict == "agree" and not any("v0" in x for x in found.residuals.names)
    predicted = found.residuals.predicted.v0.mean(axis=1)  # from the theory's, and each run's w0
    np.testing.assert_allclose(predicted, found.judged.theory.v0[1:], atol=1e-3)
    (said,) = [line for line in found.report().splitlines() if line.startswith("left out")]
    assert "v0: no simulation measures this" in said
    assert found.arrays()["v0"].shape == (21, 2)
    drift = orderode.check_drift(given, tasks=20_000)
    assert drift.agrees and drift.z.names == ("R", "Q", "w0")
    assert "left out: dv0, which no simulation measures" in drift.report()


def test_a_comparison_still_refuses_a_wrong_theory(given, monkeypatch):
    """Judged at a rate a fifth too large."""
    right = compare_module.stage_parameters

    def wrong(stage, solver):
        chosen, then = right(stage, solver)
        return chosen | {"eta_J": 1.2 * given.parameters.eta_J}, then

    for module in (compare_module, path_module, scores_module):
        monkeypatch.setattr(module, "stage_parameters", wrong)
    assert not orderode.compare(given, band=False).residuals.agrees


TOML = """
model = "{model}"
activation = "linear"
K = 2
M = 2
[parameters]
eta_J = 0.5
eta_0 = 0.4
V = 3
w0 = [0.5, -0.3]
[overlaps]
T = [1.0, 0.8]
Q = 0.5
R = {{ N = 400, seed = 1 }}
v0 = [0.1, 0.2]
[tasks]
mean = [0.7, -0.4]
cov = [0.1, 0.2]
[run]
alpha_end = 2.0
points = 21
rtol = 1e-9
"""
SWEEP = """
problem = "followed.toml"
[axes]
parameters.eta_J = [0.4, 0.5]
[outputs]
final_state = true
eps_g_at = [1.0]
"""


@pytest.fixture
def file(folder, tmp_path):
    path = tmp_path / "followed.toml"
    path.write_text(TOML.format(model=folder), encoding="utf-8")
    (tmp_path / "sweep.toml").write_text(SWEEP, encoding="utf-8")
    return path


@pytest.mark.parametrize("kernels", ["batch", "c", "numpy"])
def test_a_sweep(given, file, kernels):
    asked = orderode.sweep.read_sweep(file.with_name("sweep.toml"))
    found = orderode.sweep.run(asked, file.with_name(kernels), kernels=kernels)
    assert found.counts() == {"ok": 2} and found["final_v0"].shape == (2, 2)
    for name, value in orderode.integrate(given).state(-1).items():
        np.testing.assert_allclose(found[f"final_{name}"][1], value, rtol=1e-6)
    again = orderode.sweep.load(file.with_name(kernels))
    np.testing.assert_array_equal(again["final_v0"], found["final_v0"])


def test_commands(folder, file):
    out = file.with_name("out")
    asked = file.with_name("sweep.toml")
    for words, said in (
        (["rhs", file], "dv0"),
        (["integrate", file, "--out", out / "t.npz"], "ok: alpha = 2"),
        (["draw", file, "--out", out / "t.png"], "ok"),
        (["sweep", asked, "--out", out / "s"], ""),
        (["plot", out / "s"], ""),
        (["models", folder], "followed_linear"),
        (["equations", folder], "slow head"),
    ):
        found = CliRunner().invoke(main, [str(word) for word in words])
        assert found.exit_code == 0 and said in found.output, found.output
    (written,) = out.glob("*.npz")
    assert np.load(written)["v0"][0].tolist() == V0

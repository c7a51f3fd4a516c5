"""A giant step ahead of each outer step: the slopes against the map of giant_step and the slopes of
sgd, which are checked on their own, against nodes, and against simulations with N-vectors; and what
is refused."""

from dataclasses import replace
from pathlib import Path

import click.testing
import numpy as np
import pytest

import orderode
from orderode.certify.fluctuations import fluctuations
from orderode.certify.simulation import microscopic_setting
from orderode.cli import main
from orderode.derive.custom.check import check_model
from orderode.derive.custom.faults import ModelError
from orderode.derive.dynamics.ahead import NoStepAhead
from orderode.derive.dynamics.derive import derive
from orderode.derive.gaussian.activations import ACTIVATIONS
from orderode.derive.language import Gains
from orderode.derive.language.data import model_data
from orderode.derive.language.reading import read
from orderode.derive.models import giant_maml
from orderode.derive.models.setting import decay, learner
from orderode.errors import NotAvailable
from orderode.simulate import SettingError, read_model, sample_drift
from orderode.theory.integrate import right_hand_side
from orderode.theory.steps import changes

U = [[1.0, 0.5], [-0.3, 1.2]]


def stated(activation="erf", *, K=2, M=2, seed=1, run=None, **parameters):
    """A random problem as a dict."""
    rng = np.random.default_rng(seed)
    W = rng.standard_normal((K + M, K + M + 2))
    C = W @ W.T / W.shape[1]
    given = {"gamma": 0.6, "ratio": 1.5, "eta_w": 0.4, "eta_J": 0.7, "eta_0": 0.5, "noise": 0.3}
    given |= {"V": 3, "p_second": 0.35, "w0": rng.standard_normal(K).tolist()}
    given |= {"u_first": [*U[0], 0.8, -0.6][:M], "u_second": [*U[1], -0.4, 0.9][:M]}
    return {
        "model": "giant_maml",
        "activation": activation,
        "K": K,
        "M": M,
        "parameters": given | parameters,
        "overlaps": {"T": C[K:, K:], "Q": C[:K, :K], "R": C[:K, K:]},
        **({"run": run} if run else {}),
    }


def problem(*args, **more):
    return orderode.load_problem(stated(*args, **more))


def adapted(p, u):
    """Overlaps after a giant step of the model giant_step in the task u, and the head after it."""
    content = {
        "model": "giant_step",
        "activation": p.activation,
        "K": p.K,
        "M": p.M,
        "parameters": {
            "gamma": p.parameters.gamma,
            "ratio": p.parameters.ratio,
            "noise": p.parameters.noise,
            "w0": p.w0.tolist(),
        },
        "tasks": {"mean": u},
        "overlaps": {"T": p.T, "Q": p.Q, "R": p.R},
    }
    moved = changes(orderode.load_problem(content)).of
    at = plain(p, u, eta_0=1.0)
    w = p.w0 + p.parameters.eta_w * right_hand_side(at).slopes.w0
    return p.R + moved.R, p.Q + moved.Q, w


def plain(p, u, eta_0, **at):
    """The problem of sgd, without a giant step."""
    overlaps = {"T": p.T, "Q": at.get("Q", p.Q), "R": at.get("R", p.R)}
    numbers = {"eta_J": p.parameters.eta_J, "V": p.parameters.V, "noise": p.parameters.noise}
    return orderode.load_problem(
        {
            "model": "sgd",
            "activation": p.activation,
            "K": p.K,
            "M": p.M,
            "parameters": numbers | {"eta_0": eta_0, "w0": list(at.get("w", p.w0))},
            "tasks": {"mean": u},
            "overlaps": overlaps,
        }
    )


@pytest.mark.parametrize("activation", ["erf", "relu", "linear"])
@pytest.mark.parametrize(("K", "M"), [(1, 1), (2, 2), (3, 2)])
def test_it_is_the_outer_step_at_what_has_adapted(activation, K, M):
    """dR, the slope of the head and eps_g are those of sgd at the overlaps and the head after a
    giant step, weighted over the tasks."""
    p = problem(activation, K=K, M=M, gamma=0.3)
    found = right_hand_side(p)
    dR, dw, eps = 0.0, 0.0, 0.0
    chance = p.parameters.p_second
    for u, weight in zip(
        (p.parameters.u_first, p.parameters.u_second), (1 - chance, chance), strict=True
    ):
        R, Q, w = adapted(p, list(u))
        there = right_hand_side(plain(p, list(u), p.parameters.eta_0, R=R, Q=Q, w=w))
        dR = dR + weight * there.slopes.R
        dw = dw + weight * there.slopes.w0
        eps += weight * there.eps_g
    scale = np.abs(dR).max()
    np.testing.assert_allclose(found.slopes.R, dR, rtol=0, atol=1e-12 * scale)
    np.testing.assert_allclose(found.slopes.w0, dw, rtol=0, atol=1e-12 * max(1, np.abs(dw).max()))
    assert found.eps_g == pytest.approx(eps, rel=1e-12)


def test_lengths_by_nodes():
    """One unit, one task: dQ over the joint fields of J', J and B, by Gauss-Hermite nodes."""
    p = problem(K=1, M=1, p_second=0.0)
    g, slope = ACTIVATION["erf"]
    (w,), u, noise = p.w0, U[0][0], p.parameters.noise
    x, weight = np.polynomial.hermite_e.hermegauss(40)
    weight = weight / weight.sum()
    C = np.block([[p.Q, p.R], [p.R.T, p.T]])
    at = np.linalg.cholesky(C) @ np.array([np.repeat(x, 40), np.tile(x, 40)])
    both = np.repeat(weight, 40) * np.tile(weight, 40)
    F = (w * g(at[0]) - u * g(at[1])) * w * slope(at[0])
    X = p.Q[0, 0] - p.parameters.gamma * both @ (F * at[0])  # J'.J/N
    R, Q, (w2,) = adapted(p, U[0][:1])
    D = np.array(
        [[Q[0, 0], X, R[0, 0]], [X, p.Q[0, 0], p.R[0, 0]], [R[0, 0], p.R[0, 0], p.T[0, 0]]]
    )
    z = np.linalg.cholesky(D) @ np.array(np.meshgrid(x, x, x, indexing="ij")).reshape(3, -1)
    each = np.einsum("i,j,k->ijk", weight, weight, weight).ravel()
    residual, bend = w2 * g(z[0]) - u * g(z[2]), w2 * slope(z[0])
    eta, V = p.parameters.eta_J, p.parameters.V
    wanted = -2 * eta * each @ (residual * bend * z[1])
    wanted += eta**2 / V * each @ ((residual**2 + noise**2) * bend**2)
    assert right_hand_side(p).slopes.Q[0, 0] == pytest.approx(wanted, rel=1e-9)


ACTIVATION = {
    "erf": (
        lambda x: np.vectorize(__import__("math").erf)(x / np.sqrt(2)),
        lambda x: np.sqrt(2 / np.pi) * np.exp(-(x**2) / 2),
    )
}


def test_at_rate_zero_it_is_sgd_on_both_tasks():
    p = problem(gamma=0.0, eta_w=0.0)
    found, chance = right_hand_side(p).slopes, p.parameters.p_second
    first, second = (right_hand_side(plain(p, u, p.parameters.eta_0)).slopes for u in U)
    for name in ("R", "Q", "w0"):
        wanted = (1 - chance) * getattr(first, name) + chance * getattr(second, name)
        np.testing.assert_allclose(getattr(found, name), wanted, rtol=0, atol=1e-13)


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_infinite_numbers_of_samples_are_limits(backend):
    """At V = inf, or n/N, slopes are those at 10^12, and not those at the finite number."""
    usual = {"V": 3, "ratio": 1.5}
    for name, value in usual.items():
        here, there, limit = (
            right_hand_side(problem(**usual | {name: x}), backend).slopes.Q
            for x in (value, 10**12, np.inf)
        )
        np.testing.assert_allclose(limit, there, rtol=1e-9)
        assert np.abs(limit - here).max() > 1e-2 * np.abs(here).max()


@pytest.mark.parametrize("activation", ["erf", "relu", "linear"])
def test_backends_agree(activation):
    p = problem(activation, K=3, M=2)
    c, numpy = (right_hand_side(p, backend) for backend in ("c", "numpy"))
    for x, y in zip(c.slopes, numpy.slopes, strict=True):
        np.testing.assert_allclose(x, y, rtol=0, atol=1e-11 * np.abs(y).max())
    assert c.eps_g == pytest.approx(numpy.eps_g, rel=1e-12)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("activation", "K", "M"), [("erf", 2, 2), ("relu", 1, 2), ("linear", 3, 1), ("erf", 4, 4)]
)
def test_drift_with_vectors(activation, K, M):
    """2000 steps at 200 and 400 inputs against the slopes, level 1e-3 for each case. Power: the
    next test."""
    p = problem(activation, K=K, M=M, gamma=0.5 if activation == "erf" else 0.2)
    found = orderode.check_drift(p, tasks=2000, seed=3)
    assert found.agrees, found.report()


@pytest.mark.slow
def test_a_wrong_giant_step_is_refused():
    p = problem(K=2, M=2, seed=4, gamma=1.0, eta_J=1.0)
    measured = orderode.check_drift(p, tasks=3000, seed=5)
    assert measured.agrees
    for changed in ({"gamma": 0.6}, {"eta_w": 0.8}):
        theory = right_hand_side(p.with_changes(parameters=changed)).slopes
        off = 0.0
        for name, z in measured.z.items():
            here, there = getattr(measured.change, name), getattr(theory, name)
            error = measured.resolution / measured.threshold * np.abs(here).max()
            off = max(off, float((np.abs(there - here) / error - np.abs(z)).max()))
        assert off > measured.threshold, changed


PROBLEM = """
model = "giant_maml"
activation = "erf"
K = 2
M = 2
[parameters]
gamma = 0.5
ratio = 2.0
eta_J = 0.5
V = 5
u_first = [1.0, 0.0]
u_second = [0.0, 1.0]
[overlaps]
T = [1.0, 1.0]
Q = 0.5
R = { N = 60, seed = 1 }
[run]
alpha_end = 0.5
points = 3
[simulation]
N = 60
runs = 6
points = 5
tasks = 20
method = "direct"
"""


def called(*words):
    return click.testing.CliRunner().invoke(main, [str(w) for w in words])


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def written(text=PROBLEM):
        Path("p.toml").write_text(text, encoding="utf-8")
        return "p.toml"

    return written


def test_commands(file):
    for words in (("rhs",), ("integrate",), ("simulate",), ("drift", "--tasks", 50)):
        done = called(words[0], file(), *words[1:], "--quiet")
        assert done.exit_code == 0, (words, done.output)
    done = called("compare", file(), "--out", "found")
    assert done.exit_code == 0 and "theory and simulation agree" in done.output, done.output


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ('method = "direct"', "", "method = 'direct'"),
        ("ratio = 2.0", "ratio = inf", "to simulate"),
        ("ratio = 2.0", "ratio = -1", "parameters.ratio"),
        ("ratio = 2.0", "", "parameters.ratio"),
    ],
)
def test_what_cannot_be_simulated(file, before, after, words):
    done = called("simulate", file(PROBLEM.replace(before, after)))
    assert done.exit_code == 2 and words in done.output and "Traceback" not in done.output


def test_the_drift_test_takes_finitely_many_samples(file):
    done = called("drift", file(PROBLEM.replace("V = 5", "V = inf")))
    assert done.exit_code == 2 and "finitely many query samples" in done.output


def test_data_round_trip():
    """The data of the model state it: read back they are the same; the simulation reads them, too."""
    data = model_data(giant_maml.MODEL)
    assert model_data(read(data)) == data
    found = read_model(data)
    assert (
        found.ratio == "ratio"
        and found.ahead.rate == "gamma"
        and found.ahead.rate_of_head == "eta_w"
    )


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("samples", "nu", "the outer step has samples of its own"),
        ("rate", "tau", "unknown name"),
        ("head", "u", "unknown name"),
        ("network", "beta", "unknown name"),
    ],
)
def test_data_that_state_no_step_ahead(key, value, words):
    data = model_data(giant_maml.MODEL)
    wrong = {**data, "ahead": {**data["ahead"], key: value}}
    with pytest.raises(SettingError, match=words) as refused:
        read_model(wrong)
    assert refused.value.key == f"model.ahead.{key}"


def test_reduced_means_are_refused():
    """Nothing that has no N-vectors takes such a step."""
    setting = microscopic_setting(problem(), None, 3)
    with pytest.raises(SettingError, match="N-vectors"):
        sample_drift(setting, tasks=10, seed=0)


def test_there_is_no_band():
    with pytest.raises(NotAvailable, match="covariance"):
        fluctuations(problem(run={"alpha_end": 1.0}), 100)


def test_what_is_not_derived_is_refused():
    model, erf = giant_maml.MODEL, ACTIVATIONS["erf"]
    keep = giant_maml.p_second
    wrong = {
        "weight decay": replace(model, outer=replace(model.outer, decay=decay)),
        "lengths": replace(model, outer=replace(model.outer, spherical=True)),
        "inputs in blocks": replace(model, blocks=True),
        "gains": replace(model, gains=Gains("r", learner, keep)),
        "tasks that are drawn": replace(model, tasks=()),
    }
    for words, changed in wrong.items():
        with pytest.raises(NoStepAhead, match=words):
            derive(changed, erf)
    mine = replace(wrong["weight decay"], name="mine")  # in a model file of one's own
    with pytest.raises(ModelError, match="weight decay"):
        check_model(mine)
    check_model(replace(model, name="mine"))

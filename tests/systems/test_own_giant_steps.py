"""Giant steps in model files of one's own: alone, a map, and ahead of an outer step."""

import numpy as np
import pytest
from click.testing import CliRunner

import orderode
from orderode.cli import main
from orderode.problems.problem import Problem
from orderode.problems.steps import MapProblem
from orderode.theory.integrate import right_hand_side

CORRELATION = '''
"""{title}: the loss of the giant step is -y f."""

from dataclasses import replace

from orderode.derive.models import {base}
from orderode.derive.models.setting import decay


def correlation(head, samples):
    model = {base}.MODEL
    return -model.teacher.output(model.task, samples) * model.learner.output(head, samples)


MODEL = replace(
    {base}.MODEL,
    name="{name}",
    title="{title}",
    {part}=replace({base}.MODEL.{part}, loss=correlation{more}),
    {others}
)
'''
OF = {
    "alone": {
        "base": "giant_step",
        "name": "mine_alone",
        "title": "Giant steps on the correlation loss",
        "part": "outer",
        "others": "noise=None,",
    },
    "before": {
        "base": "giant_maml",
        "name": "mine_before",
        "title": "MAML with a giant step on the correlation loss",
        "part": "ahead",
        "others": "",
    },
}
T, Q = [[1.0, 0.3], [0.3, 0.8]], [[0.5, 0.1], [0.1, 0.7]]
R, W, U = [[0.1, -0.2], [0.3, 0.05]], [1.0, -0.6], [1.0, -0.7]
START = {"activation": "linear", "K": 2, "M": 2, "overlaps": {"T": T, "Q": Q, "R": R}}
ALONE = START | {
    "parameters": {"gamma": 0.4, "ratio": 2.0, "w0": W},
    "tasks": {"mean": U},
    "run": {"steps": 3},
    "simulation": {"N": 100, "runs": 6},
}
SECOND = [0.2, 0.9]
BEFORE = START | {
    "parameters": {"gamma": 0.4, "ratio": 2.0, "eta_J": 0.1, "V": 5, "w0": W}
    | {"u_first": U, "u_second": SECOND, "p_second": 0.3},
    "run": {"alpha_end": 0.5, "points": 3},
    "simulation": {"N": 40, "runs": 4, "points": 3, "method": "direct"},
}


@pytest.fixture
def model(tmp_path, monkeypatch):
    """The path of a model file, changed as a test wants."""
    monkeypatch.chdir(tmp_path)

    def written(which, **changed):
        text = CORRELATION.format(**{"more": "", **OF[which], **changed})
        path = tmp_path / f"{which}.py"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return written


def called(*words):
    done = CliRunner().invoke(main, [str(w) for w in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.mark.slow
def test_a_map(model):
    """With linear units and n = inf one step adds gamma w u^T B to J; at n = 2 N its noise, too. The
    drift test of 2000 steps agrees, and what a problem file asks for is there."""
    made = orderode.derive(model("alone"), "linear")
    assert made.drift_test["verdict"] == "agree" and made.drift_test["seen"] < 0.05
    p = orderode.load_problem(ALONE | {"model": made.model})
    assert isinstance(p, MapProblem)
    exact = p.with_changes(parameters={"ratio": float("inf")})
    C = np.block([[np.array(Q), np.array(R)], [np.transpose(R), np.array(T)]])
    factor = np.linalg.cholesky(C)
    J, B = factor[:2], factor[2:]
    moved = J + 0.4 * np.outer(W, U) @ B
    for backend in ("c", "numpy"):
        t = orderode.iterate(exact, backend, steps=1)
        np.testing.assert_allclose(t.R[1], moved @ B.T, rtol=0, atol=1e-13)
        np.testing.assert_allclose(t.Q[1], moved @ moved.T, rtol=0, atol=1e-13)
    assert np.abs(orderode.iterate(p, steps=1).Q[1] - moved @ moved.T).max() > 0.01
    text = called("models", made.model).output
    assert "ratio = finite   exact" in text and "drift test: agree" in text
    compared = orderode.compare(p, progress=False)
    assert compared.agrees


SWEEP = """
problem = "alone.toml"

[axes]
activation = ["linear", "erf"]
"parameters.gamma" = [0.2, 0.4]
"""


@pytest.mark.slow
def test_a_sweep_of_a_map(model, tmp_path):
    """Of a map of one's own: the errors are those of its iterations, whichever the backend; and they
    are drawn."""
    problem = ALONE | {"model": model("alone"), "run": {"steps": 2}}
    written = [f'model = "{problem["model"]}"', 'activation = "linear"', "K = 2", "M = 2"]
    for table in ("parameters", "tasks", "overlaps", "run"):
        written += [f"[{table}]", *(f"{key} = {value}" for key, value in problem[table].items())]
    (tmp_path / "alone.toml").write_text("\n".join(written), encoding="utf-8")
    (tmp_path / "s.toml").write_text(SWEEP, encoding="utf-8")
    for backend in ("c", "numpy"):
        done = called("sweep", "s.toml", "--out", backend, "--backend", backend)
        assert done.exit_code == 0 and "4 points: 4 ok" in done.output, done.output
        found = orderode.sweep.load(backend)
        for number, activation in enumerate(("linear", "erf")):
            for place, gamma in enumerate((0.2, 0.4)):
                p = orderode.load_problem(problem | {"activation": activation}).with_changes(
                    parameters={"gamma": gamma}
                )
                end = orderode.iterate(p, backend).eps_g[-1]
                assert found["final_eps_g"][number, place] == end
        drawn = called("plot", backend)
        assert drawn.exit_code == 0 and (tmp_path / backend / "figure.png").stat().st_size > 5000
        assert called("plot", backend, "--of", "final_eps_g").exit_code == 0
        refused = called("plot", backend, "--of", "crossing")
        assert "the sweep has none. there is: final_eps_g" in refused.output


@pytest.mark.slow
def test_ahead_of_an_outer_step(model):
    """With linear units the slopes are those of sgd at J' = J + gamma w u^T B, for n = V = inf."""
    made = orderode.derive(model("before"), "linear")
    assert made.drift_test["verdict"] == "agree"
    p = orderode.load_problem(BEFORE | {"model": made.model})
    assert isinstance(p, Problem) and not isinstance(p, MapProblem)
    exact = p.with_changes(parameters={"ratio": float("inf"), "V": float("inf")})
    found = right_hand_side(exact, "c")
    C = np.block([[np.array(Q), np.array(R)], [np.transpose(R), np.array(T)]])
    factor, w = np.linalg.cholesky(C), np.array(W)
    J, B = factor[:2], factor[2:]
    dR, dQ = np.zeros((2, 2)), np.zeros((2, 2))
    for share, u in ((0.7, np.array(U)), (0.3, np.array(SECOND))):
        moved = J + 0.4 * np.outer(w, u) @ B
        step = -0.1 * np.outer(w, w @ moved - u @ B)  # of J, per unit of alpha
        dR += share * step @ B.T
        dQ += share * (step @ J.T + J @ step.T)
    np.testing.assert_allclose(found.slopes.R, dR, rtol=0, atol=1e-13)
    np.testing.assert_allclose(found.slopes.Q, dQ, rtol=0, atol=1e-13)
    # a few short runs decide nothing; the slopes above and the drift test do
    assert orderode.compare(p, progress=False).verdict != "disagree"


def test_what_has_no_equations_is_refused_in_words(model):
    decay = model("alone", more=", decay=decay")
    said = called("derive", decay, "--out", "solver")
    assert said.exit_code == 2 and "a giant step: no equations with weight decay" in said.output
    drawn = model("before", others="tasks=(),")
    said = called("derive", drawn, "--out", "solver")
    assert said.exit_code == 2
    assert "a giant step ahead: no equations with tasks that are drawn" in said.output

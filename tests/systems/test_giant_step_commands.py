"""Giant steps through a problem file, as a user runs them: every command and backend, each with a
result or a refusal that names the reason; and what a file may not say."""

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

import orderode
from orderode.cli import main
from orderode.errors import NotAvailable, ProblemError
from orderode.models.catalogue import catalogue
from orderode.models.manifest import MAP
from orderode.problems.steps import MapProblem

PROBLEM = """
model = "giant_step"
activation = "{}"
K = 2
M = 1
[parameters]
gamma = 0.2
ratio = 2.0
[overlaps]
T = [1.0]
Q = [0.5, 0.7]
R = [[0.1], [-0.2]]
[run]
steps = 3
[simulation]
N = 100
runs = 6
tasks = 20
"""
ACTIVATIONS = ("erf", "relu", "linear", "square")


def called(*words):
    done = CliRunner().invoke(main, [str(w) for w in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def written(text):
        Path("p.toml").write_text(text, encoding="utf-8")
        return "p.toml"

    return written


def test_all_of_them_are_tried():
    assert [e.activation for e in catalogue(MAP)] == list(ACTIVATIONS)


@pytest.mark.slow
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_every_command(file, activation):
    p = file(PROBLEM.format(activation))
    found = {}
    for backend in ("numpy", "c"):
        done = called("rhs", p, "--backend", backend)
        assert done.exit_code == 0, done.output
        found[backend] = json.loads(done.stdout)
        done = called("integrate", p, "--out", f"{backend}.json", "--backend", backend)
        assert done.exit_code == 0 and "after 3 steps" in done.output, done.output
        done = called("draw", p, "--out", "steps.png", "--backend", backend)
        assert done.exit_code == 0 and "p.toml: ok: after 3 steps" in done.output, done.output
        assert Path("steps.png").read_bytes().startswith(b"\x89PNG")
        done = called("compare", p, "--out", f"compared_{backend}", "--backend", backend)
        assert done.exit_code == 0 and "theory and simulation agree" in done.output, done.output
        assert len(list(Path(f"compared_{backend}").iterdir())) == 4
        done = called("drift", p, "--tasks", 300, "--backend", backend)
        assert done.exit_code == 0 and done.output.endswith("agree\n"), done.output
    for name in ("dR", "dQ", "eps_g"):
        np.testing.assert_allclose(found["c"][name], found["numpy"][name], rtol=1e-10)
    kept = json.loads(Path("c.json").read_text(encoding="utf-8"))
    assert kept["step"] == [0, 1, 2, 3] and np.shape(kept["R"]) == (4, 2, 1)
    start = np.array(kept["R"][1]) - kept["R"][0]
    np.testing.assert_allclose(start, found["c"]["dR"], rtol=1e-12)
    done = called("simulate", p, "--out", "runs.json")
    assert done.exit_code == 0 and "6 runs, 0 failed; after 3 steps" in done.output, done.output
    assert json.loads(Path("runs.json").read_text(encoding="utf-8"))["step"] == [0, 1, 2, 3]


def test_the_state_step_by_step(file):
    p = file(PROBLEM.format("erf"))
    for backend in ("numpy", "c"):
        done = called("integrate", p, "--out", f"{backend}.json", "--backend", backend)
        assert done.exit_code == 0 and "after 3 steps" in done.output, done.output
    done = called("compare", p, "--out", "compared")
    assert done.exit_code == 0 and "theory and simulation agree" in done.output, done.output


def test_what_it_says_of_itself():
    shown = called("models", "giant_step").output
    assert "ratio        a number > 0, or inf" in shown and "gamma        a number >= 0" in shown
    assert "ratio = finite   exact" in shown
    assert "giant_step_relu: Giant steps" in called("models").output
    page = called("equations", "giant_step").output
    assert r"\Delta R_{kn}" in page and r"Y_{kl}" in page and r"d\alpha" not in page
    derivation = called("equations", "giant_step", "--derivation").output
    assert "different samples are independent" in derivation


@pytest.mark.slow
def test_its_equations_at_an_infinite_batch():
    small = called("equations", "giant_step", "--set", "ratio=inf", "--set", "noise=0").output
    assert "E_{kl}" not in small and "Y_{kl}" in small


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        (["solve"], "a map, not a fixed point"),
        (["steady"], "no flow to be steady"),
        (["sensitivity", "--out", "o"], "tangents are derived of flows alone"),
        (["optimise", "--vary", "parameters.gamma=0..1", "--out", "o"], "there is no schedule"),
        (["adapt", "--out", "o"], "no inner loop"),
        (["compare", "--band", "--out", "o"], "no covariance of a giant step"),
    ],
)
def test_what_a_map_has_not_is_refused(file, verb, words):
    p = file(PROBLEM.format("erf"))
    done = called(verb[0], p, *verb[1:])
    assert done.exit_code == 2 and words in done.output, done.output


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("ratio = 2.0", "ratio = 0", "parameters.ratio = 0; accepted: a number > 0, or inf"),
        ("ratio = 2.0", "ratio = -1", "parameters.ratio"),
        ("ratio = 2.0", "", "parameters.ratio"),
        ("gamma = 0.2", "gamma = -0.2", "parameters.gamma"),
        ("gamma = 0.2", "gamma = 0.2\nV = 4", "giant_step has no such parameter"),
        ("gamma = 0.2", "gamma = 0.2\neta_0 = 0.1", "giant_step has no such parameter"),
        ("steps = 3", "steps = 0", "run.steps"),
        ("steps = 3", "alpha_end = 3.0", "run.alpha_end"),
        ("N = 100", "N = 4", "simulation.N = 4; accepted: an integer >= 2 K + M = 5"),
        ("N = 100", "N = 100\nV = 3", "simulation.V"),
        ("[run]", "[schedule]\nalphas = [1.0]\ngamma = [1.0, 2.0]\n[run]", "schedule"),
        ("[run]", "[tasks]\ncov = [1.0]\n[run]", "tasks.cov"),
        ('"erf"', "{ polynomial = [0.0, 1.0] }", "activation"),
        ('"erf"', '"tanh"', "no such system was generated"),
    ],
)
def test_what_a_file_may_not_say(file, old, new, said):
    text = PROBLEM.format("erf")
    assert text.count(old) == 1
    done = called("integrate", file(text.replace(old, new)), "--out", "i.json")
    assert done.exit_code == 2 and said in done.output, done.output
    assert "Traceback" not in done.output and not Path("i.json").exists()


def test_an_infinite_batch_is_not_simulated(file):
    p = file(PROBLEM.format("erf").replace("ratio = 2.0", "ratio = inf"))
    assert called("integrate", p, "--out", "i.json").exit_code == 0
    for verb in ("simulate", "compare"):
        done = called(verb, p, "--out", "made.json" if verb == "simulate" else "made")
        assert done.exit_code == 2 and "a finite number, to simulate" in done.output, done.output


def test_python(file):
    p = orderode.load_problem(file(PROBLEM.format("erf")))
    assert isinstance(p, MapProblem) and "3 steps" in repr(p)
    assert p == MapProblem(**json.loads(p.content)) and p.with_changes(K=2) == p
    assert orderode.iterate(p).R.shape == (4, 2, 1)
    assert orderode.simulate(p).R.shape == (4, 6, 2, 1)
    assert orderode.compare(p).agrees
    assert len(orderode.draw(p).axes) == 3  # and one more for two directions
    for flow in (orderode.integrate, orderode.right_hand_side, orderode.steady_states):
        with pytest.raises(NotAvailable, match="its theory is a map, not a trajectory"):
            flow(p)
    with pytest.raises(ProblemError, match="unknown key"):
        p.with_changes(phases=[{"alpha_end": 1.0}])


def test_a_sweep(file):
    file(PROBLEM.format("linear"))
    text = 'problem = "p.toml"\n[axes]\n"parameters.gamma" = [0.1, 0.2]\n"run.steps" = [1, 2, 3]\n'
    Path("s.toml").write_text(text, encoding="utf-8")
    done = called("sweep", "s.toml", "--out", "swept")
    assert done.exit_code == 0, done.output
    found = orderode.sweep.load("swept")
    p = orderode.load_problem("p.toml")
    for place, gamma in enumerate((0.1, 0.2)):
        t = orderode.iterate(p.with_changes(parameters={"gamma": gamma}))
        np.testing.assert_allclose(found["final_eps_g"][place], t.eps_g[1:], rtol=1e-14)

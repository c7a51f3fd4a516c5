"""Every kind of problem through every command, as a user runs it: a result, or a refusal with
status 2 that names the reason and the command to use."""

import itertools
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import orderode
from orderode.cli import main
from orderode.commands import table_of
from orderode.commands.table import Refused, Verb
from orderode.errors import NotAvailable
from orderode.models.catalogue import catalogue, named
from orderode.models.manifest import KINDS, STATIONARY

TRAJECTORY = """
model = "{model}"
activation = "{activation}"
K = 2
M = 1
[parameters]
eta_J = 0.3
V = 5
w0 = [0.3, -0.2]
{inner}
[overlaps]
T = [1.0]
Q = [0.5, 0.7]
R = {{ N = 50, seed = 1 }}
{tasks}
[run]
alpha_end = 0.1
points = 3
[simulation]
N = 50
runs = 4
points = 4
tasks = 20
{finite}
"""
POINTS = """
model = "{model}"
activation = "{activation}"
target = "{target}"
[parameters]
alpha = [0.8, 2.0]
beta = 1.2
lambda = {ridge}
{spike}
[simulation]
d = 30
seeds = 4
"""
ACTIVATIONS = ("erf", "relu", "linear")
FLOWS = list(itertools.product(("anil", "fo_anil", "pooled", "sgd"), ACTIVATIONS))
FLOWS += [
    ("sign_teacher", "erf"),
    ("phase_retrieval", "square"),
    ("spherical_retrieval", "square"),
    ("perceptron", "sign"),
]
ATLAS = ("dropout", "feedback_alignment", "continual")
FLOWS += [("hebb", "sign"), ("sgd", "tanh"), *itertools.product(ATLAS, ACTIVATIONS)]
FLOWS += [("logistic", "erf"), ("logistic", "linear"), ("adatron", "sign")]
FLOWS += [
    ("mean_field", "erf"),
    ("proximal", "erf"),
    *itertools.product(("giant_maml",), ACTIVATIONS),
]
FLOWS += [("curriculum", "erf"), *itertools.product(("structured_sgd",), ACTIVATIONS)]
VARIED = ("anil_varied", "fo_anil_varied", "pooled_varied")
FLOWS += itertools.product(VARIED, ACTIVATIONS)
ADAPTING = ("anil", "fo_anil", "pooled", "proximal", *VARIED)
SETS = ("continual", "logistic", "adatron", "giant_maml")  # of tasks
#: What a model has beside rates and numbers of samples.
OWN = {
    "feedback_alignment": "feedback = [1.0, -0.6]",
    "dropout": "keep = 0.8",
    "continual": "u_first = [1.0]\nu_second = [-0.8]\np_second = 0.4",
    "giant_maml": "gamma = 0.2\nratio = 1.5\nu_first = [1.0]\nu_second = [-0.8]",
    "proximal": "anchor = 0.3",
}
BLOCKS = "shares = [0.5, 0.5]\nvariances = [1.2, 0.8]"
OWN |= {"curriculum": BLOCKS, "structured_sgd": BLOCKS}
#: The keys that each fixed point has for itself.
SPIKES = {
    "srf": "u = 1.2\ngamma = 0.8",
    "srf, in groups": "u = [1.2, -0.7]\ngamma = 0.8\nfractions = [0.4, 0.6]",
    "one_step": "alpha0 = 2.0\neta = 1.0",
}
FIXED = list(itertools.product(SPIKES, ("erf", "sin")))


def flow(model, activation):
    inner = "eta_w = 0.3\nP = inf\n" * (model in ADAPTING) + OWN.get(model, "")
    through = model.startswith("anil")  # which is not simulated at P = inf
    beside = {"finite": "P = 50" if through else "", "tasks": "[tasks]\nmean = [1.0]\n"}
    if model == "giant_maml":  # weights adapt ahead of each step, with N-vectors
        beside["finite"] = 'method = "direct"'
    beside["tasks"] += "spread = 0.3" * (model in VARIED)
    beside["tasks"] *= model not in SETS
    return TRAJECTORY.format(model=model, activation=activation, inner=inner, **beside)


def system(model):
    """The name in problem files of what is tried with one group and with two."""
    return model.split(",")[0]


def points(model, activation, ridge="0.5"):
    named = {"model": system(model), "target": "sin", "spike": SPIKES[model]}
    return POINTS.format(activation=activation, ridge=ridge, **named)


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


def test_every_model_is_tried():
    assert {(e.model, e.activation) for e in catalogue()} == set(FLOWS)


def test_the_table_is_full():
    """Each kind has an entry for each command, and what is refused names another command."""
    tables = [table_of(driver) for driver in KINDS]
    assert len(set(map(frozenset, tables))) == 1
    verbs = set(tables[0])
    others = {"derive", "sweep", "plot"}  # of a model to be made, of many problems, of a result
    others |= {"example", "schema", "report"}  # of none
    assert verbs | others == set(main.list_commands(None))
    for table in tables:
        for found in table.values():
            assert isinstance(found, Verb | Refused)
            if isinstance(found, Refused):
                assert found.instead.split()[1].strip(",") in verbs


@pytest.mark.slow
@pytest.mark.parametrize(("model", "activation"), FLOWS)
def test_trajectories(file, model, activation):
    """What the tests of listed limits and of every model leave out."""
    p = file(flow(model, activation))
    assert f"{model}: " in called("models", model).output
    name = model if activation == "erf" else f"{model}_{activation}"
    for words in ((), ("--set", "V=inf", "--body")):
        shown = called("equations", name, *words)
        assert shown.exit_code == 0 and r"\frac" in shown.output, shown.output
    done = called("solve", p)
    assert done.exit_code == 2 and done.output == (
        f"orderode: orderode solve for {model} is not available: its theory is a trajectory, not a"
        " fixed point. Use orderode integrate\n"
    )
    done = called("simulate", p, "--out", "runs.npz")
    assert done.exit_code == 0 and "4 runs, 0 failed" in done.output, done.output
    for backend in ("numpy", "c"):
        done = called("drift", p, "--tasks", 500, "--backend", backend)
        assert done.exit_code == 0 and done.output.endswith("agree\n"), done.output
    done = called("steady", p, "--starts", 4)
    if "shares" in OWN.get(model, ""):
        assert done.exit_code == 2 and "inputs are in blocks" in done.output, done.output
    else:
        assert done.exit_code in (0, 1) and "steady states, the same under" in done.output
    done = called("sensitivity", p, "--out", "answers")
    assert done.exit_code == 0 and "d eps_g/d eta_J" in done.output, done.output
    assert len(list(Path("answers").iterdir())) == 4
    done = called("adapt", p, "--out", "adapted", "--steps", 2)
    if model not in ADAPTING:
        assert done.exit_code == 2 and "heads adapt in an inner loop" in done.output
    else:
        assert done.exit_code == 0 and len(list(Path("adapted").iterdir())) == 4, done.output


@pytest.mark.parametrize(("model", "activation"), FIXED)
def test_fixed_points(file, model, activation):
    p = file(points(model, activation))
    model = system(model)
    assert activation in named(model, STATIONARY)["activations"]
    shown = called("models", model)
    assert shown.exit_code == 0 and "lambda       a finite number >= 0, or" in shown.output
    assert ("alpha0" in shown.output) == (model == "one_step")
    assert r"\hat V" in called("equations", model).output
    found = {}
    for backend in ("numpy", "c"):
        done = called("solve", p, "--backend", backend)
        assert done.exit_code == 0, done.output
        found[backend] = json.loads(done.stdout)["test_error"]
        done = called("draw", p, "--out", "curve.png", "--backend", backend)
        assert done.exit_code == 0 and "p.toml: 2 points, 0 not ok" in done.output, done.output
        assert Path("curve.png").read_bytes().startswith(b"\x89PNG")
    assert found["numpy"] == pytest.approx(found["c"], rel=1e-10)
    assert called("simulate", p, "--out", "networks.json").exit_code == 0
    done = called("compare", p, "--out", "compared")
    assert done.exit_code in (0, 1) and len(list(Path("compared").iterdir())) == 4, done.output
    for verb, words, use in (
        ("rhs", "a fixed point, not a trajectory", "solve"),
        ("integrate", "nothing moves along alpha", "solve"),
        ("drift", "networks are trained to their end", "compare"),
        ("adapt", "no head adapts to another", "compare"),
        ("steady", "its theory is a fixed point already", "solve"),
        ("sensitivity", "nothing moves along alpha", "solve"),
    ):
        out = ["--out", "made.json"] if verb in ("integrate", "adapt") else []
        done = called(verb, p, *out)
        said = f"orderode: orderode {verb} for {model} is not available: "
        assert done.exit_code == 2 and done.output.startswith(said)
        assert words in done.output and f"Use orderode {use}" in done.output
    assert not Path("made.json").exists()


def test_the_best_ridge_is_drawn_beside_the_errors(file):
    p = orderode.load_problem(file(points("srf", "erf", '"optimal"')))
    other = p.with_changes(parameters={"lambda": 0.1})
    axes = orderode.draw(p, other).axes
    assert [a.get_ylabel() for a in axes[:3]] == [
        "mean square test error",
        "mean square training error",
        r"$\lambda$",
    ]
    assert axes[0].lines[0].get_ydata() == pytest.approx(orderode.solve(p).test_error)
    assert len(orderode.draw(other).axes) == 2


def test_problems_of_two_kinds_are_not_drawn_together(file):
    both = [orderode.load_problem(file(t)) for t in (points("srf", "erf"), flow("sgd", "erf"))]
    with pytest.raises(NotAvailable, match=r"share no axis\. Take those of one kind"):
        orderode.draw(*both)


@pytest.mark.parametrize("model", SPIKES)
def test_equations_of_fixed_points_are_those_of_all_activations(model):
    done = called("equations", system(model), "--activation", "erf")
    assert done.exit_code == 2 and "Leave it out" in done.output


def test_python_dispatches_on_the_kind(file):
    """The same names for both, and what one kind has not is refused in words."""
    spiked, flowing = (
        orderode.load_problem(file(t)) for t in (points("srf", "erf"), flow("sgd", "linear"))
    )
    curves, paths = orderode.compare(spiked), orderode.compare(flowing, band=False)
    assert isinstance(curves, orderode.CurveComparison)
    assert isinstance(paths, orderode.TrajectoryComparison)
    for found in (curves, paths):  # one report
        assert isinstance(found, orderode.Comparison)
        lines = [line.split(" ")[0] for line in found.report().splitlines()]
        wanted = ["theory", "simulation", "criterion", "verdict"]
        assert [line for line in lines if line in wanted] == wanted
        assert found.arrays()["verdict"] == found.verdict
    assert orderode.simulate(spiked).test_error.shape == (2, 4)
    assert orderode.simulate(flowing, V=3).setting.parameters["V"] == 3
    with pytest.raises(NotAvailable, match="not a trajectory"):
        orderode.integrate(spiked)
    with pytest.raises(NotAvailable, match="not a fixed point"):
        orderode.solve(flowing)
    same = orderode.load_problem(json.loads(spiked.content))
    assert same == spiked and same == orderode.FixedPointProblem(**json.loads(spiked.content))

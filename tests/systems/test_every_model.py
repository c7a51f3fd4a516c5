"""Every built-in model with every activation through `compare` and `draw`: a verdict, a figure, no
traceback."""

import itertools
import tomllib
from pathlib import Path

import click.testing
import pytest

import orderode
from orderode.cli import main
from orderode.report.plots import comparison_figure, theory_title

MODELS = ("fo_anil", "anil", "sgd", "pooled")
ACTIVATIONS = ("erf", "relu", "linear")
OTHERS = ("dropout", "feedback_alignment", "continual")
MATRIX = list(itertools.product((*MODELS, *OTHERS), ACTIVATIONS))
MATRIX += [
    ("sign_teacher", "erf"),
    ("phase_retrieval", "square"),
    ("spherical_retrieval", "square"),
    ("perceptron", "sign"),
]
MATRIX += [("hebb", "sign"), ("mean_field", "erf"), ("proximal", "erf")]
MATRIX += itertools.product(("giant_maml",), ACTIVATIONS)
MATRIX += [("logistic", "erf"), ("logistic", "linear"), ("adatron", "sign")]
MATRIX += [("curriculum", "erf"), *itertools.product(("structured_sgd",), ACTIVATIONS)]
VARIED = ("fo_anil_varied", "anil_varied", "pooled_varied")
MATRIX += itertools.product(VARIED, ACTIVATIONS)
ADAPTING = ("fo_anil", "anil", "pooled", "proximal", *VARIED)
SETS = ("continual", "logistic", "adatron", "giant_maml")  # of tasks
#: What a model has beside rates and numbers of samples.
OWN = {
    "feedback_alignment": "feedback = [1.0, -0.6]",
    "dropout": "keep = 0.8",
    "continual": "u_first = [1.0, 0.2]\nu_second = [0.1, -1.0]\np_second = 0.4",
    "giant_maml": "gamma = 0.2\nratio = 1.5\nu_first = [1.0, 0.2]\nu_second = [0.1, -1.0]",
    "proximal": "anchor = 0.3",
}
BLOCKS = "shares = [0.5, 0.5]\nvariances = [1.2, 0.8]"
OWN |= {"curriculum": BLOCKS, "structured_sgd": BLOCKS}


def written(model, activation):
    """A small problem with what its model has: sgd has no inner loop, anil no simulation at P =
    inf."""
    inner = "eta_w = 0.3\nP = inf\n" * (model in ADAPTING) + OWN.get(model, "")
    finite = "P = 200" if model.startswith("anil") else ""
    finite = 'method = "direct"' if model == "giant_maml" else finite
    tasks = "spread = 0.3\n" if model in VARIED else ""
    tasks = "" if model in SETS else f"[tasks]\nmean = [1.0, 1.0]\n{tasks}"
    return f"""
model = "{model}"
activation = "{activation}"
K = 2
M = 2
[parameters]
eta_J = 0.2
V = 5
{inner}
[overlaps]
T = [1.0, 1.0]
Q = 0.5
R = {{ N = 200, seed = 1 }}
{tasks}
[run]
alpha_end = 0.1
points = 3
[simulation]
N = 200
runs = 4
points = 4
tasks = 20
{finite}
"""


@pytest.mark.slow
@pytest.mark.parametrize(("model", "activation"), MATRIX)
def test_compare_and_draw(model, activation, tmp_path, monkeypatch):
    """The verdict has 12 intervals to judge by, and gives a false alarm at a level of 0.001; seeds
    are fixed."""
    # which of them is quick here: averages of relu are long
    backend = "auto" if activation == "relu" else "numpy"
    monkeypatch.chdir(tmp_path)
    Path("p.toml").write_text(written(model, activation))
    done = click.testing.CliRunner().invoke(
        main, ["compare", "p.toml", "--out", "found", "--backend", backend]
    )
    assert (done.exit_code, done.stderr) == (0, ""), done.exception
    assert "verdict      theory and simulation agree" in done.stdout
    assert ("P = " in done.stdout.splitlines()[0]) == (
        model in ADAPTING
    ) and "None" not in done.stdout
    assert len(list(Path("found").iterdir())) == 4

    done = click.testing.CliRunner().invoke(
        main, ["draw", "p.toml", "--out", "drawn.png", "--backend", backend]
    )
    assert (done.exit_code, done.stderr) == (0, ""), done.exception
    assert Path("drawn.png").read_bytes().startswith(b"\x89PNG")


def test_titles_name_the_parameters_that_a_model_has():
    rates = {
        model: theory_title(orderode.load_problem(tomllib.loads(written(model, "erf"))), "ok")
        for model in MODELS
    }
    assert rates["sgd"] == r"sgd, erf: K = 2, M = 2, $\eta_J=0.2$, V = 5"
    assert (
        rates["fo_anil"]
        == r"fo_anil, erf: K = 2, M = 2, $\eta_J=0.2$, $\eta_w=0.3$, P = inf, V = 5"
    )


def test_runs_beside_without_an_inner_loop():
    problem = orderode.load_problem(tomllib.loads(written("sgd", "erf"))).with_changes(
        simulation={"beside": {"V": 3}}
    )
    comparison = orderode.compare(problem, "numpy", progress=False, band=False)
    title = comparison_figure(comparison).subfigs[1].get_suptitle()
    assert title.startswith("beside: simulation at $V=3$ and the same theory ($V=5$), ")
    assert "beside       V = 3, not judged" in comparison.report()

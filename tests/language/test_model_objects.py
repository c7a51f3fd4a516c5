"""Models from Python: data read back, objects as a notebook cell makes them, problems from
arrays."""

import json
import math
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import orderode
from orderode.derive.language import Activate, Algorithm, Descent, Observable, Rate, Sum
from orderode.derive.language.data import model_data
from orderode.derive.language.reading import read
from orderode.derive.models import anil, fo_anil, pooled, sgd
from orderode.derive.models.setting import (
    error,
    eta_J,
    learner,
    loss,
    noise,
    query,
    start,
    teacher,
    u,
)
from orderode.errors import DerivationError, ProblemError

gamma = Rate("gamma", "strength of a penalty on outputs", default=0.5)


def penalised(head, samples):
    k = learner.index()
    return loss(head, samples) + gamma * Sum(Activate(0, learner.local_field(k, samples)) ** 2, k)


MODEL = Algorithm(
    name="cell",
    title="a model of a notebook cell",
    learner=learner,
    teacher=teacher,
    task=u,
    start=start,
    outer=Descent(learner, start, rate=eta_J, loss=penalised, samples=query),
    observables=(Observable("eps_g", error, start, "loss on fresh data", "e"),),
    noise=noise,
    parameters=(gamma,),
)
TABLES = {
    "activation": "linear",
    "K": 2,
    "M": 1,
    "parameters": {"eta_J": 0.2, "V": 10, "w0": np.array([0.5, 1.0])},
    "overlaps": {"T": np.eye(1), "Q": 0.5 * np.eye(2), "R": np.array([[0.3], [0.1]])},
    "tasks": {"mean": np.ones(1), "cov": np.zeros((1, 1))},
    "run": {"alpha_end": 0.5, "points": 6},
    "simulation": {"N": 200, "runs": 4, "points": 4},
}


@pytest.mark.parametrize(
    "model", [anil.MODEL, fo_anil.MODEL, pooled.MODEL, sgd.MODEL, MODEL], ids=lambda m: m.name
)
def test_data_is_read_back(model):
    data = json.loads(json.dumps(model_data(model)))
    again = read(data)
    assert model_data(again) == data
    assert again.rates() == model.rates() and again.parameters == model.parameters


@pytest.mark.slow
def test_an_object_is_derived_and_compared():
    """The call is a function and a package: the package has been imported above."""
    made = orderode.derive(MODEL, "linear")
    assert (
        made.agrees
        and made.drift_test["verdict"] == "agree"
        and (made.folder / "c" / "cell_linear.c").is_file()
    )
    problem = orderode.Problem(model=made, **TABLES)
    assert problem == orderode.Problem(model=MODEL, **TABLES) and problem.model_name == "cell"
    assert problem.parameters.gamma == 0.5
    c, numpy = (orderode.integrate(problem, backend) for backend in ("c", "numpy"))
    np.testing.assert_allclose(c.R, numpy.R, atol=1e-6)
    report = orderode.compare(problem, progress=False)
    assert report.verdict == "agree", report.report()
    assert made._repr_latex_() == orderode.equations(made)._repr_latex_()
    assert "{d\\alpha}" in made._repr_latex_()


def test_an_object_can_be_simulated_without_being_derived():
    problem = orderode.Problem(model=MODEL, **{**TABLES, "activation": {"polynomial": [0.5, 1.0]}})
    assert set(orderode.simulate(problem, progress=False).status) == {"ok"}


def test_what_is_no_model_is_named():
    from dataclasses import replace

    for model, message in (
        ("sgd", "model = 'sgd'; accepted: an Algorithm"),
        (3, "model = 3: a int; accepted"),
    ):
        with pytest.raises(ProblemError, match=message):
            orderode.derive(model)
    with pytest.raises(
        DerivationError, match="cell is not derived: outer is None, expected Descent"
    ):
        orderode.derive(replace(MODEL, outer=None))
    wrong = replace(MODEL, outer=replace(MODEL.outer, loss=lambda head, samples: head.nothing))
    with pytest.raises(DerivationError, match="its losses cannot be evaluated: AttributeError"):
        orderode.Problem(model=wrong, **TABLES)
    with pytest.raises(ProblemError, match="activation = 'Erf'"):
        orderode.derive(MODEL, "Erf")
    with pytest.raises(ProblemError, match=r"simulation.N = 3; accepted: an integer >= 2 K"):
        orderode.Problem(model=MODEL, **{**TABLES, "simulation": {"N": 3}})
    plain = {**TABLES, "parameters": {"eta_J": 1, "V": math.inf}, "simulation": None}
    assert orderode.Problem(model=MODEL, **plain).w0.tolist() == [0, 0]


@pytest.mark.slow
def test_data_that_states_no_model(tmp_path):
    data = model_data(MODEL)
    for fault, words in (
        ({"schema": 2}, "its schema is 2"),
        ({"outer": {}}, "KeyError"),
        ({"samples": 3}, "TypeError"),
    ):
        file = tmp_path / "data.json"
        file.write_text(json.dumps({**data, **fault}))
        command = [
            sys.executable,
            "-m",
            "orderode.derive",
            f"--model={file}",
            f"--out={tmp_path / 'out'}",
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 2 and words in done.stderr and done.stderr.count("\n") == 1, (
            done.stderr
        )
        assert not Path(tmp_path / "out").exists()

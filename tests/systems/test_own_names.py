"""A model whose rates and task are called otherwise than ours, and whose heads are trained, through
every command: nothing in the runner goes by the name of a rate."""

import numpy as np
import pytest
from click.testing import CliRunner

import orderode
from orderode.certify.fluctuations import fluctuations
from orderode.cli import main

MODEL = """
from dataclasses import replace

from orderode.derive.language import *
from orderode.derive.models import sgd
from orderode.derive.models.setting import learner, query, teacher

v = TaskVector("v", teacher, mean=1, variance=0)
step, slow = Rate("step", "rate of the first layer"), Rate("slow", "rate of the heads")
blur = Rate("blur", "standard deviation of label noise", default=0)
head = Head("w0", learner, rate=slow, value=1)


def error(head, samples):
    return (learner.output(head, samples) - teacher.output(v, samples)) ** 2 / 2


def loss(head, samples):
    y = teacher.output(v, samples) + label_noise(blur, samples)
    return (learner.output(head, samples) - y) ** 2 / 2


MODEL = replace(
    sgd.MODEL,
    name="both_layers",
    task=v,
    start=head,
    outer=Descent(learner, head, rate=step, loss=loss, samples=query),
    observables=(Observable("eps_g", error, head, "loss on fresh data", "e"),),
    noise=blur,
)
"""
PROBLEM = """
model = "both_layers.py"
activation = "linear"
K = 2
M = 2
[parameters]
step = 0.2
slow = 0.2
blur = 0.1
V = 5
w0 = [0.5, 0.3]
[overlaps]
T = [1.0, 1.0]
Q = 0.5
R = { N = 500, seed = 1 }
[run]
alpha_end = 4.0
points = 5
[simulation]
N = 500
runs = 6
points = 5
tasks = 50
"""
SWEEP = """
problem = "both_layers.toml"
[axes]
"parameters.slow" = [0.0, 0.2]
[outputs]
final_state = true
"""
COMMANDS = {
    "rhs": "rhs both_layers.toml",
    "integrate": "integrate both_layers.toml --out t.npz",
    "simulate": "simulate both_layers.toml --out s.npz",
    "compare": "compare both_layers.toml --out c",
    "drift": "drift both_layers.toml --tasks 20000",
    "sweep": "sweep sweep.toml --out sw",
    "draw": "draw both_layers.toml --out d.png",
    "steady": "steady both_layers.toml --starts 8",
    "models": "models both_layers.py",
    "equations": "equations both_layers.py",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("names")
    files = {"both_layers.py": MODEL, "both_layers.toml": PROBLEM, "sweep.toml": SWEEP}
    for name, text in files.items():
        (where / name).write_text(text, encoding="utf-8")
    return where


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command(folder, monkeypatch, command):
    monkeypatch.chdir(folder)
    done = CliRunner().invoke(main, COMMANDS[command].split())
    if command == "steady":  # heads and weights of linear units drift against one another
        assert done.exit_code == 1 and done.output.startswith("0 steady states"), done.output
        return
    assert done.exit_code == 0, done.output + str(done.exception)


@pytest.mark.slow
def test_heads_that_rest_do_not_fluctuate(folder, monkeypatch):
    """The rate of the heads is found, whatever it is called: at 0 they stay, else they spread."""
    monkeypatch.chdir(folder)
    moving = orderode.load_problem("both_layers.toml")
    resting = moving.with_changes(parameters={"slow": 0.0})
    spread = [fluctuations(p, 500, "auto", np.array([1.0])) for p in (resting, moving)]
    assert not spread[0].sd_w0.any() and (spread[1].sd_w0[-1] > 1e-4).all()
    assert (spread[0].sd_R[-1] > 1e-4).all()

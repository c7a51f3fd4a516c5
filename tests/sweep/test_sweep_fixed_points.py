"""Sweeps over fixed-point problems: files, points, results with their axes, figures."""

import importlib.util
import json

import numpy as np
import pytest
from click.testing import CliRunner

import orderode
import orderode.sweep
from orderode.cli import main
from orderode.errors import BackendError, NotAvailable, OrderodeError
from orderode.sweep.figures import sweep_figure

PROBLEM = """
[problem]
model = "one_step"
activation = "erf"
target = "sin"
[problem.parameters]
alpha = 2.0
beta = 1.5
lambda = 0.1
alpha0 = 2.0
eta = 2.0
level = 0
"""
GROUPS = """
[problem]
model = "srf"
activation = "relu"
target = "sin"
[problem.parameters]
alpha = [1.0, 2.0]
beta = 1.5
lambda = "optimal"
u = [1.5, -1.5]
gamma = 0.8
fractions = [0.5, 0.5]
"""
ALPHA = '"parameters.alpha" = [0.5, 1.0, 2.0]'


@pytest.fixture
def read(tmp_path):
    def made(axes, problem=PROBLEM, rest=""):
        file = tmp_path / "s.toml"
        file.write_text(f"{problem}\n[axes]\n{axes}\n{rest}\n", encoding="utf-8")
        return orderode.sweep.read_sweep(file)

    return made


def test_points_are_those_of_solve(read, tmp_path):
    """All axes that change a number, and two that change the solver: the same bits as one by one in
    C."""
    axes = (
        '"parameters.level" = [0, 1]\n"parameters.lambda" = [0.01, 1.0]\ntarget = ["sin",'
        f' "sign"]\n{ALPHA}'
    )
    asked = read(axes)
    found = orderode.sweep.run(asked, tmp_path / "out", kernels="numpy")
    assert found["test_error"].shape == (2, 2, 2, 3) and found.counts() == {"ok": 24}
    for place in np.ndindex(2, 2, 2, 3):
        values = [found.axes[name][i] for name, i in zip(found.axes, place, strict=True)]
        changes = dict(
            zip((axis.name for axis in asked.axes), (v.item() for v in values), strict=True)
        )
        one = orderode.solve(asked.problem_with(changes), "numpy")
        for name in ("test_error", "train_error"):
            assert found[name][place] == pytest.approx(one.values[name][0], rel=1e-11)
    assert (found["ridge"] == found.axes["lambda"][:, None, None]).all()


def test_the_best_ridge_of_groups(read, tmp_path):
    """The base has a list of alphas, which the axis replaces; chunks of two points change
    nothing."""
    axes = f'"parameters.beta" = [1.0, 1.5]\n{ALPHA}'
    asked = read(axes, "chunk = 2\n" + GROUPS)
    assert asked.chunks == 3
    found = orderode.sweep.run(asked, tmp_path / "out")
    one = orderode.solve(asked.problem_with({"parameters.beta": 1.5, "parameters.alpha": 2.0}))
    # a flat minimum, to 1e-7 in its logarithm
    assert found["ridge"][1, 2] == pytest.approx(one.ridge[0], rel=1e-5)
    assert found["test_error"][1, 2] == pytest.approx(one.test_error[0], rel=1e-10)
    assert list(found.about["systems"]) == ["srf"]


def test_names_of_axes_do_not_hide_results(read, tmp_path):
    """lambda, alpha and level are keys of the problem; results keep their values as coordinates."""
    asked = read(
        '"parameters.lambda" = [0.1]\n"parameters.level" = [0]\n"parameters.alpha" = [1.0, 2.0]'
    )
    found = orderode.sweep.run(asked, tmp_path / "out")
    assert list(found.axes) == ["lambda", "level", "alpha"] and found.axes["alpha"].tolist() == [
        1.0,
        2.0,
    ]
    with np.load(tmp_path / "out" / "results.npz") as plain:
        assert plain["alpha"].tolist() == [1.0, 2.0] and plain["test_error"].shape == (1, 1, 2)
    if importlib.util.find_spec("xarray") is None:
        return
    assert found.to_xarray().test_error.sel(alpha=2.0).shape == (1, 1)


@pytest.mark.parametrize(
    ("axes", "rest", "words"),
    [
        (
            '"parameters.beta" = [1.0, -1.0]',
            "",
            "parameters.beta = -1.0; accepted: a finite number > 0",
        ),
        ('"parameters.gamma" = [0.1]', "", "gamma belongs to srf"),
        ('"parameters.lamda" = [0.1]', "", "unknown key, did you mean lambda?"),
        (
            ALPHA,
            "[outputs]\neps_g_at = [1.0]",
            "outputs = { eps_g_at = [1.0] }; accepted: no outputs",
        ),
        (ALPHA, "[outputs]", "outputs = {  }; accepted: no outputs"),
        ('"parameters.lambda" = [0.1, "optimal"]', "", "numbers and names together"),
    ],
)
def test_what_is_refused(axes, rest, words, read):
    with pytest.raises(OrderodeError) as caught:
        read(axes, rest=rest)
    assert words in str(caught.value) and str(caught.value).startswith("s.toml: ")


def test_a_point_has_one_alpha(read):
    with pytest.raises(
        OrderodeError, match=r"parameters.alpha = \[1.0, 2.0\]; accepted: a number; .* axis"
    ):
        read('"parameters.beta" = [1.0]', GROUPS)


def test_there_are_no_batch_kernels(read, tmp_path):
    with pytest.raises(BackendError, match="no batch kernels for fixed points"):
        orderode.sweep.run(read(ALPHA), tmp_path / "out", kernels="batch")


def test_a_failed_point_is_nan_with_its_status(read, tmp_path, monkeypatch):
    """lambda = 0 at alpha = 1 < beta, let past the check of the problem."""
    asked = read(
        '"parameters.alpha" = [1.0, 2.0]', PROBLEM.replace("lambda = 0.1", "lambda = 1e-3")
    )
    honest = type(asked).problem_with

    def without_ridge(self, changes):
        found = honest(self, changes)
        object.__setattr__(found, "ridge", 0.0)
        return found

    monkeypatch.setattr(type(asked), "problem_with", without_ridge)
    found = orderode.sweep.run(asked, tmp_path / "out")
    assert found["status"][0] in ("no convergence", "non-finite") and found["status"][1] == "ok"
    assert np.isnan(found["test_error"][0]) and np.isfinite(found["test_error"][1])


def test_figures(read, tmp_path):
    """A line for each value of the first axis; another quantity; what there is none of is said."""
    found = orderode.sweep.run(read(f'"parameters.eta" = [0.0, 2.0]\n{ALPHA}'), tmp_path / "out")
    (axis,) = sweep_figure(found).axes
    assert [line.get_ydata().tolist() for line in axis.get_lines()] == found["test_error"].tolist()
    assert axis.get_ylabel() == "test error" and axis.get_xlabel() == r"$\alpha$"
    (axis,) = sweep_figure(found, "train_error").axes
    assert axis.get_lines()[1].get_ydata().tolist() == found["train_error"][1].tolist()
    with pytest.raises(
        NotAvailable, match=r"a figure of eps_g.*there is: test_error, .*, carrying_per_d"
    ):
        sweep_figure(found, "eps_g")


def test_the_commands(tmp_path):
    """From a sweep file beside its problem to results and a figure; the second time nothing is left
    to do."""
    problem = {"alpha": [1.0, 2.0], "beta": 1.5, "lambda": 0.1, "u": 1.0, "gamma": 0.5}
    lines = [f"{k} = {json.dumps(v)}" for k, v in problem.items()]
    head = 'model = "srf"\nactivation = "erf"\ntarget = "sign"\n[parameters]\n'
    (tmp_path / "base.toml").write_text(head + "\n".join(lines) + "\n")
    (tmp_path / "s.toml").write_text(
        f'problem = "base.toml"\n[axes]\n"parameters.u" = [0.0, 1.5]\n{ALPHA}\n'
    )
    runner = CliRunner()
    for _ in range(2):
        done = runner.invoke(
            main, ["sweep", str(tmp_path / "s.toml"), "--out", str(tmp_path / "out")]
        )
        assert done.exit_code == 0 and "6 points: 6 ok" in done.output, done.output
    drawn = runner.invoke(
        main,
        ["plot", str(tmp_path / "out"), "--of", "train_error", "--out", str(tmp_path / "f.png")],
    )
    assert drawn.exit_code == 0 and (tmp_path / "f.png").stat().st_size > 1000

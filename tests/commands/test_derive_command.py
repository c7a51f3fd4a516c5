"""``orderode derive``: models of the user's own, derived into a folder, and what is said of those
that cannot be."""

import dataclasses
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import click.testing
import numpy as np
import pytest
from evaluate_system import Direct, overlaps
from wrong_models import RIDGE, WRONG

from orderode.cli import main
from orderode.derive import kept
from orderode.derive.__main__ import main as derivation
from orderode.derive.custom.check import check_model, check_statement
from orderode.derive.custom.files import load
from orderode.derive.custom.names import TAKEN, in_house
from orderode.derive.dynamics.derive import derive
from orderode.derive.dynamics.reading import read
from orderode.derive.gaussian.activations import ERF
from orderode.derive.ir.deltas import contract
from orderode.derive.language import Sum
from orderode.derive.language.data import as_json
from orderode.derive.models import anil, fo_anil, pooled, sgd
from orderode.derive.models.setting import learner
from orderode.derive.models.setting import loss as plain_loss
from orderode.models import deriving
from orderode.problems.parameters import Parameters


def test_a_parameter_is_never_hidden():
    """``problem.parameters.items`` is the method of a mapping."""
    assert {name for name in dir(Parameters) if not name.startswith("_")} <= TAKEN


#: What a model may call as it likes -> another name of it.
FREE = {
    'field="lambda", weights="J", units="K", letters="klab"': 'field="h", weights="W", units="K", letters="ijrsxy"',
    'field="beta", weights="B", units="M", letters="nmpq"': 'field="t", weights="V", units="M", letters="klc"',
    'TaskVector("u"': 'TaskVector("a"',
    'Head("w"': 'Head("v"',
    'Samples("mu"': 'Samples("s"',
    'Samples("nu"': 'Samples("q"',
}


def test_names_that_a_model_is_free_in():
    """With other ones it is the same model: what is derived calls things as the scenario does."""
    setting = (
        (kept.HERE / "models" / "setting.py")
        .read_text()
        .replace("from ..", "from orderode.derive.")
    )
    own = """
k, l, n = learner.index(0), learner.index(1), teacher.index(0)
w = Head("w", learner)
def inner(h, s):
    return loss(h, s) + noise * Sum(h[k] * Sum(h[l] ** 2, l), k) ** 2
def outer(h, s):
    x = Activate(1, learner.local_field(k, s)) * teacher.local_field(n, s)
    return loss(h, s) + decay * Sum(Sum(x * u[n] * h[k], k), n)
adapted = Adaptation(w, start, rate=eta_w, loss=inner, samples=support, steps=1)
MODEL = Algorithm("mine", "", learner, teacher, u, start,
    Descent(learner, w, rate=eta_J, loss=outer, samples=query, through=adapted),
    (Observable("eps", error, w, "", "e"),), adapted, noise, parameters=(decay,))
"""
    text = setting + "from orderode.derive.language import *\n" + own
    renamed = text
    for name, other in FREE.items():
        assert renamed.count(name) == 1
        renamed = renamed.replace(name, other)
    house, free = {}, {}
    exec(text, house)
    exec(renamed, free)
    check_statement(free["MODEL"])
    assert as_json(free["MODEL"]) != as_json(house["MODEL"])
    assert as_json(in_house(free["MODEL"])) == as_json(house["MODEL"])
    assert as_json(in_house(house["MODEL"])) == as_json(house["MODEL"])


def run(*arguments):
    done = click.testing.CliRunner().invoke(main, [str(x) for x in arguments])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def module_at(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
def test_a_model_outside_the_package(tmp_path):
    file, out = tmp_path / "mine.py", tmp_path / "my solver"
    file.write_text(RIDGE)
    out.mkdir()
    (out / "numpy").mkdir()
    (out / "numpy" / "other.py").write_text("kept = True\n")
    code, said, errors = run("derive", file, "--out", out)
    assert (code, errors) == (0, "")
    names = [
        "c/mine.c",
        "c/mine.h",
        "latex/mine.tex",
        "latex/mine_derivation.tex",
        "manifest.json",
        "numpy/mine.py",
    ]
    assert all(str(out / name) in said and (out / name).is_file() for name in names)
    assert (out / "numpy" / "other.py").is_file(), "files of the user's own stay"
    assert "derived mine, digest" in said and "V = integer: exact" in said

    system = derive(load(file), ERF)
    assert system.digest in said
    R, Q, T = overlaps(3, 2, 1)
    given = {"eta_J": 0.7, "eta_w": 0.4, "noise": 0.3, "gamma": 0.6, "V": 7.0}
    w0 = np.array([0.2, -0.5, 1.0])
    direct = Direct(system, 3, 2, R, Q, T, given, w0=w0)
    mine = module_at(out / "numpy" / "mine.py")
    found = mine.rhs(R, Q, w0, T, mine.Parameters(**given))
    for name, array in zip(("dR", "dQ", "dw0"), found, strict=True):
        np.testing.assert_allclose(array, direct.arrays[name].astype(float), rtol=1e-12, atol=1e-14)
    assert (
        np.abs(found[0] - mine.rhs(R, Q, w0, T, mine.Parameters(**given | {"gamma": 0.0}))[0]).max()
        > 1e-3
    )
    if shutil.which("gcc"):
        line = [
            "gcc",
            "-std=c99",
            "-Wall",
            "-Wextra",
            "-Wpedantic",
            "-Werror",
            "-c",
            "mine.c",
            "-o",
            "/dev/null",
        ]
        subprocess.run(line, cwd=out / "c", check=True)


@pytest.mark.slow
def test_an_algorithm_by_name_and_a_polynomial(tmp_path):
    code, _, errors = run("derive", "sgd", "--out", tmp_path, "--polynomial", "-0.5,1,0.25")
    assert (code, errors) == (0, "")
    assert (
        "g(x) = -0.5 + 1 x + 0.25 x^2"
        in next((tmp_path / "numpy").glob("sgd_polynomial_*.py")).read_text()
    )


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_said_in_one_line(what, tmp_path, capsys):
    """By the process that derives, which is called here without starting one each time."""
    text, message = WRONG[what]
    file = tmp_path / "mine.py"
    file.write_text(text)
    code = derivation(["--model", str(file), "--out", str(tmp_path / "out")])
    said, errors = capsys.readouterr()
    assert (code, said) == (2, "")
    assert message in errors and errors.count("\n") == 1, errors
    assert "Traceback" not in errors and "sympy/" not in errors
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_the_runner_passes_on_what_was_said(tmp_path):
    text, message = WRONG["quartic in the head"]
    file = tmp_path / "mine.py"
    file.write_text(text)
    code, said, errors = run("derive", file, "--out", tmp_path / "out")
    assert (code, said, errors.count("\n")) == (2, "", 1)
    assert errors.startswith(f"orderode: {file} is not derived: ") and message in errors, errors
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("missing.py",), "missing.py: No such file or directory"),
        (("notes.txt",), "its name does not end in .py"),
        (("sgd", "--activation", "swish"), "invalid choice: 'swish'"),
        (("sgd", "--polynomial", "0,a"), "are no coefficients"),
        (("sgd", "--polynomial", "0,inf"), "are no coefficients"),
        (("sgd", "--polynomial", "1"), "the degree of a polynomial is at least 1"),
        (("sgd", "--polynomial", "0,0,0,0,0,0,0,0,1"), "at most"),
    ],
)
def test_arguments(arguments, message, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("notes.txt").write_text("x = 1\n")
    try:
        code = derivation(["--model", *arguments, "--out", "out"])
    except SystemExit as end:  # of argparse
        code = end.code
    said, errors = capsys.readouterr()
    assert (code, said) == (2, "")
    assert message in errors.splitlines()[-1], errors
    assert not Path("out").exists()


@pytest.mark.slow
def test_a_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "out").write_text("a file\n")
    code, _, errors = run("derive", "sgd", "--out", tmp_path / "out", "--activation", "linear")
    assert code == 2 and "cannot be written" in errors


@pytest.mark.parametrize("package", deriving.NEEDED)
def test_without_a_package_it_says_what_to_install(package, tmp_path, monkeypatch):
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util,
        "find_spec",
        lambda name, *rest: None if name == package else find(name, *rest),
    )
    code, _, errors = run("derive", "sgd", "--out", tmp_path / "out")
    assert code == 2
    assert (
        f"{deriving.NEEDED[package]} is not installed" in errors
        and 'pip install "orderode[derive]"' in errors
    )


def test_the_runner_derives_in_a_process_of_its_own():
    code = "import sys, orderode.cli, orderode.models.deriving; sys.exit('sympy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("model", [anil, fo_anil, pooled, sgd], ids=lambda m: m.MODEL.name)
def test_our_own_models_pass_the_check(model):
    check_model(model.MODEL)


def test_summed_indices_do_not_collide_with_those_of_derivatives():
    """A sum over k differentiated at unit k: the derivative of sum_k w_k^2 is 2 w_k and not a
    sum."""
    k = learner.index(0)

    def penalised(head, samples):
        return plain_loss(head, samples) + Sum(head[k] ** 2, k)

    def slope(loss):
        outer = read(
            dataclasses.replace(sgd.MODEL, outer=dataclasses.replace(sgd.MODEL.outer, loss=loss))
        ).outer
        unit = outer.network.index(0)
        return contract(outer.head_gradient(unit)), outer.head[unit]

    (with_penalty, head), (without, _) = slope(penalised), slope(plain_loss)
    assert (with_penalty - without).expand() == 2 * head

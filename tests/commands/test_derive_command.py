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

HEAD = """
from dataclasses import replace

from sympy import IndexedBase, Sum, Symbol, exp

from orderode.derive.language import Activate, Adaptation, Algorithm, Descent, Head, Observable, Rate, Samples
from orderode.derive.models.setting import *

w = Head("w", learner)
k = learner.index(0)


def model(name="mine", inner=loss, outer=loss, observed=error, through=False, samples=query, parameters=()):
    adaptation = Adaptation(w, start, rate=eta_w, loss=inner, samples=support)
    descent = Descent(learner, w, rate=eta_J, loss=outer, samples=samples, through=adaptation if through else None)
    return Algorithm(
        name=name,
        title="a model of mine",
        learner=learner,
        teacher=teacher,
        task=u,
        start=start,
        adaptation=adaptation,
        outer=descent,
        observables=(Observable("eps_g", observed, w, "loss on fresh data", "e"),),
        noise=noise,
        parameters=parameters,
    )


def summed(body):
    return Sum(body, (k, 1, learner.range.size))


def field(s):
    return learner.local_field(k, s)

"""
RIDGE = HEAD + 'gamma = Rate("gamma", "a ridge")\n'
RIDGE += (
    "MODEL = model(inner=lambda h, s: loss(h, s) + gamma.symbol * summed(h[k] ** 2) / 2,"
    " parameters=(gamma,))\n"
)

#: What is wrong -> the model file, and what the message says of it.
WRONG = {
    "no MODEL": (HEAD, "defines no MODEL"),
    "another MODEL": (HEAD + "MODEL = 3", "its MODEL is a int"),
    "not Python": ("def (", "line 1: not Python"),
    "raises": ("MODEL = 1\n\nundefined()", "line 3: NameError: name 'undefined' is not defined"),
    "ends": ("MODEL = 1\nraise SystemExit('enough')", "line 2: SystemExit: enough"),
    "nested too deep": ("(" * 5000, "not Python"),
    "a parameter that is a word": (
        HEAD + "MODEL = model(parameters=(Rate('lambda', ''),))",
        "'lambda' cannot name",
    ),
    "a parameter that is an array": (
        HEAD + "MODEL = model(parameters=(Rate('I2', ''),))",
        "'I2' cannot name a parameter or an observable: the solvers call an array so",
    ),
    "raises later": (
        HEAD + "MODEL = model(outer=lambda h, s: h.nothing)",
        "the outer loss cannot be evaluated: AttributeError",
    ),
    "no expression": (
        HEAD + "MODEL = model(outer=lambda h, s: None)",
        "has None, which is no expression",
    ),
    "no rule": (
        HEAD
        + "MODEL = model(outer=lambda h, s: loss(h, s) + summed(h[k] ** 2 * Activate(0, field(s))"
        " ** 6))",
        (
            "no rule for the average of"
            " erf(sqrt(2)*c/2)*erf(sqrt(2)*d/2)*erf(sqrt(2)*e/2)*erf(sqrt(2)*f/2)"
        ),
    ),
    "no polynomial": (HEAD + "MODEL = model(outer=lambda h, s: exp(loss(h, s)))", "has exp("),
    "a constant": (
        HEAD + "MODEL = model(outer=lambda h, s: 1)",
        "the outer loss does not depend on the fields",
    ),
    "a complex number": (
        HEAD + "MODEL = model(outer=lambda h, s: 1j * loss(h, s))",
        "the outer loss has 1j",
    ),
    "a product of sums": (
        HEAD + "MODEL = model(outer=lambda h, s: loss(h, s) + summed(field(s) ** 2) ** 6)",
        "too many sums over the K units in one product",
    ),
    "a quotient": (
        HEAD + "MODEL = model(outer=lambda h, s: 1 / loss(h, s))",
        "which is no polynomial",
    ),
    "an unknown symbol": (
        HEAD + "MODEL = model(outer=lambda h, s: Symbol('q') * loss(h, s))",
        "has the symbol q",
    ),
    "quartic in the head": (
        HEAD + "MODEL = model(outer=lambda h, s: loss(h, s) ** 2)",
        "more than quadratic in head and task",
    ),
    "an index left free": (
        HEAD + "MODEL = model(outer=lambda h, s: loss(h, s) * h[k])",
        "its index k is not summed over",
    ),
    "an unknown index": (
        HEAD + "MODEL = model(outer=lambda h, s: loss(h, s) + h[teacher.index()])",
        "whose index does not count the units",
    ),
    "an unknown array": (
        HEAD + "MODEL = model(outer=lambda h, s: summed(IndexedBase('v')[k]))",
        "has v[k]",
    ),
    "another head": (
        HEAD + "MODEL = model(outer=lambda h, s: loss(start, s))",
        "an output with the head w0",
    ),
    "another sample": (
        HEAD + "MODEL = model(outer=lambda h, s: loss(h, support))",
        "is not on a sample nu of the query set",
    ),
    "a sum over something else": (
        HEAD + "MODEL = model(outer=lambda h, s: loss(h, s) + Sum(h[k], (k, 1, 3)))",
        "does not run over the units of a network",
    ),
    "no eps_g": (
        HEAD + "MODEL = replace(model(), observables=(Observable('mine', error, w, '', 'e'),))",
        "the observables are mine; call one of them eps_g",
    ),
    "an observable with label noise": (
        HEAD + "MODEL = model(observed=loss)",
        "the loss of eps_g has label noise: what is measured on fresh data has labels without noise",
    ),
    "an inner slope with the square of a head": (
        HEAD + "MODEL = model(inner=lambda h, s: loss(h, s) + summed(h[k] ** 2 * start[k]))",
        "the inner loss is more than quadratic in head and task: it has w[k] w[k] w0[k]",
    ),
    "one sample set for both loops": (
        HEAD + "MODEL = model(samples=support)",
        "use the same sample set",
    ),
    "two support sets": (
        HEAD + "MODEL = replace(model(), adaptation=(model().adaptation, model().adaptation))",
        (
            "adaptation is a tuple of Adaptation, expected Adaptation or None: there is one inner"
            " loop, with one support"
        ),
    ),
    "two sets in a loop": (
        HEAD + "MODEL = replace(model(), adaptation=replace(model().adaptation, samples=(support,"
        " query)))",
        "adaptation.samples is a tuple of Samples, expected Samples",
    ),
    "a rate that is a name": (
        HEAD + "MODEL = replace(model(), outer=replace(model().outer, rate='eta_J'))",
        "outer.rate is 'eta_J', expected Rate",
    ),
    "a parameter alone": (
        HEAD + "MODEL = model(parameters=Rate('g', ''))",
        "parameters is a Rate, expected a tuple",
    ),
    "a list of observables": (
        HEAD + "MODEL = replace(model(), observables=[1])",
        "observables is a list of int, expected a tuple of Observable",
    ),
    "no observables": (
        HEAD + "MODEL = replace(model(), observables=())",
        "observables is an empty tuple",
    ),
    "a loss that is no function": (
        HEAD + "MODEL = model(inner=3)",
        "adaptation.loss is 3, expected a function",
    ),
    "a head start that is a text": (
        HEAD + "MODEL = replace(model(), start=replace(start, value='1'))",
        "start.value is '1', expected a number",
    ),
    "a default below zero": (
        HEAD + "MODEL = model(parameters=(Rate('g', '', default=-1.0),))",
        "the default of g is -1.0, expected a number >= 0",
    ),
    "half a step": (
        HEAD + "MODEL = replace(model(), adaptation=replace(model().adaptation, steps=1.5))",
        "adaptation.steps is 1.5, expected a text or an integer",
    ),
    "two steps, which were derived as one": (
        HEAD + "MODEL = replace(model(), adaptation=replace(model().adaptation, steps=2))",
        "adaptation.steps is 2: the inner loop is derived with one step or with any",
    ),
    "no step": (
        HEAD + "MODEL = replace(model(), adaptation=replace(model().adaptation, steps=0))",
        "adaptation.steps is 0, expected an integer >= 1",
    ),
    "a size of its own": (
        HEAD + "MODEL = model(samples=Samples('nu', 'n', 'query set'))",
        "the size of the query set is called n, and has to be called V: problem files",
    ),
    "a width of its own": (
        HEAD + "MODEL = replace(model(), learner=replace(learner, units='H'))",
        "the width of the learner is called H, and has to be called K: problem files",
    ),
    "two letters": (
        HEAD + "MODEL = replace(model(), teacher=replace(teacher, letters='nn'))",
        "the letters of the network beta are 'nn', expected 3 different ones or more",
    ),
    "one name for two": (
        HEAD + "MODEL = replace(model(), task=replace(u, name='w'))",
        "w is the name of two of task vector, head start, adapted head",
    ),
    "a name that is none": (
        HEAD + "MODEL = model(name='My model')",
        "'My model' is not made of small letters",
    ),
    "a loss without end": (
        HEAD
        + "def outer(h, s):\n    e = loss(h, s)\n    for _ in range(2000):\n        e = (e + 1) ** 2\n"
        + "    return e\nMODEL = model(outer=outer)",
        "the outer loss has more than 100 parts in one another",
    ),
    "a loss that doubles and doubles": (
        HEAD
        + "def outer(h, s):\n    e = loss(h, s)\n    for _ in range(60):\n        e = e * e + 1\n"
        + "    return e\nMODEL = model(outer=outer)",
        "the outer loss has more than 10",
    ),
    "a high power": (
        HEAD + "MODEL = model(outer=lambda h, s: loss(h, s) + summed(field(s) ** 400))",
        "the outer loss is of degree 400 in heads, task, fields,",
    ),
    "a tuple of terms": (
        HEAD + "MODEL = model(outer=lambda h, s: (loss(h, s), loss(h, s)))",
        " ..., which is no expression but a tuple",
    ),
    "a letter too many": (
        HEAD + "MODEL = model(outer=lambda h, s: h[learner.index(9)])",
        "asks for index 9 of the network lambda: its letters are 'klab'",
    ),
    "a head of the teacher": (
        HEAD + "w = Head('w', teacher)\nMODEL = model()",
        "outer.head.network is beta, expected lambda, the learner",
    ),
    "a task of the learner": (
        HEAD + "MODEL = replace(model(), task=replace(u, network=learner))",
        "task.network is lambda, expected beta, the teacher",
    ),
    "a teacher that moves": (
        HEAD + "MODEL = replace(model(), outer=replace(model().outer, network=teacher))",
        "outer.network is beta, expected lambda, the learner",
    ),
    "a loop that starts elsewhere": (
        HEAD + "MODEL = replace(model(), adaptation=replace(model().adaptation, start=w))",
        "adaptation.start is the head w, expected w0, the head start",
    ),
    "a network with other units": (
        HEAD + "MODEL = replace(model(), teacher=replace(teacher, activation='sign'))",
        "a network beta with activation = None; that of the algorithm has 'sign'",
    ),
    "a network that is none": (
        HEAD + "other = replace(teacher, field='gamma')\n"
        "MODEL = model(outer=lambda h, s: other.output(u, s))",
        "has the output of a network gamma; those of the algorithm are lambda and beta",
    ),
    "no coefficients": (
        HEAD + "MODEL = replace(model(), teacher=replace(teacher, activation=()))",
        "teacher.activation is (), expected coefficients (c_0, c_1, ...) or a name",
    ),
    "a coefficient that is no number": (
        HEAD + "MODEL = replace(model(), teacher=replace(teacher, activation=(0, float('nan'))))",
        "teacher.activation is (0, nan), expected a text or a tuple of numbers or None",
    ),
    "steps called as a rate": (
        HEAD + "MODEL = replace(model(), adaptation=replace(model().adaptation, steps='eta_J'))",
        "'eta_J' cannot name a parameter or an observable: it is used twice",
    ),
    "steps of two words": (
        HEAD + "MODEL = replace(model(), adaptation=replace(model().adaptation, steps='a b'))",
        "'a b' cannot name a parameter or an observable: names are made of",
    ),
    "a list of loops": (
        HEAD + "MODEL = replace(model(), adaptation=[model().adaptation] * 2)",
        "adaptation is a list of Adaptation, expected Adaptation or None: there is one inner",
    ),
    "a default beyond double precision": (
        HEAD + "MODEL = model(parameters=(Rate('gamma', '', default=10**400),))",
        "parameters[0].default is an integer out of the range of double precision, expected",
    ),
    "a name of many letters": (
        HEAD + "MODEL = model(name='a' * 300)",
        "not made of small letters, digits and _, a letter first, 60 at most",
    ),
    "a parameter of many letters": (
        HEAD + "MODEL = model(parameters=(Rate('a' * 300, ''),))",
        "names have 60 letters at most",
    ),
    "an observable that results hold": (
        HEAD + "MODEL = replace(model(), observables=(*model().observables,"
        " Observable('alpha', error, w, '', 'a')))",
        "'alpha' cannot name an observable: results hold something else so",
    ),
    "braces that close before they open": (
        HEAD + "MODEL = replace(model(), observables=(Observable('eps_g', error, w, '', '}a{'),))",
        "is to be written '}a{', which is no formula of LaTeX",
    ),
    "a formula that ends the page": (
        HEAD + "MODEL = replace(model(), observables=(Observable('eps_g', error, w, '',"
        " r'\\end{document}'),))",
        "which is no formula of LaTeX",
    ),
    "a formula in Greek": (
        HEAD
        + "MODEL = replace(model(), observables=(Observable('eps_g', error, w, '', '\u03b5'),))",
        "which is no formula of LaTeX: ASCII",
    ),
    "a scale that is no expression": (
        HEAD + "learner = replace(learner, scale='2')\nMODEL = model()",
        ": an expression has 2, which is no expression but a str",
    ),
    "a null character": (
        "MODEL = 1\0",
        "mine.py: not Python: source code string cannot contain null",
    ),
    "a parameter that is taken": (
        HEAD + "MODEL = model(parameters=(Rate('T', ''),))",
        "'T' cannot name a parameter",
    ),
}


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
        (("sgd", "--activation", "tanh"), "invalid choice: 'tanh'"),
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

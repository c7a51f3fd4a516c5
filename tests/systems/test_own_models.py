"""Model files of the user's own, from a bare file to a certificate, through problem files and
commands."""

import contextlib
import dataclasses
import io
import json
import math
import os
import re
import shutil
from pathlib import Path
from unittest.mock import Mock

import numpy as np
import pytest
from click.testing import CliRunner

import orderode
from orderode.certify import derived
from orderode.certify import drift as drift_module
from orderode.certify.__main__ import main as judge
from orderode.cli import main
from orderode.errors import DerivationError, FileError, NotAvailable, ProblemError
from orderode.models import catalogue, deriving, judgement
from orderode.models.deriving import model_folder
from orderode.theory.integrate import start_state
from orderode.theory.observables import kernel

TUTORIAL = Path(__file__).resolve().parents[2] / "docs" / "tutorial.md"
RIDGE = re.search(
    r"```python file=ridge.py\n(.*?)```", TUTORIAL.read_text(encoding="utf-8"), re.S
).group(1)

PENALTY = '''"""A loss that is not half a square, and a penalty on outputs; one parameter has a default."""

from orderode.derive.language import Activate, Algorithm, Descent, Observable, Rate, Sum
from orderode.derive.models.setting import error, eta_J, learner, noise, query, start, teacher, u

gamma = Rate("gamma", "strength of a penalty on outputs")
scale = Rate("scale", "scale of the loss", default=2)


def penalised(head, samples):
    k = learner.index()
    g = Activate(0, learner.local_field(k, samples))
    wrong = learner.output(head, samples) - teacher.output(u, samples)
    return scale.symbol * wrong**2 + gamma.symbol * Sum(g**2, (k, 1, learner.range.size))


MODEL = Algorithm(
    name="penalty",
    title="SGD with a penalty on outputs",
    learner=learner,
    teacher=teacher,
    task=u,
    start=start,
    outer=Descent(learner, start, rate=eta_J, loss=penalised, samples=query),
    observables=(Observable("eps_g", error, start, "loss on fresh data", r"\\varepsilon_g"),),
    noise=noise,
    parameters=(gamma, scale),
)
'''

#: The linear one is derived in a fraction of the time.
ACTIVATION = {"ridge": "erf", "penalty": "linear"}
START = {"T": [1.0, 2.0], "Q": 0.5, "R": [[0.3, 0.1], [0.0, 0.2]]}
RUN = {"alpha_end": 1.0, "points": 11}
SIMULATION = {"N": 200, "runs": 4, "points": 5}
PROBLEMS = {
    "ridge": {
        "parameters": {
            "eta_J": 2.0,
            "eta_w": 1.0,
            "gamma": 0.4,
            "V": 20,
            "P": math.inf,
            "inner_steps": 3,
        }
    },
    "penalty": {"parameters": {"eta_J": 0.2, "gamma": 0.3, "V": 10, "w0": [0.5, 1.0]}},
}


def toml(value):
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{k} = {toml(v)}" for k, v in value.items()) + " }"
    return "inf" if value == math.inf else json.dumps(value)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Model files and a problem file for each."""
    where = tmp_path_factory.mktemp("own")
    (where / "ridge.py").write_text(RIDGE, encoding="utf-8")
    (where / "penalty.py").write_text(PENALTY, encoding="utf-8")
    for name in PROBLEMS:
        content = {
            "model": f"{name}.py",
            "activation": ACTIVATION[name],
            "K": 2,
            "M": 2,
            **PROBLEMS[name],
            "overlaps": START,
        }
        content |= {"run": RUN, "simulation": SIMULATION}
        lines = [f"{key} = {toml(value)}" for key, value in content.items()]
        (where / f"{name}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return where


def called(*words):
    return CliRunner().invoke(main, [str(w) for w in words])


@pytest.mark.slow
@pytest.mark.parametrize("name", PROBLEMS)
def test_from_a_bare_file_to_a_certificate(folder, tmp_path, name):
    done = called(
        "derive",
        folder / f"{name}.py",
        "--out",
        tmp_path / "solver",
        "--activation",
        ACTIVATION[name],
    )
    assert done.exit_code == 0, done.output
    assert "drift test: agree" in done.output
    file = folder / f"{name}.toml"
    for backend in ("c", "numpy"):
        assert called("rhs", file, "--backend", backend).exit_code == 0
        done = called(
            "integrate", file, "--out", tmp_path / f"{backend}.json", "--backend", backend
        )
        assert done.exit_code == 0 and done.output.startswith("ok"), done.output
    c, numpy = (json.loads((tmp_path / f"{b}.json").read_text())["R"] for b in ("c", "numpy"))
    np.testing.assert_allclose(np.array(c), np.array(numpy), atol=1e-6)
    assert called("simulate", file, "--out", tmp_path / "runs.npz").exit_code == 0
    done = called("drift", file, "--tasks", 5000)
    assert done.exit_code == 0 and "agree" in done.output, done.output
    assert called("draw", file, "--out", tmp_path / "theory.png").exit_code == 0
    done = called("compare", file, "--out", tmp_path / "comparison")
    assert done.exit_code == 0 and "theory and simulation agree" in done.output, done.output


@pytest.mark.slow
def test_the_card_states_the_losses_of_the_model(folder, tmp_path):
    for name, lines in {
        "ridge": [
            "l = (f - y - noise*zeta)^2/2 + gamma*sum_k w_k^2/2",
            "l = (f - y - noise*zeta)^2/2\n",
        ],
        "penalty": ["l = scale*(f - y)^2 + gamma*sum_k g(lambda_k)^2\n"],
    }.items():
        done = called(
            "derive", folder / f"{name}.py", "--out", tmp_path / name, "--activation", "linear"
        )
        assert done.exit_code == 0
        text = (tmp_path / name / "c" / f"{name}_linear.h").read_text(encoding="utf-8")
        for line in lines:
            assert line in text


@pytest.fixture(scope="module")
def cache_of_penalty(folder, tmp_path_factory):
    """A cache that holds what one model was derived to, and what was said of that."""
    cache, said = tmp_path_factory.mktemp("cache"), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stderr(said):
        patch.setenv("ORDERODE_CACHE", str(cache))
        model_folder(folder / "penalty.py", "linear")
    return cache, said.getvalue()


@pytest.fixture
def kept(cache_of_penalty, tmp_path, monkeypatch):
    """A copy of it."""
    shutil.copytree(cache_of_penalty[0], tmp_path / "cache")
    monkeypatch.setenv("ORDERODE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.mark.slow
def test_wrong_equations_are_refused(folder, tmp_path, monkeypatch, kept):
    """A tenth off: some forty standard errors of the largest entry. The verdict is kept with the
    equations, and said wherever they are used."""
    right = drift_module.right_hand_side

    def wrong(problem, backend="auto"):
        found = right(problem, backend)
        slopes = found.slopes.replace(R=1.1 * found.dR, Q=1.1 * found.dQ)
        return dataclasses.replace(found, slopes=slopes)

    made = model_folder(folder / "penalty.py", "linear")
    with monkeypatch.context() as patch:
        patch.setattr(drift_module, "right_hand_side", wrong)
        assert judge([str(made), "--activation", "linear"]) == 0
    test = json.loads((made / "manifest.json").read_text())["systems"][0]["drift_test"]
    assert test["verdict"] == "disagree" and test["largest_z"] > test["threshold"]
    done = called(
        "derive", folder / "penalty.py", "--out", tmp_path / "o", "--activation", "linear"
    )
    assert done.exit_code == 1 and "drift test: disagree" in done.output, done.output
    monkeypatch.setattr(catalogue, "_OWN", {})
    done = called("rhs", folder / "penalty.toml")
    assert done.exit_code == 0 and "drift test: disagree" in done.stderr, done.stderr


def test_equations_derived_on_demand_are_judged_once(
    folder, monkeypatch, capsys, kept, cache_of_penalty
):
    said = cache_of_penalty[1].splitlines()
    assert [line.split(":")[0] for line in said] == ["orderode"] * 2, said
    assert said[1].startswith("orderode: drift test of the model penalty.py: agree; K = M = 2")
    monkeypatch.setattr(deriving, "_run", None)  # no other process is started
    made = model_folder(folder / "penalty.py", "linear")
    assert judgement.recorded(made)["verdict"] == "agree"
    assert capsys.readouterr().err == ""


def test_derive_uses_what_is_kept(folder, tmp_path, monkeypatch, kept):
    monkeypatch.setattr(deriving, "_emitted", None)  # nothing is derived
    words = ("derive", folder / "penalty.py", "--activation", "linear", "--out")
    done = called(*words, tmp_path / "out")
    assert done.exit_code == 0 and "before, and kept in the cache" in done.output, done.output
    (manifest,) = kept.rglob("manifest.json")
    names = []
    for path in sorted(manifest.parent.rglob("*.*")):
        if path.suffix in (".c", ".h", ".tex", ".json", ".toml", ".py"):
            names.append(path.relative_to(manifest.parent))
    assert len(names) > 8
    for name in names:
        assert (tmp_path / "out" / name).read_bytes() == (manifest.parent / name).read_bytes()


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("c/penalty_linear.c", "int f(int x) { return 0; }", "unused parameter"),
        ("numpy/penalty_linear.py", "import nothing_of_the_kind", "No module named"),
    ],
)
def test_what_does_not_compile_is_not_handed_out(
    folder, tmp_path, monkeypatch, kept, name, text, words
):
    """C with a warning, and a module that cannot be imported: status 1, nothing is written, nothing
    is kept."""
    if name.startswith("c/") and not shutil.which(os.environ.get("CC", "cc")):
        pytest.skip("no C compiler found")
    (manifest,) = kept.rglob("manifest.json")
    good = tmp_path / "good"
    manifest.parent.rename(good)

    def run(model, *options):
        out = Path(next(x for x in options if x.startswith("--out=")).removeprefix("--out="))
        shutil.copytree(good, out, dirs_exist_ok=True)
        with (out / name).open("a") as file:
            file.write("\n" + text + "\n")
        return ""

    monkeypatch.setattr(deriving, "_run", run)
    out = tmp_path / "out"
    done = called("derive", folder / "penalty.py", "--out", out, "--activation", "linear")
    assert done.exit_code == 1 and name in done.stderr and words in done.stderr, done.output
    assert done.stderr.count("\n") == 1 and not out.exists()
    assert not list(kept.rglob("manifest.json"))


@pytest.mark.slow
def test_no_two_parameters_of_a_drift_test_may_stand_for_one_another(folder, monkeypatch, kept):
    found = []

    def kept_aside(problem, **_):
        found.append(problem)
        return Mock(spec=derived.DriftReport)

    monkeypatch.setattr(derived, "check_drift", kept_aside)
    for name in PROBLEMS:
        derived.judged(str(folder / f"{name}.py"), "linear")
    for problem in found:
        rates = {p.name: p for p in problem.facts.parameters if p.kind == "rate"}
        values = [problem.parameters[name] for name in rates]
        assert len(set(values)) == len(values) and min(values) > 0
    assert found[1].parameters.scale == 2.0, "the author's default"
    assert (found[0].parameters.P, found[0].parameters.V, found[0].parameters.inner_steps) == (
        math.inf,
        5,
        2,
    )


def test_parameters_of_a_model_are_keys_with_its_defaults(folder):
    problem = orderode.load_problem(folder / "penalty.toml")
    assert (problem.parameters.gamma, problem.parameters["scale"]) == (0.3, 2.0)
    changed = problem.with_changes(parameters={"scale": 1.0})
    assert (changed.parameters.gamma, changed.parameters["scale"]) == (0.3, 1.0)
    assert orderode.right_hand_side(changed).dR[0, 0] != orderode.right_hand_side(problem).dR[0, 0]


@pytest.mark.parametrize(
    ("name", "changes", "words"),
    [
        ("penalty", {"gamma": None}, r"parameters.gamma is missing.*strength of a penalty"),
        ("penalty", {"gamma": -1.0}, r"parameters.gamma = -1.0.*>= 0"),
        ("penalty", {"delta": 1.0}, r"parameters.delta.*unknown key"),
        ("penalty", {"decay": 1.0}, r"decay = 1.0: unknown key: penalty has no such parameter"),
        ("penalty", {"P": 5}, r"P = 5: unknown key: penalty has no such"),
        ("ridge", {"eta_w": None}, r"parameters.eta_w is missing"),
    ],
)
def test_what_is_wrong_is_said_with_key_and_value(folder, name, changes, words):
    with pytest.raises(ProblemError, match=words):
        orderode.load_problem(folder / f"{name}.toml").with_changes(parameters=changes)


def test_an_unknown_overlap_is_refused_before_anything_is_derived(folder, tmp_path, monkeypatch):
    path = tmp_path / "ridge.py"
    path.write_text((folder / "ridge.py").read_text() + "# not derived before\n")
    monkeypatch.setattr(deriving, "_emitted", lambda *_: pytest.fail("derived"))
    content = {"model": str(path), "activation": "erf", "K": 1, "M": 1, "parameters": {}}
    with pytest.raises(ProblemError, match=r"overlaps.S = .*unknown key"):
        orderode.load_problem({**content, "overlaps": {"T": [1.0], "S": [1.0]}})


@pytest.mark.slow
def test_files_that_are_no_models(folder, tmp_path):
    content = {
        "model": str(tmp_path / "nothing.py"),
        "activation": "erf",
        "K": 1,
        "M": 1,
        "overlaps": {"T": [1.0]},
    }
    with pytest.raises(FileError, match=r"nothing.py.*a model file"):
        orderode.load_problem(content)
    with pytest.raises(NotAvailable, match=r"nothing.*no such model.*fo_anil"):
        orderode.load_problem({**content, "model": "nothing"})
    ours = tmp_path / "ours.py"
    ours.write_text(PENALTY.replace('name="penalty"', 'name="sgd"'), encoding="utf-8")
    problem = orderode.load_problem(folder / "penalty.toml").with_changes(model=str(ours))
    with pytest.raises(NotAvailable, match="give its model another name"):
        orderode.right_hand_side(problem)


def test_a_module_in_the_folder_is_not_run(tmp_path, monkeypatch):
    """Deriving starts another Python, which must not import what lies beside a data file."""
    (tmp_path / "numpy.py").write_text("raise SystemExit('this ran')", encoding="utf-8")
    (tmp_path / "penalty.py").write_text(PENALTY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = called("derive", "penalty.py", "--out", "solver", "--activation", "linear")
    assert done.exit_code == 0, done.output


def test_what_else_is_measured_stands_in_the_results(tmp_path, monkeypatch):
    """The errors before and after adaptation, of theory as of the simulation; without a step of
    the inner loop they are one."""
    content = {
        "model": "pooled",
        "activation": "linear",
        "K": 1,
        "M": 1,
        "parameters": {"eta_J": 0.2, "eta_w": 0.3, "P": 5, "V": 5, "w0": [0.3]},
        "overlaps": {"T": [1.0], "Q": 0.5, "R": [[0.2]]},
        "tasks": {"mean": [1.0]},
        "run": {"alpha_end": 0.5, "points": 3},
        "simulation": {"N": 50, "runs": 2, "points": 3, "tasks": 20},
    }
    monkeypatch.chdir(tmp_path)
    found = {}
    for rate in (0.3, 0.0):
        content["parameters"]["eta_w"] = rate
        lines = [f"{key} = {toml(value)}" for key, value in content.items()]
        Path("p.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
        for backend in ("c", "numpy"):
            words = ("integrate", "p.toml", "--out", "t.json", "--backend", backend)
            assert called(*words).exit_code == 0
            found[rate, backend] = json.loads(Path("t.json").read_text())
    assert called("simulate", "p.toml", "--out", "s.json").exit_code == 0
    simulated = json.loads(Path("s.json").read_text())
    assert {"eps_g", "eps_g_adapted"} <= set(simulated)
    for rate, name in ((0.3, "eps_g_adapted"), (0.0, "eps_g")):
        x, y = (np.array(found[rate, backend][name]) for backend in ("c", "numpy"))
        np.testing.assert_allclose(x, y, rtol=1e-9)
    np.testing.assert_allclose(found[0.0, "c"]["eps_g_adapted"], found[0.0, "c"]["eps_g"])
    assert found[0.3, "c"]["eps_g_adapted"][0] != pytest.approx(found[0.3, "c"]["eps_g"][0], 1e-3)
    done = called("rhs", "p.toml")
    assert json.loads(done.stdout)["eps_g_adapted"] == found[0.0, "c"]["eps_g_adapted"][0]


@pytest.mark.slow
def test_a_file_beside_the_model_is_read_and_followed(folder, tmp_path):
    """A helper that is imported, and a table that is opened: where one is another, so is the
    model; nothing is derived."""
    text = PENALTY.replace(
        "from orderode", "import pathlib\nfrom helper import strength\nfrom orderode", 1
    )
    text = text.replace(
        "default=2",
        'default=strength + float(pathlib.Path(__file__).with_name("t.txt").read_text())',
    )
    model, helper, table = (tmp_path / name for name in ("own.py", "helper.py", "t.txt"))
    model.write_text(text, encoding="utf-8")
    helper.write_text("strength = 0.25\n", encoding="utf-8")
    table.write_text("1", encoding="utf-8")
    (tmp_path / "numpy.py").write_text("raise SystemExit('this ran')", encoding="utf-8")
    problem = orderode.load_problem(folder / "penalty.toml")

    def scale():
        return problem.with_changes(model=str(model)).parameters["scale"]

    assert scale() == 1.25
    helper.write_text("strength = 0.75\n", encoding="utf-8")
    os.utime(helper, (1, 1))  # no time stamp is asked
    assert scale() == 1.75
    table.write_text("2", encoding="utf-8")
    assert scale() == 2.75 == scale()
    helper.unlink()
    with pytest.raises(DerivationError, match=r"own.py, line 4: ModuleNotFoundError.*helper"):
        scale()


@pytest.mark.slow
def test_a_model_that_is_another_each_time_is_refused(folder, tmp_path):
    text = PENALTY.replace("default=2", "default=random.random()").replace(
        "from orderode", "import random\nfrom orderode", 1
    )
    (tmp_path / "chance.py").write_text(text, encoding="utf-8")
    words = ("derive", tmp_path / "chance.py", "--out", tmp_path / "out", "--activation", "linear")
    done = called(*words)
    assert done.exit_code == 2 and "states another model each time that it is run" in done.output
    assert not (tmp_path / "out").exists()


def test_the_name_of_ours_is_refused_before_anything_is_derived(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(deriving, "_emitted", lambda *_: pytest.fail("derived"))
    path = tmp_path / "ours.py"
    path.write_text(PENALTY.replace('name="penalty"', 'name="sgd"'), encoding="utf-8")
    done = called("derive", path, "--out", tmp_path / "out", "--activation", "linear")
    said = f"orderode: {path} is not available: sgd is an algorithm of ours. give its model another"
    assert done.exit_code == 2 and done.output.startswith(said), done.output


def test_a_model_shown_and_its_equations(folder, tmp_path):
    """From the model file, and from the folder that it was derived into."""
    assert (
        called(
            "derive", folder / "penalty.py", "--out", folder / "solver", "--activation", "linear"
        ).exit_code
        == 0
    )
    done = called("models", folder / "penalty.py")
    assert (
        done.exit_code == 0
        and "scale        a number >= 0: scale of the loss; default 2" in done.output
    )
    shown = called("models", folder / "solver").output
    assert (
        "drift test: agree; K = M = 2, 100000 tasks, seed 0: largest |z| " in shown
        and shown in done.output
    )
    test = json.loads((folder / "solver" / "manifest.json").read_text())["systems"][0]["drift_test"]
    assert test["verdict"] == "agree" and test["level"] == 1e-3 and 0 < test["seen"] < 0.05
    text = (folder / "solver" / "latex" / "penalty_linear.tex").read_text(encoding="utf-8")
    assert called("equations", folder / "solver").output == text
    assert called("equations", folder / "penalty.py", "--activation", "linear").output == text
    words = ("--set", "V=inf", "--body")
    short = called("equations", folder / "solver", *words)
    assert short.exit_code == 0 and "gamma" in short.output and "{V}" not in short.output
    same = called("equations", folder / "penalty.py", "--activation", "linear", *words)
    assert short.output == same.output


def test_a_folder_is_a_model(folder, tmp_path, monkeypatch):
    """Of a problem file beside it, and of a mapping where Python runs."""
    if not (folder / "solver").exists():
        called(
            "derive", folder / "penalty.py", "--out", folder / "solver", "--activation", "linear"
        )
    ours = folder / "folder.toml"
    ours.write_text((folder / "penalty.toml").read_text().replace('"penalty.py"', '"solver"'))
    problem, same = orderode.load_problem(ours), orderode.load_problem(folder / "penalty.toml")
    assert problem.parameters == same.parameters and problem.digest == same.digest
    assert (
        orderode.right_hand_side(problem, "numpy").dR.tolist()
        == orderode.right_hand_side(same, "numpy").dR.tolist()
    )
    monkeypatch.chdir(folder)
    content = json.loads(problem.content) | {"model": "solver"}
    assert orderode.Problem(**content) == problem.with_changes(model="solver")
    with pytest.raises(NotAvailable, match="the folder holds penalty with linear"):
        orderode.right_hand_side(problem.with_changes(activation="relu"))
    with pytest.raises(
        ProblemError, match=r"model = 'nowhere/solver'.*or of a folder it was derived into"
    ):
        problem.with_changes(model="nowhere/solver")


def test_a_sweep_and_its_figure(folder, tmp_path):
    lines = (
        'problem = "penalty.toml"\n[axes]\n"parameters.gamma" = [0.0, 0.3]\n[outputs]\neps_g_at ='
        " [1.0]\n"
    )
    (folder / "sweep.toml").write_text(lines)
    for kernels in ("numpy", "c", "auto"):
        done = called(
            "sweep", folder / "sweep.toml", "--out", tmp_path / kernels, "--backend", kernels
        )
        assert done.exit_code == 0 and "2 points: 2 ok" in done.output, done.output
    found = [
        orderode.sweep.load(tmp_path / kernels).arrays["eps_g"].ravel()
        for kernels in ("numpy", "c", "auto")
    ]
    np.testing.assert_allclose(found[1], found[0], rtol=1e-6)
    np.testing.assert_allclose(found[2], found[0], rtol=1e-6)
    alone = orderode.integrate(orderode.load_problem(folder / "penalty.toml"), "numpy").eps_g[-1]
    assert found[0][1] == pytest.approx(alone, rel=1e-6) and found[0][0] != pytest.approx(
        alone, rel=1e-3
    )
    assert called("plot", tmp_path / "auto", "--out", tmp_path / "figure.png").exit_code == 0


@pytest.mark.slow
def test_results_say_which_file_a_model_is_and_not_where_it_lay(folder, tmp_path):
    """Of one number, a trajectory and a sweep; and a sweep whose folder was moved goes on."""
    here, there = tmp_path / "here", tmp_path / "there"
    shutil.copytree(folder, here)
    (here / "sweep.toml").write_text(
        'problem = "penalty.toml"\nchunk = 1\n[axes]\n"parameters.eta_J" = [0.1, 0.2]\n'
        "[outputs]\neps_g_at = [1.0]\n"
    )
    said = json.loads(called("rhs", here / "penalty.toml").stdout)["provenance"]
    assert said["problem"]["model"] == "penalty.py"
    for suffix in ("npz", "json"):
        out = tmp_path / f"out.{suffix}"
        assert called("integrate", here / "penalty.toml", "--out", out).exit_code == 0
        assert str(tmp_path).encode() not in out.read_bytes()
    assert called("sweep", here / "sweep.toml", "--out", here / "swept").exit_code == 0
    before = (here / "swept" / "results.npz").read_bytes()
    found = orderode.sweep.load(here / "swept")
    assert str(tmp_path) not in json.dumps(found.about)
    here.rename(there)
    (there / "swept" / "results.npz").unlink()
    assert called("sweep", there / "sweep.toml", "--out", there / "swept").exit_code == 0
    assert (there / "swept" / "results.npz").read_bytes() == before


@pytest.mark.slow
def test_heads_adapt_on_what_a_model_of_ones_own_has_learned(folder, tmp_path):
    file = folder / "linear.toml"
    file.write_text(
        (folder / "ridge.toml").read_text().replace('activation = "erf"', 'activation = "linear"')
    )
    done = called("adapt", file, "--out", tmp_path / "found", "--steps", 2)
    assert done.exit_code == 0, done.output
    rows = [line.split()[0] for line in done.output.splitlines()]
    assert rows[2:7] == ["ridge", "anil", "fo_anil", "pooled", "random"]
    done = called("adapt", folder / "penalty.toml", "--out", tmp_path / "none")
    assert (
        done.exit_code == 2
        and "one of anil, fo_anil, pooled, proximal, or a model file: heads adapt" in done.output
    )


def test_heads_adapt_by_the_inner_loop_of_the_model(folder):
    """Ridge regression: w <- w - eta (K w - k u + gamma w) with the kernel I2 = [[K, k], [k^T, t]] of
    the fields, and eps_g = tr[<u u^T> (A, -1) I2 (A, -1)^T]/2 for w = A u; without the penalty it
    is two per cent off."""
    ridge = orderode.load_problem(folder / "ridge.toml").with_changes(activation="linear")
    ridge = ridge.with_changes(parameters={"inner_steps": 1, "P": 7})
    eta, gamma = ridge.parameters.eta_w, ridge.parameters.gamma
    I2 = kernel(ridge, start_state(ridge))
    K, k = I2[:2, :2], I2[:2, 2:]

    def wanted(gamma):
        A, found = np.zeros((2, 2)), []
        for _ in range(4):
            v = np.concatenate([A, -np.eye(2)])
            found.append(np.trace(v.T @ I2 @ v) / 2)
            A = A - eta * (K @ A - k + gamma * A)
        return np.array(found)

    curve = orderode.adaptation_curve(ridge, start_state(ridge), 3)
    np.testing.assert_allclose(curve, wanted(gamma), rtol=1e-12)
    assert abs(wanted(0.0)[-1] / curve[-1] - 1) > 0.01


@pytest.mark.slow
def test_an_inner_loop_that_cannot_be_followed(folder, tmp_path):
    """One step, and no more, of a loss of its own."""
    text = RIDGE.replace('steps="inner_steps"', "steps=1")
    assert text != RIDGE
    (tmp_path / "ridge.py").write_text(text, encoding="utf-8")
    problem = orderode.load_problem(folder / "ridge.toml")
    content = json.loads(problem.content) | {"model": str(tmp_path / "ridge.py")}
    del content["parameters"]["inner_steps"]
    with pytest.raises(NotAvailable, match=r"heads of ridge.*fixed number of steps \(1\)"):
        orderode.compare_adaptation(orderode.load_problem(content))


@pytest.mark.slow
def test_two_models_of_one_name(folder, tmp_path):
    """In one process: each has its own equations, whichever came first."""
    (tmp_path / "penalty.py").write_text(
        PENALTY.replace("wrong**2", "wrong**2 / 2"), encoding="utf-8"
    )
    first = orderode.load_problem(folder / "penalty.toml").with_changes(
        parameters={"gamma": 0.0, "scale": 1.0}
    )
    second = first.with_changes(model=str(tmp_path / "penalty.py"), parameters={"scale": 2.0})
    for backend in ("numpy", "c"):
        a, b, again = (orderode.right_hand_side(x, backend) for x in (first, second, first))
        np.testing.assert_allclose(b.dR, a.dR, rtol=1e-12)
        assert again.dR.tolist() == a.dR.tolist()
    for backend in ("numpy", "c"):
        twice = orderode.right_hand_side(second.with_changes(parameters={"scale": 1.0}), backend)
        np.testing.assert_allclose(twice.dR, a.dR / 2, rtol=1e-12)
    assert first.digest != second.with_changes(parameters={"scale": 1.0}).digest


QUARTIC = PENALTY.replace("scale.symbol * wrong**2", "scale.symbol * wrong**4")


@pytest.mark.slow
def test_what_cannot_be_derived_can_be_simulated(folder, tmp_path):
    (folder / "quartic.py").write_text(QUARTIC, encoding="utf-8")
    file = folder / "quartic.toml"
    file.write_text(
        (folder / "penalty.toml")
        .read_text()
        .replace("penalty.py", "quartic.py")
        .replace("0.2", "0.002")
    )
    done = called("simulate", file, "--out", tmp_path / "runs.npz")
    assert done.exit_code == 0 and "4 runs, 0 failed" in done.output, done.output
    done = called("rhs", file)
    assert done.exit_code == 2
    assert (
        "more than quadratic in head and task" in done.output
        and "orderode simulate takes the model" in done.output
    )
    assert (
        "No equations have been derived from it" in called("models", folder / "quartic.py").output
    )


def test_an_unknown_model_is_reported_before_its_parameters(folder):
    problem = orderode.load_problem(folder / "penalty.toml")
    for changes in ({"model": "nothing"}, {"model": "nothing.py"}):
        with pytest.raises((NotAvailable, FileError), match="nothing"):
            problem.with_changes(**changes, parameters={"delta": -1})


@pytest.mark.parametrize("text", ["[]", "{}", '{"name": "x"}', "nothing"])
def test_a_json_file_that_states_no_model(folder, tmp_path, text):
    (tmp_path / "data.json").write_text(text)
    with pytest.raises(FileError, match=r"data.json: it states no model"):
        orderode.load_problem(folder / "penalty.toml").with_changes(
            model=str(tmp_path / "data.json")
        )

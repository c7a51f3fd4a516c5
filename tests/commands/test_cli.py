"""The command line: what every command prints and writes, and that what is refused exits with
status 2, says why in one line and leaves no file behind."""

import json
import math
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click.testing
import numpy as np
import pytest
from good_problem import GOOD, GOOD_PROBLEM

import orderode
from orderode.cli import main
from orderode.compiler import compiler
from orderode.errors import BackendError
from orderode.report import results
from orderode.theory.limits import require_theory


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working folder with good.toml in it."""
    monkeypatch.chdir(tmp_path)
    Path("good.toml").write_text(GOOD)
    return tmp_path


def run(*arguments):
    """Exit status, stdout and stderr of a command; an exception that is no exit is raised."""
    done = click.testing.CliRunner().invoke(main, [str(x) for x in arguments])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def good(*arguments):
    code, out, err = run(*arguments)
    assert (code, err) == (0, "")
    return out


def listing(folder):
    return sorted(str(x.relative_to(folder)) for x in folder.rglob("*"))


def has_compiler():
    try:
        compiler()
    except BackendError:
        return False
    return True


def test_start_imports_nothing_slow():
    """Measured in an interpreter of its own: what only some commands need is imported by them."""
    slow = (
        "scipy.stats",
        "scipy.linalg",
        "scipy.optimize",
        "scipy.integrate",
        "matplotlib",
        "tqdm",
        "dask",
        "sympy",
    )
    program = f"import sys, orderode.cli; print([x for x in {slow} if x in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


# -- every command ---------------------------------------------------------------------------------


def test_models():
    out = good("models")
    assert "fo_anil: FO-ANIL" in out and "activation erf" in out and "digest" in out
    rows = [line.split() for line in out.splitlines()]
    assert ["P", "=", "inf", "exact"] in rows and ["P", "=", "integer", "refused"] in rows
    assert ["V", "=", "inf", "exact"] in rows and ["V", "=", "integer", "exact"] in rows


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_rhs(folder, backend):
    if backend == "c" and not has_compiler():
        pytest.skip("no C compiler found")
    found = json.loads(good("rhs", "good.toml", "--backend", backend))
    assert found.keys() == {"dR", "dQ", "eps_g", "provenance"}
    dR, dQ, eps_g, *_ = orderode.right_hand_side(orderode.load_problem("good.toml"), "numpy")
    for name, expected in (("dR", dR), ("dQ", dQ), ("eps_g", eps_g)):
        np.testing.assert_allclose(
            found[name], expected, rtol=0, atol=1e-12 * np.abs(expected).max()
        )
    assert found["provenance"]["backend"] == backend
    assert found["provenance"]["digest"]["problem"] == orderode.load_problem("good.toml").digest
    assert listing(folder) == ["good.toml"]


OVERFLOW = GOOD.replace("eta_J = 4.0", "eta_J = 1e200").replace("eta_w = 3.0", "eta_w = 1e100")


def test_rhs_that_is_not_finite(folder):
    """The values that are no numbers are null, the status is 1, and stderr says why."""
    Path("good.toml").write_text(OVERFLOW)
    code, out, err = run("rhs", "good.toml")
    assert code == 1 and json.loads(out)["dQ"][0][0] is None
    assert (
        err.startswith("orderode: good.toml: the equations give no finite slopes")
        and err.count("\n") == 1
    )


@pytest.mark.parametrize(
    ("P", "why"), [("inf", "no finite slopes"), ("3", "the simulated steps diverge")]
)
def test_drift_of_what_is_not_finite(P, why, folder, monkeypatch):
    Path("good.toml").write_text(OVERFLOW.replace("P = inf", f"P = {P}"))
    if P != "inf":  # equations that hold, beside steps that do not
        problem = orderode.load_problem(GOOD_PROBLEM)
        found, system = orderode.right_hand_side(problem), require_theory(problem)
        monkeypatch.setattr("orderode.certify.drift.right_hand_side", lambda *_: found)
        monkeypatch.setattr("orderode.certify.drift.require_theory", lambda _: system)
    code, out, err = run("drift", "good.toml", "--tasks", 10)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "the drift test of good.toml is not available" in err and why in err


def test_rhs_needs_neither_run_nor_simulation(folder):
    Path("good.toml").write_text(GOOD[: GOOD.index("[run]")])
    assert "dR" in json.loads(good("rhs", "good.toml"))


@pytest.mark.parametrize("suffix", [".json", ".npz"])
def test_integrate(folder, suffix):
    out = good("integrate", "good.toml", "--out", f"theory{suffix}")
    assert out.startswith("ok: alpha = 1, eps_g = ")
    found = results.load(f"theory{suffix}")
    theory = orderode.integrate(orderode.load_problem("good.toml"))
    for name in ("alpha", "Q", "R", "eps_g", "lambda_min"):
        np.testing.assert_array_equal(found[name], getattr(theory, name))
    assert str(found["status"]) == "ok"
    assert found["provenance"]["digest"]["system"] == theory.digest
    assert found["provenance"]["backend"] == theory.backend
    assert listing(folder) == sorted(["good.toml", f"theory{suffix}"])


@pytest.mark.parametrize("suffix", [".json", ".npz"])
def test_simulate(folder, suffix):
    out = good("simulate", "good.toml", "--out", f"runs{suffix}")
    assert out.startswith("3 runs, 0 failed")
    found = results.load(f"runs{suffix}")
    simulation = orderode.simulate(orderode.load_problem("good.toml"))
    for name in ("alpha", "Q", "R", "eps_g", "eps_g_se"):
        np.testing.assert_array_equal(found[name], getattr(simulation, name))
    assert list(found["status"]) == ["ok"] * 3
    assert found["provenance"]["seed"] == 5 and "reduced" in found["provenance"]["backend"]


@pytest.mark.slow
def test_compare(folder):
    out = good("compare", "good.toml", "--out", "made/here")
    names = [f"comparison{suffix}" for suffix in (".json", ".pdf", ".png", ".txt")]
    assert sorted(os.listdir("made/here")) == names
    assert Path("made/here/comparison.txt").read_text() == out
    assert out.splitlines()[-1] == "verdict      theory and simulation agree"
    found = results.load("made/here/comparison.json")
    assert str(found["verdict"]) == "agree" and found["simulation_R"].shape == (11, 3, 2, 2)
    made = found["provenance"]
    assert made["seed"] == 5 and made["backend"] in ("c", "numpy")
    assert made["digest"]["problem"] == orderode.load_problem("good.toml").digest
    assert made["digest"]["system"] in good("models")
    assert {"orderode", "numpy", "scipy", "python"} <= made["versions"].keys()
    # once more: the same bytes
    before = {name: Path("made/here", name).read_bytes() for name in names}
    good("compare", "good.toml", "--out", "made/here")
    assert before == {name: Path("made/here", name).read_bytes() for name in names}


def test_compare_ends_with_one_where_they_disagree(folder):
    text = (
        GOOD.replace("V = 20", "V = inf")
        .replace("runs = 3", "runs = 20\nV = 5")
        .replace("N = 100", "N = 300")
    )
    Path("wrong.toml").write_text(text.replace("alpha_end = 1.0", "alpha_end = 3.0"))
    code, out, err = run("compare", "wrong.toml", "--out", "made")
    assert (code, err) == (1, "") and out.endswith("theory and simulation disagree\n")
    assert str(results.load("made/comparison.json")["verdict"]) == "disagree"


def test_equations():
    out = good("equations", "fo_anil")
    assert out.count("\\begin{document}") == out.count("\\end{document}") == 1
    derivation = good("equations", "fo_anil", "--derivation")
    assert "\\begin{document}" in derivation and derivation != out


def test_drift(folder):
    out = good("drift", "good.toml", "--tasks", "2000", "--seed", "3")
    report = orderode.check_drift(orderode.load_problem("good.toml"), tasks=2000, seed=3)
    assert (
        f"largest |z| {report.largest:.2f}; threshold {report.threshold:.2f} for 7 entries" in out
    )
    assert out.splitlines()[-1] == "agree"
    assert out == good("drift", "good.toml", "--tasks", "2000", "--seed", "3")
    assert out != good("drift", "good.toml", "--tasks", "2000", "--seed", "4")
    assert listing(folder) == ["good.toml"]


@pytest.mark.parametrize("suffix", [".png", ".pdf"])
def test_draw(folder, suffix):
    Path("other.toml").write_text(GOOD.replace("eta_w = 3.0", "eta_w = 1.0"))
    out = good("draw", "good.toml", "other.toml", "--out", f"figure{suffix}")
    assert [line.split(":")[0] for line in out.splitlines()] == ["good.toml", "other.toml"]
    assert Path(f"figure{suffix}").stat().st_size > 5000


def test_a_theory_that_fails_ends_with_one_and_says_so(folder):
    """A rate whose square is no double: the times are there, the values are NaN, and the status
    says it."""
    if not has_compiler():
        pytest.skip("no C compiler found")
    Path("bad.toml").write_text(GOOD.replace("eta_J = 4.0", "eta_J = 1e200"))
    code, out, err = run("integrate", "bad.toml", "--out", "bad.json", "--backend", "c")
    assert code == 1 and err == "" and out.startswith("domain: ")
    found = results.load("bad.json")
    assert (
        str(found["status"]) == "domain"
        and np.isnan(found["R"][1:]).all()
        and len(found["alpha"]) == 6
    )
    code, out, _ = run("draw", "bad.toml", "--out", "bad.png", "--backend", "c")
    assert code == 1 and out.startswith("bad.toml: domain")


def test_help_and_version():
    for command in main.list_commands(None):
        assert "Usage:" in good(command, "--help")
    assert orderode.__version__ in good("--version")
    names = {
        "models",
        "rhs",
        "integrate",
        "simulate",
        "compare",
        "equations",
        "drift",
        "draw",
        "adapt",
        "derive",
    }
    names |= {"sweep", "plot", "solve", "steady", "optimise"}
    assert set(main.list_commands(None)) == names


# -- refusals --------------------------------------------------------------------------------------

COMMANDS = {
    "rhs": [],
    "integrate": ["--out", "made.json"],
    "simulate": ["--out", "made.npz"],
    "compare": ["--out", "made"],
    "drift": ["--tasks", "100"],
    "draw": ["--out", "made.png"],
    "steady": ["--out", "made"],
}


def refused(folder, *arguments):
    """The message of a command that exits with status 2: one line on stderr, nothing on stdout,
    nothing written."""
    before = listing(folder)
    code, out, err = run(*arguments)
    assert code == 2, (code, out, err)
    assert out == "" and err.startswith("orderode: ") and err.endswith("\n")
    assert "Traceback" not in err and str(folder) not in err
    assert listing(folder) == before
    return err.removeprefix("orderode: ").removesuffix("\n")


BROKEN = [
    ("K = 2", "k = 2", "k = 2: unknown key, did you mean K?"),
    ("eta_J = 4.0", "eta_j = 4.0", "parameters.eta_j = 4.0: unknown key, did you mean eta_J?"),
    ("K = 2", 'K = "2"', "K = '2'; accepted: an integer >= 1"),
    ("K = 2", "K = 0", "K = 0; accepted: an integer >= 1"),
    (
        "T = [1.0, 2.0]",
        "T = [[1.0, 0.1], [0.2, 1.0]]",
        "overlaps.T = [[1.0, 0.1], [0.2, 1.0]]: not symmetric",
    ),
    ("T = [1.0, 2.0]", "T = [1.0, -2.0]", "overlaps.T = [1.0, -2.0]: indefinite"),
    ("{ N = 20, seed = 1 }", "[[9.0, 0.0], [0.0, 0.0]]", "[[Q, R], [R^T, T]] has the eigenvalue"),
    ("N = 100", "N = 5", "simulation.N = 5; accepted: an integer >= 2 K + M = 6"),
    ("eta_w = 3.0", "eta_w = -3.0", "parameters.eta_w = -3.0; accepted: a finite number >= 0"),
    ("eta_w = 3.0", "eta_w = nan", "parameters.eta_w = nan; accepted: a finite number >= 0"),
    ("Q = 0.5", "Q = nan", "overlaps.Q = nan"),
    ("V = 20", "V = 0", "parameters.V = 0; accepted: an integer >= 1, or inf"),
]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("old", "new", "words"), BROKEN)
def test_broken_problems(folder, command, old, new, words):
    assert GOOD.count(old) == 1
    Path("broken.toml").write_text(GOOD.replace(old, new))
    message = refused(folder, command, "broken.toml", *COMMANDS[command])
    assert message.startswith("broken.toml: ") and words in message and "accepted: " in message
    assert "\n" not in message


@pytest.mark.parametrize("command", COMMANDS)
def test_files_that_are_not_problems(folder, command):
    message = refused(folder, command, "nowhere.toml", *COMMANDS[command])
    assert (
        message
        == "nowhere.toml: No such file or directory; accepted: a problem file: TOML in UTF-8"
    )
    Path("noise.toml").write_bytes(b"\xff\xfe\x00")
    assert "noise.toml: line 1 is not UTF-8" in refused(
        folder, command, "noise.toml", *COMMANDS[command]
    )
    Path("text.toml").write_text("K == 3")
    assert "text.toml: not TOML" in refused(folder, command, "text.toml", *COMMANDS[command])
    assert "a problem file" in refused(folder, command, ".", *COMMANDS[command])


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("old", "new"), [('"fo_anil"', '"maml"'), ('"erf"', '"tanh"')])
def test_unknown_models_and_activations(folder, command, old, new):
    Path("other.toml").write_text(GOOD.replace(old, new))
    message = refused(folder, command, "other.toml", *COMMANDS[command])
    assert new.strip('"') in message and "\n" not in message


@pytest.mark.parametrize("command", [x for x in COMMANDS if x != "simulate"])
def test_the_theory_of_a_finite_support_set(folder, command):
    Path("finite.toml").write_text(
        GOOD.replace("P = inf", "P = 100").replace('"fo_anil"', '"anil"')
    )
    message = refused(folder, command, "finite.toml", *COMMANDS[command])
    assert (
        "anil at P = 100 is not available" in message
        and "write P = inf into [parameters]" in message
    )


def test_a_finite_support_set_is_simulated(folder):
    Path("finite.toml").write_text(
        GOOD.replace("P = inf", "P = 3").replace("alpha_end = 1.0", "alpha_end = 0.2")
    )
    assert good("simulate", "finite.toml", "--out", "made.json").startswith("3 runs, 0 failed")


@pytest.mark.parametrize("command", ["integrate", "simulate", "compare", "draw"])
def test_missing_run(folder, command):
    Path("short.toml").write_text(GOOD[: GOOD.index("[run]")])
    message = refused(folder, command, "short.toml", *COMMANDS[command])
    assert message.startswith(
        "short.toml: [run] is missing: needed to integrate; accepted: a table such as\n\n[run]\n"
    )


@pytest.mark.parametrize("command", ["simulate", "compare"])
def test_missing_simulation(folder, command):
    Path("short.toml").write_text(GOOD[: GOOD.index("[simulation]")])
    message = refused(folder, command, "short.toml", *COMMANDS[command])
    assert message.startswith(
        "short.toml: [simulation] is missing: needed to simulate; accepted: a table such as"
    )


@pytest.mark.parametrize("command", ["drift", "simulate", "compare"])
def test_an_infinite_query_set_cannot_be_simulated(folder, command):
    Path("inf.toml").write_text(GOOD.replace("V = 20", "V = inf"))
    message = refused(folder, command, "inf.toml", *COMMANDS[command])
    assert "V" in message and "inf" in message


@pytest.mark.parametrize(
    ("command", "out"),
    [
        ("integrate", "made.csv"),
        ("integrate", "made"),
        ("simulate", "made.toml"),
        ("simulate", ".json"),
    ]
    + [("draw", "made.svg"), ("draw", "made.json")],
)
def test_suffixes(folder, command, out):
    assert "a file name that ends in" in refused(folder, command, "good.toml", "--out", out)


def test_places_that_cannot_be_written(folder, monkeypatch):
    Path("file").write_text("")
    Path("folder.json").mkdir()
    assert "not a folder" in refused(folder, "integrate", "good.toml", "--out", "file/made.json")
    assert "not a folder" in refused(folder, "compare", "good.toml", "--out", "file")
    assert "a folder" in refused(folder, "simulate", "good.toml", "--out", "folder.json")


def test_the_place_is_checked_before_anything_is_computed(folder, monkeypatch):
    for name in ("theory.integrate.integrate", "certify.simulation.simulate"):
        monkeypatch.setattr(f"orderode.{name}", None)
    refused(folder, "integrate", "good.toml", "--out", "made.csv")
    refused(folder, "simulate", "good.toml", "--out", "made.csv")
    refused(folder, "draw", "good.toml", "--out", "made.csv")
    Path("file").write_text("")
    refused(folder, "compare", "good.toml", "--out", "file")


def test_an_old_result_survives_a_failure(folder):
    good("integrate", "good.toml", "--out", "theory.json")
    before = Path("theory.json").read_bytes()
    Path("good.toml").write_text(GOOD.replace("K = 2", "K = 0"))
    refused(folder, "integrate", "good.toml", "--out", "theory.json")
    assert Path("theory.json").read_bytes() == before


CODE = "__import__('pathlib').Path('touched').touch()"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", ['"fo_anil"', '"erf"'])
def test_strings_are_never_evaluated(folder, command, name):
    Path("evil.toml").write_text(GOOD.replace(name, f'"{CODE}"'))
    assert "a name in quotes" in refused(folder, command, "evil.toml", *COMMANDS[command])


@pytest.mark.parametrize(
    "place", ["K = 2", "eta_J = 4.0", "Q = 0.5", "alpha_end = 1.0", "runs = 3"]
)
def test_numbers_are_never_evaluated(folder, place):
    Path("evil.toml").write_text(GOOD.replace(place, f'{place.split(" = ")[0]} = "{CODE}"'))
    assert "accepted: " in refused(folder, "simulate", "evil.toml", "--out", "made.json")


@pytest.mark.parametrize(
    "model", ["nope", CODE, "../generated/latex/fo_anil", "fo_anil/../fo_anil", ""]
)
def test_equations_of_an_unknown_model(folder, model):
    message = refused(folder, "equations", model)
    assert "is not available" in message and "orderode models" in message


@pytest.mark.parametrize(
    "arguments",
    [["integrate", "good.toml"], ["rhs", "good.toml", "--backend", "fortran"], ["rhs"], ["nothing"]]
    + [
        ["drift", "good.toml", "--tasks", "1"],
        ["drift", "good.toml", "--seed", "-1"],
        ["draw", "--out", "x.png"],
    ],
)
def test_usage(folder, arguments):
    code, out, err = run(*arguments)
    assert code == 2 and out == "" and "Error: " in err and listing(folder) == ["good.toml"]


@pytest.mark.skipif(shutil.which("false") is None, reason="no command false")
@pytest.mark.parametrize("command", [x for x in COMMANDS if x not in ("simulate", "drift")])
def test_a_compiler_that_fails(folder, command, monkeypatch):
    monkeypatch.setenv("CC", "false")
    monkeypatch.setenv("ORDERODE_CACHE", str(folder / "cache"))
    (folder / "cache").mkdir()
    arguments = [command, "good.toml", *COMMANDS[command]]
    assert "false failed on fo_anil.c" in refused(folder, *arguments, "--backend", "c")
    if command == "rhs":
        code, out, _ = run(*arguments)  # that numpy is slower is said once in a process
        assert (code, json.loads(out)["provenance"]["backend"]) == (0, "numpy")


# -- as a process ----------------------------------------------------------------------------------


def process(folder, *arguments):
    command = [sys.executable, "-m", "orderode.cli", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "code, modules",
    [
        ("import orderode", "numpy scipy matplotlib"),
        ("from orderode.cli import main; main(['--help'], standalone_mode=False)", "numpy scipy"),
        (
            "from orderode.cli import main; main(['rhs', 'good.toml'], standalone_mode=False)",
            "scipy",
        ),
    ],
)
def test_a_start_loads_no_numbers(folder, code, modules):
    """What is not asked for is not imported: numpy alone takes longer than all the rest of it."""
    code += f"; import sys; sys.exit(bool({set(modules.split())} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=folder, check=False).returncode == 0


def test_public_names_are_there():
    """Each is found where it is said to be; functions stay functions beside packages of their
    name."""
    for name in orderode.__all__:
        assert getattr(orderode, name) is not None and name in dir(orderode)
    code = "import orderode.simulate, orderode.derive, orderode; assert callable(orderode.derive)"
    code += "; assert callable(orderode.simulate); from orderode import *; load_problem"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = orderode.nothing


def test_exit_status_of_the_process(folder):
    done = process(folder, "rhs", "good.toml")
    assert (done.returncode, done.stderr) == (0, "") and math.isfinite(
        json.loads(done.stdout)["eps_g"]
    )
    Path("bad.toml").write_text(GOOD.replace("K = 2", "K = 0"))
    done = process(folder, "rhs", "bad.toml")
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr == "orderode: bad.toml: K = 0; accepted: an integer >= 1 and <= 1000\n"


# -- what blows up ---------------------------------------------------------------------------------

BLOWS_UP = (
    GOOD.replace('"erf"', '"linear"')
    .replace("eta_J = 4.0", "eta_J = 40.0")
    .replace("eta_w = 3.0", "eta_w = 1.0")
    .replace("rtol = 1e-8\natol = 1e-12", "rtol = 1e-4\natol = 1e-8")
)
BLOWS_UP = BLOWS_UP.replace("alpha_end = 1.0\npoints = 6", "alpha_end = 2.5\npoints = 6")


@pytest.mark.slow
@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_a_theory_that_blows_up_says_where_it_was_good(folder, backend):
    """The last time with a state, that state, and why there is no more; nowhere a nan."""
    if backend == "c" and not has_compiler():
        pytest.skip("no C compiler found")
    Path("bad.toml").write_text(BLOWS_UP)
    code, out, err = run("integrate", "bad.toml", "--out", "bad.json", "--backend", backend)
    found = results.load("bad.json")
    last = int(np.flatnonzero(np.isfinite(found["eps_g"]))[-1])
    assert 0 < last < 5 and code == 1 and err == "" and "nan" not in out
    alpha, eps_g = found["alpha"][last], found["eps_g"][last]
    assert (
        out.startswith(f"{found['status']}: ")
        and f"last good alpha = {alpha:g}, eps_g = {eps_g:.6g}, where R" in out
    )
    assert f"{found['Q'][last, 0, 0]:.6g}" in out
    assert alpha <= found["stopped"] <= found["alpha"][last + 1]
    code, drawn, _ = run("draw", "bad.toml", "--out", "bad.png", "--backend", backend)
    assert code == 1 and drawn.split(": ", 1)[1].strip() == out.rsplit(", ", 1)[0]
    code, out, _ = run(
        "adapt", "bad.toml", "--out", "adapted", "--steps", "1", "--backend", backend
    )
    assert code == 1 and f"values at its last good alpha = {alpha:g}" in out
    assert results.load("adapted/adaptation.json")["fo_anil_alpha"] == alpha


def test_a_comparison_that_blows_up_says_where_it_was_good(folder):
    Path("bad.toml").write_text(BLOWS_UP)
    code, out, _ = run("compare", "bad.toml", "--out", "made")
    t = orderode.integrate(orderode.load_problem("bad.toml"))
    assert (
        code == 1
        and t.summary() in out
        and "last good alpha" in out
        and out.endswith("verdict      none\n")
    )
    assert "nan" not in out and "nothing to compare" in out
    code, out, _ = run("simulate", "bad.toml", "--out", "runs.json")
    assert (
        code == 1
        and "nan" not in out
        and "3 failed; eps_g = " in out
        and "first after alpha = " in out
    )


@pytest.mark.slow
def test_a_sweep_that_blows_up_says_where_it_was_good(folder):
    problem = BLOWS_UP[: BLOWS_UP.index("[simulation]")]
    top, tables = problem.split("[parameters]")
    tables = ("[parameters]" + tables).replace("[", "[problem.", 1).replace("\n[", "\n[problem.")
    axes = '[axes]\n"parameters.eta_J" = [0.1, 40.0]\n[outputs]\neps_g_at = [2.0]\n'
    Path("s.toml").write_text(f"[problem]\n{top}{tables}{axes}")
    for backend in ("auto", "c", "numpy") if has_compiler() else ("numpy",):
        code, out, _ = run("sweep", "s.toml", "--out", backend, "--backend", backend)
        found = results.load(f"{backend}/results.npz")
        assert code == 1 and found["status"][0] == "ok" and found["reached"][0] == 2.0
        assert 0 < found["reached"][1] < 2 and np.isnan(found["eps_g"][1, 0])
        assert out.splitlines()[1].startswith(f"{found['status'][1]}: ")
        assert f"the first at eta_J = 40 up to {found['reached'][1]:.6g}" in out


# -- equations at given values ---------------------------------------------------------------------


def test_equations_at_given_values(folder):
    """Of a model by name and of a model file; the body is the page without its preamble."""
    settings = [word for x in ("V=inf", "noise=0", "w0=0", "eta_0=0") for word in ("--set", x)]
    page = good("equations", "sgd", "--activation", "linear", *settings)
    assert (
        r"$V=\infty$" in page
        and r"\sigma=0" in page
        and r"\frac{dR_{kn}}{d\alpha} ={}& A_{kn}" in page
    )
    assert "dw^0" not in page and page.startswith("% SGD")
    body = good("equations", "sgd", "--activation", "linear", *settings, "--body")
    assert body.startswith("% \\usepackage") and "documentclass" not in body
    assert body.partition("\\section*")[2].rstrip() in page
    assert good("equations", "sgd_linear", *settings) == page  # which names the activation
    whole = good("equations", "sgd")
    assert good("equations", "sgd", "--body").partition("\\section*")[2].rstrip() in whole
    for words, said in (
        (
            ["sgd", "--set", "P=inf"],
            "the compact form of sgd is not available: P = inf: sgd has no P",
        ),
        (["sgd", "--set", "V=nan"], "--set V=nan: not NAME=VALUE, such as P=inf or noise=0.1"),
        (["fo_anil_relu", "--set", "P=5"], "P = 5: fo_anil_relu is derived at P = inf alone"),
        (["nothing", "--set", "V=1"], "nothing is not available: no such system was generated"),
        (["sgd", "--set", "V"], "--set V: not NAME=VALUE, such as P=inf or noise=0.1"),
        (["sgd", "--compact", "--derivation"], "--derivation with --set or --compact"),
        (["srf", "--set", "u=1"], "--set or --compact for srf is not available"),
    ):
        assert said in refused(folder, "equations", *words)


def test_the_equations_of_a_model_with_one_activation(folder):
    """They need no activation, and are those of sign units also at given values."""
    assert good("equations", "hebb") == good("equations", "hebb_sign")
    page = good("equations", "hebb", "--set", "V=inf")
    assert page == good("equations", "hebb_sign", "--set", "V=inf") and "sign" in page

"""The command line: what every command prints and writes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from command_line import good, has_compiler, listing, refused, run
from good_problem import GOOD, GOOD_PROBLEM

import orderode
from orderode.cli import main
from orderode.report import results
from orderode.theory.limits import require_theory


def test_as_a_module_of_python():
    said = [
        subprocess.run([*start, "integrate", "--help"], capture_output=True, text=True, check=True)
        for start in (
            [Path(sys.executable).with_name("orderode")],
            [sys.executable, "-m", "orderode"],
        )
    ]
    assert said[0].stdout == said[1].stdout and "Usage: orderode integrate" in said[0].stdout


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
        "report",
    }
    names |= {"sweep", "plot", "solve", "steady", "optimise", "sensitivity", "example", "schema"}
    assert set(main.list_commands(None)) == names


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
        (["sgd", "--K", "2"], "K without M: sums are written out at given M"),
        (["sgd", "--format", "text", "--body"], "--body with --format text is not available"),
        (["sgd", "--compact", "--derivation"], "--derivation with --set or --compact"),
        (["srf", "--set", "u=1"], "--set or --compact for srf is not available"),
    ):
        assert said in refused(folder, "equations", *words)


def test_the_equations_at_given_numbers_of_units():
    text = good(
        *("equations", "sgd_linear", "--set", "V=inf", "--set", "mean=0", "--set", "eta_0=0"),
        *("--K", "1", "--M", "2", "--format", "text"),
    )
    for line in ("dR_11/dα = A_12 - κ η_J R_11", "dR_12/dα = A_13 - κ η_J R_12", "Γ⁰_23 = U_12"):
        assert f"\n    {line}" in text
    assert "K = 1, M = 2 units" in text and good("equations", "srf", "--format", "text")


def test_the_equations_of_a_model_with_one_activation(folder):
    """They need no activation, and are those of sign units also at given values."""
    assert good("equations", "hebb") == good("equations", "hebb_sign")
    page = good("equations", "hebb", "--set", "V=inf")
    assert page == good("equations", "hebb_sign", "--set", "V=inf") and "sign" in page

"""Commands of a theory that blows up say where it was good."""

import re
import warnings
from pathlib import Path

import numpy as np
import pytest
from command_line import has_compiler, run
from good_problem import GOOD

import orderode
from orderode.report import results

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


def test_values_up_to_where_doubles_end_are_drawn(folder):
    """eps_g of a linear unit reaches 1e260 before Q leaves double precision; ticks of its axis, 80
    decades apart, would."""
    text = BLOWS_UP.replace("alpha_end = 2.5\npoints = 6", "alpha_end = 6.0\npoints = 400")
    Path("bad.toml").write_text(text.replace("eta_J = 40.0", "eta_J = 20.0"))
    code, out, err = run("draw", "bad.toml", "--out", "bad.png")
    assert code == 1 and err == "" and "non-finite" in out, out
    assert np.nanmax(orderode.integrate(orderode.load_problem("bad.toml")).eps_g) > 1e290


HUGE = """
model = "sgd"
activation = "linear"
K = 2
M = 1
parameters = { eta_J = 0.1, V = 1 }
overlaps = { T = [1e300], Q = [1e300, 1e300], R = [[1e299], [1e299]] }
run = { alpha_end = 1.0, points = 5 }
simulation = { N = 100, runs = 2 }
"""


@pytest.mark.parametrize("size", [1e300, 1e150])
def test_a_start_near_where_doubles_end(folder, size):
    """No traceback, no warning of a library, no number of hundreds of digits."""
    text = HUGE.replace("1e300", str(size)).replace("1e299", str(size / 10))
    Path("huge.toml").write_text(text)
    for words in (
        ["rhs", "huge.toml"],
        ["draw", "huge.toml", "--out", "huge.png"],
        ["compare", "huge.toml", "--out", "made"],
        ["steady", "huge.toml", "--starts", "2"],
        ["steady", "huge.toml", "--starts", "2", "--continue", "parameters.eta_J=1e300..1e305"],
    ):
        with warnings.catch_warnings(record=True) as said:
            code, out, err = run(*words)
        assert code in (0, 1, 2) and not said and "Warning" not in err, (words, err)
        assert not re.search(r"\d{20}", out.split('"provenance"')[0]), (words, out)


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

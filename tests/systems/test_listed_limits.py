"""Every row of ``orderode models``, each algorithm with each activation at each pair of limits
listed, as a user runs
it: a problem file through the commands, with every solver that there is.  What is listed as refused
is refused.

The solvers are compared with each other: slopes to rounding; eps_g at alpha = 0.5 to a hundred
times the tolerance of the integrators, which differ.
"""

import functools
import json
import shutil

import click.testing
import numpy as np
import pytest

import orderode
from orderode.certify.fluctuations import fluctuations
from orderode.cli import main
from orderode.models.catalogue import catalogue
from orderode.solvers import batch, build

FINITE = {"P": 5, "V": 7}
RTOL = 1e-8


def rows():
    """Entry, P and V ("" where the algorithm has none), whether it is refused."""
    for e in catalogue():
        listed = {name: [v for p, v in e.limits if p == name] or [""] for name in ("P", "V")}
        for P in listed["P"]:
            for V in listed["V"]:
                refused = "refused" in (e.limits.get(("P", P)), e.limits.get(("V", V)))
                yield pytest.param(e, P, V, refused, id=f"{e.name}-P-{P}-V-{V}")


ROWS = list(rows())


def problem(e, P, V, table=""):
    """The text of a problem file, its tables inside ``table`` (as sweeps have it)."""
    sizes = {"P": P, "V": V}
    given = {name: "inf" if v == "inf" else FINITE[name] for name, v in sizes.items() if v}
    rates = {"eta_J": 0.5, **({"eta_w": 0.4} if P else {}), **given}
    if "shares" in e.arrays:
        rates |= {"shares": 2, "variances": [1.2, 0.8]}
    if e.model == "pooled":  # which does not move without a head
        rates |= {"w0": [0.3, -0.2], "eta_0": 0.1}
    if e.model == "proximal":
        rates |= {"anchor": 0.2}
    if e.model == "giant_maml":
        rates |= {"gamma": 0.3, "ratio": 1.5, "u_first": [1.0], "u_second": [-0.4]}
    if e.model == "continual":
        rates |= {"u_first": [1.0], "u_second": [-0.4], "p_second": 0.3}
    lines = [
        *([f"[{table}]"] if table else []),
        f'model = "{e.model}"\nactivation = "{e.activation}"\nK = 2\nM = 1',
        f"[{table}{'.' * bool(table)}parameters]",
        *(f"{name} = {value}" for name, value in rates.items()),
        (
            f"[{table}{'.' * bool(table)}overlaps]\nT = [1.0]\nQ = [0.5, 0.7]\nR = {{ N = 50, seed"
            " = 1 }"
        ),
        f"[{table}{'.' * bool(table)}run]\nalpha_end = 0.5\npoints = 3\nrtol = {RTOL}",
    ]
    return "\n".join(lines) + "\n"


def command(*words):
    return click.testing.CliRunner().invoke(main, [str(w) for w in words])


@pytest.mark.parametrize(("e", "P", "V", "refused"), ROWS)
def test_commands(e, P, V, refused, tmp_path):
    file = tmp_path / "problem.toml"
    file.write_text(problem(e, P, V))
    slopes, errors = {}, {}
    for backend in ("numpy", *(["c"] if shutil.which("gcc") else [])):
        out = tmp_path / f"{backend}.json"
        shown = command("rhs", file, "--backend", backend)
        run = command("integrate", file, "--out", out, "--backend", backend)
        if refused:
            assert (
                shown.exit_code == run.exit_code == 2
                and "equations hold for" in shown.output + run.output
            )
            continue
        assert shown.exit_code == run.exit_code == 0, shown.output + run.output
        slopes[backend] = json.loads(shown.output)
        errors[backend] = json.loads(out.read_text())["eps_g"][-1]
    for name in ("dR", "dQ", "eps_g") if len(slopes) > 1 else ():
        a, b = (np.ravel(slopes[backend][name]).tolist() for backend in ("numpy", "c"))
        assert a == pytest.approx(b, rel=1e-10, abs=1e-12 * max(map(abs, b)))
    if len(errors) > 1:
        assert errors["numpy"] == pytest.approx(errors["c"], rel=100 * RTOL)


@pytest.fixture
def kernels(monkeypatch):
    """Vector kernels compiled without optimisation, into the cache of the runner."""
    monkeypatch.setattr(batch, "build", functools.partial(build.build, optimise="-O0"))
    monkeypatch.setattr(batch, "_library", functools.cache(batch._library.__wrapped__))


@pytest.mark.skipif(not shutil.which("gcc"), reason="gcc not found")
@pytest.mark.parametrize(("e", "P", "V", "refused"), ROWS)
def test_sweeps(e, P, V, refused, tmp_path, kernels):
    """With vector kernels where the row has some, and else with the words for why not."""
    file, alone = tmp_path / "sweep.toml", tmp_path / "problem.toml"
    varied = "noise" if "noise" in e.parameters else "decay"
    axes = f'\n[axes]\n"problem.parameters.{varied}" = [0.0, 0.1]\n[outputs]\neps_g_at = [0.5]\n'
    file.write_text(problem(e, P, V, "problem") + axes.replace("problem.", ""))
    alone.write_text(problem(e, P, V))
    done = command("sweep", file, "--out", tmp_path / "batch", "--backend", "batch", "--workers", 1)
    if refused:
        assert done.exit_code == 2 and "equations hold for" in done.output
        return
    few = (P, V) == ("integer", "integer") and e["rule"] and not e["needless"]
    if few or e.by_nodes or "shares" in e.arrays:
        words = "no batch kernels" if "shares" in e.arrays else "nodes of a rule"
        assert done.exit_code == 2 and words in done.output
        done = command("sweep", file, "--out", tmp_path / "c", "--backend", "c", "--workers", 1)
    assert done.exit_code == 0, done.output
    assert "2 points: 2 ok" in done.output
    out = tmp_path / "alone.json"
    assert command("integrate", alone, "--out", out).exit_code == 0
    folder = tmp_path / ("c" if (tmp_path / "c").is_dir() else "batch")
    found = np.load(folder / "results.npz")["eps_g"].ravel()[0]
    assert found == pytest.approx(json.loads(out.read_text())["eps_g"][-1], rel=100 * RTOL)


@pytest.mark.parametrize("activation", ["erf", "linear"])
def test_the_covariance_of_a_step_without_a_rule(activation, tmp_path):
    """No sum over nodes in the equations: none is asked for at finite P and V."""
    file = tmp_path / "problem.toml"
    (e,) = (e for e in catalogue() if (e.model, e.activation) == ("pooled", activation))
    file.write_text(problem(e, "integer", "integer"))
    found = fluctuations(orderode.load_problem(file), 100, "numpy")
    assert found.status == "ok" and (found.sd_R[-1] > 0).all()

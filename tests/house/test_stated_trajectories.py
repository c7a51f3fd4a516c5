"""What pages say of trajectories, integrated anew: errors, times, rates, as many digits as are said."""

import math
import tomllib

import numpy as np
import pytest
from pages import ROOT, number, precision, said, tables

import orderode
from orderode.sweep.reading import read_sweep
from orderode.theory.integrate import observables


def experiment(name, **changes):
    return orderode.load_problem(ROOT / "experiments" / f"{name}.toml").with_changes(**changes)


def problem_of(sweep, **changes):
    """The problem that stands in the file of a sweep."""
    content = tomllib.loads((ROOT / "experiments" / f"{sweep}.toml").read_text(encoding="utf-8"))
    return orderode.load_problem(content["problem"]).with_changes(**changes)


def is_said(found, stated, more=0.0):
    """Within the digits that are said, and ``more``."""
    assert found == pytest.approx(number(stated), abs=precision(stated) + more)


def falls_below(problem, level):
    """When eps_g falls below a level, straight in its logarithm between two times."""
    t = orderode.integrate(problem)
    k = int(np.argmax(t.eps_g < level))
    before, after = np.log(t.eps_g[k - 1 : k + 1])
    share = (math.log(level) - before) / (after - before)
    return t.alpha[k - 1] + share * (t.alpha[k] - t.alpha[k - 1])


# -- experiments.md, embedding.md ------------------------------------------------------------------


def test_the_symmetric_plateau():
    """(K/pi)(pi/6 - K arcsin(1/2K)) at K = 2, and the plateau of the file; it settles like 1/alpha."""
    small, eta_J, large = said(
        "experiments.md",
        r"is \(K/π\)\(π/6 − K arcsin\(1/2K\)\), ([\d.]+) at K = 2; at η_J = ([\d.]+) it is ([\d.]+):",
    )
    is_said(2 / math.pi * (math.pi / 6 - 2 * math.asin(1 / 4)), small)
    problem = experiment("saad_solla_K2")
    assert problem.parameters.eta_J == number(eta_J)
    found = orderode.integrate(problem, alphas=[600.0, 700.0]).eps_g
    is_said(found[0], large)
    is_said(found[1], large)


def test_the_error_that_all_languages_give():
    """The first example of embedding.md and the problem of fig2.toml, at rtol 1e-11."""
    rtol, stated = said(
        "embedding.md",
        r"in the same programs at rtol (10⁻\S+): ε_g\(20\) to ten digits is (0\.\d+) in each",
    )
    run = {"rtol": number(rtol), "atol": 1e-14}
    found = orderode.integrate(experiment("fig2", run=run), alphas=[20.0]).eps_g[-1]
    is_said(found, stated)
    rows = tables("embedding.md", "| solver | ε_g(20) | seconds of a processor |")[0]
    assert all(abs(number(row[1]) - found) < 2e-12 for row in rows)


def test_the_lines_of_the_examples():
    """How long each program of embedding.md is, and the error that it prints."""
    files = {
        "C": "c/embed.c",
        "C++": "cpp/embed.cpp",
        "Fortran": "fortran/embed.f90",
        "Rust": "rust/embed.rs",
        "Octave": "octave/embed.m",
        "JavaScript": "js/embed.mjs",
        "numba": "numba/embed.py",
        "C through CMake, installed first": "cmake/CMakeLists.txt",
        "JAX with diffrax, gradients at three rates": "jax/gradient.py",
    }
    first, *_ = rows = tables(
        "embedding.md", "| example | its lines | seconds to build and run | ε_g(20) |"
    )[0]
    for row in rows:
        if row[0] in files:
            lines = (ROOT / "examples" / files[row[0]]).read_text(encoding="utf-8").count("\n")
            assert row[1].split(",")[0] == str(lines), row[0]
        if row[-1][:1].isdigit():
            assert number(row[-1]) == pytest.approx(number(first[-1]), rel=1e-13), row[0]


# -- atlas.md --------------------------------------------------------------------------------------


def test_dispersed_eigenvalues():
    left = said(
        "atlas.md",
        r"it is left at α = (\d+) for p = 0, at (\d+) for p = 1 and at (\d+) for p = 2\.",
    )
    learnt = said("atlas.md", r"ε_g = 10⁻³ is reached at (\d+), (\d+) and (\d+)\.")
    sweep = read_sweep(ROOT / "experiments" / "structured_sgd_power.toml")
    for n, power in enumerate((0.0, 1.0, 2.0)):
        problem = experiment(
            "structured_sgd",
            parameters={"shares": 8, "variances": {"power": power}},
            overlaps={"R": [[1e-3, 0.0], [0.0, 1e-3]]},
            run={"alpha_end": 400.0, "points": 801},
        )
        is_said(falls_below(problem, sweep.outputs.crossings[0]), left[n])
        is_said(falls_below(problem, sweep.outputs.crossings[-1]), learnt[n])


def test_the_order_of_a_curriculum():
    """Easy before hard inputs, hard alone, hard before easy; short and long."""
    found = said(
        "atlas.md",
        r"end at ε_g = ([\d.]+) after α = (\d), hard ones alone at ([\d.]+), hard before easy at ([\d.]+)\. After α ="
        r" (\d+) the order is the other way round: ([\d.]+), ([\d.]+), ([\d.]+)\.",
    )
    for end, errors in ((found[1], (found[0], *found[2:4])), (found[4], found[5:])):
        for stated, (first, second) in zip(errors, ((0, 1), (1, 1), (1, 0)), strict=True):
            changed = experiment(
                "curriculum",
                parameters={"variances": [1.0, first]},
                schedule={"alphas": [float(end) / 2], "variances": [[1.0, second]]},
                run={"alpha_end": float(end)},
            )
            is_said(orderode.integrate(changed).eps_g[-1], stated)


def test_forgetting():
    """The error of the first task after the second, at three overlaps of their teachers, and before."""
    orthogonal, middle, at, alike, near, before = said(
        "atlas.md",
        r"the error of the first task is ([\d.]+) for orthogonal teachers,.*?, ([\d.]+) at an overlap of ([\d.]+), where"
        r" units are shared and changed, and ([\d.]+) at ([\d.]+); ([\d.]+) before",
    )
    for overlap, stated in (("0.0", orthogonal), (at, middle), (near, alike)):
        problem = experiment("continual", overlaps={"T": {"norm": 1.0, "overlap": float(overlap)}})
        found = orderode.integrate(problem, alphas=[60.0, 120.0])
        errors = observables(problem, found.alpha, found.states)["eps_first"]
        is_said(errors[0], before)
        is_said(errors[1], stated)


def test_a_decade_of_a_smaller_start():
    """Phase retrieval at V = 1, between the largest N of the sweep; at V = inf (ln 10)/(8 eta_J T)."""
    stated, limit = said(
        "atlas.md",
        r"V = 1 makes ([\d.]+) of the \(ln 10\)/\(8 η_J T\) = ([\d.]+) that a decade takes",
    )
    times = []
    for N in (10**6, 10**7):
        problem = problem_of("phase_retrieval_escape", overlaps={"R": {"N": N, "seed": 1}})
        times.append(falls_below(problem, 0.1))
    is_said(math.log(10) / (8 * problem.parameters.eta_J), limit)
    is_said(times[1] - times[0], stated)


def test_the_best_probabilities_of_dropout():
    """Half of a digit beside them the error is larger, or the same to the digits said."""
    found = said(
        "atlas.md",
        r"and its error: ([\d.]+) and ([\d.]+) at noise ([\d.]+), ([\d.]+) and ([\d.]+) at ([\d.]+)\.",
    )
    for keep, stated, noise in (found[:3], found[3:]):

        def end(value, noise=float(noise)):
            changed = {"noise": noise, "keep": value}
            return orderode.integrate(experiment("optimise_dropout", parameters=changed)).eps_g[-1]

        is_said(end(float(keep)), stated)
        assert min(end(float(keep) - 0.01), end(float(keep) + 0.01)) > end(float(keep))


# -- sweeps.md, steady.md, sensitivity.md ----------------------------------------------------------


def size(name):
    return math.prod(
        len(axis.values) for axis in read_sweep(ROOT / "experiments" / f"{name}.toml").axes
    )


def test_sizes_of_the_sweeps():
    (many,) = said("sweeps.md", r"`experiments/fig5.toml` is (\d+) trajectories")
    (first, last, side) = said("sweeps.md", r"for K = (\d) to (\d), (\d+) × 60 points each")
    assert int(many) == size("fig5") == size("fig5_V100")
    assert int(many) == (int(last) - int(first) + 1) * int(side) * 60
    (shots,) = said("sweeps.md", r"at V = ∞ and η_J = 3, (\d+) trajectories by the exact law")
    assert int(shots) == size("shots")


@pytest.mark.slow
def test_how_many_shots():
    """The best rate at P = 1, 10, 100, 1000: no other of the grid's next to it is better."""
    *rates, from_hundred, e1, e10, e100, e1000 = said(
        "sweeps.md",
        r"η_w = ([\d.]+) at P = 1, ([\d.]+) at 10, and ([\d.]+) from a hundred on; ε_g at the best rate falls from"
        r" ([\d.]+) to ([\d.]+), ([\d.]+) and, at P = 1000, ([\d.]+)\.",
    )
    best = [*rates, from_hundred, from_hundred]
    for P, rate, stated in zip((1, 10, 100, 1000), best, (e1, e10, e100, e1000), strict=True):
        errors = []
        for step in (-0.1, 0.0, 0.1):
            changed = {"P": P, "eta_w": float(rate) + step}
            errors.append(orderode.integrate(problem_of("shots", parameters=changed)).eps_g[-1])
        is_said(errors[1], stated)
        assert errors[1] == min(errors), (P, errors)


def test_what_ends_the_yellow_region():
    """eps_g = 0.01 of the specialised state, of trajectories to alpha = 450: straight between two."""
    low, high, *rest = said(
        "steady.md",
        r"for η_w = ([\d.]+) and ([\d.]+)\. Trajectories that begin near 0 end at ε_g = ([\d.]+), ([\d.]+), ([\d.]+) and"
        r" ([\d.]+) for η_w = ([\d.]+), ([\d.]+), ([\d.]+) and ([\d.]+)\.",
    )
    ends = []
    for stated, rate in zip(rest[:4], rest[4:], strict=True):
        changed = {"eta_w": float(rate)}
        ends.append(orderode.integrate(experiment("steady_K3", parameters=changed)).eps_g[-1])
        is_said(ends[-1], stated)
    rates = [float(x) for x in rest[4:]]
    for n, stated in ((0, low), (2, high)):
        share = (0.01 - ends[n]) / (ends[n + 1] - ends[n])
        is_said(rates[n] + share * (rates[n + 1] - rates[n]), stated, 1e-4)


@pytest.mark.slow
def test_growth_along_the_plateau():
    """sensitivity.md: of saad_solla.toml, and along the plateau of K = 2, where rounding grows as much
    as changes do, so that its figures hold to some per cent."""
    factor, end = said(
        "sensitivity.md", r"`saad_solla.toml`, N = 1000, (\d+)-fold from α = 0 to (\d+)\."
    )
    growth = orderode.sensitivities(experiment("saad_solla")).growth
    assert growth.start == 0
    is_said(growth.factor, factor)
    is_said(growth.end, end)
    share, factor, end, last = said(
        "sensitivity.md",
        r"one per cent of η_J is (\d+) % of ε_g at α = 1200.*?, (\S+)-fold up to α = (\d+)\. Rounding grows as"
        r" much: ε_g\(1200\) is (\S+) in C",
    )
    found = orderode.sensitivities(experiment("saad_solla_K2"))
    log_slope = (
        found.eps_g_by_parameter[-1][found.parameters.index("eta_J")]
        * 0.5
        / found.trajectory.eps_g[-1]
    )
    assert abs(log_slope) == pytest.approx(number(share), rel=0.03)
    assert found.growth.factor == pytest.approx(number(factor), rel=0.1)
    assert found.growth.end == pytest.approx(number(end), abs=4)
    assert found.trajectory.eps_g[-1] == pytest.approx(number(last), rel=0.05)

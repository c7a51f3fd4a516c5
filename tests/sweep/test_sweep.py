"""Sweeps: what a file may say, which problem a point is, what is kept of each trajectory, and how
it is drawn."""

import math
import tempfile
from pathlib import Path

import numpy as np
import pytest

import orderode.sweep
from orderode import solvers
from orderode.errors import BackendError, NotAvailable, OrderodeError
from orderode.sweep import steppers
from orderode.sweep.compute import largest, problem_at, systems
from orderode.sweep.definition import Sweep
from orderode.sweep.drivers import compute_chunk
from orderode.theory.integrate import solver_parameters, start_state

PROBLEM = """
[problem]
model = "fo_anil"
activation = "erf"
K = 3
M = 3
[problem.parameters]
eta_J = 3.0
eta_w = 3.0
P = inf
V = inf
[problem.overlaps]
T = [1.0, 2.0, 3.0]
Q = 0.5
R = { scale = 1e-12, seed = 0 }
[problem.run]
alpha_end = 450.0
points = 901
rtol = 1e-7
atol = 1e-16
"""


def sweep(axes, outputs, problem=PROBLEM, head=""):
    """A sweep read from a file of these parts."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "s.toml")
        file.write_text(f"{head}\n{problem}\n[axes]\n{axes}\n[outputs]\n{outputs}\n")
        return orderode.sweep.read_sweep(file)


def run(asked, **options):
    with tempfile.TemporaryDirectory() as folder:
        return orderode.sweep.run(asked, folder, **options)


KERNELS = ["c", "numpy", "batch"]


# -- files -----------------------------------------------------------------------------------------

LEVEL = "crossings = [0.01]"


def test_axes_of_every_kind():
    text = """
    K = [5, 3]
    parameters.eta_w = { first = 1, last = 2, points = 5 }
    "parameters.eta_J" = { first = 0.01, last = 100.0, points = 5, scale = "log" }
    overlaps.R.seed = { first = 0, last = 8, points = 3 }
    activation = ["erf", "linear"]
    "parameters.V" = [20, inf]
    """
    found = sweep(text, LEVEL)
    assert found.labels == ("K", "eta_w", "eta_J", "seed", "activation", "V")
    values = [axis.values for axis in found.axes]
    assert values[:2] == [(5, 3), (1.0, 1.25, 1.5, 1.75, 2.0)]
    assert values[2] == pytest.approx((0.01, 0.1, 1.0, 10.0, 100.0), rel=1e-14)
    assert values[3:] == [(0, 4, 8), ("erf", "linear"), (20, math.inf)]
    assert all(isinstance(x, int) for x in values[3]), "seeds are integers"
    assert found.points == math.prod(found.shape) == 2 * 5 * 5 * 3 * 2 * 2
    assert found.values(found.points - 1) == (
        3,
        2.0,
        values[2][-1],
        8,
        "linear",
        math.inf,
    ), "the last axis fastest"
    assert found.values(1) == (5, 1.0, values[2][0], 0, "erf", math.inf)
    assert systems(found) == ["fo_anil", "fo_anil_linear"] and largest(found) == (5, 3)


@pytest.mark.parametrize("file", [{}, None, 5, ["sweep.toml"]])
def test_what_is_no_path_is_refused_by_name(file):
    with pytest.raises(orderode.ProblemError, match=r"^file = .*; accepted: a path"):
        orderode.sweep.read_sweep(file)
    with pytest.raises(orderode.ProblemError, match=r"^folder = .*; accepted: a path"):
        orderode.sweep.load(file)


def test_of_a_rate_the_ends_are_checked(monkeypatch):
    """What lies between is admissible with them, of all other axes each value is asked for."""
    seen = []
    problem_with = Sweep.problem_with
    monkeypatch.setattr(
        Sweep, "problem_with", lambda self, c: seen.append(c) or problem_with(self, c)
    )
    rates = "parameters.eta_w = { first = 2.0, last = 0.1, points = 1000 }"
    sweep(f"{rates}\nparameters.V = [1, 5, 20]", LEVEL)
    asked = [(c["parameters.eta_w"], c["parameters.V"]) for c in seen]
    assert sorted(asked) == [(0.1, 1), (2.0, 1), (2.0, 1), (2.0, 5), (2.0, 20)]
    for values in ("[1.0, -0.5, 2.0]", "[1.0, inf, 2.0]"):
        with pytest.raises(orderode.ProblemError, match=r"parameters.eta_w = (-0.5|inf)"):
            sweep(f"parameters.eta_w = {values}", LEVEL)
    seen.clear()
    sweep('parameters.eta_w = [1.0, 2.0, 3.0]\nmodel = ["fo_anil", "anil"]', LEVEL)
    assert len(seen) == 5


def test_names_that_end_alike_are_kept_apart():
    assert sweep("overlaps.R.seed = [0, 1]\nK = [3]", LEVEL).labels == ("seed", "K")
    twice = sweep('"overlaps.R.scale" = [1e-3]\n"parameters.P" = [inf]', LEVEL)
    assert twice.labels == ("scale", "P")


@pytest.mark.parametrize(
    ("axes", "outputs", "message"),
    [
        ("parameters.eta_w = 3.0", LEVEL, r"axes.parameters.eta_w = 3.0; accepted: a list of numbers"),
        ("K = []", LEVEL, r"axes.K = \[\]; accepted: a list"),
        ("K = [3, 3]", LEVEL, r"axes.K = \[3, 3\]; accepted: different values"),
        ('K = [3, "four"]', LEVEL, r"axes.K = .*numbers and names together"),
        ("K = [3, nan]", LEVEL, r"axes.K = \[3, nan\]"),
        ("parameters.eta_w = { first = 1.0, points = 3 }", LEVEL, r"axes.parameters.eta_w.last is missing"),
        ("parameters.eta_w = { first = 1.0, last = 1.0, points = 3 }", LEVEL, "a number other than first"),
        ("parameters.eta_w = { first = 0.0, last = 1.0, points = 3, scale = 'log' }", LEVEL, r'accepted: "linear"'),
        ("parameters.eta_w = { first = 0.0, last = 1.0, step = 0.1 }", LEVEL, "step.*unknown key"),
        ("parameters.eta_W = [1.0]", LEVEL, "parameters.eta_W = 1.0: unknown key, did you mean eta_w?"),
        ("parameters.eta_w = [1.0, -1.0]", LEVEL, "parameters.eta_w = -1.0; accepted: a finite number >= 0"),
        ("K = [3, 4.5]", LEVEL, "K = 4.5; accepted: an integer"),
        ("K.seed = [1]", LEVEL, "axes.K.seed = 1; accepted: keys of the problem file; K is no table there"),
        ("K = [3]\n'parameters.eta_w' = [1]\nparameters.eta_w = [2]", LEVEL, "every key once"),
        ("K = [3]", "", "outputs is missing; accepted: at least one of eps_g_at"),
        ("K = [3]", "eps_g_at = [451.0]", "alphas <= run.alpha_end = 450"),
        ("K = [3]", "eps_g_at = [2.0, 1.0]", "a list of increasing alphas"),
        ("K = [3]", "crossings = [0.0]", "a list of different levels"),
        ("K = [3]", "crossing = [0.1]", "unknown key, did you mean crossings?"),
        ('K = { first = 1, last = 1000, points = 1000 }\n"parameters.eta_J" = { first = 1, last = 2, points = 99999 }\n'
         '"parameters.eta_w" = [1, 2]', LEVEL,
         r"axes = \[1000, 99999, 2\]; accepted: axes with at most 100000000 points"),
    ],
)  # fmt: skip
def test_what_is_refused(axes, outputs, message):
    with pytest.raises(OrderodeError, match=message) as caught:
        sweep(axes, outputs)
    assert str(caught.value).startswith("s.toml: ")


def test_a_theory_that_does_not_exist_is_refused_before_anything_is_computed():
    with pytest.raises(NotAvailable, match="theory of fo_anil_relu at P = 20"):
        sweep('activation = ["erf", "relu"]', LEVEL, PROBLEM.replace("P = inf", "P = 20"))


def test_the_problem_in_a_file_of_its_own(tmp_path):
    (tmp_path / "base.toml").write_text(PROBLEM.replace("[problem]", "").replace("problem.", ""))
    (tmp_path / "s.toml").write_text(
        f'problem = "base.toml"\n[axes]\nK = [3]\n[outputs]\n{LEVEL}\n'
    )
    found = orderode.sweep.read_sweep(tmp_path / "s.toml")
    assert found.digest == sweep("K = [3]", LEVEL).digest
    assert sweep("K = [4]", LEVEL).digest != found.digest


def test_points_are_the_problems_a_file_would_say():
    found = sweep(
        "K = [2, 4]\nparameters.eta_w = [0.5, 2]\nparameters.P = [inf]\nparameters.V = [5, inf]\n"
        "parameters.noise = [0, 0.1]\nparameters.inner_steps = [1, 3]\noverlaps.R.seed = [0, 1]",
        LEVEL,
    )
    assert found.points == 64
    for point in (0, 21, 42, 63):
        changes = {
            axis.name: value for axis, value in zip(found.axes, found.values(point), strict=True)
        }
        fast, read = problem_at(found, point), found.problem_with(changes)
        for ours, theirs in zip(start_state(fast), start_state(read), strict=True):
            assert np.array_equal(ours, theirs)
        solver = solvers.load("fo_anil", "numpy")
        ours, theirs = solver_parameters(fast, solver), solver_parameters(read, solver)
        assert ours.keys() == theirs.keys()
        for name, value in theirs.items():
            assert np.array_equal(ours[name], value), name
            assert value is None or type(ours[name]) is type(value), name


# -- what is kept ----------------------------------------------------------------------------------


def test_eps_g_and_final_states_are_those_of_integrate():
    asked = sweep("K = [2, 4]\nparameters.eta_w = [1.0, 3.0]", "eps_g_at = [0.0, 7.3, 30.0]\nfinal_state = true",
                  PROBLEM.replace("450.0", "40.0").replace("1e-12", "1e-3"))  # fmt: skip
    found = run(asked)
    assert found.counts() == {"ok": 4}
    for i, K in enumerate([2, 4]):
        for j, eta_w in enumerate([1.0, 3.0]):
            problem = asked.problem_with({"K": K, "parameters.eta_w": eta_w})
            theory = orderode.integrate(problem, alphas=np.array([0.0, 7.3, 30.0, 40.0]))
            assert found["eps_g"][i, j] == pytest.approx(theory.eps_g[:3], rel=1e-6)
            assert found["final_R"][i, j, :K] == pytest.approx(theory.R[-1], abs=1e-6)
            assert found["final_Q"][i, j, :K, :K] == pytest.approx(theory.Q[-1], abs=1e-6)
            assert (
                np.isnan(found["final_R"][i, j, K:]).all()
                and np.isnan(found["final_Q"][i, j, K:]).all()
            )


@pytest.mark.slow
@pytest.mark.parametrize("kernels", KERNELS)
def test_crossings_are_roots_of_the_trajectory(kernels):
    """Integrated to the alpha found at a tighter tolerance, eps_g is the level, and was not
    before."""
    problem = PROBLEM.replace("450.0", "30.0").replace("901", "61").replace("1e-12", "1e-3")
    asked = sweep("K = [3, 4]\nparameters.eta_J = [5.0]", "crossings = [0.1, 0.01, 0.001]", problem)
    found = run(asked, kernels=kernels)
    assert found.counts() == {"unreached": 2}
    assert np.isinf(found["crossing"][..., 2]).all()
    for place in np.ndindex(2, 1):
        K, eta_J = found.axes["K"][place[0]], found.axes["eta_J"][place[1]]
        point = asked.problem_with({"K": int(K), "parameters.eta_J": float(eta_J)})
        point = point.with_changes(run={"rtol": 1e-10})
        for level, alpha in zip(found.level[:2], found["crossing"][place][:2], strict=True):
            times = np.linspace(0, alpha, 100)
            eps_g = orderode.integrate(point, alphas=times).eps_g
            slope = (eps_g[-1] - eps_g[-2]) / times[1]  # far larger than its own error
            assert abs(eps_g[-1] - level) < 1e-6 * alpha * abs(slope), "beyond 1e-6 of alpha"
            assert (eps_g[:-1] > level).all()


def test_the_first_of_several_crossings():
    """With few query samples and a large rate eps_g falls below the level and rises above it
    again."""
    problem = PROBLEM.replace("V = inf", "V = 20").replace("450.0", "10.0").replace("1e-12", "0.05")
    # with the final state asked for, the trajectory is followed in one leg
    asked = sweep(
        "parameters.eta_J = [20.0]", "crossings = [0.6, 1.0]\nfinal_state = true", problem
    )
    times = np.linspace(0, 10, 4001)
    eps_g = orderode.integrate(asked.problem_with({"parameters.eta_J": 20.0}), alphas=times).eps_g
    down, up = np.flatnonzero(np.diff(eps_g > 0.6))[:2]
    later = np.flatnonzero(np.diff(eps_g > 1.0))[0]
    assert down < up < later
    first, second = run(asked)["crossing"][0]
    assert times[down] <= first <= times[down + 1] and times[later] <= second <= times[later + 1]


def test_failed_and_unreached_points_are_told_apart():
    """With linear units and large steps Q grows until it overflows: what was crossed before stays,
    the rest is NaN."""
    problem = (
        PROBLEM.replace("V = inf", "V = 20").replace('"erf"', '"linear"').replace("450.0", "60.0")
    )
    problem = problem.replace("1e-12", "0.1").replace("eta_w = 3.0", "eta_w = 1.0")
    asked = sweep(
        "parameters.eta_J = [1.0, 6.0]", "crossings = [2e-9, 10.0]\neps_g_at = [0.0, 50.0]", problem
    )
    found = run(asked)
    assert found["status"].tolist() == ["unreached", "non-finite"]
    assert np.isfinite(found["crossing"][0, 0]) and np.isinf(found["crossing"][0, 1])
    assert np.isnan(found["crossing"][1, 0]) and 0 < found["crossing"][1, 1] < 60
    assert np.isfinite(found["eps_g"][:, 0]).all() and np.isnan(found["eps_g"][1, 1])


def test_followed_no_further_than_needed():
    """A trajectory whose levels are crossed is left, unless its final state is asked for."""
    problem = PROBLEM.replace("1e-12", "1e-3")
    short = run(sweep("K = [3]", "crossings = [0.01]", problem))
    long = run(sweep("K = [3]", "crossings = [0.01]\nfinal_state = true", problem))
    assert short["crossing"] == pytest.approx(long["crossing"], rel=1e-6)
    assert short["evaluations"] < 0.5 * long["evaluations"]


@pytest.mark.parametrize("kernels", [KERNELS[0], KERNELS[2]])
def test_the_published_plane(kernels):
    """K = M = 3 at P = V = inf: alpha* = h(eta_w)/eta_J, the value at eta_w = eta_J = 3, none
    beyond 3.23."""
    axes = "parameters.eta_w = [2.0, 3.0, 3.22, 3.24]\nparameters.eta_J = [3.0, 9.0]"
    found = run(
        sweep(axes, LEVEL, PROBLEM.replace("901", "451").replace("450.0", "225.0")), kernels=kernels
    )
    alpha = found["crossing"][..., 0]
    assert alpha[1, 0] == pytest.approx(29.864499, rel=1e-6)
    assert alpha[:3, 0] * 3 == pytest.approx(alpha[:3, 1] * 9, rel=1e-6)
    assert np.isinf(alpha[3]).all() and found["status"][3].tolist() == ["unreached"] * 2


def test_finite_query_sets_break_the_scaling():
    """At V = 100 alpha* eta_J grows with eta_J: by percents, where rounding and tolerance allow
    1e-6."""
    problem = PROBLEM.replace("V = inf", "V = 100").replace("901", "451").replace("450.0", "225.0")
    found = run(sweep("parameters.eta_J = [3.0, 9.0]", LEVEL, problem))
    h = found["crossing"][:, 0] * found.axes["eta_J"]
    assert 0.005 < h[1] / h[0] - 1 < 0.1
    assert h[0] > 1.001 * 3 * 29.864499


#: eps_g falls, rises, and falls below its first minimum again: K, M, eta_J, eta_w, V, Q, scale and
#: seed of R.
DIPS = [
    (3, 2, 24.22, 2.47, 9, 0.85, 0.05, 24),
    (3, 3, 6.56, 2.73, 4, 2.39, 0.001, 92),
    (3, 3, 18.52, 1.89, 6, 1.55, 0.001, 140),
    (3, 3, 18.24, 2.08, 16, 2.42, 0.05, 173),
    (2, 2, 20.97, 2.09, 6, 2.85, 0.05, 217),
    (2, 2, 10.94, 2.87, 14, 0.14, 0.001, 268),
    (2, 2, 13.16, 1.93, 3, 0.86, 0.001, 315),
    (2, 2, 21.18, 2.03, 9, 1.7, 0.001, 374),
]


@pytest.mark.parametrize("dip", DIPS)
def test_the_first_crossing_is_that_of_a_dip_within_a_step(dip):
    """Levels just above a minimum are crossed there and back in less than a step of the vector
    kernels, and again much
    later: all kernels find the first crossing, the one that a fine grid shows."""
    K, M, eta_J, eta_w, V, Q, scale, seed = dip
    changes = {
        "450.0": "10.0",
        "901": "1001",
        "1e-7": "1e-5",
        "1e-16": "1e-9",
        "V = inf": f"V = {V}",
        "Q = 0.5": f"Q = {Q}",
    }
    changes |= {
        "K = 3": f"K = {K}",
        "M = 3": f"M = {M}",
        "eta_J = 3.0": f"eta_J = {eta_J}",
        "1e-12": f"{scale}",
    }
    changes |= {"seed = 0": f"seed = {seed}", "[1.0, 2.0, 3.0]": str([1.0, 2.0, 3.0][:M])}
    problem = PROBLEM
    for old, new in changes.items():
        problem = problem.replace(old, new)
    axis = f"parameters.eta_w = [{eta_w}]"
    point = problem_at(sweep(axis, LEVEL, problem), 0)
    eps_g = orderode.integrate(point.with_changes(run={"rtol": 1e-10})).eps_g
    lowest = next(
        i
        for i in range(1, 1000)
        if eps_g[i] < min(eps_g[i - 1], eps_g[i + 1]) and eps_g[i:].min() < eps_g[i]
    )
    levels = eps_g[lowest] + (eps_g[lowest:].max() - eps_g[lowest]) * np.array([0.003, 0.03, 0.3])
    asked = sweep(axis, f"crossings = {levels.tolist()}\nfinal_state = true", problem)
    first = [
        float(point.run.alphas()[np.flatnonzero(np.diff(eps_g > level))[0]]) for level in levels
    ]
    for kernels in KERNELS if dip is DIPS[0] else KERNELS[::2]:  # numpy takes seconds
        found = run(asked, kernels=kernels)["crossing"][0]
        assert found == pytest.approx(first, abs=0.0201), kernels


def test_chunks_depend_on_the_sweep_alone():
    asked = sweep("parameters.eta_J = [1.0, 2.0, 3.0]", "eps_g_at = [5.0]", head="chunk = 2")
    chosen = {"fo_anil": "c"}
    first, second = (compute_chunk(asked.content, chunk, chosen) for chunk in (0, 1))
    assert first["point"].tolist() == [0, 1] and second["point"].tolist() == [2]
    whole = compute_chunk(
        sweep("parameters.eta_J = [1.0, 2.0, 3.0]", "eps_g_at = [5.0]").content, 0, chosen
    )
    assert np.array_equal(whole["eps_g"], np.concatenate([first["eps_g"], second["eps_g"]]))


@pytest.mark.parametrize(
    ("eta_J", "eta_w", "chunk"), [(2, 2, 64), (50, 40, 64), (210, 120, 256), (600, 600, 352)]
)
def test_chunks_fill_the_lanes_and_are_not_too_many(eta_J, eta_w, chunk):
    counts = {"eta_J": eta_J, "eta_w": eta_w}.items()
    lines = (
        f"parameters.{name} = {{ first = 1.0, last = 2.0, points = {n} }}" for name, n in counts
    )
    assert sweep("\n".join(lines), "eps_g_at = [5.0]").chunk == chunk


def test_kernels_that_are_not_there_are_named():
    with pytest.raises(BackendError, match="no other512 kernels for fo_anil"):
        steppers.stepper("fo_anil", "batch other512")

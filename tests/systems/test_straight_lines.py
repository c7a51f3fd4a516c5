"""Rates that go on straight lines: all integrators against SciPy's with the rates as functions of
alpha, derivatives against differences, and simulations whose step t has the rates at t/N."""

import ctypes

import numpy as np
import pytest
from any_problem import SIXTH, TIGHT, ended, inf, problem
from click.testing import CliRunner
from good_problem import GOOD_PROBLEM
from scipy.integrate import solve_ivp

import orderode
from orderode import solvers
from orderode.certify.compare import _judged
from orderode.certify.simulation import setting_of
from orderode.cli import main
from orderode.errors import NotAvailable
from orderode.problems.written import as_toml
from orderode.simulate import Ramp, make_algorithm
from orderode.simulate import simulate as simulate_setting
from orderode.simulate.compiled import RampedKernel, StepKernel
from orderode.solvers import batch
from orderode.solvers.layout import layout
from orderode.sweep.definition import Outputs
from orderode.sweep.follow import follow
from orderode.sweep.steppers import stepper
from orderode.theory.given import solver_parameters, start_state
from orderode.theory.integrate import followed

#: From the value in [parameters] to one at 0.4 and another at 0.9, then constant.
KNOTS = [0.4, 0.9]
LINES = {
    "sgd": ({"V": 5}, {"eta_J": [0.9, 0.1], "noise": [0.0, 0.3], "decay": [0.2, 0.0]}),
    "fo_anil": ({"P": inf}, {"eta_J": [0.9, 0.1], "eta_w": [0.6, 0.2], "eta_0": [0.5, 0.0]}),
    "dropout": ({}, {"keep": [0.3, 1.0], "eta_J": [0.6, 0.6]}),
    "curriculum": ({}, {"variances": [[0.5, 1.5], [1.0, 0.0]], "eta_J": [0.2, 0.7]}),
}


def lines(model, end=1.0, **more):
    """A problem of the model on its lines."""
    given, rates = LINES[model]
    schedule = {"alphas": KNOTS, "linear": True, **rates}
    return problem(model, end=end, **given, **more).with_changes(schedule=schedule)


def reference(p, times):
    """States (n, size) by SciPy's DOP853, from knot to knot, the slopes with the rates at alpha."""
    solver = solvers.load(p.model, "c")
    flat, fixed = layout(solver.entry.state, *p.counts), solver_parameters(p, solver)
    at = np.array([0.0, *KNOTS])

    def slope(alpha, y):
        chosen = dict(fixed)
        for name, values in p.schedule.rates:
            rows = np.array([p.parameters[name], *values], dtype=float)
            chosen[name] = np.array([np.interp(alpha, at, x) for x in np.atleast_2d(rows.T)])
            chosen[name] = chosen[name] if rows.ndim > 1 else float(chosen[name][0])
        return flat.pack(solver.rhs(flat.unpack(y), chosen))

    y, found = flat.pack(start_state(p)), []
    ends = np.union1d(times, [x for x in KNOTS if x < times[-1]])
    for start, end in zip([0.0, *ends[:-1]], ends, strict=True):
        if end > start:
            y = solve_ivp(slope, (start, end), y, method="DOP853", rtol=1e-13, atol=1e-15).y[:, -1]
        if end in times:
            found.append(y)
    return np.array(found)


@pytest.mark.parametrize("backend", ["c", "numpy"])
@pytest.mark.parametrize("model", LINES)
def test_against_rates_as_functions_of_alpha(model, backend):
    """At times on both sides of knots, most within steps: the dense output, too."""
    p = lines(model)
    times = np.array([0.0, 0.13, 0.4, 0.5, 0.77, 0.93, 1.0])
    t = orderode.integrate(p, backend, times)
    made = layout(t_entry(p).state, *p.counts).pack(t.states)
    assert t.status == "ok" and np.abs(made - reference(p, times)).max() < 1e-10
    # eps_g is that with the rates at the time
    solver = solvers.load(p.model, backend)
    at = p.stages(1.0)[1].at(0.77)
    expected = solver.observable("eps_g", t.state(4), solver_parameters(at, solver))
    assert t.eps_g[4] == pytest.approx(expected, rel=1e-12)


def t_entry(p):
    return orderode.models.catalogue.entry(p.model, p.activation)


@pytest.mark.parametrize(
    ("model", "rates"), [("sgd", {"eta_J": [1.6]}), ("curriculum", {"variances": [[0.5, 1.5]]})]
)
def test_the_order_is_that_at_constant_rates(model, rates):
    """Error against right-hand sides, from rtol = 1e-6 to 1e-10: of the fifth, and as constant."""

    def order(p):
        fine, errors, slopes = ended(p), [], []
        for rtol in (1e-6, 1e-10):
            rough = p.with_changes(run={"rtol": rtol, "atol": 1e-3 * rtol})
            errors.append(np.abs(ended(rough) - fine).max())
            slopes.append(orderode.integrate(rough, "c").evaluations)
            assert errors[-1] < rtol
        return np.log(errors[0] / errors[1]) / np.log(slopes[1] / slopes[0])

    p = problem(model, end=20.0)
    line = p.with_changes(schedule={"alphas": [20.0], "linear": True, **rates})
    assert order(line) > 4.7 and order(line) > order(p) - 0.5


@pytest.mark.parametrize("model", ["sgd", "fo_anil", "dropout"])
def test_vector_kernels_go_on_lines(model):
    """One piece, more trajectories than lanes, each on a line of its own, and where they cross: all
    instruction sets against the solver of one."""
    solver, rng = solvers.load(model, "c"), np.random.default_rng(5)
    p = lines(model).stages(1.0)[0].problem
    given = solver_parameters(p, solver)
    n, times = 11, np.linspace(0.0, 1.0, 6)
    firsts, lasts = ({"eta_J": rng.uniform(0.2, 0.9, n)} for _ in range(2))
    if model == "dropout":
        lasts["keep"] = rng.uniform(0.3, 1.0, n)
    states = start_state(p).map(lambda x: np.repeat(x[None], n, axis=0))
    options = {"rtol": 1e-9, "atol": 1e-12}
    alone = []
    for i in range(n):
        chosen, then = (
            {**given, **{k: float(v[i]) for k, v in x.items()}} for x in (firsts, lasts)
        )
        alone.append((chosen, {**chosen, **then}))
    ends = [solver.integrate(start_state(p), a, times, then=b, **options) for a, b in alone]
    eps = []
    for (a, b), s in zip(alone, ends, strict=True):
        eps.append([])
        for share, state in zip(times, s.states.each(), strict=True):
            chosen = solvers.base.between(a, b, float(share))
            eps[-1].append(solver.observable("eps_g", state, chosen))
    eps = np.array(eps)
    level = float(np.median(eps[:, 2:4]))
    for instructions in batch.instruction_sets():
        found = batch.integrate_batch(
            model,
            states,
            {**given, **firsts},
            times,
            then={**given, **firsts, **lasts},
            level=level,
            instructions=instructions,
            **options,
        )
        assert set(found.status) == {"ok"}
        made = np.array([s.R[-1] for s in ends])
        crossed = np.isfinite(found.crossing)
        assert np.abs(found.observables["eps_g"][~crossed] - eps[~crossed]).max() < 1e-12
        assert np.abs(found.states.R[~crossed] - made[~crossed]).max() < 1e-12
        assert 2 < crossed.sum() < n + 1
        for i in np.flatnonzero(crossed):
            share = float(found.crossing[i])
            chosen = solvers.base.between(*alone[i], share)
            end = solver.integrate(
                start_state(p), alone[i][0], np.array([0.0, share]), then=chosen, **options
            )
            at = solver.observable("eps_g", end.states.at(1), chosen)
            assert at == pytest.approx(level, abs=1e-9)


@pytest.mark.parametrize("kernels", ["batch", "c", pytest.param("numpy", marks=pytest.mark.slow)])
def test_sweeps_go_on_lines_and_cross_levels_in_any_piece(kernels):
    """And where eps_g, which depends on eta_w, jumps over a level at a knot, that is where it is
    crossed."""
    chosen = f"batch {batch.instruction_sets()[0]}" if kernels == "batch" else kernels
    p = lines("fo_anil").with_changes(run={"points": 11})
    problems = [p.with_changes(parameters={"eta_J": x}) for x in (0.2, 0.4, 0.7)]
    alone = [orderode.integrate(q, alphas=[0.0, 0.3, 0.4, 0.65, 0.95, 1.0]) for q in problems]
    outputs = Outputs(eps_g_at=(0.0, 0.3, 0.4, 0.65, 0.95), crossings=(), final_state=True)
    found = follow(stepper("fo_anil", chosen), problems, outputs)
    assert set(found.status) == {"ok"}
    np.testing.assert_allclose(found.eps_g, [t.eps_g[:-1] for t in alone], rtol=1e-9)
    np.testing.assert_allclose(found.state.R, [t.R[-1] for t in alone], rtol=1e-9)
    levels = tuple(float(alone[1].eps_g[1:].min() * x) for x in (1.001, 1.0001))
    crossed = follow(stepper("fo_anil", chosen), problems, Outputs(crossings=levels))
    met = np.argwhere(np.isfinite(crossed.crossing))
    assert len(met) >= 2
    for i, j in met:
        at = orderode.integrate(problems[i], alphas=[float(crossed.crossing[i, j])])
        assert at.eps_g[0] == pytest.approx(levels[j], rel=1e-9)
    jump = {"alphas": [0.5], "linear": False, "eta_w": [3.0], "eta_J": None, "eta_0": None}
    steps = p.with_changes(schedule=jump)
    t = orderode.integrate(steps, alphas=[0.5, 0.5 + 1e-9])
    level = float(t.eps_g.mean())
    jumped = follow(stepper("fo_anil", chosen), [steps], Outputs(crossings=(level,)))
    assert abs(t.eps_g[0] - t.eps_g[1]) > 1e-3 and jumped.crossing[0, 0] == 0.5


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_implicit_steps_follow_lines(backend):
    p = lines("sgd").with_changes(run={"rtol": 1e-8, "atol": 1e-12})
    times = [0.2, 0.4, 1.0]
    implicit = orderode.integrate(p.with_changes(run={"method": "implicit"}), backend, times)
    np.testing.assert_allclose(implicit.R, orderode.integrate(p, alphas=times).R, rtol=1e-6)


def moved(p, name, place, t):
    """With the value of a rate at a knot, 0 that of [parameters], changed by t."""
    if place == 0:
        return p.with_changes(parameters={name: p.parameters[name] + t})
    rows = list(dict(p.schedule.rates)[name])
    rows[place - 1] += t
    return p.with_changes(schedule={name: rows})


@pytest.mark.parametrize(("model", "name"), [("sgd", "eta_J"), ("fo_anil", "eta_w")])
def test_slopes_to_the_values_at_knots(model, name):
    """Forward and back against differences of whole trajectories."""
    p = lines(model, noise=0.1).with_changes(run={**TIGHT, "points": 3})
    forward, back = orderode.sensitivities(p), orderode.gradient(p)
    assert set(back.parameters) == set(forward.parameters)
    for place, alpha in enumerate((0, 0.4, 0.9)):
        label, h = f"{name} at {alpha:g}", 0.01
        expected = 0.0
        for j, c in enumerate(SIXTH, start=1):
            up, down = (ended(moved(p, name, place, s * j * h)) for s in (1, -1))
            expected = expected + c * (up - down) / h
        column = forward.parameters.index(label)
        made = np.append(
            forward.by_parameter[-1, :, column], forward.eps_g_by_parameter[-1, column]
        )
        places = [layout(t_entry(p).state, *p.counts).labels.index(x) for x in forward.state]
        expected = np.append(expected[places], expected[-1])
        assert np.abs(made - expected).max() < 1e-8 * np.abs(expected).max() + 1e-11, label
        slope = back.by_parameter[0, back.parameters.index(label)]
        assert slope == pytest.approx(expected[-1], rel=1e-7, abs=1e-11)
    for t, slopes in enumerate(back.by_state):
        there = forward.by_start[t].T @ slopes
        assert np.abs(there - forward.eps_g_by_start[-1]).max() < 1e-8


def test_numpy_has_the_same_slopes():
    p = lines("sgd").with_changes(run={"rtol": 1e-9, "atol": 1e-12, "points": 3})
    ours, theirs = orderode.sensitivities(p, "numpy"), orderode.sensitivities(p, "c")
    scale = np.abs(theirs.eps_g_by_parameter[-1]).max()
    off = np.abs(ours.eps_g_by_parameter[-1] - theirs.eps_g_by_parameter[-1]).max()
    assert ours.parameters == theirs.parameters and off < 1e-7 * scale


@pytest.mark.parametrize("model", ["sgd", "fo_anil", "dropout"])
def test_each_compiled_step_has_the_numbers_of_its_time(model):
    """Step t of a ramp against a step of the setting at t/N, bit for bit but for rounding; the
    first setting at rate 0."""
    V, P = 5, 4 if model == "fo_anil" else None
    p = lines(model).with_changes(parameters={"eta_J": 0.0, "V": V, **({"P": P} if P else {})})
    ramp = setting_of(p.stages(1.0)[0], P, V)
    assert isinstance(ramp, Ramp) and ramp.end == 0.4
    along, N, moves = RampedKernel(ramp), 50, 0
    for t in (0, 7, 19):
        alone = StepKernel(make_algorithm(ramp.at(t / N), trajectories=True))
        made = []
        for kernel in (along, alone):
            kernel.model.N = N
            state = [np.array(x) for x in (ramp.first.Q, ramp.first.R, ramp.first.w0)]
            work, tasks = np.empty(kernel.work), np.zeros(20)
            for first, last, model_ in kernel.taken(t, t + 1, N):
                kernel.library.simulate_run(
                    kernel.level,
                    ctypes.byref(model_),
                    *(ctypes.c_uint64(x) for x in (9, 0, first, last)),
                    *(ctypes.c_void_p(x.ctypes.data) for x in (*state, tasks, work)),
                )
            made.append(np.concatenate([x.ravel() for x in state]))
        np.testing.assert_allclose(made[0], made[1], rtol=1e-12, atol=1e-14)
        moves += np.abs(made[0][:4] - ramp.first.Q.ravel()).max() > 1e-6
    assert moves  # a step may drop both units


@pytest.mark.parametrize(
    ("method", "in_c"), [("reduced", True), ("reduced", False), ("direct", False)]
)
def test_a_rate_that_grows_from_nothing(method, in_c):
    """R of one unit after each step, on average over runs, is that of rates t/N: with the rate of
    the middle of the line all along, R at its middle is twice as large."""
    p = orderode.load_problem(
        {
            "model": "sgd",
            "activation": "linear",
            "K": 1,
            "M": 1,
            "parameters": {"eta_J": 0.0, "V": 20},
            "overlaps": {"T": [1.0], "Q": 0.5, "R": [[0.1]]},
            "schedule": {"alphas": [1.0], "eta_J": [0.4], "linear": True},
            "run": {"alpha_end": 1.0},
        }
    )
    (stage,) = p.stages(1.0)
    found = simulate_setting(
        setting_of(stage, None, 20),
        N=100,
        runs=200,
        seed=1,
        method=method,
        alphas=[0.0, 0.5, 1.0],
        progress=False,
        in_c=in_c,
    )
    theory = orderode.integrate(p, alphas=[0.0, 0.5, 1.0])
    mean, error = found.R.mean(axis=1)[:, 0, 0], found.R.std(axis=1)[:, 0, 0] / np.sqrt(200)
    # four standard errors, and the rates of steps, which are 1/(2 N) early
    assert abs(mean - theory.R[:, 0, 0])[1:].max() < 4 * error.max() + 0.5 * 0.4 / 100
    constant = p.with_changes(schedule=None, parameters={"eta_J": 0.2})
    other = orderode.integrate(constant, alphas=[0.5]).R[0, 0, 0]
    assert other - 0.1 > 1.8 * (mean[1] - 0.1)


@pytest.fixture(scope="module")
def compared():
    simulation = {"N": 300, "runs": 12, "seed": 3, "points": 31, "tasks": 50}
    few = {"eta_J": 4.0, "eta_w": 3.0, "P": 5, "V": 7, "noise": 0.1}
    schedule = {"alphas": [0.4, 1.0], "eta_J": [0.5, 3.0], "eta_w": [1.0, 2.5]}
    schedule |= {"noise": [0.3, 0.0], "linear": True}
    changes = {"parameters": few, "simulation": simulation, "schedule": schedule}
    return orderode.compare(orderode.load_problem({**GOOD_PROBLEM, **changes}), progress=False)


def test_lines_are_certified(compared):
    assert compared.verdict == "agree", compared.report()
    said = compared.report()
    assert "from alpha = 0.4 to 1: eta_J = 0.5 to 3, eta_w = 1 to 2.5, noise = 0.3 to 0" in said
    assert "eta_w 1 to 2.5: eta_w off by" in said
    assert compared.restarted.predicted_R.shape == compared.judged.simulation.R[1:].shape


def test_other_lines_are_refused(compared):
    """eta_w is known to 0.07 and too large by 2 at the last knot, 1 on average: in the second part
    alone."""
    wrong = compared.problem.with_changes(schedule={"eta_w": [1.0, 4.5]})
    s = compared.judged.simulation
    theory = followed(wrong, "c", s.alpha)
    parts = list(_judged(wrong, s, theory, solvers.load("fo_anil", "c")))
    assert [part.agrees for part in parts] == [True, False]


def test_a_staircase_through_their_middles_is_not_a_line():
    """Ten steps in each piece: what `linear = true` had made before."""
    p = lines("sgd", noise=0.1)
    ends, rows = np.array([0.0, *KNOTS]), {}
    for name, values in p.schedule.rates:
        rows[name] = [p.parameters[name], *values]
    knots = np.concatenate(
        [np.linspace(a, b, 10, endpoint=False) for a, b in ((0, 0.4), (0.4, 0.9))]
    )
    middle = knots + np.repeat([0.02, 0.025], 10)
    steps = {name: np.interp(middle, ends, row) for name, row in rows.items()}
    stairs = p.with_changes(
        schedule={
            "linear": False,
            "alphas": [*knots[1:], 0.9],
            **{name: [*x[1:], rows[name][-1]] for name, x in steps.items()},
        },
        parameters={name: float(x[0]) for name, x in steps.items()},
    )
    off = np.abs(ended(stairs) - ended(p)).max()
    assert 1e-6 < off < 1e-2


@pytest.mark.parametrize(
    "call",
    [
        orderode.steady_states,
        lambda p: orderode.branches(p, "parameters.eta_J", 0.1, 2.0),
        lambda p: orderode.optimise(p, [("eta_J", 0.0, 1.0)]),
    ],
)
def test_what_is_of_constant_rates_says_so(call):
    with pytest.raises(NotAvailable, match=r"noise, decay changes along|Leave \[schedule\] out"):
        call(lines("sgd"))


def test_the_commands(tmp_path):
    file = tmp_path / "p.toml"
    p = lines("sgd").with_changes(run={"points": 3, "rtol": 1e-8, "atol": 1e-12})
    file.write_text(as_toml(p), encoding="utf-8")
    assert "linear = true" in file.read_text(encoding="utf-8")
    for command in (["integrate"], ["sensitivity"], ["sensitivity", "--of", "eps_g"], ["draw"]):
        more = ["--out", str(tmp_path / "p.png")] if command[0] == "draw" else []
        done = CliRunner().invoke(main, [*command[:1], str(file), *command[1:], *more])
        assert done.exit_code == 0, done.output

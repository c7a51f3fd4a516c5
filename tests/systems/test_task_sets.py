"""Sets of tasks, and heads of tasks' own: equations against existing ones and against the microscopic
step, heads that rest, the law of the simulations, the forgetting curve, what is refused by name."""

import json
import math
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from evaluate_system import covariance

import orderode
from orderode import NotAvailable, Problem, ProblemError
from orderode.certify.fluctuations import fluctuations
from orderode.certify.level import threshold
from orderode.certify.simulation import simulate
from orderode.derive.custom.check import check_model
from orderode.derive.custom.faults import ModelError
from orderode.derive.language import Rate, Task, Vector
from orderode.derive.language.data import model_data as stated
from orderode.derive.language.reading import read
from orderode.derive.models import continual, fo_anil, sgd
from orderode.derive.models.setting import learner, teacher
from orderode.models.catalogue import entry
from orderode.models.data import model_data
from orderode.models.described import described
from orderode.simulate import (
    Setting,
    SettingError,
    make_algorithm,
    sample_diffusion,
    sample_drift,
)
from orderode.simulate.compiled import StepKernel
from orderode.simulate.direct import Direct
from orderode.simulate.reduced import Reduced
from orderode.solvers import load
from orderode.solvers.base import State
from orderode.solvers.batch import evaluate_batch
from orderode.solvers.layout import layout
from orderode.theory.given import solver_parameters, start_state
from orderode.theory.integrate import observables, right_hand_side

ACTIVATIONS, CASES = ("erf", "relu", "linear"), 4


def system(activation, model="continual"):
    return model if activation == "erf" else f"{model}_{activation}"


def point(number):
    """Random overlaps, heads and vectors, K and M from 1 to 4; V of 1, 3, 20 and 2."""
    rng = np.random.default_rng([11, number])
    K, M = rng.integers(1, 5, 2).tolist()
    C = covariance(rng, K + M, None)
    heads, vectors = rng.standard_normal((2, K)), rng.standard_normal((2, M))
    p = {"eta_J": 0.7, "eta_0": 0.4, "noise": 0.3, "decay": 0.2, "V": (1, 3, 20, 2)[number]}
    return K, C, heads, vectors, p | {"p_second": (0.3, 0.7, 0.5, 0.15)[number]}


def given(number):
    """A state, and parameters for a solver."""
    K, C, heads, vectors, p = point(number)
    at = State(C[:K, K:], C[:K, :K], heads[0], w1=heads[1])
    return at, {**p, "T": C[K:, K:], "u_first": vectors[0], "u_second": vectors[1]}


@cache
def sampled(activation, number):
    """The drift of 10^5 microscopic steps."""
    K, C, heads, vectors, p = point(number)
    overlaps = {"T": C[K:, K:], "Q": C[:K, :K], "R": C[:K, K:], "w0": heads.ravel()}
    of = {"u_first": vectors[0], "u_second": vectors[1]}
    setting = Setting(model_data("continual"), activation, K, len(C) - K, p, **overlaps, vectors=of)
    return sample_drift(setting, tasks=100_000, seed=number)


def scores(activation, number, backend="c", changed=lambda at, p: (at, p)):
    """|z| of dR, dQ, dw0 and dw1."""
    theory = load(system(activation), backend).rhs(*changed(*given(number)))
    found, K = sampled(activation, number), len(theory.w0)
    heads = np.concatenate([theory.w0, theory.w1])
    z = [
        np.abs(found.dR_mean - theory.R) / found.dR_se,
        np.abs(found.dQ_mean - theory.Q) / found.dQ_se,
        np.abs(found.dw0_mean - heads) / found.dw0_se,
    ]
    assert found.dw0_mean.shape == (2 * K,)
    return np.concatenate([x.ravel() for x in z])


def limit():
    """Bonferroni at level 1e-3 over all entries of all cases of this file."""
    return threshold(sum(len(scores(a, n)) for a in ACTIVATIONS for n in range(CASES)))


@pytest.mark.slow
@pytest.mark.parametrize("backend", ["c", "numpy"])
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_drift(activation, backend):
    assert max(scores(activation, n, backend).max() for n in range(CASES)) < limit()


def more_often(at, p):
    return at, p | {"p_second": 1.1 * p["p_second"]}


def heads_exchanged(at, p):
    return at.replace(w0=at.w1, w1=at.w0), p


def one_mean_task(at, p):
    """The mean of heads and vectors in place of a mean over tasks."""
    q = p["p_second"]
    u = (1 - q) * p["u_first"] + q * p["u_second"]
    w = (1 - q) * at.w0 + q * at.w1
    return at.replace(w0=w, w1=w), p | {"u_first": u, "u_second": u}


@pytest.mark.slow
@pytest.mark.parametrize("wrong", [more_often, heads_exchanged, one_mean_task])
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_drift_sees_a_wrong_theory(activation, wrong):
    """Power: a probability larger by a tenth, heads exchanged, a mean task."""
    assert max(scores(activation, n, changed=wrong).max() for n in range(CASES)) > limit()


# -- against equations that there are --------------------------------------------------------------


@pytest.mark.parametrize("backend", ["c", "numpy"])
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_slopes_are_weighted_sums_of_those_of_single_tasks(activation, backend):
    """dR = sum_t pi_t dR(u^t, w^t), dQ likewise, dw^t = pi_t dw(u^t, w^t), and so are errors: sgd's,
    to rounding."""
    both = load(system(activation), backend)
    one = load(system(activation, "sgd"), backend)
    for number in range(CASES):
        at, p = given(number)
        found, q = both.rhs(at, p), p["p_second"]
        M = len(p["T"])
        alone, errors = [], []
        for head, vector in (("w0", "u_first"), ("w1", "u_second")):
            there = State(at.R, at.Q, getattr(at, head))
            chosen = {**p, "mean": p[vector], "cov": np.zeros((M, M)), "kurtosis": None}
            alone.append(one.rhs(there, chosen))
            errors.append(one.observable("eps_g", there, chosen))
        a, b = alone
        wanted = State(
            (1 - q) * a.R + q * b.R, (1 - q) * a.Q + q * b.Q, (1 - q) * a.w0, w1=q * b.w0
        )
        for x, y in zip(found, wanted, strict=True):
            np.testing.assert_allclose(x, y, rtol=0, atol=1e-12 * max(1, np.abs(y).max()))
        named = {"eps_g": (1 - q) * errors[0] + q * errors[1]}
        named |= {"eps_first": errors[0], "eps_second": errors[1]}
        for name, value in named.items():
            assert both.observable(name, at, p) == pytest.approx(value, rel=1e-12)


def tasks_of(n):
    """So many tasks that share the head start."""
    shares = [None, *(Rate(f"p_{i}", "probability", default=0) for i in range(1, n))]
    return tuple(
        Task(f"t{i}", Vector(f"u_t{i}", teacher, "a task", None), share)
        for i, share in enumerate(shares)
    )


@pytest.mark.slow
def test_a_set_of_tasks_with_an_inner_loop():
    """fo_anil on three tasks at P = inf: slopes are weighted sums of those of its own tasks, and the
    drift test agrees; finite P is refused with the reason."""
    made = orderode.derive(replace(fo_anil.MODEL, name="fo_anil_three_tasks", tasks=tasks_of(3)))
    assert made.drift_test["verdict"] == "agree"
    rng = np.random.default_rng(3)
    C, u = covariance(rng, 5, None), rng.standard_normal((3, 2))
    chances = [0.2, 0.5, 0.3]
    parameters = {"eta_J": 0.7, "eta_w": 0.6, "eta_0": 0.4, "P": math.inf, "V": 3}
    overlaps = {"T": C[3:, 3:], "Q": C[:3, :3], "R": C[:3, 3:]}
    given = {"activation": "erf", "K": 3, "M": 2, "overlaps": overlaps}
    start = {"w0": [0.3, -0.2, 0.5]}
    more = {"p_1": 0.5, "p_2": 0.3, **{f"u_t{i}": u[i] for i in range(3)}}
    problem = Problem(model=made, parameters=parameters | start | more, **given)
    found, wanted = right_hand_side(problem, "numpy"), []
    for vector in u:
        tasks = {"mean": vector, "cov": [0.0, 0.0]}
        alone = Problem(model="fo_anil", parameters=parameters | start, tasks=tasks, **given)
        wanted.append(right_hand_side(alone, "numpy"))
    for name in ("dR", "dQ", "dw0", "eps_g"):
        value = sum(p * getattr(x, name) for p, x in zip(chances, wanted, strict=True))
        np.testing.assert_allclose(getattr(found, name), value, rtol=1e-11, atol=1e-12)
    # its p_1 and p_2 are told from lines of the calculation backwards, which have such names
    solver = load(entry(made.model, "erf").key, "c")
    chosen, state = solver_parameters(problem, solver), start_state(problem)
    flat = layout(solver.entry.state, 3, 2)
    _, back = solver.backwards("rhs", state, np.eye(flat.size), chosen)
    for name in ("p_1", "p_2", "eta_w"):
        ends = [solver.rhs(state, chosen | {name: chosen[name] + h}) for h in (1e-4, -1e-4)]
        slopes = (flat.pack(ends[0]) - flat.pack(ends[1])) / 2e-4
        column = back[:, solver.entry.continuous.index(name)]
        np.testing.assert_allclose(column, slopes, rtol=0, atol=1e-6 * np.abs(slopes).max())
    (why,) = (x for x in entry(made.model, "erf").closures if x.startswith("P -> inf"))
    assert "left out with a set of tasks" in why
    with pytest.raises(NotAvailable, match="equations hold for P -> inf only"):
        right_hand_side(problem.with_changes(parameters={"P": 10}))


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_kernels_agree(activation):
    """Each trajectory with a probability and vectors of its own."""
    rng = np.random.default_rng(5)
    K, M, n = 3, 2, 4
    C = np.array([covariance(rng, K + M, None) for _ in range(n)])
    heads = rng.standard_normal((2, n, K))
    states = State(C[:, :K, K:], C[:, :K, :K], heads[0], w1=heads[1])
    shared = {"eta_J": 0.4, "eta_0": 0.3, "noise": 0.2, "V": 3.0}
    of = {"u_first": rng.standard_normal((n, M)), "u_second": rng.standard_normal((n, M))}
    many = shared | of | {"T": C[:, K:, K:], "p_second": rng.uniform(0, 1, n)}
    found = evaluate_batch(system(activation), "rhs", states, many)
    for i in range(n):
        one = {name: x[i] if np.ndim(x) else x for name, x in many.items()}
        for backend in ("c", "numpy"):
            slopes = load(system(activation), backend).rhs(states.at(i), one)
            flat = np.concatenate([x.ravel() for x in slopes])
            packed = np.delete(flat, [K * M + 3, K * M + 6, K * M + 7])  # below the diagonal
            np.testing.assert_allclose(packed, found[i], rtol=0, atol=1e-12 * abs(flat).max())


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_solvers_put_zero_for_vectors_that_are_not_given(backend):
    at, p = given(1)
    zero = p | {name: 0.0 * p[name] for name in ("u_first", "u_second")}
    bare = {name: x for name, x in p.items() if not name.startswith("u_")}
    solver = load("continual", backend)
    for x, y in zip(solver.rhs(at, bare), solver.rhs(at, zero), strict=True):
        np.testing.assert_array_equal(x, y)


# -- simulations -----------------------------------------------------------------------------------


def small(**changed):
    p = {"eta_J": 0.9, "eta_0": 0.6, "noise": 0.3, "V": 2, "p_second": 0.4} | changed
    overlaps = {"T": [[1.0, 0.3], [0.3, 1.2]], "Q": [[0.8, 0.1], [0.1, 0.5]]}
    overlaps |= {"R": [[0.3, 0.1], [-0.4, 0.2]], "w0": [0.6, 1.1, -0.7, 0.4]}
    vectors = {"u_first": [1.0, 0.0], "u_second": [0.5, -1.0]}
    return Setting(model_data("continual"), "erf", 2, 2, p, **overlaps, vectors=vectors)


def steps(kind, setting, N, runs, seed, number=1):
    """Q, R and heads of so many runs after some steps."""
    if kind == "c":
        kernel = StepKernel(make_algorithm(setting, trajectories=True))
        found = kernel.follow(N, runs, seed, np.array([0, number]), lambda _: None)
        return tuple(x[1] for x in found[:3])
    state = kind(setting, N, runs, np.random.default_rng(seed))
    for _ in range(number):
        state.step()
    return (*state.overlaps(), state.w0)


@pytest.mark.parametrize("kind", [Reduced, "c"])
def test_simulations_have_one_law(kind):
    """One step at N = 8 of 40,000 runs each against the direct simulation: means and squares of Q,
    R and both heads, and products of Q and R with the second head; |z| <= 4.7 of 32 numbers."""
    setting, ends = small(), []
    for other, seed in ((kind, 1), (Direct, 2)):
        Q, R, heads = steps(other, setting, 8, 40_000, seed)
        x = np.concatenate([R.reshape(len(R), -1), Q.reshape(len(Q), -1), heads], axis=1)
        x -= np.concatenate([setting.R.ravel(), setting.Q.ravel(), setting.w0])
        assert not (x[:, -4:-2] * x[:, -2:]).any()  # one head moves
        products = x[:, :-4] * x[:, -1:]
        ends.append(np.concatenate([x, x**2, products], axis=1))
    a, b = ends
    z = (a.mean(0) - b.mean(0)) / np.sqrt(a.var(0) / len(a) + b.var(0) / len(b))
    assert np.abs(z).max() < 4.7


@pytest.mark.parametrize("kind", [Reduced, Direct, "c"])
@pytest.mark.parametrize(("chance", "still"), [(0.0, slice(2, 4)), (1.0, slice(0, 2))])
def test_the_head_of_a_task_that_is_not_trained_rests(kind, chance, still):
    setting = small(p_second=chance)
    heads = steps(kind, setting, 20, 3, 0, number=5)[2]
    moved = np.delete(heads, np.arange(4)[still], axis=1)
    assert (heads[:, still] == setting.w0[still]).all()
    assert (moved != np.delete(setting.w0, np.arange(4)[still])).all()


@pytest.mark.parametrize("backend", ["c", "numpy"])
def test_no_slope_of_a_head_at_rest(backend):
    at, p = given(0)
    for chance, name in ((0.0, "w1"), (1.0, "w0")):
        slopes = load("continual", backend).rhs(at, p | {"p_second": chance})
        assert not getattr(slopes, name).any()


# -- forgetting ------------------------------------------------------------------------------------


def forgetting(overlap, **changed):
    """Two erf units from small weights, on one task and then on the other."""
    given = json.loads(orderode.load_problem("experiments/continual.toml").content)
    given["overlaps"]["T"] = {"norm": 1.0, "overlap": overlap}
    return Problem(**{**given, **changed})


def errors_of_first(problem):
    """After each of two phases."""
    found = orderode.integrate(problem, alphas=[60.0, 120.0])
    assert found.status == "ok"
    return observables(problem, found.alpha, found.states)["eps_first"]


def test_forgetting_is_largest_at_intermediate_overlap():
    """Lee, Goldt, Saxe (arXiv 2107.04384): units are free for another task where teachers are
    orthogonal, and serve it where they are alike; in between they are changed."""
    curve = [errors_of_first(forgetting(v)) for v in (0.0, 0.2, 0.4, 0.6, 0.8, 0.95)]
    before, after = np.array(curve).T
    assert np.ptp(before) < 1e-9 and before[0] < 3e-4  # no overlap with what is not seen
    assert after.argmax() == 2 and after[2] > 8 * max(after[0], after[-1])
    assert (np.diff(after[:3]) > 0).all() and (np.diff(after[2:]) < 0).all()


def test_replay_prevents_it():
    """A tenth of the second phase's steps on the first task: less than a tenth of the error."""
    replayed = [{"alpha_end": 60.0}, {"p_second": 0.9}]
    alone, with_it = (errors_of_first(forgetting(0.3, **x))[1] for x in ({}, {"phases": replayed}))
    assert with_it < 0.1 * alone
    trained = orderode.integrate(forgetting(0.3, phases=replayed), alphas=[120.0])
    assert trained.eps_g[-1] < 0.01


@pytest.mark.slow
@pytest.mark.parametrize("overlap", [0.1, 0.4, 0.8])
def test_simulations_forget_as_much(overlap):
    """The error of the first task at the end, mean of 40 runs at N = 2000, within four standard errors
    and what finite N leaves: 2 % of it, by the difference to runs at N = 1000."""
    problem = forgetting(overlap, simulation={"N": 2000, "runs": 40, "points": 3, "tasks": 2000})
    values = simulate(problem, progress=False).others["eps_first"][0][-1]
    error = values.std(ddof=1) / math.sqrt(len(values))
    theory = errors_of_first(problem)[1]
    assert abs(values.mean() - theory) < 4 * error + 0.02 * theory


# -- what cannot be --------------------------------------------------------------------------------


def test_vectors_have_to_be_given():
    given = json.loads(forgetting(0.5).content)
    del given["parameters"]["u_second"]
    with pytest.raises(ProblemError, match=r"parameters\.u_second") as refused:
        Problem(**given)
    assert "teacher's head of the second task" in str(refused.value)
    with pytest.raises(SettingError, match="u_first"):
        overlaps = {"T": [[1]], "Q": [[1]], "R": [[0]]}
        Setting(model_data("continual"), "erf", 1, 1, {"eta_J": 1, "V": 1}, **overlaps)


def test_moments_of_tasks_are_refused():
    with pytest.raises(ProblemError, match="the tasks of continual are a set of 2") as refused:
        forgetting(0.5, tasks={"mean": [1.0, 0.0]})
    assert "parameters.u_first, parameters.u_second" in str(refused.value)


def test_heads_are_parameters():
    problem = forgetting(0.5)
    assert problem.w0.tolist() == problem.others["w1"].tolist() == [0.01, 0.005]
    with pytest.raises(ProblemError, match=r"parameters\.w1"):
        problem.with_changes(parameters={"w1": [1.0]})
    with pytest.raises(ProblemError, match=r"overlaps\.w1"):
        problem.with_changes(overlaps={"w1": [1.0, 1.0]})


def test_moments_of_tasks_are_those_of_the_set():
    """u of the probabilities and vectors; the best heads know no more than any."""
    problem = forgetting(0.5, phases=None).with_changes(parameters={"p_second": 0.3})
    assert problem.tasks.mean.tolist() == [0.7, 0.3]
    np.testing.assert_allclose(problem.tasks.cov, 0.21 * np.array([[1, -1], [-1, 1]]), atol=1e-15)
    state = orderode.integrate(problem).state(-1)
    best, here = orderode.representation_error(problem, state), orderode.integrate(problem).eps_g
    assert 0 <= best < here[-1] < here[0]
    with pytest.raises(NotAvailable, match="heads of their own"):
        orderode.squared_gradient(problem, state)


def test_steady_states_leave_heads_that_rest():
    """At a rate of 0 no head moves while a steady state is looked for."""
    problem = forgetting(0.5, phases=None).with_changes(
        parameters={"eta_0": 0.0, "w0": [1.0, 0.5], "w1": [0.5, 1.0], "p_second": 0.5},
        run={"alpha_end": 20.0},
    )
    found = orderode.steady_states(problem, "numpy", starts=3)
    assert len(found) > 0
    for x in found:
        assert x.w0.tolist() == [1.0, 0.5] and x.w1.tolist() == [0.5, 1.0]


def test_the_covariance_of_a_step_is_refused():
    with pytest.raises(NotAvailable, match="fluctuations of"):
        fluctuations(forgetting(0.5).with_changes(phases=None), 100)
    assert "set of tasks" in " ".join(load("continual", "numpy").entry.closures)
    with pytest.raises(SettingError, match="without a set of tasks"):
        sample_diffusion(small(), tasks=10, seed=0)


def test_models_are_described():
    lines = "\n".join(described("continual"))
    assert "u_first      a list of M numbers: teacher's head of the first task\n" in lines
    assert "task second  vector u_second, head w1, probability p_second" in lines
    assert "task first   vector u_first, head w0, probability what the others leave" in lines
    assert "w1           a list of K numbers: where a head starts; default all 0" in lines


def test_data_round_trip():
    data = stated(continual.MODEL)
    assert [t["head"] for t in data["tasks"]] == ["w0", "w1"]
    assert data["observables"][1]["task"] == "first" and "tasks" not in stated(sgd.MODEL)
    assert stated(read(json.loads(json.dumps(data)))) == data


FIRST, SECOND = continual.MODEL.tasks
IN_LEARNER = Vector("u_other", learner, "of the learner")


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (replace(continual.MODEL, tasks=(FIRST, replace(SECOND, share=None))), "2 tasks of 2"),
        (
            replace(continual.MODEL, tasks=(replace(FIRST, name="second"), SECOND)),
            "different names",
        ),
        (replace(continual.MODEL, tasks=(FIRST, replace(SECOND, vector=IN_LEARNER))), "expected"),
        (replace(continual.MODEL, tasks=()), "there is no set of tasks"),
        (replace(fo_anil.MODEL, tasks=(FIRST, SECOND)), "derived without an inner loop"),
    ],
)
def test_sets_that_cannot_be(model, words):
    with pytest.raises(ModelError, match=words):
        check_model(model)


@pytest.mark.parametrize(
    ("key", "value", "path"),
    [
        ("share", None, "model.tasks"),
        ("share", "eta_J", r"model.tasks\[1\].share"),
        ("vector", "feedback", r"model.tasks\[1\].vector"),
        ("head", "u", r"model.tasks\[1\].head"),
    ],
)
def test_data_that_cannot_be(key, value, path):
    data = model_data("continual")
    data["tasks"][1][key] = value
    with pytest.raises(SettingError, match=path):
        Setting(data, "erf", 1, 1, {"eta_J": 1, "V": 1}, T=[[1]], Q=[[1]], R=[[0]])


def test_probabilities_of_three_tasks_leave_something():
    """Two shares that add up to more than 1 are refused, by the simulation as by a problem."""
    data = stated(replace(sgd.MODEL, name="sgd_of_three", tasks=tasks_of(3)))
    numbers = {"eta_J": 1, "V": 1, "p_1": 0.7, "p_2": 0.4}
    vectors = {f"u_t{i}": [1.0] for i in range(3)}
    with pytest.raises(SettingError, match="add up to 1 at most"):
        overlaps = {"T": [[1]], "Q": [[1]], "R": [[0]]}
        Setting(data, "erf", 1, 1, numbers, **overlaps, vectors=vectors)

"""Teachers that vary with the task: equations against the microscopic step at finite and infinite P
and V, the law of the simulations against each other, the common teacher as a limit, what is refused
by name."""

import json
import math
from functools import cache

import numpy as np
import pytest
from evaluate_system import covariance

import orderode
from orderode import NotAvailable, Problem, ProblemError
from orderode.certify.drift import check_drift
from orderode.certify.fluctuations import fluctuations
from orderode.certify.level import threshold
from orderode.derive.language.data import model_data as stated
from orderode.derive.language.reading import read
from orderode.derive.language.varied import varied
from orderode.derive.models import fo_anil, fo_anil_varied, proximal
from orderode.models.data import model_data
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

BASES, ACTIVATIONS, CASES = ("fo_anil", "anil", "pooled"), ("erf", "relu", "linear"), 3
SYSTEMS = [(base, activation) for base in BASES for activation in ACTIVATIONS]


def name_of(base, activation, varied=True):
    model = f"{base}_varied" if varied else base
    return model if activation == "erf" else f"{model}_{activation}"


def name_of_system(system):
    return name_of(*system)


def point(base, activation, number):
    """Random overlaps, heads, tasks and spreads, K and M from 1 to 4; the last case at finite P,
    where there is one."""
    rng = np.random.default_rng([7, number])
    K, M = rng.integers(1, 5, 2).tolist()
    C = covariance(rng, K + M, None)
    w0, spread = rng.standard_normal(K), rng.uniform(0.3, 1.2, M)
    F = rng.standard_normal((M, M)) / math.sqrt(M)
    tasks = {"mean": 0.7 * rng.standard_normal(M), "cov": 0.5 * F @ F.T}
    few = number == CASES - 1 and base == "fo_anil" and activation != "relu"
    p = {
        "eta_J": 0.7,
        "eta_w": 0.5,
        "eta_0": 0.4,
        "noise": 0.3,
        "decay": 0.2,
        "V": (1, 3, 20)[number],
    }
    p |= {"P": 4 if few else math.inf}
    return K, C, w0, spread, tasks, p


@cache
def sampled(base, activation, number):
    """The drift of 10^5 microscopic steps."""
    K, C, w0, spread, tasks, p = point(base, activation, number)
    data, M = model_data(f"{base}_varied"), len(C) - K
    overlaps = {"T": C[K:, K:], "Q": C[:K, :K], "R": C[:K, K:], "w0": w0}
    setting = Setting(data, activation, K, M, p, **overlaps, **tasks, spread=spread)
    return sample_drift(setting, tasks=100_000, seed=number)


def given(base, activation, number, solver):
    """A state, and parameters for a solver."""
    K, C, w0, spread, tasks, p = point(base, activation, number)
    found = {**p, "T": C[K:, K:], **tasks, "kurtosis": None, "spread": spread, "first_order": 0}
    if p["P"] != math.inf and solver.entry["rule"]:
        found |= solver.rule(K, len(C) - K, 65521)
    return State(C[:K, K:], C[:K, :K], w0), found


def scores(base, activation, number, backend="c", **changed):
    """|z| of dR, dQ and dw0."""
    solver = load(name_of(base, activation), backend)
    at, parameters = given(base, activation, number, solver)
    theory, found = solver.rhs(at, parameters | changed), sampled(base, activation, number)
    means = (found.dR_mean, found.dQ_mean, found.dw0_mean)
    errors = (found.dR_se, found.dQ_se, found.dw0_se)
    z = [np.abs(m - t) / e for m, t, e in zip(means, theory, errors, strict=True)]
    return np.concatenate([x.ravel() for x in z])


def limit():
    """Bonferroni at level 1e-3 over all entries of all cases of this file."""
    return threshold(sum(len(scores(*s, n)) for s in SYSTEMS for n in range(CASES)))


@pytest.mark.slow
@pytest.mark.parametrize("system", SYSTEMS, ids=name_of_system)
def test_drift(system):
    assert max(scores(*system, n).max() for n in range(CASES)) < limit()


@pytest.mark.slow
@pytest.mark.parametrize("system", [s for s in SYSTEMS if s[1] != "linear"], ids=name_of_system)
def test_drift_sees_a_wrong_spread(system):
    """Power: a spread larger by 15 %."""
    wrong = [scores(*system, n, spread=1.15 * point(*system, n)[3]) for n in range(CASES)]
    assert max(z.max() for z in wrong) > limit()


@pytest.mark.parametrize("system", SYSTEMS, ids=name_of_system)
def test_a_common_teacher_is_a_limit(system):
    """At spread = 0, also where none is given, the equations are those without it."""
    for number in range(CASES):
        plain = load(name_of(*system, varied=False), "numpy")
        at, parameters = given(*system, number, plain)
        wanted = plain.rhs(at, {k: v for k, v in parameters.items() if k != "spread"})
        K = len(at.w0)
        for spread in ({"spread": np.zeros(len(parameters["T"]))}, {}):
            bare = {k: v for k, v in parameters.items() if k != "spread"} | spread
            found = load(name_of(*system), "numpy").rhs(at, bare)
            for x, y in zip(found, wanted, strict=True):
                np.testing.assert_allclose(x, y, rtol=0, atol=1e-13 * max(1, np.abs(y).max()) * K)


@pytest.mark.slow
@pytest.mark.parametrize("system", SYSTEMS, ids=name_of_system)
def test_backends_agree(system):
    """C, numpy and the vector kernels, each trajectory with a spread of its own."""
    rng = np.random.default_rng(5)
    K, M, n = 3, 2, 4
    C = np.array([covariance(rng, K + M, None) for _ in range(n)])
    states = State(C[:, :K, K:], C[:, :K, :K], rng.standard_normal((n, K)))
    shared = {"eta_J": 0.4, "eta_w": 0.6, "eta_0": 0.3, "noise": 0.2, "V": 3.0, "P": math.inf}
    many = shared | {"T": C[:, K:, K:], "spread": rng.uniform(0, 1, (n, M))}
    found = evaluate_batch(name_of(*system), "rhs", states, many)
    for i in range(n):
        one = {**shared, "T": C[i, K:, K:], "spread": many["spread"][i]}
        for backend in ("c", "numpy"):
            slopes = load(name_of(*system), backend).rhs(states.at(i), one)
            flat = np.concatenate([x.ravel() for x in slopes])
            packed = np.delete(flat, [K * M + 3, K * M + 6, K * M + 7])  # below the diagonal
            np.testing.assert_allclose(packed, found[i], rtol=0, atol=1e-12 * abs(flat).max())


# -- the simulations -------------------------------------------------------------------------------


def small(P, model="fo_anil_varied", eta_J=0.9, **changed):
    p = {"eta_J": eta_J, "eta_w": 0.7, "eta_0": 0.4, "noise": 0.3, "V": 3, "P": P}
    overlaps = {"T": [[1.0, 0.2], [0.2, 1.4]], "Q": [[0.8]], "R": [[0.3, -0.4]], "w0": [0.6]}
    tasks = {"mean": [0.8, -0.5], "spread": [0.9, 0.5]}
    return Setting(model_data(model), "erf", 1, 2, p, **overlaps, **tasks, **changed)


def in_c(setting, N, runs, seed):
    """Q, R and w0 of so many runs after one step, compiled."""
    kernel = StepKernel(make_algorithm(setting, trajectories=True))
    Q, R, w0, _ = kernel.follow(N, runs, seed, np.arange(2), lambda _: None)
    return Q[1], R[1], w0[1]


def in_numpy(kind, setting, N, runs, seed):
    state = kind(setting, N, runs, np.random.default_rng(seed))
    state.step()
    return (*state.overlaps(), state.w0)


@pytest.mark.parametrize(("P", "N"), [(2, 8), (2, 4), (2, 3), (math.inf, 8)])
def test_reduced_and_direct_simulation_have_one_law(P, N):
    """One step of 40,000 runs each, in numpy and compiled, at N = 8, and where there is no room for
    the directions of the teachers' noise: means and variances of R, Q and w0, and the products of
    the changes of R and Q, which know of the inner products of the inputs; |z| <= 4.7 of 7 x 9
    numbers, at a level of 1.7e-4.  Noise that is independent between samples fails, and as many
    directions beyond those of the weights as without noise."""
    setting, found = small(P, eta_J=4.0), []
    made = [in_numpy(Direct, setting, N, 40_000, 2), in_numpy(Reduced, setting, N, 40_000, 1)]
    if P < math.inf:
        made.append(in_c(setting, N, 40_000, 3))
    for Q, R, w0 in made:
        x = np.concatenate([R[:, 0], Q[:, 0], w0], axis=1)
        x -= [0.3, -0.4, 0.8, 0.6]
        found.append(np.concatenate([x, x**2, x[:, :1] * x[:, 2:3]], axis=1))
    a = found[0]
    for b in found[1:]:
        z = (a.mean(0) - b.mean(0)) / np.sqrt(a.var(0) / len(a) + b.var(0) / len(b))
        assert np.abs(z).max() < 4.7


def test_no_noise_no_other_numbers():
    """A spread of 0 draws what is drawn without it."""
    still = small(2).__class__(
        **{**vars(small(2)), "spread": [0.0, 0.0]},
    )
    plain = Setting(
        **{**vars(small(2)), "spread": None, "model": model_data("fo_anil"), "vectors": None}
    )
    ends = []
    for setting in (still, plain):
        state = Reduced(setting, 20, 3, np.random.default_rng(0))
        state.step()
        ends.append(state.overlaps())
    assert (ends[0][0] == ends[1][0]).all() and (ends[0][1] == ends[1][1]).all()


# -- problems --------------------------------------------------------------------------------------


def problem(**changed):
    content = {
        "model": "fo_anil_varied",
        "activation": "erf",
        "K": 3,
        "M": 3,
        "parameters": {"eta_J": 3.0, "eta_w": 3.0, "P": math.inf, "V": math.inf},
        "overlaps": {
            "T": [1.0, 2.0, 3.0],
            "Q": 0.5,
            "R": [[0.3, 0.02, -0.03], [-0.02, 0.4, 0.03], [0.03, -0.02, 0.5]],
        },
        "tasks": {"spread": 0.4},
        "run": {"alpha_end": 60.0, "points": 3, "rtol": 1e-9},
    }
    return Problem(**{**content, **changed})


def test_meta_learning_is_robust():
    """Units specialise on those of the common teacher for every spread up to 1, at K = M = 3 from an
    aligned start; what the error gains over none is what no head can know: < u^2 > times the
    variance of g(beta + spread xi) given beta, for the rest at most the same."""
    errors = []
    for spread in (0.0, 0.2, 0.4, 1.0):
        found = orderode.integrate(problem(tasks={"spread": spread}))
        rho = np.abs(found.rho(problem().T)[-1])
        assert found.status == "ok" and rho.diagonal().min() > 0.999
        assert (rho - np.diag(rho.diagonal())).max() < 0.02
        errors.append(found.eps_g[-1])
    assert np.all(np.diff(errors) > 0)
    T, s = np.array([1.0, 2.0, 3.0]), 0.4
    of_two = 2 / math.pi * np.arcsin(T / (1 + T + s**2))  # < g(beta') g(beta'') > of two tasks
    of_one = 2 / math.pi * np.arcsin((T + s**2) / (1 + T + s**2))
    floor = (of_one - of_two).sum() / 2
    assert floor < errors[2] < floor + 2 * errors[0]


@pytest.mark.slow
def test_any_model_with_tasks_that_are_drawn():
    """A model file of one's own in one line, here of `proximal`: one step agrees at spreads of 0.5 and
    1, whose slopes differ by more than the test can miss."""
    made = orderode.derive(varied(proximal.MODEL, "proximal_own", "Teachers vary"), "linear")
    overlaps = {"T": [1.0, 0.7], "Q": [0.5, 0.6], "R": [[0.3, 0.1], [-0.1, 0.4]]}
    content = {"model": made.model, "activation": "linear", "K": 2, "M": 2, "overlaps": overlaps}
    content["parameters"] = {"eta_J": 0.5, "eta_w": 0.7, "anchor": 0.3, "P": 5, "V": 4}
    p = orderode.load_problem(content | {"tasks": {"spread": 0.5}})
    found = check_drift(p, tasks=200_000, seed=0)
    assert found.agrees
    other = check_drift(p.with_changes(tasks={"spread": 1.0}), tasks=200_000, seed=0)
    assert other.agrees
    # in standard errors of the mean step: what the slopes at 0.5 would miss those at 1 by
    missed = np.abs(found.slopes.Q - other.slopes.Q).max() / np.abs(other.slopes.Q).max()
    assert missed > max(other.resolution)


def test_problems_say_their_spread():
    p = problem(tasks={"spread": [0.1, 0.0, 0.3]})
    assert p.tasks.spread.tolist() == [0.1, 0.0, 0.3]
    assert problem(tasks={}).tasks.spread.tolist() == [0.0, 0.0, 0.0]
    for value in (-0.1, [0.1], "much", math.nan):
        with pytest.raises(ProblemError, match=r"tasks\.spread"):
            problem(tasks={"spread": value})
    assert problem(model="fo_anil", tasks={"spread": 0.0}).tasks.spread.tolist() == [0.0] * 3
    with pytest.raises(ProblemError, match="all tasks of fo_anil have the same teacher") as refused:
        problem(model="fo_anil")
    assert "fo_anil_varied" in str(refused.value)


def test_the_covariance_of_a_step_is_refused():
    with pytest.raises(NotAvailable, match="fluctuations of fo_anil_varied"):
        fluctuations(problem(), 100)
    assert "varies with the task" in " ".join(load("fo_anil_varied", "numpy").entry.closures)
    with pytest.raises(SettingError, match="one teacher for all tasks"):
        sample_diffusion(small(2), tasks=10, seed=0)


@pytest.mark.parametrize(
    ("place", "spread"), [("teacher", -1.0), ("teacher", "much"), ("learner", 0.1)]
)
def test_models_that_cannot_be_simulated(place, spread):
    data = model_data("fo_anil_varied")
    data[place]["spread"] = spread
    with pytest.raises(SettingError, match=f"model.{place}.spread"):
        Setting(
            data, "erf", 1, 1, {"eta_J": 1, "eta_w": 1, "P": 1, "V": 1}, T=[[1]], Q=[[1]], R=[[0]]
        )


def test_data_round_trip():
    data = stated(fo_anil_varied.MODEL)
    assert data["teacher"]["spread"] == 0 and "spread" not in stated(fo_anil.MODEL)["teacher"]
    assert stated(read(json.loads(json.dumps(data)))) == data

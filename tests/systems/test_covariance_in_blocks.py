"""The covariance of one step with inputs in blocks: against simulated steps, against that of i.i.d.
inputs; the band of runs at finite N.

*One step.* Pairs of independent steps at random overlaps, shares, variances, heads and tasks, whose
limit x.x'/N -> delta has no finite-N bias; at V = inf two query sets of a task.  The threshold on
|z| is Bonferroni's over all entries of all cases at level 1e-3.
"""

import math
from dataclasses import replace

import numpy as np
import pytest
from evaluate_system import covariance
from scipy.stats import chi2

import orderode
from orderode import load_problem
from orderode.certify.fluctuations import fluctuations
from orderode.certify.level import threshold
from orderode.certify.simulation import microscopic_setting
from orderode.derive.models import algorithms
from orderode.models.catalogue import entry
from orderode.models.data import data_of, model_data
from orderode.simulate import Setting, sample_diffusion, simulate
from orderode.solvers import load
from orderode.solvers.base import State

INF = math.inf
#: system, K, M, number of blocks, V, whether tasks are random
CASES = {
    "one sample": ("structured_sgd", 2, 2, 2, 1, False),
    "five samples, random tasks": ("structured_sgd", 2, 1, 3, 5, True),
    "large sets, random tasks": ("structured_sgd", 2, 2, 2, INF, True),
    "ReLU, large sets": ("structured_sgd_relu", 2, 2, 2, INF, True),
    "linear": ("structured_sgd_linear", 1, 2, 3, 3, True),
    "linear, three units": ("structured_sgd_linear", 3, 1, 2, 2, False),
}
PAIRS = 40_000


def made(name):
    """The setting of a case and what its solver is given."""
    system, K, M, L, V, random = CASES[name]
    rng = np.random.default_rng([5, list(CASES).index(name)])
    shares = rng.dirichlet(4 * np.ones(L))
    C = shares[:, None, None] * np.array([covariance(rng, K + M, None) for _ in range(L)])
    given = {"shares": shares, "variances": rng.uniform(0.3, 2.0, L)}
    tasks = {"mean": rng.standard_normal(M), "cov": np.eye(M) if random else np.zeros((M, M))}
    rates = {"eta_J": 0.7, "eta_0": 0.6, "noise": 0.3, "decay": 0.0}
    overlaps = {"T": C[:, K:, K:], "Q": C[:, :K, :K], "R": C[:, :K, K:]}
    head = {"w0": rng.standard_normal(K)}
    model, _, activation = system.partition("_sgd_")
    model = model.removesuffix("_sgd") + "_sgd"
    simulated = rates | {"V": 8 if V == INF else V}
    units = (activation or "erf", K, M)
    setting = Setting(model_data(model), *units, simulated, **overlaps, **given, **tasks, **head)
    chosen = rates | given | tasks | {"V": V, "T": setting.T, "kurtosis": None}
    return system, setting, chosen


def matrix(name, backend="numpy", **changed):
    system, setting, chosen = made(name)
    state = State(setting.R, setting.Q, setting.w0)
    return load(system, backend).diffusion(state, chosen | changed)


@pytest.fixture(scope="module")
def samples():
    found = {}
    for seed, name in enumerate(CASES):
        _, setting, chosen = made(name)
        large = chosen["V"] == INF
        found[name] = sample_diffusion(setting, tasks=PAIRS, seed=seed, infinite_query=large)
    return found


def scores(sample, D):
    difference = np.abs(sample.mean - D)
    with np.errstate(invalid="ignore", divide="ignore"):
        still = difference <= 1e-14 * np.abs(D).max()
        return np.where(still, 0.0, difference / sample.standard_error)


def comparisons():
    total = 0
    for _, K, M, L, _, _ in CASES.values():
        n = L * K * M + L * K * (K + 1) // 2 + K
        total += n * (n + 1) // 2
    return total


COMPARISONS = comparisons()


@pytest.mark.parametrize("name", CASES)
def test_against_one_microscopic_step(samples, name):
    assert scores(samples[name], matrix(name)).max() < threshold(COMPARISONS)


WRONG = {
    "one sample": {"variances": 1.1, "shares": 1.5},
    "five samples, random tasks": {"variances": 1.1},
    "large sets, random tasks": {"variances": 1.1},
    "ReLU, large sets": {"variances": 1.2},
    "linear": {"variances": 1.1},
    "linear, three units": {"variances": 1.1, "shares": 1.5},
}


@pytest.mark.parametrize("name", CASES)
def test_power_a_wrong_matrix_is_refused(samples, name):
    """The first block with more variance, or more of the inputs, by these factors."""
    for wrong, factor in WRONG[name].items():
        weights = made(name)[2][wrong].copy()
        weights[0] *= factor
        found = scores(samples[name], matrix(name, **{wrong: weights}))
        assert found.max() > threshold(COMPARISONS)


@pytest.mark.parametrize("name", CASES)
def test_backends_agree(name):
    ours = matrix(name)
    np.testing.assert_allclose(matrix(name, "c"), ours, rtol=0, atol=1e-11 * np.abs(ours).max())


@pytest.mark.parametrize("name", CASES)
def test_blocks_of_one_variance_add_up(name):
    """The covariance of sums over blocks is that of i.i.d. inputs."""
    system, setting, chosen = made(name)
    K, M, L = setting.K, setting.M, len(setting.shares)
    ones = {"variances": np.ones(L)}
    found = matrix(name, **ones)
    rows = np.zeros((K * M + K * (K + 1) // 2 + K, len(found)))
    pairs = K * (K + 1) // 2
    for h in range(L):
        rows[np.arange(K * M), h * K * M + np.arange(K * M)] = 1.0
        of_Q = np.arange(pairs)
        rows[K * M + of_Q, L * K * M + h * pairs + of_Q] = 1.0
    rows[K * M + pairs :, L * (K * M + pairs) :] = np.eye(K)
    state = State(setting.R.sum(axis=0), setting.Q.sum(axis=0), setting.w0)
    whole = load(system.replace("structured_sgd", "sgd"), "numpy")
    wanted = whole.diffusion(state, chosen | {"T": setting.T.sum(axis=0)})
    atol = 1e-11 * np.abs(wanted).max()
    np.testing.assert_allclose(rows @ found @ rows.T, wanted, rtol=0, atol=atol)


def spreads(**changed):
    """Simulated variances over predicted ones of R and Q at alpha = 3, of 200 runs at N = 300."""
    problem = load_problem("experiments/structured_sgd.toml").with_changes(
        run={"alpha_end": 3.0}, overlaps={"R": [[0.1, 0.0], [0.0, 0.05]]}, simulation={"N": 300}
    )
    times = np.array([0.0, 3.0])
    predicted = fluctuations(problem.with_changes(parameters=changed), 300, "c", times)
    setting = microscopic_setting(problem, None, 1)
    found = simulate(setting, N=300, runs=200, alphas=times, seed=1, tasks=2, test_samples=2)
    rows, columns = np.triu_indices(2)
    ratios = []
    for x, sd in ((found.R[-1], predicted.sd_R[-1]), (found.Q[-1], predicted.sd_Q[-1])):
        ratio = x.var(axis=0, ddof=1) / sd**2
        ratios.append((ratio if x is found.R[-1] else ratio[:, rows, columns]).ravel())
    return np.concatenate(ratios)


def test_the_band_of_runs():
    """Chi-squared of 199 degrees of freedom over that number, 21 entries at level 1e-3 (Bonferroni);
    of what the next order in 1/N adds there is no more than a per cent."""
    low, high = chi2.ppf([0.5e-3 / 21, 1 - 0.5e-3 / 21], 199) / 199
    found = spreads()
    assert low < found.min() and found.max() < high
    wrong = spreads(eta_J=1.3)
    assert wrong.min() < low or wrong.max() > high


def test_a_block_without_a_teacher_has_a_band():
    """R of that block is 0 and stays so; it does not end the band of the rest."""
    problem = load_problem("experiments/structured_sgd.toml").with_changes(
        parameters={"shares": 2, "variances": [1.0, 0.5]},
        overlaps={
            "T": {"blocks": [[1.0, 1.0], [0.0, 0.0]]},
            "R": {"blocks": [[[0.1, 0.0], [0.0, 0.1]], [[0.0, 0.0], [0.0, 0.0]]]},
        },
    )
    found = fluctuations(problem, 600, "c", np.array([0.0, 2.0, 4.0]))
    assert found.valid.all()
    assert (found.sd_R[:, 1] == 0).all() and (found.sd_R[1:, 0] > 0).all()
    assert (found.sd_Q[1:, 1] > 0).all()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["feedback_alignment", "fo_anil"])
@pytest.mark.parametrize("V", [2, INF])
def test_models_of_ones_own(name, V):
    """A stated coefficient with a vector; heads that adapt at P = inf."""
    model = replace(algorithms()[name], name=f"{name}_in_blocks", blocks=True)
    made_of = orderode.derive(model, "erf")
    K, M, L = 2, 2, 2
    rng = np.random.default_rng(3)
    shares = rng.dirichlet(4 * np.ones(L))
    C = shares[:, None, None] * np.array([covariance(rng, K + M, None) for _ in range(L)])
    given = {"shares": shares, "variances": rng.uniform(0.3, 2.0, L)}
    tasks = {"mean": rng.standard_normal(M), "cov": np.eye(M)}
    rates = {"eta_J": 0.7, "eta_0": 0.6, "noise": 0.3, "decay": 0.0}
    vectors = {}
    if name == "fo_anil":
        rates |= {"eta_w": 1.5, "P": INF, "inner_steps": 1}
    else:
        vectors = {"feedback": np.array([1.0, -0.8])}
    overlaps = {"T": C[:, K:, K:], "Q": C[:, :K, :K], "R": C[:, :K, K:]}
    more = given | tasks | {"w0": rng.standard_normal(K), "vectors": vectors}
    simulated = rates | {"V": 8 if V == INF else V}
    folder = str(made_of.folder)
    setting = Setting(data_of(folder), "erf", K, M, simulated, **overlaps, **more)
    sample = sample_diffusion(setting, tasks=PAIRS, seed=1, infinite_query=V == INF)
    chosen = rates | given | tasks | vectors | {"V": V, "T": setting.T, "kurtosis": None}
    solver = load(entry(folder, "erf").key, "numpy")
    D = solver.diffusion(State(setting.R, setting.Q, setting.w0), chosen)
    assert scores(sample, D).max() < threshold(4 * len(D) * (len(D) + 1) // 2)

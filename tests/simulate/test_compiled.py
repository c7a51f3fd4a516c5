"""The compiled simulation: its random numbers, its steps against the numpy interpreter, the same
bits however it is run."""

import ctypes
import math
from dataclasses import replace

import numpy as np
import pytest
from microscopic import make_setting
from scipy import special, stats
from trees import add, error, field, mul, noise, number, parameter, power, total, variant

from orderode.errors import BackendError
from orderode.simulate import (
    compiled,
    libraries,
    make_algorithm,
    sample_drift,
    sample_increments,
    simulate,
)
from orderode.simulate.activations import ACTIVATIONS, Activation, each
from orderode.simulate.compiled import MeasureKernel, StepKernel, key_of
from orderode.simulate.draws import pivoted_factor, psd_factor, wishart
from orderode.simulate.libraries import core, table
from orderode.simulate.measure import sample_observables
from orderode.simulate.reduced import Noise, Reduced

CUBIC = (0.3, 1.0, -0.2, 0.1)
LEVELS = range(core().simulate_level() + 1)


def pointer(x):
    return ctypes.c_void_p(x.ctypes.data)


def words(*values):
    return [ctypes.c_uint64(value) for value in values]


# -- random numbers ------------------------------------------------------------------------------

#: Key, counter and words of Threefry-2x64-20 as published with Random123 (its file kat_vectors).
KNOWN = [
    ((0, 0), (0, 0), (0xC2B6E3A8C2C69865, 0x6F81ED42F350084D)),
    ((2**64 - 1,) * 2, (2**64 - 1,) * 2, (0xE02CB7C4D95D277A, 0xD06633D0893B8B68)),
    (
        (0xA4093822299F31D0, 0x082EFA98EC4E6C89),
        (0x243F6A8885A308D3, 0x13198A2E03707344),
        (0x263C7D30BB0F0AF1, 0x56BE8361D3311526),
    ),
]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("key", "counter", "found"), KNOWN)
def test_blocks_are_threefry(key, counter, found, level):
    first, second = words_of = np.empty((2, 16), dtype=np.uint64)
    core().simulate_blocks(level, *words(*key, counter[1], counter[0]), pointer(words_of))
    assert (int(first[0]), int(second[0])) == found


def deviates(count, degrees, step=0, level=0, many=1):
    normal, chi = np.empty(count), np.empty(many)
    core().simulate_deviates(
        level,
        *words(5, 1, step),
        ctypes.c_long(count),
        pointer(normal),
        ctypes.c_long(many),
        ctypes.c_double(degrees),
        pointer(chi),
    )
    return normal, chi


def test_normals_are_normal():
    """4e5 deviates: Kolmogorov and Smirnov see a distribution off by 0.003 with probability 1/2;
    independence of the two of a pair, 32 apart, and of neighbours; level 1e-3 over six tests."""
    x = np.concatenate([deviates(1024, 5.0, step)[0] for step in range(400)])
    a, b = np.moveaxis(x.reshape(-1, 2, 32), 1, 0)
    assert stats.kstest(x, "norm").pvalue > 1.6e-4
    for u, v in ((a, b), (a, b**2), (a**2, b**2), (a**2, b), (x[:-1], x[1:])):
        assert abs(np.corrcoef(np.ravel(u), np.ravel(v))[0, 1]) < 3.8 / math.sqrt(np.size(u))


def test_moments_of_normals():
    """2e7 deviates: means of x^2, x^4 and x^6 within 4 standard errors, some 1e-3 of them."""
    x = np.concatenate([deviates(100_000, 5.0, step)[0] for step in range(200)])
    for degree, mean, variance in ((2, 1, 2), (4, 3, 96), (6, 15, 10170)):
        assert abs(np.mean(x**degree) - mean) < 4 * math.sqrt(variance / len(x))


@pytest.mark.parametrize("level", LEVELS)
def test_normals_are_those_of_their_words(level):
    """Box and Muller in double precision, from the same bits; 32 first ones, 32 second ones."""
    found = deviates(64, 5.0, 3, level)[0].reshape(2, 32)
    bits = np.empty(32, dtype=np.uint64)
    core().simulate_blocks(level, *words(5, 1, 3, 0), pointer(bits))
    high, low = bits >> np.uint64(33), bits & np.uint64(0xFFFFFFFF)
    length = np.sqrt(-2 * np.log((high + 0.5) / 2**31))
    angle = ((low & np.uint64(2**30 - 1)) - 2.0**29) / 2**29 * (math.pi / 4)
    x, y = np.cos(angle), np.sin(angle)
    swapped, turned = (low & np.uint64(2**30)) > 0, (low & np.uint64(2**31)) > 0
    pair = np.where(swapped, [y, x], [x, y]) * np.where(turned, -length, length)
    np.testing.assert_allclose(found, pair, rtol=0, atol=1e-6)


@pytest.mark.parametrize("degrees", [1, 2, 3, 4, 20, 994])
def test_chi_squares_have_their_law(degrees):
    """1e4 deviates each; level 1e-3 over twelve tests. The last of them has one degree less."""
    found = np.array([deviates(2, degrees, step, many=2)[1] for step in range(10_000)])
    for column, k in enumerate((degrees, degrees - 1)):
        if k:
            assert stats.kstest(found[:, column], stats.chi2(k).cdf).pvalue > 1e-3 / 12
        else:
            assert not found[:, column].any()


@pytest.mark.parametrize("level", LEVELS)
def test_activations_are_those_of_scipy(level):
    x = np.concatenate([np.linspace(-9, 9, 100_001), [1e3, -1e150, 0.0, -0.0]])
    out, values = np.empty_like(x), table()

    def of(order):
        core().simulate_erf(
            level, pointer(values), order, ctypes.c_long(len(x)), pointer(x), pointer(out)
        )
        return out

    np.testing.assert_allclose(of(0), special.erf(x * math.sqrt(0.5)), rtol=0, atol=7e-16)
    slope = math.sqrt(2 / math.pi) * np.exp(-0.5 * x * x)
    np.testing.assert_allclose(of(1), slope, rtol=0, atol=4e-16)
    with np.errstate(over="ignore", invalid="ignore"):
        third = np.where(abs(x) < 9, (x * x - 1) * slope, 0)
    near = abs(x) < 9
    np.testing.assert_allclose(of(3)[near], third[near], rtol=0, atol=3e-14)


# -- steps ---------------------------------------------------------------------------------------

COST = mul(parameter("gamma"), power(field("k", "nu"), 2))
LOSSES = {
    "a quartic loss with a cost of fields": add(
        mul(number(0.25), power(error("w", "nu"), 4)), total("k", COST)
    ),
    "noise squared": add(
        mul(number(0.5), power(error("w", "nu"), 2)), mul(noise("nu"), power(error("w", "nu"), 3))
    ),
}


def setting_of(model="fo_anil", activation="erf", K=3, M=2, **change):
    weights = np.random.default_rng(5).standard_normal((K + M, 8))
    C = weights @ weights.T / 8
    values = dict(eta_J=1.7, eta_w=0.9, eta_0=0.8, noise=0.5, decay=0.7, P=5, V=7)
    values |= dict(T=C[K:, K:], Q=C[:K, :K], R=C[:K, K:], w0=np.linspace(0.3, -0.5, K))
    return make_setting(model, activation, K, M, **(values | change))


def apart(setting, N=50, runs=2, steps=2):
    """The largest deviation of a step in numpy from the one in C from the same state and draws,
    over the largest entry; of each array."""
    algorithm = make_algorithm(setting, trajectories=True)
    kernel = StepKernel(algorithm)
    *compiled_states, _ = kernel.follow(N, runs, 12345, np.arange(steps + 1), lambda _: None)
    state = Reduced(setting, N, runs, np.random.default_rng(0))
    worst = 0.0
    for step in range(steps):
        state.Q, state.R, state.w0 = (x[step].copy() for x in compiled_states)
        draws = [kernel.draw(N, 12345, run, step) for run in range(runs)]
        z, u, zeta, A, gains, along, B = (
            np.array([x.get(name, 0.0) for x in draws])
            for name in ("z", "u", "zeta", "A", "gains", "along", "B")
        )
        state.advance(
            z,
            u,
            lambda scale, A=A: wishart(scale, A),
            zeta if zeta.size else None,
            gains if setting.model.keep else None,
            Noise(along, B) if setting.varies else None,
        )
        for mine, numpys in zip(compiled_states, (state.Q, state.R, state.w0), strict=True):
            assert np.isfinite(mine[step + 1]).all()
            off = np.abs(mine[step + 1] - numpys).max()
            worst = max(worst, off / max(np.abs(numpys).max(), 1e-300))
            moved = np.abs(mine[step + 1] - mine[step]).max()
            assert moved > 1e-4 or mine is compiled_states[2]
    return worst


@pytest.fixture
def soon(monkeypatch):
    """Plans without optimisation: the same operations, compiled in a tenth of the time."""
    monkeypatch.setattr(libraries, "FLAGS", ("-O0",))
    for module in (compiled, libraries):
        monkeypatch.setattr(module, "WIDE", {})


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("size", [(1, 1), (1, 5), (5, 1), (11, 19)])
@pytest.mark.parametrize("activation", ["erf", "relu", "linear", CUBIC], ids=str)
@pytest.mark.parametrize("model", ["sgd", "fo_anil", "anil", "pooled"])
def test_steps_are_those_of_the_interpreter(model, activation, size):
    """With label noise, decay, a head start that moves; N = 50."""
    rates = {"eta_J": 0.5, "eta_w": 0.3} if activation == CUBIC else {}
    assert apart(setting_of(model, activation, P=size[0], V=size[1], **rates)) < 1e-12


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("model", ["sgd", "anil"])
def test_an_activation_is_one_entry(model, monkeypatch):
    """In numpy and in C: another one is simulated by both once it is in the table; without its C,
    by numpy alone, which is said."""
    sine = Activation(
        np.sin,
        np.cos,
        lambda n, x: np.sin(x + n * math.pi / 2),
        c=lambda n: each(("sin(x)", "cos(x)", "-sin(x)", "-cos(x)")[n % 4]),
    )
    monkeypatch.setitem(ACTIVATIONS, "sine", sine)
    assert apart(setting_of(model, "sine")) < 1e-12
    monkeypatch.setitem(ACTIVATIONS, "sine", replace(sine, c=None))
    with pytest.raises(BackendError, match="no C is written for the activation sine"):
        StepKernel(make_algorithm(setting_of(model, "sine"), trajectories=True))


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize(
    "change",
    [
        {"noise": 0.0, "eta_0": 0.0, "decay": 0.0, "w0": 0.0},
        {"inner_steps": 3},
        {"model": "anil", "inner_steps": 3},
        {"kurtosis": [1.0, 1.8], "mean": [1.0, -0.3]},
        {"cov": [[1.0, 0.4], [0.4, 0.5]]},
        {"K": 1, "M": 1},
        {"R": np.zeros((3, 2)), "Q": np.zeros((3, 3)), "w0": 1.0},
    ],
    ids=lambda change: "-".join(change),
)
def test_steps_of_other_settings(change):
    assert apart(setting_of(**change)) < 1e-12


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("name", LOSSES)
@pytest.mark.parametrize("through", [False, True])
def test_steps_of_models_of_the_user(name, through):
    model = variant("fo_anil", outer=LOSSES[name], through=through, parameters=["gamma"])
    assert apart(setting_of(model, eta_J=0.3, eta_w=0.2, gamma=0.4)) < 1e-12


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("activation", ["sign", [0.0, -3.0, 0.0, 1.0], "relu", "square"], ids=str)
@pytest.mark.parametrize("model", ["sgd", "anil"])
def test_steps_with_another_activation_of_the_teacher(model, activation):
    data = variant(model)
    data["teacher"]["activation"] = activation
    assert apart(setting_of(data, eta_J=0.5, eta_w=0.3)) < 1e-12


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("model", ["perceptron", "hebb"])
def test_steps_that_state_their_coefficient(model):
    assert apart(setting_of(model, "sign")) < 1e-12


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("activation", ["erf", "relu"])
def test_steps_with_a_vector(activation):
    setting = setting_of("feedback_alignment", activation)
    vectors = {"feedback": np.array([1.3, -0.4, 0.7])[: setting.K]}
    assert apart(replace(setting, vectors=vectors)) < 1e-12


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("size", [(1, 1), (5, 7)])
@pytest.mark.parametrize("model", ["fo_anil_varied", "anil_varied", "pooled_varied"])
def test_steps_with_teachers_that_vary(model, size):
    assert apart(setting_of(model, P=size[0], V=size[1], spread=[0.7, 1.3])) < 1e-12


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("N", [5, 6, 7, 8, 10])
def test_teachers_vary_in_few_dimensions(N):
    """No, one, two and three dimensions beside the weights and both teachers; with none of them."""
    assert apart(setting_of("fo_anil_varied", spread=[0.7, 1.3]), N=N) < 1e-12


@pytest.mark.usefixtures("soon")
def test_steps_with_gains():
    assert apart(setting_of("dropout", keep=0.6), steps=6) < 1e-12


def test_steps_with_a_set_of_tasks():
    """Both tasks are drawn, and move heads of their own."""
    given = {"w0": np.linspace(0.3, -0.5, 6), "p_second": 0.5}
    given |= {"vectors": {"u_first": [1.0, 0.2], "u_second": [-0.4, 1.0]}}
    setting = setting_of("continual", **given)
    assert apart(setting, steps=8) < 1e-12
    kernel = StepKernel(make_algorithm(setting, trajectories=True))
    tasks = np.array([kernel.draw(50, 1, 0, step)["u"][2:] for step in range(1000)])
    assert set(np.unique(tasks)) == {0, 1} and abs(tasks[:, 1].mean() - 0.5) < 0.06
    moments = kernel.follow(50, 1, 1, np.array([0, 1000]), lambda _: None)[3]
    np.testing.assert_allclose(moments[0, 0], (tasks - 0.5).sum(axis=0), atol=1e-9)


def test_gains_have_their_probability():
    """Of 3000, level 1e-3: 0.6 +- 0.03; the same for no other units, all and none."""
    kernel = StepKernel(make_algorithm(setting_of("dropout", keep=0.6)))
    gains = np.array([kernel.draw(50, 1, 0, step)["gains"] for step in range(1000)])
    assert set(np.unique(gains)) == {0, 1} and abs(gains.mean() - 0.6) < 0.03
    assert np.abs(np.corrcoef(gains.T) - np.eye(3)).max() < 0.12
    for keep in (0.0, 1.0):
        kernel = StepKernel(make_algorithm(setting_of("dropout", keep=keep)))
        assert (kernel.draw(50, 1, 0, 0)["gains"] == keep).all()


@pytest.mark.usefixtures("soon")
def test_steps_that_keep_lengths():
    setting = setting_of("spherical_retrieval", "square", eta_J=0.3)
    assert apart(setting) < 1e-12
    Q, *_ = StepKernel(make_algorithm(setting)).follow(50, 1, 1, np.array([0, 50]), lambda _: None)
    np.testing.assert_allclose(np.diagonal(Q[-1, 0]), np.diagonal(setting.Q), rtol=1e-13)


def test_power_another_step_is_seen():
    """A decay off by one part in 10^8."""
    setting = setting_of()
    algorithm = make_algorithm(setting, trajectories=True)
    kernel = StepKernel(algorithm)
    kernel.model.decay *= 1 + 1e-8
    Q, *_ = kernel.follow(50, 1, 1, np.arange(2), lambda _: None)
    R, *_ = StepKernel(algorithm).follow(50, 1, 1, np.arange(2), lambda _: None)
    assert np.abs(Q - R).max() > 1e-11


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("N", [5, 6, 7])
def test_the_smallest_dimensions(N):
    """No, one and two dimensions beside the weights: Bartlett's factor has as many columns."""
    assert apart(setting_of(), N=N) < 1e-12
    A = StepKernel(make_algorithm(setting_of())).draw(N, 1, 0, 0)["A"]
    assert (np.flatnonzero(A.any(axis=0)) == np.arange(N - 5)).all() and (A == np.tril(A)).all()


# -- the same bits, and the same law --------------------------------------------------------------


def run(**change):
    values = dict(N=60, runs=5, seed=3, alphas=[0, 0.5, 1], tasks=30, path=np.linspace(0, 1, 7))
    return simulate(setting_of(), **(values | change))


def test_bits_depend_on_neither_workers_nor_instructions(monkeypatch):
    many = run()
    assert many.backend == "compiled"
    sampled = sample_drift(setting_of(), tasks=3000, seed=1)
    monkeypatch.setattr(compiled, "cores", lambda: 1)
    use = compiled._Kernel.use
    monkeypatch.setattr(compiled._Kernel, "use", lambda self, _: use(self, 0))
    one = run()
    for name in ("Q", "R", "w0", "eps_g", "eps_g_se"):
        np.testing.assert_array_equal(getattr(one, name), getattr(many, name))
    np.testing.assert_array_equal(one.path.tasks, many.path.tasks)
    np.testing.assert_array_equal(
        sample_drift(setting_of(), tasks=3000, seed=1).dQ_mean, sampled.dQ_mean
    )


def test_a_run_does_not_know_the_others():
    three, five = run(runs=3), run(runs=5, alphas=[0, 1], path=None)
    np.testing.assert_array_equal(three.Q[-1], five.Q[-1, :3])
    np.testing.assert_array_equal(three.eps_g[-1], five.eps_g[-1, :3])


def z_scores(a, b):
    error = np.sqrt(a.var(axis=0, ddof=1) / len(a) + b.var(axis=0, ddof=1) / len(b))
    return (a.mean(axis=0) - b.mean(axis=0)) / error


@pytest.mark.slow
def test_trajectories_have_the_law_of_the_interpreter():
    """anil with everything switched on, 30 steps at N = 30, 4000 runs: means of 11 entries and
    their products about the mean, 77 tests at level 1e-3 together, |z| <= 4.5. Power: eta_J 5 % or
    the noise 20 % off is seen."""

    def entries(in_c, seed, **change):
        setting = setting_of("anil", **{"eta_J": 4.0, **change})
        end = simulate(
            setting, N=30, runs=4000, seed=seed, alphas=[1], tasks=1, test_samples=1, in_c=in_c
        )
        rows, columns = np.triu_indices(3)
        x = np.concatenate([end.Q[-1][:, rows, columns], end.R[-1].reshape(4000, -1)], axis=1)
        x = x[:, :11]
        center = x - true if len(true) else x - x.mean(axis=0)
        rows, columns = np.triu_indices(11)
        return x, center[:, rows] * center[:, columns]

    true = []
    judge = entries(False, 1)
    true = judge[0].mean(axis=0)

    def worst(found):
        return max(np.abs(z_scores(a, b)).max() for a, b in zip(found, judge, strict=True))

    assert worst(entries(True, 2)) < 4.5
    assert worst(entries(True, 2, eta_J=4.2)) > 4.5 and worst(entries(True, 2, noise=0.6)) > 4.5


@pytest.mark.parametrize("P", [5, math.inf])
def test_measurements_have_the_mean_of_the_interpreter(P):
    """Two observables of 3 overlaps, 4000 tasks each; |z| <= 4.3 of six."""
    setting = setting_of("pooled", P=P)
    algorithm = make_algorithm(setting)
    scale = np.array([0.5, 1.0, 1.5])[:, None, None]
    at = (scale**2 * setting.Q, scale * setting.R)
    options = dict(tasks=4000, test_samples=10)
    (a, s), (b, t) = (
        sample_observables(algorithm, algorithm.model.observables, *at, **options, seed=1, in_c=c)
        for c in (True, False)
    )
    assert (np.abs(a - b) < 4.3 * np.hypot(s, t)).all() and (a != b).all()
    np.testing.assert_allclose(s, t, rtol=0.25)
    kernel = MeasureKernel(algorithm, [(o.loss, o.head, 1) for o in algorithm.model.observables], 3)
    assert kernel.outputs == 2 and len(kernel.averages) == (2 if P == math.inf else 0)


@pytest.mark.parametrize("P", [5, math.inf])
@pytest.mark.parametrize("model", ["fo_anil", "anil"])
def test_drifts_have_the_mean_of_the_interpreter(model, P):
    setting = setting_of(model, P=P)
    a, b = (sample_drift(setting, tasks=20_000, seed=1, in_c=in_c) for in_c in (True, False))
    for name in ("dR", "dQ", "dw0"):
        error = np.hypot(getattr(a, f"{name}_se"), getattr(b, f"{name}_se"))
        assert (np.abs(getattr(a, f"{name}_mean") - getattr(b, f"{name}_mean")) < 4.5 * error).all()


def test_increments_have_the_covariance_of_the_interpreter():
    setting = setting_of()
    at = [np.repeat(x[None], 20, axis=0) for x in (setting.Q, setting.R, setting.w0)]
    a, b = (sample_increments(setting, *at, tasks=500, seed=1, in_c=c) for c in (True, False))
    for name in ("covariance", "second"):
        x, y = getattr(a, name), getattr(b, name)
        assert np.abs(z_scores(x, y)).max() < 5.2, name


# -- what cannot be compiled ----------------------------------------------------------------------


def test_without_a_compiler_numpy_takes_its_place(monkeypatch, capsys):
    def none(*_):
        raise BackendError("c", "no C compiler found (test)")

    monkeypatch.setattr(libraries, "kept_library", none)
    core.cache_clear()
    try:
        found = run()
    finally:
        core.cache_clear()
    assert found.backend == "numpy" and set(found.status) == {"ok"}
    said = capsys.readouterr().err
    assert said.count("simulation by numpy") == 1 and "no C compiler found (test)" in said


def test_an_infinite_support_set_is_followed_in_numpy(capsys):
    """Its head is a conditional expectation, by quadrature at every step."""
    found = simulate(setting_of(P=math.inf), N=20, runs=2, seed=0, alphas=[0, 0.5], tasks=10)
    assert found.backend == "numpy" and capsys.readouterr().err == ""
    assert np.isfinite(found.eps_g).all()


def test_very_many_inner_steps_are_not_compiled(capsys):
    setting = setting_of(inner_steps=60)
    found = simulate(setting, N=20, runs=2, seed=0, alphas=[0.1], tasks=10)
    assert (
        found.backend == "numpy" and "operations takes long to compile" in capsys.readouterr().err
    )


def test_keys_of_seeds_differ():
    seeds = [0, 1, 2**70, np.random.SeedSequence(0, spawn_key=(0,)), np.random.default_rng(0)]
    keys = [key_of(seed) for seed in seeds]
    assert len(set(keys)) == 5 and all(0 <= key < 2**64 for key in keys)


def test_a_run_that_leaves_the_finite_numbers_is_nan(monkeypatch):
    found = run(alphas=[0, 1], runs=2)
    wild = simulate(
        setting_of(eta_J=1e200), N=60, runs=2, seed=3, alphas=[0, 1], tasks=30, path=np.array([0.5])
    )
    assert wild.status == ("non-finite",) * 2 and np.isnan(wild.eps_g[1]).all()
    assert np.isfinite(wild.path.tasks).all() and found.status == ("ok",) * 2


def test_factors_are_those_of_numpy():
    rng = np.random.default_rng(1)
    for rank in (1, 3, 5):
        a = rng.standard_normal((5, rank))
        C = a @ a.T
        L, order = np.empty((5, 5)), np.empty(5, dtype=np.int64)
        core().simulate_factor(0, ctypes.c_long(5), pointer(C.copy()), pointer(L), pointer(order))
        np.testing.assert_array_equal(L, pivoted_factor(C))
        np.testing.assert_allclose(L @ L.T, psd_factor(C) @ psd_factor(C).T, atol=1e-14)

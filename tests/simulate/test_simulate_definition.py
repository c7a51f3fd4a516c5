"""The steppers against the definition of the algorithm: losses written out, differentiated
numerically."""

import math

import numpy as np
import pytest
from microscopic import make_setting
from scipy import special

from orderode.simulate import make_algorithm
from orderode.simulate.direct import Direct, weights
from orderode.simulate.draws import pivoted_factor, psd_factor
from orderode.simulate.reduced import Reduced


def g(x):
    return special.erf(x / math.sqrt(2))


def make(K=3, M=2, P=4.0, V=3, **change):
    rng = np.random.default_rng(5)
    values = dict(model="fo_anil", activation="erf", K=K, M=M, eta_J=1.7, eta_w=0.9, P=P, V=V)
    values |= dict(
        T=np.diag(np.arange(1.0, M + 1)), Q=0.6 * np.eye(K), R=0.2 * rng.standard_normal((K, M))
    )
    return make_setting(**(values | change))


def random_step(setting, N, runs, seed=1):
    rng = np.random.default_rng(seed)
    samples = make_algorithm(setting).samples
    return rng.standard_normal((runs, N, samples)), rng.standard_normal((runs, setting.M))


def central(function, x, h=1e-4):
    """Gradient by central differences, Richardson-extrapolated to fourth order."""
    out = np.empty_like(x)
    for index in np.ndindex(*x.shape):
        slopes = []
        for step in (h, 2 * h):
            shift = np.zeros_like(x)
            shift[index] = step
            slopes.append((function(x + shift) - function(x - shift)) / (2 * step))
        out[index] = (4 * slopes[0] - slopes[1]) / 3
    return out


def test_direct_step_is_gradient_descent():
    """Inner loop: w = -eta_w d/dw of the support loss at w = 0. Outer loop: J -= eta_J d/dJ of the
    query loss at that w. The difference quotients are good to about 1e-11."""
    N = 7
    setting = make()
    x, u = random_step(setting, N, 2)
    state = Direct(setting, N, 2, np.random.default_rng(0))
    before = state.J.copy()
    state.advance(x, u)
    for run in range(2):
        xs, xq, y = x[run, :, :4], x[run, :, 4:], u[run] @ g(state.B @ x[run] / math.sqrt(N))

        def support_loss(w, J=before[run], xs=xs, y=y):
            return np.mean((w @ g(J @ xs / math.sqrt(N)) - y[:4]) ** 2) / 2

        w = -setting.parameters["eta_w"] * central(support_loss, np.zeros(3))

        def query_loss(J, w=w, xq=xq, y=y):
            return np.mean((w @ g(J @ xq / math.sqrt(N)) - y[4:]) ** 2) / 2

        expected = before[run] - setting.parameters["eta_J"] * central(query_loss, before[run])
        assert np.abs(expected - before[run]).max() > 1e-2
        np.testing.assert_allclose(state.J[run], expected, rtol=0, atol=1e-10)


HEAD = dict(eta_0=0.8, noise=0.5, decay=0.7, w0=[0.3, -0.5, 0.4])


@pytest.mark.parametrize("singular", [False, True])
@pytest.mark.parametrize(
    ("P", "change"),
    [
        (4, {}),
        (math.inf, {}),
        (4, {"inner_steps": 3, **HEAD}),
        (math.inf, {"inner_steps": 3, **HEAD}),
    ]
    + [
        (4, {"model": "anil", "activation": "relu", **HEAD}),
        (None, {"model": "sgd", "eta_w": None, **HEAD}),
    ]
    + [(4, {"model": "pooled", "activation": (0, 1, 0, 0.3), **HEAD})],
)
def test_reduced_step_equals_direct_step(P, change, singular):
    """The same inputs, once as N-vectors and once split into the frame of the weights and the rest:
    the new overlaps and head starts agree to rounding. (Where C is singular an eigenvalue 0 +-
    1e-17 has a root of 3e-9, so that single paths agree to that only; the law is right to
    1e-17.)"""
    N, runs = 9, 3
    setting = make(P=P, **change)
    if singular:  # the first student lies on the first teacher
        R = np.array(setting.R)
        R[0], Q = [math.sqrt(0.6), 0.0], np.array(setting.Q)
        Q[0, 0], Q[0, 1:] = 0.6, R[1:, 0] * R[0, 0]
        Q[1:, 0] = Q[0, 1:]
        setting = make(P=P, Q=Q, R=R, **change)
    C = setting.covariance()
    assert (np.linalg.eigvalsh(C)[0] < 1e-12) == singular
    direct = Direct(setting, N, runs, np.random.default_rng(3))
    x, u = random_step(setting, N, runs, seed=2)
    # Frame with rows = sqrt(N) L E^T, as the reduced simulation has it; directions of zero length
    # are free.
    factor = pivoted_factor(C)
    E = np.linalg.pinv(factor, rcond=1e-7) @ np.concatenate([direct.J[0], direct.B]) / math.sqrt(N)
    length = np.linalg.norm(E, axis=1)
    spare = np.linalg.svd(E[length > 0.5])[2][::-1]
    E[length < 0.5] = spare[: (length < 0.5).sum()]
    np.testing.assert_allclose(E @ E.T, np.eye(setting.S), atol=1e-9)
    z = E @ x
    y = x - E.T @ z
    noise = make_algorithm(setting).draw_noise(np.random.default_rng(5), (runs,))
    w0 = setting.w0 + (
        0.3 * np.random.default_rng(6).standard_normal((runs, setting.K)) if change else 0
    )
    direct.w0 = np.broadcast_to(w0, direct.w0.shape).copy()  # as if it had moved before
    step = make_algorithm(setting).step(
        factor @ z, u, make_algorithm(setting).prepare(C), w0, noise
    )
    ay = step.coefficients @ y[..., step.used].swapaxes(1, 2)
    reduced = Reduced(setting, N, runs, np.random.default_rng(4))
    reduced.w0 = direct.w0.copy()
    reduced.advance(z, u, lambda scale: ay @ ay.swapaxes(1, 2), noise)
    direct.advance(x, u, noise=noise)
    pairs = list(zip(reduced.overlaps(), direct.overlaps(), (setting.Q, setting.R), strict=True))
    for mine, true, start in [*pairs, (reduced.w0, direct.w0, w0)]:
        assert np.abs(true - start).max() > 1e-3 or (
            true is direct.w0 and not setting.parameters["eta_0"]
        )
        np.testing.assert_allclose(mine, true, rtol=0, atol=1e-7 if singular else 1e-12)


def test_scale_handed_to_the_orthogonal_part_is_the_gram_matrix_of_the_coefficients():
    setting = make()
    state = Reduced(setting, 9, 2, np.random.default_rng(4))
    x, u = random_step(setting, setting.S, 2)
    step = make_algorithm(setting).step(pivoted_factor(setting.covariance()) @ x, u, None)
    seen = []
    state.advance(x, u, lambda scale: seen.append(scale) or np.zeros_like(scale))
    np.testing.assert_allclose(
        seen[0], np.einsum("bks,bls->bkl", step.coefficients, step.coefficients)
    )


@pytest.mark.parametrize("N", [5, 50, 1000])
def test_initial_overlaps_of_direct_are_exact(N):
    setting = make()
    J, B = weights(setting, N, np.random.default_rng(8))
    for product, given in ((J @ J.T, setting.Q), (J @ B.T, setting.R), (B @ B.T, setting.T)):
        np.testing.assert_allclose(product / N, given, rtol=0, atol=1e-12)
    Q, R = Direct(setting, N, 3, np.random.default_rng(9)).overlaps()
    np.testing.assert_allclose(Q, np.broadcast_to(setting.Q, Q.shape), rtol=0, atol=1e-12)
    np.testing.assert_allclose(R, np.broadcast_to(setting.R, R.shape), rtol=0, atol=1e-12)


def test_infinite_support_head_is_the_mean_of_finite_ones():
    """Given the task, the head at any P has the P = inf head for its mean. 4 tasks x 3 students =
    12 z-scores of 2e5 heads each; threshold 4.2 keeps the false-alarm rate of the set below 4e-4. A
    relative error of the head of 2 % (its entries are near 0.2, its spread 0.4 at P = 4) shows at z
    > 4.4."""
    finite, infinite = make(), make(P=math.inf)
    rng = np.random.default_rng(11)
    u = rng.standard_normal((4, 2))
    algorithm = make_algorithm(infinite)
    expected = algorithm.adapt(np.empty((4, 5, 0)), u, algorithm.prepare(infinite.covariance()))
    fields = psd_factor(finite.covariance()) @ rng.standard_normal((200_000, 4, 5, 4))
    heads = make_algorithm(finite).adapt(fields, u, None)
    error = heads.std(axis=0) / math.sqrt(len(heads))
    assert np.abs((heads.mean(axis=0) - expected) / error).max() < 4.2

"""The measurements of docs/maml.md: MAML and Reptile with N-dimensional weights and inputs, at
several N.

python benchmarks/maml_reptile.py    (about two minutes on one core; --quick for a tenth of the
tasks)
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.special import erf

import orderode

Array = NDArray[np.float64]
# the head start: with w0 = 0 the first inner step would not move J at all
W0 = np.array([1.0, -0.7])
MEAN = np.array([1.0, 0.5])  # of the tasks in F
COVARIANCE = np.array(
    [[0.9, 0.1, 0.4, 0.0], [0.1, 0.7, 0.1, 0.3], [0.4, 0.1, 1.0, 0.0], [0.0, 0.3, 0.0, 1.0]]
)


def g(x: Array) -> Array:
    return np.asarray(erf(x / np.sqrt(2)))


def slope(x: Array) -> Array:
    return np.asarray(np.sqrt(2 / np.pi) * np.exp(-x * x / 2))


def draws(
    N: int, samples: int, tasks: int, seed: int = 1
) -> Iterator[tuple[Array, Array, Array, Array]]:
    """Per block of tasks: J (K, N), fields (n, 4, samples), Gram matrices x.x'/N (n, samples,
    samples), u (n, 2)."""
    rng = np.random.default_rng([seed, N])
    frame = np.linalg.qr(rng.standard_normal((N, 4)))[0]
    weights = np.sqrt(N) * np.linalg.cholesky(COVARIANCE) @ frame.T
    block = max(1, 2**22 // (N * samples))
    for done in range(0, tasks, block):
        x = rng.standard_normal((min(block, tasks - done), N, samples))
        yield (
            weights[:2],
            weights @ x / np.sqrt(N),
            x.swapaxes(1, 2) @ x / N,
            rng.standard_normal((len(x), 2)),
        )


def change(a: Array, fields: Array, gram: Array) -> Array:
    """N times the change of (R, Q) in the step J_k + N^-1/2 sum_s a_k^s x^s: (n, 2, 4)."""
    linear = a @ fields.swapaxes(1, 2)
    dQ = linear[..., :2] + linear[..., :2].swapaxes(1, 2) + a @ gram @ a.swapaxes(1, 2)
    return np.concatenate([linear[..., 2:], dQ], axis=-1)


def forces(fields: Array, w: Array, u: Array, learner: Array) -> tuple[Array, Array]:
    """F_k = (f - y) w_k g'(lambda_k) (n, 2, s) and f - y (n, s) at the learner's fields
    ``learner``."""
    error = (w[:, :, None] * g(learner)).sum(1) - (u[:, :, None] * g(fields[:, 2:])).sum(1)
    return error[:, None] * w[:, :, None] * slope(learner), error


def maml_step(
    fields: Array, gram: Array, u: Array, P: int, eta: float, eta_w: float, eta_J: float = 1.0
) -> Array:
    """Coefficients (n, 2, P + V) of the exact gradient through one inner step of w (rate eta_w) and
    J (rate eta)."""
    V = fields.shape[-1] - P
    support, query = fields[..., :P], fields[..., P:]
    w = np.broadcast_to(W0, u.shape)
    F, error = forces(support, w, u, support[:, :2])
    values, slopes = g(support[:, :2]), slope(support[:, :2])
    adapted = w - eta_w / P * (values * error[:, None]).sum(-1)
    cross = gram[:, :P, P:]
    moved = query[:, :2] - eta / P * F @ cross
    G, left = forces(query, adapted, u, moved)
    d = (g(moved) * left[:, None]).mean(-1)
    pull = (d[:, :, None] * values).sum(1)
    through_w = (
        -eta_w / P * slopes * (error[:, None] * d[:, :, None] + w[:, :, None] * pull[:, None])
    )
    back = G @ cross.swapaxes(1, 2) / V  # (n, 2, P): what the query loss asks of the support forces
    heads = w[:, :, None] * slopes
    curved = error[:, None] * w[:, :, None] * -support[:, :2] * slopes
    through_J = -eta / P * (heads * (heads * back).sum(1)[:, None] + curved * back)
    return -eta_J * np.concatenate([through_w + through_J, G / V], axis=-1)


def adapt(
    fields: Array, gram: Array, u: Array, eta: float, eta_w: float, steps: int
) -> tuple[Array, Array]:
    """Full-batch inner steps on one set: the head, and the sum over steps of the coefficients of
    the samples."""
    P = fields.shape[-1]
    w, learner = np.broadcast_to(W0, u.shape), fields[:, :2]
    total = np.zeros_like(learner)
    for _ in range(steps):
        F, error = forces(fields, w, u, learner)
        w = w - eta_w / P * (g(learner) * error[:, None]).sum(-1)
        total = total - eta / P * F
        learner = fields[:, :2] + total @ gram
    return w, total


def averaged(
    N: int, samples: int, tasks: int, quantity: Callable[[Array, Array, Array], Array]
) -> tuple[Array, Array]:
    """Mean and standard error of a quantity (n, ...) over tasks."""
    parts = [quantity(*block[1:]) for block in draws(N, samples, tasks)]
    whole = np.concatenate(parts)
    return whole.mean(0), whole.std(0) / np.sqrt(len(whole))


def largest(pair: tuple[Array, Array]) -> str:
    mean, se = pair
    at = np.unravel_index(np.abs(mean).argmax(), mean.shape)
    return f"{abs(mean[at]):.5f} +- {se[at]:.5f}"


def gradient_error() -> float:
    """Exact MAML step against central differences of the query loss after adaptation, in N = 8
    dimensions."""
    N, P, V, eta, eta_w = 8, 3, 2, 0.9, 0.7
    rng = np.random.default_rng(5)
    J, B, x, u = (rng.standard_normal(shape) for shape in ((2, N), (2, N), (N, P + V), (2,)))

    def loss(J: Array) -> float:
        beta, support, query = B @ x / np.sqrt(N), x[:, :P], x[:, P:]
        fields = np.concatenate([J @ support / np.sqrt(N), beta[:, :P]])[None]
        F, error = forces(fields, W0[None], u[None], fields[:, :2])
        w = W0 - eta_w / P * g(fields[0, :2]) @ error[0]
        moved = J - eta / np.sqrt(N) / P * F[0] @ support.T
        return float(np.square(w @ g(moved @ query / np.sqrt(N)) - u @ g(beta[:, P:])).mean() / 2)

    fields = np.concatenate([J, B])[None] @ x / np.sqrt(N)
    step = maml_step(fields, (x.T @ x / N)[None], u[None], P, eta, eta_w)[0] @ x.T / np.sqrt(N)
    h = 1e-5
    numeric = np.zeros_like(J)
    for at in np.ndindex(*J.shape):
        shift = np.zeros_like(J)
        shift[at] = h
        numeric[at] = (loss(J + shift) - loss(J - shift)) / (2 * h)
    return float(np.abs(step + numeric).max() / np.abs(numeric).max())


def fresh_batches(batch: int, tasks: int, steps: int = 3) -> Array:
    """dR_11 of Reptile with fresh batches at N -> inf: mean, its error, and fo_anil summed over 0,
    1, ... steps."""
    rng = np.random.default_rng(1)
    factor, found = np.linalg.cholesky(COVARIANCE), []
    block = 2**18 // batch
    for _ in range(0, tasks, block):
        u = MEAN + rng.standard_normal((block, 2))
        w, total = np.broadcast_to(W0, u.shape), np.zeros(block)
        for _ in range(steps):
            fields = factor @ rng.standard_normal((block, 4, batch))
            F, error = forces(fields, w, u, fields[:, :2])
            total -= (F[:, 0] * fields[:, 2]).mean(-1)
            w = w - (g(fields[:, :2]) * error[:, None]).mean(-1)
        found.append(total)
    whole = np.concatenate(found)
    overlaps = {"Q": COVARIANCE[:2, :2], "R": COVARIANCE[:2, 2:], "T": COVARIANCE[2:, 2:]}
    rates = {"eta_J": 1.0, "eta_w": 1.0, "P": np.inf, "V": batch, "w0": W0}
    content = {"activation": "erf", "K": 2, "M": 2, "overlaps": overlaps, "tasks": {"mean": MEAN}}
    models = ["pooled"] + ["fo_anil"] * (steps - 1)
    problems = [
        orderode.load_problem(
            {**content, "model": model, "parameters": {**rates, "inner_steps": max(s, 1)}}
        )
        for s, model in enumerate(models)
    ]
    theory = sum(orderode.right_hand_side(p).dR[0, 0] for p in problems)
    return np.array([whole.mean(), whole.std() / np.sqrt(len(whole)), theory])


def main(scale: float) -> None:
    def several(tasks: int) -> int:
        return max(50, int(tasks * scale))

    print(f"The exact MAML step differs from numerical differentiation by {gradient_error():.1e}")
    print("A. rms change of the learner's fields by one inner step, rates 1, P = 5")
    print("       N    support      fresh   fresh*sqrt(N)")
    for N in (100, 400, 1600, 6400):

        def moved(fields: Array, gram: Array, u: Array) -> Array:
            total = adapt(fields[..., :5], gram[:, :5, :5], u, 1.0, 1.0, 1)[1]
            return np.square(total @ gram[:, :5]).mean(1)

        change_of, _ = averaged(N, 25, several(1000), moved)
        support, fresh = np.sqrt(change_of[:5].mean()), np.sqrt(change_of[5:].mean())
        print(f"  {N:6d} {support:10.4f} {fresh:10.4f} {fresh * np.sqrt(N):10.4f}")

    print(
        "B. N*(change of R, Q): exact MAML minus exact ANIL, one inner step, P = V = 3, rates 1:"
        " largest mean"
    )
    for N in (20, 40, 80, 160):

        def difference(fields: Array, gram: Array, u: Array) -> Array:
            steps = [maml_step(fields, gram, u, 3, eta, 1.0) for eta in (1.0, 0.0)]
            return change(steps[0], fields, gram) - change(steps[1], fields, gram)

        mean, se = averaged(N, 6, several(400_000), difference)
        print(f"  N = {N:5d}: {largest((mean, se))}   times N: {largest((N * mean, N * se))}")

    print(
        "C. head after two inner steps, MAML minus ANIL, correlated with the task: largest |<dw_k"
        " u_m>|, rates 1"
    )
    for N in (100, 800):
        for P in (2, 4, 8, 16):

            def head(fields: Array, gram: Array, u: Array) -> Array:
                dw = adapt(fields, gram, u, 1.0, 1.0, 2)[0] - adapt(fields, gram, u, 0.0, 1.0, 2)[0]
                return dw[:, :, None] * u[:, None, :]

            mean, se = averaged(N, P, several(8_000_000 // (N * P) + 4000), head)
            print(
                f"  N = {N:4d}, P = {P:2d}: {largest((mean, se))}   times P:"
                f" {largest((P * mean, P * se))}"
            )

    print("D. rms change of fresh fields by inner loops that grow with N, head fixed")
    print(
        "       N   rate N/2, P = 2N   rate N/2, P = 5   N steps, same 5 samples   N steps, fresh"
        " samples"
    )
    for N in (50, 100, 200, 400):
        found = []
        for P, rate in ((2 * N, N / 2), (5, N / 2)):

            def one(fields: Array, gram: Array, u: Array, P: int = P, rate: float = rate) -> Array:
                total = adapt(fields[..., :P], gram[:, :P, :P], u, rate, 0.0, 1)[1]
                return np.square(total @ gram[:, :P, P:]).mean((1, 2))

            found.append(np.sqrt(averaged(N, P + 20, several(200), one)[0]))

        def repeated(fields: Array, gram: Array, u: Array, steps: int = N) -> Array:
            total = adapt(fields[..., :5], gram[:, :5, :5], u, 1.0, 0.0, steps)[1]
            return np.square(total @ gram[:, :5, 5:]).mean((1, 2))

        found.append(np.sqrt(averaged(N, 25, several(200), repeated)[0]))

        def online(fields: Array, gram: Array, u: Array, steps: int = N) -> Array:
            a = np.zeros((len(u), 2, steps))
            w = np.broadcast_to(W0, u.shape)
            for t in range(steps):
                here = fields[..., t : t + 1]
                a[..., t] = -forces(here, w, u, here[:, :2] + a[..., :t] @ gram[:, :t, t : t + 1])[
                    0
                ][..., 0]
            return np.square(a @ gram[:, :steps, steps:]).mean((1, 2))

        found.append(np.sqrt(averaged(N, N + 20, several(100), online)[0]))
        print(f"  {N:6d}" + "".join(f"{x:16.4f}    " for x in found))

    print(
        "E. Reptile, three inner steps on the same P = 3 samples, rates 1, eps = 1: <N*(change of"
        " R_11)>"
    )
    print(
        "       N      direct              self-overlaps only    difference            fields"
        " frozen"
    )
    for N in (20, 80, 320):

        def reptile(fields: Array, gram: Array, u: Array) -> Array:
            identity = np.broadcast_to(np.eye(3), gram.shape)
            whole = change(adapt(fields, gram, u, 1.0, 1.0, 3)[1], fields, gram)[:, 0, 0]
            limit = change(adapt(fields, identity, u, 1.0, 1.0, 3)[1], fields, identity)[:, 0, 0]
            frozen = change(adapt(fields, 0 * gram, u, 1.0, 1.0, 3)[1], fields, identity)[:, 0, 0]
            return np.stack([whole, limit, whole - limit, frozen], axis=-1)

        mean, se = averaged(N, 3, several(1_000_000), reptile)
        print(
            f"  {N:6d}  " + "  ".join(f"{m:9.5f} +- {s:.5f}" for m, s in zip(mean, se, strict=True))
        )

    print(
        "F. Reptile, three inner steps on fresh batches, N -> inf, tasks of mean (1, 0.5): dR_11,"
        " and theory at P = inf"
    )
    for batch in (8, 32, 128):
        mean, se, theory = fresh_batches(batch, several(25_600_000 // batch))
        scaled = f"difference times batch {batch * (mean - theory):8.4f} +- {batch * se:.4f}"
        print(f"  batch {batch:4d}: {mean:9.5f} +- {se:.5f}   {theory:9.5f}   {scaled}")


if __name__ == "__main__":
    main(0.1 if "--quick" in sys.argv else 1.0)

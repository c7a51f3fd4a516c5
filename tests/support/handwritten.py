"""The steps of the four algorithms written by hand, from their definition: what the interpreter has
to give.

Activations and the average <g g> at P = inf are those of the simulation.
"""

import math

import numpy as np

from orderode.simulate import Step, find_activation
from orderode.simulate.algorithms import STAND_IN
from orderode.simulate.quadrature import correlation


def readout(head, values):
    """sum_k head_k values_k^s: (..., k), (..., k, n) -> (..., n)."""
    out = (head[..., None, :] @ values)[..., 0, :]
    return out


def residual(values, u, w, noise=None):
    """f - y (..., n) at the values g(fields) (..., S, n), for the task u, the head w, label noise
    (..., n)."""
    difference = readout(np.concatenate([w, -u], axis=-1), values)
    return difference if noise is None else difference - noise


class InnerLoop:
    """w <- w - (eta_w/P) sum_mu (f - y)^mu g(lambda^mu), repeated on the same support set.

    samples: fields to draw for the support set, none where it is infinite. Then the sum over mu is
    P times its conditional expectation given the task: w_k <- w_k - eta_w (sum_l <g_k g_l> w_l -
    sum_m <g_k g_m> u_m).
    """

    def __init__(self, setting):
        p = setting.parameters
        self.K, self.eta_w = setting.K, p["eta_w"]
        self.activation = find_activation(setting.activation)
        self.infinite = p["P"] == math.inf
        self.samples = 0 if self.infinite else p["P"]

    def prepare(self, C):
        """(<g_k g_l>, <g_k g_m>) (..., K, S) where the support set is infinite, else None."""
        return correlation(C, self.K, self.activation) if self.infinite else None

    def head(self, values, u, prepared, w, noise=None, steps=1):
        """The head (..., K) `steps` steps after w, at the values g(fields) (..., S, P) of the
        support set."""
        for _ in range(steps):
            if prepared is not None:
                slope = readout(np.concatenate([w, -u], axis=-1), prepared.swapaxes(-1, -2))
                w = w - self.eta_w * slope
            else:
                error = residual(values, u, w, noise)
                w = (
                    w
                    - (self.eta_w / self.samples)
                    * (values[..., : self.K, :] @ error[..., None])[..., 0]
                )
        return w


class Algorithm:
    """What the simulations ask of an algorithm, and what all of them share: the descent on the
    query set.

    support, query: numbers of samples of one step; the support samples come first on the sample
    axis.
    """

    inner = None

    def __init__(self, setting):
        p = setting.parameters
        self.K, self.sigma = setting.K, p["noise"]
        self.eta_J, self.eta_0 = p["eta_J"], p["eta_0"]
        self.activation = find_activation(setting.activation)
        self.w0 = setting.w0
        self.support, self.query = 0, p["V"]

    @property
    def samples(self):
        """Samples of one step."""
        return self.support + self.query

    def prepare(self, C):
        """Whatever the step needs of the overlaps C (..., S, S) beyond samples, or None."""
        return None if self.inner is None else self.inner.prepare(C)

    def step(self, fields, u, prepared, w0=None, noise=None):
        """The step given all the fields (..., S, samples), the task u (..., M), the head start w0
        (..., K) (by default the setting's) and zeta of the label noise (..., samples)."""
        start = np.broadcast_to(self.w0 if w0 is None else w0, (*u.shape[:-1], self.K))
        return self.move(fields, u, prepared, start, None if noise is None else self.sigma * noise)

    def descend(self, fields, u, w, noise):
        """Coefficients (..., K, V) of the query samples with the head w held fixed, and dl/dw (...,
        K)."""
        values = self.activation.g(fields)
        error = residual(values, u, w, noise)
        a = self.activation.derivative(fields[..., : self.K, :])
        a *= error[..., None, :]
        a *= (-self.eta_J / self.query) * w[..., None]
        return a, (values[..., : self.K, :] @ error[..., None])[..., 0] / self.query


class Supervised(Algorithm):
    """No inner loop: J, and the head w0 at its own rate, descend the loss on V samples of the task
    drawn."""

    def move(self, fields, u, prepared, start, noise):
        a, slope = self.descend(fields, u, start, noise)
        return Step(a, slice(0, self.query), -self.eta_0 * slope)


class FoAnil(Algorithm):
    """First-order ANIL: inner steps of the head from w0, then J and w0 on the query set with w held
    fixed."""

    def __init__(self, setting):
        super().__init__(setting)
        self.inner = InnerLoop(setting)
        self.inner_steps = setting.parameters.get("inner_steps", 1)
        self.support = self.inner.samples

    def adapt(self, support, u, prepared, start, noise):
        """The head (..., K) after the inner loop on the support fields (..., S, support)."""
        values = self.activation.g(support)
        return self.inner.head(values, u, prepared, start, noise, self.inner_steps)

    def move(self, fields, u, prepared, start, noise):
        P = self.support
        of_support, of_query = (None, None) if noise is None else (noise[..., :P], noise[..., P:])
        w = self.adapt(fields[..., :P], u, prepared, start, of_support)
        a, slope = self.descend(fields[..., P:], u, w, of_query)
        return Step(a, slice(P, self.samples), -self.eta_0 * slope)


class Anil(FoAnil):
    """ANIL: the query loss is differentiated through the one inner step w(J, w0) too, by the chain
    rule

        w_k = w0_k - (eta_w/P) sum_mu e^mu g(lambda_k^mu),   e = f0 - y,   d_k = dl/dw_k on the
        query set: dl/dlambda_l^mu = -(eta_w/P) g'(lambda_l^mu) [e^mu d_l + w0_l sum_k d_k
        g(lambda_k^mu)]
        dl/dw0_l = d_l - (eta_w/P) sum_mu g(lambda_l^mu) sum_k d_k g(lambda_k^mu).

    With an infinite support set the head does not depend on any sample of it, and its samples enter
    the drift through sums that have their expectation for a value: STAND_IN fresh ones in their
    place are right on average.
    """

    def __init__(self, setting):
        super().__init__(setting)
        self.support = STAND_IN if self.inner.infinite else self.inner.samples

    def move(self, fields, u, prepared, start, noise):
        P, K, eta_w = self.support, self.K, self.inner.eta_w
        of_support, of_query = (None, None) if noise is None else (noise[..., :P], noise[..., P:])
        values = self.activation.g(fields[..., :P])
        w = self.inner.head(values, u, prepared, start, of_support)
        query, d = self.descend(fields[..., P:], u, w, of_query)
        error = residual(values, u, start, of_support)
        pull = readout(d, values[..., :K, :])  # sum_k d_k g(lambda_k^mu)
        support = self.activation.derivative(fields[..., :K, :P])
        support *= error[..., None, :] * d[..., None] + start[..., None] * pull[..., None, :]
        support *= self.eta_J * eta_w / P
        if prepared is None:
            through = (values[..., :K, :] @ pull[..., None])[..., 0] / P
        else:
            through = readout(d, prepared[..., :K])
        a = np.concatenate([support, query], axis=-1)
        return Step(
            a,
            slice(0, self.samples),
            -self.eta_0 * (d - eta_w * through),
            P if self.inner.infinite else 0,
        )


BY_HAND = {"anil": Anil, "fo_anil": FoAnil, "pooled": Supervised, "sgd": Supervised}

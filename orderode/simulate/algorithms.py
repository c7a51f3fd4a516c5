"""The algorithms, one class each: from the fields of the samples of one step to the step.

A step moves J_k by N^-1/2 sum_s a_k^s x^s - (eta_J decay/N) J_k, and the head start by N^-1 times a vector. What
a class says is how the samples are used and which a_k^s follow; the same object serves the direct and the reduced
simulation and the drift sampling, none of which knows an algorithm. Arrays lead with any batch axes (runs, tasks),
written ... below.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .activations import FloatArray, find_activation
from .inner import InnerLoop, readout, residual
from .prior import TaskPrior
from .setting import Setting, SettingError

STAND_IN = 20  # support samples that stand for the sum over an infinite support set, see Anil


@dataclass(frozen=True)
class Step:
    """Coefficients a (..., K, n) of the n samples picked by `used` from all of the step's samples.

    head (..., K): N times the change of the head start; `averaged`: of the used samples the first so many stand
    for infinitely many whose sum has no spread, so that their products a_k^s a_l^s do not count.
    """

    coefficients: FloatArray
    used: slice
    head: FloatArray
    averaged: int = 0


class Algorithm:
    """What the simulations ask of an algorithm, and what all of them share: the descent on the query set.

    support, query: numbers of samples of one step; the support samples come first on the sample axis.
    measured: numbers of inner steps after which eps_g and, where there is a second one, eps_g_adapted are taken.
    """

    inner: InnerLoop | None = None
    trajectories = True  # False: the step is right on average over tasks only

    def __init__(self, setting: Setting) -> None:
        self.K, self.M, self.sigma = setting.K, setting.M, setting.noise
        self.eta_J, self.eta_0, self.decay = setting.eta_J, setting.eta_0, setting.eta_J * setting.decay
        self.activation = find_activation(setting.activation)
        self.prior = TaskPrior(setting.mean, setting.cov, setting.kurtosis)
        self.w0 = setting.w0
        self.support, self.query = 0, setting.V
        self.measured: tuple[int, ...] = (0,)

    @property
    def samples(self) -> int:
        """Samples of one step."""
        return self.support + self.query

    def draw_task(self, rng: np.random.Generator, batch: tuple[int, ...]) -> FloatArray:
        """Teacher heads u (*batch, M)."""
        return self.prior.draw(rng, batch)

    def draw_noise(self, rng: np.random.Generator, batch: tuple[int, ...]) -> FloatArray | None:
        """Label noise (*batch, samples) of one step; None, and no random numbers, where there is none."""
        return self.sigma * rng.standard_normal((*batch, self.samples)) if self.sigma else None

    def prepare(self, C: FloatArray) -> FloatArray | None:
        """Whatever the step needs of the overlaps C (..., S, S) beyond samples, or None."""
        return None if self.inner is None else self.inner.prepare(C)

    def step(
        self,
        fields: FloatArray,
        u: FloatArray,
        prepared: FloatArray | None,
        w0: FloatArray | None = None,
        noise: FloatArray | None = None,
    ) -> Step:
        """The step given all the fields (..., S, samples), the task u (..., M), the head start w0 (..., K) (by
        default the setting's) and the label noise (..., samples)."""
        raise NotImplementedError

    def start(self, u: FloatArray, w0: FloatArray | None) -> FloatArray:
        """The head start (..., K), broadcast to the tasks u (..., M)."""
        return np.broadcast_to(self.w0 if w0 is None else w0, (*u.shape[:-1], self.K))

    def descend(
        self, fields: FloatArray, u: FloatArray, w: FloatArray, noise: FloatArray | None
    ) -> tuple[FloatArray, FloatArray]:
        """Coefficients (..., K, V) of the query samples with the head w held fixed, and dl/dw (..., K)."""
        values = self.activation.g(fields)
        error = residual(values, u, w, noise)
        a = self.activation.derivative(fields[..., : self.K, :])
        a *= error[..., None, :]
        a *= (-self.eta_J / self.query) * w[..., None]
        return a, (values[..., : self.K, :] @ error[..., None])[..., 0] / self.query


class Supervised(Algorithm):
    """No inner loop: J, and the head w0 at its own rate, descend the loss on V samples of the task drawn."""

    def step(
        self,
        fields: FloatArray,
        u: FloatArray,
        prepared: FloatArray | None,
        w0: FloatArray | None = None,
        noise: FloatArray | None = None,
    ) -> Step:
        a, slope = self.descend(fields, u, self.start(u, w0), noise)
        return Step(a, slice(0, self.query), -self.eta_0 * slope)


class Pooled(Supervised):
    """Pre-training on the stream of tasks; the head adapts where eps_g_adapted is measured, and nowhere else."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        if setting.P is not None and setting.eta_w is not None:
            self.measured = (0, setting.inner_steps)


class FoAnil(Algorithm):
    """First-order ANIL: inner steps of the head from w0, then J and w0 on the query set with w held fixed."""

    inner: InnerLoop

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.inner = InnerLoop(setting)
        self.inner_steps = setting.inner_steps
        self.support = self.inner.samples
        self.measured = (self.inner_steps,)

    def adapt(
        self,
        support: FloatArray,
        u: FloatArray,
        prepared: FloatArray | None,
        w0: FloatArray | None = None,
        noise: FloatArray | None = None,
    ) -> FloatArray:
        """The head (..., K) after the inner loop on the support fields (..., S, support)."""
        values = self.activation.g(support)
        return self.inner.head(values, u, prepared, self.start(u, w0), noise, self.inner_steps)

    def step(
        self,
        fields: FloatArray,
        u: FloatArray,
        prepared: FloatArray | None,
        w0: FloatArray | None = None,
        noise: FloatArray | None = None,
    ) -> Step:
        P = self.support
        of_support, of_query = (None, None) if noise is None else (noise[..., :P], noise[..., P:])
        w = self.adapt(fields[..., :P], u, prepared, w0, of_support)
        a, slope = self.descend(fields[..., P:], u, w, of_query)
        return Step(a, slice(P, self.samples), -self.eta_0 * slope)


class Anil(FoAnil):
    """ANIL: the query loss is differentiated through the one inner step w(J, w0) too, by the chain rule

        w_k = w0_k - (eta_w/P) sum_mu e^mu g(lambda_k^mu),   e = f0 - y,   d_k = dl/dw_k on the query set:
        dl/dlambda_l^mu = -(eta_w/P) g'(lambda_l^mu) [e^mu d_l + w0_l sum_k d_k g(lambda_k^mu)]
        dl/dw0_l = d_l - (eta_w/P) sum_mu g(lambda_l^mu) sum_k d_k g(lambda_k^mu).

    With an infinite support set the head does not depend on any sample of it, and its samples enter the drift
    through sums that have their expectation for a value: STAND_IN fresh ones in their place are right on average.
    A single step is not, so that there are no trajectories then.
    """

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        if setting.inner_steps != 1:
            raise SettingError("inner_steps", setting.inner_steps, "anil differentiates one inner step: use 1")
        self.trajectories = not self.inner.infinite
        self.support = STAND_IN if self.inner.infinite else self.inner.samples

    def step(
        self,
        fields: FloatArray,
        u: FloatArray,
        prepared: FloatArray | None,
        w0: FloatArray | None = None,
        noise: FloatArray | None = None,
    ) -> Step:
        P, K, eta_w = self.support, self.K, self.inner.eta_w
        of_support, of_query = (None, None) if noise is None else (noise[..., :P], noise[..., P:])
        start = self.start(u, w0)
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
        return Step(a, slice(0, self.samples), -self.eta_0 * (d - eta_w * through), P if self.inner.infinite else 0)


ALGORITHMS: dict[str, type[Algorithm]] = {"anil": Anil, "fo_anil": FoAnil, "pooled": Pooled, "sgd": Supervised}


def make_algorithm(setting: Setting, *, trajectories: bool = False) -> Algorithm:
    """The algorithm object of a setting; `trajectories` asks for one whose single steps may be followed."""
    if setting.model not in ALGORITHMS:
        raise SettingError("model", setting.model, f"choose one of {sorted(ALGORITHMS)}")
    algorithm = ALGORITHMS[setting.model](setting)
    if trajectories and not algorithm.trajectories:
        remedy = f"trajectories of {setting.model} need a finite support set: use a large finite P"
        raise SettingError("P", math.inf, remedy)
    return algorithm

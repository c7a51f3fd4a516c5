"""A model at given numbers as the simulations use it: from the fields of the samples of one step to
the step.

A step moves J_k by N^-1/2 sum_s a_k^s x^s - (rate decay/N) J_k, and the head start by N^-1 times a
vector. The same object serves the direct and the reduced simulation and the drift sampling, none of
which knows an algorithm. What it computes are the model's losses and their derivatives on a tape.
Arrays lead with any batch axes (runs, tasks), written ... below.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .activations import FloatArray
from .errors import SettingError
from .expected import averages, expected
from .losses import GAINS, NOISE, QUERY, SUPPORT, VECTOR, Scenario
from .model import Expr, Observable
from .plan import Plan
from .prior import TaskPrior, TaskSet
from .setting import Setting
from .tape import Labels, Term

STAND_IN = 20  # support samples that stand for the sum over an infinite support set, see Algorithm

Prepared = Mapping[Hashable, FloatArray]


@dataclass(frozen=True)
class Step:
    """Coefficients a (..., K, n) of the n samples picked by `used` from all of the step's samples.

    head (..., K): N times the change of the head start, where there are several heads one after the
    other; `averaged`: of the used samples the first
    so many stand for infinitely many whose sum has no spread, so that their products a_k^s a_l^s do
    not count.
    """

    coefficients: FloatArray
    used: slice
    head: FloatArray
    averaged: int = 0


class Algorithm:
    """What the simulations ask of an algorithm.

    support, query: numbers of samples of one step; the support samples come first on the sample
    axis.
    decay: rate of the first layer times weight decay.
    trajectories: False where the step is right on average over tasks only. With an infinite support
    set the head does not depend on any sample of it; where the step goes through the inner loop,
    those samples enter the drift through sums that have their expectation for a value: STAND_IN
    fresh ones in their place are right on average.
    """

    def __init__(self, setting: Setting) -> None:
        self.setting, self.model = setting, setting.model
        self.K, self.M = setting.K, setting.M
        outer, inner, values = self.model.outer, self.model.inner, setting.parameters
        self.decay = values[outer.rate] * values[outer.decay] if outer.decay else 0.0
        self.spherical = outer.spherical
        self.prior: TaskPrior | TaskSet = TaskPrior(setting.mean, setting.cov, setting.kurtosis)
        if self.model.tasks:
            self.prior = TaskSet(*setting.task_set())
        self.query = int(values[self.model.size_of(outer.samples)])
        given = math.nan if inner is None else values[self.model.size_of(inner.samples)]
        self.infinite = given == math.inf
        steps = 0 if inner is None else inner.steps
        self.inner_steps = steps if isinstance(steps, int) else int(values[steps])
        #: Support samples on which a head adapts.
        self.adapting = 0 if inner is None or self.infinite else int(given)
        adapts = inner is not None and outer.head == inner.head
        self.through = outer.through_inner
        self.trajectories = not (self.through and self.infinite)
        self.support = (
            self.adapting if adapts and self.trajectories else STAND_IN if self.through else 0
        )
        self._scenario = Scenario(setting, {SUPPORT: max(1, self.support), QUERY: self.query})
        self.plan = self._planned(adapts)
        self._heads: dict[int, Plan] = {}
        self._measurements: dict[Hashable, Plan] = {}

    def _planned(self, adapts: bool) -> Plan:
        """The coefficients of support (if any) and query samples, and the change of the head
        start."""
        scenario, outer, tape = self._scenario, self.model.outer, self._scenario.tape
        head = scenario.start
        if adapts:
            head = scenario.adapted(
                self.inner_steps, infinite=self.infinite, stand_in=not self.trajectories
            )
        used = tape.copy(head, (head,))
        loss = scenario.mean_loss(outer.loss, QUERY, outer.head, used)
        sets = [SUPPORT, QUERY] if self.through else [QUERY]
        rate, start = self.setting.parameters[outer.rate], self.model.start.rate
        rate_of_start = -self.setting.parameters[start] if start else 0.0
        if outer.coefficient is not None:
            (slope,) = tape.gradient(loss, [used])
            step = scenario.coefficient(outer.coefficient, QUERY, outer.head, used)
            step = tape.product(rate / tape.sizes[QUERY], [step], step.labels)
            of_start = tape.product(rate_of_start, [slope], slope.labels)
            return Plan(tape, [(step, (outer.unit, QUERY)), (of_start, (0,))])
        fields = [scenario.fields(outer.network, samples) for samples in sets]
        slopes = tape.gradient(loss, [*fields, scenario.start if self.through else used])
        rates = [*[-rate] * len(sets), rate_of_start]
        moves = [
            tape.product(rate, [slope], slope.labels)
            for rate, slope in zip(rates, slopes, strict=True)
        ]
        return Plan(tape, [(move, (0, 1)) for move in moves[:-1]] + [(moves[-1], (0,))])

    @property
    def samples(self) -> int:
        """Samples of one step."""
        return self.support + self.query

    def draw_task(self, rng: np.random.Generator, batch: tuple[int, ...]) -> FloatArray:
        """Teacher heads u (*batch, M); of a set which task it is after them, (*batch, M + G)."""
        return self.prior.draw(rng, batch)

    def of_task(self, name: str) -> Algorithm:
        """The same where all tasks are this one of the set."""
        assert isinstance(self.prior, TaskSet)
        found = copy.copy(self)
        found.prior = self.prior.only([t.name for t in self.model.tasks].index(name))
        return found

    def draw_noise(
        self, rng: np.random.Generator, batch: tuple[int, ...], samples: int | None = None
    ) -> FloatArray | None:
        """zeta of the label noise (*batch, samples), by default for the samples of one step; None,
        and no random numbers, where there is none."""
        noisy = any((samples, NOISE) in self.plan.inputs for samples in (SUPPORT, QUERY))
        return (
            rng.standard_normal((*batch, self.samples if samples is None else samples))
            if noisy
            else None
        )

    def draw_gains(self, rng: np.random.Generator, batch: tuple[int, ...]) -> FloatArray | None:
        """Numbers of 0 and 1 (*batch, K), or None, and no random numbers, where there are none."""
        if not self.model.keep:
            return None
        kept = rng.random((*batch, self.K)) < self.setting.parameters[self.model.keep]
        return kept.astype(np.float64)

    def prepare(self, C: FloatArray) -> Prepared | None:
        """Whatever the step needs of the overlaps C (..., S, S) beyond samples, or None."""
        return self.averages(self.plan, C) if self.infinite else None

    def averages(self, plan: Plan, C: FloatArray) -> Prepared:
        """The averages over fields that a plan needs, at their covariance C (..., S, S)."""
        units = {
            self.model.learner.field: slice(0, self.K),
            self.model.teacher.field: slice(self.K, None),
        }
        return averages(plan.inputs, C, units, self._scenario.tape.activations)

    def step(
        self,
        fields: FloatArray,
        u: FloatArray,
        prepared: Prepared | None,
        w0: FloatArray | None = None,
        noise: FloatArray | None = None,
        gains: FloatArray | None = None,
    ) -> Step:
        """The step given all the fields (..., S, samples), the task u (..., M), the head start w0
        (..., K) (by default the setting's), zeta of the label noise (..., samples), and the gains
        (..., K)."""
        inputs = self.inputs(fields, u, prepared, w0, noise, self.support)
        *parts, head = self.plan.run(inputs if gains is None else {**inputs, GAINS: gains})
        batch = fields.shape[:-2]
        if batch != u.shape[:-1]:
            batch = np.broadcast_shapes(batch, u.shape[:-1])
        sizes = (self.support, self.query) if self.through else (self.query,)
        parts = [_full(part, (*batch, self.K, n)) for part, n in zip(parts, sizes, strict=True)]
        a = np.concatenate(parts, axis=-1) if self.through else parts[0]
        used = slice(self.samples - a.shape[-1], self.samples)
        head = _full(head, (*batch, self.K))
        if isinstance(self.prior, TaskSet):  # the heads of other tasks rest
            moved = self.prior.head(u)[..., :, None] * head[..., None, :]
            head = moved.reshape(*moved.shape[:-2], -1)
        return Step(a, used, head, 0 if self.trajectories else self.support)

    def adapt(
        self,
        support: FloatArray,
        u: FloatArray,
        prepared: Prepared | None,
        w0: FloatArray | None = None,
        noise: FloatArray | None = None,
    ) -> FloatArray:
        """The head (..., K) after the inner loop on the support fields (..., S, P)."""
        P = support.shape[-1]
        if P not in self._heads:
            scenario = Scenario(self.setting, {SUPPORT: max(1, P), QUERY: 1})
            head = Term(scenario.adapted(self.inner_steps, infinite=self.infinite), (0,))
            self._heads[P] = Plan(scenario.tape, [(head, (0,))])
        (found,) = self._heads[P].run(self.inputs(support, u, prepared, w0, noise, P))
        return found

    def inputs(
        self,
        fields: FloatArray,
        u: FloatArray,
        prepared: Prepared | None,
        w0: FloatArray | None,
        noise: FloatArray | None,
        support: int,
    ) -> dict[Hashable, FloatArray]:
        """Arrays by the names that a scenario gives them; the first `support` samples are the
        support set."""
        K, learner, teacher = self.K, self.model.learner.field, self.model.teacher.field
        zeta = np.zeros(fields.shape[-1]) if noise is None else noise
        start = self.setting.w0 if w0 is None else w0
        if isinstance(self.prior, TaskSet):
            heads = start.reshape(*start.shape[:-1], -1, K)
            used = self.prior.head(u)[..., :, None]
            start, u = (used * heads).sum(axis=-2), self.prior.vector(u)
        if start.shape[:-1] != u.shape[:-1]:
            start = np.broadcast_to(start, (*u.shape[:-1], K))
        return {
            **(prepared or {}),
            **{(VECTOR, name): x for name, x in self.setting.vectors.items()},
            self.model.task.name: u,
            self.model.start.name: start,
            (SUPPORT, learner): fields[..., :K, :support],
            (SUPPORT, teacher): fields[..., K:, :support],
            (SUPPORT, NOISE): zeta[..., :support],
            (QUERY, learner): fields[..., :K, support:],
            (QUERY, teacher): fields[..., K:, support:],
            (QUERY, NOISE): zeta[..., support:],
        }

    # --- what is measured

    def adapted(self, observable: Observable) -> int:
        """After how many inner steps an observable is taken."""
        inner = self.model.inner
        return self.inner_steps if inner is not None and observable.head == inner.head else 0

    def adaptation_loss(self) -> tuple[Expr, str]:
        """The loss whose mean is followed while a head adapts, and the name of the head in it."""
        inner = self.model.inner
        if inner is None:
            raise SettingError("model", self.model.name, "it has no inner loop: no head adapts")
        ours = [o for o in self.model.observables if o.head == inner.head] or self.model.observables
        return ours[0].loss, ours[0].head

    def measurement(self, losses: Sequence[tuple[Expr, str, int]], test_samples: int) -> Plan:
        """The mean over test samples, here the query set, of each loss (and the name of its head)
        with that head after so many inner steps, on a support set of `adapting` samples."""
        key = (tuple(losses), test_samples)
        if key not in self._measurements:
            scenario = Scenario(self.setting, {SUPPORT: max(1, self.adapting), QUERY: test_samples})
            outputs: list[tuple[Term, Labels]] = []
            for loss, head, steps in losses:
                node = scenario.adapted(steps, infinite=self.infinite)
                outputs.append((scenario.mean_loss(loss, QUERY, head, node), ()))
            self._measurements[key] = Plan(scenario.tape, outputs)
        return self._measurements[key]

    def expected_slope(self, loss: Expr, head: str) -> Plan:
        """The slope (K,) of a loss on infinitely much data in the head, at the head start."""
        scenario = Scenario(self.setting, {SUPPORT: 1, QUERY: 1})
        here = scenario.tape.copy(scenario.start, ())
        (slope,) = scenario.tape.gradient(scenario.mean_loss(loss, QUERY, head, here), [here])
        return Plan(
            scenario.tape, [(expected(scenario.tape, slope, QUERY, "the slope of the loss"), (0,))]
        )


def _full(array: FloatArray, shape: tuple[int, ...]) -> FloatArray:
    """The array repeated where it is the same for all."""
    if array.shape == shape:
        return array
    full: FloatArray = np.empty(shape)
    full[...] = array
    return full


def make_algorithm(setting: Setting, *, trajectories: bool = False) -> Algorithm:
    """The algorithm object of a setting; `trajectories` asks for one whose single steps may be
    followed."""
    if setting.model.ahead is not None:
        remedy = "its steps take N-vectors, for weights adapt ahead of them: simulate directly"
        raise SettingError("model", setting.model.name, remedy)
    algorithm = Algorithm(setting)
    if trajectories and not algorithm.trajectories:
        remedy = (
            f"trajectories of {setting.model.name} need a finite support set: use a large finite P"
        )
        name = setting.model.size_of(setting.model.inner.samples) if setting.model.inner else "P"
        raise SettingError(name, math.inf, remedy)
    return algorithm

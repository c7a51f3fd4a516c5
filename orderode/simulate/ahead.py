"""A giant step ahead of each outer step, with N-vectors: for its task J' = J - gamma sqrt(N) (1/n)
sum F x and w' = w - rate (1/n) sum dl/dw on n = ratio N fresh samples.

It is a step of the model whose outer step this would be, at the rate gamma N:
J - (gamma N/sqrt(N)) (1/n) sum F x.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .activations import FloatArray
from .algorithms import make_algorithm
from .model import Outer
from .setting import Setting

__all__ = ["GiantStep", "without"]


def without(setting: Setting) -> Setting:
    """The same problem where nothing adapts ahead of the outer step."""
    model = setting.model
    if model.ahead is None:
        return setting
    kept = tuple(p for p in model.parameters if p.name != model.ratio)
    parameters = {p.name: setting.parameters[p.name] for p in kept}
    sets = tuple(s for s in model.samples if s.letter != model.ahead.samples)
    plain = replace(model, ahead=None, parameters=kept, samples=sets)
    return replace(setting, model=plain, parameters=parameters)


class GiantStep:
    """That of a setting at N inputs."""

    def __init__(self, setting: Setting, N: int) -> None:
        model, ahead = setting.model, setting.model.ahead
        assert ahead is not None and model.ratio is not None
        rate, samples = setting.parameters[ahead.rate], setting.parameters[model.ratio]
        numbers = {ahead.rate: rate * N, model.ratio: max(1, round(samples * N))}
        outer = Outer(
            model.learner.field, ahead.head, ahead.rate, ahead.samples, None, False, ahead.loss
        )
        start = replace(model.start, rate=ahead.rate_of_head)
        giant = replace(model, ahead=None, outer=outer, start=start)
        parameters = {**setting.parameters, **numbers}
        self.N = N
        self.algorithm = make_algorithm(replace(setting, model=giant, parameters=parameters))

    def adapted(
        self,
        J: FloatArray,
        B: FloatArray,
        w0: FloatArray,
        u: FloatArray,
        rng: np.random.Generator,
    ) -> tuple[FloatArray, FloatArray]:
        """J' (runs, K, N) and w' (runs, K), of J (runs, K, N), the teacher B (M, N), heads w0 and
        the tasks u, as ``draw_task`` gives them."""
        x = rng.standard_normal((len(J), self.N, self.algorithm.samples))
        rows = np.concatenate([J, np.broadcast_to(B, (len(J), *B.shape))], axis=1)
        noise = self.algorithm.draw_noise(rng, (len(J),))
        step = self.algorithm.step(rows @ x / np.sqrt(self.N), u, None, w0, noise)
        moved = step.coefficients @ x.swapaxes(-1, -2) / np.sqrt(self.N)
        return J + moved, w0 + step.head

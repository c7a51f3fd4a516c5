"""Samples that carry the limit: where kappa is so large that a network of the simulation's size
never sees one.

As d -> infinity there are samples at every kappa, the field along the spike.  An activation that
saturates has features there that hardly vary; where lambda is small and alpha < beta the readout
fits them nevertheless, with weights so large that these samples make most of its variance.  At
finite d they are missing, and the errors are not those of the limit.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import scipy

from ..models.catalogue import GENERATED
from ..problems.fixed_point import FixedPointProblem
from ..problems.overlaps import Array
from ..solvers.numpy import load_module
from .fixed_point import Curve

__all__ = ["carrying_samples", "out_of_reach", "warning"]

FARTHEST, POINTS = 20.0, 801  # of the grid in kappa
SHARE = 0.5
LARGEST_D = 100_000  # of a simulation


def carrying_samples(problem: FixedPointProblem, curve: Curve, d: int) -> Array:
    """How many (points,) of the alpha d samples are expected beyond the |kappa| from which half of
    the noise of the readout comes, <sum_k c2_k^2/(1 + V)^2>; NaN where the theory failed.

    With the bulk as isotropic, which moves that |kappa| little.
    """
    u, c = problem.u, problem.c
    if problem.stepped:
        module = load_module(problem.model, GENERATED)
        given = problem.solver_parameters(curve.alpha[:1], curve.ridge[:1])
        given = {name: given[name][:, None] for name in module.Parameters._fields}
        spike = module.step(problem.activation, problem.target, module.Parameters(**given))
        u, c = (float(spike.u[0, 0]),), (float(spike.c[0, 0]),)
    kappa, c1, c22 = _features(problem.model, problem.activation, u, c)
    V1, V2 = (curve.values[name] for name in ("V1", "V2"))
    groups = len(u)
    variance = (
        np.einsum("tkl,kx,lx->tx", V1.reshape(-1, groups, groups), c1, c1)
        + V2.reshape(-1, groups) @ c22
    )
    noise = np.exp(-(kappa**2) / 2) * c22.sum(axis=0) / (1 + variance) ** 2
    half = POINTS // 2
    both = (noise[:, half:] + noise[:, half::-1])[:, ::-1]  # from the farthest |kappa| to 0
    beyond = np.cumsum((both[:, 1:] + both[:, :-1]) / 2, axis=1)
    far = kappa[half:][::-1][1:]
    found = np.full(len(V1), np.nan)
    for point in np.flatnonzero(np.isfinite(variance).all(axis=1)):
        at = np.interp(SHARE * beyond[point, -1], beyond[point], far)
        found[point] = curve.alpha[point] * d * scipy.special.erfc(at / np.sqrt(2))
    return found


@lru_cache(maxsize=256)
def _features(
    system: str, activation: str, u: tuple[float, ...], c: tuple[float, ...]
) -> tuple[Array, Array, Array]:
    """kappa (POINTS,), and c1, c2^2 there (groups, POINTS)."""
    features = getattr(load_module(system, GENERATED), f"_features_{activation}")
    kappa = np.linspace(-FARTHEST, FARTHEST, POINTS)
    field, width = np.array(u)[:, None] * kappa, np.array(c)[:, None] + 0.0 * kappa
    _, c1, c22 = (x + np.zeros_like(field) for x in features(field, width))
    return kappa, c1, c22


def out_of_reach(per_d: Array) -> str:
    """What to tell of points (points,) whose limit no simulation reaches, from the samples that
    carry it over d."""
    at = per_d * LARGEST_D
    missing = int((at < 1).sum())
    if not missing:
        return ""
    return (
        f"at {missing} of {len(at)} points the limit is carried by samples that are not there up to"
        f" d = {LARGEST_D}, the largest that is simulated: {np.nanmin(at):.2g} expected where half"
        " of the readout's noise comes from; raise lambda, or take alpha > beta"
    )


def warning(expected: Array, d: int) -> str:
    """What to tell of points whose limit is carried by samples that a network at this d does not
    see; "" if none."""
    missing = int((expected < 1).sum())
    if not missing:
        return ""
    return (
        f"at {missing} of {len(expected)} points the limit is carried by samples that are not there"
        f" at d = {d}: {np.nanmin(expected):.2g} expected where half of the readout's noise comes"
        " from; no d within reach has these errors: raise lambda, or compare at alpha > beta"
    )

"""Samples that carry the limit: where kappa is so large that a network of the simulation's size never sees one.

As d -> infinity there are samples at every kappa, the field along the spike.  An activation that saturates has features
there that hardly vary; where lambda is small and alpha < beta the readout fits them nevertheless, with weights so large
that these samples make most of its variance.  At finite d they are missing, and the errors are not those of the limit.
"""

from __future__ import annotations

import numpy as np
from scipy.special import erfc

from ..models.catalogue import GENERATED
from ..problems.fixed_point import FixedPointProblem
from ..problems.overlaps import Array
from ..solvers.numpy import load_module
from .fixed_point import Curve

__all__ = ["carrying_samples", "warning"]

FARTHEST, POINTS = 20.0, 8001  # of the grid in kappa
SHARE = 0.5


def carrying_samples(problem: FixedPointProblem, curve: Curve, d: int) -> Array:
    """How many (points,) of the alpha d samples are expected beyond the |kappa| from which half of the noise of the
    readout comes, <sum_k c2_k^2/(1 + V)^2>; NaN where the theory failed.

    With the bulk as isotropic, which moves that |kappa| little.
    """
    module = load_module(problem.system, GENERATED)
    kappa = np.linspace(-FARTHEST, FARTHEST, POINTS)
    u, c = (np.asarray(x, dtype=float)[:, None] for x in (problem.u, problem.c))
    if problem.model == "one_step":
        given = problem.solver_parameters(curve.alpha[:1], curve.ridge[:1])
        given = {name: given[name][:, None] for name in module.Parameters._fields}
        spike = module.step(problem.activation, problem.target, module.Parameters(**given))
        u, c = spike.u, spike.c
    features = getattr(module, f"_features_{problem.activation}")
    _, c1, c22 = (x + np.zeros((len(u), POINTS)) for x in features(u * kappa, c + 0.0 * kappa))
    V1, V2 = (curve.values[name] for name in ("V1", "V2"))
    groups = len(u)
    variance = np.einsum("tkl,kx,lx->tx", V1.reshape(-1, groups, groups), c1, c1) + V2.reshape(-1, groups) @ c22
    noise = np.exp(-(kappa**2) / 2) * c22.sum(axis=0) / (1 + variance) ** 2
    half = POINTS // 2
    beyond = np.cumsum((noise[:, half:] + noise[:, half::-1])[:, ::-1], axis=1)[:, ::-1]
    place = (beyond >= SHARE * beyond[:, :1]).sum(axis=1) - 1
    found = curve.alpha * d * erfc(kappa[half:][place] / np.sqrt(2))
    return np.where(np.isfinite(variance).all(axis=1), found, np.nan)


def warning(expected: Array, d: int) -> str:
    """What to tell of points whose limit is carried by samples that a network at this d does not see; "" if none."""
    missing = int((expected < 1).sum())
    if not missing:
        return ""
    return (
        f"at {missing} of {len(expected)} points the limit is carried by samples that are not there at d = {d}: "
        f"{np.nanmin(expected):.2g} expected where half of the readout's noise comes from; no d within reach has these "
        "errors: raise lambda, or compare at alpha > beta"
    )

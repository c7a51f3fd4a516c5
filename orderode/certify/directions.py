"""Score tests: how far a theory is off along given directions, from residuals whose mean is zero if
it is right.

Each residual e (n,) has a covariance S, known up to what weights may get wrong, and a direction g
(n,) along which an error of size d would move its mean: e = g d + noise.  Generalized least squares
give

    d = sum g^T S^-1 e / sum g^T S^-1 g ,   variance sum (g^T S^-1 (e - g d))^2 / (sum g^T S^-1 g)^2
    .

The variance takes only that residuals are uncorrelated, given what S and g are made of.  With
shares I = g^T S^-1 g of the information it has (sum I)^2/sum I^2 - 1 degrees of freedom.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy

from ..solvers.base import Array
from .skewness import doubted, unskewed

__all__ = ["Estimate", "Score", "estimate", "of_a_mean", "score", "shares", "threshold", "weights"]

FEWEST = 3.0  #: degrees of freedom below which there is no estimate
SHRINK = 0.1  #: of covariances towards their diagonal


@dataclass(frozen=True, eq=False)
class Score:
    """g^T S^-1 e and g^T S^-1 g of each residual, the same of a correction that e has been given,
    and the most that an error of the predictions adds, (n,) each."""

    along: Array
    information: Array
    corrected: Array
    slack: Array

    def __add__(self, other: Score) -> Score:
        pairs = zip(vars(self).values(), vars(other).values(), strict=True)
        return Score(*(np.concatenate(pair) for pair in pairs))


@dataclass(frozen=True)
class Estimate:
    """An error d along a direction, its standard error, the normal deviate z as improbable as d is
    if there is none, whatever the skewness of its distribution, degrees of freedom, and the share
    of d that a correction has; NaN and z = 0 where nothing is seen.  ``plain``: z if there were no
    skewness."""

    shift: float = math.nan
    error: float = math.nan
    z: float = 0.0
    degrees: float = 0.0
    corrected: float = 0.0
    plain: float = 0.0

    @property
    def seen(self) -> bool:
        return math.isfinite(self.error)

    @property
    def least(self) -> float:
        """z with twice the skewness."""
        return float(doubted(np.array(self.plain), np.array(self.z)))


def score(
    residual: Array, correction: Array, direction: Array, weight: Array, floor: float = 0.0
) -> Score:
    """Of residuals, corrections and directions (m, n) with weights S^-1 (m, n, n); predictions err
    by ``floor``."""
    against = np.einsum("ma,mab->mb", direction, weight)
    along, information, corrected = (
        np.einsum("mb,mb->m", against, x) for x in (residual, direction, correction)
    )
    return Score(along, information, corrected, floor * np.abs(against).sum(axis=1))


def estimate(found: Score, trust: float = 0.0) -> Estimate:
    """``trust``: the share of its correction by which an estimate may be off, added to its standard
    error."""
    total = float(found.information.sum())
    if not total > 0:
        return Estimate()
    degrees = total**2 / float(np.square(found.information).sum()) - 1
    if degrees < FEWEST:
        return Estimate(degrees=degrees)
    shift = float(found.along.sum()) / total
    rest = found.along - found.information * shift
    corrected = float(found.corrected.sum()) / total
    # (degrees + 1)/degrees: one is used up by the shift.
    error = math.sqrt(float(np.square(rest).sum()) * (degrees + 1) / degrees) / total
    slack = float(found.slack.sum()) / total
    if slack > error:  # what is left is no larger than what the predictions err by
        return Estimate(degrees=degrees)
    error = math.hypot(error, trust * corrected, slack)
    if error == 0:
        return Estimate(degrees=degrees)
    skewness = float((rest**3).sum()) / (error * total) ** 3
    return _estimate(shift, error, skewness, degrees, corrected)


def shares(direction: Array, weight: Array) -> Array:
    """Of what a mean (n,) is off by, those that the estimate along the direction (n,) is made of:
    g^T W/(g^T W g); none, 0, where the direction moves nothing."""
    against = direction @ weight
    total = float(against @ direction)
    return np.asarray(against / total if total > 0 else np.zeros_like(against))


def of_a_mean(
    along: Array, residual: Array, covariance: Array, floor: Array, count: int, skewness: float
) -> Estimate:
    """Of one residual (n,), the mean of ``count`` samples with this covariance (n, n) of the mean:

        d = a e ,   variance a^T S a ,   a = ``along`` (n,),

    whatever the weight in ``shares``; it errs by ``floor`` (n,) without fluctuating.  skewness: of
    a e."""
    error = math.sqrt(max(0.0, float(along @ covariance @ along)))
    slack = float(floor @ np.abs(along))
    if slack >= error or count <= FEWEST:
        return Estimate()
    shift, whole = float(along @ residual), math.hypot(error, slack)
    return _estimate(shift, whole, skewness * (error / whole) ** 3, count - 1, 0.0)


def _estimate(
    shift: float, error: float, skewness: float, degrees: float, corrected: float
) -> Estimate:
    """With z of t = shift/error."""
    t = shift / error
    z = _normal(float(unskewed(np.array(t), np.array(skewness))), degrees)
    return Estimate(shift, error, z, degrees, corrected, _normal(t, degrees))


def weights(covariance: Array, least: Array) -> Array:
    """Inverse covariances (B, n, n), shrunk towards their diagonal, variances no smaller than
    ``least`` (B,) or (B, n)."""
    diagonal = np.einsum("bii->bi", covariance)
    least = np.maximum(least, 1e-300).reshape(len(covariance), -1)
    scale = np.sqrt(diagonal + least)
    correlation = (1 - SHRINK) * covariance / (scale[:, :, None] * scale[:, None, :])
    rows = np.arange(covariance.shape[1])
    correlation[:, rows, rows] = 1.0
    return np.linalg.inv(correlation) / (scale[:, :, None] * scale[:, None, :])


def _normal(t: float, degrees: float) -> float:
    """The normal deviate as improbable as Student's t."""
    tail = float(scipy.special.stdtr(degrees, -abs(t)))
    return math.copysign(float(-scipy.special.ndtri(tail)), t) if tail > 1e-300 else t


def threshold(estimates: Sequence[Estimate], level: float) -> float:
    """The |z| that one of the estimates that see anything exceeds with probability at most
    ``level`` (Bonferroni)."""
    count = max(1, sum(x.seen for x in estimates))
    return float(-scipy.special.ndtri(level / (2 * count)))

"""Averages over correlated Gaussian fields by a rule that knows nothing of them.

The rule is the trapezoidal rule along the principal axes of the covariance. For entire integrands
that grow like exp(c |x|^2/2) off the real axis its error falls like exp(-2 pi^2/(h^2 (1 + c))), and
directions of variance zero drop out, so that singular covariances are nothing special.
"""

import math

import numpy as np


def expectation(function, covariance, growth=None, accuracy=1e-12):
    """< function(x_1, ..., x_n) > over fields of this covariance; ``growth`` is the c above, per
    field, default 1."""
    covariance = np.asarray(covariance, dtype=float)
    values, vectors = np.linalg.eigh((covariance + covariance.T) / 2)
    assert values[0] > -1e-12 * max(1.0, values[-1])
    axes = vectors * np.sqrt(np.clip(values, 0.0, None))
    growth = np.ones(len(covariance)) if growth is None else np.asarray(growth)
    digits, grids = -math.log(accuracy) + 2, []
    reach = math.sqrt(2 * digits) + 1
    for axis in axes.T:
        if np.all(np.abs(axis) < 1e-15):
            grids.append((np.zeros(1), np.ones(1)))
            continue
        h = math.sqrt(2 * math.pi**2 / ((1 + growth @ axis**2) * digits))
        z = h * np.arange(-math.ceil(reach / h), math.ceil(reach / h) + 1)
        grids.append((z, h * np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)))
    fields = 0.0
    for n, (z, _) in enumerate(grids):
        shape = [1] * len(grids)
        shape[n] = -1
        fields = fields + axes[:, n].reshape([-1] + [1] * len(grids)) * z.reshape(shape)
    total = np.broadcast_to(function(*fields), fields.shape[1:])
    for _, weights in reversed(grids):
        total = total @ weights
    return float(total)

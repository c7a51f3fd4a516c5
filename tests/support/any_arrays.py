"""Random values of all that a generated flow asks for, by the manifest, and its modules in numpy
and for any namespace."""

import importlib.util
import math
from functools import cache

import numpy as np
from evaluate_system import covariance

from orderode.models.catalogue import GENERATED, catalogue

FLOWS = [e.name for e in catalogue()]


@cache
def module(folder, name):
    """A generated module, as a file by itself."""
    path = GENERATED / folder / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"{folder}_{name}", path)
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def given(name, finite, seed, K=3, M=2, batch=4, kurtosis=False):
    """State, T and the values of ``Parameters``, of a batch of systems; ``finite``: names of the
    numbers of samples that are."""
    (entry,) = (e for e in catalogue() if e.name == name)
    rng = np.random.default_rng([seed, K, M])
    blocks = 2 if "blocks" in entry.state[0].shape else 0
    C = [[covariance(rng, K + M) for _ in range(batch)] for _ in range(max(blocks, 1))]
    C = np.moveaxis(np.array(C), 1, -1)  # (blocks, S, S, batch)
    C = C if blocks else C[0]
    found = {
        "R": C[..., :K, K:, :],
        "Q": C[..., :K, :K, :],
        "T": C[..., K:, K:, :],
    }
    sizes = {"K": K, "M": M, "blocks": blocks}
    state = []
    for x in entry.state:
        shape = [sizes[size] for size in x.shape]
        state.append(found[x.name] if x.name in found else rng.normal(size=(*shape, batch)))
    values = {p: _scalar(p, entry.values[p], finite, rng) for p in entry.parameters}
    if values.get("inner_steps") and "P" not in finite:
        values["inner_steps"] = 2
    for name in entry.arrays:
        if name not in ("T", "nodes", "weights", "kurtosis"):
            values[name] = _array(name, [sizes[size] for size in entry.shapes[name]], rng)
    if kurtosis and "kurtosis" in entry.arrays:
        values["kurtosis"] = rng.uniform(1.0, 4.0, M)
        values["cov"] = np.diag(rng.uniform(0.5, 2.0, M))
    made = module("numpy", entry.name)
    if hasattr(made, "nodes") and ("P" not in values or finite):
        values["nodes"], values["weights"] = made.nodes(K + M, next(iter(made.LATTICES)))
    return state, found["T"], values


def _scalar(name, kind, finite, rng):
    if kind == "samples":
        return 5.0 if name in finite else math.inf
    if kind == "count":
        return 1
    return 0 if kind == "flag" else rng.uniform(0.1, 0.9)


def _array(name, shape, rng):
    if name == "cov":
        return covariance(rng, shape[0])
    if name in ("shares", "variances"):
        values = rng.uniform(0.2, 1.0, shape)
        return values / values.sum() if name == "shares" else values
    return rng.normal(size=shape)

"""The vocabulary of a model file of a trained readout: a field, a signal, a loss, a penalty, and the step before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sympy import Expr, IndexedBase, Symbol, symbols

__all__ = [
    "Readout",
    "Step",
    "alpha",
    "alpha0",
    "beta",
    "eta",
    "gamma",
    "group",
    "inverse_p",
    "kappa",
    "lam",
    "noise2",
    "readout",
    "u",
    "z",
    "zeta",
]

#: Input along the spike, along the rest of the teacher, and through the bulk of a neuron's weights.
kappa, zeta, z = symbols("kappa zeta z", real=True)
#: A group of neurons, the strength of the spike in its weights, and the spike's overlap with the teacher.
group = Symbol("k", integer=True)
u = IndexedBase("u")[group]
gamma = Symbol("gamma", real=True)
#: Ratios n/d and p/d, ridge, variance of the label noise, 1/p of a finite system (0 in the limit).
alpha, beta, lam, noise2, inverse_p = symbols("alpha beta lam noise2 inverse_p", nonnegative=True)
#: Samples of the gradient step over d, and its rate over p.
alpha0, eta = symbols("alpha0 eta", positive=True)
#: A weight of the readout.
readout = Symbol("a", real=True)


@dataclass(frozen=True)
class Step:
    """One gradient step on the first layer with fresh samples: w + mean over samples of ``coefficient(y, slope)`` x.

    ``slope`` stands for the derivative of the activation at the neuron's field, y for the residual label.
    """

    coefficient: Callable[[Expr, Expr], Expr]


@dataclass(frozen=True)
class Readout:
    """A readout trained to its minimum on features sigma(field) of fresh samples, labels g(signal) and noise.

    ``field``, that of a neuron of group k, contains z, the input seen through the bulk of the weights; kappa, zeta are
    independent N(0, 1).  Each group has its own share of the neurons and its own bulk; after a step there is one.
    """

    name: str
    title: str
    reference: str
    field: Expr
    signal: Expr
    loss: Callable[[Expr, Expr], Expr]
    penalty: Expr
    step: Step | None = None

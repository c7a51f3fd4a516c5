"""The vocabulary of a model file of a trained readout: a field, a signal, a loss, a penalty, and
the step before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .expression import Node, Variable

__all__ = [
    "Readout",
    "Step",
    "alpha",
    "alpha0",
    "beta",
    "eta",
    "gamma",
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
kappa, zeta, z = Variable("kappa"), Variable("zeta"), Variable("z")
#: Strength of the spike in the weights of group k of the neurons, and the spike's overlap with the
#: teacher.
u, gamma = Variable("u[k]"), Variable("gamma")
#: Ratios n/d and p/d, ridge, variance of the label noise, 1/p of a finite system (0 in the limit).
alpha, beta, lam = Variable("alpha"), Variable("beta"), Variable("lam")
noise2, inverse_p = Variable("noise2"), Variable("inverse_p")
#: Samples of the gradient step over d, and its rate over p.
alpha0, eta = Variable("alpha0"), Variable("eta")
#: A weight of the readout.
readout = Variable("a")


@dataclass(frozen=True)
class Step:
    """One gradient step on the first layer with fresh samples: w + mean over samples of
    ``coefficient(y, slope)`` x.

    ``slope`` stands for the derivative of the activation at the neuron's field, y for the residual
    label.
    """

    coefficient: Callable[[Node, Node], Any]


@dataclass(frozen=True)
class Readout:
    """A readout trained to its minimum on features sigma(field) of fresh samples, labels g(signal)
    and noise.

    ``field``, that of a neuron of group k, contains z, the input seen through the bulk of the
    weights; kappa, zeta are independent N(0, 1).  Each group has its own share of the neurons and
    its own bulk; after a step there is one.
    """

    name: str
    title: str
    reference: str
    field: Node
    signal: Node
    loss: Callable[[Node, Node], Any]
    penalty: Node
    step: Step | None = None

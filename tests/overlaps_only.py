"""A backend as functions of the overlaps alone: head start zero, tasks standard normal, as most tests want it."""

import dataclasses

import numpy as np

from orderode import backends
from orderode.backends import State


@dataclasses.dataclass(frozen=True)
class OverlapsOnly:
    """``rhs(R, Q, T, parameters)``, ``eps_g`` and ``integrate`` of a backend."""

    backend: object

    def __getattr__(self, name):
        return getattr(self.backend, name)

    def rhs(self, R, Q, T, parameters):
        slopes = self.backend.rhs(State(R, Q, np.zeros(len(Q))), {**parameters, "T": T})
        return slopes.R, slopes.Q

    def eps_g(self, R, Q, T, parameters):
        return self.backend.observable("eps_g", State(R, Q, np.zeros(len(Q))), {**parameters, "T": T})

    def integrate(self, R, Q, T, parameters, alphas, **options):
        start = State(R, Q, np.zeros(len(Q)))
        return self.backend.integrate(start, {**parameters, "T": T}, alphas, **options)


def load(name, backend="auto"):
    return OverlapsOnly(backends.load(name, backend))

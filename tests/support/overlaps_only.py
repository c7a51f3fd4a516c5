"""A backend as functions of the overlaps alone: head start zero, tasks standard normal, as most
tests want it."""

import dataclasses
import importlib.util
from types import SimpleNamespace
from typing import NamedTuple

import numpy as np

from orderode import solvers
from orderode.models.catalogue import GENERATED
from orderode.solvers.base import State


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
        return self.backend.observable(
            "eps_g", State(R, Q, np.zeros(len(Q))), {**parameters, "T": T}
        )

    def integrate(self, R, Q, T, parameters, alphas, **options):
        start = State(R, Q, np.zeros(len(Q)))
        return self.backend.integrate(start, {**parameters, "T": T}, alphas, **options)


def load(name, backend="auto"):
    return OverlapsOnly(solvers.load(name, backend))


class Rates(NamedTuple):
    """The parameters of FO-ANIL without head start, noise, decay and task moments."""

    eta_J: object
    eta_w: object
    V: object


def module(name="fo_anil"):
    """A generated numpy module itself, as functions of the overlaps alone: batches are part of its
    contract."""
    spec = importlib.util.spec_from_file_location(
        f"generated_{name}", GENERATED / "numpy" / f"{name}.py"
    )
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)

    def call(function):
        def called(R, Q, T, rates):
            found = function(R, Q, np.zeros(Q.shape[1:]), T, made.Parameters(**rates._asdict()))
            return found[:2] if isinstance(found, tuple) else found

        return called

    return SimpleNamespace(
        rhs=call(made.rhs),
        eps_g=call(made.eps_g),
        Parameters=Rates,
        pack=made.pack,
        unpack=made.unpack,
    )

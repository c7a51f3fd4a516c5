"""SGD with one more order parameter: a vector v0 that follows the head start, dv0/dalpha = eta_0 (w0
- v0); and the same where v0 pulls R and w0, too."""

import dataclasses

import pytest
from evaluate_system import rendered
from sympy import IndexedBase

from orderode.derive.dynamics import macroscopic
from orderode.derive.dynamics.derivation import Derivation
from orderode.derive.dynamics.derive import derive
from orderode.derive.dynamics.start import Slope
from orderode.derive.dynamics.state import OrderParameter
from orderode.derive.folder import write
from orderode.derive.gaussian.activations import ACTIVATIONS
from orderode.derive.ir.system import Entry
from orderode.derive.language.data import as_json
from orderode.derive.models import sgd

MODEL = dataclasses.replace(sgd.MODEL, name="followed")
PULLED = dataclasses.replace(sgd.MODEL, name="pulled")
KNOWN, SLOPE = macroscopic.order_parameters, Derivation.define_slope
v0 = IndexedBase("v0")


def follows(work, units):
    """eta_0 (w0_k - v0_k), which no sample moves."""
    (k,) = units
    start = work.algorithm.start
    return Slope(beside=start.rate.symbol * (start[k] - v0[k]))


def order_parameters(algorithm):
    entry = Entry("v0", (algorithm.learner.range,), "slow head", mark="v")
    return (*KNOWN(algorithm), OrderParameter(entry, law=follows))


def pulled_parameters(algorithm):
    """The head start is pulled down by v0."""
    R, Q, start, slow = order_parameters(algorithm)

    def law(work, units):
        pull = work.algorithm.start.rate.symbol * v0[units]
        return dataclasses.replace(start.law(work, units), beside=-pull)

    return R, Q, dataclasses.replace(start, law=law), slow


def pulled_slope(work, entry, units, value):
    """R shrinks where v0 is positive."""
    if entry.name == "R":
        value -= work.algorithm.start.rate.symbol * v0[units[0]] * IndexedBase("R")[units]
    SLOPE(work, entry, units, value)


def followed():
    """The system, of linear units."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(macroscopic, "order_parameters", order_parameters)
        return derive(MODEL, ACTIVATIONS["linear"])


def pulled():
    """The one whose other order parameters depend on it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(macroscopic, "order_parameters", pulled_parameters)
        patch.setattr(Derivation, "define_slope", pulled_slope)
        return derive(PULLED, ACTIVATIONS["linear"])


def derived_into(folder, system=followed, model=MODEL):
    """The path of a folder as ``orderode derive`` leaves it, which is a problem's model."""
    files = rendered([system()]) | {f"models/{model.name}.json": as_json(model)}
    write(files, folder, orphans=True)
    return str(folder)

"""SGD with one more order parameter: a vector v0 that follows the head start, dv0/dalpha = eta_0 (w0
- v0)."""

import dataclasses

import pytest
from evaluate_system import rendered
from sympy import IndexedBase

from orderode.derive.dynamics import derivation, macroscopic
from orderode.derive.dynamics.derive import derive
from orderode.derive.folder import write
from orderode.derive.gaussian.activations import ACTIVATIONS
from orderode.derive.ir.system import Entry, State
from orderode.derive.language.data import as_json
from orderode.derive.models import sgd

MODEL = dataclasses.replace(sgd.MODEL, name="followed")


def followed():
    """The system, of linear units."""
    known, head_start = derivation.order_parameters, macroscopic._head_start

    def order_parameters(algorithm):
        vector = Entry("v0", (algorithm.learner.range,), "slow head", mark="v")
        return State((*known(algorithm), vector))

    def driven(work):
        head_start(work)
        start = work.algorithm.start
        slope = start.rate.symbol * (start[work.k] - IndexedBase("v0")[work.k])
        work.define_slope(work.state["v0"], (work.k,), slope)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(derivation, "order_parameters", order_parameters)
        patch.setattr(macroscopic, "_head_start", driven)
        return derive(MODEL, ACTIVATIONS["linear"])


def derived_into(folder):
    """The path of a folder as ``orderode derive`` leaves it, which is a problem's model."""
    write(rendered([followed()]) | {"models/followed.json": as_json(MODEL)}, folder, orphans=True)
    return str(folder)

"""One large gradient step on the first layer (arXiv 2402.04980), then a ridge regression of the
readout."""

from __future__ import annotations

from dataclasses import replace

from ..language.readout import Step, eta
from . import srf

MODEL = replace(
    srf.MODEL,
    name="one_step",
    title="One large gradient step on the first layer, then ridge regression of the readout",
    step=Step(lambda y, slope: eta * y * slope),
)

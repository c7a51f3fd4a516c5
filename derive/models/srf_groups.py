"""Spiked random features with a finite vocabulary: the neurons of group k have weights b_i + u_k v."""

from __future__ import annotations

from dataclasses import replace

from ..language.readout import kappa, u_of, z
from . import srf

MODEL = replace(
    srf.MODEL,
    name="srf_groups",
    title="Spiked random features with groups of neurons: ridge regression on sigma(b.x + u_k v.x)",
    field=u_of * kappa + z,
)

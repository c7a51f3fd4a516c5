"""Spiked random features (arXiv 2402.04980): weights b_i + u_k v in groups k of neurons, one or
more, a ridge regression of the readout on fresh samples."""

from __future__ import annotations

from ..language.expression import sqrt
from ..language.readout import Readout, gamma, kappa, lam, readout, u, z, zeta

MODEL = Readout(
    name="srf",
    title="Spiked random features: ridge regression on features whose weights share a spike",
    reference="Cui, Pesce, Dandi, Krzakala, Lu, Zdeborova, Loureiro, arXiv 2402.04980",
    field=u * kappa + z,
    signal=gamma * kappa + sqrt(1 - gamma**2) * zeta,
    loss=lambda y, f: (y - f) ** 2 / 2,
    penalty=lam * readout**2 / 2,
)

"""Online SGD on inputs that are not isotropic: a covariance with L eigenvalues, each with a share
of the directions; the setting of Saad and Solla otherwise.

Yoshida, Okada, J. Stat. Mech. (2020), arXiv 2001.03371.
"""

from dataclasses import replace

from . import sgd

MODEL = replace(
    sgd.MODEL,
    name="structured_sgd",
    title="SGD on inputs whose covariance has several eigenvalues",
    blocks=True,
    reference="Yoshida and Okada, arXiv 2001.03371",
)

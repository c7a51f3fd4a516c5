"""A curriculum: labels of threshold units that see one block of the inputs, and a second block that
distracts from it, of a variance that is chosen over time.

Saglietti, Sarao Mannelli, Saxe, arXiv 2106.08068; Mignacco, Mori, arXiv 2507.07907.
"""

from dataclasses import replace

from . import sign_teacher

ACTIVATIONS = ("erf",)

MODEL = replace(
    sign_teacher.MODEL,
    name="curriculum",
    title="SGD on the labels of threshold units, with inputs that distract",
    blocks=True,
    reference="Saglietti, Sarao Mannelli, Saxe, arXiv 2106.08068",
)

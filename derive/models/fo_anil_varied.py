"""fo_anil with task mappings that vary: a task's teacher is B + spread Xi, Xi fresh for each.

The robustness of meta-learning to variable task mappings: Wang, Yip, Li, arXiv 2408.12545.
"""

from ..language.varied import varied
from . import fo_anil

MODEL = varied(
    fo_anil.MODEL, "fo_anil_varied", f"{fo_anil.MODEL.title}; teachers vary with the task"
)

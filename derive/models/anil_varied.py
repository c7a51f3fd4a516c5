"""anil with task mappings that vary: a task's teacher is B + spread Xi, Xi fresh for each.

The robustness of meta-learning to variable task mappings: Wang, Yip, Li, arXiv 2408.12545.
"""

from ..language.varied import varied
from . import anil

MODEL = varied(anil.MODEL, "anil_varied", f"{anil.MODEL.title}; teachers vary with the task")

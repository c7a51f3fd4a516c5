"""pooled with task mappings that vary: a task's teacher is B + spread Xi, Xi fresh for each.

The robustness of meta-learning to variable task mappings: Wang, Yip, Li, arXiv 2408.12545.
"""

from ..language.varied import varied
from . import pooled

MODEL = varied(pooled.MODEL, "pooled_varied", f"{pooled.MODEL.title}; teachers vary with the task")

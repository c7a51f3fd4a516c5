"""What is the same for all models: ``templates/runtime``, C and Python as compilers read them.

Its files of C name what belongs to a model neutrally: ``model_params``, ``MODEL_OK``,
``kernel_request``.  The emitter pastes such a file into one of a model by one rule:

- What stands up to the line of ``MARKS`` is left out.  There a file includes what it needs, so that
  it is C by itself: other files of the folder, and headers that stand for what templates emit.
  A file without that line is such a header, and is never emitted.  A file of Python defines there
  what stands for the rest of its module.
- A word that starts with ``model_`` or ``MODEL_`` starts with the name of the model instead, as
  in ``fo_anil_params``; one that starts with ``kernel_`` or ``KERNEL_`` with that of its kernel,
  as in ``fo_anil_few_batch_request``.
"""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["MARKS", "pasted"]

#: Ending of a file -> the line after which it is emitted.
MARKS = {
    ".c": "/* -- emitted from here on -- */\n",
    ".h": "/* -- emitted from here on -- */\n",
    ".py": "# -- emitted from here on --\n",
}


def pasted(path: Path, model: str, kernel: str) -> str:
    """The part of a file that is emitted, with the names of a model and of a kernel, and no newline
    at either end."""
    line = MARKS[path.suffix]
    _, mark, text = path.read_text(encoding="utf-8").partition(line)
    if not mark:
        raise ValueError(f"{path.name} is not to be emitted: it has no line {line.strip()}")
    names = {"model": model, "kernel": kernel}
    names |= {neutral.upper(): name.upper() for neutral, name in names.items()}
    return re.sub(rf"\b({'|'.join(names)})(?=_)", lambda m: names[m[0]], text).strip("\n")

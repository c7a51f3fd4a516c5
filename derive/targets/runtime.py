"""Plain C that is the same for all models: ``templates/runtime``, C as a compiler reads it.

Its files name what belongs to a model neutrally: ``model_params``, ``MODEL_OK``,
``kernel_request``.  The emitter pastes such a file into one of a model by one rule:

- What stands up to the line ``MARK`` is left out.  There a file includes what it needs, so that
  it is C by itself: other files of the folder, and headers that stand for what templates emit.
  A file without that line is such a header, and is never emitted.
- A word that starts with ``model_`` or ``MODEL_`` starts with the name of the model instead, as
  in ``fo_anil_params``; one that starts with ``kernel_`` or ``KERNEL_`` with that of its kernel,
  as in ``fo_anil_few_batch_request``.
"""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["MARK", "pasted"]

MARK = "/* -- emitted from here on -- */\n"


def pasted(path: Path, model: str, kernel: str) -> str:
    """The part of a file that is emitted, with the names of a model and of a kernel, and no newline
    at its end."""
    _, mark, text = path.read_text(encoding="utf-8").partition(MARK)
    if not mark:
        raise ValueError(f"{path.name} is not to be emitted: it has no line {MARK.strip()}")
    names = {"model": model, "kernel": kernel}
    names |= {neutral.upper(): name.upper() for neutral, name in names.items()}
    return re.sub(rf"\b({'|'.join(names)})(?=_)", lambda m: names[m[0]], text).rstrip("\n")

"""Which instruction sets this machine has."""

from __future__ import annotations

import ctypes
from functools import cache
from pathlib import Path

from .library import kept_library

__all__ = ["INSTRUCTIONS", "instruction_sets"]

#: By their numbers in emitted code; a machine that has one has those before it.
INSTRUCTIONS = ("baseline", "avx2", "avx512")
PROBE = Path(__file__).with_suffix(".c")


@cache
def instruction_sets() -> tuple[str, ...]:
    """What the compiler and this machine can do, the widest first.

    Raises ``BackendError`` without a compiler.
    """
    library = ctypes.CDLL(str(kept_library("processor", PROBE.read_bytes(), ["-O1"])))
    return INSTRUCTIONS[library.orderode_widest() :: -1]

"""The generated solvers behind one door: the same three calls for C and for numpy."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..errors import BackendError

if TYPE_CHECKING:
    from .base import Backend

__all__ = ["BACKENDS", "load"]

BACKENDS = ("auto", "c", "numpy")


def load(name: str, backend: str = "auto") -> Backend:
    """The solvers of the generated system ``name``; "auto" is C where it compiles and has the
    memory, else numpy.

    Raises ``BackendError`` where the backend is unknown or cannot be had, with the compiler's
    words.
    """
    if backend not in BACKENDS:
        raise BackendError(backend, "no such backend", f"choose one of {', '.join(BACKENDS)}")
    # not at the top: the names of backends are there without numpy
    from .automatic import Automatic
    from .c import CBackend
    from .numpy import NumpyBackend

    kinds: dict[str, Callable[[str], Backend]] = {
        "numpy": NumpyBackend,
        "c": CBackend,
        "auto": Automatic,
    }
    return kinds[backend](name)

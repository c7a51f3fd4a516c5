"""The generated solvers behind one door: the same three calls for C and for numpy."""

from __future__ import annotations

from ..errors import BackendError
from .automatic import Automatic
from .base import Backend, Solution, State
from .c import CBackend
from .numpy import NumpyBackend

__all__ = ["BACKENDS", "Backend", "Solution", "State", "load"]

BACKENDS = ("auto", "c", "numpy")


def load(name: str, backend: str = "auto") -> Backend:
    """The solvers of the generated system ``name``; "auto" is C where it compiles and has the
    memory, else numpy.

    Raises ``BackendError`` where the backend is unknown or cannot be had, with the compiler's
    words.
    """
    if backend == "numpy":
        return NumpyBackend(name)
    if backend == "c":
        return CBackend(name)
    if backend != "auto":
        raise BackendError(backend, "no such backend", f"choose one of {', '.join(BACKENDS)}")
    return Automatic(name)

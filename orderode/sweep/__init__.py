"""Sweeps: a problem over the product of some axes, computed in chunks that survive a kill.

sweep = orderode.sweep.read_sweep("experiments/fig5.toml")
found = orderode.sweep.run(sweep, "results/fig5")
found["crossing"], found.axes, found.to_xarray()

A name is imported when it is first used: the start of every command lists those on sweeps.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .definition import Sweep
    from .reading import read_sweep
    from .result import SweepResult, load
    from .runner import run

__all__ = ["Sweep", "SweepResult", "load", "read_sweep", "run"]

_PLACES = {
    "Sweep": "definition",
    "SweepResult": "result",
    "load": "result",
    "read_sweep": "reading",
    "run": "runner",
}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_PLACES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

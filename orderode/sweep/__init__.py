"""Sweeps: a problem over the product of some axes, computed in chunks that survive a kill.

sweep = orderode.sweep.read_sweep("experiments/fig5.toml")
found = orderode.sweep.run(sweep, "results/fig5")
found["crossing"], found.axes, found.to_xarray()
"""

from .definition import Sweep
from .reading import read_sweep
from .result import SweepResult, load
from .runner import run

__all__ = ["Sweep", "SweepResult", "load", "read_sweep", "run"]

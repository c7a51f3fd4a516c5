"""What the options of the commands may be; without numpy, for these are read at every start."""

from __future__ import annotations

__all__ = ["EXECUTORS", "KERNELS", "LAST", "QUANTITIES"]

EXECUTORS = ("threads", "processes", "dask")
KERNELS = ("auto", "batch", "c", "numpy")

LAST = "final_eps_g"  #: what is kept of each point of giant steps, after the last one
#: What is kept of each point of a fixed-point sweep, beside its status.
QUANTITIES = ("test_error", "train_error", "ridge", "carrying_per_d")

"""The C around a plan, compiled for each instruction set, and a plan, for one."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import scipy

from ..compiler import kept_library
from .activations import FloatArray

__all__ = ["WIDE", "core", "plan_library", "table"]

PARTS = Path(__file__).parent / "native"
#: Instruction sets beyond the compiler's own, by the names of their functions: doubles in a vector.
WIDE = {"avx2": ("avx2", 4), "avx512": ("avx512f,avx512dq,avx512vl,avx2", 8)}
#: Loops over samples become vectors; that operations raise no traps changes no value.
FLAGS = ("-O3", "-fno-trapping-math", "-Wall", "-Wextra", "-Wno-unused-function", "-Wno-psabi")
NODES_PER_UNIT, LARGEST = 256, 8.5  #: of the tables in activations.h


@cache
def table() -> FloatArray:
    """erf(x/sqrt 2) and its slope at the nodes, side by side, after the largest of them."""
    x = np.arange(round(LARGEST * NODES_PER_UNIT) + 1) / NODES_PER_UNIT
    values = scipy.special.erf(x * math.sqrt(0.5))
    slopes = math.sqrt(2 / math.pi) * np.exp(-0.5 * x * x)
    return np.concatenate([[LARGEST, 0.0], np.stack([values, slopes], axis=1).ravel()])


def _for_sets(parts: Sequence[str], levels: Sequence[int]) -> str:
    """The parts for each of these instruction sets, from 0, the compiler's own, in order."""
    head = (
        "#include <math.h>",
        "#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))",
        "#define WIDE",
        "#endif",
        _part("base"),
    )
    made = [_once(parts, "plain", 2, "")] if 0 in levels else []
    wide = []
    for level, (name, (features, width)) in enumerate(WIDE.items(), start=1):
        if level in levels:
            wide.append(f"#define WITH_{name.upper()}")
            wide.append(_once(parts, name, width, f'__attribute__((target("{features}")))'))
    return "\n".join([*head, *made, "#ifdef WIDE", *wide, "#endif", ""])


def _once(parts: Sequence[str], name: str, width: int, attribute: str) -> str:
    set_ = {"TARGET": attribute, "NAME(x)": f"x##_{name}", "WIDTH": str(width)}
    begun = [f"#define {key} {value}" for key, value in set_.items()]
    ended = [f"#undef {key.partition('(')[0]}" for key in set_]
    return "\n".join([*begun, _part("lanes"), *parts, *ended])


@cache
def _part(name: str) -> str:
    return (PARTS / f"{name}.h").read_text(encoding="utf-8")


@cache
def core() -> ctypes.CDLL:
    """Random numbers, steps and measurements around a plan."""
    names = ("random", "activations", "algebra", "draws", "step", "measure")
    every = range(1 + len(WIDE))
    text = _for_sets([_part(name) for name in names], every) + _part("exports")
    library = ctypes.CDLL(str(kept_library("simulation", text.encode(), FLAGS)))
    library.simulate_work.restype = ctypes.c_long
    for name in ("run", "sample", "draw", "measure", "blocks", "deviates", "erf", "factor"):
        getattr(library, f"simulate_{name}").restype = None
    return library


def plan_library(text: str, level: int) -> ctypes.CDLL:
    """The plan for one instruction set: plans are many, and each machine has one that is best."""
    return _loaded(_for_sets([_part("activations"), _part("sums"), text], [level]), FLAGS)


@cache
def _loaded(text: str, flags: tuple[str, ...]) -> ctypes.CDLL:
    return ctypes.CDLL(str(kept_library("plan", text.encode(), flags)))

"""The emitted C called through ctypes, with what its contract promises checked at each call."""

import ctypes
import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from orderode.models.cache import cache_folder
from orderode.models.catalogue import GENERATED

SOURCES = GENERATED / "c"
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "c" / "embed.c"
WARNINGS = ("-O2", "-Wall", "-Wextra", "-Wpedantic", "-Werror")
C99 = ("-std=c99", *WARNINGS)
DOUBLES = ctypes.POINTER(ctypes.c_double)
STATUS = {
    name: int(code)
    for name, code in re.findall(
        r"FO_ANIL_(\w+) = (\d+)", (SOURCES / "fo_anil.h").read_text(encoding="utf-8")
    )
}
OK = STATUS["OK"]


def need(*tools):
    missing = [t for t in tools if not shutil.which(t)]
    if missing:
        pytest.skip(f"{', '.join(missing)} not found")
    if "rustc" in tools:  # which may be a name for one that is not installed
        tried = subprocess.run(["rustc", "--version"], capture_output=True, check=False)
        if tried.returncode:
            pytest.skip("rustc is there, and does not run")


def run(*command, cwd=None):
    done = subprocess.run(
        [str(c) for c in command], capture_output=True, text=True, check=False, cwd=cwd
    )
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}"
    return done.stdout


def shared_library(source, *flags, compiler="gcc"):
    """The library of an emitted source, compiled with these flags unless it lies in the cache, by
    content."""
    headers = sorted(
        source.parent.glob(f"{source.stem.split('_batch')[0].removesuffix('_few')}*.h")
    )
    content = b"".join(p.read_bytes() for p in (source, *headers))
    key = hashlib.sha256(content + " ".join((compiler, *flags)).encode()).hexdigest()[:16]
    library = cache_folder() / f"test-{source.stem}-{key}.so"
    if not library.is_file():
        library.parent.mkdir(parents=True, exist_ok=True)
        new = library.with_suffix(f".{os.getpid()}")
        run(compiler, *flags, source, "-o", new, "-lm")
        os.replace(new, library)
    return library


class Params(ctypes.Structure):
    """No head start, one inner step, standard normal tasks: what is not set is zero, or a null
    pointer."""

    _fields_ = [
        *(
            (name, ctypes.c_double)
            for name in ("eta_J", "eta_w", "eta_0", "noise", "decay", "V", "P")
        ),
        *((name, ctypes.c_int) for name in ("first_order", "inner_steps", "n_nodes")),
        *((name, DOUBLES) for name in ("T", "mean", "cov", "kurtosis", "nodes", "weights")),
    ]


class Options(ctypes.Structure):
    _fields_ = [("rtol", ctypes.c_double), ("atol", ctypes.c_double), ("max_steps", ctypes.c_ulong)]


class Stats(ctypes.Structure):
    _fields_ = [(n, ctypes.c_ulong) for n in ("accepted", "rejected", "evaluations")] + [
        ("alpha", ctypes.c_double)
    ]


CANARY = 12345.678


class Solver:
    """A compiled solver; work arrays are of exactly the size asked for, and what lies behind them
    is checked."""

    def __init__(self, library, name="fo_anil"):
        self.library, self.name = ctypes.CDLL(str(library)), name
        for function in ("state_size", "work_size"):
            getattr(self.library, f"{name}_{function}").restype = ctypes.c_size_t
        self.strerror = getattr(self.library, f"{name}_strerror")
        self.strerror.restype = ctypes.c_char_p

    def size(self, what, K, M, *params):
        return getattr(self.library, f"{self.name}_{what}_size")(K, M, *params)

    def call(self, function, K, M, params, *arguments, work=None):
        size = max(self.size("work", K, M, params), 1)
        work = np.full(size + 8, CANARY) if work is None else work
        status = getattr(self.library, f"{self.name}_{function}")(
            K, M, params, *arguments, pointer(work)
        )
        assert (work[size:] == CANARY).all(), (
            f"{function} wrote past its work array at K={K}, M={M}"
        )
        return status

    def rhs(self, K, M, params, state):
        slope = np.full(len(state) + 8, CANARY)
        status = self.call("rhs", K, M, params, pointer(state), pointer(slope))
        assert (slope[len(state) :] == CANARY).all()
        return status, slope[: len(state)]

    def eps_g(self, K, M, params, state):
        value = np.array([CANARY])
        return self.call("eps_g", K, M, params, pointer(state), pointer(value)), value[0]

    def integrate(self, K, M, params, state, alphas, rtol=1e-8, atol=1e-12, max_steps=0, n=None):
        alphas = np.array(alphas, dtype=float)
        states, stats = np.full((len(alphas), len(state)), CANARY), Stats()
        options = Options(rtol, atol, max_steps)
        n = ctypes.c_size_t(len(alphas) if n is None else n)
        arguments = (
            ctypes.byref(options),
            pointer(state),
            n,
            pointer(alphas),
            pointer(states),
            ctypes.byref(stats),
        )
        return self.call("integrate", K, M, params, *arguments), states, stats


def pointer(array):
    return array.ctypes.data_as(DOUBLES)


def params(T, eta_J=3.0, eta_w=3.0, V=np.inf):
    T = np.array(T, dtype=float)
    made = Params(eta_J=eta_J, eta_w=eta_w, V=V, P=np.inf, inner_steps=1, T=pointer(T))
    made.keep = T
    return made


def state(R, Q):
    return np.concatenate(
        [np.ravel(R), np.asarray(Q)[np.triu_indices(len(Q))], np.zeros(len(Q))]
    ).astype(float)


START = state(
    [[0.10, -0.05, 0.20], [0.03, 0.15, -0.10], [-0.08, 0.02, 0.12]],
    0.5 * np.eye(3),
)
TEACHER = np.diag([1.0, 2.0, 3.0])

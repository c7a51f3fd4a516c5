"""FO-ANIL with three students and three teachers: alpha and eps_g, from compiled Python.

    cc -O2 -std=c99 -shared -fPIC ../../generated/c/fo_anil.c -lm -o libfo_anil.so
    python embed.py                             # with numba

The emitted C has plain functions, which numba calls by their addresses: here one trajectory for
each rate, on all cores.  The struct of the parameters is an array of its fields, as in fo_anil.h.
"""

import ctypes
import re
from pathlib import Path

import numba
import numpy as np

HERE = Path(__file__).resolve().parent
HEADER = (HERE / "../../generated/c/fo_anil.h").read_text(encoding="utf-8")
(BODY,) = re.findall(r"typedef struct \{\n([^}]*)\} fo_anil_params;", HEADER)
KINDS = {"double": "f8", "int": "i4", "const double *": "i8"}
FIELDS = [
    (n, KINDS[t.strip()])
    for t, n in re.findall(r"^ +(double |int |const double \*)(\w+);", BODY, re.M)
]
PARAMS = np.dtype(FIELDS, align=True)

lib = ctypes.CDLL(str(HERE / "libfo_anil.so"))
(ABI,) = re.findall(r"^#define FO_ANIL_ABI (\d+)", HEADER, re.M)
assert lib.fo_anil_check(int(ABI), ctypes.c_size_t(PARAMS.itemsize)) == 0
I, N, P = ctypes.c_int, ctypes.c_size_t, ctypes.c_void_p
lib.fo_anil_integrate.argtypes = [I, I, P, P, P, N, P, P, P, P]
lib.fo_anil_eps_g.argtypes = [I, I, P, P, P, P]
lib.fo_anil_work_size.argtypes, lib.fo_anil_work_size.restype = [I, I, P], N
integrate, measure, work_size = lib.fo_anil_integrate, lib.fo_anil_eps_g, lib.fo_anil_work_size


@numba.njit(parallel=True)
def trajectories(K, M, params, options, start, alphas):
    """eps_g of each of params (n,) at alphas; NaN where one failed."""
    eps_g = np.full((len(params), len(alphas)), np.nan)
    for i in numba.prange(len(params)):
        given = params[i:].ctypes.data
        work = np.empty(work_size(K, M, given))
        at = work.ctypes.data
        states = np.empty((len(alphas), len(start)))
        to = (start.ctypes.data, len(alphas), alphas.ctypes.data, states.ctypes.data)
        status = integrate(K, M, given, options.ctypes.data, *to, 0, at)
        for t in range(len(alphas) if status == 0 else 0):
            measure(K, M, given, states[t].ctypes.data, eps_g[i, t:].ctypes.data, at)
    return eps_g


R, Q = [0.10, -0.05, 0.20, 0.03, 0.15, -0.10, -0.08, 0.02, 0.12], [0.5, 0, 0, 0.5, 0, 0.5]
T, options = np.diag([1.0, 2.0, 3.0]), np.array([1e-10, 1e-14, 0.0])  # no limit to the steps
params = np.zeros(4, dtype=PARAMS)  # tasks N(0, 1)
params["eta_J"], params["eta_w"], params["inner_steps"] = 6.0, [4.0, 3.0, 2.0, 1.0], 1
params["V"], params["P"], params["T"] = 100.0, np.inf, T.ctypes.data
alphas = np.arange(11) * 2.0
eps_g = trajectories(3, 3, params, options, np.array([*R, *Q, 0, 0, 0]), alphas)
for alpha, x in zip(alphas, eps_g[0], strict=True):
    print(f"{alpha:g} {x:.15g}")

"""One fault, one code and one text: what the emitted fixed points say of an argument, in C and in
numpy."""

import ctypes
import math
import re

import numpy as np
import pytest

from orderode.errors import BackendError
from orderode.models.catalogue import GENERATED
from orderode.solvers.fixed_point import load_fixed_point_solver

NAMES = ("srf", "one_step")
TABLES = {"u": [[0.5, 1.0]], "c": [[1.0, 0.7]], "fraction": [[0.5, 0.5]]}
POINT = {
    "alpha": [2.0],
    "beta": [1.5],
    "lam": [0.1],
    "alpha0": [2.0],
    "eta": [1.0],
    "noise2": [0.1],
}
POINT |= {"inverse_p": [0.0], "gamma": [0.4]}

#: What is refused of each parameter.
WRONG = {
    "alpha": (0.0, -1.0, math.nan, math.inf),
    "beta": (0.0, math.inf),
    "lam": (-1e-9, math.nan),
    "alpha0": (0.0, math.nan),
    "eta": (-1.0, math.inf),
    "noise2": (-1.0, math.nan),
    "inverse_p": (-1.0, math.inf),
    "gamma": (1.01, -1.01, math.nan),
    "u": (math.inf, math.nan),
    "c": (0.0, math.nan),
    "fraction": (0.0, math.nan),
}


@pytest.fixture(scope="module", params=NAMES)
def solver(request):
    return load_fixed_point_solver(request.param, "c")


def codes(name):
    """Name -> code, from the header."""
    text = (GENERATED / "c" / f"{name}.h").read_text(encoding="utf-8")
    found = re.findall(
        rf"{name.upper()}_(\w+) = (\d+),? /\* (.*) \*/", text.split("ACTIVATION_")[0]
    )
    return {word: (int(code), meaning) for word, code, meaning in found}


def arguments(entry, changes=None):
    p = POINT | TABLES | (changes or {})
    return {n: np.array(p[n], dtype=float) for n in (*entry.parameters, *entry.arrays)}


def status(solver, changes=None, activation=0, target=0, level=0, groups=2, null=None):
    """What a call returns; the pointer number ``null`` is NULL."""
    entry = solver.entry
    p = arguments(entry, changes)
    given = np.array([[p[n][0] for n in entry.parameters]])
    arrays = [given, *(np.ascontiguousarray(p[t]) for t in entry.arrays), np.zeros(64)]
    arrays += [np.zeros(64)] * bool(entry.arrays)
    arrays += [np.zeros(int(solver.work_size(*[2] * bool(entry.arrays))))]
    pointers = [x.ctypes.data_as(ctypes.c_void_p) for x in arrays]
    if null is not None:
        pointers[null] = None
    numbers = [level] * (entry.name == "one_step") + [ctypes.c_size_t(1)]
    numbers += [groups] * bool(entry.arrays)
    return getattr(solver.library, f"{entry.name}_solve")(activation, target, *numbers, *pointers)


def test_every_code_can_be_had_and_has_a_text_of_its_own(solver):
    name, entry = solver.entry.name, solver.entry
    known = codes(name)
    texts = {solver.strerror(code).decode() for code, _ in known.values()}
    assert texts == {meaning for _, meaning in known.values()} and len(texts) == len(known)
    assert len({code for code, _ in known.values()}) == len(known)
    assert solver.strerror(99) == b"unknown status"
    pointers = ["PARAMS", *entry.arrays, "RESULTS"]  # then overlaps, which may be NULL, and work
    had = {f"NULL_{x}": status(solver, null=place) for place, x in enumerate(pointers)}
    had |= {"OK": status(solver), "NULL_WORK": status(solver, null=-1)}
    had |= {"ACTIVATION": status(solver, activation=99), "TARGET": status(solver, target=-1)}
    for parameter in (*entry.parameters, *entry.arrays):
        for value in WRONG[parameter]:
            changed = [[1.0, value]] if parameter in entry.arrays else [value]
            code = status(solver, {parameter: changed})
            assert had.setdefault(f"BAD_{parameter}", code) == code
    if entry.arrays:
        had["GROUPS"] = status(solver, groups=0)
        assert status(solver, groups=33) == had["GROUPS"]
        had["FRACTIONS"] = status(solver, {"fraction": [[0.5, 0.6]]})
    header = (GENERATED / "c" / f"{name}.h").read_text(encoding="utf-8")
    (number,) = re.findall(r"^#define \w+_ABI (\d+)$", header, re.M)
    check = getattr(solver.library, f"{name}_check")
    size = 8 * len(entry.parameters)
    had["LAYOUT"] = check(0, ctypes.c_size_t(size))
    assert check(int(number), ctypes.c_size_t(size + 8)) == had["LAYOUT"]
    assert check(int(number), ctypes.c_size_t(size)) == had["OK"]
    if name == "one_step":
        had["LEVEL"] = status(solver, level=2)
        assert status(solver, level=-1) == had["LEVEL"]
    # those of a point, which other tests have
    had |= {n: known[n][0] for n in ("NO_CONVERGENCE", "NONFINITE")}
    assert had == {word: code for word, (code, _) in known.items()}


def test_both_backends_say_the_same(solver):
    name, entry = solver.entry.name, solver.entry
    known = codes(name)
    numpy = load_fixed_point_solver(name, "numpy")
    for parameter in (*entry.parameters, *entry.arrays):
        changed = [[1.0, math.nan]] if parameter in entry.arrays else [math.nan]
        for backend in (solver, numpy):
            with pytest.raises(BackendError) as found:
                backend.solve("erf", "sign", arguments(entry, {parameter: changed}))
            assert found.value.why == known[f"BAD_{parameter}"][1]


def test_words_of_fractions_and_levels():
    for backend in ("c", "numpy"):
        groups = load_fixed_point_solver("srf", backend)
        with pytest.raises(BackendError, match="fractions of a point do not sum to 1"):
            groups.solve("erf", "sign", arguments(groups.entry, {"fraction": [[0.5, 0.6]]}))
        stepped = load_fixed_point_solver("one_step", backend)
        with pytest.raises(BackendError, match="level is neither 0 nor 1"):
            stepped.solve("erf", "sign", arguments(stepped.entry), level=2)

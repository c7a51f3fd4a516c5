"""Calls of emitted C whose arrays, all of them, touch a page that ends the process when it is read
or written: behind their last byte, or in front of their first.

    python guarded.py NAME PART [OPTIMISE]

PART is "scalar", "map", "batch", "few", "fluctuations", "adjoint", "stiff" or "stationary".  Each call is made twice on each
side, in memory filled with ones and with zeros: the same bits say that nothing is read before it is
written.  OPTIMISE, such as -O0, takes the place of the compiler's level.
"""

import ctypes
import itertools
import math
import sys
from types import SimpleNamespace

import numpy as np

from orderode.compiler import instruction_sets
from orderode.errors import BackendError
from orderode.models.catalogue import entry
from orderode.solvers import base, batch, build, c, fixed_point, layout, maps
from orderode.solvers.base import State

PAGE = 1 << 12
SIZES = ((1, 1), (1, 2), (2, 1), (3, 2))
SAMPLES = (math.inf, 3)
BLOCKS = 2  #: of the inputs
FLAGS = {"read": 1, "write": 2, "private": 2, "anonymous": 32}  # of Linux
MADE_HERE = ("empty", "zeros", "full", "full_like", "empty_like", "ascontiguousarray", "array")

system = ctypes.CDLL(None, use_errno=True)
system.mmap.restype = ctypes.c_void_p
system.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_long]
system.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
system.munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]


class Guard:
    """Where arrays lie: "behind" or "front" is the side that is watched, "" none; the memory is
    ``filled`` with a byte."""

    def __init__(self):
        self.side, self.filled = "", 0
        self.addresses, self.mapped, self.calls = set(), [], 0

    def array(self, given):
        """A copy whose end, or start, is that of what may be touched."""
        given = np.asarray(given)
        if not self.side or given.dtype.hasobject or not given.nbytes:
            return given
        size = -(-given.nbytes // PAGE) * PAGE
        protection, kind = FLAGS["read"] | FLAGS["write"], FLAGS["private"] | FLAGS["anonymous"]
        start = system.mmap(None, size + 2 * PAGE, protection, kind, -1, 0)
        assert start not in (None, ctypes.c_void_p(-1).value), "no memory to map"
        for page in (start, start + PAGE + size):
            assert system.mprotect(page, PAGE, 0) == 0
        self.mapped.append((start, size + 2 * PAGE))
        ctypes.memset(start + PAGE, self.filled, size)
        at = start + PAGE + (size - given.nbytes if self.side == "behind" else 0)
        flat = np.ctypeslib.as_array((ctypes.c_byte * given.nbytes).from_address(at))
        made = flat.view(given.dtype).reshape(given.shape)
        self.addresses.add(at)
        return made

    def forget(self):
        for start, size in self.mapped:
            system.munmap(start, size)
        self.side, self.mapped, self.addresses = "", [], set()


GUARD = Guard()


class Numpy:
    """numpy, whose new arrays are guarded; what "empty" makes keeps what the memory is filled
    with."""

    def __getattr__(self, name):
        function = getattr(np, name)
        if name not in MADE_HERE:
            return function

        def guarded(*arguments, **named):
            made = function(*arguments, **named)
            there = GUARD.array(made)
            if not name.startswith("empty") and there is not made:
                there[...] = made
            return there

        return guarded


def pointed(before):
    """As ``before``, of arrays that are guarded alone."""

    def pointer(array):
        GUARD.calls += 1
        known = not GUARD.side or not array.size or array.ctypes.data in GUARD.addresses
        assert known, "an array without a guard"
        return before(array)

    return pointer


def watched():
    """From here on the arrays of all solvers in C are guarded."""
    for module in (base, batch, c, fixed_point, maps):
        module.np = Numpy()
    c._pointer, batch._pointer = pointed(c._pointer), pointed(batch._pointer)
    maps._address = pointed(maps._address)
    packed = layout.Layout.pack

    def pack(self, state):
        made = packed(self, state)
        there = GUARD.array(made)
        there[...] = made
        return there

    layout.Layout.pack = pack


def optimised(level):
    """Solvers compiled with another level."""
    kept = build.kept_library

    def library(stem, content, flags, *sources):
        return kept(stem, content, [level, *flags[1:]], *sources)

    build.kept_library = library


def of_shape(shape, K, M):
    """Of what a caller gives, by what its axes count; None of the nodes of a rule."""
    counts = {"K": K, "M": M, "blocks": BLOCKS}
    return tuple(counts[axis] for axis in shape) if {*shape} <= counts.keys() else None


def problems(name, K, M, finite):
    """States and parameters of a flow: infinite and few samples, each flag, with and without a
    kurtosis; two inner steps where there are any."""
    e = entry(name)
    rng = np.random.default_rng(K + 10 * M)
    weights = rng.standard_normal((BLOCKS, K + M, 12))
    C = weights @ weights.swapaxes(-1, -2) / 12
    overlaps = {"R": C[:, :K, K:], "Q": C[:, :K, :K], "T": C[:, K:, K:]}
    if not any("blocks" in x.shape for x in e.state):
        overlaps = {x: values[0] for x, values in overlaps.items()}
    heads = {x.name: rng.normal(size=K) / 4 for x in e.state if x.name not in overlaps}
    state = State(**{x.name: (overlaps | heads)[x.name] for x in e.state})
    shapes = {x: of_shape(e.shapes[x], K, M) for x in e.arrays}
    usual = {x: rng.normal(size=shape) for x, shape in shapes.items() if shape is not None}
    usual |= {"T": overlaps["T"], "cov": np.eye(M), "mean": np.full(M, 0.1)}
    usual |= {"shares": np.full(BLOCKS, 1 / BLOCKS), "variances": np.linspace(0.5, 2, BLOCKS)}
    samples, flags = e.which("samples"), e.which("flag")
    kinds = [SAMPLES] * len(samples) + [(0, 1)] * len(flags) + [(None, 2.0)]
    for *values, kurtosis in itertools.product(*kinds):
        chosen = {x: e.defaults.get(x, 0.3) for x in e.parameters}
        chosen |= dict(zip((*samples, *flags), values, strict=True))
        many = chosen.get("P", math.inf) == math.inf
        chosen |= {x: 2 if many else 1 for x in e.which("count")}
        chosen |= {x: usual[x] for x in e.arrays if x in usual}
        chosen["kurtosis"] = None if kurtosis is None else np.full(M, kurtosis)
        if ("kurtosis" not in e.arrays and kurtosis) or ("P" in chosen and many is finite):
            continue
        yield state, chosen


def called(work, *arguments):
    """The arrays of one call as bytes, or the words it is refused with."""
    try:
        found = work(*arguments)
    except BackendError as error:
        return error.why.encode()
    arrays = found if isinstance(found, State | tuple | list) else [found]
    return b"".join(np.asarray(x).tobytes() for x in arrays)


def scalar(name):
    solver = c.CBackend(name)
    for (K, M), finite in itertools.product(SIZES, (False, True)):
        for state, chosen in problems(name, K, M, finite):
            # else refused, where all powers of 1/P are asked for
            if solver.entry.by_nodes or (solver.entry["rule"] and finite and K + M < 5):
                chosen |= dict(solver.rule(K, M, 1021).items())
            yield solver.rhs, state, chosen
            for out in solver.entry.outputs:
                yield solver.observable, out, state, chosen

            def run(state=state, chosen=chosen):
                times = np.array([0.0, 1e-3, 0.01])
                found = solver.integrate(state, chosen, times, rtol=1e-3, atol=1e-6, max_steps=50)
                return [*found.states, np.array(found.alpha)]

            yield (run,)


def steps(name):
    """One step of a map, and some."""
    solver = maps.CMap(name)
    for K, M in SIZES:
        for state, chosen in problems(name, K, M, finite=False):
            yield solver.change, state, chosen
            for out in solver.entry.outputs:
                yield solver.observable, out, state, chosen

            def run(state=state, chosen=chosen):
                found = solver.run(state, chosen, 3)
                return [*found.states, *found.observables.values()]

            yield (run,)


def fluctuations(name):
    solver = c.CBackend(name)
    for (K, M), finite in itertools.product(SIZES[:-1], (False, True)):
        for state, chosen in problems(name, K, M, finite):
            yield solver.diffusion, state, chosen
            if solver.entry["of_diffusion"] and finite:
                one = {"known_task": chosen["mean"], "cov": np.zeros((M, M)), "kurtosis": None}
                yield solver.diffusion, state, chosen | solver.rule(K, M, 1021) | one
            if not hasattr(solver._second, f"{solver.entry.name}_fluctuations_tangent"):
                continue  # slopes with roots that reach zero have none
            counts = layout.counted(solver.entry.state, state)
            directions = np.eye(layout.layout(solver.entry.state, *counts).size)[:3]
            yield solver.tangents, state, directions, chosen
            for out in solver.entry.outputs:
                yield solver.observable_tangents, out, state, directions, chosen


def adjoint(name):
    """Rows of factors back through the slopes, and through each observable."""
    solver = c.CBackend(name)
    for (K, M), finite in itertools.product(SIZES[:-1], (False, True)):
        for state, chosen in problems(name, K, M, finite):
            if solver.entry.by_nodes or (solver.entry["rule"] and finite):
                chosen |= dict(solver.rule(K, M, 1021).items())
            counts = layout.counted(solver.entry.state, state)
            factors = np.eye(layout.layout(solver.entry.state, *counts).size)[:3]
            yield solver.backwards, "rhs", state, factors, chosen
            for out in solver.entry.outputs:
                yield solver.backwards, out, state, np.ones(1), chosen


def stiff(name):
    """Implicit steps, and those that begin explicitly."""
    solver = c.CBackend(name)
    times = np.array([0.0, 1e-3, 0.01])
    options = {"rtol": 1e-3, "atol": 1e-6, "max_steps": 50}
    for (K, M), finite in itertools.product(SIZES[:-1], (False, True)):
        for state, chosen in problems(name, K, M, finite):
            if solver.entry.by_nodes or (solver.entry["rule"] and finite):
                chosen |= dict(solver.rule(K, M, 1021).items())
            for method in ("implicit", "auto"):

                def run(state=state, chosen=chosen, method=method):
                    found = solver.integrate(state, chosen, times, **options, method=method)
                    return [*found.states, found.alpha]

                yield (run,)


def vectors(name, finite=False):
    """One trajectory, and more than the lanes of a vector."""
    for K, M in SIZES:
        rows = [x for x in problems(name, K, M, finite) if x[1]["kurtosis"] is None]
        if not rows:
            continue
        for count, instructions in itertools.product((1, 9), instruction_sets()):
            taken = [rows[i % len(rows)] for i in range(count)]
            states = State.stack([s for s, _ in taken])
            given = batch.stack_parameters([p for _, p in taken])
            for function in ("rhs", *entry(name).outputs):
                yield batch.evaluate_batch, name, function, states, given, instructions

            def run(states=states, given=given, instructions=instructions):
                found = batch.integrate_batch(
                    name,
                    states,
                    given,
                    np.array([0.0, 1e-3, 0.01]),
                    rtol=1e-3,
                    atol=1e-6,
                    level=0.1,
                    max_steps=50,
                    instructions=instructions,
                )
                return [*found.states, found.crossing, found.alpha, *found.observables.values()]

            yield (run,)


def stationary(name):
    solver = fixed_point.load_fixed_point_solver(name, "c")
    e = solver.entry
    usual = {"alpha": 2.0, "beta": 1.5, "lambda": 0.1, "noise": 0.1, "alpha0": 2.0, "eta": 2.0}
    for activation, target in itertools.product(e["activations"], ("sign", "sin", "he2")):
        for points in (1, 3):
            given = {x: np.full(points, usual.get(x, 0.5)) for x in e.parameters}
            given |= {x: np.tile([0.25, 0.75], (points, 1)) for x in e.arrays}
            levels = (0, 1) if name == "one_step" else (0,)
            for level in levels:

                def run(given=given, level=level, activation=activation, target=target):
                    found = solver.solve(activation, target, given, level)
                    return [*found.values.values(), found.status]

                yield (run,)


PARTS = {
    "scalar": scalar,
    "map": steps,
    "fluctuations": fluctuations,
    "adjoint": adjoint,
    "stiff": stiff,
    "batch": vectors,
    "few": lambda name: vectors(name, finite=True),
    "stationary": stationary,
}


def main(name, part, level=""):
    """Prints how many calls there were, and how many of them were refused."""
    if level:
        optimised(level)
    instruction_sets()
    watched()
    counts = SimpleNamespace(calls=0, refused=0)
    for number, call in enumerate(PARTS[part](name)):
        found = []
        for side, byte in itertools.product(("behind", "front"), (0, 255)):
            GUARD.side, GUARD.filled = side, byte
            found.append(called(*call))
            GUARD.forget()
            counts.calls += 1
        assert len(set(found)) == 1, f"{name} {part}: call {number} reads what nobody wrote"
        counts.refused += 4 * (b" " in found[0] and found[0].isascii() and found[0].strip() != b"")
    assert GUARD.calls or part == "stationary", "no array was handed over"
    print(f"{name} {part}: {counts.calls} calls, {counts.refused} of them refused")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Problem and sweep files with faults put in, and commands run on them in a process of their own.

A file is a nested mapping written as TOML, changed in one to three places, or its text is damaged.
"""

import contextlib
import copy
import datetime
import io
import math
import os
import random
import resource
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from orderode.cli import main

OVERLAPS = {"T": [1.0, 2.0], "Q": 0.5, "R": [[0.3, 0.1], [0.0, 0.2]]}
SIMULATION = {"N": 40, "runs": 2, "seed": 1, "points": 3, "tasks": 20}
SIMULATION |= {"method": "reduced", "P": 4, "V": 3}
SMALL = {
    "activation": "erf",
    "K": 2,
    "M": 2,
    "overlaps": OVERLAPS,
    "tasks": {"mean": [0.1, 0.2], "cov": [[1.0, 0.1], [0.1, 1.0]], "kurtosis": 3.0},
    "run": {"alpha_end": 0.5, "points": 5, "rtol": 1e-6, "atol": 1e-10},
    "simulation": {**SIMULATION, "beside": {"P": 5, "V": 4}},
}
META = {"eta_J": 0.5, "eta_w": 0.3, "P": math.inf, "V": 20, "noise": 0.1, "decay": 0.01}
META |= {"w0": [0.1, 0.2]}
FINITE = META | {"P": 4, "V": 3, "inner_steps": 1, "closure": "1/P"}
SIMPLE = {k: v for k, v in SMALL.items() if k != "simulation"}
SIMPLE["simulation"] = {k: v for k, v in SIMULATION.items() if k != "P"}
PROBLEMS = {
    "fo_anil": SMALL | {"model": "fo_anil", "parameters": META | {"inner_steps": 2}},
    "finite": SMALL | {"model": "fo_anil", "parameters": FINITE},
    "anil": SMALL | {"model": "anil", "parameters": META},
    "pooled": SMALL | {"model": "pooled", "activation": "linear", "parameters": META},
    "sgd": SIMPLE | {"model": "sgd", "parameters": {"eta_J": 0.5, "V": 5, "noise": 0.1}},
}
PROBLEMS["relu"] = PROBLEMS["fo_anil"] | {"activation": "relu"}
PROBLEMS["starts"] = PROBLEMS["sgd"] | {"overlaps": OVERLAPS | {"R": {"N": 500, "seed": 3}}}
PROBLEMS["uniform"] = PROBLEMS["sgd"] | {"overlaps": OVERLAPS | {"R": {"scale": 1e-3, "seed": 3}}}
POINT = {"alpha": 2.0, "beta": 1.5, "lambda": 0.1, "noise": 0.1}
PROBLEMS["srf"] = {
    "model": "srf",
    "activation": "erf",
    "target": "sign",
    "parameters": POINT
    | {"alpha": [1.0, 2.0], "u": [1.5, -1.0], "gamma": 0.8, "c": 1.0}
    | {"fractions": [0.25, 0.75], "finite_d": 300.0},
    "simulation": {"d": 30, "seeds": 2, "seed": 5},
}
PROBLEMS["one_step"] = {
    "model": "one_step",
    "activation": "tanh",
    "target": "sin",
    "parameters": POINT | {"alpha0": 2.0, "eta": 2.0, "level": 1},
    "simulation": {"d": 30, "seeds": 2},
}
SWEEPS = {
    "sweep": {
        "problem": PROBLEMS["sgd"],
        "chunk": 2,
        "axes": {
            "K": [1, 2],
            "parameters.eta_J": {"first": 0.1, "last": 1.0, "points": 3, "scale": "log"},
        }
        | {"overlaps.R.scale": [1e-3]},
        "outputs": {"eps_g_at": [0.1, 0.5], "crossings": [0.4], "final_state": True},
    },
    "sweep_srf": {
        "problem": PROBLEMS["one_step"],
        "axes": {"parameters.alpha": [1.0, 2.0], "parameters.lambda": [0.1, 0.2]},
    },
}
SWEEPS["sweep"]["problem"] = PROBLEMS["uniform"] | {"K": 1}
SWEEPS["sweep"]["problem"]["overlaps"] = {"T": [1.0, 2.0], "Q": 0.5, "R": {"scale": 0.1, "seed": 1}}
RUN = {"alpha_end": 0.5, "points": 5, "rtol": 1e-6, "atol": 1e-10}
BARE = {k: v for k, v in SIMPLE.items() if k != "tasks"}
ONE = {"activation": "erf", "K": 1, "M": 1, "run": RUN, "simulation": SIMPLE["simulation"]}
BLOCKS = {"T": {"blocks": [[1.0], [0.5]]}, "Q": 1.0, "R": {"blocks": [[[0.1]], [[0.0]]]}}
TASKS = {"u_first": [1.0, 0.0], "u_second": [0.0, 1.0], "w0": [0.3, 0.1], "w1": [0.1, 0.2]}
#: Rates that change along the way, blocks of inputs, tasks of a set or of varied teachers, gains.
PROBLEMS |= {
    "phases": PROBLEMS["sgd"]
    | {
        "activation": "linear",
        "phases": [
            {"alpha_end": 0.2, "eta_J": 0.3, "frozen": ["heads"]},
            {"alpha_end": 0.4, "frozen": ["first layer"], "eta_0": 0.1},
            {"noise": 0.2},
        ],
    },
    "schedule": PROBLEMS["sgd"]
    | {"schedule": {"alphas": [0.1, 0.3], "eta_J": [0.2, 0.1], "noise": [0.0, 0.2]}},
    "blocks": ONE
    | {
        "model": "structured_sgd",
        "parameters": {"eta_J": 0.5, "V": 2, "shares": 2, "variances": {"power": 1.0}},
        "overlaps": {"T": [1.0], "Q": 0.5, "R": {"N": 40, "seed": 1}},
    },
    "curriculum": ONE
    | {
        "model": "curriculum",
        "parameters": {"eta_J": 0.5, "V": 1, "shares": [0.4, 0.6], "variances": [1.0, 0.0]}
        | {"test_variances": [1.0, 1.0]},
        "overlaps": BLOCKS,
        "schedule": {"alphas": [0.2], "variances": [[1.0, 1.0]]},
    },
    "varied": SMALL
    | {
        "model": "fo_anil_varied",
        "parameters": META | {"P": 4, "V": 3},
        "tasks": SMALL["tasks"] | {"spread": [0.3, 0.1]},
    },
    "dropout": PROBLEMS["sgd"]
    | {"model": "dropout", "parameters": {"eta_J": 0.5, "noise": 0.1, "V": 1, "keep": 0.7}},
    "continual": BARE
    | {
        "model": "continual",
        "parameters": TASKS | {"eta_J": 0.5, "eta_0": 0.2, "V": 1, "p_second": 0.3},
        "overlaps": OVERLAPS | {"T": {"norm": 1.0, "overlap": 0.5}},
        "phases": [{"alpha_end": 0.2}, {"p_second": 1.0, "eta_0": 0.0}],
    },
}
SWEEPS["sweep_phases"] = {
    "problem": {k: v for k, v in PROBLEMS["continual"].items() if k != "simulation"},
    "axes": {"parameters.p_second": [0.1, 0.9], "overlaps.T.overlap": [0.0, 0.5]},
    "outputs": {"eps_g_at": [0.5], "observables": ["eps_first", "eps_second"]},
}
BASES = {**PROBLEMS, **SWEEPS}
NEWER = 7  #: the first seed with what follows; seeds below keep what they had
NEWER_BASES = BASES | {
    "linear": PROBLEMS["sgd"]
    | {"schedule": {"alphas": [0.2, 0.4], "linear": 4, "eta_J": [0.3, 0.1], "noise": [0.0, 0.2]}},
    "rest": PROBLEMS["sgd"] | {"run": RUN | {"stop": "fixed point", "method": "auto"}},
    "implicit": PROBLEMS["fo_anil"] | {"run": RUN | {"stop": "end", "method": "implicit"}},
}
COMMANDS = ["rhs", "integrate", "simulate", "compare", "drift", "draw", "adapt", "solve", "steady"]
COMMANDS += ["sensitivity", "optimise", "branches"]
NEWER_COMMANDS = [*COMMANDS, "gradient", "mean", "lines", "sensitivity", "optimise"]
#: What these stand for, and what else commands are given to take little time.
WORDS = {"branches": "steady", "gradient": "sensitivity", "mean": "sensitivity"}
WORDS |= {"lines": "optimise"}
OPTIONS = {
    "drift": ["--tasks", "200"],
    "adapt": ["--steps", "2"],
    "optimise": ["--vary", "parameters.eta_J=0..2", "--pieces", "2", "--starts", "1"],
    "lines": ["--vary", "parameters.eta_J=0..2", "--pieces", "2", "--starts", "0"]
    + ["--linear", "3", "--mean"],
    "gradient": ["--of", "eps_g"],
    "mean": ["--of", "eps_g", "--mean"],
    "steady": ["--starts", "4"],
    "branches": ["--starts", "2", "--continue", "parameters.eta_J=0.1..1"],
}

VALUES = [
    datetime.date(2020, 1, 1),
    datetime.datetime(2020, 1, 1, 12, 0, 0),
    datetime.time(12),
    {},
    {"a": 1},
    {"N": 10**9, "seed": 0},
    {"N": 2**53, "seed": 2**53},
    {"scale": 1e300, "seed": 0},
    {"polynomial": [0, 1]},
    {"polynomial": [1e308, 1e308]},
    {"first": 1, "last": 3, "points": 10**8},
    {"first": 1, "last": 2, "points": 2},
    [],
    [[]],
    [[1.0], [2.0]],
    [{}],
    [datetime.date(2020, 1, 1)],
    [1.0, "a"],
    [True],
    [0.5, 0.5],
    [1.0, 2.0, 3.0],
    "",
    "erf",
    "linear",
    "sgd",
    "anil",
    "direct",
    "1/P",
    "optimal",
    "a" * 100_000,
    "../x.py",
    "x\0.py",
    "/dev/null",
    "é\u2028",
    True,
    0,
    -1,
    1,
    3,
    1000,
    10**6,
    10**9,
    2**31,
    2**53,
    2**63,
    2**70,
    10**400,
    0.5,
    1e-3,
    1e20,
    1e308,
    1e200,
    5e-324,
    -0.0,
    math.nan,
    math.inf,
    -math.inf,
    [1e308, 1e308],
    [math.nan] * 2,
    [[1.0, 1e308], [1e308, 1.0]],
    list(range(20_000)),
    [[0.1] * 600] * 600,
]


def toml(value):
    """A value as TOML, tables inline."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + "".join(c if c.isalnum() else f"\\U{ord(c):08x}" for c in value) + '"'
    if isinstance(value, float):
        return str(value) if math.isfinite(value) else repr(value)
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name(k)} = {toml(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)


def name(key):
    return key if key and all(c.isascii() and (c.isalnum() or c == "_") for c in key) else toml(key)


def written(content):
    return "".join(f"{name(k)} = {toml(v)}\n" for k, v in content.items())


def changed(chance, value):
    """One change somewhere in a nested mapping: another value, one key less, one more, or another
    name."""
    if not value:
        return {"a": 1}
    key = chance.choice(list(value))
    if isinstance(value[key], dict) and chance.random() < 0.8:
        return {**value, key: changed(chance, value[key])}
    kind = chance.randrange(8)
    if kind == 0:
        return {k: v for k, v in value.items() if k != key}
    if kind == 1:
        other = chance.choice(["N", "alpha", "lambda_", "beside", "P", "V", "nodes", "é", "model"])
        return {**value, other: copy.deepcopy(chance.choice(VALUES))}
    if kind == 2:
        return {(k.upper() if k == key else k): v for k, v in value.items()}
    if kind == 3 and isinstance(value[key], list) and value[key]:
        listed = list(value[key])
        place = chance.randrange(len(listed))
        inside = isinstance(listed[place], dict)
        listed[place] = changed(chance, listed[place]) if inside else chance.choice(VALUES)
        return {**value, key: listed}
    return {**value, key: copy.deepcopy(chance.choice(VALUES))}


def damaged(chance, text):
    """Text cut off, with a byte changed, or with keys and brackets without end."""
    raw = text.encode()
    place = chance.randrange(len(raw))
    kind = chance.randrange(6)
    if kind == 0:
        return raw[:place]
    if kind == 1:
        return raw[:place] + bytes([chance.randrange(256)]) + raw[place + 1 :]
    if kind == 2:
        return raw + b"a" + b".a" * chance.choice([50, 2000, 200_000]) + b" = 1\n"
    if kind == 3:
        depth = chance.choice([50, 2000, 200_000])
        return raw + b"extra = " + b"[" * depth + b"]" * depth + b"\n"
    if kind == 4:
        return raw + b"[" + b".".join([b"run"] * chance.choice([2, 3000])) + b"]\nx = 1\n"
    return raw[:place] + raw[place : place + 20] * 3 + raw[place:]


def case(seed, number):
    """The text of a file, and the command for it; the same for the same numbers."""
    chance = random.Random(f"{seed} {number}")
    bases, commands = (NEWER_BASES, NEWER_COMMANDS) if seed >= NEWER else (BASES, COMMANDS)
    base = chance.choice(list(bases))
    content = bases[base]
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        content = changed(chance, content)
    text = written(content)
    raw = damaged(chance, text) if chance.random() < 0.08 and text else text.encode()
    return raw, "sweep" if base in SWEEPS else chance.choice(commands)


@dataclass
class Ended:
    """How a command ended: its status, None where it was stopped, seconds and what it wrote."""

    status: int | None
    seconds: float
    said: str

    @property
    def fault(self):
        """What is wrong with that; "" if nothing is."""
        if self.status is None:
            return "did not end"
        if self.status not in (0, 1, 2):
            return f"status {self.status}"
        if "Traceback" in self.said:
            return "traceback"
        lines = [line for line in self.said.splitlines() if "accepted:" in line]
        return "long line" if any(len(line) > 2000 for line in lines) else ""


ASLEEP = 10


def ended(words, limit=20, memory=8 << 30):
    """Run a command of ours in a child of this process, which has imported all it needs; stopped
    after ``limit`` seconds of a processor, or ASLEEP times that by the clock."""
    reader, writer = os.pipe()
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        os.close(reader)
        os.dup2(writer, 1)
        os.dup2(writer, 2)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
        os.setsid()
        _run([str(w) for w in words])
    os.close(writer)
    os.set_blocking(reader, False)
    said, status = io.BytesIO(), None
    while time.monotonic() - start < ASLEEP * limit:
        _drain(reader, said)
        done, code = os.waitpid(child, os.WNOHANG)
        if done:
            status = os.waitstatus_to_exitcode(code)
            status = None if status == -signal.SIGXCPU else status
            break
        time.sleep(0.005)
    else:
        os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
    if status is None:  # what it started goes with it
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
    _drain(reader, said)
    os.close(reader)
    seconds = time.monotonic() - start
    return Ended(status, seconds, said.getvalue().decode(errors="replace"))


def _run(words):
    import sys
    import traceback

    code = 70
    try:
        sys.stdout = os.fdopen(1, "w", closefd=False)
        sys.stderr = os.fdopen(2, "w", closefd=False)
        main(words, prog_name="orderode")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        traceback.print_exc()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code)


def _drain(reader, into):
    try:
        while block := os.read(reader, 1 << 16):
            into.write(block)
    except BlockingIOError:
        return


def run_case(seed, number, folder):
    """Case ``number``: the command line, and how it ended."""
    raw, command = case(seed, number)
    file = Path(folder) / f"case{number}.toml"
    file.write_bytes(raw)
    words = [WORDS.get(command, command), file, *OPTIONS.get(command, [])]
    folders = ("compare", "adapt", "sweep", "optimise", "branches", "sensitivity")
    if command in (*folders, "gradient", "mean", "lines"):
        words += ["--out", Path(folder) / f"case{number}"]
    elif command in ("integrate", "simulate", "solve"):
        words += ["--out", Path(folder) / f"case{number}.npz"]
    elif command == "draw":
        words += ["--out", Path(folder) / f"case{number}.png"]
    return words, ended(words)

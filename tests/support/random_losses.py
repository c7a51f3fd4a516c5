"""Model files with random losses, made by a grammar from all that the tutorial allows, and what
comes of each: derived, compiled, imported and judged by the drift test, or refused in words.

An inner loss is at most quadratic in head and task; an outer loss too. From seed WIDER on there are
affine terms in the inner loss, label noise apart from the output, products of three, and further
observables; seeds below keep what they had.
"""

import contextlib
import io
import os
import random
import re
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from orderode.certify import derived
from orderode.derive.__main__ import main as derivation
from orderode.solvers.emitted import fault_in

HEAD = '''"""A model with a random loss."""

from fractions import Fraction

from orderode.derive.language import Activate, Adaptation, Algorithm, Descent, Head, Observable, Rate, Sum
from orderode.derive.models.setting import *

gamma = Rate("gamma", "one strength")
delta = Rate("delta", "another")
k, l = learner.index(0), learner.index(1)
m, n = teacher.index(0), teacher.index(1)
w = Head("w", learner)


def x(i, s):
    return learner.local_field(i, s)


def g(i, s):
    return Activate(0, learner.local_field(i, s))


def t(i, s):
    return teacher.local_field(i, s)


def tg(i, s):
    return Activate(0, teacher.local_field(i, s))


def f(h, s):
    return learner.output(h, s)


def y(s):
    return teacher.output(u, s)


'''
ONLINE = """def outer(h, s):
    return {outer}
{measured}

MODEL = Algorithm(
    name="{name}",
    title="A random loss",
    learner=learner,
    teacher=teacher,
    task=u,
    start=start,
    outer=Descent(learner, start, rate=eta_J, loss=outer, samples=query{decay}),
    observables=({observables}Observable("eps_g", error, start, "loss on fresh data", "e"),),
    noise=noise,
    parameters=({parameters}),
)
"""
META = """def inner(h, s):
    return {inner}
{measured}

def outer(h, s):
    return {outer}


adaptation = Adaptation(w, start, rate=eta_w, loss=inner, samples=support, steps={steps})
MODEL = Algorithm(
    name="{name}",
    title="A random loss",
    learner=learner,
    teacher=teacher,
    task=u,
    start=start,
    adaptation=adaptation,
    outer=Descent(learner, w, rate=eta_J, loss=outer, samples=query{decay}{through}),
    observables=({observables}Observable("eps_g", error, w, "loss on fresh data", "e"),),
    noise=noise,
    parameters=({parameters}),
)
"""
NUMBERS = ["2", "3", "Fraction(1, 3)", "-1", "0.25", "Fraction(-2, 5)"]
RATES = ["gamma", "delta", "gamma", "(gamma + delta)", "gamma * delta", "gamma**2"]
#: Terms by their degree in head and task: those of sums over the units of the learner or teacher.
TERMS = {
    0: [
        "Sum(x(k, s) ** 2, k)",
        "Sum(g(k, s) ** 2, k)",
        "Sum(x(k, s) * g(k, s), k)",
        "Sum(x(k, s), k) ** 2",
        "Sum(x(k, s) * x(l, s), k, l)",
        "Sum(x(k, s) * t(m, s), k, m)",
        "Sum(g(k, s) * tg(m, s), k, m)",
        "Sum(g(k, s), k) * Sum(tg(m, s), m)",
        "Sum(g(k, s), k)",
        "Sum(x(k, s) ** 3, k)",
        "Sum(x(k, s) ** 2, k) * Sum(x(l, s) ** 2, l)",
    ],
    1: [
        "Sum(h[k] * x(k, s), k)",
        "Sum(h[k] * g(k, s), k)",
        "f(h, s)",
        "f(h, s) * Sum(x(k, s), k)",
        "y(s) * Sum(g(k, s), k)",
        "Sum(u[m] * t(m, s), m) * Sum(x(k, s), k)",
        "f(h, s) * Sum(tg(m, s), m)",
    ],
    2: [
        "Sum(h[k] ** 2, k)",
        "f(h, s) ** 2",
        "f(h, s) * y(s)",
        "(f(h, s) - y(s)) ** 2",
        "(f(h, s) - y(s) - label_noise(noise, s)) ** 2",
        "error(h, s)",
        "Sum(h[k] ** 2 * g(k, s) ** 2, k)",
        "Sum(h[k] ** 2 * x(k, s) ** 2, k)",
        "Sum(h[k] * x(k, s), k) ** 2",
        "Sum(h[k] * x(k, s), k) * f(h, s)",
        "Sum(h[k] * g(k, s), k) * Sum(u[m] * tg(m, s), m)",
        "Sum(h[k] ** 2, k) * Sum(g(l, s) ** 2, l)",
        "Sum(h[k] * h[l] * x(k, s) * x(l, s), k, l)",
        "Sum(h[k], k) ** 2",
        "f(h, s) * Sum(h[k] * Activate(1, x(k, s)), k)",
    ],
}
WIDER = 2  #: the first seed of the wider grammar
FURTHER = [
    "label_noise(noise, s) * f(h, s)",
    "label_noise(noise, s) ** 2 * Sum(h[k] ** 2, k)",
    "label_noise(noise, s) * Sum(x(k, s), k)",
    "label_noise(noise, s) * y(s)",
    "Sum(h[k], k)",
    "y(s) * Sum(x(k, s) ** 2, k)",
    "Sum(u[m], m) * Sum(x(k, s) * t(m, s), k, m)",
    "Sum(h[k] * u[m] * x(k, s) * t(m, s), k, m)",
    "Sum(h[k] * g(k, s), k) * Sum(x(l, s) ** 2, l)",
    "Sum(u[m] ** 2, m) * Sum(g(k, s) ** 2, k)",
    "Sum(u[m] * tg(m, s), m) * Sum(u[n] * t(n, s), n) * Sum(x(k, s), k)",
    "Sum(g(k, s) * g(l, s) * tg(m, s), k, l, m)",
    "Sum(g(k, s), k) * Sum(t(m, s) ** 2, m)",
    "Fraction(1, 2)",
]
#: What else may be measured, of a head and fresh samples.
MEASURED = [
    "f(h, s) ** 2",
    "y(s) ** 2",
    "f(h, s) * y(s)",
    "Sum(h[k] ** 2, k)",
    "Sum(g(k, s) ** 2, k)",
    "Sum(x(k, s) * t(m, s), k, m)",
    "(f(h, s) - y(s)) ** 4",
    "Sum(u[m] ** 2, m)",
    "3",
]
FIELDS = re.compile(r"[xgt]g?\(|[fy]\(|error|loss")
INNER = [t for t in TERMS[2] if "** 2, k) * Sum(g" not in t]


@dataclass(frozen=True)
class Model:
    """The text of a model file, and the activation it is derived with."""

    name: str
    text: str
    activation: str


def model(seed, number):
    """Model ``number`` of a seed: the same for the same numbers."""
    chance = random.Random(f"{seed} {number}")
    name = f"random_{number}"
    first = chance.choice(["loss(h, s)", "loss(h, s)", "error(h, s)", "(f(h, s) - y(s)) ** 2"])
    wider = seed >= WIDER
    further = FURTHER if wider else []
    outer = _sum(chance, first, [t for degree in TERMS.values() for t in degree] + further)
    meta = chance.random() < 0.4
    affine = [t for t in TERMS[1] + further if "h[" in t or "f(h" in t] if wider else []
    inner = _sum(chance, "loss(h, s)", INNER + affine) if meta else ""
    other = chance.choice(MEASURED) if wider and chance.random() < 0.5 else ""
    rates = [x for x in ("gamma", "delta") if x in inner + outer]
    given = {
        "name": name,
        "outer": outer,
        "inner": inner,
        "parameters": ", ".join(rates) + ("," if rates else ""),
        "decay": chance.choice(["", ", decay=decay"]),
        "steps": chance.choice(["1", "2", '"inner_steps"']),
        "through": "",
        "measured": f"\n\ndef measured(h, s):\n    return {other}\n" if other else "",
        "observables": (
            f'Observable("mine", measured, {"w" if meta else "start"}, "another", "o"), '
            if other
            else ""
        ),
    }
    if chance.random() < 0.3:
        given |= {"steps": "1", "through": ", through=adaptation"}
    text = HEAD + (META if meta else ONLINE).format(**given)
    activation = chance.choice(["linear", "linear", "linear", "erf", "relu", "0,1,0.3"])
    return Model(name, text, activation)


def _sum(chance, first, terms):
    found = [first]
    for _ in range(chance.choice([0, 1, 1, 2, 3])):
        factor = chance.choice([*NUMBERS, *RATES, *RATES])
        found.append(f"{factor} * {chance.choice(terms)}")
    return " + ".join(found)


@dataclass
class Came:
    """What came of a model: "agree", "disagree", "none" (no test), "refused", or a fault."""

    word: str
    said: str
    seconds: float


FAULTS = ("traceback", "does not compile", "disagree", "did not end", "in words of our own")
#: What says nothing to an author.
OURS = re.compile(
    "numpy backend|index letters|[Ii]ndexedBase|sympy|Traceback|unpack|not supported|attribute"
    "|subscript|argument|object|[A-Z][a-z]+Error"
)


def tried(made, folder, limit=120.0, tasks=20_000):
    """What comes of a model, in a child of this process, which has imported all it needs."""
    file, out = Path(folder) / f"{made.name}.py", Path(folder) / made.name
    file.write_text(made.text, encoding="utf-8")
    said = Path(folder) / f"{made.name}.txt"
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        os.setsid()
        _child(made, file, out, said, tasks)
    while time.monotonic() - start < limit:
        if os.waitpid(child, os.WNOHANG)[0]:
            break
        time.sleep(0.02)
    else:
        os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return Came("did not end", "", time.monotonic() - start)
    text = said.read_text(encoding="utf-8") if said.exists() else "traceback\nthe process died"
    word, _, rest = text.partition("\n")
    return Came(word, rest, time.monotonic() - start)


def _child(made, file, out, said, tasks):
    import traceback

    try:
        text = _came(made, file, out, tasks)
    except BaseException:
        text = f"traceback\n{traceback.format_exc()}"
    said.write_text(text, encoding="utf-8")
    os._exit(0)


def _came(made, file, out, tasks):
    option = "--polynomial" if "," in made.activation else "--activation"
    words = [f"--model={file}", f"--out={out}", f"{option}={made.activation}"]
    errors = io.StringIO()
    with contextlib.redirect_stderr(errors), contextlib.redirect_stdout(io.StringIO()):
        status = derivation(words)
    if status:
        text = errors.getvalue().strip()
        refused = status == 2 and not OURS.search(text) and "\n" not in text
        return f"{'refused' if refused else 'in words of our own'}\n{text}"
    if fault := fault_in(out):
        return f"does not compile\n{fault}"
    derived.TASKS = tasks
    chosen = made.activation
    if "," in chosen:
        chosen = tuple(float(c) for c in chosen.split(","))
    sys.stderr = io.StringIO()
    test = derived.drift_test(str(out), chosen)
    return f"{test['verdict']}\n{test}"

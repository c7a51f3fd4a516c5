"""Another driver, numbers one after another: what has to be touched to add one, in a copy of the
package that is derived, solved and swept."""

import json
import os
import shutil
import subprocess
import sys

import numpy as np
import pytest
from test_architecture import ROOT

#: Lines that are added to files there are: file -> (behind this line, what).
EDITED = {
    "derive/drivers.py": (
        "ROUTES = {\n",
        "    Series.driver: Route(\n"
        '        Descent, ("models", "ir"), lambda model, _: (continued(model),), lambda m: m.after\n'
        "    ),\n",
    ),
    "models/manifest.py": (
        "KINDS = {\n",
        '    "series": Kind(\n'
        '        "series", "commands.series.SeriesProblem", "commands.series.COMMANDS",\n'
        '        "commands.series.POINTS"\n'
        "    ),\n",
    ),
}
IMPORTED = ("derive/drivers.py", "from .ir.series import Descent, Series, continued\n")

#: The files that make a series.
ADDED = {
    "derive/ir/series.py": """
from dataclasses import dataclass
from typing import Any

from sympy import Expr, Symbol

from .system import Parameter, Shaped, System


@dataclass(frozen=True)
class Descent:
    name: str
    loss: Any


@dataclass(frozen=True, kw_only=True)
class Series(System):
    driver = "series"
    after: Expr
    heading = "a series"
    moving = (Shaped("w", "the weight"),)
    found = (Shaped("w_next", "the weight at the next step"),)

    def describe_equations(self):
        return [f"w <- {self.after}"]


def continued(model: Descent) -> Series:
    w = Symbol("w", real=True)
    eta = Parameter("eta", "step")
    return Series(
        name=model.name,
        model=model.name,
        title="gradient descent in discrete time",
        reference="none",
        convention=(),
        parameters=(eta,),
        closures=(),
        after=w - eta.symbol * model.loss(w).diff(w),
    )
""",
    "derive/targets/numpy/series.py": """
from ..target import Emitted
from .printer import NumpyPrinter


def files(system, after, about):
    lines = ["import numpy as np", "def step(w, eta):", f"    return {NumpyPrinter().doprint(after)}"]
    return Emitted({f"numpy/{system.name}.py": "\\n".join(lines)})
""",
    "commands/series.py": """
from dataclasses import dataclass

import numpy as np

from ..models.catalogue import named
from ..models.described import in_words
from ..problems.base import AnyProblem
from ..problems.schema import NOT_NEGATIVE, SAMPLES, key, name, read_table, real
from ..solvers.numpy import load_module
from ..sweep.points import Points
from .outcome import Outcome
from .table import Verb


@dataclass(frozen=True)
class Document:
    model: str = key(name())
    eta: float = key(NOT_NEGATIVE)
    start: float = key(real("a number"))
    steps: int = key(SAMPLES)


class SeriesProblem(AnyProblem):
    DRIVER, THEORY, INSTEAD, simulation = "series", "a series", "orderode solve", None

    @classmethod
    def fields_of(cls, content):
        return vars(read_table(Document, content))


def iterated(problem, backend="auto"):
    entry = named(problem.model, "series")
    step, w = load_module(entry.name, entry.folder).step, [problem.start]
    for _ in range(problem.steps):
        w.append(step(w[-1], problem.eta))
    return np.array(w)


def solved(problem, w, backend):
    return Outcome(f"w = {w[-1]:.6g} after {problem.steps} steps", True, {"w": w})


class Chain(Points):
    driver, KEPT = "series", frozenset({"status", "w"})

    def solver_of(self, system, kernels):
        return "numpy"

    def compute(self, sweep, chunk, kernels):
        numbers = sweep.numbers(chunk)
        ends = np.array([iterated(self.problem_at(sweep, n))[-1] for n in numbers])
        return {"point": np.array(numbers), "w": ends, "status": np.full(len(ends), "ok")}


POINTS = Chain()
COMMANDS = {
    "models": Verb(lambda model: in_words(named(model, "series"))),
    "solve": Verb(iterated, solved),
}
""",
}
#: A model of it, as short as one of ours.
MODEL = {
    "derive/models/well.py": """
from ..ir.series import Descent

MODEL = Descent("well", lambda w: (w**2 - 1) ** 2 / 4)
""",
}
DERIVE = """
import json
from orderode.derive import pipeline
from orderode.models.cache import GENERATED
work = pipeline.made([pipeline.MODELS["well"]])
files = pipeline.join([work.part], ["well"])
manifest = GENERATED / "manifest.json"
there = json.loads(manifest.read_text(encoding="utf-8"))
there["systems"] += json.loads(files.pop("manifest.json"))["systems"]
manifest.write_text(json.dumps(there), encoding="utf-8")
for path, text in files.items():
    (GENERATED / path).write_text(text, encoding="utf-8")
"""
PROBLEM = """
model = "well"
eta = 0.3
start = 0.2
steps = 12
"""
SWEEP = """
problem = "well.toml"
[axes]
eta = [0.1, 0.3]
start = [-0.5, 0.2, 0.4]
"""


@pytest.fixture(scope="module")
def called(tmp_path_factory):
    """The package as it is installed, with a series in it."""
    top = tmp_path_factory.mktemp("copy")
    here = top / "orderode"
    shutil.copytree(ROOT / "orderode", here, ignore=shutil.ignore_patterns("__pycache__"))
    for folder in ("derive", "templates"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, here / folder, ignore=ignored)
    for folder in ("numpy", "models"):
        (here / "generated" / folder).mkdir(parents=True)
    shutil.copy(ROOT / "generated/manifest.json", here / "generated")
    for name, (behind, line) in EDITED.items():
        text = (here / name).read_text(encoding="utf-8")
        assert text.count(behind) == 1, name
        (here / name).write_text(text.replace(behind, behind + line), encoding="utf-8")
    name, line = IMPORTED
    text = (here / name).read_text(encoding="utf-8")
    behind = "from .ir.stationary import Stationary\n"
    (here / name).write_text(text.replace(behind, line + behind), encoding="utf-8")
    for name, text in (ADDED | MODEL).items():
        assert not (here / name).exists()
        (here / name).write_text(text, encoding="utf-8")
    (top / "well.toml").write_text(PROBLEM, encoding="utf-8")
    (top / "sweep.toml").write_text(SWEEP, encoding="utf-8")

    def run(*words):
        environment = {**os.environ, "PYTHONPATH": str(top), "ORDERODE_CACHE": str(top / "cache")}
        return subprocess.run(
            [sys.executable, *words],
            cwd=top,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    done = run("-c", DERIVE)
    assert done.returncode == 0, done.stderr
    return lambda *words: run("-c", "from orderode.cli import main; main()", *words), top


def by_hand(eta, start, steps=12):
    found = [start]
    for _ in range(steps):
        found.append(found[-1] - eta * (found[-1] ** 3 - found[-1]))
    return found


def test_five_files():
    """Two to edit and three to add, and no other asks of which kind a system or a problem is:
    docs/adding.md."""
    said = (ROOT / "docs/adding.md").read_text(encoding="utf-8")
    assert len(EDITED) == 2 and len(ADDED) == 3 and "two files to edit and three to add" in said
    for name in EDITED:
        assert (name if name.startswith("derive") else f"orderode/{name}") in said


def test_a_series_is_solved(called):
    call, top = called
    done = call("solve", "well.toml", "--out", "w.json")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("w = ")
    values = json.loads((top / "w.json").read_text(encoding="utf-8"))["w"]
    np.testing.assert_allclose(values, by_hand(0.3, 0.2), rtol=0, atol=1e-15)


def test_a_series_is_listed_and_what_it_has_not_is_refused(called):
    call, _ = called
    assert (
        "well: gradient descent in discrete time; series; digest" in call("models", "well").stdout
    )
    assert "well" in call("models").stdout
    done = call("rhs", "well.toml")
    assert (
        done.returncode == 2 and "its theory is a series. Use orderode models, solve" in done.stderr
    )


def test_a_series_is_swept(called):
    call, top = called
    done = call("sweep", "sweep.toml", "--out", "swept")
    assert done.returncode == 0, done.stderr
    code = "import orderode, numpy as np\nr = orderode.sweep.load('swept')\nprint(r['w'].tolist())"
    shown = subprocess.run(
        [sys.executable, "-c", code],
        cwd=top,
        env={**os.environ, "PYTHONPATH": str(top)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    wanted = [[by_hand(eta, start)[-1] for start in (-0.5, 0.2, 0.4)] for eta in (0.1, 0.3)]
    np.testing.assert_allclose(json.loads(shown), wanted, rtol=0, atol=1e-15)

"""The emitted JavaScript, run by node: the numbers of the emitted C, or of numpy where there is no
compiler; faults in words; no dependency."""

import json
import math
import re
import subprocess
import tomllib
from pathlib import Path

import mpmath
import numpy as np
import pytest
from generated_c import need
from test_every_model import MATRIX, written

import orderode
from orderode import solvers
from orderode.compiler import compiler
from orderode.errors import BackendError
from orderode.models import manifest
from orderode.models.catalogue import GENERATED
from orderode.solvers.base import layout_of
from orderode.theory.integrate import solver_parameters, start_state
from orderode.theory.limits import require_theory

ROOT = Path(__file__).resolve().parents[2]
DRIVER = ROOT / "tests" / "support" / "js" / "evaluate.mjs"
#: max|a - b| <= this times max|b|, for each array.
KINKED = ("adatron",)
AGREE = 1e-12
#: One of each kind of function that an evaluation calls.
QUICK = [("fo_anil", "erf"), ("sgd", "erf"), ("hebb", "sign"), ("continual", "linear")]
REST = [x for x in (*MATRIX, ("sgd", "tanh")) if x not in QUICK]


def ask(*requests):
    need("node")
    done = subprocess.run(
        ["node", str(DRIVER)], input=json.dumps(requests), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def spelt(x):
    """Numbers as JSON has them."""
    if x is None:
        return None
    x = np.asarray(x, dtype=float)
    return np.where(np.isinf(x), "inf", x.astype(object)).tolist()


class Both:
    """A problem for the emitted module of its system, and for a backend of ours."""

    def __init__(self, text, moved=0.02):
        try:
            compiler()
            name = "c"
        except BackendError:
            name = "numpy"
        self.problem = orderode.load_problem(tomllib.loads(text))
        self.backend = solvers.load(require_theory(self.problem).key, name)
        self.entry = self.backend.entry
        self.parameters = solver_parameters(self.problem, self.backend)
        start = start_state(self.problem)
        self.layout = layout_of("js", self.entry, start)
        flat = self.layout.pack(start)
        # away from where slopes vanish
        self.flat = flat + moved * np.random.default_rng(7).standard_normal(len(flat))
        self.state = self.layout.unpack(self.flat)

    def request(self, **more):
        known = {*self.entry.parameters, *self.entry.arrays}
        given = {k: spelt(v) for k, v in self.parameters.items() if k in known}
        return {
            "path": str(GENERATED / "js" / f"{self.entry.name}.js"),
            "counts": list(self.layout.counts),
            "given": given,
            "state": self.flat.tolist(),
            "observables": list(self.entry.outputs),
            **more,
        }


def close(found, wanted, tolerance=AGREE):
    found = np.asarray(found, dtype=float).reshape(np.shape(wanted))
    assert np.isfinite(wanted).all() and np.abs(wanted).max() > 0
    assert np.abs(found - wanted).max() <= tolerance * np.abs(wanted).max()


def check(both):
    """Slopes, observables and a trajectory."""
    # slopes that are sums of kinks at nodes: at small tolerances rounding decides where steps end
    rtol = 1e-6 if both.entry.model in KINKED else 1e-9
    run = {"rtol": rtol, "atol": 1e-12}
    alphas = [0.0, 0.1, 0.3, 0.4]
    once, along = ask(both.request(), both.request(alphas=alphas, options=run))
    assert once["digest"] == both.entry.digest
    slopes = both.backend.rhs(both.state, both.parameters)
    found = both.layout.unpack(np.array(once["rhs"], dtype=float))
    for (_, ours), (_, theirs) in zip(slopes.items(), found.items(), strict=True):
        if np.abs(ours).max() > 0:
            close(theirs, ours)
    for name in both.entry.outputs:
        close(once[name], both.backend.observable(name, both.state, both.parameters))
    wanted = both.backend.integrate(both.state, both.parameters, np.array(alphas), **run)
    assert along["message"] == wanted.status == "ok"
    states = both.layout.unpack(np.array(along["states"]).reshape(len(alphas), -1))
    if both.backend.name == "c":
        assert along["evaluations"] == wanted.evaluations
    # numpy has an integrator of its own
    tolerance = AGREE if both.backend.name == "c" else 1e-6
    for (_, ours), (_, theirs) in zip(wanted.states.items(), states.items(), strict=True):
        if np.abs(ours).max() > 0:
            close(theirs, ours, tolerance)


@pytest.mark.parametrize(("model", "activation"), QUICK)
def test_the_numbers_are_those_of_c(model, activation):
    check(Both(written(model, activation)))


@pytest.mark.slow
@pytest.mark.parametrize(("model", "activation"), REST)
def test_the_numbers_of_all_models_are_those_of_c(model, activation):
    check(Both(written(model, activation)))


@pytest.mark.parametrize(
    "lines",
    [
        "P = 20",
        'P = 20\nclosure = "1/P"',
        pytest.param("P = 20\nw0 = [0.2, -0.1]\nnodes = 1021", marks=pytest.mark.slow),
    ],
)
def test_finite_support_sets(lines):
    """Without nodes, at first order in 1/P, and with the nodes of a rule."""
    text = written("fo_anil", "erf").replace("P = inf", lines).replace("mean = [1.0, 1.0]", "")
    check(Both(text, moved=0))  # without a head start no nodes are needed


def test_everything_that_moves_has_a_module():
    names = {
        e["name"] for d in (manifest.FLOW, manifest.MAP) for e in manifest.systems(GENERATED, d)
    }
    assert {p.stem for p in (GENERATED / "js").glob("*.js")} == names
    every = {(e["model"], e["activation"]) for e in manifest.systems(GENERATED, manifest.FLOW)}
    assert set(QUICK) | set(REST) == every


def test_a_module_says_what_it_is_and_imports_nothing():
    for path in (GENERATED / "js").glob("*.js"):
        text = path.read_text(encoding="utf-8")
        head = text.split("*/")[0]
        (c,) = re.findall(r"digest (\w+)", (GENERATED / f"c/{path.stem}.h").read_text())[:1]
        assert f"digest {c}" in head and "Licence of this file: MIT-0" in head
        assert "Conventions\n" in head and "Limits and closures\n" in head
        assert not re.search(r"^\s*import\b|\bimport\(|\brequire\(", text, re.M)


def test_the_rule_is_that_of_c():
    both = Both(written("fo_anil", "erf").replace("P = inf", "P = 20\nnodes = 1021"))
    rule = both.backend.rule(2, 2, 1021)
    both.parameters |= rule
    given, own = both.request(), both.request(rule=1021)
    for name in ("nodes", "weights"):
        del own["given"][name]
    first, second = ask(given, own)
    close(second["rhs"], np.array(first["rhs"]))


FAULTS = {
    "eta_J is negative or not finite: -1": {"given": {"eta_J": -1}},
    "eta_w is negative or not finite: NaN": {"drop": "eta_w"},
    "T has to be given: overlaps of the teacher, M x M": {"drop": "T"},
    "T has 1 numbers, expected 4": {"given": {"T": 1}},
    "mean has an element that is not finite": {"given": {"mean": [1, "inf"]}},
    "P is not at least 1: 0": {"given": {"P": 0}},
    "inner_steps is not at least 1: 1.5": {"given": {"inner_steps": 1.5}},
    "inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf": {
        "given": {"P": 5, "inner_steps": 2}
    },
    "eta_j is no parameter; there are eta_J, eta_w": {"given": {"eta_j": 1}},
    "K is 0, expected a whole number of at least 1": {"counts": [0, 2]},
    "state has 3 numbers, expected 9": {"state": [1, 2, 3]},
    "domain: an argument left": {"state": [9.0] * 4 + [0.1, 0, 0.1, 0, 0]},
    "the times (alphas) do not increase": {"alphas": [0, 0]},
    "rtol is negative or not finite: -1": {"alphas": [0, 1], "options": {"rtol": -1}},
    "there are no times": {"alphas": []},
    "nodes and weights are missing: finite P and V need them; rule(...) makes them": {
        "given": {"P": 5}
    },
}


def test_faults_are_thrown_in_words():
    both = Both(written("fo_anil", "erf"))
    requests = []
    for change in FAULTS.values():
        request = both.request()
        request["given"] = request["given"] | change.get("given", {})
        request["given"].pop(change.get("drop"), None)
        requests.append(request | {k: v for k, v in change.items() if k not in ("given", "drop")})
    for words, answer in zip(FAULTS, ask(*requests), strict=True):
        assert answer.get("error", "").startswith(words), (words, answer)


def test_a_trajectory_ends_with_a_status():
    """As in C: what is not reached is NaN."""
    both = Both(written("sgd", "linear"))
    both.parameters["eta_J"] = 40.0
    limit = both.request(alphas=[0, 1, 2], options={"max_steps": 3})
    diverged = both.request(alphas=[0, 1, 200])
    for answer, words in zip(
        ask(limit, diverged), ("step limit", "(step size|non-finite)"), strict=True
    ):
        assert re.match(words, answer["message"]) and answer["states"][-1] == "nan"
        assert answer["states"][0] == both.flat[0] and answer["alpha"] < 200


def test_the_error_function(tmp_path):
    """To three units in the last place, against forty digits."""
    need("node")
    text = (GENERATED / "js/sgd_tanh.js").read_text(encoding="utf-8")
    (tmp_path / "m.mjs").write_text(text.replace("function _erf", "export function _erf"))
    ends = np.nextafter([1, 1, 6, 6], [0, 2, 0, 9])
    x = np.concatenate([np.linspace(-7, 7, 2001), np.logspace(-300, 0.5, 100), ends])
    line = "import {_erf} from './m.mjs'; console.log(JSON.stringify(JSON.parse(process.argv[1]).map(_erf)))"
    done = subprocess.run(
        ["node", "--input-type=module", "-e", line, json.dumps(x.tolist())],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    wanted = np.array([float(mpmath.erf(v)) for v in x])
    found = np.array(json.loads(done.stdout))
    assert (np.abs(found - wanted) <= 7e-16 * np.abs(wanted)).all()
    assert math.copysign(1, found[0]) == -1


def test_the_example_gives_the_numbers_of_its_problem():
    """The command of its first line, against our own integration of the same problem."""
    need("node")
    example = ROOT / "examples" / "js" / "embed.mjs"
    assert "node embed.mjs" in example.read_text(encoding="utf-8").splitlines()[0]
    out = subprocess.run(
        ["node", example.name], cwd=example.parent, capture_output=True, text=True, check=True
    ).stdout
    found = np.array([[float(x) for x in line.split()] for line in out.splitlines()])
    problem = orderode.Problem(
        model="fo_anil",
        activation="erf",
        K=3,
        M=3,
        parameters={"eta_J": 6.0, "eta_w": 4.0, "V": 100, "P": math.inf},
        overlaps={
            "T": [1.0, 2.0, 3.0],
            "Q": 0.5,
            "R": [[0.10, -0.05, 0.20], [0.03, 0.15, -0.10], [-0.08, 0.02, 0.12]],
        },
        run={"alpha_end": 20.0, "points": 11, "rtol": 1e-10, "atol": 1e-14},
    )
    theory = orderode.integrate(problem)
    np.testing.assert_allclose(found[:, 0], theory.alpha)
    np.testing.assert_allclose(found[:, 1], theory.eps_g, rtol=1e-8)


def test_the_lines_of_the_page_run(tmp_path):
    need("node")
    page = (ROOT / "docs" / "embedding.md").read_text(encoding="utf-8")
    (lines,) = re.findall(r"^```js\n(.*?)^```$", page, re.M | re.S)
    (tmp_path / "page.mjs").write_text(lines.replace("../..", ROOT.as_uri()), encoding="utf-8")
    done = subprocess.run(["node", "page.mjs"], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout.startswith("ok 0.0180016307"), done.stderr

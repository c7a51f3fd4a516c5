"""The fixed points as they are derived and emitted: printable, self-contained, of strings, numbers
and lists."""

import dataclasses
import json
import re
import shutil
from functools import cache

import jinja2
import pytest
import sympy
from evaluate_system import rendered

from orderode.derive.drivers import ROUTES
from orderode.derive.lowering import assign
from orderode.derive.models import one_step, srf
from orderode.derive.pipeline import systems_of
from orderode.derive.readouts import potential, stages
from orderode.derive.readouts.means import Mean
from orderode.derive.readouts.reading import alpha, beta, lam, read
from orderode.derive.targets import templates
from orderode.derive.targets.latex import layout
from orderode.models.catalogue import GENERATED, catalogue
from orderode.models.manifest import STATIONARY

MODEL = read(srf.MODEL)


@pytest.fixture(scope="module")
def system():
    return systems_of(one_step.MODEL)[0]


@pytest.fixture(scope="module")
def grouped():
    return systems_of(srf.MODEL)[0]


@pytest.mark.slow
def test_the_digest_is_in_all_files_and_in_the_manifest(system):
    assert system.digest == next(e.digest for e in catalogue(STATIONARY) if e.name == "one_step")
    for path in ("numpy/one_step.py", "c/one_step.c", "c/one_step.h", "latex/one_step.tex"):
        text = (GENERATED / path).read_text(encoding="utf-8")
        assert system.digest in text and "MIT-0" in text, path
    assert "erf(x) itself" in (GENERATED / "numpy" / "one_step.py").read_text(encoding="utf-8")


def test_another_penalty_is_another_system(system):
    """The digest is taken of all stages; a model that says something else derives something
    else."""
    doubled = stages.stages_of_one_group(MODEL.loss, 2 * MODEL.penalty)
    assert doubled != system.stages
    with pytest.raises(ValueError, match="not quadratic"):
        potential.potential(lambda y, f: (y - f) ** 4, MODEL.penalty)


@pytest.mark.slow
def test_templates_get_strings_numbers_and_lists_only(system, grouped, monkeypatch):
    seen = []

    def walk(value):
        if isinstance(value, dict):
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list | tuple):
            for inner in value:
                walk(inner)
        else:
            assert value is None or type(value) in (str, int, bool), (
                f"{value!r} is a {type(value).__name__}"
            )

    monkeypatch.setattr(
        jinja2.Template,
        "render",
        lambda self, context: (seen.append(self.name), walk(context), "")[2],
    )
    rendered([system, grouped])
    assert len(seen) == 10


FIXED_POINT_TEMPLATES = sorted(
    p.relative_to(templates.TEMPLATES).as_posix()
    for pattern in ("*/fixed_point*.j2", "*/spectrum*.j2")
    for p in templates.TEMPLATES.glob(pattern)
)


@pytest.fixture(scope="module")
def lowered_once():
    """Lowering is the same for every template."""
    return cache(assign.lowered)


@pytest.mark.parametrize("name", FIXED_POINT_TEMPLATES)
def test_an_undefined_name_in_a_template_raises(name, system, lowered_once, tmp_path, monkeypatch):
    shutil.copytree(templates.TEMPLATES, tmp_path / "templates")
    slot = "<< misspelt >>" if name.startswith("latex") else "{{ misspelt }}"
    with open(tmp_path / "templates" / name, "a", encoding="utf-8") as stream:
        stream.write(slot + "\n")
    monkeypatch.setattr(templates, "TEMPLATES", tmp_path / "templates")
    route = dataclasses.replace(ROUTES[system.driver], lower=lowered_once)
    monkeypatch.setitem(ROUTES, system.driver, route)
    with pytest.raises(jinja2.UndefinedError, match="misspelt"):
        rendered([system])


@pytest.mark.parametrize("name", ["srf", "one_step"])
def test_lines_of_the_pages_fit(name):
    """By the estimate of their width, and brackets are whole on every page (a line of one piece has
    both its ends)."""
    for path in (f"latex/{name}.tex", f"latex/{name}_derivation.tex"):
        text = (GENERATED / path).read_text(encoding="utf-8")
        formulas = re.findall(r"\\begin\{align\*\}\n(.*)\n", text)
        assert formulas and not re.search(r"^\\\[", text, re.M)
        for line in (line for f in formulas for line in f.split(layout.BREAK)):
            # and the sign that begins a line
            assert layout.width(line) <= layout.LANDSCAPE * 1.02, (path, line)
    for path in sorted((GENERATED / "latex").glob("*.tex")):
        text = path.read_text(encoding="utf-8")
        for left, right in (
            (r"\langle", r"\rangle"),
            (r"\bigl(", r"\bigr)"),
            (r"\Bigl[", r"\Bigr]"),
        ):
            assert text.count(left) == text.count(right), (path.name, left)


def test_the_manifest_lists_them_with_their_files():
    manifest = json.loads((GENERATED / "manifest.json").read_text(encoding="utf-8"))
    entries = [e for e in manifest["systems"] if e["driver"] == "stationary"]
    assert [e["name"] for e in entries] == ["one_step", "srf"]
    for e in entries:
        assert len(e["files"]) == 5 and all((GENERATED / path).is_file() for path in e["files"])


def test_stationarity_is_the_published_fixed_point():
    """dF0 = 0: V-hat_j = alpha/beta <c_j^2/(1 + V)>, V2 = 1/(lambda + V-hat2 + R), D = beta V2, V1
    = t1 V2 and R = t1 V-hat1 at x = D V-hat1."""
    F = potential.one_group(potential.potential(MODEL.loss, MODEL.penalty))
    d = stages.stationarity(F)
    V1, V2, Vh1, Vh2, D, R = (table for table, _ in F.state)
    c1, c22, t1, ridge = sympy.symbols("c1 c22 t1 ridge")
    ratio, q = alpha / beta, potential.q
    assert (d[V1] - (ratio * Mean(c1**2 * q) - Vh1)).expand() == 0
    assert (d[V2] - (ratio * Mean(c22 * q) - Vh2)).expand() == 0
    assert (F.stiffness - (lam + Vh2 + R)).expand() == 0
    assert (d[Vh2] - (1 / ridge - V2)).expand() == 0 and (
        d[R] - (1 / ridge - D / beta)
    ).expand() == 0
    assert (d[Vh1] - (D * t1 / beta - V1)).expand() == 0 and (
        d[D] - (Vh1 * t1 - R) / beta
    ).expand() == 0


def test_nothing_in_the_emitted_c_is_a_name_of_the_library_it_shadows():
    """Functions of math.h that the stages' symbols could hide."""
    text = "".join(
        (GENERATED / "c" / f"{name}.c").read_text(encoding="utf-8") for name in ("one_step", "srf")
    )
    names = set(re.findall(r"\bdouble \*?(\w+) =|^ {8,}double (\w+);", text, re.M))
    names = {name for pair in names for name in pair}
    assert {"x", "q"} <= names
    assert not names & {"gamma", "erf", "exp", "y0", "y1", "j0", "j1", "yn", "jn", "signgam"}

"""The house rules: which room imports which, and what templates and generated files may contain."""

import ast
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

#: Room -> its files, the modules of ours it may import (relative to the package), third parties, and standard library.
DERIVE = {
    "system": (["system.py"], set(), {"sympy"}),
    "program": (["program.py"], {"system"}, {"sympy"}),
    "language": (["language.py"], {"system"}, {"sympy"}),
    "activations": (["activations.py"], set(), {"sympy"}),
    "models": (["models/*.py"], {"language", "readout"}, {"sympy"}),
    "layout": (["layout.py"], set(), {"sympy"}),
    "gaussian": (["gaussian/*.py"], {"gaussian", "layout", "notation", "system"}, {"mpmath", "sympy"}),
    "tasks": (["tasks.py"], {"gaussian", "system"}, {"sympy"}),
    "notation": (["notation.py"], {"system"}, {"sympy"}),
    "law": (["law.py"], set(), {"sympy"}),
    "tableau": (["tableau.py"], set(), set()),
    "monomials": (["monomials.py"], {"language", "system"}, {"sympy"}),
    "averages": (["averages.py", "kinds.py"], {"activations", "gaussian", "kinds", "system"}, {"sympy"}),
    "heads": (["heads.py"], {"language", "monomials", "system", "tasks"}, {"sympy"}),
    "macroscopic": (
        ["macroscopic.py", "assembly.py"],
        {
            "activations",
            "assembly",
            "averages",
            "fluctuations",
            "heads",
            "kinds",
            "language",
            "law",
            "layout",
            "macroscopic",
            "models",
            "monomials",
            "nodes",
            "notation",
            "support",
            "system",
            "tasks",
        },
        {"sympy"},
    ),
    "rounding": (["rounding.py"], {"program", "system"}, {"sympy"}),
    "support": (["support.py"], {"language", "monomials", "system", "tasks"}, {"sympy"}),
    "nodes": (["nodes.py"], {"averages", "heads", "monomials", "support", "system", "tasks"}, {"sympy"}),
    "rewrites": (["rewrites/*.py"], {"program", "rewrites", "system"}, {"sympy"}),
    "lower": (
        ["lower.py", "fuse.py", "guards.py", "hoist.py", "statements.py", "terms.py"],
        {
            "",
            "fuse",
            "guards",
            "hoist",
            "nodeloop",
            "program",
            "rewrites",
            "rounding",
            "routines",
            "statements",
            "system",
            "tangent",
            "terms",
        },
        {"sympy"},
    ),
    "routines": (["routines.py"], {"minors", "program", "system", "tangent"}, {"sympy"}),
    "minors": (["minors.py"], {"program"}, {"sympy"}),
    "nests": (["nests.py"], {"program", "system"}, {"sympy"}),
    "jam": (["jam.py"], {"nests", "nodeloop", "system"}, {"sympy"}),
    "counts": (["counts.py"], {"lower", "nests", "program", "system"}, {"sympy"}),
    "approximations": (["approximations.py"], set(), {"mpmath"}),
    "fluctuations": (["fluctuations.py"], {"heads", "law", "monomials", "system"}, {"sympy"}),
    "tangent": (["tangent.py"], {"system"}, {"sympy"}),
    "nodeloop": (["nodeloop.py"], {"program", "system"}, {"sympy"}),
    "lattice": (["lattice.py"], set(), set()),
    "printers": (
        ["printers/*.py"],
        {"fixed_point", "jam", "layout", "nests", "nodeloop", "notation", "printers", "program", "system", "tasks"},
        {"sympy"},
    ),
    "limits": (["limits.py"], {"system"}, {"sympy"}),
    "emit": (
        ["emit.py"],
        {
            "",
            "approximations",
            "emit_fixed_point",
            "fixed_point",
            "lattice",
            "limits",
            "lower",
            "printers",
            "program",
            "system",
            "tableau",
        },
        {"jinja2"},
    ),
    "readout": (["readout.py"], set(), {"sympy"}),
    "fixed_point": (["fixed_point.py"], {"system"}, {"sympy"}),
    "one_step": (["one_step/*.py"], {"fixed_point", "gaussian", "layout", "readout", "system"}, {"mpmath", "sympy"}),
    "emit_fixed_point": (["emit_fixed_point.py"], {"", "fixed_point", "printers"}, {"jinja2", "sympy"}),
    "package": (["__init__.py"], set(), set()),
    "custom": (
        ["custom.py"],
        {"", "activations", "emit", "gaussian", "language", "macroscopic", "models", "monomials", "system", "tasks"},
        {"sympy"},
    ),
    "command": (
        ["__main__.py"],
        {"activations", "counts", "custom", "emit", "gaussian", "limits", "macroscopic", "models", "one_step"},
        set(),
    ),
}
PEOPLE = {"numpy", "scipy", "sympy", "jinja2", "matplotlib", "tqdm", "click", "mpmath"}
#: Of the extras, imported only where they are asked for.
EXTRAS = {"distributed": "executors", "xarray": "result"}


def imports(path):
    """Absolute names of everything ``path`` imports, inside functions and conditionals too."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            stem = ".".join((*base, *filter(None, [node.module])))
            for alias in node.names:
                module = ROOT.joinpath(*stem.split("."), alias.name)
                yield f"{stem}.{alias.name}" if module.is_dir() or module.with_suffix(".py").is_file() else stem


def external(path):
    return {name.split(".")[0] for name in imports(path)} - set(sys.stdlib_module_names)


def sources(folder, *, but=()):
    return sorted(p for p in (ROOT / folder).rglob("*.py") if not any(b in p.parts for b in but))


def test_every_file_of_the_derivation_is_in_a_room():
    listed = {p for patterns, _, _ in DERIVE.values() for pattern in patterns for p in (ROOT / "derive").glob(pattern)}
    assert listed == set(sources("derive"))


@pytest.mark.parametrize("room", DERIVE)
def test_derivation(room):
    patterns, ours, people = DERIVE[room]
    for path in (p for pattern in patterns for p in (ROOT / "derive").glob(pattern)):
        names = set(imports(path))
        rooms = {(name.split(".") + [""])[1] for name in names if name.split(".")[0] == "derive"}
        assert rooms <= ours | {room}, f"{path.name} imports {sorted(rooms - ours)}"
        assert external(path) - {"derive"} <= people, f"{path.name} imports {external(path)}"


def test_imports_inside_the_derivation_are_relative():
    """So that it works as ``derive`` and as ``orderode.derive``."""
    for path in sources("derive"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            assert not any(n.split(".")[0] in ("derive", "orderode", "generated") for n in names), path.name


@pytest.mark.parametrize("path", sources("orderode", but=("simulate",)), ids=lambda p: p.stem)
def test_runner_does_not_derive(path):
    found = external(path)
    assert not found & {"derive", "sympy", "jinja2", "mpmath", "templates"}
    assert not any(name.startswith(("orderode.derive", "orderode.templates")) for name in imports(path))
    extras = {name for name, module in EXTRAS.items() if path.parent.name == "sweep" and path.stem == module}
    assert found <= PEOPLE | {"orderode", "generated"} | extras


def test_generated_modules_are_reached_by_the_backends_only():
    for path in sources("orderode"):
        if any(re.search(r"(^|\.)generated", name) for name in imports(path)):
            assert "backends" in path.parts or path.stem == "catalogue", f"{path} imports generated modules"


@pytest.mark.parametrize("path", sources("orderode/simulate"), ids=lambda p: p.stem)
def test_simulation_is_an_oracle(path):
    """It shares nothing with the equations it checks: numpy, scipy.special, tqdm for the bar, and itself."""
    for name in imports(path):
        top = name.split(".")[0]
        if top == "scipy":
            assert name.startswith("scipy.special") or name == "scipy", name
        elif top == "orderode":
            assert name.startswith("orderode.simulate"), f"{path.name} imports {name}"
        else:
            assert top in {"numpy", "tqdm"} or top in sys.stdlib_module_names, f"{path.name} imports {name}"


@pytest.mark.parametrize("path", sorted((ROOT / "generated/numpy").glob("*.py")), ids=lambda p: p.stem)
def test_generated_python_stands_alone(path):
    if path.name != "__init__.py":
        assert set(imports(path)) <= {"numpy", "scipy.special", "typing"}


@pytest.mark.parametrize("path", sorted((ROOT / "generated/c").glob("*.[ch]")), ids=lambda p: p.name)
def test_generated_c_includes_libc_and_itself(path):
    text = path.read_text(encoding="utf-8")
    system, batch, _ = path.stem.partition("_batch")
    processor = {"immintrin.h"} if batch else set()
    own = (
        {f"{system.removesuffix('_few')}.h", f"{system}_batch.h", f"{system}_batch_lanes.h"}
        if batch
        else {f"{system}.h"}
    )
    assert set(re.findall(r"#include <(.*)>", text)) <= {"math.h", "float.h", "stddef.h"} | processor
    assert set(re.findall(r'#include "(.*)"', text)) <= own
    assert not re.search(r"\b(malloc|calloc|realloc|free|printf|fopen|errno|long double)\b", text)


@pytest.mark.parametrize("path", sorted((ROOT / "templates").rglob("*.j2")), ids=lambda p: p.name)
def test_templates_hold_slots_and_loops(path):
    """Filters and the templates' own macros, no other calls."""
    text = path.read_text(encoding="utf-8")
    marks = (r"<<(.*?)>>", r"<%(.*?)%>") if "latex" in path.parts else (r"\{\{(.*?)\}\}", r"\{%(.*?)%\}")
    slots = [s for mark in marks for s in re.findall(mark, text, re.S)]
    macros = {m for p in path.parent.glob("*.j2") for m in re.findall(r"macro (\w+)\(", p.read_text(encoding="utf-8"))}
    for slot in slots:
        if re.match(r"[-+\s]*macro\b", slot):
            continue
        outside_strings = re.sub(r"\"[^\"]*\"|'[^']*'", '""', slot)
        called = set(re.findall(r"([\w.]+)\(", re.sub(r"\|\s*\w+", "", outside_strings)))
        assert called <= macros, f"{path.name} calls {called - macros} in {slot.strip()}"
        assert "**" not in outside_strings and "__" not in outside_strings


def test_templates_get_strings_numbers_and_lists_only(monkeypatch):
    """Every value that reaches a template, however deep: no SymPy object, no callable."""
    import dataclasses

    import jinja2
    from evaluate_system import fo_anil_system

    from orderode.derive.targets import emit

    seen = []

    def walk(value):
        if isinstance(value, dict):
            for key, inner in value.items():
                assert isinstance(key, str)
                walk(inner)
        elif isinstance(value, list | tuple):
            for inner in value:
                walk(inner)
        elif dataclasses.is_dataclass(value):
            walk(dataclasses.asdict(value))
        else:
            assert value is None or type(value) in (str, int, bool), f"{value!r} is a {type(value).__name__}"

    def render(self, context):
        seen.append(self.name)
        walk(context)
        return ""

    monkeypatch.setattr(jinja2.Template, "render", render)
    emit.render([fo_anil_system()])
    assert len(seen) == 14

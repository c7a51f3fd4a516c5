"""The house rules: which room imports which, and what templates and generated files may contain."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

#: Room of derive/ -> the rooms of ours it may import, and third parties; a room is a folder, or a
#: file at the top.
DERIVE = {
    "language": (set(), set()),
    "models": ({"language"}, set()),
    "ir": (set(), {"sympy"}),
    "gaussian": ({"ir"}, {"mpmath", "sympy"}),
    "dynamics": ({"language", "gaussian", "ir"}, {"sympy"}),
    "readouts": ({"language", "gaussian", "ir"}, {"mpmath", "sympy"}),
    "lowering": ({"ir"}, {"sympy"}),
    "targets": ({"", "lowering", "ir"}, {"jinja2", "mpmath", "sympy"}),
    "__init__": (set(), set()),
    "custom": ({"language", "models", "dynamics", "ir"}, {"sympy"}),
    "whole": (set(), set()),
    "kept": ({"whole"}, set()),
    "folder": ({"kept", "whole"}, set()),
    "drivers": (
        {"custom", "language", "dynamics", "readouts", "lowering", "ir"},
        set(),
    ),
    "pipeline": (
        {
            "custom",
            "drivers",
            "models",
            "language",
            "gaussian",
            "dynamics",
            "lowering",
            "ir",
            "targets",
            "kept",
        },
        set(),
    ),
    "__main__": (
        {"pipeline", "custom", "models", "language", "gaussian", "folder"},
        set(),
    ),
}
#: Room of orderode/ -> the rooms of ours it may import.
RUNNER = {
    "errors": set(),
    "guard": {"errors"},
    "workers": set(),
    # Methods of results: what draws them is imported when one is called.
    "shown": set(),
    "unfinished": set(),
    "compiler": {"errors", "unfinished"},
    "models": {"errors", "compiler", "unfinished"},
    "problems": {"errors", "models"},
    "solvers": {"errors", "compiler", "models", "problems"},
    # Nothing that is derived, nor who knows of it. The compiler takes any text to a library.
    "simulate": {"errors", "compiler", "shown"},
    "theory": {"errors", "models", "problems", "solvers", "shown"},
    "certify": {
        "errors",
        "models",
        "problems",
        "solvers",
        "theory",
        "simulate",
        "workers",
        "shown",
    },
    "steady": {"errors", "problems", "solvers", "theory", "shown"},
    "report": {
        "errors",
        "models",
        "problems",
        "solvers",
        "theory",
        "certify",
        "steady",
        "unfinished",
    },
    "sweep": {
        "errors",
        "guard",
        "models",
        "problems",
        "solvers",
        "theory",
        "report",
        "workers",
        "unfinished",
    },
    "commands": {
        "errors",
        "guard",
        "models",
        "problems",
        "solvers",
        "simulate",
        "theory",
        "certify",
        "steady",
        "report",
    },
}
PEOPLE = {"numpy", "scipy", "sympy", "jinja2", "matplotlib", "tqdm", "click", "mpmath"}
#: Of the extras, imported only where they are asked for.
EXTRAS = {
    "distributed": ("sweep/executors",),
    "xarray": ("sweep/result", "report/tables"),
    "pandas": ("sweep/result", "report/tables"),
}


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
                yield (
                    f"{stem}.{alias.name}"
                    if module.is_dir() or module.with_suffix(".py").is_file()
                    else stem
                )


def external(path):
    return {name.split(".")[0] for name in imports(path)} - set(sys.stdlib_module_names)


def sources(folder, *, but=()):
    return sorted(p for p in (ROOT / folder).rglob("*.py") if not any(b in p.parts for b in but))


def room_of(path, top):
    return path.relative_to(ROOT / top).with_suffix("").parts[0]


def ours(path, top):
    """The rooms of ``top`` that ``path`` imports, its own included."""
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == top:
            yield (parts[1:] or [""])[0]


def test_every_room_has_its_rules():
    assert {room_of(p, "derive") for p in sources("derive")} == set(DERIVE)
    assert {room_of(p, "orderode") for p in sources("orderode")} == {
        *RUNNER,
        "__init__",
        "__main__",
        "cli",
    }


@pytest.mark.parametrize(
    "path", sources("derive"), ids=lambda p: "-".join(p.relative_to(ROOT).with_suffix("").parts)
)
def test_derivation(path):
    room = room_of(path, "derive")
    allowed, people = DERIVE[room]
    found = set(ours(path, "derive")) - {room}
    assert found <= allowed, f"{path.name} imports {sorted(found - allowed)}"
    assert external(path) - {"derive"} <= people, f"{path.name} imports {external(path)}"


@pytest.mark.parametrize("path", sources("derive/targets"), ids=lambda p: p.stem)
def test_targets_know_nothing_of_each_other(path):
    """A target imports what all share, and its own folder."""
    parts = path.relative_to(ROOT / "derive/targets").parts
    folders = {p.name for p in (ROOT / "derive/targets").iterdir() if (p / "flow.py").is_file()}
    found = {n.split(".")[2] for n in imports(path) if n.startswith("derive.targets.")} & folders
    assert found <= {parts[0]}


@pytest.mark.parametrize("path", sources("derive/targets/latex"), ids=lambda p: p.stem)
def test_pages_are_written_from_the_intermediate_representation(path):
    """LaTeX knows neither how equations are derived nor how they are computed."""
    assert set(ours(path, "derive")) <= {"targets", "ir"}


#: A command of LaTeX, or the start of a formula.
MARKUP = re.compile(r"\\[a-zA-Z]{2,}|\$")
DERIVING = [f"derive/{room}" for room in ("ir", "gaussian", "dynamics", "readouts", "lowering")]


@pytest.mark.parametrize(
    "path", [p for x in DERIVING for p in sources(x)], ids=lambda p: f"{p.parent.name}-{p.stem}"
)
def test_a_derivation_writes_no_latex(path):
    """How things are written is for targets; observables are written as their author says."""
    assert not MARKUP.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "path", sources("orderode"), ids=lambda p: "-".join(p.relative_to(ROOT).with_suffix("").parts)
)
def test_runner(path):
    room = room_of(path, "orderode")
    if room in RUNNER:
        found = set(ours(path, "orderode")) - {room}
        assert found <= RUNNER[room], f"{path.name} imports {sorted(found - RUNNER[room])}"


def test_a_model_file_is_read_without_sympy():
    """The language and the models are data: SymPy and jinja2 are for those who derive."""
    code = "import sys\nfrom orderode.derive.models import fo_anil, srf\n"
    code += "from orderode.derive.language.data import as_json\nas_json(fo_anil.MODEL)\n"
    code += "sys.exit(bool({'sympy', 'jinja2'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_no_files_import_each_other_in_a_loop():
    """Imports inside functions and under TYPE_CHECKING count too."""
    for top in ("derive", "orderode"):
        graph = {}
        for path in sources(top):
            parts = path.relative_to(ROOT).with_suffix("").parts
            graph[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = set(imports(path))
        left = {
            name: {i for i in found if i in graph and i != name} for name, found in graph.items()
        }
        while free := {name for name, found in left.items() if not found & set(left)}:
            left = {name: found for name, found in left.items() if name not in free}
        assert left == {}, f"imported in a loop: {sorted(left)}"


def test_imports_inside_the_derivation_are_relative():
    """So that it works as ``derive`` and as ``orderode.derive``."""
    for path in sources("derive"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += (
                [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            )
            assert not any(n.split(".")[0] in ("derive", "orderode", "generated") for n in names), (
                path.name
            )


@pytest.mark.parametrize("path", sources("orderode", but=("simulate",)), ids=lambda p: p.stem)
def test_runner_does_not_derive(path):
    found = external(path)
    assert not found & {"derive", "sympy", "jinja2", "mpmath", "templates"}
    assert not any(
        name.startswith(("orderode.derive", "orderode.templates")) for name in imports(path)
    )
    extras = {
        name for name, modules in EXTRAS.items() if f"{path.parent.name}/{path.stem}" in modules
    }
    assert found <= PEOPLE | {"orderode", "generated"} | extras


def test_generated_modules_are_reached_by_the_solvers_only():
    for path in sources("orderode"):
        if any(re.search(r"(^|\.)generated", name) for name in imports(path)):
            assert "solvers" in path.parts, f"{path} imports generated modules"


@pytest.mark.parametrize("path", sources("orderode/simulate"), ids=lambda p: p.stem)
def test_simulation_is_an_oracle(path):
    """It shares nothing with the equations it checks: numpy, scipy.special, tqdm for the bar, and
    itself. What compiles its C knows neither models nor equations, and raises errors of its own; what
    makes tables of its results is imported when a table is asked for."""
    for name in imports(path):
        top = name.split(".")[0]
        if top == "scipy":
            assert name.startswith("scipy.special") or name == "scipy", name
        elif top == "orderode":
            rooms = ("orderode.simulate", "orderode.compiler", "orderode.errors", "orderode.shown")
            assert name.startswith(rooms), f"{path.name} imports {name}"
        else:
            assert top in {"numpy", "tqdm"} or top in sys.stdlib_module_names, (
                f"{path.name} imports {name}"
            )


@pytest.mark.parametrize(
    "path", sorted((ROOT / "generated/numpy").glob("*.py")), ids=lambda p: p.stem
)
def test_generated_python_stands_alone(path):
    if path.name != "__init__.py":
        assert set(imports(path)) <= {"numpy", "scipy.special", "typing"}


@pytest.mark.parametrize(
    "path", sorted((ROOT / "generated/c").glob("*.[ch]")), ids=lambda p: p.name
)
def test_generated_c_includes_libc_and_itself(path):
    text = path.read_text(encoding="utf-8")
    system, batch, _ = path.stem.partition("_batch")
    processor = {"immintrin.h"} if batch else set()
    own = (
        {f"{system.removesuffix('_few')}.h", f"{system}_batch.h", f"{system}_batch_lanes.h"}
        if batch
        else {f"{system}.h"}
    )
    if system.endswith("_stiff"):  # of three files
        base = system.removesuffix("_stiff")
        own |= {f"{base}.h", f"{base}_adjoint.h"}
    assert (
        set(re.findall(r"#include <(.*)>", text))
        <= {"math.h", "float.h", "limits.h", "stddef.h"} | processor
    )
    assert set(re.findall(r'#include "(.*)"', text)) <= own
    assert not re.search(r"\b(malloc|calloc|realloc|free|printf|fopen|errno|long double)\b", text)


@pytest.mark.parametrize("path", sorted((ROOT / "templates").rglob("*.j2")), ids=lambda p: p.name)
def test_templates_hold_slots_and_loops(path):
    """Filters and the templates' own macros, no other calls."""
    text = path.read_text(encoding="utf-8")
    marks = (
        (r"<<(.*?)>>", r"<%(.*?)%>")
        if "latex" in path.parts
        else (r"\{\{(.*?)\}\}", r"\{%(.*?)%\}")
    )
    slots = [s for mark in marks for s in re.findall(mark, text, re.S)]
    macros = {
        m
        for p in path.parent.glob("*.j2")
        for m in re.findall(r"macro (\w+)\(", p.read_text(encoding="utf-8"))
    }
    for slot in slots:
        if re.match(r"[-+\s]*macro\b", slot):
            continue
        outside_strings = re.sub(r"\"[^\"]*\"|'[^']*'", '""', slot)
        called = set(re.findall(r"([\w.]+)\(", re.sub(r"\|\s*\w+", "", outside_strings)))
        assert called <= macros, f"{path.name} calls {called - macros} in {slot.strip()}"
        assert "**" not in outside_strings and "__" not in outside_strings


COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def nested(node):
    """A comprehension with two loops, or with another one inside."""
    inside = [x for x in ast.walk(node) if isinstance(x, COMPREHENSIONS)]
    return isinstance(node, COMPREHENSIONS) and (len(node.generators) > 1 or len(inside) > 1)


@pytest.mark.parametrize("top", ["derive", "orderode"])
def test_loops_stand_where_comprehensions_would_be_nested(top):
    for path in sources(top):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found = [node.lineno for node in ast.walk(tree) if nested(node)]
        assert not found, f"{path.relative_to(ROOT)}: write loops in lines {found}"


def test_every_rule_and_rewrite_has_its_formula():
    from orderode.derive.gaussian.rules import RULES

    for rule in RULES:
        assert re.search(r"< .* >|=", rule.__doc__), rule.__name__
    for path in sources("derive/lowering/rewrites"):
        if path.stem != "__init__":
            said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
            assert "->" in said, path.name

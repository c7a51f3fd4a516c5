"""What is plain C or Python in the templates: every file compiles as it is, and the rule by which it
is emitted."""

import ast
import re
import runpy
import shutil
import subprocess

import pytest

from orderode.derive.targets.runtime import MARKS, pasted
from orderode.derive.targets.templates import TEMPLATES

RUNTIME = TEMPLATES / "runtime"
FILES = sorted(p.relative_to(RUNTIME).as_posix() for p in RUNTIME.rglob("*.[ch]"))
PYTHON = sorted(p.relative_to(RUNTIME).as_posix() for p in RUNTIME.rglob("*.py"))
FLAGS = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only"]
COMPILERS = {"gcc": ["-std=c99", "-x", "c"], "g++": ["-x", "c++"]}

#: The most lines of a template one after the other that have no tag.
LONGEST = 25


def compiled(compiler, path, *more):
    if not shutil.which(compiler):
        pytest.skip(f"{compiler} not found")
    command = [compiler, *FLAGS, *more, *COMPILERS[compiler], str(path)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("name", FILES)
def test_every_file_compiles_as_it_is(name):
    found = compiled("gcc", RUNTIME / name)
    assert found.returncode == 0, found.stderr


@pytest.mark.parametrize("name", [n for n in FILES if n.endswith(".c")])
def test_every_source_is_cpp_too(name):
    """The headers are parts of one of them, which has all instruction sets."""
    found = compiled("g++", RUNTIME / name)
    assert found.returncode == 0, found.stderr


@pytest.mark.parametrize("compiler", COMPILERS)
def test_the_compiler_finds_faults(compiler, tmp_path):
    """A name that is declared nowhere, and a variable that is not used."""
    for fault in ("return missing(x);", "int unused; return x;"):
        path = tmp_path / "wrong.c"
        path.write_text(f"static int f(int x) {{ {fault} }}\nint g(int x) {{ return f(x); }}\n")
        assert compiled(compiler, path).returncode != 0, fault


@pytest.mark.parametrize("name", PYTHON)
def test_every_file_of_python_runs_as_it_is(name):
    """It defines what it emits; what it reads there is checked with the lint of the whole tree."""
    path = RUNTIME / name
    emitted = ast.parse(pasted(path, "sgd", "sgd_batch"))
    names = {d.name for d in emitted.body if isinstance(d, ast.FunctionDef | ast.ClassDef)}
    assert names and names <= set(runpy.run_path(str(path)))


@pytest.mark.parametrize("folder, ending", [("c", r"[ch]"), ("numpy", "py")])
def test_every_emitted_file_is_pasted_once(folder, ending):
    """By the templates of its language; a file that is not emitted is for compilers."""
    templates = [p.read_text(encoding="utf-8") for p in (TEMPLATES / folder).glob("*.j2")]
    used = re.findall(r'"([^"]+)" \| runtime', "".join(templates))
    marked = []
    for path in RUNTIME.rglob("*.*"):
        if re.fullmatch(ending, path.suffix[1:]) and MARKS[path.suffix] in path.read_text(
            encoding="utf-8"
        ):
            marked.append(path.relative_to(RUNTIME).as_posix())
    assert sorted(used) == sorted(marked) and len(marked) > 3


def test_names_are_those_of_the_model(tmp_path):
    path = tmp_path / "part.c"
    path.write_text(
        '#include "model.h"\n'
        + MARKS[".c"]
        + "int model_f(kernel_request *r); /* MODEL_OK, a model */\n"
        "#define AT(f) kernel_##f\n#if KERNEL_LEVEL\nint remodel_x;\n#endif\n\n"
    )
    assert pasted(path, "sgd", "sgd_few_batch") == (
        "int sgd_f(sgd_few_batch_request *r); /* SGD_OK, a model */\n"
        "#define AT(f) sgd_few_batch_##f\n#if SGD_FEW_BATCH_LEVEL\nint remodel_x;\n#endif"
    )


def test_what_stands_for_a_model_is_not_emitted():
    with pytest.raises(ValueError, match=r"model\.h is not to be emitted"):
        pasted(RUNTIME / "model.h", "sgd", "sgd_batch")


def test_templates_hold_no_long_stretch_without_a_tag():
    """Lines of C or Python between two that have one."""
    found = {}
    for path in [*(TEMPLATES / "c").glob("*.j2"), *(TEMPLATES / "numpy").glob("*.j2")]:
        run = longest = 0
        for line in path.read_text(encoding="utf-8").splitlines():
            run = 0 if "{{" in line or "{%" in line or "{#" in line else run + 1
            longest = max(longest, run)
        found[path.name] = longest
    assert {n: c for n, c in found.items() if c > LONGEST} == {}

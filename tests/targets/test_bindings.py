"""Other languages call the emitted C: the example of each, built by the command in its own
comment, gives the numbers of the example in C; structs and statuses are those of the header."""

import ctypes
import os
import re
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from generated_c import C99, SOURCES, need, run

from orderode.derive.targets.c.abi import abi
from orderode.derive.targets.c.flow import _told_apart
from orderode.errors import BackendError
from orderode.solvers import batch
from orderode.solvers.base import require_match
from orderode.solvers.build import build
from orderode.solvers.c import CBackend

ROOT = Path(__file__).resolve().parents[2]
#: Folder of the example -> its file, and the tools that its commands need.
EXAMPLES = {
    "cpp": ("embed.cpp", ("cc", "c++")),
    "rust": ("embed.rs", ("cc", "rustc")),
    "fortran": ("embed.f90", ("cc", "gfortran")),
    "julia": ("embed.jl", ("cc", "julia")),
    "octave": ("fo_anil_mex.c", ("mkoctfile", "octave")),
    "numba": ("embed.py", ("cc",)),
}
TOOLS = "cc|c\\+\\+|rustc|gfortran|julia|mkoctfile|octave|python"
#: Warnings are errors.
STRICT = {
    "cc": C99,
    "c++": ("-Wall", "-Wextra", "-Wpedantic", "-Werror"),
    "rustc": ("-D", "warnings"),
    "gfortran": ("-std=f2018", "-Wall", "-Wextra", "-Werror"),
    "octave": ("--no-history", "--norc"),
}
#: Types of the header, and what they are in other languages.
KINDS = ("double", "int", "const double *")
RUST = dict(zip(KINDS, ("c_double", "c_int", "*const c_double"), strict=True))
FORTRAN = dict(zip(KINDS, ("real(c_double)", "integer(c_int)", "type(c_ptr)"), strict=True))
JULIA = dict(zip(KINDS, ("Cdouble", "Cint", "Ptr{Cdouble}"), strict=True))
SYSTEMS = sorted(p.stem for p in (ROOT / "generated" / "rust").glob("*.rs"))


def numbers(text):
    return np.array([[float(x) for x in line.split()] for line in text.splitlines()])


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The folders that the commands name, and the numbers of the example in C."""
    need("gcc")
    where = tmp_path_factory.mktemp("embedded")
    shutil.copytree(ROOT / "examples", where / "examples")
    shutil.copytree(SOURCES.parent, where / "generated", ignore=shutil.ignore_patterns("latex"))
    c = where / "examples" / "c"
    run("gcc", *C99, "-I", SOURCES, c / "embed.c", SOURCES / "fo_anil.c", "-lm", "-o", c / "embed")
    return where, numbers(run(c / "embed"))


@pytest.mark.slow
@pytest.mark.parametrize("language", EXAMPLES)
def test_the_example_gives_the_numbers_of_c(language, folder):
    where, expected = folder
    file, tools = EXAMPLES[language]
    need(*tools)
    if language == "numba":
        pytest.importorskip("numba", reason="numba is not installed")
    place = where / "examples" / language
    text = (place / file).read_text(encoding="utf-8")
    lines = re.findall(rf"^(?: \*|//|!|#|) {{4,}}((?:{TOOLS}) .*)$", text, re.M)
    assert len(lines) == 2
    said = ""
    for command in " && ".join(line.split("  #")[0] for line in lines).split(" && "):
        tool, *words = command.split()
        chosen = sys.executable if tool == "python" else tool.replace("./", f"{place}/")
        said = run(chosen, *STRICT.get(tool, ()), *words, cwd=place)
    np.testing.assert_allclose(numbers(said), expected, rtol=1e-13)


@pytest.mark.slow
def test_faults_are_thrown_in_words(folder, tmp_path):
    need("c++")
    where, _ = folder
    program = """
#include "sgd.hpp"
#include <iostream>
int main() {
    const double T[] = {1};
    orderode::sgd::parameters given;
    given.T = T;
    for (int fault = 0; fault < 4; ++fault) {
        given.eta_J = fault == 0 ? -1 : 0.5;
        try {
            orderode::sgd::solver solver(fault == 1 ? 0 : 1, 1, given);
            const std::vector<double> state(fault == 2 ? 1 : 3, 0.1), times = {1, 0};
            solver.rhs(state);
            solver.integrate(state, times);
        } catch (const std::exception &found) {
            std::cout << found.what() << std::endl;
        }
    }
}
"""
    (tmp_path / "faults.cpp").write_text(program)
    generated = where / "generated"
    run("gcc", *C99, "-c", generated / "c" / "sgd.c", "-o", tmp_path / "sgd.o")
    include = ("-I", generated / "c", "-I", generated / "cpp")
    words = ("-std=c++11", *include, "faults.cpp", "sgd.o", "-lm", "-o", "faults")
    run("c++", *words, cwd=tmp_path)
    negative, units, state, times = run(tmp_path / "faults").splitlines()
    assert negative == "eta_J is negative or not finite" and "a state has 3 numbers" in state
    assert "no work array for these K, M" in units and "times" in times


def number_of(header):
    (found,) = re.findall(r"^#define \w+_ABI (\d+)$", header, re.M)
    return found


def test_headers_of_different_structs_have_different_numbers():
    """Those of one struct the same, whatever the activation: the equations are no part of it."""
    headers = {name: (SOURCES / f"{name}.h").read_text(encoding="utf-8") for name in SYSTEMS}
    numbers = {name: number_of(text) for name, text in headers.items()}
    assert numbers["sgd"] == numbers["sgd_relu"] != numbers["sgd_tanh"]  # which has nodes
    assert len({numbers[x] for x in ("sgd", "fo_anil", "anil", "pooled")}) == 4
    assert all(0 < int(x) < 2**31 for x in numbers.values())
    given = {"fields": [("eta", False), ("V", False)], "codes": [("OK", 0)]}
    assert abi(**given) == abi(**given)
    for other in (
        {"fields": given["fields"][::-1]},
        {"fields": [("eta", True), ("V", False)]},
        {"codes": [("OK", 1)]},
    ):
        assert abi(**given | other) != abi(**given)


def test_a_program_for_another_header_is_told_so():
    """By the library, and by the runner, in words."""
    backend = CBackend("sgd")
    number, size = backend.entry["abi"], ctypes.sizeof(backend._struct)
    size -= 8 * len(backend.entry["of_diffusion"])
    check = backend.library.sgd_check
    assert check(number, ctypes.c_size_t(size)) == 0
    for version, own in ((number + 1, size), (number, size + 8), (number, 0)):
        assert check(version, ctypes.c_size_t(own)) == 26
    text = backend._function("strerror")
    text.restype = ctypes.c_char_p
    assert text(26) == b"the program was made for another header: version or size of params differ"
    changed = replace(backend.entry, particulars={**backend.entry.particulars, "abi": 1})
    backend.entry = changed
    with pytest.raises(BackendError, match="do not belong together"):
        backend._open(build("sgd"))


def test_files_that_another_version_emitted_are_told_so():
    """Without the check, or without its number: no AttributeError, no KeyError."""
    library = CBackend("sgd").library
    for function, number in (("sgd_check_of_old", 1), ("sgd_check", None)):
        with pytest.raises(BackendError, match="this version of orderode, do not belong together"):
            require_match("c", library, function, number, ctypes.c_size_t(8))


@pytest.mark.parametrize("few", [False, True])
def test_the_structs_of_vector_kernels_are_checked_too(few):
    library = batch._library("fo_anil", few=few)
    sizes = [library.dtype.itemsize, *map(ctypes.sizeof, (library.request, library.results))]
    number = library.entry["abi"]

    def checked(version, *given):
        return library.function("check")(version, *map(ctypes.c_size_t, given))

    assert checked(number, *sizes) == 0 and checked(number + 1, *sizes) == 26
    for place in range(3):
        assert checked(number, *(x + 8 * (p == place) for p, x in enumerate(sizes))) == 26


def described(name):
    """Fields with their types in C, and the status codes, of a header."""
    header = (SOURCES / f"{name}.h").read_text(encoding="utf-8")
    (body,) = re.findall(rf"typedef struct \{{\n([^}}]*)\}} {name}_params;", header)
    fields = re.findall(r"^    (double |int |const double \*)(\w+);", body, re.M)
    codes = dict(re.findall(rf"^    {name.upper()}_(\w+) = (\d+),? /\*", header, re.M))
    return [(kind.rstrip(), field) for kind, field in fields], codes, number_of(header)


def emitted(folder, file):
    return (ROOT / "generated" / folder / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SYSTEMS)
def test_the_structs_are_those_of_the_header(name):
    """Fields, their order and types, the status codes and the number, in every language."""
    fields, codes, number = described(name)
    assert fields and codes["OK"] == "0"

    module = emitted("rust", f"{name}.rs")
    (own,) = re.findall(r"pub struct Params \{\n(.*?)^\}", module, re.M | re.S)
    found = re.findall(r"^    pub (\w+): (.*),$", own, re.M)
    assert [(RUST[kind], field) for kind, field in fields] == [(t, n) for n, t in found]
    found = dict(re.findall(r"^pub const (\w+): c_int = (\d+);", module, re.M))
    assert codes | {"ABI": number} == found

    module = emitted("fortran", f"{name}.f90")
    (own,) = re.findall(rf":: {name}_params\n(.*?)end type", module, re.S)
    found = re.findall(r"^    (\S+) :: (\w+)$", own, re.M)
    assert [(FORTRAN[kind], field) for kind, field in fields] == found
    front = rf"^  integer\(c_int\), parameter :: {name}_"
    assert codes == dict(re.findall(rf"{front}status_(\w+) = (\d+)$", module, re.M))
    assert re.findall(rf"{front}abi = (\d+)$", module, re.M) == [number]
    assert max(len(x) for x in module.splitlines() if "!" not in x) <= 132

    module = emitted("julia", f"{name}.jl")
    (own,) = re.findall(r"^mutable struct Params\n(.*?)\n\n", module, re.M | re.S)
    found = re.findall(r"^    (\w+)::(\S+)  #", own, re.M)
    assert [(JULIA[kind], field) for kind, field in fields] == [(t, n) for n, t in found]
    assert codes == dict(re.findall(r"^const (\w+) = (\d+)  #", module, re.M))
    assert re.findall(r"^const ABI = (\d+)$", module, re.M) == [number]
    assert os.path.exists(ROOT / "generated" / "cpp" / f"{name}.hpp")


@pytest.mark.slow
def test_every_module_of_fortran_compiles(tmp_path):
    need("gfortran")
    for name in SYSTEMS:
        module = ROOT / "generated" / "fortran" / f"{name}.f90"
        run("gfortran", *STRICT["gfortran"], "-fsyntax-only", module, cwd=tmp_path)


def test_names_that_differ_by_capitals_are_told_apart_in_fortran():
    lists = [[{"name": x} for x in names] for names in (("eta", "Eta", "ETA"), ("t", "T"))]
    assert _told_apart(*lists) == {"Eta": "Eta_2", "ETA": "ETA_3", "T": "T_2"}

"""The emitted C as source: compilers, symbols, two models in one binary, and the embedding
example."""

import ctypes
import dataclasses
import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from evaluate_system import Direct, fo_anil_system, overlaps, rendered
from generated_c import (
    C99,
    EXAMPLE,
    OK,
    SOURCES,
    START,
    TEACHER,
    WARNINGS,
    Solver,
    need,
    params,
    pointer,
    run,
    shared_library,
    state,
)
from overlaps_only import load
from sympy import IndexedBase, Sum, Symbol

from orderode.derive.ir.roles import Role
from orderode.derive.ir.system import Definition, Index, Piece


@pytest.mark.slow
@pytest.mark.parametrize("compiler", ["gcc", "clang"])
def test_compiles_as_c99_without_a_warning(compiler, tmp_path):
    need(compiler)
    extra = ["-Wshadow", "-Wstrict-prototypes", "-Wvla"]
    if compiler == "gcc":  # clang says it of NAN and INFINITY themselves, which are floats
        extra.append("-Wdouble-promotion")
    run(compiler, *C99, *extra, "-c", SOURCES / "fo_anil.c", "-o", tmp_path / "fo_anil.o")


@pytest.mark.slow
@pytest.mark.parametrize("compiler", ["g++", "clang++"])
def test_compiles_as_cplusplus(compiler, tmp_path):
    need(compiler)
    run(compiler, "-x", "c++", *WARNINGS, "-c", SOURCES / "fo_anil.c", "-o", tmp_path / "fo_anil.o")


@pytest.mark.slow
def test_symbols_carry_the_prefix_and_nothing_is_allocated_or_kept(tmp_path):
    need("gcc", "nm")
    run("gcc", *C99, "-c", SOURCES / "fo_anil.c", "-o", tmp_path / "fo_anil.o")
    table = [line.split()[-2:] for line in run("nm", tmp_path / "fo_anil.o").splitlines()]
    defined = {name for kind, name in table if kind.isupper() and kind != "U"}
    needed = {name for kind, name in table if kind == "U"}
    promised = {
        "state_size",
        "work_size",
        "rhs",
        "eps_g",
        "integrate",
        "integrate_ramped",
        "strerror",
        "node_count",
        "nodes",
        "defaults",
        "check",
    }
    assert defined == {f"fo_anil_{name}" for name in promised}
    assert not {kind for kind, _ in table} & set("BbDdCGgSs"), "writable data: not thread-safe"
    libm = {"asin", "erf", "exp", "fabs", "fmax", "fmin", "fmod", "log", "pow", "sqrt"}
    compiler = {"_GLOBAL_OFFSET_TABLE_", "__stack_chk_fail", "memcpy", "memmove", "memset"}
    assert needed <= libm | compiler


def test_a_second_time_for_one_size():
    """With FO_ANIL_K and FO_ANIL_M: the same bits at that size and at others, other code at that."""
    need("gcc")
    flags = (*C99, "-O0", "-fPIC", "-shared")
    source, sized = SOURCES / "fo_anil.c", ("-DFO_ANIL_K=3", "-DFO_ANIL_M=3")
    libraries = [shared_library(source, *flags, *more) for more in ((), sized)]
    assert libraries[1].stat().st_size > 1.1 * libraries[0].stat().st_size
    plain, special = map(Solver, libraries)
    rng = np.random.default_rng(0)
    for K, M in ((3, 3), (3, 2), (2, 3)):
        start = state(0.1 * rng.standard_normal((K, M)), 0.5 * np.eye(K))
        for V in (np.inf, 4.0):
            of = params(np.diag(1.0 + np.arange(M)), V=V)
            given = ctypes.byref(of)
            (status, slope), (other, same) = (s.rhs(K, M, given, start) for s in (plain, special))
            assert status == other == OK and (slope == same).all(), (K, M, V)


@pytest.mark.slow
def test_two_models_in_one_binary(tmp_path):
    """The same system under a second name; C and C++ callers; both solvers give the same
    numbers."""
    need("gcc", "g++")
    files = rendered([fo_anil_system(), dataclasses.replace(fo_anil_system(), name="other")])
    for path, text in files.items():
        if path.startswith("c/"):
            (tmp_path / Path(path).name).write_text(text, encoding="utf-8")
    calls = "\n".join(
        f"""    {{
        static {name}_params p; {name}_options o; {name}_stats s;
        p.eta_J = 2; p.eta_w = 3; p.V = 10; p.P = INFINITY; p.inner_steps = 1; p.T = T;
        o.rtol = 1e-8; o.atol = 1e-12; o.max_steps = 0;
        if ({name}_work_size(1, 1, &p) > 5000) return 3;
        if ({name}_rhs(1, 1, &p, y, dy, work) != {name.upper()}_OK) return 1;
        if ({name}_integrate(1, 1, &p, &o, y, 2, alphas, rows, &s, work) != {name.upper()}_OK) return 2;
        printf("%.17g %.17g %.17g %lu %s\\n", dy[0], dy[1], rows[3], s.accepted, {name}_strerror(5));
    }}"""
        for name in ("fo_anil", "other")
    )
    (tmp_path / "main.c").write_text(
        '#include "fo_anil.h"\n#include "other.h"\n#include <math.h>\n#include <stdio.h>\nint'
        " main(void)\n{\n    double T[1] = {1}, y[3] = {0.1, 0.5, 0}, dy[3], alphas[2] = {0,"
        f" 1}}, rows[6], work[5000];\n{calls}\n    return 0;\n}}\n"
    )
    for compiler in (("gcc", *C99, "-O0"), ("g++", "-x", "c++", *WARNINGS, "-O0")):
        run(*compiler, "main.c", "fo_anil.c", "other.c", "-o", "both", "-lm", cwd=tmp_path)
        first, second = run(tmp_path / "both").splitlines()
        assert first == second


@pytest.mark.slow
@pytest.mark.parametrize("overlap", ["C", "Q"])
def test_contractions_that_this_model_does_not_have(overlap, tmp_path):
    """Two observables more: a sum over two indices of one network that is not symmetric, and one
    over three indices. numpy and C give what direct evaluation gives; neither takes half of a sum
    for all of it."""
    need("gcc")
    system = fo_anil_system()
    learner, teacher = system.ranges
    (k, l), n = (Index(x, learner) for x in "kl"), Index("n", teacher)
    A, Q, R, L = (IndexedBase(x) for x in ("A", overlap, "R", "L"))
    sums = {
        "probe": Sum(Q[k, l] * A[k, l], (k, 1, learner.size), (l, 1, learner.size)) / 3,
        "mixed": (
            Symbol("eta_w", nonnegative=True)
            * Sum(
                A[k, l] * R[k, n] * L[l, n],
                (k, 1, learner.size),
                (l, 1, learner.size),
                (n, 1, teacher.size),
            )
        ),
    }
    more = tuple(Definition(x, Role.OUTPUT, x, (), (Piece((), e),)) for x, e in sums.items())
    system = dataclasses.replace(
        system,
        name="more",
        definitions=(*system.definitions, *more),
        observables=(*system.observables, *sums),
    )
    for path, text in rendered([system]).items():
        if path.startswith(("c/", "numpy/")):
            (tmp_path / Path(path).name).write_text(text, encoding="utf-8")
    run("gcc", *C99, "-O0", "-fPIC", "-shared", "more.c", "-o", "libmore.so", "-lm", cwd=tmp_path)
    solver = Solver(tmp_path / "libmore.so", "more")
    spec = importlib.util.spec_from_file_location("more", tmp_path / "more.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for K, M in ((1, 1), (3, 2), (4, 5)):
        R, Q, T = overlaps(K, M, 4)
        rates = {"eta_J": 2.0, "eta_w": 3.0, "V": 10.0}
        direct = Direct(system, K, M, R, Q, T, rates).arrays
        p, y, value = params(T, **rates), state(R, Q), np.empty(1)
        for name in (*sums, "eps_g"):
            assert solver.call(name, K, M, ctypes.byref(p), pointer(y), pointer(value)) == OK
            assert value[0] == pytest.approx(float(direct[name]), rel=1e-12), name
            found = getattr(module, name)(R, Q, np.zeros(K), T, module.Parameters(**rates))
            assert float(found) == pytest.approx(float(direct[name]), rel=1e-12), name


# -- the example -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """Built by the command in its own comment, warnings as errors added, beside nothing but the
    emitted pair."""
    need("gcc")
    folder = tmp_path_factory.mktemp("example") / "examples" / "c"
    folder.mkdir(parents=True)
    shutil.copy(EXAMPLE, folder)
    shutil.copytree(SOURCES, folder.parents[1] / "generated" / "c")
    (command,) = re.findall(
        r"^ \*\s+(cc .*) && \./embed$", EXAMPLE.read_text(encoding="utf-8"), re.M
    )
    run("gcc", *WARNINGS, "-g", *command.split()[1:], cwd=folder)
    return folder / "embed"


def test_example_agrees_with_numpy(example):
    rows = np.array([[float(x) for x in line.split()] for line in run(example).splitlines()])
    backend, parameters = load("fo_anil", "numpy"), {"eta_J": 6.0, "eta_w": 4.0, "V": 100.0}
    R, Q = START[:9].reshape(3, 3), 0.5 * np.eye(3)
    found = backend.integrate(R, Q, TEACHER, parameters, rows[:, 0], rtol=1e-10, atol=1e-14)
    wanted = [
        backend.eps_g(R, Q, TEACHER, parameters) for R, Q in zip(found.R, found.Q, strict=True)
    ]
    assert rows.shape == (11, 2) and rows[-1, 0] == 20.0
    np.testing.assert_allclose(rows[:, 1], wanted, rtol=1e-8)
    assert rows[-1, 1] < 0.05 * rows[0, 1]


@pytest.mark.slow
def test_example_reports_errors(tmp_path):
    """The same program with a start that is no covariance: the words of strerror, and a failure."""
    need("gcc")
    text = EXAMPLE.read_text(encoding="utf-8").replace("{0.10, -0.05,", "{90.0, -0.05,")
    (tmp_path / "broken.c").write_text(text, encoding="utf-8")
    run(
        "gcc",
        *C99,
        "-I",
        SOURCES,
        "broken.c",
        SOURCES / "fo_anil.c",
        "-lm",
        "-o",
        "broken",
        cwd=tmp_path,
    )
    done = subprocess.run([tmp_path / "broken"], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "domain" in done.stderr and done.stdout == ""


@pytest.mark.slow
def test_example_under_valgrind(example):
    need("valgrind")
    run("valgrind", "-q", "--leak-check=full", "--error-exitcode=9", example)


@pytest.mark.slow
def test_sanitizers(tmp_path):
    """Address and undefined-behaviour sanitizers over the example."""
    need("gcc")
    flags = ("-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all")
    (tmp_path / "probe.c").write_text("int main(void) { return 0; }\n")
    probe = f"gcc {' '.join(flags)} probe.c -o probe && ./probe"
    if subprocess.run(probe, shell=True, cwd=tmp_path, check=False, capture_output=True).returncode:
        pytest.skip("gcc has no sanitizer libraries here")
    run(
        "gcc",
        *C99,
        "-O1",
        *flags,
        "-I",
        SOURCES,
        EXAMPLE,
        SOURCES / "fo_anil.c",
        "-lm",
        "-o",
        tmp_path / "embed",
    )
    environment = {k: v for k, v in os.environ.items() if k != "LD_PRELOAD"}
    done = subprocess.run(
        [tmp_path / "embed"], capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr

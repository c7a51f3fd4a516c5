"""The emitted C as an installed library: a program finds it through CMake and through pkg-config."""

import os
import subprocess
from pathlib import Path

import numpy as np
import pytest
from generated_c import C99, EXAMPLE, SOURCES, need, run

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder that was moved after it was installed to, and what the example says without it."""
    need("make", "cc", "ar", "xargs")
    where = tmp_path_factory.mktemp("installed")
    checkout = where / "a checkout"
    (checkout / "scripts").mkdir(parents=True)
    (checkout / "generated").symlink_to(ROOT / "generated")
    for name in ("Makefile", "scripts/install.sh"):
        (checkout / name).write_bytes((ROOT / name).read_bytes())
    run("make", "install", f"PREFIX={where / 'first'}", "MODELS=fo_anil sgd_linear", cwd=checkout)
    (where / "first").rename(where / "second place")
    run("cc", *C99, "-I", SOURCES, EXAMPLE, SOURCES / "fo_anil.c", "-lm", "-o", where / "plain")
    return where / "second place", said(where / "plain")


def said(*command, **more):
    done = subprocess.run([str(x) for x in command], capture_output=True, text=True, **more)
    assert done.returncode == 0, done.stderr
    return np.array([[float(x) for x in line.split()] for line in done.stdout.splitlines()])


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["static", "shared"])
def test_cmake_finds_it(installed, tmp_path, kind):
    need("cmake")
    prefix, expected = installed
    text = (ROOT / "examples/cmake/CMakeLists.txt").read_text(encoding="utf-8")
    text = text.replace("../c/embed.c", str(EXAMPLE)).replace(
        "orderode::static)", f"orderode::{kind})"
    )
    (tmp_path / "CMakeLists.txt").write_text(text)
    build = tmp_path / "build"
    run("cmake", "-S", tmp_path, "-B", build, f"-DCMAKE_PREFIX_PATH={prefix}")
    run("cmake", "--build", build)
    np.testing.assert_allclose(said(build / "embed"), expected, rtol=1e-13)
    (tmp_path / "CMakeLists.txt").write_text(
        text.replace("orderode_solvers 0.1", "orderode_solvers 99")
    )
    asked = ["cmake", "-S", tmp_path, "-B", tmp_path / "other", f"-DCMAKE_PREFIX_PATH={prefix}"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.returncode and "99" in done.stderr


@pytest.mark.slow
def test_pkg_config_finds_it(installed, tmp_path):
    need("pkg-config")
    prefix, expected = installed
    here = os.environ | {"PKG_CONFIG_PATH": str(prefix / "lib/pkgconfig")}
    version = subprocess.run(
        ["pkg-config", "--modversion", "orderode_solvers"], env=here, capture_output=True, text=True
    )
    assert version.stdout.strip() == "0.1.0"
    flags = "$(pkg-config --cflags --libs orderode_solvers)"  # which quotes spaces for a shell
    line = f"eval \"cc -std=c99 '{EXAMPLE}' {flags} -o embed\""
    subprocess.run(["sh", "-c", line], cwd=tmp_path, env=here, check=True)
    here["LD_LIBRARY_PATH"] = str(prefix / "lib")
    np.testing.assert_allclose(said(tmp_path / "embed", env=here), expected, rtol=1e-13)


def test_a_model_that_is_not_there_is_named(tmp_path):
    need("make", "cc")
    command = ["sh", ROOT / "scripts/install.sh", tmp_path / "made", "no_such_model"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode and "there is no generated/c/no_such_model.c" in done.stderr

"""The package as pip gets it: what is in an sdist, a wheel made of that, and what is installed runs
where there is no checkout."""

import json
import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def python(*words, where, paths=(), given=None):
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, paths))}
    done = subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=where,
        env=environment,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_an_installed_package_has_all_it_needs(tmp_path):
    make = "import sys; from setuptools.build_meta import build_sdist as f; f(sys.argv[1])"
    copy = tmp_path / "checkout"
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if tracked.returncode != 0:
        pytest.skip("this is no git checkout: what belongs into an sdist is not known")
    names = [x for x in tracked.stdout.split("\0") if (ROOT / x).is_file()]
    for name in names:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_bytes((ROOT / name).read_bytes())
    python("-c", make, tmp_path, where=copy)
    (sdist,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    source = tmp_path / sdist.name.removesuffix(".tar.gz")
    carried = {str(x.relative_to(source)) for x in source.rglob("*") if x.is_file()}
    assert sorted(set(names) - carried) == []
    pip = ("-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation")
    installed, elsewhere = tmp_path / "installed", tmp_path / "elsewhere"
    elsewhere.mkdir()
    python(*pip, "--target", installed, source, where=elsewhere)
    command = ("-m", "orderode.cli")
    where = {"where": elsewhere, "paths": [installed]}
    found = python("-c", "import orderode; print(orderode.__file__)", **where)
    assert Path(found).is_relative_to(installed)
    text = python(*command, "example", "fig2", **where)
    assert text == (ROOT / "experiments/fig2.toml").read_text(encoding="utf-8")
    small = ("--set", "run.alpha_end=0.5", "--set", "run.points=3")
    theory = json.loads(python(*command, "integrate", "-", *small, **where, given=text))
    assert theory["status"] == "ok" and len(theory["alpha"]) == 3
    assert "c/embed.c" in python(*command, "example", **where)

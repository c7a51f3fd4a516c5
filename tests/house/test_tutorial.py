"""docs/tutorial.md, run as a reader would: files written, commands typed, Python executed, quoted
LaTeX looked up."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TUTORIAL = Path(__file__).resolve().parents[2] / "docs" / "tutorial.md"
BLOCK = re.compile(r"^```(\w+)(?: file=(\S+))?\n(.*?)^```$", re.M | re.S)


def environment():
    """Commands of this interpreter's environment come first."""
    return os.environ | {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    }


def command(line, folder):
    return subprocess.run(
        line, shell=True, cwd=folder, env=environment(), capture_output=True, text=True, check=False
    )


@pytest.mark.slow
def test_the_tutorial_runs(tmp_path):
    blocks = BLOCK.findall(TUTORIAL.read_text(encoding="utf-8"))
    assert [kind for kind, _, _ in blocks].count("python") == 4
    program = []
    for kind, name, text in blocks:
        if kind in ("python", "toml") and name:
            (tmp_path / name).write_text(text)
        elif kind == "python":
            program.append(text)
        elif kind == "sh":
            done = command(text, tmp_path)
            assert done.returncode == 0, done.stderr
            assert "disagree" not in done.stdout and "agree" in done.stdout
        elif kind == "latex":
            written = (tmp_path / "ridge_solver" / "latex" / name).read_text()
            assert all(line in written for line in text.splitlines()), text
        else:
            raise AssertionError(f"nothing is known of {kind} blocks")
    (tmp_path / "program.py").write_text("\n".join(program))
    done = subprocess.run(
        [sys.executable, "-W", "error", "program.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    errors = re.findall(r": ([\d.]+)", done.stdout.splitlines()[0])
    quoted = re.search(
        r"about ([\d.]+), ([\d.]+) and ([\d.]+)\.", TUTORIAL.read_text(encoding="utf-8")
    ).groups()
    assert tuple(f"{float(x):.3f}" for x in errors) == quoted


@pytest.mark.slow
def test_what_it_says_of_a_product_without_a_rule(tmp_path):
    text = TUTORIAL.read_text(encoding="utf-8")
    (sextic,) = [body for _, name, body in BLOCK.findall(text) if name == "sextic.py"]
    (tmp_path / "sextic.py").write_text(sextic)
    done = command("orderode derive sextic.py --out out", tmp_path)
    assert done.returncode == 2
    assert re.search(r"`(no rule for the average of [^`]*)`", text).group(1) in done.stderr

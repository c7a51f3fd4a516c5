"""README and docs, run as a reader would: every command on smaller problems, every block of code as
it stands.

docs/tutorial.md has a test of its own.
"""

import importlib.util
import json
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from orderode.cli import main
from orderode.sweep.reading import read_sweep

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))]
BLOCK = re.compile(r"^```(\w+)(?: file=\S+)?\n(.*?)^```$", re.M | re.S)
#: What makes a problem of experiments/ a small one, line by line.
SMALLER = (
    (r"^alpha_end = .*", "alpha_end = 0.5"),
    (r"^points = .*", "points = 6"),
    (r"^runs = .*", "runs = 3"),
    (r"^eps_g_at = .*", "eps_g_at = [0.1, 0.5]"),
    (r"\bN = 1000\b", "N = 100"),
    (r"^seeds = .*", "seeds = 3"),
    (r"^d = .*", "d = 100"),
    (r"\bpoints = \d+ \}", "points = 2 }"),
)


def small(text):
    for pattern, smaller in SMALLER:
        text = re.sub(pattern, smaller, text, flags=re.M)
    return text


def commands(program):
    """(page, words) of every indented line that starts with this program."""
    found = []
    for page in PAGES:
        for line in page.read_text(encoding="utf-8").splitlines():
            words = re.match(rf"    (?:\.venv/bin/)?{program}( .*|$)", line)
            if words and page.name != "tutorial.md":
                found.append((page.name, re.split(r" # | > |#$", f"{words[1]} # ")[0].strip()))
    return found


def blocks(kind):
    found = []
    for page in PAGES:
        for name, body in BLOCK.findall(page.read_text(encoding="utf-8")):
            if name == kind and page.name != "tutorial.md":
                found.append((page, body))
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """What a reader has around him: the experiments, smaller, and a model file of his own."""
    where = tmp_path_factory.mktemp("reader")
    (where / "experiments").mkdir()
    for file in (ROOT / "experiments").glob("*.toml"):
        text = small(file.read_text(encoding="utf-8"))
        (where / "experiments" / file.name).write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "derive" / "models" / "sgd.py", where / "my_model.py")
    text = (where / "my_model.py").read_text(encoding="utf-8")
    text = text.replace("from ..language", "from orderode.derive.language")
    text = text.replace("from .setting", "from orderode.derive.models.setting")
    (where / "my_model.py").write_text(text.replace('name="sgd"', 'name="mine"'), encoding="utf-8")
    return where


@pytest.mark.slow
@pytest.mark.parametrize(("page", "line"), sorted(set(commands("orderode"))))
def test_the_commands_of_the_pages(folder, monkeypatch, page, line):
    """A comparison may disagree at the sizes taken here: finite size shows."""
    monkeypatch.chdir(folder)
    *first, last = line.split(" | orderode ")
    piped = None
    for part in first:
        piped = CliRunner().invoke(main, shlex.split(part), input=piped).stdout
    words = shlex.split(last)
    if words[0] == "plot":  # of a sweep that is another command here
        sweep = ["sweep", f"experiments/{Path(words[1]).name}.toml", "--out", words[1]]
        assert CliRunner().invoke(main, sweep).exit_code == 0
    made_by = f"--out {Path(words[1]).parent}" if words[0] == "compare" else ""
    for _, other in commands("orderode"):  # what makes the file that is compared
        if made_by and not Path(words[1]).exists() and other.endswith(made_by):
            assert CliRunner().invoke(main, shlex.split(other)).exit_code == 0
    done = CliRunner().invoke(main, words, input=piped)
    allowed = (0, 1) if words[0] == "compare" else (0,)
    assert done.exit_code in allowed and not done.stderr, done.output
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception


def test_there_are_commands_to_run():
    named = {line.split()[0] for _, line in commands("orderode")}
    assert set(main.commands) <= named, "commands that no page shows"


def test_make_has_the_targets_that_pages_name():
    targets = set(
        re.findall(r"^([a-z0-9_]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    )
    for page, line in commands("make"):
        named = {word for word in line.split() if "=" not in word}
        assert named <= targets, f"{page}: make {line}"


@pytest.mark.parametrize(
    ("page", "body"),
    [pytest.param(*b, id=f"{b[0].name}-{i}") for i, b in enumerate(blocks("python"))],
)
def test_the_python_of_the_pages(folder, page, body):
    """Blocks that are a file of the repository say what it says; the others run, after the commands
    of their page."""
    if page.name == "README.md" and "MODEL" in body:
        assert body in (ROOT / "derive" / "models" / "fo_anil.py").read_text(encoding="utf-8")
        return
    if page.name == "sweeps.md":
        sweep = [
            "sweep",
            str(folder / "experiments/fig5.toml"),
            "--out",
            str(folder / "results/fig5"),
        ]
        assert CliRunner().invoke(main, sweep).exit_code == 0
    if importlib.util.find_spec("xarray") is None and "orderode[xarray]" in body:
        print(
            "left out, as xarray is not installed:",
            *[x for x in body.splitlines() if "[xarray]" in x],
        )
        body = re.sub(r"^.*orderode\[xarray\]\n", "", body, flags=re.M)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", body],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_data_of_the_pages(folder):
    for page, body in blocks("toml"):
        assert page.name == "sweeps.md"  # problem files have a table of keys
        (folder / "experiments" / "page.toml").write_text(body, encoding="utf-8")
        problem = tomllib.loads(body)["problem"]
        shutil.copy(ROOT / "experiments" / problem, folder / "experiments")
        assert read_sweep(folder / "experiments" / "page.toml").axes
    for _, body in blocks("json"):
        json.loads(body)


def test_every_kind_of_block_is_known():
    kinds = {name for page in PAGES for name, _ in BLOCK.findall(page.read_text(encoding="utf-8"))}
    assert kinds <= {"python", "js", "toml", "json", "sh", "latex"}

"""The site is built without a warning, every link leads somewhere, and the notebook runs."""

import ast
import json
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = ROOT / "docs" / "example.ipynb"


def need(package):
    if find_spec(package) is None:
        pytest.skip(f"{package} is not installed (make docs has an environment with it)")


def cells():
    return json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]


def test_the_cells_of_the_notebook_run():
    """As Python; what they show is what the notebook has, where that is text."""
    import matplotlib.pyplot as plt

    names = {}
    for cell in cells():
        if cell["cell_type"] != "code":
            continue
        source = "".join(cell["source"])
        if "to_dataframe" in source and find_spec("pandas") is None:
            continue  # the extra `notebook` has it
        tree = ast.parse(source)
        if not isinstance(tree.body[-1], ast.Expr):
            exec(source, names)
            continue
        last = ast.Expression(tree.body.pop().value)
        exec(compile(tree, str(NOTEBOOK), "exec"), names)
        shown = eval(compile(last, str(NOTEBOOK), "eval"), names)
        kept = [o for o in cell["outputs"] if o["output_type"] == "execute_result"]
        for output in kept:
            text = "".join(output["data"]["text/plain"])
            assert text.splitlines()[0][:20] == repr(shown).splitlines()[0][:20]
    plt.close("all")
    assert names["comparison"].verdict == "agree"


def test_the_notebook_is_small_and_says_nothing_of_who_ran_it():
    text = NOTEBOOK.read_text(encoding="utf-8")
    assert len(text) < 400_000
    assert not re.search(r"/home/|/tmp/|/root/|Traceback|Warning|20\d\d-\d\d-\d\d", text)
    for cell in cells():
        assert "execution" not in cell["metadata"]
        if cell["cell_type"] == "code":
            assert cell["execution_count"], "it has been run: scripts/run_notebook.py"


@pytest.mark.slow
def test_the_notebook_runs_in_a_kernel(tmp_path):
    need("nbclient")
    need("ipykernel")
    code = (
        "import sys; sys.path.insert(0, 'scripts'); from run_notebook import PATH, executed;"
        " print(len(executed(PATH).cells))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) == len(cells())


@pytest.mark.slow
def test_the_site(tmp_path):
    """mkdocs warns of each link and anchor that leads nowhere, and --strict makes that a fault."""
    need("mkdocs")
    need("mkdocstrings")
    line = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    api = (tmp_path / "api.html").read_text(encoding="utf-8")
    assert 'id="orderode.integrate"' in api and 'id="orderode.Trajectory.plot"' in api
    assert 'id="orderode.commands.doors.simulate"' in api  # the function, not the package
    assert 'id="orderode.simulate' not in api and (tmp_path / "site.css").is_file()
    assert "orderode compare" in (tmp_path / "commands.html").read_text(encoding="utf-8")
    for page in set(tmp_path.glob("*.html")) - {tmp_path / "404.html"}:  # of a server
        text = page.read_text(encoding="utf-8")
        for link in re.findall(r'(?:href|src)="([^"#:?]+)(?:[#?][^"]*)?"', text):
            assert (page.parent / link).exists(), f"{page.name}: {link}"
        assert not re.search(r'(?:src|rel="stylesheet" href)="https?:', text), page.name

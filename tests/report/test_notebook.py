"""What a notebook shows: a figure and short text, registered by name and imported when shown."""

import base64
import importlib
import re
import subprocess
import sys
from types import SimpleNamespace

import pytest
from good_problem import GOOD_PROBLEM

import orderode
from orderode.report import notebook

PNG = b"\x89PNG\r\n\x1a\n"


def problem(**changes):
    return orderode.Problem(**GOOD_PROBLEM).with_changes(**changes)


def picture(html):
    (found,) = re.findall(r'src="data:image/png;base64,([^"]+)"', html)
    return base64.b64decode(found)


def test_a_trajectory():
    html = notebook.shown(orderode.integrate(problem()))
    assert html.startswith("<pre>&lt;Trajectory: K = ") and picture(html).startswith(PNG)
    assert len(html) < 100_000


def test_one_that_blows_up():
    found = orderode.integrate(problem(activation="linear", parameters={"eta_J": 50.0}))
    assert found.status != "ok"
    assert picture(notebook.shown(found)).startswith(PNG)


def test_a_comparison():
    found = orderode.compare(problem(simulation={"runs": 3, "N": 60}))
    html = notebook.shown(found)
    assert picture(html).startswith(PNG) and len(html) < 200_000
    assert "<summary>report</summary>" in html and "verdict" in html.partition("<details>")[2]


def test_every_result_with_a_figure_is_registered_by_its_name():
    known = {}
    formatter = SimpleNamespace(
        for_type_by_name=lambda module, name, f: known.update({(module, name): f})
    )
    shell = SimpleNamespace(display_formatter=SimpleNamespace(formatters={"text/html": formatter}))
    orderode.load_ipython_extension(shell)
    kinds = {getattr(importlib.import_module(module), name) for module, name in known}
    assert kinds == set(notebook.FIGURES)
    for kind in kinds:
        assert callable(notebook._drawing(kind))
    (f,) = set(known.values())
    assert f(orderode.integrate(problem())).startswith("<pre>")


def test_outside_notebooks_nothing_is_imported():
    code = "import sys, orderode; print('matplotlib' in sys.modules, 'IPython' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_in_ipython():
    pytest.importorskip("IPython", reason="IPython is not installed (pip install ipython)")
    code = """
import IPython.testing.globalipapp as app
shell = app.start_ipython()
import orderode
from orderode.theory.integrate import Trajectory
print(shell.display_formatter.formatters["text/html"].lookup_by_type(Trajectory).__name__)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("_as_html")

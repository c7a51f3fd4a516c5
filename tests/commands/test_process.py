"""The command as a process, and the package as it is imported."""

import json
import math
import os
import subprocess
import sys
from pathlib import Path

import pytest
from good_problem import GOOD

import orderode


def process(folder, *arguments):
    command = [sys.executable, "-m", "orderode.cli", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "code, modules",
    [
        ("import orderode", "numpy scipy matplotlib"),
        ("from orderode.cli import main; main(['--help'], standalone_mode=False)", "numpy scipy"),
        (
            "from orderode.cli import main; main(['rhs', 'good.toml'], standalone_mode=False)",
            "scipy",
        ),
    ],
)
def test_a_start_loads_no_numbers(folder, code, modules):
    """What is not asked for is not imported: numpy alone takes longer than all the rest of it."""
    code += f"; import sys; sys.exit(bool({set(modules.split())} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=folder, check=False).returncode == 0


@pytest.mark.parametrize(("given", "seen"), [(None, "1"), ("3", "3")])
def test_matrices_take_one_thread(given, seen):
    """Said before numpy is loaded, which reads it then; what a user chose is kept."""
    code = """if True:
        import os, sys
        from orderode.cli import main
        main(["--version"], standalone_mode=False)
        print("numpy" in sys.modules, os.environ["OPENBLAS_NUM_THREADS"])
    """
    of = {name: x for name, x in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    of |= {} if given is None else {"OPENBLAS_NUM_THREADS": given}
    done = subprocess.run(
        [sys.executable, "-c", code], env=of, capture_output=True, text=True, check=True
    )
    assert done.stdout.split()[-2:] == ["False", seen]


def test_public_names_are_there():
    """Each is found where it is said to be; functions stay functions beside packages of their
    name."""
    for name in orderode.__all__:
        assert getattr(orderode, name) is not None and name in dir(orderode)
    code = "import orderode.simulate, orderode.derive, orderode; assert callable(orderode.derive)"
    code += "; assert callable(orderode.simulate); from orderode import *; load_problem"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = orderode.nothing


def test_exit_status_of_the_process(folder):
    done = process(folder, "rhs", "good.toml")
    assert (done.returncode, done.stderr) == (0, "") and math.isfinite(
        json.loads(done.stdout)["eps_g"]
    )
    Path("bad.toml").write_text(GOOD.replace("K = 2", "K = 0"))
    done = process(folder, "rhs", "bad.toml")
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr == "orderode: bad.toml: K = 0; accepted: an integer >= 1 and <= 1000\n"


def test_shells_complete_commands():
    """By what docs/problem-files.md says: the words that a shell asks for."""

    command = Path(sys.executable).with_name("orderode")
    asked = {
        "_ORDERODE_COMPLETE": "bash_complete",
        "COMP_WORDS": "orderode integ",
        "COMP_CWORD": "1",
    }
    done = subprocess.run(
        [command], env=os.environ | asked, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["plain,integrate"]

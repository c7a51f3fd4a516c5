"""Problem files that hold or ask for too much are refused at once, by key, in a line that can be read."""

import time

import click.testing
import pytest

from orderode.cli import main

HEAD = 'model = "sgd"\nactivation = "erf"\nK = 1\nM = 1\n'
REST = "[parameters]\neta_J = 1.0\nV = 1\n[overlaps]\nT = [1.0]\nQ = 0.5\nR = [[0.1]]\n"
RUN = "[run]\nalpha_end = 1.0\n[simulation]\nN = 100\nruns = 2\n"
FILES = {
    "deep keys": HEAD + "a." * 20_000 + "b = 1\n" + REST,
    "deep lists": HEAD + REST.replace("[[0.1]]", "[" * 20_000 + "]" * 20_000),
    "an array of 5 MB": HEAD + REST.replace("[[0.1]]", "[[" + "0.12, " * 900_000 + "]]"),
    "a long array": HEAD + REST.replace("[[0.1]]", "[[" + "0.12, " * 60_000 + "]]"),
    "a large second simulation": HEAD.replace("sgd", "fo_anil")
    + REST.replace("V = 1", "eta_w = 1.0\nP = 5\nV = 5")
    + RUN
    + "beside = { P = 9007199254740991, V = 5 }\n",
}
#: What the line says, beside what is accepted.
SAID = {
    "deep keys": "line 5 has a key with more than",
    "deep lists": "not TOML",
    "an array of 5 MB": "it has 5.4 MB, of at most",
    "a long array": "overlaps.R = [[0.12, ",
    "a large second simulation": "simulation.beside.P = 9007199254740991: the simulation needs",
}


@pytest.mark.parametrize("name", FILES)
def test_it_is_refused_in_a_short_line(name, tmp_path):
    file = tmp_path / "problem.toml"
    file.write_text(FILES[name], encoding="utf-8")
    command = "compare" if "simulation" in name else "rhs"
    words = [command, str(file)]
    if command == "compare":
        words += ["--out", str(tmp_path / "out")]
    start = time.process_time()
    done = click.testing.CliRunner().invoke(main, words)
    assert time.process_time() - start < 5
    assert done.exit_code == 2 and len(done.output) < 600, done.output[:1000]
    assert isinstance(done.exception, SystemExit) and SAID[name] in done.output, done.output

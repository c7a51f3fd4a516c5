"""What is refused exits with status 2, says why in one line and leaves no file behind."""

import json
import shutil
from pathlib import Path

import pytest
from command_line import good, listing, refused, run
from good_problem import GOOD

COMMANDS = {
    "rhs": [],
    "integrate": ["--out", "made.json"],
    "simulate": ["--out", "made.npz"],
    "compare": ["--out", "made"],
    "drift": ["--tasks", "100"],
    "draw": ["--out", "made.png"],
    "steady": ["--out", "made"],
    "sensitivity": ["--out", "made"],
}


BROKEN = [
    ("K = 2", "k = 2", "k = 2: unknown key, did you mean K?"),
    ("eta_J = 4.0", "eta_j = 4.0", "parameters.eta_j = 4.0: unknown key, did you mean eta_J?"),
    ("K = 2", 'K = "2"', "K = '2'; accepted: an integer >= 1"),
    ("K = 2", "K = 0", "K = 0; accepted: an integer >= 1"),
    (
        "T = [1.0, 2.0]",
        "T = [[1.0, 0.1], [0.2, 1.0]]",
        "overlaps.T = [[1.0, 0.1], [0.2, 1.0]]: not symmetric",
    ),
    ("T = [1.0, 2.0]", "T = [1.0, -2.0]", "overlaps.T = [1.0, -2.0]: indefinite"),
    ("{ N = 20, seed = 1 }", "[[9.0, 0.0], [0.0, 0.0]]", "[[Q, R], [R^T, T]] has the eigenvalue"),
    ("N = 100", "N = 5", "simulation.N = 5; accepted: an integer >= 2 K + M = 6"),
    ("eta_w = 3.0", "eta_w = -3.0", "parameters.eta_w = -3.0; accepted: a finite number >= 0"),
    ("eta_w = 3.0", "eta_w = nan", "parameters.eta_w = nan; accepted: a finite number >= 0"),
    ("Q = 0.5", "Q = nan", "overlaps.Q = nan"),
    ("V = 20", "V = 0", "parameters.V = 0; accepted: an integer >= 1, or inf"),
]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("old", "new", "words"), BROKEN)
def test_broken_problems(folder, command, old, new, words):
    assert GOOD.count(old) == 1
    Path("broken.toml").write_text(GOOD.replace(old, new))
    message = refused(folder, command, "broken.toml", *COMMANDS[command])
    assert message.startswith("broken.toml: ") and words in message and "accepted: " in message
    assert "\n" not in message


@pytest.mark.parametrize("command", COMMANDS)
def test_files_that_are_not_problems(folder, command):
    message = refused(folder, command, "nowhere.toml", *COMMANDS[command])
    assert (
        message
        == "nowhere.toml: No such file or directory; accepted: a problem file: TOML in UTF-8"
    )
    Path("noise.toml").write_bytes(b"\xff\xfe\x00")
    assert "noise.toml: line 1 is not UTF-8" in refused(
        folder, command, "noise.toml", *COMMANDS[command]
    )
    Path("text.toml").write_text("K == 3")
    assert "text.toml: not TOML" in refused(folder, command, "text.toml", *COMMANDS[command])
    assert "a problem file" in refused(folder, command, ".", *COMMANDS[command])


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("old", "new"), [('"fo_anil"', '"maml"'), ('"erf"', '"swish"')])
def test_unknown_models_and_activations(folder, command, old, new):
    Path("other.toml").write_text(GOOD.replace(old, new))
    message = refused(folder, command, "other.toml", *COMMANDS[command])
    assert new.strip('"') in message and "\n" not in message


@pytest.mark.parametrize("command", [x for x in COMMANDS if x != "simulate"])
def test_the_theory_of_a_finite_support_set(folder, command):
    Path("finite.toml").write_text(
        GOOD.replace("P = inf", "P = 100").replace('"fo_anil"', '"anil"')
    )
    message = refused(folder, command, "finite.toml", *COMMANDS[command])
    assert (
        "anil at P = 100 is not available" in message
        and "write P = inf into [parameters]" in message
    )


def test_a_finite_support_set_is_simulated(folder):
    Path("finite.toml").write_text(
        GOOD.replace("P = inf", "P = 3").replace("alpha_end = 1.0", "alpha_end = 0.2")
    )
    assert good("simulate", "finite.toml", "--out", "made.json").startswith("3 runs, 0 failed")


@pytest.mark.parametrize("command", ["integrate", "simulate", "compare", "draw"])
def test_missing_run(folder, command):
    Path("short.toml").write_text(GOOD[: GOOD.index("[run]")])
    message = refused(folder, command, "short.toml", *COMMANDS[command])
    assert message.startswith(
        "short.toml: [run] is missing: needed to integrate; accepted: a table such as\n\n[run]\n"
    )


@pytest.mark.parametrize("command", ["simulate", "compare"])
def test_missing_simulation(folder, command):
    Path("short.toml").write_text(GOOD[: GOOD.index("[simulation]")])
    message = refused(folder, command, "short.toml", *COMMANDS[command])
    assert message.startswith(
        "short.toml: [simulation] is missing: needed to simulate; accepted: a table such as"
    )


@pytest.mark.parametrize("command", ["simulate", "compare"])
def test_an_infinite_query_set_cannot_be_simulated(folder, command):
    Path("inf.toml").write_text(GOOD.replace("V = 20", "V = inf"))
    message = refused(folder, command, "inf.toml", *COMMANDS[command])
    assert "V" in message and "inf" in message


def test_one_step_of_an_infinite_query_set_can_be_judged(folder):
    """What vanishes there is left out of the mean over the samples that are drawn."""
    Path("inf.toml").write_text(GOOD.replace("V = 20", "V = inf"))
    assert good("drift", "inf.toml", "--tasks", "2000").endswith("agree\n")


@pytest.mark.parametrize(
    ("command", "out"),
    [
        ("integrate", "made.csv"),
        ("integrate", "made"),
        ("simulate", "made.toml"),
        ("simulate", ".json"),
    ]
    + [("draw", "made.svg"), ("draw", "made.json")],
)
def test_suffixes(folder, command, out):
    assert "a file name that ends in" in refused(folder, command, "good.toml", "--out", out)


def test_places_that_cannot_be_written(folder, monkeypatch):
    Path("file").write_text("")
    Path("folder.json").mkdir()
    assert "not a folder" in refused(folder, "integrate", "good.toml", "--out", "file/made.json")
    assert "not a folder" in refused(folder, "compare", "good.toml", "--out", "file")
    assert "a folder" in refused(folder, "simulate", "good.toml", "--out", "folder.json")


def test_the_place_is_checked_before_anything_is_computed(folder, monkeypatch):
    for name in ("theory.integrate.integrate", "certify.simulation.simulate"):
        monkeypatch.setattr(f"orderode.{name}", None)
    refused(folder, "integrate", "good.toml", "--out", "made.csv")
    refused(folder, "simulate", "good.toml", "--out", "made.csv")
    refused(folder, "draw", "good.toml", "--out", "made.csv")
    Path("file").write_text("")
    refused(folder, "compare", "good.toml", "--out", "file")


def test_an_old_result_survives_a_failure(folder):
    good("integrate", "good.toml", "--out", "theory.json")
    before = Path("theory.json").read_bytes()
    Path("good.toml").write_text(GOOD.replace("K = 2", "K = 0"))
    refused(folder, "integrate", "good.toml", "--out", "theory.json")
    assert Path("theory.json").read_bytes() == before


CODE = "__import__('pathlib').Path('touched').touch()"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", ['"fo_anil"', '"erf"'])
def test_strings_are_never_evaluated(folder, command, name):
    Path("evil.toml").write_text(GOOD.replace(name, f'"{CODE}"'))
    assert "a name in quotes" in refused(folder, command, "evil.toml", *COMMANDS[command])


@pytest.mark.parametrize(
    "place", ["K = 2", "eta_J = 4.0", "Q = 0.5", "alpha_end = 1.0", "runs = 3"]
)
def test_numbers_are_never_evaluated(folder, place):
    Path("evil.toml").write_text(GOOD.replace(place, f'{place.split(" = ")[0]} = "{CODE}"'))
    assert "accepted: " in refused(folder, "simulate", "evil.toml", "--out", "made.json")


@pytest.mark.parametrize(
    "model", ["nope", CODE, "../generated/latex/fo_anil", "fo_anil/../fo_anil", ""]
)
def test_equations_of_an_unknown_model(folder, model):
    message = refused(folder, "equations", model)
    assert "is not available" in message and "orderode models" in message


@pytest.mark.parametrize(
    "arguments",
    [["compare", "good.toml"], ["rhs", "good.toml", "--backend", "fortran"], ["rhs"], ["nothing"]]
    + [
        ["drift", "good.toml", "--tasks", "1"],
        ["drift", "good.toml", "--seed", "-1"],
        ["draw", "--out", "x.png"],
    ],
)
def test_usage(folder, arguments):
    code, out, err = run(*arguments)
    assert code == 2 and out == "" and "Error: " in err and listing(folder) == ["good.toml"]


@pytest.mark.skipif(shutil.which("false") is None, reason="no command false")
@pytest.mark.parametrize("command", [x for x in COMMANDS if x not in ("simulate", "drift")])
def test_a_compiler_that_fails(folder, command, monkeypatch):
    monkeypatch.setenv("CC", "false")
    monkeypatch.setenv("ORDERODE_CACHE", str(folder / "cache"))
    (folder / "cache").mkdir()
    arguments = [command, "good.toml", *COMMANDS[command]]
    assert "false failed on fo_anil.c" in refused(folder, *arguments, "--backend", "c")
    if command == "rhs":
        code, out, _ = run(*arguments)  # that numpy is slower is said once in a process
        assert (code, json.loads(out)["provenance"]["backend"]) == (0, "numpy")

"""Problem files of fixed points with some hundred faults put in: each is read, or refused by key,
value and remedy."""

import datetime
import random

import numpy as np
import pytest
from click.testing import CliRunner

import orderode
from orderode.cli import main
from orderode.errors import OrderodeError, ProblemError

SEED, COUNT = 20240207, 600
BASES = [
    {
        "model": "srf",
        "activation": "erf",
        "target": "sign",
        "parameters": {
            "alpha": [1.0, 2.0],
            "beta": 1.5,
            "lambda": 0.1,
            "u": [1.5, -1.0],
            "gamma": 0.8,
        }
        | {"c": 1.0, "fractions": [0.25, 0.75], "noise": 0.1, "finite_d": 300.0},
        "simulation": {"d": 60, "seeds": 3, "seed": 5},
    },
    {
        "model": "one_step",
        "activation": "tanh",
        "target": "sin",
        "parameters": {
            "alpha": 2.0,
            "beta": 1.5,
            "lambda": "optimal",
            "alpha0": 2.0,
            "eta": 2.0,
            "level": 1,
        },
        "simulation": {"d": 60},
    },
]
VALUES = [
    datetime.date(2020, 1, 1),
    datetime.datetime(2020, 1, 1, 12, 0, 0),
    datetime.time(12),
    np.array([1.0, 2.0]),
    np.array(["a"]),
    np.array([[1.0, 2.0], [3.0, 4.0]]),
    np.float64(1.5),
    np.datetime64("2020-01-01"),
    {},
    {"a": 1},
    {"lambda": {"a": []}},
    [],
    [[]],
    [[1.0], [2.0]],
    [{}],
    [datetime.date(2020, 1, 1)],
    [1.0, "a"],
    [True],
    (0.5, 0.5),
    {1.0, 2.0},
    range(1, 3),
    b"erf",
    "",
    "erf",
    "a" * 100_000,
    "1.0",
    None,
    True,
    0,
    -1,
    2**70,
    10**400,
    1e308,
    1e200,
    5e-324,
    -0.0,
    float("nan"),
    float("inf"),
    [1e308, 1e308],
    [float("nan")] * 2,
    list(range(20_000)),
    1 + 2j,
    object(),
    len,
]


def mutated(random, value):
    """One change somewhere in a nested mapping: another value, one key less, one more, or another
    name."""
    keys = list(value)
    key = random.choice(keys)
    if isinstance(value[key], dict) and random.random() < 0.8:
        return {**value, key: mutated(random, value[key])}
    kind = random.randrange(8)
    if kind == 0:
        return {k: v for k, v in value.items() if k != key}
    if kind == 1:
        return {
            **value,
            random.choice(["d", "alpha", "lambda_", "", "é", 3, None, ("u",)]): random.choice(
                VALUES
            ),
        }
    if kind == 2:
        return {(k.upper() if k == key else k): v for k, v in value.items()}
    if kind == 3 and isinstance(value[key], list):
        changed = list(value[key])
        changed[random.randrange(len(changed))] = random.choice(VALUES)
        return {**value, key: changed}
    return {**value, key: random.choice(VALUES)}


def read(content):
    """True where the content is a problem with numbers for its solver, False where it is refused in
    words."""
    try:
        problem = orderode.load_problem(content)
    except OrderodeError as error:
        text = str(error)
        assert len(text) < 1500 and (isinstance(error, ProblemError) or "not available" in text), (
            text
        )
        return False
    alpha = np.array(problem.alpha)
    ridge = np.full(len(alpha), 0.1 if problem.ridge == "optimal" else problem.ridge)
    assert all(np.isfinite(x).all() for x in problem.solver_parameters(alpha, ridge).values()), (
        content
    )
    return True


def test_every_fault_is_named():
    chance = random.Random(SEED)
    good = 0
    for _ in range(COUNT):
        content = chance.choice(BASES)
        for _ in range(chance.choice([1, 1, 1, 2, 3])):
            content = mutated(chance, content)
        good += read(content)
    assert 0 < good < COUNT / 2


@pytest.mark.parametrize("base", BASES, ids=lambda b: b["model"])
def test_every_key_with_every_value(base):
    for value in VALUES:
        for key, old in base.items():
            read({**base, key: value})
            for inner in old if isinstance(old, dict) else ():
                read({**base, key: {**old, inner: value}})


TABLES = [
    ("alpha = 2020-01-01", "parameters.alpha = 2020-01-01"),
    ("u = 12:00:00", "parameters.u = 12:00:00"),
    ("c = { a = 1 }", "parameters.c = { a = 1 }"),
    ("fractions = [2020-01-01T00:00:00]", "parameters.fractions = [2020-01-01T00:00:00]"),
    ("gamma = []", "parameters.gamma = []"),
]
HEAD = 'model = "srf"\nactivation = "erf"\ntarget = "sign"\n'
GIVEN = {"alpha": "1.0", "beta": "1.5", "lambda": "0.1", "u": "1.5", "gamma": "0.8"}


@pytest.mark.parametrize("command", ["solve", "simulate", "compare", "rhs"])
def test_commands_refuse_without_a_traceback(command, tmp_path):
    """Dates and tables of the wrong kind, from files, through the commands."""
    file, out = tmp_path / "p.toml", tmp_path / ("out" if command == "compare" else "out.json")
    options = [] if command == "rhs" else ["--out", str(out)]
    texts = [("parameters = 3", "parameters = 3"), ("[[parameters]]\nalpha = 1", "parameters = [")]
    for line, words in TABLES:
        given = GIVEN | {line.split(" = ")[0]: line.split(" = ", 1)[1]}
        texts.append(("[parameters]\n" + "\n".join(f"{k} = {v}" for k, v in given.items()), words))
    for text, words in texts:
        file.write_text(HEAD + text, encoding="utf-8")
        done = CliRunner().invoke(main, [command, str(file), *options])
        assert done.exit_code == 2 and isinstance(done.exception, SystemExit), done.exception
        assert (words in done.output and "accepted: " in done.output) or command == "rhs", (
            done.output
        )


@pytest.mark.parametrize("change", [{"d": 100_000}, {"d": 20_000, "seeds": 10**6}])
def test_simulations_out_of_reach_are_refused_before_they_start(change):
    """By memory, and by work."""
    big = {**BASES[0], "simulation": change}
    with pytest.raises(ProblemError, match=r"simulation\.(d|seeds) = .* accepted: "):
        orderode.simulate(orderode.load_problem(big), "numpy")
    orderode.solve(orderode.load_problem(big), "numpy")  # the theory needs no room

"""Functions of arrays of any namespace: the numbers of the numpy modules, and in JAX compiled,
vectorised and differentiated ones."""

import importlib.util
import math
import re
import sys
from pathlib import Path

import numpy as np
import pytest
from any_arrays import FLOWS, given, module
from generated_c import run

import orderode
from orderode.models.catalogue import GENERATED

CASES = [(), ("V",), ("P",), ("P", "V")]
ROOT = Path(__file__).resolve().parents[2]


def needs(name, how):
    there = importlib.util.find_spec(name)
    return pytest.mark.skipif(not there, reason=f"{name} is not installed (pip install {how})")


needs_jax = needs("jax", "jax diffrax")
needs_diffrax = needs("diffrax", "jax diffrax")
needs_torch = needs("torch", "torch")


def cases():
    """Each system at each kind of numbers of samples that it has equations for."""
    found = []
    for name in FLOWS:
        fields = module("numpy", name).Parameters._fields
        for finite in CASES:
            if set(finite) <= set(fields):
                found.append((name, finite))
    return found


def close(found, wanted, accuracy=1e-12):
    assert np.shape(found) == np.shape(wanted)
    assert np.isfinite(wanted).all()
    assert np.abs(found - wanted).max() <= accuracy * np.abs(wanted).max()


def all_values(made, state, T, values, *namespace):
    parameters = made.Parameters(**values)
    names = [n for n in vars(made) if n.startswith("eps_")]
    found = [*made.rhs(*state, T, parameters, *namespace)]
    return found + [getattr(made, n)(*state, T, parameters, *namespace) for n in sorted(names)]


@pytest.mark.parametrize(("name", "finite"), cases())
def test_numbers_of_the_numpy_module(name, finite):
    state, T, values = given(name, finite, seed=1, kurtosis=len(finite) == 1)
    wanted = all_values(module("numpy", name), state, T, values)
    found = all_values(module("arrays", name), state, T, values, np)
    assert len(found) == len(wanted) > len(state)
    for x, y in zip(found, wanted, strict=True):
        close(x, y)


@pytest.mark.parametrize("name", FLOWS)
def test_flat_states(name):
    state, _, _ = given(name, (), seed=2)
    ours, theirs = module("arrays", name), module("numpy", name)
    flat = ours.pack(*state, np)
    assert np.array_equal(flat, theirs.pack(*state))
    sizes = (3, 2, 2) if state[0].ndim == 4 else (3, 2)
    for x, y in zip(ours.unpack(flat, *sizes), state, strict=True):
        assert np.array_equal(x, y)


class Stone(np.ndarray):
    """An array that is never written to, and whose values nobody sees."""

    def __setitem__(self, at, value):
        raise AssertionError("written in place")

    def __bool__(self):
        raise AssertionError("a branch on values")

    def __float__(self):
        raise AssertionError("a value seen")

    __iadd__ = __isub__ = __imul__ = __itruediv__ = __setitem__


class Stones:
    """numpy as a namespace of such arrays."""

    __name__ = "numpy"

    def __getattr__(self, name):
        function = getattr(np, name)

        def called(*arguments, **options):
            found = function(*arguments, **options)
            return found.view(Stone) if isinstance(found, np.ndarray) else found

        return called


@pytest.mark.parametrize(("name", "finite"), cases())
def test_nothing_in_place_and_no_look_at_values(name, finite):
    state, T, values = given(name, finite, seed=5)
    whole = ("inner_steps", "first_order")  # numbers of Python

    def stone(name, value):
        keep = value is None or name in whole or (np.ndim(value) == 0 and np.isinf(value))
        return value if keep else np.asarray(value).view(Stone)

    values = {name: stone(name, value) for name, value in values.items()}
    for x in all_values(module("arrays", name), state, T, values, Stones()):
        assert isinstance(x, Stone) and np.isfinite(x.view(np.ndarray)).all()
    text = (GENERATED / "arrays" / f"{name}.py").read_text(encoding="utf-8")
    slopes = text[text.index("\ndef rhs(") :]
    assert not re.search(r"^[^#\n]*(\] = |\bnp\.\w|errstate|[-+*/]= )", slopes, re.M)


def test_nodes_are_asked_for():
    state, T, values = given("fo_anil", ("P", "V"), seed=3)
    made = module("arrays", "fo_anil")
    without = values | {"nodes": None, "weights": None}
    with pytest.raises(ValueError, match="arrays of length 0, will do where w0 is zero"):
        made.rhs(*state, T, made.Parameters(**without), np)
    usual = without | {"mean": np.zeros(2), "cov": np.eye(2)}
    start = (*state[:2], np.zeros_like(state[2]))
    wanted = module("numpy", "fo_anil")
    expected = wanted.rhs(*start, T, wanted.Parameters(**usual))
    usual |= {"nodes": np.zeros((0, 5)), "weights": np.zeros(0)}
    for x, y in zip(made.rhs(*start, T, made.Parameters(**usual), np), expected, strict=True):
        assert np.abs(x - y).max() <= 1e-12 * np.abs(expected[1]).max()


@pytest.mark.slow
@needs_jax
@pytest.mark.parametrize("name", ["sgd", "fo_anil", "sgd_relu", "dropout", "structured_sgd"])
def test_compiled_and_vectorised_by_jax(name):
    import jax
    import jax.numpy as jnp

    with jax.enable_x64(True):
        for finite in [c for c in cases() if c[0] == name and len(c[1]) < 2]:
            state, T, values = given(name, finite[1], seed=4, batch=3)
            made, theirs = module("arrays", name), module("numpy", name)
            parameters = made.Parameters(**values)
            wanted = theirs.rhs(*state, T, theirs.Parameters(**values))

            def slopes(*arguments, made=made, parameters=parameters):
                return made.rhs(*arguments, parameters, jnp)

            for x, y in zip(jax.jit(slopes)(*state, T), wanted, strict=True):
                close(np.asarray(x), y)
            one_by_one = jax.jit(jax.vmap(slopes, in_axes=-1, out_axes=-1))
            for x, y in zip(one_by_one(*state, T), wanted, strict=True):
                close(np.asarray(x), y)


def central(function, at, step=1e-3):
    """The derivative by differences of fourth order: off by step^4 times a fifth derivative of
    order one, and by rounding over step."""
    values = [float(function(at + n * step)) for n in (-2, -1, 1, 2)]
    return (values[0] - 8 * values[1] + 8 * values[2] - values[3]) / (12 * step)


@pytest.mark.slow
@needs_jax
@pytest.mark.parametrize("P", [math.inf, 20.0])
def test_gradient_through_a_trajectory(P):
    """d eps_g(alpha)/d eta_J of fo_anil by JAX, through steps of Runge and Kutta, against
    differences of the same steps in numpy."""
    import jax
    import jax.numpy as jnp

    made = module("arrays", "fo_anil")
    T, Q, R = np.eye(2), 0.3 * np.eye(2), np.array([[0.1, 0.02], [0.01, 0.12]])

    def error(eta_J, xp):
        p = made.Parameters(eta_J=eta_J, eta_w=2.0, P=P)
        state = (xp.asarray(R), xp.asarray(Q), xp.zeros(2))
        h = 0.5

        def moved(by, k):
            return tuple(x + by * dx for x, dx in zip(state, k, strict=True))

        for _ in range(2):
            a = made.rhs(*state, T, p, xp)
            b = made.rhs(*moved(h / 2, a), T, p, xp)
            c = made.rhs(*moved(h / 2, b), T, p, xp)
            d = made.rhs(*moved(h, c), T, p, xp)
            mean = [(x + 2 * y + 2 * z + u) / 6 for x, y, z, u in zip(a, b, c, d, strict=True)]
            state = moved(h, mean)
        return made.eps_g(*state, T, p, xp)

    with jax.enable_x64(True):
        found = float(jax.jit(jax.grad(lambda eta: error(eta, jnp)))(1.5))
    wanted = central(lambda eta: error(eta, np), 1.5)
    assert abs(found - wanted) < 1e-9 * max(1.0, abs(wanted))


@pytest.mark.slow
@needs_jax
def test_gradient_at_few_shots():
    """Of the slopes at finite P and V in the inner rate: no NaN from elements that are not read."""
    import jax
    import jax.numpy as jnp

    made = module("arrays", "fo_anil")
    state, T, values = given("fo_anil", ("P", "V"), seed=6, K=2, M=2, batch=1)
    few = {name: values[name][:9] for name in ("nodes", "weights")}

    def size(eta_w, xp):
        p = made.Parameters(**(values | few | {"eta_w": eta_w}))
        return sum(xp.sum(x * x) for x in made.rhs(*state, T, p, xp))

    with jax.enable_x64(True):
        found = float(jax.jit(jax.grad(lambda eta: size(eta, jnp)))(0.7))
    wanted = central(lambda eta: size(eta, np), 0.7)
    assert abs(found - wanted) < 1e-9 * max(1.0, abs(wanted))


@pytest.mark.slow
@needs_diffrax
def test_the_example_in_jax():
    """Its errors and slopes in eta_J are those of the solver of C or numpy."""
    rows = run(sys.executable, ROOT / "examples" / "jax" / "gradient.py").splitlines()
    R = [[0.1, -0.05, 0.2], [0.03, 0.15, -0.1], [-0.08, 0.02, 0.12]]
    problem = orderode.Problem(
        model="fo_anil",
        activation="erf",
        K=3,
        M=3,
        parameters={"eta_J": 1.0, "eta_w": 4.0, "P": math.inf, "V": math.inf},
        overlaps={"T": np.diag([1.0, 2.0, 3.0]), "Q": 0.5 * np.eye(3), "R": R},
        run={"alpha_end": 5.0, "points": 2, "rtol": 1e-12, "atol": 1e-14},
    )

    def error(eta_J):
        changed = problem.with_changes(parameters={"eta_J": eta_J})
        return orderode.integrate(changed).eps_g[-1]

    assert len(rows) == 3
    for row in rows:
        eta_J, eps_g, slope = map(float, row.split())
        assert abs(eps_g / error(eta_J) - 1) < 1e-8  # the example's rtol is 1e-10 a step
        wanted = central(error, eta_J)
        assert abs(slope - wanted) < 1e-6 * max(abs(wanted), 1e-3)


@pytest.mark.slow
@needs_torch
@pytest.mark.parametrize("name", ["sgd", "sgd_tanh", "fo_anil", "structured_sgd"])
def test_numbers_and_a_gradient_by_pytorch(name):
    import torch

    finite = ("V",)
    state, T, values = given(name, finite, seed=7, batch=3)
    made, theirs = module("arrays", name), module("numpy", name)

    def tensor(value):
        return torch.as_tensor(value) if isinstance(value, np.ndarray) else value

    tensors = {key: tensor(value) for key, value in values.items()}

    def slopes(eta_J):
        p = made.Parameters(**(tensors | {"eta_J": eta_J}))
        return made.rhs(*map(tensor, state), tensor(T), p, torch)

    wanted = theirs.rhs(*state, T, theirs.Parameters(**values))
    for x, y in zip(slopes(values["eta_J"]), wanted, strict=True):
        close(x.numpy(), y)
    eta_J = torch.tensor(0.5, dtype=torch.float64, requires_grad=True)
    slopes(eta_J)[1].sum().backward()

    def total(eta):
        p = theirs.Parameters(**(values | {"eta_J": eta}))
        return theirs.rhs(*state, T, p)[1].sum()

    difference = (total(0.6) - total(0.4)) / 0.2  # dQ is of second order in eta_J
    assert abs(float(eta_J.grad) - difference) < 1e-10 * abs(difference)

"""The flat state as the manifest says it lies, for the order parameters there are and for others."""

import pickle
from copy import deepcopy
from dataclasses import replace

import numpy as np
import pytest

from orderode.models.catalogue import GENERATED, catalogue, entry
from orderode.models.data import stated
from orderode.models.manifest import MEASURED, Shaped
from orderode.solvers.base import Solution
from orderode.solvers.layout import Layout, State, counted, layout
from orderode.solvers.numpy import load_module

#: None of ours: the symmetric one first, and one over M x K.
OTHERS = (Shaped("S", ("M", "M"), True), Shaped("A", ("M", "K"), False), Shaped("b", ("K",), False))


def test_all_systems_have_what_problems_start_from():
    """And after it, where tasks of a set have heads of their own, these."""
    for e in catalogue():
        assert tuple(x.name for x in e.state[:3]) == MEASURED, e.name
        for x, y in zip(e.state, catalogue()[0].state, strict=False):
            blocks = x.shape[: len(x.shape) - len(y.shape)]
            assert replace(x, shape=x.shape[len(blocks) :]) == y
            assert blocks == (("blocks",) if "shares" in e.arrays and x.name != "w0" else ())
        assert tuple(x.name for x in e.state[2:]) == stated(e.model).heads


@pytest.mark.parametrize("system", ["sgd", "fo_anil_linear", "structured_sgd"])
def test_it_is_the_layout_of_the_emitted_code(system):
    """The generated module packs by a layout of its own."""
    generated = load_module(system, GENERATED)
    rng = np.random.default_rng(3)
    state = entry(system).state
    counts = (4, 3, 2) if system == "structured_sgd" else (4, 3)
    flat = rng.standard_normal(Layout(state, *counts).size)
    ours = layout(state, *counts).unpack(flat)
    for a, b in zip(generated.unpack(flat, *counts), ours, strict=True):
        np.testing.assert_array_equal(a, b)
    np.testing.assert_array_equal(generated.pack(*ours), flat)


def test_a_state():
    R, Q, w0, v0 = np.zeros((3, 2, 1)), np.ones((3, 2, 2)), np.zeros((3, 2)), np.arange(6.0)
    state = State(R, Q, w0, v0=v0.reshape(3, 2))
    assert state.names == ("R", "Q", "w0", "v0") and len(state) == 4
    assert [x.shape for x in state.at(1)] == [(2, 1), (2, 2), (2,), (2,)]
    assert [x.v0.tolist() for x in state.each()] == [[0, 1], [2, 3], [4, 5]]
    for again in (State.stack(state.each()), pickle.loads(pickle.dumps(state)), deepcopy(state)):
        assert again.names == state.names
        for a, b in zip(again, state, strict=True):
            np.testing.assert_array_equal(a, b)
    assert state.replace(w0=w0 + 1).w0[0, 0] == 1 and state.w0[0, 0] == 0
    assert state.only(("Q", "R")).names == ("Q", "R")
    with pytest.raises(AttributeError, match="a state of R, Q, w0, v0 has no u0"):
        state.u0  # noqa: B018
    with pytest.raises(AttributeError, match="replace"):
        state.w0 = w0
    with pytest.raises(TypeError, match="beyond R, Q, w0"):
        State(R, Q, w0, v0)


def test_what_holds_states_survives_a_copy():
    solution = Solution(State(*(np.zeros(2),) * 3), "ok", 1, 0.0)
    for again in (pickle.loads(pickle.dumps(solution)), deepcopy(solution)):
        assert again.w0.shape == (2,) and again.status == "ok"


@pytest.fixture
def other():
    """Three arrays of another kind of state."""
    return Layout(OTHERS, K=2, M=3)


def test_another_state_needs_no_other_code(other):
    rng = np.random.default_rng(5)
    S = rng.standard_normal((7, 3, 3))
    arrays = [S + np.swapaxes(S, 1, 2), rng.standard_normal((7, 3, 2)), rng.standard_normal((7, 2))]
    flat = other.pack(arrays)
    assert flat.shape == (7, other.size) == (7, 6 + 6 + 2)
    np.testing.assert_array_equal(flat[0, :6], arrays[0][0][np.triu_indices(3)])
    np.testing.assert_array_equal(flat[:, other.diagonal], np.einsum("nii->ni", arrays[0]))
    for a, b in zip(arrays, other.unpack(flat), strict=True):
        np.testing.assert_array_equal(a, b)
    assert counted(OTHERS, arrays) == (2, 3)
    assert counted(OTHERS, [arrays[0], arrays[1], arrays[2][:, :1]]) is None
    assert counted(OTHERS, [arrays[0][0, 0], arrays[1], arrays[2]]) is None


def test_a_covariance_over_another_state(other):
    """Of its blocks <x_i x_j> of random arrays: the second moment of the flat states."""
    rng = np.random.default_rng(6)
    S = rng.standard_normal((50, 3, 3))
    arrays = [
        S + np.swapaxes(S, 1, 2),
        rng.standard_normal((50, 3, 2)),
        rng.standard_normal((50, 2)),
    ]
    pairs = [(i, j) for i in range(3) for j in range(i, 3)]
    blocks = [np.tensordot(arrays[i], arrays[j], axes=(0, 0)) for i, j in pairs]
    assert [b.shape for b in blocks] == other.blocks
    flat = other.pack(arrays)
    np.testing.assert_allclose(other.covariance(blocks), flat.T @ flat, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("name", ["map", "items", "names"])
def test_an_order_parameter_that_would_be_hidden_is_refused(name):
    """``state.map`` is the method: nobody would see the array."""
    with pytest.raises(TypeError, match=f"an order parameter cannot be called {name}"):
        State(np.eye(2), **{name: np.zeros(2)})


def test_packing_takes_whole_numbers_and_many_states():
    """Lists, integers and states along axes in front, as doubles; what comes back is whole."""
    of = layout(OTHERS, 2, 3)
    S, A, b = [[1, 2, 3], [2, 4, 5], [3, 5, 6]], [[1, 2], [3, 4], [5, 6]], [7, 8]
    flat = of.pack([S, A, b])
    assert flat.dtype == float and flat.tolist() == [1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 7, 8]
    many = of.pack([np.stack([x, np.multiply(x, 2)]) for x in (S, A, b)])
    np.testing.assert_array_equal(many, [flat, 2 * flat])
    none = of.pack([np.zeros((0, *np.shape(x))) for x in (S, A, b)])
    assert none.shape == (0, len(flat)) and of.unpack(none).b.shape == (0, 2)
    for x, y in zip(of.unpack(many).at(1), (S, A, b), strict=True):
        np.testing.assert_array_equal(x, np.multiply(y, 2))

"""Order parameters as entries of a state: how they lie in the flat state, and what their blocks are called."""

import pytest

from orderode.derive.dynamics.fluctuations import blocks
from orderode.derive.dynamics.reading import read
from orderode.derive.dynamics.state import order_parameters
from orderode.derive.ir.roles import Default, Role
from orderode.derive.ir.system import Entry, Range, State
from orderode.derive.models import fo_anil
from orderode.derive.targets.c.state import layout

LEARNER, TEACHER = Range("lambda", ("K",)), Range("beta", ("M",))


def entry(name, *ranges, **kw):
    symmetric = ((0, 1),) if kw.pop("symmetric", False) else ()
    return Entry(name, ranges, f"the {name}", f"{name}_{{{{{{0}}}}}}", symmetric=symmetric, **kw)


#: Two symmetric matrices of overlaps and two vectors: more than any model has.
STATE = State(
    (
        entry("R", LEARNER, TEACHER, overlap=True, mark="R"),
        entry("Q", LEARNER, LEARNER, overlap=True, mark="Q", symmetric=True),
        entry("P", TEACHER, TEACHER, overlap=True, mark="P", symmetric=True),
        entry("w0", LEARNER, mark="w"),
        entry("v0", TEACHER, mark="v"),
    )
)


def value(text, K, M):
    """A size in C as a number, with the sum of all overlaps by its name."""
    sizes = {"K": K, "M": M, "overlaps": K * M + K * (K + 1) // 2 + M * (M + 1) // 2}
    return eval((text or "0").replace("(size_t)", "").replace("/", "//"), {}, sizes)


@pytest.mark.parametrize(("K", "M"), [(1, 1), (3, 2), (2, 5)])
def test_entries_lie_one_after_the_other(K, M):
    found = layout(STATE)
    sizes = [K * M, K * (K + 1) // 2, M * (M + 1) // 2, K, M]
    starts = [sum(sizes[:p]) for p in range(len(sizes))]
    assert [value(x["start"], K, M) for x in found["entries"]] == starts
    assert [value(x["offset"], K, M) for x in found["entries"]] == starts
    assert value(found["size"], K, M) == value(found["rest"], K, M) == sum(sizes)
    assert [x["name"] for x in found["entries"] if x["lengths"]] == ["Q", "P"]


def test_a_block_of_the_diffusion_for_each_pair_of_entries():
    names = list(blocks(STATE))
    assert len(names) == 15 and len(set(names)) == 15
    assert blocks(STATE)["DQP"] == "D^{{QP}}_{{{0}{1},{2}{3}}}"
    assert blocks(STATE)["Dww"] == "D^{{ww}}_{{{0}{1}}}"


def test_overlaps_come_first():
    with pytest.raises(ValueError, match="overlaps of a state come first"):
        State((STATE["w0"], STATE["R"]))


def test_the_state_of_a_model():
    state = order_parameters(read(fo_anil.MODEL))
    assert [(x.name, x.slope, x.packed, x.overlap) for x in state] == [
        ("R", "dR", False, True),
        ("Q", "dQ", True, True),
        ("w0", "dw0", False, False),
    ]
    assert state.slopes == ("dR", "dQ", "dw0")


def test_every_role_says_what_may_be_done_with_it():
    """Properties are of few roles each: a role that had all, or none to tell it by, would be a mistake."""
    properties = [name for name, x in vars(Role).items() if isinstance(x, property)]
    for name in properties:
        assert 1 <= sum(getattr(role, name) for role in Role) <= 2, name
    assert {d for d in Default if d.filled} == {Default.ZERO, Default.IDENTITY}

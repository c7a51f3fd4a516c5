"""Order parameters as entries of a state: how they lie in the flat state; and no rule reads the
letters of a name."""

import math
from dataclasses import replace
from functools import cache
from itertools import product

import numpy as np
import pytest
from evaluate_system import Direct, overlaps, system_of

from orderode.derive.dynamics.derive import derive
from orderode.derive.dynamics.kinds import range_marks
from orderode.derive.dynamics.reading import read
from orderode.derive.dynamics.state import order_parameters, state_of
from orderode.derive.gaussian.activations import ACTIVATIONS
from orderode.derive.ir.roles import Default, Role
from orderode.derive.ir.system import Entry, Range, State
from orderode.derive.language import (
    Adaptation,
    Descent,
    Head,
    Network,
    Observable,
    Samples,
    TaskVector,
    label_noise,
)
from orderode.derive.models import fo_anil, setting
from orderode.derive.targets.c.state import layout
from orderode.derive.targets.numpy.state import layout as in_numpy

LEARNER, TEACHER = Range("lambda", ("K",)), Range("beta", ("M",))


def entry(name, *ranges, **kw):
    symmetric = ((0, 1),) if kw.pop("symmetric", False) else ()
    return Entry(name, ranges, f"the {name}", symmetric=symmetric, **kw)


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


@pytest.mark.parametrize("batch", [(), (4,)])
def test_the_flat_state_of_numpy_gives_the_entries_back(batch):
    K, M, rng = 3, 2, np.random.default_rng(3)
    found = in_numpy(STATE)
    given = {}
    for x in STATE:
        shape = [{"K": K, "M": M}[r.parts[0]] for r in x.ranges]
        array = rng.standard_normal((*shape, *batch))
        given[x.name] = array + np.swapaxes(array, 0, 1) if x.packed else array
    names = given | {"np": np, "K": K, "M": M, "batch": batch}
    names["state"] = np.concatenate(eval(f"[{found['packed']}]", names))
    assert names["state"].shape == (K * M + K * (K + 1) // 2 + M * (M + 1) // 2 + K + M, *batch)
    for x in found["triangles"]:
        rows, columns = np.triu_indices(names[x["rows"]])
        names[x["name"]] = np.empty((names[x["rows"]],) * 2 + batch)
        names[x["name"]][rows, columns] = names[x["name"]][columns, rows] = eval(x["part"], names)
    for name, array in zip(given, eval(found["unpacked"], names), strict=True):
        assert np.array_equal(array, given[name]), name


def test_a_block_of_the_diffusion_for_each_pair_of_entries():
    names = list(STATE.blocks)
    assert len(names) == 15 and len(set(names)) == 15


def test_overlaps_come_first():
    with pytest.raises(ValueError, match="overlaps of a state come first"):
        State((STATE["w0"], STATE["R"]))


def test_the_state_of_a_model():
    state = state_of(order_parameters(read(fo_anil.MODEL)))
    assert [(x.name, x.slope, x.packed, x.overlap) for x in state] == [
        ("R", "dR", False, True),
        ("Q", "dQ", True, True),
        ("w0", "dw0", False, False),
    ]
    assert state.slopes == ("dR", "dQ", "dw0")


def test_every_role_says_what_may_be_done_with_it():
    """Properties are of few roles each: a role that had all, or none to tell it by, would be a
    mistake."""
    properties = [name for name, x in vars(Role).items() if isinstance(x, property)]
    for name in properties:
        assert 1 <= sum(getattr(role, name) for role in Role) <= 2, name
    assert {d for d in Default if d.filled} == {Default.CONSTANT, Default.DIAGONAL}


def renamed_fo_anil():
    """FO-ANIL with other names for all that an author may name: fields, weights, heads, task,
    samples, letters."""
    # "fields" begins with this, too
    learner = Network(field="f", weights="X", units="K", letters="xyzv")
    teacher = Network(field="fi", weights="Y", units="M", letters="tuqo")
    task, start = TaskVector("v", teacher), Head("s0", learner, rate=setting.eta_0)
    head = Head("omega", learner)
    support, query = (
        Samples("chi", size="P", meaning="support set"),
        Samples("tau", size="V", meaning="query set"),
    )

    def loss(head, samples):
        noise = label_noise(setting.noise, samples)
        return (learner.output(head, samples) - teacher.output(task, samples) - noise) ** 2 / 2

    def error(head, samples):
        return (learner.output(head, samples) - teacher.output(task, samples)) ** 2 / 2

    return replace(
        fo_anil.MODEL,
        learner=learner,
        teacher=teacher,
        task=task,
        start=start,
        adaptation=Adaptation(head, start, setting.eta_w, loss, support, "inner_steps"),
        outer=Descent(learner, head, setting.eta_J, loss, query, setting.decay),
        observables=(Observable("eps_g", error, head, "loss on fresh data", r"\varepsilon_g"),),
    )


@pytest.mark.slow
@pytest.mark.parametrize("P", [math.inf, 5.0])
def test_nothing_hangs_on_the_letters_of_a_name(P):
    """The same equations under other names: the same numbers, at finite P too."""
    K, M, rng = 3, 2, np.random.default_rng(7)
    R, Q, T = overlaps(K, M, 11)
    w0, mean = rng.standard_normal(K), rng.standard_normal(M)
    rates = {"eta_J": 1.1, "eta_w": 0.7, "eta_0": 0.4, "noise": 0.3, "decay": 0.2}
    rates |= {"P": P, "V": 4.0, "inner_steps": 1, "first_order": 1}
    plain = Direct(system_of("fo_anil", "linear"), K, M, R, Q, T, rates, w0=w0, mean=mean)
    other = Direct(renamed_system(), K, M, R, Q, T, rates, s0=w0, mean=mean)
    for name, same in {"dR": "dR", "dQ": "dQ", "dw0": "ds0", "eps_g": "eps_g"}.items():
        assert np.abs(plain.arrays[name]).max() > 1e-3
        assert np.allclose(plain.arrays[name], other.arrays[same], rtol=1e-11, atol=1e-12), name


@cache
def renamed_system():
    return derive(renamed_fo_anil(), ACTIVATIONS["linear"])


def test_names_of_ranges_are_told_apart():
    """Arrays with squares are named after their ranges: whatever these are called, two arrays have
    two names."""
    fields = Range("fields", ("K", "M"))
    assert range_marks((LEARNER, TEACHER, fields)) == {LEARNER: "l", TEACHER: "b", fields: "f"}
    for names in (("f", "fi"), ("fields1", "f"), ("a", "ab"), ("field", "fieldsx")):
        ranges = (*(Range(name, (name,)) for name in names), fields)
        words = range_marks(ranges)
        found = {words[x] + words[y] for x, y in product(ranges, repeat=2)}
        assert len(found) == 9, words

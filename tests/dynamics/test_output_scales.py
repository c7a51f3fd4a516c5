"""Output scales: of networks, and numbers in front of outputs in a loss.

A head w behind a scale s moves as the head s w without one, at s^2 times the rates of heads: both
are derived, and have to agree to rounding.  Simulation judges what that does not.
"""

from functools import partial

import numpy as np
import pytest
from evaluate_system import Direct, system_of
from evaluate_system import overlaps as random_overlaps
from flat_state import pack

import orderode
from orderode.certify import drift as drift_module
from orderode.certify.derived import judged
from orderode.derive.custom.check import check_model
from orderode.derive.custom.faults import ModelError
from orderode.derive.custom.files import load
from orderode.derive.dynamics.derive import derive
from orderode.derive.gaussian.activations import ACTIVATIONS
from orderode.errors import NotAvailable
from orderode.models.catalogue import entry
from orderode.models.data import data_of
from orderode.models.deriving import model_folder
from orderode.problems.reader import load_problem
from orderode.solvers import batch
from orderode.solvers.base import State
from orderode.solvers.numpy import NumpyBackend

HEAD = """
from orderode.derive.language import *
from orderode.derive.models.setting import decay, error, eta_0, eta_J, eta_w, loss, noise, query, support

s = Rate("s_y", "scale of the teacher's output", default=1)
learner = Network("lambda", "J", "K", "klab", scale={f})
teacher = Network("beta", "B", "M", "nmpq", scale={y})
u, start = TaskVector("u", teacher), Head("w0", learner, rate=eta_0)


def error(head, samples):
    return (learner.output(head, samples) - teacher.output(u, samples)) ** 2 / 2


def loss(head, samples):
    return {loss}


seen = (Observable("eps_g", {seen}, {head}, "loss on fresh data", "e"),)
"""
RESIDUAL = (
    "learner.output(head, samples) - teacher.output(u, samples) - label_noise(noise, samples)"
)
SCALED = {
    "f": "1 / sqrt(Size('K'))",
    "y": "s",
    "loss": f"({RESIDUAL}) ** 2 / 2",
    "seen": "error",
    "head": "Head('w', learner)",
}
HALVED = {
    "f": "1",
    "y": "1",
    "loss": (
        f"({RESIDUAL.replace('learner.output(head, samples)', 'learner.output(head, samples) / 2')})"
        " ** 2 / 2"
    ),
    "seen": "lambda h, x: (learner.output(h, x) / 2 - teacher.output(u, x)) ** 2 / 2",
    "head": "start",
}
ADAPTED = """
w = Head("w", learner)
MODEL = Algorithm(
    "scaled", "FO-ANIL with output scales", learner, teacher, u, start,
    Descent(learner, w, eta_J, loss, query, decay), seen,
    adaptation=Adaptation(w, start, eta_w, loss, support, steps="inner_steps"), noise=noise, parameters=(s,),
)
"""
DESCENDED = """
MODEL = Algorithm(
    "halved", "SGD, half the output", learner, teacher, u, start,
    Descent(learner, start, eta_J, loss, query, decay), seen, noise=noise,
)
"""
RATES = {"eta_J": 0.7, "eta_w": 0.9, "eta_0": 0.4, "noise": 0.3, "decay": 0.2, "inner_steps": 1}
MEAN, COV = np.array([0.7, -0.4]), np.array([[1.0, 0.2], [0.2, 0.5]])
K, M = 3, 2
W0 = np.array([0.5, -0.3, 0.2])


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    where = tmp_path_factory.mktemp("scales")
    for name, made, model in (("scaled", SCALED, ADAPTED), ("halved", HALVED, DESCENDED)):
        text = HEAD
        for key, value in made.items():
            text = text.replace("{" + key + "}", value)
        (where / f"{name}.py").write_text(text + model, encoding="utf-8")
    return where


def overlaps():
    weights = np.random.default_rng(4).standard_normal((K + M, 9))
    C = weights @ weights.T / 9
    return {"T": C[K:, K:], "Q": C[:K, :K], "R": C[:K, K:]}


def problem(model, activation, parameters, mean, cov):
    tasks = {"mean": mean, "cov": cov}
    content = {
        "model": model,
        "activation": activation,
        "K": K,
        "M": M,
        "overlaps": overlaps(),
        "tasks": tasks,
    }
    return load_problem({**content, "parameters": parameters})


@pytest.mark.parametrize("backend", ["numpy", "c"])
@pytest.mark.parametrize(("P", "V"), [(5, 4), (np.inf, 4)])
def test_a_network_with_a_scale_is_one_with_another_head(files, backend, P, V):
    f, y = 1 / np.sqrt(K), 1.7
    scaled = problem(
        str(files / "scaled.py"),
        "linear",
        {**RATES, "P": P, "V": V, "w0": W0, "s_y": y},
        MEAN / y,
        COV / y**2,
    )
    heads = {"eta_w": f**2 * RATES["eta_w"], "eta_0": f**2 * RATES["eta_0"], "w0": f * W0}
    plain = problem("fo_anil", "linear", {**RATES, "P": P, "V": V, **heads}, MEAN, COV)
    found, wanted = (orderode.right_hand_side(x, backend) for x in (scaled, plain))
    for a, b in ((found.dR, wanted.dR), (found.dQ, wanted.dQ), (f * found.dw0, wanted.dw0)):
        np.testing.assert_allclose(a, b, rtol=1e-11, atol=1e-13)


@pytest.mark.slow
@pytest.mark.parametrize("backend", ["numpy", "c"])
def test_a_number_in_front_of_an_output(files, backend):
    rates = {k: x for k, x in RATES.items() if k not in ("eta_w", "inner_steps")}
    halved = problem(str(files / "halved.py"), "linear", {**rates, "V": 3, "w0": W0}, MEAN, COV)
    plain = problem(
        "sgd", "linear", {**rates, "V": 3, "w0": W0 / 2, "eta_0": RATES["eta_0"] / 4}, MEAN, COV
    )
    found, wanted = (orderode.right_hand_side(x, backend) for x in (halved, plain))
    for a, b in ((found.dR, wanted.dR), (found.dQ, wanted.dQ), (found.dw0 / 2, wanted.dw0)):
        np.testing.assert_allclose(a, b, rtol=1e-11, atol=1e-13)


#: Model, P and the rest: the kernels of infinite and of finite support sets.
KERNELS = {
    "half the output": ("halved", {}),
    "scales, P = inf": ("scaled", {"s_y": 1.7, "eta_w": 0.9, "P": np.inf, "inner_steps": 2}),
    "scales, P = 5": ("scaled", {"s_y": 1.7, "eta_w": 0.9, "P": 5.0, "first_order": 1}),
}


@pytest.mark.slow
@pytest.mark.parametrize("case", KERNELS)
def test_vector_kernels_have_the_scales(files, case):
    """Slopes and eps_g at widths that change the scale, V finite and infinite side by side, against
    numpy, on every instruction set.  Rounding: about 10^2 operations per element."""
    model, parameters = KERNELS[case]
    key, n, rng = entry(str(files / f"{model}.py"), "linear").key, 9, np.random.default_rng(3)
    reference = NumpyBackend(key)
    assert batch.supports_batch(key, few=parameters.get("P") == 5.0)
    for units in (1, 3, 4):
        weights = rng.standard_normal((n, units + M, 9))
        C = weights @ weights.swapaxes(1, 2) / 9
        Q, R, T = C[:, :units, :units], C[:, :units, units:], C[:, units:, units:]
        states = State(R, Q, rng.standard_normal((n, units)))
        given = {"eta_J": 0.7, "eta_0": 0.4, "noise": 0.3, "decay": 0.2, **parameters}
        given |= {"V": np.where(rng.random(n) < 0.5, np.inf, 4.0), "T": T, "mean": MEAN, "cov": COV}
        for function in ("rhs", "eps_g"):
            wanted = []
            for i in range(n):
                one = State(*(x[i] for x in states))
                chosen = {**given, "V": float(given["V"][i]), "T": T[i]}
                ask = reference.rhs if function == "rhs" else partial(reference.observable, "eps_g")
                found = ask(one, chosen)
                wanted.append(pack(found) if function == "rhs" else found)
            for instructions in batch.instruction_sets():
                found = batch.evaluate_batch(key, function, states, given, instructions)
                off = np.abs(found - wanted).max(axis=0) / np.abs(wanted).max(axis=0)
                assert off.max() < 1e-13, (units, function, instructions)


@pytest.mark.parametrize("name", ["scaled", "halved"])
def test_simulation_agrees_and_a_wrong_scale_is_refused(files, monkeypatch, name):
    """A scale of the learner 10 % off changes the largest entries by some 10 %: four times what is
    seen."""
    assert judged(str(files / f"{name}.py"), "linear").agrees
    right = drift_module.right_hand_side

    def wrong(problem, backend="auto"):
        w0 = 1.1 * np.asarray(problem.w0)
        return right(problem.with_changes(parameters={"w0": w0.tolist()}), backend)

    monkeypatch.setattr(drift_module, "right_hand_side", wrong)
    assert not judged(str(files / f"{name}.py"), "linear").agrees


@pytest.mark.slow
@pytest.mark.parametrize(("activation", "P"), [("erf", np.inf), ("erf", 5.0), ("relu", np.inf)])
def test_other_activations_have_the_scales(files, activation, P):
    """The equations as they are derived, by the same change of heads, evaluated element by
    element; to the digits that the integrals along a path have."""
    units, teachers, f, y = 2, 1, 1 / np.sqrt(2), 1.7
    R, Q, T = random_overlaps(units, teachers, 3)
    rates = {**RATES, "V": 4.0, "P": P, "first_order": 1}
    scaled = derive(load(files / "scaled.py"), ACTIVATIONS[activation])
    tasks = {"mean": MEAN[:1] / y, "cov": COV[:1, :1] / y**2}
    mine = Direct(scaled, units, teachers, R, Q, T, {**rates, "s_y": y}, w0=W0[:2], **tasks)
    rates |= {"eta_w": f**2 * RATES["eta_w"], "eta_0": f**2 * RATES["eta_0"]}
    tasks = {"mean": MEAN[:1], "cov": COV[:1, :1]}
    system = system_of("fo_anil", activation)
    plain = Direct(system, units, teachers, R, Q, T, rates, w0=f * W0[:2], **tasks)
    for name, factor in {"dR": 1.0, "dQ": 1.0, "dw0": f, "eps_g": 1.0}.items():
        wanted = np.asarray(plain.arrays[name], dtype=float)
        assert np.abs(wanted).max() > 1e-3
        found = factor * np.asarray(mine.arrays[name], dtype=float)
        np.testing.assert_allclose(found, wanted, rtol=1e-11, atol=1e-13)


def test_the_scale_is_on_the_card_and_in_the_data(files):
    folder = model_folder(files / "scaled.py", "linear")
    power = {"op": "power", "base": {"op": "size", "name": "K"}, "exponent": "-1/2"}
    data = data_of(str(files / "scaled.py"))
    assert data["learner"]["scale"] == power
    assert data["teacher"]["scale"] == {"op": "parameter", "name": "s_y"}
    header = (folder / "c" / "scaled_linear.h").read_text(encoding="utf-8")
    assert "f = K^(-1/2) sum_k w_k g(lambda_k), y = s_y sum_m u_m g(beta_m)\n" in header
    assert "w by K^(-1/2), u by s_y\n" in header
    page = (folder / "latex" / "scaled_linear.tex").read_text(encoding="utf-8")
    assert r"$f=K^{-1/2}\sum_k w_k\,g(\lambda_k)$, $y=s_{y}\sum_m u_m\,g(\beta_m)$" in page
    assert r"mean of $c^1=(\frac{1}{\sqrt{K}}(w-w^0),-s_{y}\,u)$ over the task" in page
    trace = (folder / "latex" / "scaled_linear_derivation.tex").read_text(encoding="utf-8")
    assert r"heads $c=(\frac{1}{\sqrt{K}}\,w,-s_{y}\,u)$" in trace
    assert r"$\frac{1}{\sqrt{K}}\,w_k=\frac{1}{\sqrt{K}}\,w^0_k+\frac1P\sum_\mu v_k^\mu$" in trace


def test_the_best_head_is_that_of_outputs_without_a_scale(files):
    """Refused: the lower bound of eps_g would be that of another teacher."""
    scaled = problem(str(files / "scaled.py"), "linear", {**RATES, "P": np.inf, "V": 4}, MEAN, COV)
    start = State(scaled.R, scaled.Q, W0)
    with pytest.raises(NotAvailable, match="outputs without a scale, and f has one"):
        orderode.representation_error(scaled, start)
    # Heads adapt by the model's own equations, which have the scale.
    curve = orderode.adaptation_curve(scaled, start, 2)
    for steps in (1, 2):
        trained = scaled.with_changes(parameters={"inner_steps": steps, "w0": W0})
        eps_g = orderode.right_hand_side(trained).eps_g
        assert curve[steps] == pytest.approx(float(eps_g), rel=1e-12)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {"f": "Size('P')"},
            "the scale of the network lambda is P, and P is no size; it may have K and M",
        ),
        ({"f": "0"}, "the scale of the network lambda is 0"),
        ({"f": "Rate('q', '')"}, "and q is no rate of the algorithm"),
        (
            {"loss": "Network('lambda', 'J', 'K', 'klab').output(head, samples) ** 2"},
            "with scale = 1; that of the algorithm has",
        ),
    ],
)
def test_what_is_no_scale_is_said(tmp_path, changes, words):
    text = HEAD
    for key, value in (SCALED | changes).items():
        text = text.replace("{" + key + "}", value)
    (tmp_path / "mine.py").write_text(text + ADAPTED, encoding="utf-8")
    with pytest.raises(ModelError, match=words.replace("(", r"\(")):
        check_model(load(tmp_path / "mine.py"))

"""Models as data: what is read, what is refused and in which words, and any model through every
kind of simulation."""

import copy
import json
import math
import pickle
import re
from pathlib import Path

import numpy as np
import pytest
from microscopic import make_setting
from trees import (
    add,
    error,
    field,
    g,
    head,
    mul,
    noise,
    number,
    output,
    parameter,
    power,
    size,
    total,
    variant,
)

from orderode import check_drift, load_problem
from orderode.certify import simulation
from orderode.errors import NotAvailable
from orderode.models.data import model_data
from orderode.simulate import (
    Setting,
    SettingError,
    make_algorithm,
    read_model,
    sample_adaptation,
    sample_diffusion,
    sample_drift,
    sample_eps_g,
    sample_squared_gradient,
    simulate,
)
from orderode.simulate.model import Add, Noise, Power, Sum, parts

NAMES = ("anil", "fo_anil", "pooled", "sgd")


@pytest.mark.parametrize("name", NAMES)
def test_the_built_in_models_are_read(name):
    data = model_data(name)
    model = read_model(data)
    assert model.name == name == data["name"] and model.title == data["title"]
    assert [p.name for p in model.parameters] == [p["name"] for p in data["parameters"]]
    assert (model.inner is None) == (name == "sgd") and model.outer.through_inner == (
        name == "anil"
    )
    assert pickle.loads(pickle.dumps(model)) == model
    assert json.loads(json.dumps(data)) == data


def test_an_unknown_model_names_those_there_are():
    with pytest.raises(NotAvailable, match=r"anil, .*fo_anil, .*pooled, .*sgd"):
        model_data("other")


def test_expressions_are_read_as_written():
    loss = add(
        power(error("w", "nu"), 2), mul(number("3/4"), total("k", power(g(2, field("k", "nu")), 3)))
    )
    found = read_model(variant("fo_anil", outer=loss)).outer.loss
    square, product = found.args
    assert isinstance(found, Add) and isinstance(square, Power) and square.exponent == 2
    assert product.args[0].value == 0.75 and isinstance(product.args[1], Sum)
    assert product.args[1].body.base.order == 2
    assert sum(isinstance(part, Noise) for part in parts(found)) == 1


def changed(path, value):
    """fo_anil with one value replaced; None deletes it."""
    data = copy.deepcopy(model_data("fo_anil"))
    *folders, last = path
    place = data
    for key in folders:
        place = place[key]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return data


FAULTS = [
    (("schema",), 2, "model.schema", "reads schema 1"),
    (("learner",), None, "model.learner", "a table"),
    (("parameters",), 3, "model.parameters", "a list"),
    (("parameters", 0, "default"), "x", "model.parameters[0].default", "a number"),
    (("samples", 0, "size"), "eta_J", "model.samples[0].size", "there is: P, V"),
    (("teacher", "field"), "lambda", "model.teacher.field", "choose another"),
    (("learner", "scale"), field("k", "mu"), "model.learner.scale.unit", "there is: none here"),
    (
        ("learner", "scale"),
        total("k", number(1)),
        "model.learner.scale",
        "numbers, parameters and sizes only",
    ),
    (("learner", "scale"), mul(), None, None),
    (("task", "name"), "w0", "model", "names of their own"),
    (("start", "rate"), "eta_x", "model.start.rate", "eta_0"),
    (("noise",), "sigma", "model.noise", "noise"),
    (("inner", "start"), "w", "model.inner.start", "w0"),
    (("inner", "steps"), "eta_w", "model.inner.steps", "inner_steps"),
    (("inner", "steps"), 0, "model.inner.steps", "a string"),
    (("inner", "samples"), "nu", "model.inner.loss.args[1].base.args[0].samples", "there is: nu"),
    (("outer", "samples"), "mu", "model.outer.loss.args[1].base.args[0].samples", "there is: mu"),
    (("outer", "network"), "beta", "model.outer.network", "lambda"),
    (("outer", "head"), "u", "model.outer.head", "w, w0"),
    (("outer", "through_inner"), 1, "model.outer.through_inner", "true or false"),
    (("outer", "loss"), None, "model.outer.loss", "a table"),
    (("outer", "loss"), {"op": "square"}, "model.outer.loss.op", "choose one of number, parameter"),
    (("outer", "loss"), number("x"), "model.outer.loss.value", '"p/q"'),
    (("outer", "loss"), number(math.inf), "model.outer.loss.value", "finite"),
    (("outer", "loss"), number(True), "model.outer.loss.value", "finite"),
    (("outer", "loss"), parameter("gamma"), "model.outer.loss.name", "eta_J"),
    (("outer", "loss"), size("N"), "model.outer.loss.name", "K, M, P, V"),
    (("outer", "loss"), add(number(1), 2), "model.outer.loss.args[1]", "a table"),
    (("outer", "loss"), power(number(2), 1.5), "model.outer.loss.exponent", '"p/q"'),
    (
        ("outer", "loss"),
        power(error("w", "nu"), -1),
        "model.outer.loss.base",
        "numbers, parameters and sizes only",
    ),
    (
        ("outer", "loss"),
        power(error("w", "nu"), "1/2"),
        "model.outer.loss.base",
        "numbers, parameters and sizes only",
    ),
    (("outer", "loss"), head("w", "k"), "model.outer.loss.unit", "none here"),
    (("outer", "loss"), total("k", head("u", "k")), "model.outer.loss.body.unit", "none here"),
    (
        ("outer", "loss"),
        total("k", g(-1, field("k", "nu"))),
        "model.outer.loss.body.order",
        "0 or more",
    ),
    (
        ("outer", "loss"),
        total("k", g(0, head("w", "k"))),
        "model.outer.loss.body.of",
        "acts on a field",
    ),
    (("outer", "loss"), output("beta", "w", "nu"), "model.outer.loss.head", "there is: u"),
    (("observables",), [], "model.observables", "at least one"),
    (
        ("observables", 0, "loss"),
        power(error("w", "nu"), 2),
        "model.observables: eps_g",
        "without noise",
    ),
]


@pytest.mark.parametrize(("path", "value", "key", "words"), FAULTS)
def test_faults_are_named_by_their_place(path, value, key, words):
    data = changed(path, value)
    if key is None:  # an empty product is one
        assert read_model(data).learner.scale.args == ()
        return
    with pytest.raises(SettingError) as caught:
        read_model(data)
    assert caught.value.key == key and words in str(caught.value)


def test_faults_of_the_whole():
    with pytest.raises(SettingError, match="no inner loop"):
        read_model(changed(("inner",), None) | {"outer": model_data("anil")["outer"]})
    same = changed(("samples", 0, "letter"), "nu")
    same["inner"] = {**same["inner"], "samples": "nu", "loss": power(error("w", "nu"), 2)}
    with pytest.raises(SettingError, match="a set of samples each"):
        read_model(same)
    two = add(*(total("k", field("k", letter)) for letter in ("mu", "nu")))
    with pytest.raises(SettingError, match="of one sample"):
        read_model(changed(("observables", 0, "loss"), two))
    deep = number(1)
    for _ in range(5000):
        deep = add(deep)
    with pytest.raises(SettingError, match="nested too deep"):
        read_model(changed(("outer", "loss"), deep))
    with pytest.raises(SettingError, match="a table"):
        read_model([1])
    pooled = copy.deepcopy(model_data("pooled"))
    pooled["outer"]["loss"] = power(error("w", "nu"), 2)  # the head that only the inner loop has
    with pytest.raises(SettingError, match="there is: w0"):
        read_model(pooled)


def test_constants_without_a_value():
    for base in (0, -2):
        data = variant("fo_anil", scale=power(number(base), "-1/2"))
        with pytest.raises(SettingError, match="has no value"):
            make_algorithm(make(data))


def test_parameters_are_those_of_the_model():
    data = variant("fo_anil", parameters=["gamma"])
    with pytest.raises(SettingError, match="needs gamma, of this test"):
        make(data)
    assert make(data, gamma=2).parameters["gamma"] == 2.0
    with pytest.raises(SettingError, match="finite number"):
        make(data, gamma=math.nan)
    setting = make(data, gamma=1)
    assert setting.parameters["decay"] == 0 and setting.parameters["inner_steps"] == 1
    assert isinstance(
        Setting(data, "erf", 1, 1, setting.parameters, [[1]], [[1]], [[0]]).model,
        type(setting.model),
    )


GAMMA = parameter("gamma")
OWN = variant(
    "fo_anil",
    inner=add(power(error("w", "mu"), 2), mul(GAMMA, total("a", power(head("w", "a"), 2)))),
    outer=add(
        power(error("w", "nu"), 2),
        mul(GAMMA, total("k", power(g(0, field("k", "nu")), 2)), noise("nu")),
    ),
    scale=power(size("K"), "-1/2"),
    parameters=["gamma"],
)


def make(model, P=4, **change):
    values = dict(
        activation="erf", K=2, M=2, eta_J=1.5, eta_w=0.7, P=P, V=3, noise=0.3, eta_0=0.5, w0=0.3
    )
    values |= dict(T=np.diag([1.0, 2.0]), Q=[[0.5, 0.1], [0.1, 0.4]], R=[[0.3, -0.2], [0.1, 0.4]])
    return make_setting(model, **(values | change))


@pytest.mark.parametrize("through", [False, True])
@pytest.mark.parametrize("P", [4, math.inf])
def test_any_model_goes_through_every_simulation(P, through):
    data = copy.deepcopy(OWN)
    data["outer"]["through_inner"] = through
    setting = make(data, P, gamma=0.4, inner_steps=2)
    if through and P == math.inf:
        with pytest.raises(SettingError, match="use a large finite P"):
            simulate(setting, N=20, runs=2, seed=0, alphas=[1])
    else:
        made = [
            simulate(setting, N=20, runs=2, seed=0, alphas=[0, 1], method=method)
            for method in ("reduced", "direct")
        ]
        assert all(x.status == ("ok", "ok") and np.isfinite(x.eps_g).all() for x in made)
        assert np.isfinite(sample_diffusion(setting, tasks=50, seed=0).mean).all()
    drift = sample_drift(setting, tasks=500, seed=0)
    assert np.isfinite(drift.dQ_mean).all() and (drift.dw0_se > 0).all()
    place = setting, setting.Q[None], setting.R[None]
    curve, _ = sample_adaptation(*place, steps=2, seed=0)
    np.testing.assert_allclose(curve[2], sample_eps_g(*place, seed=0, in_c=False)[0], rtol=1e-12)
    assert sample_squared_gradient(*place)[0] > 0


def test_the_measured_error_of_a_scaled_output():
    """Linear networks, one task, no inner steps: half the quadratic form of C at (w0 M/sqrt K,
    -u)."""
    data = variant("sgd", scale=mul(size("M"), power(size("K"), "-1/2")))
    setting = make(data, activation="linear", cov=np.zeros((2, 2)))
    vector = np.concatenate([setting.w0 * 2 / math.sqrt(2), -setting.mean])
    mean, bar = sample_eps_g(setting, setting.Q[None], setting.R[None], tasks=20_000)
    assert abs(mean[0] - vector @ setting.covariance() @ vector / 2) < 4 * bar[0] < 0.05 * mean[0]


def test_the_page_on_models_holds(capsys):
    """Its Python runs, and the loss it shows is that of the support set of fo_anil."""
    page = (Path(__file__).resolve().parents[2] / "docs" / "models.md").read_text(encoding="utf-8")
    programs, (loss,) = (
        re.findall(rf"^```{kind}\n(.*?)^```$", page, re.M | re.S) for kind in ("python", "json")
    )
    (program,) = [x for x in programs if "sample_drift" in x]
    exec(compile(program, "docs/models.md", "exec"), {})
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert (
        read_model(variant("fo_anil", inner=json.loads(loss))).inner
        == read_model(model_data("fo_anil")).inner
    )


def test_a_model_without_a_mean_slope_is_refused_by_the_drift_test(monkeypatch):
    """In words that a command prints: a slope with functions of four units has no average at P =
    inf."""
    quartic = variant("fo_anil", inner=power(error("w", "mu"), 4))
    monkeypatch.setattr(simulation, "data_of", lambda *_: quartic)
    content = {"model": "fo_anil", "activation": "erf", "K": 2, "M": 2}
    content["parameters"] = {"eta_J": 1.0, "eta_w": 1.0, "P": math.inf, "V": 5}
    content["overlaps"] = {"T": [1.0, 2.0], "Q": 0.5, "R": [[0.1, 0.0], [0.0, 0.1]]}
    with pytest.raises(NotAvailable, match="use a finite P"):
        check_drift(load_problem(content), tasks=10)


def test_one_size_for_both_sets_is_finite():
    data = variant("fo_anil")
    data["samples"][1]["size"] = "P"
    with pytest.raises(SettingError, match="P must be a finite integer to simulate"):
        make(data, math.inf)
    assert make_algorithm(make(data, 4)).samples == 8

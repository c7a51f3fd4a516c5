"""How arrays and activations are written that the LaTeX target has no line for: a new order
parameter, an activation of one's own."""

import dataclasses

import pytest
import sympy

from orderode.derive.dynamics.derive import derive
from orderode.derive.gaussian.activations import ACTIVATIONS, Activation, polynomial
from orderode.derive.models import sgd
from orderode.derive.targets.latex.convention import card
from orderode.derive.targets.latex.printer import Printer
from orderode.derive.targets.latex.symbols import Symbols

LINEAR = derive(sgd.MODEL, ACTIVATIONS["linear"])


def test_an_order_parameter_is_written_by_its_name_and_described_by_its_meaning():
    state = LINEAR.state["w0"]
    new = dataclasses.replace(state, name="v", meaning="slow head", mark="v")
    system = dataclasses.replace(LINEAR, inputs=(*LINEAR.inputs, new))
    write = Printer(system)
    elements = write.notation.elements
    assert elements["v"].format("k") == "v_{k}"
    assert elements["dv"].format("k") == r"\frac{dv_{k}}{d\alpha}"
    assert elements["DRv"].format(*"knl") == "D^{Rv}_{kn,l}"
    symbols = Symbols(system, write)
    assert {"latex": "v_{k}", "meaning": "slow head"} in symbols.new(["v", "R"])
    assert symbols.meanings["dv"] == "change of the slow head per unit of time"


@pytest.mark.parametrize(
    ("activation", "latex"),
    [
        (polynomial("0.05,1,-0.2,0.15"), r"$g(x)=0.05 + 1\,x - 0.2\,x^{2} + 0.15\,x^{3}$"),
        (polynomial("-1,0,2"), r"$g(x)=-1 + 2\,x^{2}$"),
        (Activation("shrunk", lambda x: sympy.erf(x), "g(x) = erf(x)"), r"\operatorname{erf}(x)"),
        (ACTIVATIONS["erf"], r"$g(x)=\operatorname{erf}(x/\sqrt2)$"),
        (ACTIVATIONS["linear"], "$g(x)=x$"),
    ],
)
def test_an_activation_is_written_from_its_function(activation, latex):
    system = dataclasses.replace(
        LINEAR, activation=activation.name, function=activation.as_function()
    )
    (line,) = (x for x in card(system) if x["subject"] == "activation")
    assert latex in line["latex"]

"""Which system solves a problem, and what is refused."""

from dataclasses import replace

import numpy as np
import pytest

import orderode
from orderode.certify.fluctuations import fluctuations
from orderode.errors import NotAvailable
from orderode.models.catalogue import entry
from orderode.models.manifest import Shaped
from orderode.theory import limits

PROBLEM = orderode.load_problem(
    {
        "model": "sgd",
        "activation": "linear",
        "K": 1,
        "M": 1,
        "parameters": {"eta_J": 0.1, "V": 5},
        "overlaps": {"T": np.eye(1), "Q": np.eye(1), "R": 0.1 * np.eye(1)},
        "run": {"alpha_end": 1.0},
    }
)
COMMANDS = {
    "rhs": orderode.right_hand_side,
    "integrate": orderode.integrate,
    "drift": orderode.check_drift,
    "fluctuations": lambda p: fluctuations(p, 100),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_another_order_parameter_is_refused_by_its_name(monkeypatch, command):
    """Whatever asks for the theory: problems and results have R, Q and w0."""
    found = entry("sgd", "linear")
    more = replace(found, state=(*found.state, Shaped("m0", ("K",), False)))
    monkeypatch.setattr(limits, "entry", lambda *_: more)
    with pytest.raises(NotAvailable, match=r"order parameters are R, Q, w0, m0, and .* R, Q, w0"):
        COMMANDS[command](PROBLEM)

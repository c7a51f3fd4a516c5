"""A head start without a rate rests: the model has no such parameter, and moves as one does whose
rate is 0."""

import dataclasses

import numpy as np
import pytest

import orderode
from orderode.derive.custom.check import check_model
from orderode.derive.custom.faults import ModelError
from orderode.derive.language import Head
from orderode.derive.models import fo_anil

MODEL = """
from dataclasses import replace

from orderode.derive.language import Descent, Head, Observable
from orderode.derive.models import sgd
from orderode.derive.models.setting import decay, error, eta_J, learner, loss, query

start = Head("w0", learner, value=1)
MODEL = replace(
    sgd.MODEL,
    name="resting",
    start=start,
    outer=Descent(learner, start, rate=eta_J, loss=loss, samples=query, decay=decay),
    observables=(Observable("eps_g", error, start, "loss on fresh data", "e"),),
)
"""
PROBLEM = {
    "activation": "linear",
    "K": 2,
    "M": 2,
    "parameters": {"eta_J": 0.5, "V": 4, "noise": 0.2, "w0": [0.9, 0.6]},
    "overlaps": {"T": [1.0, 2.0], "Q": 0.5, "R": [[0.3, 0.1], [0.0, 0.2]]},
    "run": {"alpha_end": 0.5, "points": 6},
    "simulation": {"N": 100, "runs": 3, "points": 6, "tasks": 10},
}


@pytest.mark.slow
def test_it_moves_as_with_a_rate_of_0(tmp_path):
    """In both backends, simulated, and with the band that a comparison predicts; the drift test of
    its derivation is passed."""
    path = tmp_path / "resting.py"
    path.write_text(MODEL, encoding="utf-8")
    resting = orderode.load_problem({"model": str(path), **PROBLEM})
    moving = orderode.load_problem({"model": "sgd", **PROBLEM})
    assert not resting.trains_start and "eta_0" not in dict(resting.parameters)
    for backend in ("c", "numpy"):
        pair = [orderode.right_hand_side(p, backend) for p in (resting, moving)]
        for name, wanted in pair[1].slopes.items():
            found = getattr(pair[0].slopes, name)
            np.testing.assert_allclose(found, wanted, rtol=1e-12, atol=1e-14)
        assert not np.any(pair[0].slopes.w0)
    runs = [orderode.simulate(p, progress=False) for p in (resting, moving)]
    np.testing.assert_allclose(runs[0].Q, runs[1].Q, rtol=1e-12)
    pair = [orderode.compare(p, progress=False, band=True) for p in (resting, moving)]
    assert pair[0].verdict == pair[1].verdict
    bands = [found.band.predicted for found in pair]
    np.testing.assert_allclose(bands[0].sd_Q, bands[1].sd_Q, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(bands[0].sd_eps_g, bands[1].sd_eps_g, rtol=1e-9, atol=1e-12)


def test_that_of_an_inner_loop_has_a_rate():
    start = Head("w0", fo_anil.MODEL.learner)
    inner = dataclasses.replace(fo_anil.MODEL.adaptation, start=start)
    with pytest.raises(ModelError, match="has no rate; give it one, such as eta_0"):
        check_model(dataclasses.replace(fo_anil.MODEL, start=start, adaptation=inner))

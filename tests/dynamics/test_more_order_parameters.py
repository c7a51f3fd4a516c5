"""One more order parameter: an entry of the state and its slope; everything else follows from these
two.  Here a vector that follows the head start, dv/dalpha = eta_0 (w0 - v)."""

import numpy as np
import pytest
from evaluate_system import overlaps, rendered
from slow_head import followed

K, M = 2, 2


@pytest.mark.slow
def test_an_entry_and_its_slope():
    files = rendered([followed()])
    flow, spread = {}, {}
    exec(files["numpy/followed_linear.py"], flow)
    exec(files["numpy/followed_linear_fluctuations.py"], spread)
    R, Q, T = overlaps(K, M, 3)
    w0, v0 = np.array([0.5, -0.3]), np.array([0.1, 0.2])
    rates = {"eta_J": 0.7, "eta_0": 0.4, "noise": 0.3, "V": 3}
    p = flow["Parameters"](**rates)
    *_, slope = flow["rhs"](R, Q, w0, v0, T, p)
    np.testing.assert_allclose(slope, 0.4 * (w0 - v0), rtol=1e-14)
    names = ("RR", "RQ", "Rw", "Rv", "QQ", "Qw", "Qv", "ww", "wv", "vv")
    blocks = dict(zip(names, spread["diffusion"](R, Q, w0, v0, T, p), strict=True))
    assert all(np.abs(blocks[x]).max() > 1e-3 for x in ("RR", "QQ", "ww"))
    assert all((blocks[x] == 0).all() for x in ("Rv", "Qv", "wv", "vv")), "no sample moves it"
    page = files["latex/followed_linear.tex"]
    assert "slow head" in page and r"N\delta w^0_k$ and $N\delta \mathrm{v0}_l" in page
    assert "slow head v0 (K)" in files["c/followed_linear.h"]

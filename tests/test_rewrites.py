"""What rewrites of the table program save; that values stay is seen where kernels are compared with numpy."""

from itertools import pairwise

import pytest
from evaluate_system import fo_anil_system

from orderode.derive.counts import KINDS, table
from orderode.derive.lower import REWRITES


@pytest.fixture(scope="module")
def system():
    return fo_anil_system()


@pytest.mark.parametrize("off", [("V", "kurtosis"), ("kurtosis",)])
def test_operations_before_and_after_each_rewrite(system, off):
    K, M = 4, 3
    rows = table(system, K, M, off)
    assert [name for name, _ in rows] == ["as derived", "hoist", *REWRITES]
    totals = [sum(counts[kind] for kind in KINDS) for _, counts in rows]
    # with a finite V "separate" costs some operations per unit and field, for without it it saves one per two fields more
    slack = 10 * K * (K + M) if "V" not in off else 0
    assert all(after <= before + slack for before, after in pairwise(totals))
    assert totals[-1] < totals[0] / 2


def test_transcendental_operations_are_the_fewest(system):
    """Arcsines of pairs of fields with a unit in them; for finite V of all pairs, for each pair of units k <= l, too.
    Inverse roots of each field, of each unit and field, and of each pair of units k <= l and field."""
    K, M = 4, 3
    S = K + M
    pairs = K * (K + 1) // 2
    infinite, finite = (table(system, K, M, off)[-1][1] for off in (("V", "kurtosis"), ("kurtosis",)))
    assert infinite["arcsine"] == pairs + K * M
    assert finite["arcsine"] == pairs + K * M + pairs * S * (S + 1) // 2
    assert infinite["root"] == S + K * S
    assert finite["root"] == S + K * S + pairs * S

"""What rewrites of the table program save; that values stay is seen where kernels are compared with numpy."""

from itertools import pairwise

import pytest
from evaluate_system import fo_anil_system

from orderode.derive.counts import KINDS, table
from orderode.derive.limits import at_infinity
from orderode.derive.lower import REWRITES

K, M = 4, 3
INFINITE, FINITE = ("V", "kurtosis"), ("kurtosis",)


@pytest.fixture(scope="module")
def tables():
    return {off: table(at_infinity(fo_anil_system(), "P"), K, M, off) for off in (INFINITE, FINITE)}


@pytest.mark.parametrize("off", [INFINITE, FINITE])
def test_operations_before_and_after_each_rewrite(tables, off):
    rows = tables[off]
    assert [name for name, _ in rows] == ["as derived", "hoist", *REWRITES]
    totals = [sum(counts[kind] for kind in KINDS) for _, counts in rows]
    # with a finite V "separate" costs some operations per unit and field; it saves one per unit and two fields without
    slack = 10 * K * (K + M) if off == FINITE else 0
    assert all(after <= before + slack for before, after in pairwise(totals))
    assert totals[-1] < totals[0] / 2


def test_transcendental_operations_are_the_fewest(tables):
    """Arcsines of pairs of fields with a unit in them; for finite V of all pairs, for each pair of units k <= l, too.
    Inverse roots of each field, of each unit and field, and of each pair of units k <= l and field."""
    S, pairs = K + M, K * (K + 1) // 2
    infinite, finite = (tables[off][-1][1] for off in (INFINITE, FINITE))
    assert infinite["arcsine"] == pairs + K * M
    assert finite["arcsine"] == pairs + K * M + pairs * S * (S + 1) // 2
    assert infinite["root"] == S + K * S
    assert finite["root"] == S + K * S + pairs * S

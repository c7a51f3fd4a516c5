"""The rule that the emitted solvers make nodes and weights of: a rank-1 lattice under a change of
variables.

The points u_k = k g/N + 1/2 (mod 1), k = 0..N-1, N prime, carry x = s log(u/(1-u)) with weight
proportional to prod exp(-x_j^2/2)/(u_j (1-u_j)): averages of smooth functions become integrals of
smooth periodic ones, for which a lattice converges fast.  k and N - k give x and -x, so that half
of the points do for even integrands.  The integers g were chosen component by component among 40 to
300 random candidates, for the kernel
(1 - r^2)/(1 - 2 r cos(2 pi u) + r^2) with r = 0.3 and weight 0.8^j in dimension j.

Where a function of the first fields jumps at zero, their x = +-log(1 + r^2), r = v/(1 - v), v =
|2 u - 1|: with a weight that is zero at u = 1/2, and smooth on either side, so that the lattice
sees no jump.
"""

from __future__ import annotations

__all__ = ["GENERATORS", "SCALES", "render"]

#: Number of points -> g; fewer dimensions take the first components.
GENERATORS = {
    1021: (1, 211, 95, 344, 374, 25, 56, 203, 337, 175, 360, 489, 295, 128),
    4093: (1, 402, 216, 1743, 1387, 452, 729, 230, 1982, 2002, 713, 1966, 1233, 1413),
    16381: (1, 943, 1792, 3471, 3334, 4327, 1959, 3870, 3274, 5442, 815, 2148, 2132, 4472),
    65521: (
        1,
        8430,
        28175,
        6005,
        26892,
        11698,
        16680,
        1116,
        28781,
        8462,
        6495,
        32417,
        29047,
        30729,
    ),
    262139: (
        1,
        23024,
        46897,
        103164,
        55735,
        121169,
        18306,
        99809,
        7795,
        35892,
        6232,
        11480,
        96328,
        92852,
    ),
}

#: The scale s: (largest dimension, s), measured to be about best for averages of eight error
#: functions.
SCALES = ((5, "0.9"), (8, "0.8"), (14, "0.65"))


def render(odd: bool, jumping: str = "") -> dict:
    """What the templates need; ``odd``: products of the activation and residuals are even, half of
    the points do; ``jumping``: the size of the network whose functions jump."""
    return {
        "rows": [{"size": size, "generator": list(g)} for size, g in GENERATORS.items()],
        "dimensions": len(next(iter(GENERATORS.values()))),
        "scales": [{"dimensions": d, "scale": s} for d, s in SCALES],
        "half": odd,
        "jumping": jumping,
    }

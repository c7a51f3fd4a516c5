"""The implicit method of the emitted integrator for stiff equations: Rodas5P of G. Steinebach, BIT
Numerical Mathematics 63, 27 (2023), a Rosenbrock method of order 5(4) with 8 stages.

Of y' = f(y), with J = df/dy, a step h solves for each stage, one after the other,

    (1/(h gamma) - J) k_i = f(y + sum_j A_ij k_j) + sum_j C_ij k_j/h ,
    y(h) = y + sum_j A_8j k_j + k_8 ,

and k_8 is the difference to the embedded method of order 4.  Dense output of order 4, 0 <= t <= 1:

    y(t h) = (1 - t) y + t (y(h) + (1 - t) sum_j (H_1j + t H_2j + t^2 H_3j) k_j) .

It is stiffly accurate and L-stable.  The tests check every order condition.
"""

from __future__ import annotations

__all__ = ["GAMMA", "STAGES", "A", "C", "H", "render"]

STAGES = 8
GAMMA = 0.21193756319429014
_LAST = (
    -7.502846399306121,
    2.561846144803919,
    -11.627539656261098,
    -0.18268767659942256,
    0.030198172008377946,
)
A: tuple[tuple[float, ...], ...] = (
    (),
    (3.0,),
    (2.849394379747939, 0.45842242204463923),
    (-6.954028509809101, 2.489845061869568, -10.358996098473584),
    (2.8029986275628964, 0.5072464736228206, -0.3988312541770524, -0.04721187230404641),
    _LAST,
    (*_LAST, 1.0),
    (*_LAST, 1.0, 1.0),
)
C: tuple[tuple[float, ...], ...] = (
    (),
    (-14.155112264123755,),
    (-17.97296035885952, -2.859693295451294),
    (147.12150275711716, -1.41221402718213, 71.68940251302358),
    (165.43517024871676, -0.4592823456491126, 42.90938336958603, -5.961986721573306),
    (
        24.854864614690072,
        -3.0009227002832186,
        47.4931110020768,
        5.5814197821558125,
        -0.6610691825249471,
    ),
    (
        30.91273214028599,
        -3.1208243349937974,
        77.79954646070892,
        34.28646028294783,
        -19.097331116725623,
        -28.087943162872662,
    ),
    (
        37.80277123390563,
        -3.2571969029072276,
        112.26918849496327,
        66.9347231244047,
        -40.06618937091002,
        -54.66780262877968,
        -9.48861652309627,
    ),
)
H = (
    (
        25.948786856663858,
        -2.5579724845846235,
        10.433815404888879,
        -2.3679251022685204,
        0.524948541321073,
        1.1241088310450404,
        0.4272876194431874,
        -0.17202221070155493,
    ),
    (
        -9.91568850695171,
        -0.9689944594115154,
        3.0438037242978453,
        -24.495224566215796,
        20.176138334709044,
        15.98066361424651,
        -6.789040303419874,
        -6.710236069923372,
    ),
    (
        11.419903575922262,
        2.8879645146136994,
        72.92137995996029,
        80.12511834622643,
        -52.072871366152654,
        -59.78993625266729,
        -0.15582684282751913,
        4.883087185713722,
    ),
)


def render() -> dict:
    """Per stage the coefficients as (stage, digits); those of the dense output as y + t (change +
    (1 - t) (D_1 + t (D_2 + (1 - t) D_3))), which is how that of the explicit pair is written."""
    dense = (H[0], tuple(b + c for b, c in zip(H[1], H[2], strict=True)), tuple(-c for c in H[2]))
    return {
        "gamma": repr(GAMMA),
        "arguments": [_terms(row) for row in A[1:]],
        "rights": [_terms(row) for row in C],
        "dense": [_terms(row) for row in dense],
    }


def _terms(row: tuple[float, ...]) -> list[dict]:
    return [{"stage": s, "value": repr(x)} for s, x in enumerate(row)]

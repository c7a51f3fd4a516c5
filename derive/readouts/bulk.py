"""The bulk after one step: traces and corner of (1 + x C)^-1, C = (1 + a M)^2 + tau S, from two
potentials.

Both are quadratic forms with one term per sample, K_y in the fields f = (w.x, omega.x); omega
linearises M^2, and is left out where a = 0.  The first potential is (1/d) log det: stationary in G,
the variance of f over its fluctuations, and F.  The second is the least w.(1 + x C) w/2 - w.(p
theta + q vbar), whose second derivatives are the corner.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations_with_replacement

from sympy import Add, Expr, Matrix, Symbol, cancel, diag, eye, log, sqrt, symbols

from ..ir.stationary import Stage, Value
from .means import Mean, collected, spread
from .reading import Readout, alpha0, gamma
from .step import M, Wishart, covariance

__all__ = ["entries", "spectra"]

r = Symbol("r", positive=True)  # sqrt(x)
x = r**2
a = Symbol("a", real=True)
y, s = symbols("y s", real=True)
det = Symbol("det", real=True)
vbar = Symbol("vbar", positive=True)
#: Small matrices, all symmetric, and vectors: K_y of a sample, whose last entry is 0, variance G
#: of the fields and its conjugate F, the next G, form K and source T of the corner.
MATRICES, VECTORS = ("k", "G", "F", "new", "K"), ("T",)
SIZE = 2  # of the larger ones


def _name(of: str, *places: int) -> str:
    """Of an entry of a symmetric matrix, or of a vector."""
    return f"{of}_" + "".join(map(str, sorted(places)))


k_00, k_01 = (Symbol(_name("k", 0, j), real=True) for j in range(SIZE))
NODE = (y, s, k_00, k_01, det)


@dataclass(frozen=True)
class Form:
    """The quadratic form of 1 + x C: its constant part K0, the part K_y of a sample, and what its
    entries stand for."""

    constant: Matrix
    sample: Matrix
    entries: dict[Symbol, Expr]


def _form(model: Readout, size: int) -> Form:
    """Linearised in M: x a^2 |M w|^2 = ext_omega 2 r a omega.M w - omega^2."""
    C, _, _ = covariance(model)
    linear, square = C.coeff(M, 1), C.coeff(M, 2)
    one = C.subs({M: 0, Wishart: 0})
    w = x * (linear * y + C.coeff(Wishart, 1) * y**2)
    if size == 1:
        return Form(Matrix([[1 + x * one]]), Matrix([[k_00]]), {k_00: w.subs(a, 0)})
    if square != a**2:
        raise ValueError(f"the covariance {C} is no square of 1 + a M")
    cross = r * a * y
    return Form(diag(1 + x * one, -1), Matrix([[k_00, k_01], [k_01, 0]]), {k_00: w, k_01: cross})


def spectra(model: Readout) -> tuple[Stage, ...]:
    """For a = 0 and for any a: a step of the fixed point for G, and t1 and the corner there."""
    found = []
    for size, name, where in ((1, "odd", "where a = 0"), (2, "any", "any a")):
        form = _form(model, size)
        G = Matrix(size, size, lambda i, j: Symbol(_name("G", i, j)))
        stages = (_dyson(form, G, name), _corner(form, G, name))
        found += [replace(stage, where=where) for stage in stages]
    return tuple(found)


def entries() -> dict[str, tuple[str, tuple[int, ...]]]:
    """The symbols that are entries of a matrix or a vector: which, and their places."""
    found: dict[str, tuple[str, tuple[int, ...]]] = {}
    for of in MATRICES:
        found |= {_name(of, *places): (of, places) for places in _entries(SIZE)}
    for of in VECTORS:
        found |= {_name(of, i): (of, (i,)) for i in range(SIZE)}
    return found


def _entries(size: int) -> list[tuple[int, int]]:
    """On and above the diagonal."""
    return list(combinations_with_replacement(range(size), 2))


def _potential(form: Form, G: Matrix) -> tuple[Expr, Matrix]:
    """(1/d) log det(1 + x C) = log det(K0 + F) - alpha0 tr G F + alpha0 <log det(1 + G K_y)>,
    stationary in G and F."""
    size = G.shape[0]
    F = Matrix(size, size, lambda i, j: Symbol(_name("F", i, j)))
    sample = (eye(size) + G * form.sample).det()
    return log((form.constant + F).det()) - alpha0 * (G * F).trace() + alpha0 * Mean(log(sample)), F


def _determinant(form: Form, G: Matrix) -> Expr:
    return (eye(G.shape[0]) + G * form.sample).det().expand()


def _nodes(form: Form, G: Matrix) -> tuple[Value, ...]:
    entries = (Value(k.name, e, "entry of K_y") for k, e in form.entries.items())
    return (*entries, Value("det", _determinant(form, G), "det(1 + G K_y)"))


def _forces(form: Form, G: Matrix) -> dict[Expr, Expr]:
    """F from stationarity in G."""
    potential, F = _potential(form, G)
    found = {}
    for i, j in _entries(G.shape[0]):
        slope = potential.diff(G[i, j]).doit()
        found[F[i, j]] = cancel(-slope.subs(F[i, j], 0) / slope.diff(F[i, j]))
    return {k: _written(form, G, e) for k, e in found.items()}


def _written(form: Form, G: Matrix, e: Expr) -> Expr:
    """det for det(1 + G K_y) in denominators; means spread."""

    def short(mean: Expr) -> Expr:
        top, bottom = cancel(mean.args[0]).as_numer_denom()
        power, scale = _power(bottom, _determinant(form, G))
        return Mean((top / scale).expand() / det**power)

    return spread(e.replace(lambda m: isinstance(m, Mean), short), NODE)


def _moved(by_entry: Expr, slope: Expr) -> Expr:
    """The derivative by an entry of K_y, under the mean, times the slope of that entry."""
    return by_entry.replace(lambda e: isinstance(e, Mean), lambda m: Mean(m.args[0] * slope))


def _power(bottom: Expr, base: Expr) -> tuple[int, Expr]:
    """n and c with bottom = c base^n."""
    for n in (0, 1, 2):
        scale = cancel(bottom / base**n)
        if not scale.has(y, k_00, k_01):
            return n, scale
    raise ValueError(f"{bottom} is no power of {base}")


def _dyson(form: Form, G: Matrix, name: str) -> Stage:
    forces = _forces(form, G)
    _, F = _potential(form, G)
    new = (form.constant + F).inv() / alpha0
    names = collected(forces.values())
    values = [Value(str(k), e.xreplace(names)) for k, e in forces.items()]
    values += [Value(_name("new", i, j), new[i, j]) for i, j in _entries(G.shape[0])]
    entries = tuple(str(G[i, j]) for i, j in _entries(G.shape[0]))
    return Stage(
        f"{name}_dyson",
        "stationarity of the log-determinant: G",
        ("r", *entries),
        _nodes(form, G),
        tuple(Value(v.name, k.args[0]) for k, v in names.items()),
        tuple(values),
        returns=tuple(_name("new", i, j) for i, j in _entries(G.shape[0])),
    )


def _corner(form: Form, G: Matrix, name: str) -> Stage:
    """t1 = d/dx of the log-determinant, and the inverse of the corner along spike and teacher."""
    size = G.shape[0]
    potential, _F = _potential(form, G)
    explicit = potential.diff(r) + Add(
        *(_moved(potential.diff(k), e.diff(r)) for k, e in form.entries.items())
    )
    t1 = _written(form, G, (explicit / (2 * r)).expand())
    forces = _forces(form, G)
    # w = theta m + rest; f = m s + fluctuation with variance G; p, q: sources along theta and vbar
    m = Matrix([Symbol(f"m_{i}") for i in range(size)])
    _p, q = symbols("p q")
    f = Matrix([Symbol(f"f_{i}") for i in range(size)])
    shift = f - m * s
    price = ((shift.T * G.inv() * shift)[0] + (f.T * form.sample * f)[0]) / 2 - q * y * f[0]
    stationary = (eye(size) + G * form.sample).adjugate() / _determinant(form, G)
    best = stationary * (m * s + G * Matrix([q * y, *[0] * (size - 1)]))
    # the envelope's slope
    least = {b: price.diff(b).subs(dict(zip(f, best, strict=True))) for b in (*m, q)}

    def second(b: Symbol, c: Symbol) -> Expr:
        """Second derivative of the averaged price, a quadratic form."""
        return _written(form, G, Mean(cancel(least[b].diff(c).subs(dict.fromkeys((*m, q), 0)))))

    K = form.constant + Matrix(size, size, lambda i, j: second(m[i], m[j]))
    t = Matrix([-second(k, q) for k in m])
    w = -second(q, q)
    stiff = Matrix(size, size, lambda i, j: Symbol(_name("K", i, j)))
    along = Matrix([Symbol(_name("T", i)) for i in range(size)])
    inverse = stiff.inv()
    theta_theta, theta_vbar = inverse[0, 0], (inverse * along)[0]
    vbar_vbar = Symbol("w") + (along.T * inverse * along)[0]
    # to the basis (v, e): v = vbar/|vbar|, theta = gamma v + sqrt(1 - gamma^2) e; then the inverse
    c = sqrt(1 - gamma**2)
    tt, tv, vv, N_vv, N_ve, N_ee = symbols("tt tv vv N_vv N_ve N_ee")
    corner = Matrix([[N_vv, N_ve], [N_ve, N_ee]]).inv()
    named = {_name("K", i, j): K[i, j] for i, j in _entries(size)}
    named |= {_name("T", i): t[i] for i in range(size)} | {"w": w, "t1": t1}
    names = collected([*forces.values(), *named.values()])
    values = [Value(str(k), e.xreplace(names)) for k, e in forces.items()]
    values += [Value(k, e.xreplace(names)) for k, e in named.items()]
    values += [
        Value("tt", theta_theta),
        Value("tv", theta_vbar),
        Value("vv", vbar_vbar),
        Value("N_vv", vv / vbar**2),
        Value("N_ve", (tv / vbar - gamma * N_vv) / c),
        Value("N_ee", (tt - 2 * gamma * tv / vbar + gamma**2 * N_vv) / c**2),
        Value("W_vv", corner[0, 0]),
        Value("W_ve", corner[0, 1]),
        Value("W_ee", corner[1, 1]),
    ]
    entries = tuple(str(G[i, j]) for i, j in _entries(size))
    return Stage(
        f"{name}_corner",
        "t1 and the inverse of the corner",
        ("r", *entries),
        _nodes(form, G),
        tuple(Value(v.name, k.args[0]) for k, v in names.items()),
        tuple(values),
        returns=("t1", "W_vv", "W_ve", "W_ee"),
    )

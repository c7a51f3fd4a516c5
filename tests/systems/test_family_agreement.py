"""Every algorithm with every activation: numpy = C = direct evaluation of its System, max|a - b| <=
1e-12 max|b|.

ReLU is evaluated directly with 40 digits: the roots and arcsines that its System holds lose half of
a float's digits where fields coincide, as each unit does with itself. The backends must not.
"""

import numpy as np
import pytest
from evaluate_system import Direct, overlaps, system_of

from orderode.errors import BackendError
from orderode.models.catalogue import catalogue
from orderode.solvers import load
from orderode.solvers.base import State

TOLERANCE = 1e-12
SYSTEMS = [(e.model, e.activation) for e in catalogue()]
#: One task, no inner loop.
ONLINE = (
    "adatron",
    "continual",
    "dropout",
    "giant_maml",
    "mean_field",
    "feedback_alignment",
    "hebb",
    "logistic",
    "perceptron",
    "phase_retrieval",
    "sgd",
    "spherical_retrieval",
    "sign_teacher",
    "curriculum",
    "structured_sgd",
)
#: Of a set, which say what each task is.
OF_SETS = ("adatron", "continual", "giant_maml", "logistic")
#: Arrays that some systems have, and how long they are.
VECTORS = {"feedback": "K", "spread": "M", "u_first": "M", "u_second": "M"}
VECTORS |= {"u_labels": "M", "shares": "L", "variances": "L"}
SMALL = [(1, 1), (2, 3), (3, 2), (4, 1)]
SIZES = [*SMALL, (8, 5)]


def entry(algorithm, activation):
    (found,) = (e for e in catalogue() if (e.model, e.activation) == (algorithm, activation))
    return found


def compiled(name):
    try:
        return load(name, "c")
    except BackendError as error:
        if "no C compiler" not in str(error):
            raise
        pytest.skip(str(error))


def cases(found, K, M):
    """A state and parameters for V finite or not, with kurtosis or a full covariance of the tasks,
    with one inner step and with three, where the system takes them; the rest is random. Then the
    case that solvers tell apart: one step from a head that is zero and does not move, tasks of mean
    zero and diagonal covariance; without an inner loop a teacher that is known."""
    for V in (np.inf, 3.0) if "V" in found.parameters else (np.inf,):
        for kurtosis in (False, True):
            rng = np.random.default_rng([K, M, int(np.isfinite(V)), kurtosis])
            R, Q, T = overlaps(K, M, int(rng.integers(100)))
            if "shares" in found.arrays:
                others = overlaps(K, M, int(rng.integers(100)))
                R, Q, T = (np.array([0.3 * x, y]) for x, y in zip((R, Q, T), others, strict=True))
            names = ("eta_J", "eta_w", "eta_0", "noise", "decay")
            rates = dict(zip(names, rng.uniform(0.2, 2.0, 5).tolist(), strict=True))
            steps = 3 if "inner_steps" in found.parameters and kurtosis == (V == np.inf) else 1
            F = np.diag(rng.uniform(0.3, 1.5, M)) if kurtosis else rng.standard_normal((M, M))
            tasks = {"mean": rng.standard_normal(M), "cov": F @ F.T}
            tasks["kurtosis"] = rng.uniform(1, 5, M) if kurtosis else None
            heads = {x.name: rng.standard_normal(K) for x in found.state[2:]}
            state = State(R, Q, **heads)
            if "p_second" in found.parameters:
                rates["p_second"] = rng.uniform(0.1, 0.9)
            for name in sorted({"gamma", "ratio", "anchor"} & set(found.parameters)):
                rates[name] = rng.uniform(0.1, 0.6)
            if "keep" in found.parameters:
                rates["keep"] = rng.uniform(0.3, 0.9)
            for name, size in VECTORS.items():
                if name in found.arrays:
                    tasks[name] = rng.standard_normal({"K": K, "M": M, "L": 2}[size])
                    if size == "L":
                        tasks[name] = np.abs(tasks[name])
            tasks |= nodes(found, rng, K + M)
            yield state, rates | tasks | {"T": T, "V": V, "inner_steps": steps}
        usual = {"kurtosis": None, "cov": np.zeros((M, M))}
        if "inner_steps" in found.parameters:
            usual = {
                "kurtosis": None,
                "cov": np.diag(rng.uniform(0.3, 1.5, M)),
                "mean": np.zeros(M),
            }
            state = State(R, Q, np.zeros(K))
        rates["eta_0"] = 0.0
        yield state, rates | tasks | usual | {"T": T, "V": V, "inner_steps": 1}


def nodes(found, rng, S):
    """A rule for a system that takes averages over one: few points of no use for that."""
    if not found.by_nodes:
        return {}
    return {"nodes": rng.standard_normal((3, S)), "weights": rng.uniform(0.2, 0.4, 3)}


def values(backend, found, state, parameters):
    """Everything the system has to say, by name."""
    slopes = backend.rhs(state, parameters)
    made = {f"d{name}": x for name, x in slopes.items()}
    return made | {name: backend.observable(name, state, parameters) for name in found.outputs}


def close(found, wanted, what):
    """Per array, relative to its largest entry: entries cancel."""
    assert set(found) <= set(wanted)
    for name, array in found.items():
        right = np.asarray(wanted[name], float)
        if not right.any():
            assert not np.asarray(array).any(), f"{name} of {what} is not zero"
            continue
        assert np.shape(array) == right.shape and np.isfinite(right).all()
        size = np.abs(right).max()
        if "spherical" in what and name == "dQ":  # which rests on the diagonal, but for rounding
            size = max(size, np.abs(np.asarray(wanted["dR"], float)).max())
        deviation = np.abs(array - right).max() / size
        assert deviation <= TOLERANCE, f"{name} of {what}: off by {deviation:.2e}"


@pytest.mark.parametrize(("algorithm", "activation"), SYSTEMS)
def test_numpy_and_c_agree(algorithm, activation):
    found = entry(algorithm, activation)
    c, arrays = compiled(found.name), load(found.name, "numpy")
    for K, M in SIZES:
        for case in cases(found, K, M):
            close(
                values(arrays, found, *case),
                values(c, found, *case),
                f"{found.name} at K={K}, M={M}",
            )


@pytest.mark.slow
@pytest.mark.parametrize(("algorithm", "activation"), SYSTEMS)
def test_both_agree_with_direct_evaluation(algorithm, activation):
    found, system = entry(algorithm, activation), system_of(algorithm, activation)
    backends = load(found.name, "numpy"), compiled(found.name)
    for K, M in SMALL:
        for state, parameters in cases(found, K, M):
            if system.guarded and parameters["V"] < np.inf and (K, M) not in SMALL[:2]:
                continue  # seconds each, with 40 digits
            given = (
                "mean",
                "cov",
                "kurtosis",
                *VECTORS,
                *(("nodes", "weights") if found.by_nodes else ()),
            )
            inputs = {name: parameters[name] for name in given if name in found.arrays}
            inputs |= {name: x for name, x in state.items() if name not in ("R", "Q")}
            overlaps_ = (state.R, state.Q, parameters["T"])
            direct = Direct(system, K, M, *overlaps_, parameters, **inputs).arrays
            for backend in backends:
                close(
                    values(backend, found, state, parameters),
                    direct,
                    f"{found.name}, {backend.name}, K={K}, M={M}",
                )


@pytest.mark.parametrize("distance", [0.0, 1e-12, 1e-8, 1e-4])
def test_relu_where_students_are_close_to_the_teacher(distance):
    """Weights that differ by `distance`, so that C_ii C_jj - C_ij^2 is its square, or rounding. The
    error stays 1e-15: that of the root cancels between the terms of an average. (Roots and arcsines
    as written are off by 1e-8 here.)"""
    rng = np.random.default_rng(0)
    B = rng.standard_normal((2, 40)) / np.sqrt(40)
    J = np.vstack([B, B[:1]]) + distance * rng.standard_normal((3, 40)) / np.sqrt(40)
    state, tasks = (
        State(J @ B.T, J @ J.T, rng.standard_normal(3)),
        {"mean": np.array([0.4, -1.1]), "cov": np.eye(2)},
    )
    parameters = {"T": B @ B.T, "V": np.inf, "eta_J": 1.0, "eta_w": 0.5, "eta_0": 0.7}
    found, system = entry("anil", "relu"), system_of("anil", "relu")
    direct = Direct(
        system, 3, 2, state.R, state.Q, B @ B.T, parameters, w0=state.w0, **tasks
    ).arrays
    for backend in (load(found.name, "numpy"), compiled(found.name)):
        close(
            values(backend, found, state, parameters | tasks),
            direct,
            f"{backend.name} at distance {distance:g}",
        )


def test_relu_at_and_beyond_the_end_of_the_domain():
    """Correlations that rounding has carried past one are one; those farther out are none."""
    for backend in (load("sgd_relu", "numpy"), compiled("sgd_relu")):
        slopes = []
        for excess in (0.0, 1e-12, 1e-7):
            state = State(np.full((1, 1), 0.5 * (1 + excess)), np.full((1, 1), 0.5), np.ones(1))
            slopes.append(
                backend.rhs(
                    state, {"T": np.full((1, 1), 0.5), "V": np.inf, "eta_J": 1.0, "mean": [0.3]}
                )
            )
        assert slopes[1].R == pytest.approx(slopes[0].R, rel=1e-11)
        assert np.isnan(slopes[2].R).all(), backend.name
    still = State(np.zeros((2, 1)), np.diag([0.0, 1.0]), np.ones(2))  # a student of no length
    given = {"T": np.eye(1), "eta_J": 1.0, "mean": np.zeros(1), "cov": np.eye(1)}
    found = {
        name: load("sgd_relu", name).observable("eps_g", still, given) for name in ("numpy", "auto")
    }
    assert found == pytest.approx(dict.fromkeys(found, 0.5), rel=1e-12)


@pytest.mark.parametrize(("algorithm", "activation"), [x for x in SYSTEMS if x[0] not in OF_SETS])
def test_defaults_are_what_they_say(algorithm, activation):
    """Tasks not given: mean 0, covariance 1, online mean 1, covariance 0; Gaussian, a kurtosis of
    3 is none at all."""
    found = entry(algorithm, activation)
    R, Q, T = overlaps(3, 2, 0)
    rates = {"eta_J": 1.2, "eta_w": 0.7, "eta_0": 0.9, "noise": 0.4}
    if "shares" in found.arrays:
        R, Q, T = (np.array([x, x]) for x in (R, Q, T))
        rates["shares"] = np.array([0.5, 0.5])
    state = State(R, Q, np.array([0.3, -0.5, 0.8]))
    rates |= {"anchor": 0.3} if "anchor" in found.parameters else {}
    rates |= nodes(found, np.random.default_rng(0), 5)
    written = {
        "mean": np.zeros(2),
        "cov": np.eye(2),
        "kurtosis": np.full(2, 3.0),
        "inner_steps": 1,
        "decay": 0.0,
    }
    if "shares" in found.arrays:
        written["variances"] = np.ones(2)
    if algorithm in ONLINE:
        written |= {"mean": np.ones(2), "cov": np.zeros((2, 2))}
    for backend in (load(found.name, "numpy"), compiled(found.name)):
        short = values(backend, found, state, rates | {"T": T, "V": 3.0})
        close(
            values(backend, found, state, rates | written | {"T": T, "V": 3.0}), short, backend.name
        )
        for name, other in (
            ("mean", np.array([0.1, 0.0])),
            ("cov", np.diag([1.0, 1.1])),
            ("kurtosis", np.ones(2)),
        ):
            changed = values(
                backend, found, state, rates | written | {"T": T, "V": 3.0, name: other}
            )
            if not (algorithm in (*ONLINE, "pooled", "pooled_varied") and name != "mean"):
                assert np.abs(changed["dQ"] - short["dQ"]).max() > 1e-3, f"{name} does not matter"

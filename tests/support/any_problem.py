"""Problems of any model at overlaps of order one, and differences of whole trajectories."""

import numpy as np

import orderode
from orderode.models.catalogue import entry
from orderode.solvers.layout import layout

inf = float("inf")
TIGHT = {"points": 4, "rtol": 1e-12, "atol": 1e-15}
#: Of sixth order: f'(0) = sum_j c_j (f(j h) - f(-j h))/h.
SIXTH = (3 / 4, -3 / 20, 1 / 60)
#: What some models need beside rates.
BESIDE = {
    "feedback_alignment": {"feedback": [1.0, -0.6, 0.4, 0.9, -0.3]},
    "dropout": {"keep": 0.8},
    "continual": {"u_first": [1.0, 0.3], "u_second": [-0.8, 0.4], "p_second": 0.4},
    "structured_sgd": {"shares": [0.5, 0.5], "variances": [1.2, 0.8]},
    "proximal": {"anchor": 0.3},
    "curriculum": {"shares": [0.5, 0.5], "variances": [1.2, 0.8]},
}
INNER = ("proximal", "fo_anil", "pooled", "anil", "fo_anil_varied", "pooled_varied", "anil_varied")


def problem(model, activation="erf", K=2, M=2, end=1.5, V=5, P=inf, **parameters):
    """Any model at overlaps of order one, head start and labels' noise included."""
    rng = np.random.default_rng(3)
    shared = {"eta_J": 0.4, "V": V, "w0": list(0.5 + 0.1 * np.arange(K)), "noise": 0.2}
    if model in INNER:
        shared |= {"eta_w": 0.3, "P": P}
    for name, value in BESIDE.get(model, {}).items():
        size = {"feedback": K, "u_first": M, "u_second": M}.get(name)
        shared[name] = value[:size] if size else value
    tasks = {"mean": [1.0] * M}
    if "varied" in model:
        tasks["spread"] = 0.3
    return orderode.Problem(
        model=model,
        activation=activation,
        K=K,
        M=M,
        parameters={**shared, **parameters},
        overlaps={"T": 1 + 0.3 * np.arange(M), "Q": 0.5, "R": 0.1 * rng.standard_normal((K, M))},
        run={"alpha_end": end, **TIGHT},
        **({} if model == "continual" else {"tasks": tasks}),
    )


def ended(p):
    """The last state, packed, and eps_g."""
    t = orderode.integrate(p)
    flat = layout(entry(p.model, p.activation).state, *p.counts)
    return np.append(flat.pack(t.states.at(-1)), t.eps_g[-1])


def by_parameter(p, name, h):
    """d state and eps_g at the end/d parameter, by differences of whole trajectories."""
    value = p.parameters[name]
    return (
        sum(
            c
            * (
                ended(p.with_numbers(**{name: value + j * h}))
                - ended(p.with_numbers(**{name: value - j * h}))
            )
            for j, c in enumerate(SIXTH, start=1)
        )
        / h
    )

"""d eps_g(5)/d eta_J of FO-ANIL, through the whole trajectory, at several rates at once.

    pip install jax diffrax
    python examples/jax/gradient.py

The functions come from generated/arrays/fo_anil.py, which needs nothing else of this project.
"""

import importlib.util
from pathlib import Path

import diffrax
import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)  # before the first array

PLACE = Path(__file__).resolve().parents[2] / "generated" / "arrays" / "fo_anil.py"
spec = importlib.util.spec_from_file_location("fo_anil", PLACE)
fo_anil = importlib.util.module_from_spec(spec)
spec.loader.exec_module(fo_anil)

T = jnp.diag(jnp.array([1.0, 2.0, 3.0]))
START = (
    jnp.array([[0.1, -0.05, 0.2], [0.03, 0.15, -0.1], [-0.08, 0.02, 0.12]]),  # R
    0.5 * jnp.eye(3),  # Q
    jnp.zeros(3),  # head start
)


def error(eta_J, end=5.0):
    """eps_g at the end, for tasks N(0, 1) and infinite P and V."""
    rates = fo_anil.Parameters(eta_J=eta_J, eta_w=4.0)
    slope = diffrax.ODETerm(lambda alpha, state, _: fo_anil.rhs(*state, T, rates, jnp))
    steps = diffrax.PIDController(rtol=1e-10, atol=1e-12)
    found = diffrax.diffeqsolve(
        slope, diffrax.Dopri8(), 0.0, end, 0.01, START, stepsize_controller=steps
    )
    state = [x[-1] for x in found.ys]
    return fo_anil.eps_g(*state, T, rates, jnp)


if __name__ == "__main__":
    rates = jnp.array([2.0, 4.0, 6.0])
    for eta_J, eps_g, slope in zip(rates, *jax.vmap(jax.value_and_grad(error))(rates), strict=True):
        print(f"{eta_J:.1f} {eps_g:.12e} {slope:.12e}")

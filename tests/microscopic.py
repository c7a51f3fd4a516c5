"""Settings of the built-in models for the simulation, with the parameters as keywords."""

from orderode.simulate import Setting, read_model
from orderode.solvers.models import model_data

NUMBERS = ("eta_J", "eta_w", "eta_0", "noise", "decay", "P", "V", "inner_steps")


def make_setting(model, activation, K, M, **given):
    """A Setting; of the parameters in NUMBERS those that the model has, and None stands for its default."""
    found = read_model(model_data(model)) if isinstance(model, str) else model
    parameters = {name: given.pop(name) for name in NUMBERS if name in given}
    known = {p.name for p in found.parameters}
    parameters = {name: x for name, x in parameters.items() if name in known and x is not None}
    return Setting(found, activation, K, M, parameters, **given)

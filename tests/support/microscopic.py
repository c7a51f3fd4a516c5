"""Settings of the built-in models for the simulation, with the parameters as keywords."""

from orderode.models.data import model_data
from orderode.simulate import Setting, read_model

NUMBERS = ("eta_J", "eta_w", "eta_0", "noise", "decay", "P", "V", "inner_steps")


def make_setting(model, activation, K, M, **given):
    """A Setting of a built-in model, by name, or of a dict; of the parameters in NUMBERS those that
    the model has, and None stands for its default."""
    found = read_model(model_data(model) if isinstance(model, str) else model)
    known = {p.name for p in found.parameters}
    parameters = {name: given.pop(name) for name in {*NUMBERS, *known} if name in given}
    parameters = {name: x for name, x in parameters.items() if name in known and x is not None}
    return Setting(found, activation, K, M, parameters, **given)

"""The flat state of the systems that R, Q and w0 make up, or more heads."""

from orderode.models.catalogue import catalogue
from orderode.solvers.layout import counted, layout


def pack(state):
    """The flat states (..., n) of a state."""
    names = tuple(state.names)
    entries = next(e.state for e in catalogue() if tuple(x.name for x in e.state) == names)
    return layout(entries, *counted(entries, state)).pack(state)


def unpack(flat, K, M):
    """The state of flat states (..., n)."""
    return layout(catalogue()[0].state, K, M).unpack(flat)

"""From an algorithm to its System: at any P and V where the averages allow it, else in the limit
that is left."""

from __future__ import annotations

from ..gaussian.activations import Activation
from ..ir.flow import Flow
from ..language import Algorithm
from .ahead import composed
from .assembly import assembled
from .macroscopic import derived
from .monomials import TooManySums
from .reading import read
from .support import NoFewShots

__all__ = ["derive"]


def derive(algorithm: Algorithm, activation: Activation) -> Flow:
    """The macroscopic equations of ``algorithm``, at any P and V where the averages allow it; else
    ``NoRule``.

    Finite P needs an average of four activations on one sample, finite V one of two and two
    derivatives: where one has no rule, or a product of losses more sums than there are letters,
    that limit is taken, and the system's closures say so.
    """
    if algorithm.ahead is not None:
        return composed(algorithm, activation)
    model = read(algorithm)
    left_out = _left_out(algorithm, activation)
    try:
        work = derived(model, activation, finite=not left_out)
        missing = work.averages.missing()
    except (NoFewShots, TooManySums) as error:
        missing = str(error)
    if missing:
        work = derived(model, activation, finite=False)
    enter = "left out where the samples of the inner loop enter the step, too"
    through = enter if algorithm.outer.through is not None else ""
    return assembled(work, missing or left_out or through)


def _left_out(algorithm: Algorithm, activation: Activation) -> str:
    """Why finite P is not tried, if so."""
    if algorithm.blocks:
        return "left out for inputs in blocks"
    if algorithm.tasks and algorithm.adaptation is not None:
        return "left out with a set of tasks, whose moments are no Gaussian's"
    if algorithm.teacher.activation not in (None, activation.name):
        return "left out where learner and teacher have activations of their own"
    return "" if activation.few_shots else "left out with this activation"

"""The vocabulary of a model file: losses and the updates that descend them.

A model file states an algorithm in microscopic terms.  Everything here is data: a loss is an
expression in heads, local fields, activations of fields and label noise on one sample.  Nothing is
differentiated or averaged here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .expression import Node, node
from .faults import ONE
from .scenario import Gains, Head, Network, Rate, Samples, Task, TaskVector, Unit, Vector

__all__ = [
    "Adaptation",
    "Algorithm",
    "Coefficient",
    "Descent",
    "GiantAdaptation",
    "GiantStep",
    "Loss",
    "Observable",
    "coefficient",
    "expression",
]

#: An expression on one sample of a set, or a number.
Loss = Callable[[Head, Samples], Any]
#: The same of one unit of the learner.
Coefficient = Callable[[Unit, Head, Samples], Any]


def expression(loss: Loss, head: Head, samples: Samples) -> Node:
    """The loss with this head on one sample of the set."""
    return node(loss(head, samples))


def coefficient(outer: Descent) -> Node | None:
    """That of the learner's first letter on one sample, where a rule states one."""
    if outer.coefficient is None:
        return None
    return node(outer.coefficient(outer.network.index(), outer.head, outer.samples))


@dataclass(frozen=True)
class Adaptation:
    """The inner loop: ``steps`` gradient steps of ``head`` from ``start`` on the mean loss over
    ``samples``.

    ``steps`` is a number, or the name of a parameter that counts them.
    """

    head: Head
    start: Head
    rate: Rate
    loss: Loss
    samples: Samples
    steps: str | int = 1


@dataclass(frozen=True)
class Descent:
    """The outer loop: first-layer weights of ``network`` move down the mean loss of ``head`` over
    ``samples``.

    First order: the head is held fixed while the loss is differentiated.  With ``through`` the
    derivative goes through the inner loop that made the head, so that its samples enter the step
    too.  ``decay`` shrinks the weights by ``rate * decay / N`` in a step.

    A rule that descends no loss states its ``coefficient``: that of a unit k on one sample, which
    stands for minus the slope of the loss in the field of k.  The loss is then what the head start
    descends.  ``spherical``: after the step the weights of each unit are rescaled to their length
    before it.
    """

    network: Network
    head: Head
    rate: Rate
    loss: Loss
    samples: Samples
    decay: Rate | None = None
    through: Adaptation | None = None
    coefficient: Coefficient | None = None
    spherical: bool = False


@dataclass(frozen=True)
class GiantStep(Descent):
    """The outer loop where a step uses as many samples as there are inputs: n = a N fresh ones, and
    J <- J - gamma sqrt(N) (1/n) sum F x with the same F and x, so that weights move by as much as
    they are.  ``rate`` is gamma, and the size of ``samples`` is a.

    What follows is a map from one step to the next, not a flow.
    """


@dataclass(frozen=True)
class GiantAdaptation:
    """A giant step ahead of each outer step, and taken back after it: on n = a N fresh samples of
    the task J' = J - rate sqrt(N) (1/n) sum F x with the head ``head``, which at the rate
    ``rate_of_head`` goes down the mean of the same losses: w' = w - rate_of_head (1/n) sum dl/dw.

    The outer step moves J down the loss that J' and w' have on its own samples, J' - J and w' - w
    held fixed: MAML of first order, both layers in the inner loop.  The size of ``samples`` is a.
    """

    network: Network
    head: Head
    rate: Rate
    loss: Loss
    samples: Samples
    rate_of_head: Rate | None = None


@dataclass(frozen=True)
class Observable:
    """The mean of a loss on fresh data with a head, adapted or not; of the ``task`` of this name,
    active or not, where the task is one of a set."""

    name: str
    loss: Loss
    head: Head
    meaning: str
    latex: str
    task: str = ""


@dataclass(frozen=True)
class Algorithm:
    """What a model file exports: an algorithm as its loss and its updates.

    ``parameters`` are those of its losses and output scales that are none of the rates named
    elsewhere, ``vectors`` those of its coefficient, ``gains`` those of its outer loss.  ``tasks``:
    the set that the task vector is drawn from, in place of a mean and a covariance.  ``blocks``:
    inputs are not i.i.d., but come in blocks of coordinates, for each of which a problem gives a
    share of all coordinates and the variance of those in it.  ``ahead``: what adapts for each task
    before the outer step and the observables are taken.
    """

    name: str
    title: str
    learner: Network
    teacher: Network
    task: TaskVector
    start: Head
    outer: Descent
    observables: tuple[Observable, ...]
    adaptation: Adaptation | None = field(
        default=None, metadata={ONE: "there is one inner loop, with one support set"}
    )
    noise: Rate | None = None
    reference: str = ""
    parameters: tuple[Rate, ...] = ()
    vectors: tuple[Vector, ...] = ()
    gains: Gains | None = None
    tasks: tuple[Task, ...] = ()
    blocks: bool = False
    ahead: GiantAdaptation | None = None

    def heads(self) -> tuple[str, ...]:
        """The names of the head start, and of the heads that tasks of a set have of their own."""
        own = (t.head for t in self.tasks if t.head)
        return tuple(dict.fromkeys((self.start.name, *own)))

    def arrays(self) -> tuple[Vector, ...]:
        """The vectors of its coefficient, and those of a set of tasks."""
        return tuple(dict.fromkeys((*self.vectors, *(t.vector for t in self.tasks))))

    def shares(self) -> tuple[Rate, ...]:
        """The parameters that are probabilities."""
        keep = (self.gains.keep,) if self.gains else ()
        return (*keep, *(t.share for t in self.tasks if t.share is not None))

    def rates(self) -> tuple[Rate, ...]:
        """All rates of the algorithm, once each, in the order of the solvers' parameters."""
        inner = self.adaptation.rate if self.adaptation else None
        ahead = (self.ahead.rate, self.ahead.rate_of_head) if self.ahead else ()
        found = (
            self.outer.rate,
            inner,
            *ahead,
            self.start.rate,
            self.noise,
            self.outer.decay,
            *self.shares(),
            *self.parameters,
        )
        return tuple(r for r in found if r is not None)

"""What an array is to its system, what stands for an input that a caller leaves out, and what
values a parameter may have."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Default", "Role", "Values"]


class Role(StrEnum):
    """What sort of array a definition is: rules and rewrites ask its properties, never its name."""

    COVARIANCE = "covariance"  #: of the fields, as they are or with Gaussian weights absorbed
    AVERAGE = "gaussian"  #: over the fields
    RESPONSE = "response"  #: offsets and slopes of linear forms in the task vector
    MOMENT = "moment"  #: average over the task
    FACTOR = "factor"  #: lower triangular F with F F^T = the covariance it reads
    NODE = "node"  #: one element, or more, for each node of a rule: the first index
    CUBATURE = "cubature"  #: sum over those nodes: what they give of an average over the fields
    SUPPORT = "support"  #: what the moments of the head owe to a finite support set
    FORCE = "force"  #: averages of the products that the equations of motion are made of
    SPREAD = "spread"  #: covariance in one step of what the diffusion is made of
    OUTPUT = "output"  #: what the solvers return
    SHARED = "shared"  #: expression that several elements read, made by the lowering
    PARTIAL = "partial"  #: sum over some of the indices of a larger one, made by the lowering

    @property
    def is_result(self) -> bool:
        """Asked for: it is returned whole, and never left out."""
        return self is Role.OUTPUT

    @property
    def factorises(self) -> bool:
        """Found as a whole from the matrix it reads; there is no formula for one of its
        elements."""
        return self is Role.FACTOR

    @property
    def per_node(self) -> bool:
        """Its first index is a node of the rule in the space of the fields: computed one node at a
        time, not stored."""
        return self is Role.NODE

    @property
    def of_rule(self) -> bool:
        """Serves nothing but the sums over the nodes of that rule."""
        return self in (Role.FACTOR, Role.NODE)

    @property
    def of_samples(self) -> bool:
        """Zero for an infinite support set."""
        return self is Role.SUPPORT

    @property
    def of_task(self) -> bool:
        """An average over the task: a sum over its units for each pair of heads."""
        return self is Role.MOMENT

    @property
    def of_fields(self) -> bool:
        """An average over the fields: closed, so that a sum that reads it may evaluate it where it
        stands."""
        return self is Role.AVERAGE

    @property
    def conditional(self) -> bool:
        """Elements of the covariance itself, or a few products of them: cheap to write into what
        reads them."""
        return self is Role.COVARIANCE

    @property
    def drives(self) -> bool:
        """An average that enters the equations of motion, which are the same functions of these for
        all algorithms."""
        return self is Role.FORCE

    @property
    def is_table(self) -> bool:
        """A stored expression: equal expressions are read from it."""
        return self is Role.SHARED


class Values(StrEnum):
    """What a parameter, or each element of a table of them, may be."""

    RATE = "rate"  #: finite, 0 or more
    POSITIVE = "positive"  #: finite, more than 0
    REAL = "real"  #: finite
    COSINE = "cosine"  #: from -1 to 1
    SAMPLES = "samples"  #: 1 or more, or infinite
    RATIO = "ratio"  #: more than 0, or infinite
    COUNT = "count"  #: an integer, 1 or more
    FLAG = "flag"  #: 0 or 1


class Default(StrEnum):
    """What stands for an input where the caller gives none."""

    REQUIRED = ""
    CONSTANT = "constant"  #: the input's value in all elements
    DIAGONAL = "diagonal"  #: the input's value times the identity
    ABSENT = "absent"  #: the terms that contain it are left out
    RULE = "rule"  #: nodes and weights: required where terms that contain them are kept

    @property
    def filled(self) -> bool:
        """The solvers make a copy and fill it."""
        return self in (Default.CONSTANT, Default.DIAGONAL)

"""What is simulated: the algorithm, its rates and sample sizes, and the state it starts from."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from .activations import FloatArray, known_activation
from .errors import SettingError
from .model import Model
from .reading import read_model

DEFAULT: Any = None  # stands for a value that depends on the model, K or M; see Setting


@dataclass(frozen=True, eq=False)
class Setting:
    """One simulation problem; arrays are copied, checked and made read-only.

    model: as data, or the dict of a model file; activation: name, or the coefficients (c_0, c_1,
    ...) of a polynomial;
    K, M: numbers of student and teacher units;
    parameters: a number for each parameter of the model that has no default. Those of the kind
        "samples" are integers, that of the support set may be math.inf (the head is then its
        conditional expectation); "count": an integer;
    T (M, M), Q (K, K), R (K, M): overlaps per input dimension, T fixed, Q and R at time zero;
    w0 (K,): head start at time zero; mean (M,), cov (M, M): of the prior of the teacher's head: by
        default what the model says; kurtosis (M,): E(u-mean)^4/var^2 of independent components, by
        default 3, see TaskPrior.
    w0, mean and kurtosis may be given as one number. Where tasks of a set have heads of their own
    w0 holds these one after the other, in the order of the model's.
    spread: (M,) or a number: noise in the weights of a task's teacher, by default what the model
        says; others have none.
    vectors: numbers (K,) or (M,) for each vector of the model, by default what it says.
    shares, variances (L,): of a model whose inputs are in blocks, the share of all coordinates that
        each block has, and the variance of those in it, by default 1. T (L, M, M), Q (L, K, K) and
        R (L, K, M) are then those within each block. test_variances: of the inputs that observables
        are measured on, by default the same.
    """

    model: Model
    activation: str | tuple[float, ...]
    K: int
    M: int
    parameters: Mapping[str, float]
    T: FloatArray
    Q: FloatArray
    R: FloatArray
    w0: FloatArray = DEFAULT
    mean: FloatArray = DEFAULT
    cov: FloatArray = DEFAULT
    kurtosis: FloatArray = DEFAULT
    vectors: Mapping[str, FloatArray] = DEFAULT
    spread: FloatArray = DEFAULT
    shares: FloatArray = DEFAULT
    variances: FloatArray = DEFAULT
    test_variances: FloatArray = DEFAULT

    def __post_init__(self) -> None:
        model: Any = self.model  # a dict is admitted, too
        object.__setattr__(self, "model", model if isinstance(model, Model) else read_model(model))
        checked = known_activation("activation", self.activation)
        object.__setattr__(self, "activation", checked)
        for key in ("K", "M"):
            object.__setattr__(self, key, _whole(key, getattr(self, key)))
        object.__setattr__(self, "parameters", self._checked_parameters())
        K, M, task = self.K, self.M, self.model.task
        defaults = (("w0", self.model.start.value), ("mean", task.mean), ("kurtosis", 3.0))
        varies = self.model.teacher.spread
        if varies is None and self.spread is not None and np.any(self.spread):
            raise SettingError(
                "spread", self.spread, f"all tasks of {self.model.name} have one teacher"
            )
        more = (("spread", varies or 0.0), ("cov", task.variance * np.eye(M)))
        for key, value in (*defaults, *more):
            if getattr(self, key) is None:
                object.__setattr__(self, key, value)
        L = self._check_blocks()
        for key, shape in (("T", (M, M)), ("Q", (K, K)), ("R", (K, M))):
            self._check_array(key, (*L, *shape))
        self._check_array("cov", (M, M))
        self._check_array("w0", (K * len(self.model.heads),))
        for key in ("mean", "kurtosis", "spread"):
            self._check_array(key, (M,))
        object.__setattr__(self, "vectors", self._checked_vectors())
        if self.model.tasks:
            self.task_set()
        remedy = "[[Q, R], [R^T, T]] must be positive semi-definite; make R smaller or Q, T larger"
        for C in self.within() if L else [self.covariance()]:
            _check_semidefinite("Q, R, T", C, remedy)
        _check_semidefinite(
            "cov", self.cov, "the covariance of the tasks must be positive semi-definite"
        )
        if (self.spread < 0).any():
            raise SettingError("spread", self.spread, "the strength of noise is 0 or more")
        if (self.kurtosis < 1).any():
            raise SettingError(
                "kurtosis", self.kurtosis, "a kurtosis is at least 1 (3 Gaussian, 1 Rademacher)"
            )
        if (self.kurtosis != 3).any() and (self.cov != np.diag(np.diagonal(self.cov))).any():
            remedy = "components are independent where the kurtosis is not 3: give a diagonal cov"
            raise SettingError("kurtosis", self.kurtosis, remedy)

    def _checked_parameters(self) -> dict[str, float]:
        """A value for each parameter of the model, and for no others."""
        names = [p.name for p in self.model.parameters]
        given: dict[str, Any] = dict(self.parameters)
        for name, value in given.items():
            if name not in names:
                raise SettingError(
                    name, value, f"{self.model.name} has no such parameter: {', '.join(names)}"
                )
        inner, query = self.model.inner, self.model.size_of(self.model.outer.samples)
        support = None if inner is None else self.model.size_of(inner.samples)
        found = {}
        for p in self.model.parameters:
            value = given.get(p.name, p.default)
            if value is None:
                raise SettingError(
                    p.name, None, f"{self.model.name} needs {p.name}, {p.meaning}: give a number"
                )
            if p.name == self.model.ratio:
                found[p.name] = _ratio(p.name, value)
            elif p.kind in ("samples", "count"):
                found[p.name] = _whole(p.name, value, or_inf=p.name == support != query)
            elif not math.isfinite(value):
                raise SettingError(p.name, value, f"{p.name} must be a finite number")
            elif p.kind == "share" and not 0 <= value <= 1:
                raise SettingError(p.name, value, f"{p.name} is a probability, from 0 to 1")
            else:
                found[p.name] = float(value)
        level = self.model.noise
        if level is not None and found[level] < 0:
            raise SettingError(level, found[level], f"{level} is a standard deviation, at least 0")
        return found

    def _check_blocks(self) -> tuple[int, ...]:
        """The number of blocks, if there are any."""
        names = ("shares", "variances", "test_variances")
        given: dict[str, Any] = {key: getattr(self, key) for key in names}
        if not self.model.blocks:
            for key, value in given.items():
                if value is not None:
                    remedy = f"inputs of {self.model.name} are not in blocks"
                    raise SettingError(key, value, remedy)
            return ()
        size = np.size(given["shares"]) if given["shares"] is not None else 0
        if given["variances"] is None:
            given["variances"] = np.ones(size)
        if given["test_variances"] is None:
            given["test_variances"] = given["variances"]
        for key, value in given.items():
            object.__setattr__(self, key, np.zeros(0) if value is None else value)
            self._check_array(key, (size,))
            if (getattr(self, key) < 0).any():
                raise SettingError(key, value, "shares and variances are at least 0")
        if not size or (self.shares == 0).any() or abs(self.shares.sum() - 1) > 1e-9:
            remedy = "give a share > 0 for each block, 1 together"
            raise SettingError("shares", given["shares"], remedy)
        return (size,)

    def _checked_vectors(self) -> dict[str, FloatArray]:
        """Numbers for each vector of the model, and for no others."""
        known = {v.name: v for v in self.model.vectors}
        given: dict[str, Any] = dict(self.vectors or {})
        if beyond := [name for name in given if name not in known]:
            there = ", ".join(known) or "none"
            remedy = f"{self.model.name} has no such vector: {there}"
            raise SettingError(beyond[0], given[beyond[0]], remedy)
        size = {self.model.learner.field: self.K, self.model.teacher.field: self.M}
        found = {}
        for name, v in known.items():
            value = given.get(name, v.default)
            if value is None:
                remedy = f"{self.model.name} needs {name}: give {size[v.network]} numbers"
                raise SettingError(name, None, remedy)
            found[name] = _array(name, value, (size[v.network],))
            found[name].setflags(write=False)
        return found

    def task_set(self) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Of the model's set of tasks: vectors (G, M), probabilities (G,), heads (G, H), as
        ``TaskSet`` takes them."""
        tasks, heads = self.model.tasks, self.model.heads
        shares = {t.name: self.parameters[t.share] for t in tasks if t.share is not None}
        rest = 1.0 - sum(shares.values())
        if rest < -1e-12:
            remedy = "probabilities of tasks add up to 1 at most"
            raise SettingError(", ".join(t.share for t in tasks if t.share), 1.0 - rest, remedy)
        chances = np.array([shares.get(t.name, max(rest, 0.0)) for t in tasks])
        used = np.eye(len(heads))[[heads.index(t.head) for t in tasks]]
        return np.array([self.vectors[t.vector] for t in tasks]), chances, used

    def _check_array(self, key: str, shape: tuple[int, ...]) -> None:
        array = _array(key, getattr(self, key), shape)
        if key in ("T", "Q", "cov"):
            mirrored = array.swapaxes(-1, -2)
            if np.abs(array - mirrored).max() > 1e-12 * np.abs(array).max():
                raise SettingError(key, getattr(self, key), f"{key} must be symmetric")
            array = array / 2 + mirrored / 2
        array.setflags(write=False)
        object.__setattr__(self, key, array)

    @property
    def activations(self) -> dict[str, str | tuple[float, ...]]:
        """Of each network, by the name of its fields."""
        found = {}
        for network in (self.model.learner, self.model.teacher):
            own = network.activation
            found[network.field] = self.activation if own is None else own
        return found

    @property
    def S(self) -> int:
        """Number of local fields, K + M."""
        return self.K + self.M

    def covariance(self, Q: FloatArray | None = None, R: FloatArray | None = None) -> FloatArray:
        """Covariance (..., S, S) of the fields (lambda, beta) at overlaps Q (..., K, K), R (..., K,
        M)."""
        if self.blocks:
            found: FloatArray = self.of_blocks(Q, R).sum(axis=-3)
            return found
        return self.within(Q, R)

    @property
    def blocks(self) -> int:
        """Number of blocks of the inputs; 0 where they are i.i.d."""
        return len(self.shares) if self.model.blocks else 0

    def measured(self, Q: FloatArray, R: FloatArray) -> FloatArray:
        """The same (..., S, S) of the fields that observables are measured on, with those of a
        task's teacher."""
        if not self.blocks:
            return self.of_labels(self.covariance(Q, R))
        found: FloatArray = self.test_variances[:, None, None] * self.within(Q, R)
        return np.asarray(found.sum(axis=-3))

    def of_blocks(self, Q: FloatArray | None = None, R: FloatArray | None = None) -> FloatArray:
        """Covariance (..., L, S, S) of the fields of each block, whose sum over blocks is that of
        the fields."""
        found: FloatArray = self.variances[:, None, None] * self.within(Q, R)
        return found

    def within(self, Q: FloatArray | None = None, R: FloatArray | None = None) -> FloatArray:
        """[[Q, R], [R^T, T]] (..., S, S), of each block where there are some."""
        Q = self.Q if Q is None else Q
        R = self.R if R is None else R
        C = np.empty((*Q.shape[:-2], self.S, self.S))
        C[..., : self.K, : self.K] = Q
        C[..., : self.K, self.K :] = R
        C[..., self.K :, : self.K] = np.swapaxes(R, -1, -2)
        C[..., self.K :, self.K :] = self.T
        return C

    @property
    def varies(self) -> bool:
        """Whether the teacher is another one for each task."""
        return bool(self.spread.any())

    @property
    def drawn(self) -> int:
        """Standard normal numbers that the fields of a sample are made of: one more for each unit
        of a teacher that varies; so many in each block of the inputs."""
        return self.S * max(1, self.blocks) + self.M * self.varies

    def of_labels(self, C: FloatArray) -> FloatArray:
        """The covariance of fields with those of a task's teacher, from that with the common
        one's."""
        found: FloatArray = C.copy()
        beta = np.arange(self.K, self.S)
        found[..., beta, beta] += np.square(self.spread)
        return found

    def with_noise(self, L: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Factors (..., S, drawn) of these covariances from one of C: of the fields that labels are
        made of, and of those of the common teacher."""
        if not self.varies:
            return L, L
        common = np.concatenate([L, np.zeros((*L.shape[:-1], self.M))], axis=-1)
        labels = common.copy()
        labels[..., self.K :, self.S :] = np.diag(self.spread)
        return labels, common


def _array(key: str, value: Any, shape: tuple[int, ...]) -> FloatArray:
    """A finite array of this shape; of a vector, one number for all of it."""
    array = np.array(value, dtype=np.float64)
    if array.ndim == 0 and len(shape) == 1:
        array = np.full(shape, array)
    if array.shape != shape or not np.isfinite(array).all():
        raise SettingError(key, value, f"{key} must be a finite array of shape {shape}")
    return array


def _ratio(key: str, value: Any) -> float:
    """The value as a finite number above 0."""
    if not (math.isfinite(value) and value > 0):
        raise SettingError(key, value, f"{key} must be a finite number > 0 to simulate")
    return float(value)


def _whole(key: str, value: Any, or_inf: bool = False) -> Any:
    """The value as an integer of at least 1."""
    if or_inf and value == math.inf:
        return math.inf
    if not (math.isfinite(value) and value == int(value)):
        raise SettingError(
            key,
            value,
            f"{key} must be a finite integer to simulate" + (", or inf" if or_inf else ""),
        )
    if value < 1:
        raise SettingError(key, value, f"{key} must be at least 1")
    return int(value)


def _check_semidefinite(key: str, matrix: FloatArray, remedy: str) -> None:
    """Singular is admissible (a student on top of a teacher); rounding may leave it a hair
    negative."""
    eigenvalues = np.linalg.eigvalsh(matrix)
    if eigenvalues[0] < -1e-10 * max(eigenvalues[-1], 1.0):
        raise SettingError(key, f"least eigenvalue {eigenvalues[0]:.3g}", remedy)

"""What is simulated: the algorithm, its rates and sample sizes, and the state it starts from."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from .activations import ACTIVATIONS, FloatArray

DEFAULT: Any = None  # stands for a value that depends on the model, K or M; see Setting


class SettingError(ValueError):
    """A simulation was asked for with a value it cannot use; says which, and what to use instead."""

    def __init__(self, key: str, value: object, remedy: str) -> None:
        super().__init__(key, value, remedy)
        self.key, self.value, self.remedy = key, value, remedy

    def __str__(self) -> str:
        return f"{self.key} = {self.value!r}: {self.remedy}"


@dataclass(frozen=True, eq=False)
class Setting:
    """One simulation problem; arrays are copied, checked and made read-only.

    model: name; activation: name, or the coefficients (c_0, c_1, ...) of a polynomial;
    K, M: numbers of student and teacher units;
    eta_J, eta_w: rates of the outer and the inner loop;
    P: support samples per task, an integer or math.inf (the head is then its conditional expectation);
        eta_w and P may be None for an algorithm without inner loop;
    V: query samples per task, a finite integer;
    T (M, M), Q (K, K), R (K, M): overlaps per input dimension, T fixed, Q and R at time zero;
    eta_0: rate of the head start w0, which moves by -(eta_0/N) dl/dw0; noise: standard deviation of the label
        noise in support and query set; decay: adds -(eta_J decay/N) J_k to a step; inner_steps: steps of the
        inner loop on one support set;
    w0 (K,): head start at time zero, by default 0, for sgd 1;
    mean (M,), cov (M, M), kurtosis (M,): the prior of the teacher's head, by default 0, identity, 3, for sgd
        1, 0, 3. kurtosis is E(u-mean)^4/var^2 of independent components, see TaskPrior.
    w0, mean and kurtosis may be given as one number.
    """

    model: str
    activation: str | tuple[float, ...]
    K: int
    M: int
    eta_J: float
    eta_w: Any
    P: Any
    V: int
    T: FloatArray
    Q: FloatArray
    R: FloatArray
    eta_0: float = 0.0
    noise: float = 0.0
    decay: float = 0.0
    inner_steps: int = 1
    w0: FloatArray = DEFAULT
    mean: FloatArray = DEFAULT
    cov: FloatArray = DEFAULT
    kurtosis: FloatArray = DEFAULT

    def __post_init__(self) -> None:
        self._check_activation()
        self._check_numbers()
        K, M = self.K, self.M
        alone = self.model == "sgd"  # one teacher, a head of ones
        defaults = (("w0", 1.0 if alone else 0.0), ("mean", 1.0 if alone else 0.0), ("kurtosis", 3.0))
        for key, value in (*defaults, ("cov", np.zeros((M, M)) if alone else np.eye(M))):
            if getattr(self, key) is None:
                object.__setattr__(self, key, value)
        for key, shape in (("T", (M, M)), ("Q", (K, K)), ("R", (K, M)), ("cov", (M, M))):
            self._check_array(key, shape)
        for key, size in (("w0", K), ("mean", M), ("kurtosis", M)):
            self._check_array(key, (size,))
        remedy = "[[Q, R], [R^T, T]] must be positive semi-definite; make R smaller or Q, T larger"
        _check_semidefinite("Q, R, T", self.covariance(), remedy)
        _check_semidefinite("cov", self.cov, "the covariance of the tasks must be positive semi-definite")
        if (self.kurtosis < 1).any():
            raise SettingError("kurtosis", self.kurtosis, "a kurtosis is at least 1 (3 Gaussian, 1 Rademacher)")
        if (self.kurtosis != 3).any() and (self.cov != np.diag(np.diagonal(self.cov))).any():
            remedy = "components are independent where the kurtosis is not 3: give a diagonal cov"
            raise SettingError("kurtosis", self.kurtosis, remedy)

    def _check_activation(self) -> None:
        if isinstance(self.activation, str):
            if self.activation not in ACTIVATIONS:
                remedy = f"choose one of {sorted(ACTIVATIONS)} or give the coefficients of a polynomial"
                raise SettingError("activation", self.activation, remedy)
            return
        remedy = "coefficients (c_0, c_1, ...) of a polynomial are finite numbers, at least one"
        try:
            coefficients = tuple(float(c) for c in self.activation)
        except (TypeError, ValueError):
            raise SettingError("activation", self.activation, remedy) from None
        if not coefficients or not all(map(math.isfinite, coefficients)):
            raise SettingError("activation", self.activation, remedy)
        object.__setattr__(self, "activation", coefficients)

    def _check_numbers(self) -> None:
        for key in ("K", "M", "P", "V", "inner_steps"):
            value = getattr(self, key)
            if key == "P" and (value is None or value == math.inf):
                continue
            if not (math.isfinite(value) and value == int(value)):
                remedy = f"{key} must be a finite integer to simulate"
                raise SettingError(key, value, remedy + (", or inf" if key == "P" else ""))
            if value < 1:
                raise SettingError(key, value, f"{key} must be at least 1")
            object.__setattr__(self, key, int(value))
        for key in ("eta_J", "eta_w", "eta_0", "noise", "decay"):
            value = getattr(self, key)
            if not (key == "eta_w" and value is None) and not math.isfinite(value):
                raise SettingError(key, value, f"{key} must be a finite number")
        if self.noise < 0:
            raise SettingError("noise", self.noise, "noise is a standard deviation, at least 0")

    def _check_array(self, key: str, shape: tuple[int, ...]) -> None:
        array = np.array(getattr(self, key), dtype=np.float64)
        if array.ndim == 0 and len(shape) == 1:
            array = np.full(shape, array)
        if array.shape != shape or not np.isfinite(array).all():
            raise SettingError(key, getattr(self, key), f"{key} must be a finite array of shape {shape}")
        if key in ("T", "Q", "cov"):
            if np.abs(array - array.T).max() > 1e-12 * np.abs(array).max():
                raise SettingError(key, getattr(self, key), f"{key} must be symmetric")
            array = array / 2 + array.T / 2
        array.setflags(write=False)
        object.__setattr__(self, key, array)

    @property
    def S(self) -> int:
        """Number of local fields, K + M."""
        return self.K + self.M

    def covariance(self, Q: FloatArray | None = None, R: FloatArray | None = None) -> FloatArray:
        """Covariance (..., S, S) of the fields (lambda, beta) at overlaps Q (..., K, K), R (..., K, M)."""
        Q = self.Q if Q is None else Q
        R = self.R if R is None else R
        C = np.empty((*Q.shape[:-2], self.S, self.S))
        C[..., : self.K, : self.K] = Q
        C[..., : self.K, self.K :] = R
        C[..., self.K :, : self.K] = np.swapaxes(R, -1, -2)
        C[..., self.K :, self.K :] = self.T
        return C


def _check_semidefinite(key: str, matrix: FloatArray, remedy: str) -> None:
    """Singular is admissible (a student on top of a teacher); rounding may leave it a hair negative."""
    eigenvalues = np.linalg.eigvalsh(matrix)
    if eigenvalues[0] < -1e-10 * max(eigenvalues[-1], 1.0):
        raise SettingError(key, f"least eigenvalue {eigenvalues[0]:.3g}", remedy)

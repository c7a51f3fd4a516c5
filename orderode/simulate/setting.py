"""What is simulated: the algorithm, its rates and sample sizes, and the overlaps it starts from."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .activations import ACTIVATIONS, FloatArray


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

    model, activation: names; K, M: numbers of student and teacher units;
    eta_J, eta_w: rates of the outer and the inner loop;
    P: support samples per task, an integer or math.inf (the head is then its conditional expectation);
    V: query samples per task, a finite integer;
    T (M, M), Q (K, K), R (K, M): overlaps per input dimension, T fixed, Q and R at time zero.
    """

    model: str
    activation: str
    K: int
    M: int
    eta_J: float
    eta_w: float
    P: float
    V: int
    T: FloatArray
    Q: FloatArray
    R: FloatArray

    def __post_init__(self) -> None:
        if self.activation not in ACTIVATIONS:
            raise SettingError("activation", self.activation, f"choose one of {sorted(ACTIVATIONS)}")
        for key in ("K", "M", "P", "V"):
            value = getattr(self, key)
            if value == math.inf and key == "P":
                continue
            if not (math.isfinite(value) and value == int(value)):
                remedy = f"{key} must be a finite integer to simulate"
                raise SettingError(key, value, remedy + (", or inf" if key == "P" else ""))
            if value < 1:
                raise SettingError(key, value, f"{key} must be at least 1")
            object.__setattr__(self, key, int(value))
        for key in ("eta_J", "eta_w"):
            if not math.isfinite(getattr(self, key)):
                raise SettingError(key, getattr(self, key), f"{key} must be a finite number")
        for key, shape in (("T", (self.M, self.M)), ("Q", (self.K, self.K)), ("R", (self.K, self.M))):
            array = np.array(getattr(self, key), dtype=np.float64)
            if array.shape != shape or not np.isfinite(array).all():
                raise SettingError(key, getattr(self, key), f"{key} must be a finite array of shape {shape}")
            if key != "R":
                if np.abs(array - array.T).max() > 1e-12 * np.abs(array).max():
                    raise SettingError(key, getattr(self, key), f"{key} must be symmetric")
                array = array / 2 + array.T / 2
            array.setflags(write=False)
            object.__setattr__(self, key, array)
        eigenvalues = np.linalg.eigvalsh(self.covariance())
        # Singular C is admissible (a student on top of a teacher); rounding may leave it a hair negative.
        if eigenvalues[0] < -1e-10 * max(eigenvalues[-1], 1.0):
            remedy = "[[Q, R], [R^T, T]] must be positive semi-definite; make R smaller or Q, T larger"
            raise SettingError("Q, R, T", f"least eigenvalue {eigenvalues[0]:.3g}", remedy)

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

"""The law of the bulk after a step, for many points."""

from typing import NamedTuple

import numpy as np

MOST_ITERATIONS = 20000
NOISE_END, NOISE_POINTS = 8.5, 69


class Spike(NamedTuple):
    """A system's has all that its spectrum reads."""

    a: np.ndarray
    rho: np.ndarray


def _panels(width):
    return width, width


def _label(target, x):
    return x


def _activation_moments(activation):
    return (0.0,)


def _odd_dyson(bulk, r, G):
    return (G,)


def _any_dyson(bulk, r, G0, G1, G2):
    return G0, G1, G2


def _odd_corner(bulk, r, G):
    return (G,)


def _any_corner(bulk, r, G0, G1, G2):
    return G0, G1, G2


# -- emitted from here on --


class _Spectrum:
    """The bulk after the step: t1, the inverse W of the corner along spike and teacher, and slopes.

    The slopes by x are had by complex steps.
    """

    def __init__(self, activation, target, given, spike):
        self.variance = spike.rho
        self.alpha0, self.spike = given.alpha0, spike
        s, weight = _panels(np.ones((1, 1)))
        y = _label(target, s) - _activation_moments(activation)[0]
        if np.any(given.noise2 > 0):
            z = np.linspace(-NOISE_END, NOISE_END, NOISE_POINTS)
            share = np.exp(-z * z / 2)
            y = (y[..., None] + np.sqrt(given.noise2)[..., None] * z).reshape(len(given.noise2), -1)
            weight = np.repeat(weight, len(z), axis=1) * np.tile(share / share.sum(), s.shape[1])
            s = np.repeat(s, len(z), axis=1)
        self.y, self.s, self.weight = y, s, weight
        self.odd = not np.any(spike.a)
        self.G = [np.ones_like(spike.a, dtype=complex) / self.alpha0]
        if not self.odd:
            self.G = [self.G[0], 0 * self.G[0], -self.G[0]]

    def of(self, points):
        """The bulk at some of the points."""
        if len(points) == len(self.variance):
            return self
        part = object.__new__(_Spectrum)
        vars(part).update(vars(self))
        part.variance, part.alpha0 = self.variance[points], self.alpha0[points]
        part.spike, part.G = Spike(*(x[points] for x in self.spike)), [x[points] for x in self.G]
        part.y = self.y[points] if len(self.y) > 1 else self.y
        return part

    def __call__(self, x):
        """At a real x (points, 1)."""
        tiny = 1e-30
        r = np.sqrt(x + 1j * tiny)
        dyson, corner = (_odd_dyson, _odd_corner) if self.odd else (_any_dyson, _any_corner)
        G = self.G
        for _ in range(MOST_ITERATIONS):
            new = dyson(self, r, *G)
            change = np.zeros(x.shape)
            for before, now in zip(G, new, strict=True):
                step = now - before
                change = np.maximum(change, np.abs(step.real / new[0].real))
                slope = np.abs(step.imag / new[0].imag)
                change = np.maximum(change, 1e-2 * slope)  # slopes: two digits less
            G = new
            if (~(change >= 1e-14)).all():  # converged, or not a number
                break
        G = [np.where(change < 1e-14, entry, np.nan) for entry in G]
        t1, *W = corner(self, r, *G)
        if np.isfinite(G[0]).all():
            self.G = G  # where the next x starts from
        law = (t1, *W)
        return *(value.real for value in law), *(value.imag / tiny for value in law)

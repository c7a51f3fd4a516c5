"""One branch of steady states, followed by its arc length.

With z = (x/size, p/range), the size that of x where the step begins, and F(x; p) = 0 along the
branch, the tangent t obeys [F_x F_p] t = 0; a step goes to the point where F = 0 and t.(z - z_0) =
s. Folds, where dp/ds = 0, are passed like any other point.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from ..errors import BackendError
from ..shown import error_said
from ..solvers.base import Array
from .field import CONVERGED, Field
from .search import MOST, spectrum
from .units import in_words

__all__ = ["Curve", "Event", "Point", "crossing", "followed"]

FIRST, LONGEST, SHORTEST = 0.01, 0.05, 1e-5  #: steps in units of the range and the size of x
ITERATIONS = 8  #: of Newton's method, after which the step is halved
EASY = 3  #: iterations after which the next step is longer
#: Singular values below this part of the largest belong to a symmetry, or to a double root, which
#: is left alone in its own direction.
RANK = 1e-6
STEADY = 1e-8  #: a slope that is none, relative to the Jacobian
#: Real parts of eigenvalues below this part of the largest singular value count as zero.
ZERO = 1e-5
STRAIGHT = 0.95  #: cosine of the angle by which a branch may turn in a step
POINTS = 500  #: of a branch in one direction
HALVINGS, LOCATED = 40, 1e-9  #: until an event is located, and how well
TOGETHER = 3  #: points between two changes that belong together
#: Where a branch that crosses is looked for: next to the point, in units of the range and of x.
BEYOND, ASIDE = 1e-3, (0.01, 0.03, 0.1, 0.3)
DIFFERENCE = 1e-6  #: of the parameter, in units of the range


@dataclass(frozen=True, eq=False)
class Point:
    """A steady state x (d,) at a value of the parameter; unstable: the number of eigenvalues with
    positive real part; rate: the largest real part."""

    x: Array
    value: float
    tangent: Array  # (d + 1,), along (x, p)
    eps_g: float
    unstable: int
    rate: float
    turning: bool  # an eigenvalue next to zero is complex


@dataclass(frozen=True, eq=False)
class Event:
    """What happens on the way, and how many directions lead out before and after: "fold", the
    branch turns back and loses or gains one; "branch point", another branch crosses: an eigenvalue
    passes zero, or the branch turns back at one that has its symmetry; "Hopf point", a pair of
    eigenvalues passes."""

    kind: str
    point: Point
    before: int
    after: int


@dataclass(frozen=True, eq=False)
class Curve:
    """Points along a branch, what happens between them, and why it ends where it does."""

    points: tuple[Point, ...]
    events: tuple[Event, ...]
    ends: tuple[str, ...]
    words: tuple[str, ...]

    def units(self) -> str:
        """Which units have specialised along the branch."""
        return ", then ".join(self.words)


def crossing(
    field: Field, name: str, ends: tuple[float, float], curve: Curve
) -> Iterator[tuple[float, Array]]:
    """Steady states, and the values of the parameter, next to the branch points of a branch."""
    path = _Path(field, name, ends)
    for event in curve.events:
        if event.kind == "branch point":
            yield from path.beside(event)


def followed(field: Field, name: str, ends: tuple[float, float], value: float, x: Array) -> Curve:
    """The branch through the steady state x at ``value``, both ways, within ``ends``."""
    path = _Path(field, name, ends)
    here = path.point(x, value, None)
    forward, backward = path.walk(here, 1.0), path.walk(here, -1.0)
    points = (*reversed(backward.points), *forward.points[1:])
    events = (
        *(replace(e, before=e.after, after=e.before) for e in reversed(backward.events)),
        *forward.events,
    )
    words: list[str] = []
    for point in points:
        word = in_words(field.state(point.x), field.problem.T).split(":")[0]
        if not words or words[-1] != word:
            words.append(word)
    return Curve(points, events, (*backward.ends, *forward.ends), tuple(words))


@dataclass(frozen=True, eq=False)
class _Path:
    """The curve F(x; p) = 0."""

    field: Field
    name: str
    ends: tuple[float, float]

    @property
    def span(self) -> float:
        return self.ends[1] - self.ends[0]

    def scales(self, x: Array) -> Array:
        """(d + 1,): what counts as a change of order one."""
        return np.append(np.full(len(x), max(1.0, float(np.abs(x).max()))), self.span)

    def matrix(self, x: Array, value: float) -> Array:
        """[F_x F_p] (d, d + 1); F_p by a difference, to the second order."""
        step = DIFFERENCE * self.span

        def slopes(p: float) -> Array:
            return self.field.at(self.name, p).slopes(x)

        if value - step >= self.ends[0]:
            along = (slopes(value + step) - slopes(value - step)) / (2 * step)
        else:  # below, the parameter may have no meaning
            f = [slopes(value + i * step) for i in range(3)]
            along = (4 * f[1] - 3 * f[0] - f[2]) / (2 * step)
        return np.column_stack([self.field.at(self.name, value).jacobian(x), along])

    def point(self, x: Array, value: float, before: Array | None) -> Point:
        """What is there, and the tangent that goes on in the direction ``before``; at the start,
        where there is none, towards larger values."""
        field = self.field.at(self.name, value)
        whole, scales = self.matrix(x, value), self.scales(x)
        tangent = _tangent(whole * scales, None if before is None else before / scales)
        values, zero = spectrum(whole[:, :-1], ZERO)
        nearest = values[np.argmin(np.abs(values.real))]
        return Point(
            x,
            value,
            scales * tangent,
            field.observable("eps_g", x),
            int(np.sum(values.real > zero)),
            float(values[0].real),
            bool(abs(nearest.imag) > zero),
        )

    def corrected(
        self, here: Point, guess: Array, row: Array, value: float
    ) -> tuple[Array, int] | None:
        """Newton's method from ``guess``, (x, p), for F = 0 and row.z = value, with z scaled as
        next to ``here``: (x, p) and the number of iterations, or None."""
        scales, z = self.scales(here.x), guess
        for iteration in range(1, ITERATIONS + 1):
            x, p = z[:-1], float(z[-1])
            try:
                f, whole = self.field.at(self.name, p).slopes(x), self.matrix(x, p) * scales
            except BackendError:  # the parameter has no such value
                return None
            if not (np.isfinite(f).all() and np.isfinite(whole).all()):
                return None
            weight = np.linalg.norm(whole, 2) or 1.0
            rest = weight * (float(row @ (z / scales)) - value)
            step = np.linalg.lstsq(np.vstack([whole, weight * row]), np.append(f, rest), RANK)[0]
            z = z - step * scales
            if np.abs(step).max() <= 10 * CONVERGED:
                # what is left alone must vanish, too
                return (z, iteration) if np.abs(f).max() <= STEADY * weight else None
        return None

    def stepped(self, here: Point, length: float) -> tuple[Point, int] | str:
        """The point at this distance along the tangent, and the iterations that it took; or why
        there is none."""
        scales, start = self.scales(here.x), np.append(here.x, here.value)
        row = here.tangent / scales
        wanted = float(row @ (start / scales)) + length
        found = self.corrected(here, start + length * here.tangent, row, wanted)
        if found is None:
            return "Newton's method finds no way on"
        z, iterations = found
        if np.linalg.norm((z - start) / scales) > 2 * length:
            return "the next point is on another branch"
        x = self.field.at(self.name, float(z[-1])).admitted(z[:-1])
        if x is None:
            return "beyond, no learner has such overlaps"
        there = self.point(x, float(z[-1]), here.tangent)
        if row @ (there.tangent / scales) < STRAIGHT * np.linalg.norm(there.tangent / scales):
            return "the branch turns too sharply"
        return there, iterations

    def at_value(self, here: Point, value: float) -> Point | None:
        """The point of the branch at this value, next to ``here``."""
        row = np.append(np.zeros(self.field.size), 1.0)
        found = self.corrected(here, np.append(here.x, here.value), row, value / self.span)
        return None if found is None else self.point(found[0][:-1], value, here.tangent)

    def walk(self, here: Point, sign: float) -> Curve:
        """From ``here`` towards larger or smaller values, to where the range or the branch ends."""
        first = replace(here, tangent=sign * here.tangent)
        points, length = [first], FIRST
        low, high = self.ends
        if (sign > 0 and here.value >= high) or (sign < 0 and here.value <= low):
            return Curve((first,), (), (), ())
        why = f"not followed beyond {POINTS} points"
        while len(points) < POINTS:
            last = points[-1]
            found = self.stepped(last, length)
            if isinstance(found, str):
                length /= 2
                if length < SHORTEST:
                    place = f"{self.name} = {last.value:.8g}, eps_g = {error_said(last.eps_g)}"
                    why = f"ends at {place}: {found}"
                    break
                continue
            point, iterations = found
            inside = low <= point.value <= high
            if not inside:
                end = self.at_value(last, high if point.value > high else low)
                if end is None:
                    why = f"lost next to {self.name} = {last.value:.8g}"
                    break
                point = end
            points.append(point)
            if not inside:
                return self.curve(points, ())
            if np.abs(point.x).max() > MOST:
                why = f"goes to infinity at {self.name} = {point.value:.8g}"
                break
            if iterations <= EASY:
                length = min(1.5 * length, LONGEST)
        return self.curve(points, (why,))

    def curve(self, points: list[Point], ends: tuple[str, ...]) -> Curve:
        """The points with what happens between them; what is closer together than a few of them is
        one. A branch that turns back at one that has its symmetry goes on as its mirror image: it
        is left out."""
        happens = [
            i
            for i in range(len(points) - 1)
            if _turns(points[i], points[i + 1]) or points[i].unstable != points[i + 1].unstable
        ]
        groups: list[list[int]] = []
        for i in happens:
            if groups and i - groups[-1][-1] <= TOGETHER:
                groups[-1].append(i)
            else:
                groups.append([i])
        found = []
        for group in groups:
            before, after = points[group[0]].unstable, points[group[-1] + 1].unstable
            turns = [i for i in group if _turns(points[i], points[i + 1])]
            if not turns and before == after:
                continue  # an eigenvalue next to zero
            i = (turns or group)[0]
            point = self.located(points[i], points[i + 1], _turns if turns else _changes)
            if turns:
                kind = "fold" if abs(after - before) == 1 else "branch point"
            else:
                kind = "Hopf point" if points[i].turning else "branch point"
            found.append(Event(kind, point, before, after))
            if turns and kind == "branch point":
                why = f"meets its mirror image at {self.name} = {point.value:.8g}"
                return Curve((*points[: i + 1], point), tuple(found), (why,), ())
        return Curve(tuple(points), tuple(found), ends, ())

    def located(self, a: Point, b: Point, happens: Callable[[Point, Point], bool]) -> Point:
        """Where something happens between two points, by halving the way between them."""
        for _ in range(HALVINGS):
            moved = np.append(b.x - a.x, b.value - a.value) / self.scales(a.x)
            way = float(np.linalg.norm(moved))
            if way <= LOCATED:
                break
            found = self.stepped(a, way / 2)
            if isinstance(found, str):
                break
            middle = found[0]
            a, b = (a, middle) if happens(a, middle) else (middle, b)
        return b

    def beside(self, event: Event) -> Iterator[tuple[float, Array]]:
        """Steady states next to a branch point, in the direction whose eigenvalue vanishes there:
        of the branch that crosses."""
        point = event.point
        values, vectors = np.linalg.eig(self.field.at(self.name, point.value).jacobian(point.x))
        along = vectors[:, np.argmin(np.abs(values))].real
        along *= self.scales(point.x)[0] / np.abs(along).max()
        for step in (-BEYOND * self.span, BEYOND * self.span):
            value = point.value + step
            if not self.ends[0] <= value <= self.ends[1]:
                continue
            for aside in ASIDE:
                x = self.field.at(self.name, value).solved(point.x + aside * along)
                if x is not None:
                    yield value, x


def _turns(a: Point, b: Point) -> bool:
    return bool(a.tangent[-1] * b.tangent[-1] < 0)


def _changes(a: Point, b: Point) -> bool:
    return a.unstable != b.unstable


def _tangent(matrix: Array, before: Array | None) -> Array:
    """The direction (d + 1,), of length one, in which F stays zero, [F_x F_p] t = 0: the one that
    goes on as ``before``, or with p. Where there are several, for x alone may move, too, the one
    that changes x least."""
    _, sizes, rows = np.linalg.svd(matrix)
    null = rows[np.sum(sizes > RANK * sizes[0]) :]
    along = null.T @ null[:, -1]  # of the direction of p, what is in there
    if before is not None and (len(null) == 1 or np.linalg.norm(along) < RANK):
        along = null.T @ (null @ before)
    elif before is not None and along @ before < 0:
        along = -along
    return np.asarray(along / np.linalg.norm(along))

"""How the order parameters of a system lie one after the other in its flat state, as the manifest
says: each row by row, of a symmetric matrix the upper triangle."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations_with_replacement
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from ..models.manifest import MEASURED, Shaped

Array = NDArray[np.float64]

__all__ = ["Array", "Layout", "OfStates", "State", "counted", "fitted", "joined", "layout"]


class State:
    """What moves, or its slope: R (..., K, M), Q (..., K, K), the head start w0 (..., K), and what
    else a system has, in the order of its layout.

    Each array is an attribute; a state is iterated over as its arrays. Arrays without a name are R,
    Q and w0.
    """

    __slots__ = ("_arrays",)
    _arrays: dict[str, Array]

    def __init__(self, *common: Array, **others: Array) -> None:
        if len(common) > len(MEASURED):
            raise TypeError(f"arrays beyond {', '.join(MEASURED)} are given by name")
        arrays = dict(zip(MEASURED, common, strict=False)) | others
        if hidden := [name for name in arrays if name in RESERVED]:
            raise TypeError(
                f"an order parameter cannot be called {hidden[0]}: a state has a method of that"
                " name"
            )
        object.__setattr__(self, "_arrays", arrays)

    @classmethod
    def _named(cls, arrays: dict[str, Array]) -> Self:
        """Of names that states have had."""
        made = object.__new__(cls)
        object.__setattr__(made, "_arrays", arrays)
        return made

    @classmethod
    def of(cls, names: Iterable[str], arrays: Iterable[Array]) -> Self:
        return cls(**dict(zip(names, arrays, strict=True)))

    @classmethod
    def stack(cls, states: Sequence[State]) -> Self:
        """Some states of equal shapes, along a new axis in front."""
        return cls.of(states[0].names, map(np.array, zip(*states, strict=True)))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._arrays)

    def __iter__(self) -> Iterator[Array]:
        return iter(self._arrays.values())

    def __len__(self) -> int:
        return len(self._arrays)

    def __getattr__(self, name: str) -> Array:
        if name.startswith("_"):
            raise AttributeError(name)
        if name not in self._arrays:
            raise AttributeError(f"a state of {', '.join(self._arrays)} has no {name}")
        return self._arrays[name]

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"a state is not changed: replace({name}=...) makes another one")

    def __reduce__(self) -> Any:
        return State.of, (self.names, tuple(self))

    def __repr__(self) -> str:
        return f"State({', '.join(f'{name}={x!r}' for name, x in self.items())})"

    def items(self) -> Iterator[tuple[str, Array]]:
        return iter(self._arrays.items())

    def map(self, function: Callable[[Array], Any]) -> State:
        """The function of each array."""
        return State.of(self._arrays, map(function, self))

    def at(self, places: Any) -> State:
        """Of states along the axes in front, some or one."""
        return self.map(lambda x: x[places])

    def each(self) -> list[State]:
        """The states along the first axis."""
        return [self.at(i) for i in range(len(next(iter(self))))]

    def only(self, names: Iterable[str]) -> State:
        """Those of these names, in their order."""
        return State(**{name: self._arrays[name] for name in names})

    def replace(self, **arrays: Array) -> State:
        """The same with other arrays of these names."""
        return State(**{**self._arrays, **arrays})


RESERVED = frozenset(dir(State))  #: names that no order parameter has


def joined(parts: Sequence[State]) -> State:
    """States along the first axis of each of ``parts``, one after the other."""
    found = {}
    for name in parts[0].names:
        found[name] = np.concatenate([getattr(part, name) for part in parts])
    return State(**found)


class OfStates:
    """What holds ``states`` has their arrays as attributes, too."""

    states: State

    def __getattr__(self, name: str) -> Array:
        if name == "states":  # asked for while a copy is being made
            raise AttributeError(name)
        return getattr(self.states, name)


class Layout:
    """The flat state of K and M units, and L blocks of the inputs where there are some.

    shapes: of the order parameters; size: of the flat state; diagonal: where in it the diagonals of
    symmetric matrices are; labels: of its elements, such as R_12, counted from 1.
    """

    def __init__(self, state: tuple[Shaped, ...], K: int, M: int, L: int = 0) -> None:
        self.K, self.M = K, M
        #: What functions of a system count with.
        self.counts = (K, M, L) if any("blocks" in x.shape for x in state) else (K, M)
        counts = {"K": K, "M": M, "blocks": L}
        self.shapes = [tuple(map(counts.__getitem__, x.shape)) for x in state]
        self._triangles = [
            _triangle(shape) if x.packed else None
            for x, shape in zip(state, self.shapes, strict=True)
        ]
        #: Of symmetric matrices: where in all elements those of the triangle are, and the reverse.
        self._packed, self._whole = [], []
        for shape, triangle in zip(self.shapes, self._triangles, strict=True):
            whole = np.empty(shape, dtype=int)
            if triangle is not None:
                whole[triangle] = np.arange(len(triangle[0]))
                whole[(*triangle[:-2], triangle[-1], triangle[-2])] = whole[triangle]
            self._whole.append(whole)
            self._packed.append(None if triangle is None else np.ravel_multi_index(triangle, shape))
        lengths = [
            math.prod(shape) if triangle is None else len(triangle[0])
            for shape, triangle in zip(self.shapes, self._triangles, strict=True)
        ]
        self._cuts = np.concatenate([[0], np.cumsum(lengths)]).astype(int).tolist()
        #: Among all elements of all order parameters, one after the other, those of the flat state.
        self._among, before = np.empty(self._cuts[-1], dtype=int), 0
        for start, all_of, packed in zip(self._cuts, self._whole, self._packed, strict=False):
            kept = np.arange(all_of.size) if packed is None else packed
            self._among[start : start + len(kept)] = before + kept
            before += all_of.size
        self._every = before
        self.size: int = self._cuts[-1]
        self.diagonal = np.concatenate(
            [
                start + np.flatnonzero(np.equal(*triangle[-2:]))
                for start, triangle in zip(self._cuts, self._triangles, strict=False)
                if triangle is not None
            ]
            or [np.zeros(0, dtype=int)]
        )

        self.names = tuple(x.name for x in state)
        #: Of each order parameter: where it lies, its shape, and where its elements are there, if
        #: they are not all there.
        self._parts: list[tuple[str, Any, tuple[int, ...], NDArray[np.intp] | None]] = []
        for i, (name, shape) in enumerate(zip(self.names, self.shapes, strict=True)):
            cut = (..., slice(*self._cuts[i : i + 2]))
            own = None if self._triangles[i] is None else self._whole[i]
            self._parts.append((name, cut, shape, own))
        labels: list[str] = []
        for name, shape, triangle in zip(self.names, self.shapes, self._triangles, strict=True):
            places = np.indices(shape).reshape(len(shape), -1) if triangle is None else triangle
            for place in zip(*places, strict=True):
                labels.append(f"{name}_{''.join(str(i + 1) for i in place)}")
        self.labels = tuple(labels)

    def places(self, names: Iterable[str]) -> NDArray[np.intp]:
        """Where some order parameters lie in the flat state."""
        parts = [self.part(name) for name in names]
        return np.concatenate([np.arange(part.start, part.stop) for part in parts])

    def part(self, name: str) -> slice:
        """Where an order parameter lies in the flat state."""
        return slice(*self._cuts[self.names.index(name) :][:2])

    def pack(self, state: Iterable[Array]) -> Array:
        """The flat states (..., n) of order parameters, each with the same axes in front of its
        own."""
        arrays = list(map(np.asarray, state))
        front = arrays[0].shape[: arrays[0].ndim - len(self.shapes[0])]
        flat: Array
        if not front:  # of one state
            every = np.concatenate([x.ravel() for x in arrays])
            if every.size != self._every:
                raise ValueError(f"{every.size} numbers, not {self._every}, are no such state")
            flat = every.take(self._among)
            return flat if flat.dtype == float else flat.astype(float)
        parts = []
        for x, whole in zip(arrays, self._whole, strict=True):
            parts.append(x.reshape(*front, whole.size))
        flat = np.concatenate(parts, axis=-1, dtype=float).take(self._among, axis=-1)
        return flat

    def unpack(self, flat: Array) -> State:
        """The order parameters of flat states (..., n)."""
        found = {}
        if flat.ndim == 1:  # one state
            for name, (_, part_of), shape, whole in self._parts:
                own = flat[part_of]
                found[name] = own.reshape(shape) if whole is None else own.take(whole)
            return State._named(found)
        for name, cut, shape, whole in self._parts:
            part = flat[cut]
            if whole is None:
                found[name] = part.reshape(*flat.shape[:-1], *shape)
            else:
                found[name] = part.take(whole, axis=-1)
        return State._named(found)

    def alone(self, flat: Array) -> list[Array]:
        """Flat states (..., n) as order parameters in which the elements are 0 that the flat state
        leaves out, below the diagonal of symmetric ones."""
        total = sum(whole.size for whole in self._whole)
        every = np.zeros((*flat.shape[:-1], total))
        every[..., self._among] = flat
        found, before = [], 0
        for shape, whole in zip(self.shapes, self._whole, strict=True):
            part = every[..., before : before + whole.size]
            found.append(part.reshape(*flat.shape[:-1], *shape))
            before += whole.size
        return found

    def summed(self, state: Iterable[Array]) -> Array:
        """Slopes with respect to all elements of order parameters as those (..., n) with respect to
        the flat state, whose numbers may stand for two elements."""
        arrays = list(state)
        front = arrays[0].shape[: arrays[0].ndim - len(self.shapes[0])]
        flat = np.zeros((*front, self.size))
        for x, (_, cut, shape, whole) in zip(arrays, self._parts, strict=True):
            part, values = flat[cut], x.reshape(*front, math.prod(shape))
            if whole is None:
                part += values
            else:
                places: Any = (..., whole.ravel())
                np.add.at(part, places, values)
        return flat

    @property
    def blocks(self) -> list[tuple[int, ...]]:
        """Shapes of the blocks of a symmetric matrix over the state, row by row of the upper
        triangle."""
        return [x + y for x, y in combinations_with_replacement(self.shapes, 2)]

    def covariance(self, blocks: Sequence[Array]) -> Array:
        """The symmetric matrix (n, n) over the flat state of its blocks."""
        whole = np.empty((self.size, self.size))
        places = combinations_with_replacement(range(len(self.shapes)), 2)
        for (i, j), block in zip(places, blocks, strict=True):
            part = self._rows(i, self._columns(j, np.asarray(block)))
            rows, columns = (slice(*self._cuts[p : p + 2]) for p in (i, j))
            whole[rows, columns] = part
            whole[columns, rows] = part.T
        return whole

    def _columns(self, place: int, block: Array) -> Array:
        """A block with the last axes, those of one order parameter, flat."""
        triangle, shape = self._triangles[place], self.shapes[place]
        front = block.shape[: block.ndim - len(shape)]
        places: Any = triangle
        return block.reshape(*front, -1) if triangle is None else block[(..., *places)]

    def _rows(self, place: int, block: Array) -> Array:
        """A block, its last axis flat, with the first ones flat, too."""
        triangle = self._triangles[place]
        return block.reshape(-1, block.shape[-1]) if triangle is None else block[triangle]


def _triangle(shape: tuple[int, ...]) -> tuple[NDArray[np.intp], ...]:
    """Where the upper triangle of a matrix lies, or of the matrix of each block."""
    if len(shape) == 2:
        return np.triu_indices(shape[0])
    rows, columns = np.triu_indices(shape[-1])
    blocks = np.repeat(np.arange(shape[0]), len(rows))
    return (blocks, np.tile(rows, shape[0]), np.tile(columns, shape[0]))


@cache
def layout(state: tuple[Shaped, ...], K: int, M: int, L: int = 0) -> Layout:
    return Layout(state, K, M, L)


def counted(state: tuple[Shaped, ...], arrays: Iterable[Array]) -> tuple[int, ...] | None:
    """K and M of order parameters, and L where it counts some, by their last axes; None where they
    are not of one K, M and L."""
    counts: dict[str, int] = {}
    for x, array in zip(state, arrays, strict=True):
        own = np.shape(array)[np.ndim(array) - len(x.shape) :]
        for axis, length in zip(x.shape, own, strict=False):
            if len(own) < len(x.shape) or counts.setdefault(axis, length) != length:
                return None
    return tuple(counts[axis] for axis in ("K", "M", "blocks") if axis in counts)


def fitted(entries: tuple[Shaped, ...], state: State) -> State:
    """A state as another system has it: without what that does not hold, and 0 for what it holds
    beyond the state."""
    *blocks, K, M = state.R.shape
    shapes = layout(entries, K, M, *blocks).shapes
    found = {}
    for name, shape in zip((x.name for x in entries), shapes, strict=True):
        found[name] = getattr(state, name) if name in state.names else np.zeros(shape)
    return State(**found)

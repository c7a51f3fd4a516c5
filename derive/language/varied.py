"""A model whose teacher varies with the task, made of one whose teacher does not."""

from __future__ import annotations

from .algorithm import Algorithm
from .data import model_data
from .reading import read

__all__ = ["varied"]


def varied(algorithm: Algorithm, name: str, title: str) -> Algorithm:
    """The same algorithm with a teacher that a problem may let vary: networks, heads and losses are
    read again with it."""
    data = model_data(algorithm)
    data["teacher"] |= {"spread": 0}
    return read({**data, "name": name, "title": title})

"""What is wrong with a model, said in one line."""

from __future__ import annotations

__all__ = ["ModelError"]


class ModelError(Exception):
    """A model file that cannot be derived, and why."""

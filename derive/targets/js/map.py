"""A map -> JavaScript: what a step changes, and steps one after another, in one module."""

from __future__ import annotations

from .flow import files

__all__ = ["files"]

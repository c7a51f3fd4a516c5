"""A map -> pages, which are those of a flow in other words; compact forms, too."""

from __future__ import annotations

from .flow import files, special

__all__ = ["files", "special"]

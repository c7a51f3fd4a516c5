"""Compiles C into a folder where it is kept, and knows nothing of what it compiles."""

from .cache import cache_folder
from .library import FLAGS, compiler, kept_library, say

__all__ = ["FLAGS", "cache_folder", "compiler", "kept_library", "say"]

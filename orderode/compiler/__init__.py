"""Compiles C into a folder where it is kept, and knows nothing of what it compiles."""

from .cache import cache_folder
from .library import FLAGS, compiler, kept_library, say
from .processor import INSTRUCTIONS, instruction_sets

__all__ = [
    "FLAGS",
    "INSTRUCTIONS",
    "cache_folder",
    "compiler",
    "instruction_sets",
    "kept_library",
    "say",
]

"""The intermediate representation: indexed definitions, frozen and printable, knowing no target
language."""

from .once import install

install()

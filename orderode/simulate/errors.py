"""What a simulation refuses, in words."""

from __future__ import annotations


class SettingError(ValueError):
    """A simulation was asked for with a value it cannot use; says which, and what to use
    instead."""

    def __init__(self, key: str, value: object, remedy: str) -> None:
        super().__init__(key, value, remedy)
        self.key, self.value, self.remedy = key, value, remedy

    def __str__(self) -> str:
        return f"{self.key} = {self.value!r}: {self.remedy}"

"""Numbers with their nouns."""

from __future__ import annotations


def counted(count: int, noun: str, several: str = "") -> str:
    """`1 gap`, `2 gaps`; `several` is the plural where it takes more than an `s`."""
    return f"{count} {noun if count == 1 else several or noun + 's'}"

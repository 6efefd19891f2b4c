"""The golden corpus, which all languages share, and what its spans read in another unit of offset."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator

PACKAGE = Path(__file__).resolve().parents[1]
TESTS = PACKAGE.parents[1] / "tests"

# Keys whose values are places. Whoever adds one to the JSON adds it here, or its golden differs.
SPAN_KEYS = {"span"}
SPAN_LIST_KEYS = {"spans", "punctuation"}


@dataclass(frozen=True)
class Case:
    """One folder: `input.txt`, and beside it what is expected."""

    name: str
    folder: Path

    @property
    def input(self) -> str:
        """The text as it is: byte order mark and carriage returns stay."""
        return (self.folder / "input.txt").read_bytes().decode("utf-8")

    @property
    def options(self) -> Any:
        """How to parse it: with the profile of its newsletter, where it is not the Torch bulletin."""
        profile = self.folder / "profile.json"
        return {"profile": json.loads(profile.read_bytes())} if profile.exists() else None

    def golden(self, file: str) -> str:
        return (self.folder / file).read_bytes().decode("utf-8")


def cases(kind: str) -> list[Case]:
    folders = sorted(path.parent for path in (TESTS / kind).glob("*/input.txt"))
    assert folders, f"tests/{kind} has no folder with an input.txt"
    return [Case(folder.name, folder) for folder in folders]


def texts() -> Iterator[tuple[str, str]]:
    """Every text there is: issues, defects, regressions, and the real issue where it is named."""
    for kind in ("corpus", "bad"):
        yield from ((f"{kind}/{case.name}", case.input) for case in cases(kind))
    regressions = sorted((TESTS / "regressions").glob("*.txt"))
    assert regressions, "tests/regressions has no text"
    paths = [*regressions, *real_texts()]
    yield from ((path.name, path.read_bytes().decode("utf-8")) for path in paths)


def real_texts() -> list[Path]:
    """The texts of the real issue, which is not ours to publish."""
    corpus = os.environ.get("TORCH_BULLETIN_CORPUS")
    if corpus is None:
        assert "TORCH_BULLETIN_REQUIRE_CORPUS" not in os.environ, "TORCH_BULLETIN_CORPUS is not set"
        return []
    folder = Path(corpus) / "2022-12"
    return [folder / "source.txt", *sorted((folder / "extracted").glob("*.txt"))]


def in_bytes(data: Any, source: str) -> Any:
    """The same data with offsets in bytes of UTF-8 instead of code points, by Python's own encoder."""
    at, table = 0, [0]
    for character in source:
        at += len(character.encode("utf-8"))
        table.append(at)

    def span(value: list[int]) -> list[int]:
        return [table[value[0]], table[value[1]]]

    def walk(key: str, value: Any) -> Any:
        if value is None:
            return None
        if key in SPAN_KEYS:
            return span(value)
        if key in SPAN_LIST_KEYS:
            return [span(it) for it in value]
        if isinstance(value, dict):
            return {key: walk(key, it) for key, it in value.items()}
        if isinstance(value, list):
            return [walk("", it) for it in value]
        return value

    converted = walk("", data)
    if "offsets" in converted:
        converted["offsets"] = "utf8"
    return converted


def line(value: Any) -> str:
    """JSON on one line, as wire writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def pretty(value: Any, depth: int = 0, before: str = "") -> str:
    """JSON as the goldens have it: what fits on a line of 110 columns stands on one."""
    short = line(value)
    if depth + len(before) + len(short) <= 110 or not isinstance(value, (dict, list)):
        return short
    indent = " " * (depth + 1)
    if isinstance(value, dict):
        keys = [f'"{key}": ' for key in value]
        items = [indent + key + pretty(it, depth + 1, key) for key, it in zip(keys, value.values())]
    else:
        items = [indent + pretty(it, depth + 1) for it in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return opening + "\n" + ",\n".join(items) + "\n" + " " * depth + closing

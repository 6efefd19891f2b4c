"""Prints the longest articles of some issues: `python longest.py issue.txt …`."""

from __future__ import annotations

import sys
from typing import NamedTuple

import torch_bulletin as tb


class Row(NamedTuple):
    chars: int
    id: str
    title: str
    bodies: str
    place: str


def rows(path: str) -> list[Row]:
    bulletin = tb.read(path)
    found = []
    for article in bulletin.articles:
        title = str(article.title) if article.title else "(no title)"
        bodies = "、".join(str(body) for by in article.attributions for body in by.organisations)
        line, column, page = bulletin.locate(article.span.start)
        place = f"line {line}" if page is None else f"page {page.label or page.index + 1}"
        found.append(Row(len(article.text), article.id, title, bodies, place))
    return found


def points(block: tb.Block) -> int:
    """How many enumerated clauses a block has: the type of a block is told by its class, or by its kind."""
    if isinstance(block, tb.Paragraph):
        return len(block.points)
    if block.kind == "table":
        return len(block.rows)
    return 0


def main(paths: list[str]) -> int:
    found: list[Row] = []
    for path in paths:
        try:
            found.extend(rows(path))
        except tb.ReadError as error:
            print(f"{error} [{error.code}]", file=sys.stderr)
    for row in sorted(found, reverse=True)[:10]:
        print(f"{row.chars:6} {row.id:14} {row.title} ({row.bodies}, {row.place})")
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

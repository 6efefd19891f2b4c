"""Words in context 检索结果, and how often they were found."""

from __future__ import annotations

import html
from typing import Any, Iterator, NamedTuple, Sequence, overload

from torch_bulletin._counted import counted
from torch_bulletin._nodes import Hit

_SHOWN = 100
"""So many hits are shown in a notebook."""


class Count(NamedTuple):
    """How much was found under one year, section or contributor."""

    name: str | None
    """The year, section or organisation as first printed; None where there is none."""
    hits: int
    """Hits."""
    articles: int
    """Articles that have any."""
    issues: int
    """Issues that have any."""


class Hits(Sequence[Hit]):
    """The places of some words in an archive, in its order: a read-only sequence, shown in context in a notebook."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Hit: ...

    @overload
    def __getitem__(self, index: slice) -> Hits: ...

    def __getitem__(self, index: int | slice) -> Hit | Hits:
        # A hit is a part of no bulletin, and no part of it asks for one.
        return Hits(self._rows[index]) if isinstance(index, slice) else Hit(self._rows[index], None)  # type: ignore[arg-type]

    def __iter__(self) -> Iterator[Hit]:
        return (self[index] for index in range(len(self)))

    def to_dicts(self) -> list[dict[str, Any]]:
        """Plain data, for a data frame: `pandas.DataFrame(hits.to_dicts())`."""
        return [dict(row) for row in self._rows]

    def __repr__(self) -> str:
        issues = {row["source"] for row in self._rows}
        articles = {(row["source"], row["article"]) for row in self._rows if row["article"] is not None}
        return f"<Hits {len(self)} in {counted(len(articles), 'article')} of {counted(len(issues), 'issue')}>"

    def _repr_html_(self) -> str:
        cells = [
            f"<tr><td>{_cell(row['issue'])}</td><td>{_cell(row['title'])}</td><td style='text-align:right'>{_cell(row['left'])}"
            f"</td><td><mark>{_cell(row['text'])}</mark></td><td style='text-align:left'>{_cell(row['right'])}</td></tr>"
            for row in self._rows[:_SHOWN]
        ]
        return f"<p>{html.escape(repr(self))}</p><table lang='zh'>{''.join(cells)}</table>"


def _cell(text: str | None) -> str:
    return html.escape(text or "")

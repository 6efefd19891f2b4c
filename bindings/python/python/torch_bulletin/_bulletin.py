"""One issue: its parts as attributes, its source, and everything it is rendered to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Iterable, Mapping, NamedTuple, Tuple, Union

from torch_bulletin import _native
from torch_bulletin._facts import Facts, of_bulletin
from torch_bulletin._node import Span
from torch_bulletin._nodes import Chunk, Document, Fact

if TYPE_CHECKING:
    from torch_bulletin._nodes import Article, Citation, Page

Spans = Union[Tuple[int, int], Iterable[Tuple[int, int]]]


class Location(NamedTuple):
    """Where an offset stands for a person."""

    line: int
    """The line, from 1."""
    column: int
    """The character in the line, from 1."""
    page: Page | None
    """The page; None where the text shows no page borders."""


class Bulletin(Document):
    """One issue 期 of the newsletter 火炬动态, made by `parse`, `read` or `parse_many`.

    Parts have the names of the JSON, and are read from it when they are asked for. Spans count code points of
    `source`. A bulletin never changes: it can be hashed, copied, pickled, and used by many threads.

    >>> import torch_bulletin as tb
    >>> bulletin = tb.parse("火炬动态\\n2019年第3期 2019年3月31日\\n一个标题\\n今天没有新闻。\\n(供稿:某某高新区)")
    >>> bulletin
    <Bulletin 2019-3 of 2019-03-31: 1 section, 1 article, no diagnostics>
    >>> bulletin.masthead.issue.number
    (3, 3)
    >>> for article in bulletin.articles:
    ...     print(article.title, article.text)
    一个标题 今天没有新闻。
    """

    __slots__ = ("__weakref__", "_articles", "_facts", "_native", "_source", "_tree")

    def __init__(self, native: _native.Document, source: str | None = None) -> None:
        self._native = native
        self._source = source
        self._tree: Mapping[str, Any] | None = None
        self._articles: tuple[Article, ...] | None = None
        self._facts: Facts[Fact] | None = None

    @property
    def _data(self) -> Mapping[str, Any]:  # type: ignore[override]
        if self._tree is None:
            self._tree = self.to_dict()
        return self._tree

    @property
    def _bulletin(self) -> Bulletin:  # type: ignore[override]
        return self

    @property
    def source(self) -> str:
        """The decoded text that every span counts; a byte order mark and carriage returns are in it."""
        if self._source is None:
            self._source = self._native.source
        return self._source

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles of all sections, in printed order: the index is the number in ids and tables."""
        if self._articles is None:
            self._articles = tuple(article for section in self.sections for article in section.articles)
        return self._articles

    @property
    def facts(self) -> Facts[Fact]:
        """What the issue says: dates, quantities, changes, observations, people, zones, documents; found when asked for.

        >>> import torch_bulletin as tb
        >>> bulletin = tb.parse("火炬动态\\n2019年第3期 2019年3月31日\\n成都高新区开园\\n3月5日开园。\\n(供稿:成都高新区)")
        >>> bulletin.facts
        <Facts 4: 2 date, 2 zone>
        >>> [(fact.zone, fact.province, fact.article.id) for fact in bulletin.facts.of("zone")][0]
        ('成都高新区', '四川省', '2019-3/a0')
        """
        if self._facts is None:
            self._facts = of_bulletin(self, False)
        return self._facts

    def extract(self, *, numbers: bool = False) -> Facts[Fact]:
        """The facts; with `numbers`, bare numbers without a unit are listed too."""
        return of_bulletin(self, True) if numbers else self.facts

    def slice(self, spans: Spans) -> str:
        """The characters at one span, or at several put together.

        >>> import torch_bulletin as tb
        >>> bulletin = tb.parse("一个标题\\n今天没有新闻。")
        >>> bulletin.slice([(0, 2), (9, 11)])
        '一个新闻'

        Raises IndexError for a span that leaves the source.
        """
        source = self.source
        pieces = []
        for start, end in _many(spans):
            if not 0 <= start <= end <= len(source):
                raise IndexError(f"found span {start}..{end}, expected one in 0..{len(source)}")
            pieces.append(source[start:end])
        return "".join(pieces)

    def locate(self, offset: int) -> Location:
        """Line, column and page of an offset in code points.

        >>> import torch_bulletin as tb
        >>> tb.parse("一个标题\\n今天没有新闻。").locate(9)
        Location(line=2, column=5, page=None)

        Raises IndexError for an offset that lies outside the source.
        """
        if not 0 <= offset <= len(self.source):
            raise IndexError(f"found offset {offset}, expected one in 0..{len(self.source)}")
        line, column, page = self._native.locate(offset)
        return Location(line, column, None if page is None else self.pages[page])

    def cite(self, spans: Spans) -> Citation:
        """Where a place is printed, or the whole from the first to the last of several: article, sentence, page and line.

        >>> import re
        >>> import torch_bulletin as tb
        >>> bulletin = tb.parse("火炬动态\\n2019年第3期 2019年3月31日\\n江州开园\\n江州园区今天开园。\\n(供稿:江州高新区)")
        >>> for match in re.finditer("园区", bulletin.source):
        ...     print(bulletin.cite(match.span()))
        “江州园区今天开园。” 江州高新区. 江州开园[J]. 火炬动态, 2019(3). Line 4.

        Raises IndexError for a span that leaves the source.
        """
        places = list(_many(spans))
        if not places:
            raise IndexError("found no span, expected one at least")
        self.slice(places)
        return self.facts.cite_place(places[0][0], places[-1][1])

    def chunks(self, *, max_chars: int = 500) -> tuple[Chunk, ...]:
        """The text of articles in portions of at most `max_chars` characters, for search and language models.

        No chunk crosses an article; each has its titles and its places.
        """
        if max_chars < 1:
            raise ValueError(f"found max_chars {max_chars}, expected 1 or more")
        lines = self._native.chunks(max_chars).split("\n")
        return tuple(Chunk(json.loads(line), self) for line in lines if line)

    def articles_table(self) -> _native.ArrowTable:
        """The articles as a table in Arrow memory: `polars.DataFrame(table)`, `pyarrow.table(table).to_pandas()`."""
        return self._native.table(False)

    def blocks_table(self) -> _native.ArrowTable:
        """Headings, paragraphs, tables … of all articles as a table; see `articles_table`."""
        return self._native.table(True)

    def facts_table(self) -> _native.ArrowTable:
        """The facts as a table, all kinds in one; what a kind does not have is null. See `articles_table`."""
        return self.facts.table()

    def observations_table(self) -> _native.ArrowTable:
        """The observations as a table: zone, metric, period, value, change and place. See `articles_table`."""
        return self.facts.observations_table()

    def to_json(self, *, pretty: bool = False, source_text: bool = False) -> str:
        """The whole document as JSON, with offsets in code points; `source_text` puts the source into it."""
        return self._native.to_json(pretty=pretty, source_text=source_text)

    def to_dict(self, *, source_text: bool = False) -> dict[str, Any]:
        """The whole document as plain data, made anew: it is yours to change."""
        data: dict[str, Any] = json.loads(self._native.to_json(source_text=source_text))
        return data

    def to_markdown(self) -> str:
        """Headings, paragraphs, tables, attributions, colophon."""
        return self._native.render("markdown")

    def to_html(self, *, facts: bool = False) -> str:
        """One page without scripts; each article has its id as anchor. With `facts` each fact is marked as what it is."""
        return self.facts.to_html() if facts else self._native.render("html")

    def to_tei(self) -> str:
        """TEI P5: nothing left out, page breaks where they were printed."""
        return self._native.render("tei")

    def to_text(self) -> str:
        """A line a paragraph; parses to the same titles and paragraphs again."""
        return self._native.render("text")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Bulletin):
            return NotImplemented
        return self._given() == other._given()

    def __hash__(self) -> int:
        return hash(self._given())

    def __repr__(self) -> str:
        return f"<Bulletin {self._native.render('summary')}>"

    def _repr_html_(self) -> str:
        return self._native.render("outline")

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, self._given()

    def _given(self) -> tuple[str | bytes, str, str | None]:
        """What it was made from, and so what it is: text or bytes, options, name."""
        given = self._native.bytes
        return self.source if given is None else given, self._native.options, self._native.name


def _restore(given: str | bytes, options: str, name: str | None) -> Bulletin:
    """Parses again, which is faster than to carry the tree."""
    return Bulletin(_native.parse(given, options, name), given if isinstance(given, str) else None)


def _many(spans: Spans) -> Iterable[tuple[int, int]]:
    if isinstance(spans, tuple) and len(spans) == 2 and isinstance(spans[0], int):
        return [Span(*spans)]
    return spans

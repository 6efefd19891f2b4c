"""What all nodes have in common; the nodes themselves are in `_nodes.py`, which is generated."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any, ClassVar, Mapping, NamedTuple

if TYPE_CHECKING:
    from torch_bulletin._bulletin import Bulletin
    from torch_bulletin._facts import Facts, _Extract
    from torch_bulletin._nodes import Article, Block, Citation, Fact

# Longer texts are cut where a node is shown on one line.
_SHOWN = 24


class Span(NamedTuple):
    """A place in `Bulletin.source`: half-open, in code points, so that `source[start:end]` is the text there."""

    start: int
    end: int


class Node:
    """A part of an issue: a read-only view of its data, with the names of the JSON."""

    __slots__ = ("_bulletin", "_data")

    _fields: ClassVar[tuple[str, ...]] = ()
    _bulletin: Bulletin
    _data: Mapping[str, Any]

    def __init__(self, data: Mapping[str, Any], bulletin: Bulletin) -> None:
        self._data = data
        self._bulletin = bulletin

    def to_dict(self) -> dict[str, Any]:
        """A copy of its part of the JSON."""
        return copy.deepcopy(dict(self._data))

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._data == other._data

    def __hash__(self) -> int:
        return hash((type(self).__name__, json.dumps(self._data, sort_keys=True)))

    def __repr__(self) -> str:
        shown = (_shown(name, getattr(self, name)) for name in self._fields)
        return f"{type(self).__name__}({', '.join(part for part in shown if part)})"

    def __copy__(self) -> Node:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Node:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._data, self._bulletin)


class TextNode(Node):
    """A text reads as the string that it is: `str(text)`, `f"{text:>30}"`, `"园区" in text`, `len(text)`. It is equal to a text of the
    same places, and to no string."""

    __slots__ = ()

    def __str__(self) -> str:
        return str(self._data["text"])

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __contains__(self, part: str) -> bool:
        return part in str(self)

    def __len__(self) -> int:
        return len(str(self))

    def __repr__(self) -> str:
        return f"Text({_cut(str(self))!r})"


class ArticleNode(Node):
    """An article has a text that is not in the JSON."""

    __slots__ = ()

    @property
    def text(self) -> str:
        """The text, a line a block, without title and attributions."""
        return self._bulletin._native.article_text(self._data["id"]) or ""

    @property
    def facts(self) -> Facts[Fact]:
        """What the article says: its part of `Bulletin.facts`."""
        number = int(self._data["id"].rpartition("a")[2])
        return self._bulletin.facts.where(lambda fact: fact.article_number == number)


class FactNode(Node):
    """A fact is one of a list, and a part of an issue where that list is one of an issue's facts."""

    __slots__ = ("_extract", "_number")

    def __init__(self, data: Mapping[str, Any], extract: _Extract, number: int) -> None:
        # Text that is no bulletin has none, and no part of a fact asks for it.
        super().__init__(data, extract.bulletin)  # type: ignore[arg-type]
        self._extract = extract
        self._number = number

    @property
    def article(self) -> Article | None:
        """The article that it stands in; None for front matter and for text that is no bulletin."""
        number = self._data["article"]
        return None if number is None else self._bulletin.articles[number]

    @property
    def block(self) -> Block | None:
        """The heading, paragraph, table … that it stands in; None for a title, an attribution, and outside articles."""
        article, number = self.article, self._data["block"]
        return None if article is None or number is None else article.blocks[number]

    def cite(self) -> Citation:
        """Where it is printed: newsletter, issue, article, sentence, page and line.

        >>> import torch_bulletin as tb
        >>> bulletin = tb.parse("火炬动态\\n2019年第3期 2019年3月31日\\n江州开园\\n今天开园。园区有12家企业。\\n(供稿:江州高新区)")
        >>> print(bulletin.facts.of("quantity")[0].cite())
        “园区有12家企业。” 江州高新区. 江州开园[J]. 火炬动态, 2019(3). Line 4.
        """
        return self._extract.cite(self._number)

    def __str__(self) -> str:
        return str(self._data["text"])

    def __reduce__(self) -> tuple[Any, ...]:
        return _fact_of, (self._extract, self._number)


def _fact_of(extract: _Extract, number: int) -> Any:
    return extract.fact(number)


class CitationNode(Node):
    """A citation reads as the sentence and its reference."""

    __slots__ = ()

    def __str__(self) -> str:
        data = self._data
        reference = f" {data['reference']}" if data["reference"] else ""
        return f"“{data['quote']['text']}”{reference} Line {data['line']}."


class DiagnosticNode(Node):
    """A finding reads as one line."""

    __slots__ = ()

    def __str__(self) -> str:
        data, place = self._data, ""
        if data["span"] is not None:
            at = self._bulletin.locate(data["span"][0])
            place = f"{at.line}:{at.column}: "
        return f"{place}{data['severity']}[{data['code']}]: {data['message']}"


class HitNode(Node):
    """A hit of a search reads as the word in its context."""

    __slots__ = ()

    def __str__(self) -> str:
        data = self._data
        return f"{data['left']}【{data['text']}】{data['right']}"


def _shown(name: str, value: object) -> str:
    if value is None or value == ():
        return ""
    if isinstance(value, str):
        return f"{name}={_cut(value)!r}"
    if isinstance(value, tuple) and not isinstance(value, Span) and isinstance(value[0], (tuple, Node)):
        return f"{name}=[{len(value)}]"
    if isinstance(value, Span):
        return f"{name}={value.start}..{value.end}"
    return f"{name}={value!r}"


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"

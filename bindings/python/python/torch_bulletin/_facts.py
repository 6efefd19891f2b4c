"""Facts 事实: what a text says, as a sequence of typed mentions that can be cited."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Callable, Iterator, Literal, Sequence, TypeVar, Union, overload

from torch_bulletin import _native
from torch_bulletin._errors import surrogate
from torch_bulletin._nodes import (
    _FACT,
    ChangeFact,
    Citation,
    DateFact,
    DocumentFact,
    Fact,
    FiguresFact,
    NumberFact,
    ObservationFact,
    PersonFact,
    QuantityFact,
    ZoneFact,
)

if TYPE_CHECKING:
    from torch_bulletin._bulletin import Bulletin

F = TypeVar("F", bound=Fact, covariant=True)


class _Extract:
    """The facts of one text as they came from the library; each is read when it is asked for."""

    __slots__ = ("bulletin", "given", "lines", "native", "rows")

    def __init__(self, native: _native.Facts, bulletin: Bulletin | None, given: tuple[Any, ...]) -> None:
        self.native = native
        self.bulletin = bulletin
        self.given = given
        self.lines = native.to_ndjson().split("\n")[:-1]
        self.rows: list[dict[str, Any] | None] = [None] * len(self.lines)

    def row(self, number: int) -> dict[str, Any]:
        row = self.rows[number]
        if row is None:
            row = self.rows[number] = json.loads(self.lines[number])
        return row

    def fact(self, number: int) -> Any:
        row = self.row(number)
        return _FACT[row["kind"]](row, self, number)

    def cite(self, number: int) -> Citation:
        written = self.native.cite(number)
        assert written is not None
        return Citation(json.loads(written), self.bulletin)  # type: ignore[arg-type]

    def cite_place(self, start: int, end: int) -> Citation:
        length = len(str(self.given[0]) if self.bulletin is None else self.bulletin.source)
        if not 0 <= start <= end <= length:
            raise IndexError(f"found {start}..{end}, expected a place in 0..{length}")
        return Citation(json.loads(self.native.cite_place(start, end)), self.bulletin)  # type: ignore[arg-type]

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, self.given


class Facts(Sequence[F]):
    """The facts of a text, in printed order, or some of them: a read-only sequence.

    >>> import torch_bulletin as tb
    >>> facts = tb.extract("2021年,江州高新区生产总值达到366.1亿元,同比增长5.1%。")
    >>> for row in facts.of("observation"):
    ...     print(row.subject, row.metric, row.period, row.value, row.unit, row.change.value)
    江州高新区 生产总值 2021 36610000000 元 5.1
    >>> [fact.text for fact in facts if fact.kind == "date"]
    ['2021年']
    """

    __slots__ = ("_extract", "_numbers")

    def __init__(self, extract: _Extract, numbers: Sequence[int] | None = None) -> None:
        self._extract = extract
        self._numbers = range(len(extract.lines)) if numbers is None else numbers

    @property
    def bulletin(self) -> Bulletin | None:
        """The issue that they are from; None for text that is no bulletin."""
        return self._extract.bulletin

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> F: ...

    @overload
    def __getitem__(self, index: slice) -> Facts[F]: ...

    def __getitem__(self, index: int | slice) -> F | Facts[F]:
        if isinstance(index, slice):
            return Facts(self._extract, self._numbers[index])
        fact: F = self._extract.fact(self._numbers[index])
        return fact

    def __iter__(self) -> Iterator[F]:
        return map(self._extract.fact, self._numbers)

    @overload
    def of(self, kind: Literal["date"]) -> Facts[DateFact]: ...
    @overload
    def of(self, kind: Literal["quantity"]) -> Facts[QuantityFact]: ...
    @overload
    def of(self, kind: Literal["change"]) -> Facts[ChangeFact]: ...
    @overload
    def of(self, kind: Literal["observation"]) -> Facts[ObservationFact]: ...
    @overload
    def of(self, kind: Literal["person"]) -> Facts[PersonFact]: ...
    @overload
    def of(self, kind: Literal["zone"]) -> Facts[ZoneFact]: ...
    @overload
    def of(self, kind: Literal["document"]) -> Facts[DocumentFact]: ...
    @overload
    def of(self, kind: Literal["number"]) -> Facts[NumberFact]: ...
    @overload
    def of(self, kind: Literal["figures-agree", "figures-disagree"]) -> Facts[FiguresFact]: ...

    def of(self, kind: str) -> Facts[Any]:
        """Those of one kind.

        Raises ValueError for a kind that there is not.
        """
        if kind not in _FACT:
            raise ValueError(f"found kind {kind!r}, expected one of {', '.join(_FACT)}")
        row = self._extract.row
        return Facts(self._extract, [number for number in self._numbers if row(number)["kind"] == kind])

    def where(self, holds: Callable[[F], object]) -> Facts[F]:
        """Those of which something holds: `facts.where(lambda fact: "亿元" in fact.text)`."""
        fact = self._extract.fact
        return Facts(self._extract, [number for number in self._numbers if holds(fact(number))])

    def table(self) -> _native.ArrowTable:
        """All kinds in one table, as `pyarrow.table(…).to_pandas()`, polars and duckdb read it; what a kind does not have is null."""
        return self._extract.native.table(list(self._numbers), False)

    def observations_table(self) -> _native.ArrowTable:
        """The observations among them as a table: zone, metric, period, value, change and place."""
        return self._extract.native.table(list(self._numbers), True)

    def cite_place(self, start: int, end: int) -> Citation:
        """Where any place of the text is printed, in code points; `fact.cite()` is that of a fact.

        Raises IndexError for a place that leaves the text.
        """
        return self._extract.cite_place(start, end)

    def to_html(self) -> str:
        """The issue as a page with all of its facts marked; of text that is no bulletin, a page without articles."""
        return self._extract.native.to_html()

    def to_dicts(self) -> list[dict[str, Any]]:
        """Plain data, made anew: it is yours to change."""
        return [json.loads(self._extract.lines[number]) for number in self._numbers]

    def to_ndjson(self) -> str:
        """One JSON object a line, with offsets in code points."""
        return "".join(f"{self._extract.lines[number]}\n" for number in self._numbers)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Facts):
            return NotImplemented
        return self.to_ndjson() == other.to_ndjson()

    def __hash__(self) -> int:
        return hash(self.to_ndjson())

    def __repr__(self) -> str:
        kinds = Counter(self._extract.row(number)["kind"] for number in self._numbers)
        counts = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
        return f"<Facts {len(self)}{': ' if counts else ''}{counts}>"

    def _repr_html_(self) -> str:
        return self._extract.native.card(list(self._numbers))

    def __reduce__(self) -> tuple[Any, ...]:
        return Facts, (self._extract, self._numbers)


def of_bulletin(bulletin: Bulletin, numbers: bool) -> Facts[Fact]:
    """The facts of an issue; what `Bulletin.facts` and `Bulletin.extract` give."""
    native = bulletin._native.facts(json.dumps({"numbers": bool(numbers)}))
    return Facts(_Extract(native, bulletin, (bulletin, numbers, None, None)))


def extract(
    text: str,
    reference_date: Union[str, datetime.date, None] = None,
    *,
    numbers: bool = False,
    name: str | None = None,
) -> Facts[Fact]:
    """The facts of any Chinese text; a line is a paragraph.

    `reference_date` is the day from which 今年 and 7月22日 count: a date, or `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. With
    `numbers` bare numbers are listed too. The `block_number` of a fact is its line, from 0. `name` is kept as the name of the
    input. The interpreter's lock is free meanwhile.

    >>> import torch_bulletin as tb
    >>> facts = tb.extract("7月22日开班,300多名学员参加。", "2022-07-31")
    >>> [(fact.kind, fact.text) for fact in facts if fact.kind in ("date", "quantity")]
    [('date', '7月22日'), ('quantity', '300多名')]
    >>> facts[0].value
    '2022-07-22'

    Raises ParseError for a date that is none and for half a surrogate pair, TypeError for anything but a str.
    """
    if not isinstance(text, str):
        raise TypeError(f"expected text as str, found {type(text).__name__}; use torch_bulletin.parse for a file")
    if isinstance(reference_date, datetime.date):
        reference_date = f"{reference_date:%Y-%m-%d}"
    elif reference_date is not None and not isinstance(reference_date, str):
        found = type(reference_date).__name__
        raise TypeError(f"expected reference_date as a date or a str such as '2022-07-31', found {found}")
    try:
        native = _native.extract(text, json.dumps({"date": reference_date, "numbers": bool(numbers)}), name)
    except UnicodeEncodeError as error:
        raise surrogate(error) from None
    return Facts(_Extract(native, None, (text, numbers, reference_date, name)))


def _again(given: Bulletin | str, numbers: bool, date: str | None, name: str | None) -> _Extract:
    """Extracts again, which is faster than to carry the facts."""
    facts = extract(given, date, numbers=numbers, name=name) if isinstance(given, str) else of_bulletin(given, numbers)
    return facts._extract

"""The catalogue 期目 of an archive: issues, what is missing or held twice, sections through time."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple, Union

from torch_bulletin._counted import counted

Range = Union["tuple[int, int]", None]


class IssueCard(NamedTuple):
    """What a catalogue keeps of an issue 期."""

    source: str
    """The name of the input, with `#` and the key of the issue where it holds several, as in every table."""
    issue: str | None
    """The issue as in ids: `2022-12`."""
    year: int | None
    """The year."""
    number: Range
    """The first and last number in the year; the same but for a joint issue."""
    whole_number: Range
    """The first and last whole number 总第N期."""
    kind: Literal["regular", "supplement", "special"] | None
    """What kind of issue it is; `None` where no issue line is printed."""
    date: str | None
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
    text_sha256: str
    """The hash of its text without blanks: the same for two copies that differ in encoding or line ends."""
    chars: int
    """Characters that are no blanks."""
    articles: int
    """Articles."""
    errors: int
    """Errors in its report."""
    warnings: int
    """Warnings in its report."""
    notes: int
    """Notes in its report."""
    sections: tuple[tuple[str, int], ...]
    """Its sections in printed order, with how many articles each has."""
    copy: bool
    """Whether another copy of the issue is counted for it: a better one, or the first of equal ones."""
    newsletter: str | None
    """The name of the newsletter as printed; each is held against itself alone."""


class Finding(NamedTuple):
    """Something that an archive lacks, holds twice, or has out of order."""

    kind: Literal[
        "whole-numbers-missing",
        "numbers-missing",
        "whole-number-twice",
        "same-text",
        "copies",
        "date-order",
        "out-of-step",
        "unnumbered",
    ]
    """What it is."""
    message: str
    """The same as a sentence."""
    sources: tuple[str, ...]
    """The inputs that it is about."""
    first: int | None
    """The first number that is missing."""
    last: int | None
    """The last of them."""
    year: int | None
    """The year whose numbers they are."""
    best: str | None
    """Of copies the one to keep."""


class SectionSpan(NamedTuple):
    """A section 栏目 over all issues."""

    name: str
    """Its name as printed in its first issue."""
    first: str
    """The input of its first issue."""
    last: str
    """The input of its last issue."""
    issues: int
    """Issues that have it; copies count once."""
    articles: int
    """Articles in it."""


class Catalogue(NamedTuple):
    """Which issues an archive holds, and what is to be said of them; `Archive.catalogue`."""

    issues: tuple[IssueCard, ...]
    """The issues, in the order of inputs, with every copy of them."""
    findings: tuple[Finding, ...]
    """Gaps and numbers printed twice, then copies, then dates and whole numbers out of order."""
    sections: tuple[SectionSpan, ...]
    """The sections, in the order of their first issues."""

    @property
    def gaps(self) -> tuple[Finding, ...]:
        """The findings about numbers and whole numbers that are missing."""
        return tuple(it for it in self.findings if it.kind in ("whole-numbers-missing", "numbers-missing"))

    @property
    def duplicates(self) -> tuple[Finding, ...]:
        """The findings about issues that are held several times, and whole numbers that several issues print."""
        return tuple(it for it in self.findings if it.kind in ("whole-number-twice", "same-text", "copies"))

    @staticmethod
    def of_rows(rows: list[dict[str, Any]]) -> Catalogue:
        """From the lines that the library writes."""
        of = {kind: [row for row in rows if row["row"] == kind] for kind in ("issue", "finding", "section")}
        return Catalogue(
            tuple(_card(row) for row in of["issue"]),
            tuple(_finding(row) for row in of["finding"]),
            tuple(SectionSpan(*(row[key] for key in SectionSpan._fields)) for row in of["section"]),
        )

    def __repr__(self) -> str:
        nouns = {"gap": self.gaps, "duplicate": self.duplicates, "finding": self.findings, "section": self.sections}
        found = ", ".join(counted(len(these), noun) for noun, these in nouns.items())
        copies = sum(it.copy for it in self.issues)
        more = f" and {counted(copies, 'more copy', 'more copies')}" if copies else ""
        return f"<Catalogue {counted(len(self.issues) - copies, 'issue')}{more}, {found}>"


def _card(row: dict[str, Any]) -> IssueCard:
    ranges = {key: row[key] and tuple(row[key]) for key in ("number", "whole_number")}
    sections = tuple((section["name"], section["articles"]) for section in row["sections"])
    return IssueCard(*({**row, **ranges, "sections": sections}[key] for key in IssueCard._fields))


def _finding(row: dict[str, Any]) -> Finding:
    named = row.get("issues") or [row.get(key) for key in ("before", "issue")]
    sources = tuple(name for name in named if name is not None)
    rest = (row.get(key) for key in ("first", "last", "year", "best"))
    return Finding(row["finding"], row["message"], sources, *rest)

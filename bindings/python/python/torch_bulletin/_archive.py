"""Whole archives: folders, patterns, zip and tar files as tables, a catalogue, and words in context."""

from __future__ import annotations

import itertools
import json
import os
import sys
import warnings
from typing import TYPE_CHECKING, Any, Callable, Iterable, Iterator, Literal, NamedTuple, Union, overload

from torch_bulletin import _native
from torch_bulletin._catalogue import Catalogue
from torch_bulletin._counted import counted
from torch_bulletin._errors import ArchiveWarning, MissingFileError, ReadError
from torch_bulletin._hits import Count, Hits
from torch_bulletin._parse import _json

if TYPE_CHECKING:
    from torch_bulletin._nodes import ErrorCode
    from torch_bulletin._parse import ParseOptions

Path = Union[str, "os.PathLike[str]"]
TableName = Literal["issues", "articles", "blocks", "attributions", "diagnostics", "facts"]

_AHEAD = 64
"""So many batches, of about 2 MB of inputs each, are read before a stream is handed over: until then Ctrl-C raises
KeyboardInterrupt, and later it ends the stream with an error. Nearly every archive ends before."""


class Progress(NamedTuple):
    """How far a run over an archive has come."""

    done: int
    """Bytes read from disk."""
    total: int
    """Bytes on disk in all; 0 where standard input is among them."""
    inputs: int
    """Files and members so far."""
    issues: int
    """Issues in them; in a search, those that have the words."""


class Unread(NamedTuple):
    """An input that was not read: a file, or a member of a container."""

    name: str
    """Its name: `2022/12.txt`, `all.zip!/2022/12.txt`."""
    status: Literal["refused", "failed"]
    """`refused` where it is no text or goes over a limit, `failed` where its bytes could not be had."""
    code: ErrorCode
    """The stable name of the reason."""
    message: str
    """The same as a sentence."""


def read_archive(
    paths: Path | Iterable[Path],
    *,
    options: ParseOptions | None = None,
    numbers: bool = False,
    threads: int | None = None,
    progress: Callable[[Progress], object] | bool = False,
    errors: Literal["warn", "ignore", "raise"] = "warn",
    max_size: int | None = None,
    max_unpacked: int | None = None,
    max_ratio: int | None = None,
    max_depth: int | None = None,
) -> Archive:
    """An archive: files, folders, patterns (`"2022/**/*.txt"`), zip, tar, gzip and lines of JSON, one in another.

    Nothing is read before a table, the catalogue or a search asks for it. `progress` is called with a `Progress`; True shows a
    bar of tqdm where that is installed. What cannot be read is named by a warning and in `Archive.unread`, and the others go on;
    `errors="raise"` raises a ReadError of the first instead. `numbers` lists bare numbers among the facts. `threads` is one for
    each processor unless said otherwise; the rows do not depend on it. The last four bound what is unpacked, in bytes, times
    and containers in one another.

    >>> import pathlib, tempfile
    >>> import torch_bulletin as tb
    >>> text = "火炬动态\\n2019年第3期(总第402期) 2019年3月31日\\n一个标题\\n今天没有新闻。\\n(供稿:某某高新区)"
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = pathlib.Path(folder, "3.txt").write_text(text, encoding="utf-8")
    ...     archive = tb.read_archive(folder)
    ...     rows = sum(len(batch) for batch in archive.articles)
    ...     hits = archive.search("新闻")
    >>> rows, hits[0].issue, str(hits[0])
    (1, '2019-3', '今天没有【新闻】。')

    Raises ReadError at once where a path does not exist or is standard input, which cannot be read twice, and ParseError where options or
    limits are invalid.
    """
    given = [paths] if isinstance(paths, (str, bytes, os.PathLike)) else list(paths)
    names = []
    for item in given:
        path = os.fspath(item)
        if not isinstance(path, str):
            raise TypeError(f"expected paths of str, found one of {type(path).__name__}; use os.fsdecode")
        if path == "-" and not os.path.lexists(path):
            message = "-: found standard input, expected files, which can be read again; save it to a file, and name that"
            raise ReadError(message, "unreadable", None, path)
        if not os.path.lexists(path) and not any(sign in path for sign in "*?["):
            message = f"{path}: found no such file, expected files or folders; check the path"
            raise MissingFileError(message, "unreadable", None, path)
        # A file of that name; the library would read standard input.
        names.append("./-" if path == "-" else path)
    if errors not in ("warn", "ignore", "raise"):
        raise ValueError(f"found errors {errors!r}, expected 'warn', 'ignore' or 'raise'")
    limits = {"max_size": max_size, "max_unpacked": max_unpacked, "max_ratio": max_ratio, "max_depth": max_depth}
    question = {"paths": names, "options": json.loads(_json(options)), "numbers": numbers, "threads": threads or 0}
    question |= {name: limit for name, limit in limits.items() if limit is not None}
    # The library looks at what is asked before it reads anything, and of no path there is nothing to read.
    _native.Answer(json.dumps({**question, "paths": [], "task": "catalogue"}))
    return Archive(question, progress, errors)


class Archive:
    """Files of issues, made by `read_archive`: each attribute reads them when it is asked for.

    Tables are what pandas, polars, pyarrow and duckdb read: `polars.DataFrame(archive.articles)`,
    `articles = archive.articles; duckdb.sql("select title from articles")`. Their columns are those of the command's `archive`;
    `source`, with `article` and `block`, joins them. Rows are in the order of inputs.
    """

    def __init__(
        self, question: dict[str, Any], progress: Callable[[Progress], object] | bool, errors: str
    ) -> None:
        self._question = question
        self._progress = progress
        self._errors = errors
        self._unread: tuple[Unread, ...] | None = None
        self._catalogue: Catalogue | None = None

    @property
    def paths(self) -> tuple[str, ...]:
        """Where it is."""
        return tuple(self._question["paths"])

    @property
    def issues(self) -> ArchiveTable:
        """A row an issue 期: year, number, date, counts, hash of its bytes, encoding."""
        return ArchiveTable(self, "issues")

    @property
    def articles(self) -> ArchiveTable:
        """A row an article 文章: section, title, organisations, people, text."""
        return ArchiveTable(self, "articles")

    @property
    def blocks(self) -> ArchiveTable:
        """A row a heading, paragraph, caption, table or note 段落."""
        return ArchiveTable(self, "blocks")

    @property
    def attributions(self) -> ArchiveTable:
        """A row an attribution 供稿."""
        return ArchiveTable(self, "attributions")

    @property
    def diagnostics(self) -> ArchiveTable:
        """A row a finding 疑点 in an issue."""
        return ArchiveTable(self, "diagnostics")

    @property
    def facts(self) -> ArchiveTable:
        """A row a fact 事实, all kinds in one table; what a kind does not have is null."""
        return ArchiveTable(self, "facts")

    @property
    def catalogue(self) -> Catalogue:
        """Which issues there are, which are missing, which are held twice, what looks misdated, and sections through time."""
        if self._catalogue is None:
            self._catalogue = Catalogue.of_rows(self._rows("catalogue"))
        return self._catalogue

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The inputs that the last finished run did not read, and why; where there was none, the archive is read for it."""
        if self._unread is None:
            for _ in self._steps({"table": "issues"}):
                pass
        return self._unread or ()

    @overload
    def search(self, *words: str, any: bool = False, context: int | None = None) -> Hits: ...

    @overload
    def search(
        self,
        *words: str,
        any: bool = False,
        context: int | None = None,
        count_by: Literal["year", "section", "contributor"],
    ) -> tuple[Count, ...]: ...

    def search(
        self,
        *words: str,
        any: bool = False,
        context: int | None = None,
        count_by: Literal["year", "section", "contributor"] | None = None,
    ) -> Hits | tuple[Count, ...]:
        """Every place of some words, in its context, with issue, article and paragraph; or how often there is one.

        A paragraph (title, table, attribution …) must have all words, or with `any` one of them. Words are compared folded:
        火炬 finds ⽕炬, and line ends and blanks in a word do not count. `context` is in characters on each side. `count_by` counts
        by year, section or contributing organisation instead.

        Raises ParseError where there is no word.
        """
        asked: dict[str, Any] = {"words": list(words), "any": any, "context": context, "count_by": count_by}
        rows = self._rows({"search": asked})
        if count_by is None:
            return Hits(rows)
        return tuple(Count(row[count_by], row["hits"], row["articles"], row["issues"]) for row in rows)

    def __repr__(self) -> str:
        return f"<Archive {', '.join(self.paths)}>"

    def _rows(self, task: object) -> list[Any]:
        """What a task answers in lines of JSON. A text may hold other line ends than theirs."""
        lines = (line for _, _, text in self._steps(task) for line in (text or "").split("\n"))
        return [json.loads(line) for line in lines if line]

    def _steps(self, task: object) -> Iterator[tuple[Progress, _native.ArrowTable | None, str | None]]:
        """Runs over the archive: says how far it is, and in the end what was not read."""
        show, unread = _shown(self._progress), list[Unread]()
        answer = _native.Answer(json.dumps({**self._question, "task": task, "shown": show is not None}))
        try:
            for news, rows, lines in iter(answer.take, None):
                told = json.loads(news)
                for fields in told.pop("unread"):
                    unread.append(Unread(**fields))
                    if self._errors == "raise":
                        raise _raised(unread[-1])
                progress = Progress(**told)
                if show is not None:
                    show(progress)
                yield progress, rows, lines
        finally:
            if show is not None:
                getattr(show, "close", lambda: None)()
        self._unread = tuple(unread)
        if unread and self._errors == "warn":
            first = "; ".join(f"{it.status} {it.name}: {it.message}" for it in unread[:3])
            more = f"; and {len(unread) - 3} more, see Archive.unread" if len(unread) > 3 else ""
            said = f"{len(unread)} of {progress.inputs} inputs were not read: {first}{more}"
            warnings.warn(said, ArchiveWarning, _outside())


class ArchiveTable:
    """One table of an archive, which is read anew, and streamed, whenever somebody asks for its rows."""

    def __init__(self, archive: Archive, name: TableName) -> None:
        self._archive = archive
        self._name = name

    @property
    def name(self) -> str:
        """`issues`, `articles`, `blocks`, `attributions`, `diagnostics` or `facts`."""
        return self._name

    @property
    def column_names(self) -> list[str]:
        """The names of the columns."""
        return self._empty().column_names

    def __iter__(self) -> Iterator[_native.ArrowTable]:
        """The rows in portions of about 2 MB of inputs: as many as fit in memory at a time are there."""
        for _, rows, _ in self._archive._steps({"table": self._name}):
            if rows is not None and len(rows):
                yield rows

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows as a stream; a schema that is asked for is not heeded, as the protocol allows."""
        rows = iter(self)
        ahead = list(itertools.islice(rows, _AHEAD))
        return self._empty().stream(itertools.chain(ahead, rows))

    def __arrow_c_schema__(self) -> object:
        """The columns and their types."""
        return self._empty().__arrow_c_schema__()

    def __repr__(self) -> str:
        return f"<ArchiveTable {self._name}: {', '.join(self.column_names)}>"

    def _empty(self) -> _native.ArrowTable:
        empty = _native.ArrowTable.of(self._name)
        assert empty is not None
        return empty


def _outside() -> int:
    """How many callers up the code is that uses this package, for a warning to name its line."""
    frame, level = sys._getframe(1), 1
    while frame.f_back is not None and frame.f_globals.get("__name__", "").startswith("torch_bulletin"):
        frame, level = frame.f_back, level + 1
    return level


def _raised(unread: Unread) -> ReadError:
    return ReadError(f"{unread.name}: {unread.message}", unread.code, None, unread.name)


def _shown(progress: Callable[[Progress], object] | bool) -> Callable[[Progress], object] | None:
    if progress is True:
        return _bar()
    return None if progress is False else progress


def _bar() -> Callable[[Progress], object] | None:
    """A bar of tqdm, where it is installed."""
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return None
    return _Bar(tqdm(unit="B", unit_scale=True))


class _Bar:
    def __init__(self, bar: Any) -> None:
        self._bar = bar

    def __call__(self, progress: Progress) -> None:
        self._bar.total = progress.total
        self._bar.set_postfix_str(counted(progress.issues, "issue"), refresh=False)
        self._bar.update(progress.done - self._bar.n)

    def close(self) -> None:
        self._bar.close()

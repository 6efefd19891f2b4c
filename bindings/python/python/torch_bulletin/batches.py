"""Archives over more than one machine: batches of files in, batches of rows out.

`articles`, `blocks` and `facts` take an iterator of Arrow record batches with the columns `path` and `content` (the bytes of a
file of one issue, or of several: a bound volume) and give an iterator of batches of rows. That is what PySpark's `mapInArrow` wants of a function,
and what Ray and Dask call with a batch at a time; nothing here knows any of them. pyarrow must be installed.

A file that is refused has no rows there; `refused` gives a row for each, with the reason, so that none is lost.

>>> import pyarrow as pa, torch_bulletin.batches as batches
>>> text = "火炬动态\\n2019年第3期 2019年3月31日\\n一个标题\\n今天没有新闻。\\n(供稿:某某高新区)"
>>> files = pa.record_batch({"path": ["3.txt", "no.pdf"], "content": [text.encode(), b"%PDF-1.7"]})
>>> [row["title"] for batch in batches.articles([files]) for row in batch.to_pylist()]
['一个标题']
>>> [(row["source"], row["code"]) for batch in batches.refused([files]) for row in batch.to_pylist()]
[('no.pdf', 'other-kind')]
"""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Any, Callable, Iterable, Iterator, Literal

from torch_bulletin import _native
from torch_bulletin._bulletin import Bulletin
from torch_bulletin._errors import ReadError
from torch_bulletin._parse import ParseOptions, _json, parse

if TYPE_CHECKING:
    import pyarrow

__all__ = ["articles", "blocks", "facts", "refused", "schema"]

Table = Literal["articles", "blocks", "facts", "refused"]

_BYTES = 32 << 20
"""So many bytes of rows make a batch: a string column of Arrow ends at 2 GiB, and a worker holds a batch whole."""

_TABLES: dict[str, Callable[[Bulletin], Any]] = {
    "articles": Bulletin.articles_table,
    "blocks": Bulletin.blocks_table,
    "facts": Bulletin.facts_table,
}


def articles(
    batches: Iterable[pyarrow.RecordBatch], *, options: ParseOptions | None = None
) -> Iterator[pyarrow.RecordBatch]:
    """A row for each article: the columns of `Bulletin.articles_table`, after the column `source` with the path.

    Where a file holds several issues, each has the path with `#` and its key as `source`: `volume.txt#2022-12`.

    Numbers are int64 and texts are strings with offsets of 32 bits, which every engine knows.
    """
    return _rows("articles", batches, options)


def blocks(
    batches: Iterable[pyarrow.RecordBatch], *, options: ParseOptions | None = None
) -> Iterator[pyarrow.RecordBatch]:
    """A row for each heading, paragraph, table …: the columns of `Bulletin.blocks_table`; see `articles`."""
    return _rows("blocks", batches, options)


def facts(
    batches: Iterable[pyarrow.RecordBatch], *, options: ParseOptions | None = None
) -> Iterator[pyarrow.RecordBatch]:
    """A row for each date, quantity, observation, person …: the columns of `Bulletin.facts_table`; see `articles`."""
    return _rows("facts", batches, options)


def refused(
    batches: Iterable[pyarrow.RecordBatch], *, options: ParseOptions | None = None
) -> Iterator[pyarrow.RecordBatch]:
    """A row for each file that is no text: `source`, `code` and `message`, as in `ReadError`."""
    import pyarrow as pa

    for batch in batches:
        rows = []
        for path, content in _files(batch):
            try:
                parse(content, options=options, name=path)
            except ReadError as error:
                rows.append({"source": path, "code": error.code, "message": str(error)})
        if rows:
            yield pa.RecordBatch.from_pylist(rows, schema=schema("refused"))


@functools.cache
def schema(table: Table) -> pyarrow.Schema:
    """The schema of the batches of a table: `articles`, `blocks`, `facts` or `refused`.

    >>> from torch_bulletin import batches
    >>> batches.schema("refused").names
    ['source', 'code', 'message']
    """
    import pyarrow as pa

    if table == "refused":
        return pa.schema([(name, pa.string()) for name in ("source", "code", "message")])
    rows = pa.table(_TABLES[table](parse("")))
    return pa.schema([("source", pa.string()), *((field.name, _plain(field.type)) for field in rows.schema)])


def _rows(
    table: Table, batches: Iterable[pyarrow.RecordBatch], options: ParseOptions | None
) -> Iterator[pyarrow.RecordBatch]:
    import pyarrow as pa

    wanted = schema(table)
    for batch in batches:
        waiting: list[pyarrow.Table] = []
        held = 0
        for path, content in _files(batch):
            for name, bulletin in _issues(path, content, options):
                rows = pa.table(_TABLES[table](bulletin))
                source = pa.array([name] * len(rows), pa.string())
                waiting.append(rows.add_column(0, "source", source).cast(wanted))
                held += waiting[-1].nbytes
                if held >= _BYTES:
                    yield from _joined(waiting)
                    waiting, held = [], 0
        yield from _joined(waiting)


def _issues(path: str, content: bytes, options: ParseOptions | None) -> Iterator[tuple[str, Bulletin]]:
    """Every issue of a file with its name, one at a time; none of a file that is refused."""
    try:
        whole = parse(content, options=options, name=path)
    except ReadError:
        return
    # What follows the first issue is left unparsed. A path with a `#` may be that of a volume's issue as well.
    is_volume = whole.unparsed and any(it.code == "several-issues" for it in whole.diagnostics)
    if not is_volume and "#" not in path:
        yield path, whole
        return
    task = {"parts": {"name": path, "text": whole.source}}
    question = {"paths": [], "options": json.loads(_json(options)), "task": task}
    for _, _, lines in iter(_native.Answer(json.dumps(question)).take, None):
        for line in (lines or "").split("\n"):
            if line:
                part = json.loads(line)
                text = whole.source[part["start"] : part["end"]]
                yield part["name"], parse(text, options=options, name=part["name"])


def _joined(tables: list[pyarrow.Table]) -> Iterator[pyarrow.RecordBatch]:
    import pyarrow as pa

    if tables:
        yield from pa.concat_tables(tables).combine_chunks().to_batches()


def _files(batch: pyarrow.RecordBatch) -> Iterator[tuple[str, bytes]]:
    """The files of a batch, one at a time: a batch of files may be large."""
    for path, content in zip(batch["path"], batch["content"], strict=True):
        yield path.as_py(), content.as_py()


def _plain(type_: pyarrow.DataType) -> pyarrow.DataType:
    """A type that every engine knows: Spark has neither unsigned numbers nor, before 4.0, offsets of 64 bits."""
    import pyarrow as pa

    if pa.types.is_unsigned_integer(type_):
        return pa.int64()
    if pa.types.is_large_string(type_):
        return pa.string()
    if pa.types.is_list(type_) or pa.types.is_large_list(type_):
        return pa.list_(_plain(type_.value_type))
    return type_

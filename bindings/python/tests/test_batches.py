"""Batches of files become batches of rows, with plain Arrow and on Spark in local mode."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any, Iterable, Iterator

import pyarrow as pa
import pytest

import torch_bulletin as tb
from corpus import cases
from torch_bulletin import batches

BAD = {"no.pdf": (b"%PDF-1.7", "other-kind"), "noise.txt": (b"\0\0", "binary")}
FILES = {f"{case.name}.txt": case.input.encode() for case in cases("corpus")} | {name: it[0] for name, it in BAD.items()}


MADE = {
    "articles": batches.articles,
    "blocks": batches.blocks,
    "facts": batches.facts,
    "refused": batches.refused,
}


def in_order(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: (row["source"], row.get("article") or 0, row.get("block") or 0, str(row)))


def without(rows: list[dict[str, Any]], column: str) -> list[dict[str, Any]]:
    return [{key: value for key, value in row.items() if key != column} for row in rows]


def files(size: int) -> list[pa.RecordBatch]:
    table = pa.table({"path": list(FILES), "content": list(FILES.values())})
    return table.to_batches(max_chunksize=size)


@pytest.mark.parametrize("size", [1, 3, 100])
def test_rows_are_those_of_each_file(size: int) -> None:
    for name, made in MADE.items():
        if name == "refused":
            continue
        expected = []
        for path, content in FILES.items():
            if path not in BAD:
                rows = pa.table(getattr(tb.parse(content), f"{name}_table")()).to_pylist()
                expected += [{"source": path, **row} for row in rows]
        found = [row for batch in made(files(size)) for row in batch.to_pylist()]
        assert found == expected and found
    refused = [(row["source"], row["code"]) for it in batches.refused(files(size)) for row in it.to_pylist()]
    assert refused == [(name, code) for name, (_, code) in BAD.items()]


def test_batches_have_the_schema_that_is_told_and_do_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "_BYTES", 1)
    found = list(batches.articles(files(100)))
    assert len(found) == len(FILES) - len(BAD)
    assert {it.schema for it in found} == {batches.schema("articles")}
    types = {str(field.type) for table in MADE for field in batches.schema(table)}
    assert not [it for it in types if "large" in it or "uint" in it]


def test_the_issues_of_a_volume_are_named_as_in_an_archive(tmp_path: Path) -> None:
    issue = "火炬动态\n2019年第{}期 2019年3月31日\n一个标题\n今天没有新闻,𠮷地也没有。\n(供稿:某某高新区)\n"
    text = "".join(issue.format(number) for number in (3, 4, 3))
    (tmp_path / "v.txt").write_text(text, encoding="utf-8")
    archive = tb.read_archive(tmp_path)
    file = pa.record_batch({"path": [str(tmp_path / "v.txt")], "content": [text.encode()]})

    def found(name: str) -> list[dict[str, Any]]:
        return [row for batch in MADE[name]([file]) for row in batch.to_pylist()]

    assert found("articles") == pa.table(archive.articles).to_pylist()
    assert found("blocks") == pa.table(archive.blocks).to_pylist()
    assert [row["text"] for row in found("facts")] == pa.table(archive.facts).column("text").to_pylist()
    sources = [row["source"].split("#")[1] for row in found("articles")]
    assert sources == ["2019-3", "2019-4", "2019-3-copy2"]


def test_files_are_taken_as_they_come() -> None:
    def endless() -> Iterator[pa.RecordBatch]:
        while True:
            yield from files(1)

    assert next(batches.articles(endless())).num_rows > 0


def test_options_are_heeded() -> None:
    def count(options: tb.ParseOptions | None) -> int:
        return sum(it.num_rows for it in batches.blocks(files(100), options=options))

    assert count({"joins": "none"}) > count(None)


@pytest.mark.skipif(not (shutil.which("java") or "JAVA_HOME" in os.environ), reason="Spark needs Java, and there is none")
def test_spark_gives_the_same_rows_from_a_folder_of_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    from pyspark.sql.pandas.types import from_arrow_schema

    for path, content in FILES.items():
        (tmp_path / path).write_bytes(content)
    # Workers run the same interpreter, which has the package.
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    spark = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "2")
        .getOrCreate()
    )
    try:
        archive = spark.read.format("binaryFile").load(str(tmp_path)).select("path", "content").repartition(3)

        def of_spark(table: batches.Table) -> list[dict[str, Any]]:
            schema = from_arrow_schema(batches.schema(table))
            rows = [row.asDict() for row in archive.mapInArrow(MADE[table], schema).collect()]
            # Spark's paths are URIs.
            return in_order({**row, "source": row["source"].rsplit("/", 1)[-1]} for row in rows)

        for table in MADE:
            expected = in_order(row for it in MADE[table](files(100)) for row in it.to_pylist())
            found = of_spark(table)
            # A message names its input, which is another path there.
            assert without(found, "message") == without(expected, "message") and len(found) > 1
    finally:
        spark.stop()

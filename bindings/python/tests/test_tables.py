"""Tables are read by whatever reads Arrow, with the rows of the document."""

from __future__ import annotations

from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pytest

import torch_bulletin as tb
from corpus import cases

BULLETINS = [tb.parse(case.input) for case in cases("corpus")]


def expected_articles(bulletin: tb.Bulletin) -> list[dict[str, Any]]:
    issue, date = bulletin.masthead.issue, bulletin.masthead.date
    rows: list[dict[str, Any]] = []
    for section in bulletin.sections:
        for article in section.articles:
            page = bulletin.locate(article.span.start).page
            rows.append(
                {
                    "issue": article.id.partition("/")[0] if issue else None,
                    "date": date.value if date else None,
                    "article": len(rows),
                    "id": article.id,
                    "section": section.name and section.name.text,
                    "series": section.series and section.series.text,
                    "title": article.title and article.title.text,
                    "subtitle": article.subtitle and article.subtitle.text,
                    "organisations": [it.text for by in article.attributions for it in by.organisations],
                    "people": [it.text for by in article.attributions for it in by.people],
                    "page": page and page.label,
                    "chars": len(article.text),
                    "blocks": len(article.blocks),
                    "start": article.span.start,
                    "end": article.span.end,
                    "text": article.text,
                }
            )
    return rows


@pytest.mark.parametrize("bulletin", BULLETINS, ids=repr)
def test_articles_are_those_of_the_document(bulletin: tb.Bulletin) -> None:
    table = bulletin.articles_table()
    rows = expected_articles(bulletin)
    assert pyarrow.table(table).to_pylist() == rows and len(table) == len(rows)
    assert polars.DataFrame(table).to_dicts() == rows
    assert table.column_names == list(rows[0])


@pytest.mark.parametrize("bulletin", BULLETINS, ids=repr)
def test_blocks_are_those_of_the_document(bulletin: tb.Bulletin) -> None:
    rows = pyarrow.table(bulletin.blocks_table()).to_pylist()
    blocks = [(at, block) for at, it in enumerate(bulletin.articles) for block in it.blocks]
    for row, (article, block) in zip(rows, blocks, strict=True):
        assert (row["article"], row["kind"]) == (article, block.kind)
        marker = getattr(block, "marker", None)
        assert (row["marker"], row["style"], row["number"]) == (
            (marker.text, marker.style, marker.number) if marker else (None, None, None)
        )
        assert row["level"] == getattr(block, "level", None)
        if not isinstance(block, tb.Table):
            assert row["text"] == block.text.text and row["chars"] == len(row["text"])
            assert (row["start"], row["end"]) == (block.text.spans[0].start, block.text.spans[-1].end)


def test_every_reader_sees_the_same_rows() -> None:
    articles = BULLETINS[0].articles_table()
    titles = pyarrow.table(articles)["title"].to_pylist()
    assert polars.DataFrame(articles)["title"].to_list() == titles
    assert pandas.DataFrame.from_arrow(articles)["title"].tolist() == titles
    # duckdb finds the variable by its name.
    assert [title for (title,) in duckdb.sql("select title from articles order by article").fetchall()] == titles


def test_tables_of_many_issues_go_together_and_outlive_them() -> None:
    tables = [tb.parse(case.input).articles_table() for case in cases("corpus")]
    frame = polars.concat(polars.DataFrame(table) for table in tables)
    assert frame.height == sum(len(it.articles) for it in BULLETINS)
    assert frame.filter(polars.col("text").is_null()).height == 0


def test_a_stream_can_be_dropped_unread_and_a_table_read_twice() -> None:
    table = BULLETINS[0].articles_table()
    table.__arrow_c_stream__()
    table.__arrow_c_stream__(None)
    assert pyarrow.table(table) == pyarrow.table(table)
    assert pyarrow.schema(table).names == table.column_names


def test_an_issue_without_articles_has_the_columns() -> None:
    table = tb.parse("").articles_table()
    assert len(table) == 0 and polars.DataFrame(table).columns == BULLETINS[0].articles_table().column_names

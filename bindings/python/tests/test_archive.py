"""Whole archives: tables that are read when they are asked for, words in context, a catalogue, and what is not read."""

from __future__ import annotations

import _thread
import signal
import threading
import time
import zipfile
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pytest

import torch_bulletin as tb
from corpus import cases

TABLES = ("issues", "articles", "blocks", "attributions", "diagnostics", "facts")


def issue(number: int, *, day: int = 28) -> str:
    return (
        f"火炬动态\n2019年第{number}期(总第{400 + number}期) 2019年{number}月{day}日\n目录\n【要闻】\n江州高新区举办第{number}场辅导日\n"
        f"【要闻】\n江州高新区举办第{number}场辅导日\n3月5日,江州高新区举办辅导日,{number}00家企业参加。\n(供稿:江州高新区)\n"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Issues 1, 2, 5, and 2 again, in a folder and a zip file; and what is no text."""
    (tmp_path / "1.txt").write_text(issue(1), encoding="utf-8")
    (tmp_path / "2.txt").write_bytes(issue(2).encode("gb18030"))
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as file:
        file.writestr("2019/2.txt", issue(2))
        file.writestr("2019/5.txt", issue(5))
        file.writestr("cover.jpg", b"\xff\xd8\xff\xe0")
    return tmp_path


@pytest.fixture
def archive(folder: Path) -> tb.Archive:
    return tb.read_archive(folder, errors="ignore")


def large(folder: Path, count: int) -> Path:
    """So many copies of the longest issue there is, in one zip file."""
    text = max((case.input for case in cases("corpus")), key=len)
    with zipfile.ZipFile(folder / "large.zip", "w", zipfile.ZIP_DEFLATED) as file:
        for number in range(count):
            file.writestr(f"{number:05}.txt", text)
    return folder / "large.zip"


def test_standard_input_is_no_archive_and_it_is_said_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(tb.ReadError, match="standard input.*save it to a file"):
        tb.read_archive("-")
    (tmp_path / "-").write_text(issue(3), encoding="utf-8")
    assert len(pyarrow.table(tb.read_archive("-").issues)) == 1


def test_tables_are_those_of_each_issue(archive: tb.Archive) -> None:
    for name in TABLES:
        table: tb.ArchiveTable = getattr(archive, name)
        read = pyarrow.table(table)
        assert read.column_names == table.column_names and read.schema == pyarrow.schema(table)
        assert set(read["source"].to_pylist()) <= {source.source for source in archive.catalogue.issues}
        assert read.num_rows == sum(len(batch) for batch in getattr(archive, name))
    titles = pyarrow.table(archive.articles)["title"].to_pylist()
    assert titles == [f"江州高新区举办第{number}场辅导日" for number in (1, 2, 2, 5)]
    (first,) = tb.parse(issue(1)).articles
    row = pyarrow.table(archive.articles).to_pylist()[0]
    assert (row["text"], row["start"], row["end"]) == (first.text, first.span.start, first.span.end)


def test_duckdb_joins_tables_and_every_reader_sees_the_same(archive: tb.Archive) -> None:
    issues, articles, facts = archive.issues, archive.articles, archive.facts
    rows = duckdb.sql(
        "select i.whole_number, a.title, f.low from issues i join articles a using (source) join facts f "
        "on f.source = a.source and f.article = a.article where f.kind = 'quantity' and f.unit = '家' order by 1, 2"
    ).fetchall()
    assert [(number, low) for number, _, low in rows] == [(401, 100), (402, 200), (402, 200), (405, 500)]
    sources = pyarrow.table(issues)["source"].to_pylist()
    assert polars.DataFrame(issues)["source"].to_list() == sources
    assert pandas.DataFrame.from_arrow(issues)["source"].tolist() == sources
    assert pyarrow.RecordBatchReader.from_stream(issues).read_all()["source"].to_pylist() == sources


def test_the_rows_do_not_depend_on_threads(folder: Path) -> None:
    made = [tb.read_archive(folder, threads=threads, errors="ignore") for threads in (1, 2, 8)]
    for name in TABLES:
        first, *others = (pyarrow.table(getattr(it, name)) for it in made)
        assert all(it == first for it in others)
    assert len({repr(it.search("辅导日").to_dicts()) for it in made}) == 1


def test_what_is_not_read_is_named(folder: Path) -> None:
    archive = tb.read_archive(folder)
    with pytest.warns(tb.ArchiveWarning, match="1 of 5 inputs were not read: refused .*more.zip!/cover.jpg: found a JPEG") as told:
        pyarrow.table(archive.issues)
    assert told[0].filename == __file__
    ((name, status, code, _),) = archive.unread
    assert name.endswith("more.zip!/cover.jpg") and (status, code) == ("refused", "other-kind")
    with pytest.raises(tb.ReadError, match="cover.jpg") as raised:
        pyarrow.table(tb.read_archive(folder, errors="raise").articles)
    assert raised.value.code == "other-kind"
    with pytest.raises(tb.ReadError, match="nowhere: found no such file"):
        tb.read_archive(folder / "nowhere")
    assert {it.code for it in tb.read_archive(folder, max_size=10, errors="ignore").unread} == {"too-large", "other-kind"}


def test_words_are_found_in_context_or_counted(archive: tb.Archive) -> None:
    hits = archive.search("辅导日", context=3)
    assert {hit.part for hit in hits} == {"title", "paragraph"} and len(hits) == 8
    hit = hits[1]
    assert (hit.issue, hit.article, hit.block, hit.line, str(hit)) == ("2019-1", 0, 0, 8, "区举办【辅导日】,10")
    assert issue(1)[slice(*hit.spans[0])] == "辅导日"
    assert len(hits[2:4]) == 2 and "<mark>辅导日</mark>" in hits._repr_html_()
    assert repr(hits) == "<Hits 8 in 4 articles of 4 issues>"
    assert archive.search("辅导日", count_by="year") == (("2019", 8, 4, 4),)
    assert [it.name for it in archive.search("辅导日", count_by="contributor")] == ["江州高新区"]
    assert len(archive.search("辅导日", "没有的词")) == 0 < len(archive.search("辅导日", "没有的词", any=True))
    with pytest.raises(tb.ParseError, match="words"):
        archive.search(" ")


def test_the_catalogue_tells_gaps_and_duplicates(archive: tb.Archive) -> None:
    catalogue = archive.catalogue
    assert [(it.number, it.whole_number) for it in catalogue.issues][0] == ((1, 1), (401, 401))
    assert [it.message for it in catalogue.gaps] == ["whole numbers 403–404 are missing", "2019: numbers 3–4 are missing"]
    assert [(it.first, it.last) for it in catalogue.gaps] == [(403, 404), (3, 4)]
    (twice,) = catalogue.duplicates
    assert twice.kind == "same-text" and [Path(it).name for it in twice.sources] == ["2.txt", "2.txt"]
    ((section),) = catalogue.sections
    assert (section.name, section.issues, section.articles) == ("要闻", 3, 3)
    assert [it.copy for it in catalogue.issues] == [False, False, True, False]
    assert repr(catalogue) == "<Catalogue 3 issues and 1 more copy, 2 gaps, 1 duplicate, 3 findings, 1 section>"


def test_progress_is_told(folder: Path) -> None:
    told: list[tb.Progress] = []
    pyarrow.table(tb.read_archive(folder, progress=told.append, errors="ignore").articles)
    assert (told[-1].inputs, told[-1].issues) == (5, 4) and 0 < told[-1].done <= told[-1].total
    pyarrow.table(tb.read_archive(folder, progress=True, errors="ignore").articles)

    def fails(_: tb.Progress) -> None:
        raise LookupError("on purpose")

    with pytest.raises(LookupError):
        pyarrow.table(tb.read_archive(folder, progress=fails, errors="ignore").articles)


def test_ctrl_c_is_heeded_and_the_lock_is_free(tmp_path: Path) -> None:
    archive = tb.read_archive(large(tmp_path, 4_000))
    ticks: list[float] = []

    def tick() -> None:
        for _ in range(10):
            ticks.append(time.monotonic())
            time.sleep(0.01)
        _thread.interrupt_main()

    thread = threading.Thread(target=tick)
    begun = time.monotonic()
    # A shell that starts the tests in the background has them ignore Ctrl-C.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        thread.start()
        with pytest.raises(KeyboardInterrupt):
            polars.DataFrame(archive.facts)
    finally:
        thread.join()
        signal.signal(signal.SIGINT, before)
    # All ticks came while the archive was read, and that ended long before the archive did.
    assert len(ticks) == 10 and ticks[-1] - begun < 5 and time.monotonic() - ticks[-1] < 5


def test_a_stream_is_read_as_it_is_wanted_and_can_be_left(tmp_path: Path) -> None:
    archive = tb.read_archive(large(tmp_path, 600))
    told: list[int] = []
    rows = iter(tb.read_archive(archive.paths, progress=lambda it: told.append(it.inputs)).blocks)
    assert len(next(rows)) > 0
    assert told[-1] < 600
    rows.close()  # type: ignore[attr-defined]
    reader = pyarrow.RecordBatchReader.from_stream(archive.blocks)
    assert reader.read_next_batch().num_rows > 0
    del reader


def test_what_is_asked_wrongly_is_said(folder: Path) -> None:
    bad: Any = tb.read_archive
    with pytest.raises(ValueError, match="expected 'warn'"):
        bad(folder, errors="never")
    with pytest.raises(TypeError, match="paths of str"):
        bad(b"folder")
    with pytest.raises(tb.ParseError, match="options.joins"):
        bad(folder, options={"joins": "never"})
    with pytest.raises(TypeError, match="options as a dict"):
        bad(folder, options="never")
    with pytest.raises(tb.ParseError, match="max_size"):
        bad(folder, max_size=-1)
    assert repr(tb.read_archive("*.txt")) == "<Archive *.txt>"

"""What is taken, what is refused and how, threads, and Ctrl-C."""

from __future__ import annotations

import errno
import os
import pickle
import signal
import subprocess
import sys
import threading
import typing
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import torch_bulletin as tb
from corpus import cases

PROSE = "火炬动态\r\n2019年第3期 2019年3月31日\r\n一个标题\r\n今天没有新闻。\r\n(供稿:某某高新区)\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_bytes_are_decoded(encoding: str, tmp_path: Path) -> None:
    data = PROSE.encode(encoding)
    it = tb.parse(data)
    assert it.source.lstrip("\ufeff") == PROSE
    assert it.origin.bytes == len(data) and it.origin.sha256 is not None
    path = tmp_path / "3.txt"
    path.write_bytes(data)
    for given in (path, str(path)):
        read = tb.read(given)
        assert read.source == it.source and read.origin.sha256 == it.origin.sha256


def test_the_empty_text_is_a_text_and_the_empty_file_is_none() -> None:
    assert tb.parse("").articles == ()
    with pytest.raises(tb.ReadError) as refused:
        tb.parse(b"")
    assert refused.value.code == "empty" and refused.value.position is None


@pytest.mark.parametrize(
    "data, code, position",
    [(b"abc\0def", "binary", 3), (b"%PDF-1.7", "other-kind", None), (b"\x89PNG\r\n\x1a\n", "other-kind", None)],
)
def test_what_is_no_text_is_refused(data: bytes, code: str, position: int | None) -> None:
    with pytest.raises(tb.ReadError, match="^found .*, expected ") as refused:
        tb.parse(data)
    assert (refused.value.code, refused.value.position) == (code, position)
    assert isinstance(refused.value, tb.ParseError) and isinstance(refused.value, ValueError)


def test_a_missing_file_is_an_os_error_with_its_name() -> None:
    with pytest.raises(FileNotFoundError, match="^nowhere.txt: found no such file") as refused:
        tb.read("nowhere.txt")
    error = refused.value
    assert isinstance(error, tb.ReadError) and (error.code, error.name) == ("unreadable", "nowhere.txt")
    assert (error.errno, error.filename) == (errno.ENOENT, "nowhere.txt")
    with pytest.raises(tb.MissingFileError, match="nowhere: found no such file"):
        tb.read_archive("nowhere")
    with pytest.raises(tb.ReadError, match="found a folder"):
        tb.read(os.getcwd())


def test_half_a_surrogate_pair_is_placed() -> None:
    with pytest.raises(tb.ParseError, match="at character 2") as refused:
        tb.parse("一个\ud800标题")
    assert (refused.value.code, refused.value.position) == ("binary", 2)


def test_errors_can_be_pickled() -> None:
    for error in (tb.ParseError("a", "binary", 3), tb.ReadError("b", "empty", None, "3.txt"), tb.MissingFileError("c", "unreadable", None, "3.txt")):
        back = pickle.loads(pickle.dumps(error))
        assert type(back) is type(error) and str(back) == str(error) and vars(back) == vars(error)


@pytest.mark.parametrize("given", [None, 3, ["一"], bytearray(b"x"), Path("issue.txt")], ids=lambda it: type(it).__name__)
def test_another_type_is_told_what_is_expected(given: object) -> None:
    with pytest.raises(TypeError, match=r"expected str \(text\) or bytes .*, found "):
        tb.parse(given)  # type: ignore[arg-type]


def test_options_are_those_of_the_core() -> None:
    wrapped = "今天没有\n新闻。明天也没有新闻,后天也许有。\n"
    joined, apart = (tb.parse(wrapped, options={"joins": joins}) for joins in ("evidence", "none"))
    assert joined == tb.parse(wrapped) and apart != joined
    # The core names all it knows, so that this list cannot fall behind.
    with pytest.raises(tb.ParseError) as refused:
        tb.parse("", options={"pages": 1})  # type: ignore[typeddict-unknown-key]
    keys = typing.get_type_hints(tb.ParseOptions)
    assert str(refused.value) == f"options: pages: unknown field `pages`, expected {' or '.join(f'`{key}`' for key in keys)}"
    with pytest.raises(tb.ParseError) as refused:
        tb.parse("", options={"joins": "always"})  # type: ignore[typeddict-item]
    assert refused.value.code == "invalid-options"
    assert str(refused.value).endswith(f"expected one of {', '.join(typing.get_args(keys['joins']))}")


@pytest.mark.parametrize("options", [[1], "none", 3])
def test_options_of_another_type_are_told(options: object) -> None:
    with pytest.raises(TypeError, match="expected options as a dict"):
        tb.parse("", options=options)  # type: ignore[arg-type]
    with pytest.raises(tb.ParseError, match="options: "):
        tb.parse("", options={"joins": object()})  # type: ignore[typeddict-item]


def test_many_give_what_one_gives() -> None:
    inputs = [case.input for case in cases("corpus")]
    assert tb.parse_many(inputs) == [tb.parse(it) for it in inputs]
    with pytest.raises(tb.ReadError):
        tb.parse_many([*inputs, b""])
    parsed = tb.parse_many([inputs[0], b"", inputs[1]], errors="return")
    assert [type(it).__name__ for it in parsed] == ["Bulletin", "ReadError", "Bulletin"]
    with pytest.raises(TypeError, match="found one str"):
        tb.parse_many("一个标题")


def test_threads_give_what_one_gives() -> None:
    inputs = [case.input for case in [*cases("corpus"), *cases("bad")]] * 8
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda it: tb.parse(it).to_json(), inputs)) == [tb.parse(it).to_json() for it in inputs]


def test_other_threads_run_while_one_parses() -> None:
    text = PROSE * 100_000
    parsed: list[tb.Bulletin] = []
    thread = threading.Thread(target=lambda: parsed.append(tb.parse(text)))
    thread.start()
    ticks = 0
    while thread.is_alive():
        thread.join(0.0002)
        ticks += 1
    assert parsed and ticks > 3, "the lock was not free"


@pytest.mark.skipif(sys.platform == "win32", reason="no timer sends a signal there")
def test_a_long_parse_heeds_signals() -> None:
    class Stop(Exception):
        pass

    def stop(*_: object) -> None:
        raise Stop

    called_off: list[str] = []

    def watch(_: object, event: str, function: object) -> None:
        # A call that came back before the signal was heeded would be a c_return.
        if event == "c_exception":
            called_off.append(getattr(function, "__name__", ""))

    text = PROSE * 30_000
    before = signal.signal(signal.SIGALRM, stop)
    try:
        for _ in range(50):
            with pytest.raises(Stop):
                signal.setitimer(signal.ITIMER_REAL, 0.02)
                sys.setprofile(watch)
                while True:
                    tb.parse(text)
            sys.setprofile(None)
            if "parse" in called_off:
                return
    finally:
        sys.setprofile(None)
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    pytest.fail("no parse was called off")


def test_nothing_else_is_imported() -> None:
    code = (
        "import sys, torch_bulletin as tb; tb.parse('一').blocks_table(); "
        "print([it for it in ('numpy', 'pandas', 'polars', 'pyarrow', 'duckdb') if it in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"


def test_the_version_is_that_of_the_package() -> None:
    from importlib.metadata import requires, version

    assert tb.__version__ == version("torch-bulletin")
    assert not requires("torch-bulletin")

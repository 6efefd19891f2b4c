"""From text, bytes and files to bulletins."""

from __future__ import annotations

import json
import os
from typing import Any, Iterable, Literal, Mapping, TypedDict, overload

from torch_bulletin import _native
from torch_bulletin._bulletin import Bulletin
from torch_bulletin._errors import MissingFileError, ParseError, ReadError, surrogate
from torch_bulletin._nodes import FieldKind


class ColophonLabel(TypedDict):
    """A label of a colophon field, and the kind of the field: 投稿信箱 is an `email`."""

    label: str
    kind: FieldKind


class _Named(TypedDict):
    name: str
    """The name of the newsletter, of two characters or more: 火炬动态."""


class Profile(_Named, total=False):
    """What one newsletter has beyond what all have: its name, its publishers over time, its words."""

    publishers: list[str]
    """Its publishers over time."""
    sections: list[str]
    """Section names beyond those that newsletters share."""
    contents_headings: list[str]
    """Headings of the contents list beyond 目录, 本期要目 and the like."""
    attribution_labels: list[str]
    """Labels of attributions beyond those that newsletters share."""
    colophon_labels: list[ColophonLabel]
    """Labels of colophon fields beyond those that newsletters share."""


class ParseOptions(TypedDict, total=False):
    """How to parse; the same in every language. The defaults are right for nearly every text."""

    joins: Literal["evidence", "none"]
    """Whether paragraphs that a line end or page end cut are joined again."""
    profile: Profile
    """The newsletter: its name and its words. The Torch bulletin's unless said otherwise."""


def parse(source: str | bytes, *, options: ParseOptions | None = None, name: str | None = None) -> Bulletin:
    """Parses one issue from its text, or from the bytes of its file.

    A str never fails, however odd the text. Bytes are decoded (UTF-8, UTF-16, GB18030), and refused where they
    are no text. `name` is kept as the name of the input. The interpreter's lock is free while it parses.

    >>> import torch_bulletin as tb
    >>> tb.parse("今天没有新闻。".encode("gb18030")).source
    '今天没有新闻。'

    Raises ReadError for bytes that are no text, ParseError for options that are none and for half a surrogate
    pair, TypeError for anything but str and bytes.
    """
    if not isinstance(source, (str, bytes)):
        raise TypeError(
            f"expected str (text) or bytes (the content of a file), found {_name(source)}; "
            "use torch_bulletin.read(path) for a file"
        )
    try:
        native = _native.parse(source, _json(options), name)
    except UnicodeEncodeError as error:
        raise surrogate(error) from None
    return Bulletin(native, source if isinstance(source, str) else None)


def read(path: str | os.PathLike[str], *, options: ParseOptions | None = None) -> Bulletin:
    """Reads one issue from a file; byte order mark and carriage returns stay, and are counted.

    The first 64 KiB decide: a huge file of another kind is refused without being read.

    Raises MissingFileError, which is a FileNotFoundError, for a file that is not there, and ReadError, which is an OSError, for one that is no text.
    """
    name = os.fspath(path)
    if not isinstance(name, str):
        raise TypeError(f"expected a path of str, found one of {type(name).__name__}; use os.fsdecode")
    try:
        return Bulletin(_native.read(name, name, _json(options)))
    except ReadError as error:
        if error.code == "unreadable" and not os.path.lexists(name):
            raise MissingFileError(str(error), error.code, error.position, error.name) from None
        raise


@overload
def parse_many(
    sources: Iterable[str | bytes], *, options: ParseOptions | None = None, errors: Literal["raise"] = "raise"
) -> list[Bulletin]: ...


@overload
def parse_many(
    sources: Iterable[str | bytes], *, options: ParseOptions | None = None, errors: Literal["return"]
) -> list[Bulletin | ParseError]: ...


def parse_many(
    sources: Iterable[str | bytes],
    *,
    options: ParseOptions | None = None,
    errors: Literal["raise", "return"] = "raise",
) -> list[Any]:
    """Parses many issues, one after the other; Ctrl-C is heeded between them.

    With `errors="return"` what is refused stands in the list as its exception, and the others are parsed.
    On many threads: `list(concurrent.futures.ThreadPoolExecutor().map(tb.parse, sources))`.

    >>> import torch_bulletin as tb
    >>> bulletins = tb.parse_many(["今天没有新闻。", b""], errors="return")
    >>> [type(it).__name__ for it in bulletins]
    ['Bulletin', 'ReadError']
    """
    if isinstance(sources, (str, bytes)):
        raise TypeError(f"expected a list of str or bytes, found one {type(sources).__name__}; use parse")
    parsed: list[Bulletin | ParseError] = []
    for index, source in enumerate(sources):
        try:
            parsed.append(parse(source, options=options))
        except ParseError as error:
            if errors != "return":
                if hasattr(error, "add_note"):
                    error.add_note(f"in item {index} of the list")
                raise
            parsed.append(error)
    return parsed


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `Bulletin.to_json` writes."""
    loaded: dict[str, Any] = json.loads(_native.schema())
    return loaded


def _name(value: object) -> str:
    kind = type(value)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _json(options: Mapping[str, Any] | None) -> str:
    if options is None:
        return "{}"
    if not isinstance(options, Mapping):
        raise TypeError(f"expected options as a dict, such as {{'joins': 'none'}}, found {type(options).__name__}")
    try:
        return json.dumps(dict(options))
    except (TypeError, ValueError) as error:
        raise ParseError(f"options: {error}", "invalid-options") from None

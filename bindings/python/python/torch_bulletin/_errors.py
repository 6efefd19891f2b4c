"""Why nothing came back: what was given is no text, or the file could not be read."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from torch_bulletin._nodes import ErrorCode


class ParseError(ValueError):
    """What was given cannot be parsed; odd text never raises, it is reported in `Bulletin.diagnostics`.

    >>> import torch_bulletin as tb
    >>> try:
    ...     tb.parse("今天没有新闻。", options={"joins": "never"})
    ... except tb.ParseError as error:
    ...     print(error.code)
    invalid-options
    """

    code: ErrorCode
    """The stable name of the reason, the same in every language."""
    position: int | None
    """Where it was seen: in code points of a str, in bytes of a file; None where it has no place."""

    def __init__(self, message: str, code: ErrorCode = "internal", position: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.position = position

    def __str__(self) -> str:
        return str(self.args[0])

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.args[0], self.code, self.position)


class ReadError(ParseError, OSError):
    """A file, or its bytes, were refused: nothing there, no text, or another kind of file.

    It is an `OSError` too, so that whoever expects one of a missing file finds it.

    >>> import torch_bulletin as tb
    >>> try:
    ...     tb.parse(b"%PDF-1.7")
    ... except tb.ReadError as error:
    ...     print(error.code)
    other-kind
    """

    name: str | None
    """The name of the input, as it was given."""

    def __init__(
        self,
        message: str,
        code: ErrorCode = "internal",
        position: int | None = None,
        name: str | None = None,
    ) -> None:
        super().__init__(message, code, position)
        self.name = name

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.args[0], self.code, self.position, self.name)


class MissingFileError(ReadError, FileNotFoundError):
    """There is no file of that name; a `FileNotFoundError` too, with `errno` and `filename`.

    >>> import torch_bulletin as tb
    >>> try:
    ...     tb.read("nowhere.txt")
    ... except FileNotFoundError as error:
    ...     print(error.filename, isinstance(error, tb.ReadError))
    nowhere.txt True
    """

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.errno = errno.ENOENT
        self.filename = self.name


class ArchiveWarning(UserWarning):
    """Some inputs of an archive were not read; `Archive.unread` names each."""


def surrogate(error: UnicodeEncodeError) -> ParseError:
    """Half a surrogate pair is text that was decoded in the wrong way."""
    message = (
        f"found half a surrogate pair at character {error.start}, expected text; parse the bytes of the file instead, "
        "and the encoding is found"
    )
    return ParseError(message, "binary", error.start)

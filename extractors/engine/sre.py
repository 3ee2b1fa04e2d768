"""The only place that knows the inside of CPython's `re`: compiled patterns as plain values, which a cache can keep.

`re` compiles in Python, which takes seconds for all rules; its code reads back in milliseconds. Where this version of
Python has no such inside, or another one, patterns are compiled by the public `re.compile`: slower to start, the same
to use.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Any, NamedTuple, cast
from zlib import compress, decompress

# Classes of characters; of those of letters without case rules have the same ones over and over.
_CLASS = re.compile(r"(?<!\\)\[(\^?)([\u4e00-\uffff-]{2,})\]")
_STAND_IN = 0x100000  # characters that stand for classes come from here on: for private use
_CLASSES = 4096  # that are remembered
_UNIT = {2: "H", 4: "I"}  # by its size in bytes, what an array of code holds
# What another inside of `re` than the one known here may raise.
_UNKNOWN = (ImportError, AttributeError, LookupError, OverflowError, RuntimeError, TypeError, ValueError)


class Code(NamedTuple):
    """A compiled pattern as plain values. Without `code` it is compiled from its source when it is loaded.

    The source, which is compressed, is longer than the code: a class of characters has hundreds of ranges.
    """

    source: bytes
    flags: int
    code: bytes
    groups: int
    group_index: dict[str, int]
    group_names: tuple[str | None, ...]


class _Later:
    """Stands for a pattern, which is made when it is first used: of hundreds a short text uses few."""

    __slots__ = ("_make", "findall", "finditer", "fullmatch", "groupindex", "match", "search", "split", "sub")

    def __init__(self, make: Callable[[], re.Pattern[str]]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> Any:  # asked for what is not set yet
        pattern = self._make()
        for used in self.__slots__[1:]:
            setattr(self, used, getattr(pattern, used))
        return getattr(pattern, name)


def later(code: Callable[[], Code]) -> re.Pattern[str]:
    """The pattern of a code, see `loaded`, loaded when it is first used."""
    return cast("re.Pattern[str]", _Later(lambda: loaded(code())))


def lazy(source: str) -> re.Pattern[str]:
    """`re.compile` when the pattern is first used, so that no import waits for it."""
    return cast("re.Pattern[str]", _Later(lambda: re.compile(source)))


def version() -> tuple[int, int]:
    """What code depends on beside the version of Python; zeros where patterns are compiled by `re.compile`."""
    try:
        import _sre  # type: ignore[import-not-found]

        return _sre.MAGIC, _sre.CODESIZE
    except (ImportError, AttributeError):
        return 0, 0


def compiled(source: str) -> Code:
    """The code of a pattern, with its flags written in it. Raises re.error for one that is none."""
    try:
        return _compiled(source)
    except _UNKNOWN:
        re.compile(source)
        return Code(compress(source.encode()), 0, b"", 0, {}, ())


def loaded(code: Code) -> re.Pattern[str]:
    """The pattern of a code that this version of Python compiled. It does not tell its source."""
    if code.code:
        with suppress(*_UNKNOWN):
            return _loaded(code)
    return re.compile(decompress(code.source).decode())


def _compiled(source: str) -> Code:
    import _sre
    from re import _compiler  # type: ignore[attr-defined]

    tree = _tree(source)
    names: list[str | None] = [None] * tree.state.groups
    for name, number in tree.state.groupdict.items():
        names[number] = name
    return Code(
        compress(source.encode()),
        tree.state.flags,
        array(_UNIT[_sre.CODESIZE], _compiler._code(tree, tree.state.flags)).tobytes(),
        tree.state.groups - 1,
        dict(tree.state.groupdict),
        tuple(names),
    )


def _tree(source: str) -> Any:
    """The tree of a pattern as `re` parses it, but each class is parsed once, and one character stands for it then."""
    from re import _parser  # type: ignore[attr-defined]

    numbers: dict[str, int] = {}

    def stand_in(found: re.Match[str]) -> str:
        return f"[{found[1]}{chr(_STAND_IN + numbers.setdefault(found[2], len(numbers)))}]"

    tree = _parser.parse(_CLASS.sub(stand_in, source), 0)
    _put_back(tree, [_class(body) for body in numbers])
    return tree


def _put_back(tree: Any, classes: list[_Class]) -> None:
    """Puts classes where characters of a tree stand for them."""
    from re import _constants as signs  # type: ignore[attr-defined]

    def parsed(part: tuple[Any, Any]) -> list[Any]:
        return classes[part[1] - _STAND_IN].parsed if part[0] is signs.LITERAL and part[1] >= _STAND_IN else [part]

    for place, (sign, value) in enumerate(tree.data):
        if sign is signs.IN:  # alternatives of one character each, which the parser has made one class
            tree.data[place] = sign, [each for part in value for each in parsed(part)]
        elif sign not in (signs.LITERAL, signs.NOT_LITERAL):
            for inner in _trees(value):
                _put_back(inner, classes)
        elif value >= _STAND_IN:
            negated = [(signs.NEGATE, None)] if sign is signs.NOT_LITERAL else []
            tree.data[place] = signs.IN, negated + classes[value - _STAND_IN].optimized


def _trees(value: Any) -> Iterator[Any]:
    """The trees in the value of a sign."""
    from re import _parser  # type: ignore[attr-defined]

    if isinstance(value, _parser.SubPattern):
        yield value
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _trees(inner)


class _Class(NamedTuple):
    """A class of characters as `re` parses it, and as it writes it into code."""

    parsed: list[Any]
    optimized: list[Any]


@lru_cache(_CLASSES)
def _class(body: str) -> _Class:
    from re import _compiler, _parser  # type: ignore[attr-defined]

    ((_, parsed),) = _parser.parse(f"[{body}]", 0)
    return _Class(parsed, _compiler._optimize_charset(parsed)[0])


def _loaded(code: Code) -> re.Pattern[str]:
    import _sre

    words = array(_UNIT[_sre.CODESIZE], code.code).tolist()
    pattern: re.Pattern[str] = _sre.compile("", code.flags, words, code.groups, code.group_index, code.group_names)
    return pattern

"""Patterns over class characters as the standard library's `re` takes them.

What `re` lacks is made up for here: groups of one name in several alternatives, and look-behinds whose alternatives
differ in length.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, product

_GROUP_NAME = re.compile(r"\(\?P<(\w+)>")
_REPEAT = re.compile(r"(?:\{(\d+)(?:,(\d+))?\}|\?)[?+]?")
_LOOK_BEHINDS = ("(?<=", "(?<!")

# The groups of patterns, which live as long as their rules: by identity, as their hash reads all of their code.
_NAMES: dict[int, tuple[re.Pattern[str], list[tuple[str, int]]]] = {}


def spans(found: re.Match[str]) -> dict[str, tuple[int, int]]:
    """First token and end of each group that took part, by its name."""
    pattern, places = found.re, found.regs
    known = _NAMES.get(id(pattern))
    if known is None or known[0] is not pattern:
        names = [(name.rstrip("_"), number) for name, number in pattern.groupindex.items()]
        known = _NAMES[id(pattern)] = pattern, names
    return {name: places[number] for name, number in known[1] if places[number][0] >= 0}


def plain(source: str) -> str:
    """A pattern over class characters as one that `re` takes."""
    return _names_apart(_look_behinds_fixed(source))


def group_end(source: str, start: int) -> int:
    """The end of the group that opens at `start` in the source of a pattern over class characters."""
    depth, end = 1, start + 1
    while depth:
        depth += {"(": 1, ")": -1}.get(source[end], 0)
        end += 1
    return end


def _names_apart(source: str) -> str:
    """A pattern in which the second group of a name is called `name_`, the third `name__`."""
    seen: Counter[str] = Counter()

    def apart(found: re.Match[str]) -> str:
        name = found[1]
        seen[name] += 1
        return f"(?P<{name}{'_' * (seen[name] - 1)}>"

    return _GROUP_NAME.sub(apart, source)


def _look_behinds_fixed(source: str) -> str:
    """A pattern in which each look-behind has one length: one look-behind for each length that it had."""
    done: list[str] = []
    position = 0
    while (start := min((at for at in (source.find(o, position) for o in _LOOK_BEHINDS) if at >= 0), default=-1)) >= 0:
        end = group_end(source, start)
        opening, inside = source[start : start + 4], source[start + 4 : end - 1]
        parts = [
            f"{opening}{'|'.join(written for written, _ in same)})"
            for _, same in groupby(_alternatives(inside), key=lambda alternative: alternative[1])
        ]
        done += (source[position:start], "".join(parts) if opening == "(?<!" else f"(?:{'|'.join(parts)})")
        position = end
    return "".join((*done, source[position:]))


def _alternatives(source: str) -> list[tuple[str, int]]:
    """What a pattern can be, written without alternatives and repeats that change its length, and how long each is."""
    return [
        ("".join(written for written, _ in chosen), sum(length for _, length in chosen))
        for branch in _split(source)
        for chosen in product(*_items(branch))
    ]


def _items(source: str) -> Iterator[list[tuple[str, int]]]:
    """The items of a branch in order, each as the list of what it can be."""
    position = 0
    while position < len(source):
        item, end = _item(source, position)
        repeat = _REPEAT.match(source, end)
        if repeat is None:
            if source[end : end + 1] in ("*", "+"):
                raise ValueError(f"a look-behind of no certain length: {source}")
            yield item
            position = end
            continue
        least, most = (int(repeat[1]), int(repeat[2] or repeat[1])) if repeat[1] else (0, 1)
        yield [
            ("".join(written for written, _ in chosen), sum(length for _, length in chosen))
            for count in range(most, least - 1, -1)
            for chosen in product(item, repeat=count)
        ]
        position = repeat.end()


def _item(source: str, start: int) -> tuple[list[tuple[str, int]], int]:
    """What one item can be (a class, a sign, a group), and its end."""
    if source[start] == "[":
        end = source.index("]", start) + 1
        return [(source[start:end], 1)], end
    if source[start] != "(":
        return [(source[start], 0 if source[start] in "^$" else 1)], start + 1
    end = group_end(source, start)
    if source.startswith(("(?=", "(?!", *_LOOK_BEHINDS), start):
        return [(_look_behinds_fixed(source[start:end]), 0)], end
    head = _GROUP_NAME.match(source, start)
    opening = head[0] if head else "(?:"
    inside = source[start + len(opening) : end - 1]
    return [(f"{opening}{written})", length) for written, length in _alternatives(inside)], end


def _split(source: str) -> list[str]:
    """The branches of a pattern, between the `|` outside of groups."""
    branches, depth, start = [], 0, 0
    for position, sign in enumerate(source):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "|" and depth == 0:
            branches.append(source[start:position])
            start = position + 1
    return [*branches, source[start:]]

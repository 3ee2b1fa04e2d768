"""The article's own date, written at its top: `الجزيرة - 12 مايو 2018`, `نشر في 12/11/2016`."""

from __future__ import annotations

import datetime as dt

from ..document import Document
from .combine import Expression, expressions, longest
from .durations import compounded
from .resolve import resolve
from .rules import LEXICON, chunks
from .vocabulary import Reading

_TOP = 150  # tokens in which a dateline begins
_LINE = 100  # tokens after the last of these that its line is read on
_PLACE = 4  # words of a place or an outlet before the date
_AFTER = 3  # words after it: an agency, a time zone


def dateline(document: Document) -> dt.date | None:
    """The first full date near the top that a line holds nearly alone, or that opens a paragraph as a dateline does."""
    reading = Reading(document, LEXICON)
    found = expressions(reading, compounded(reading, longest(chunks(reading, _TOP + _LINE))))
    dated = {token for expression in found for token in range(expression.first, expression.end)}
    for expression in found:
        if expression.first >= _TOP:
            return None
        moment = expression.moment
        full = moment.year is not None and moment.month is not None and moment.day is not None
        if full and _alone(reading, expression, dated):
            resolved = resolve(moment, None)
            return resolved.first if resolved else None
    return None


def _alone(reading: Reading, expression: Expression, dated: set[int]) -> bool:
    start, end = _line(reading, expression)
    before, after = range(start, expression.first), range(expression.end, end)
    words_before = [token for token in before if _word(reading, token, dated)]
    words_after = [token for token in after if _word(reading, token, dated)]
    if len(words_before) > _PLACE or any(reading.has(token, "EVENT") for token in before):
        return False
    pair = any(reading.has(token, "CORRESPONDING") for token in (*before, *after))  # 26 شوال 1436 الموافق 11 أغسطس 2015
    named = any(reading.has(token, "PUBLISHED") for token in before)
    set_off = not before or named or pair or reading.has(before[-1], "DASH") or reading.has(before[-1], "SLASH")
    if after and reading.has(after[0], "DASH|LPAREN|COLON"):
        return set_off or len(words_before) <= 2
    return len(words_after) <= _AFTER and (set_off or start > 0)


def _line(reading: Reading, expression: Expression) -> tuple[int, int]:
    """First token and end of the line an expression stands in."""
    start, end = expression.first, expression.end
    while start > 0 and not reading.has(start - 1, "BREAK"):
        start -= 1
    while end < len(reading.classes) and not reading.has(end, "BREAK"):
        end += 1
    return start, end


def _word(reading: Reading, token: int, dated: set[int]) -> bool:
    return token not in dated and not reading.has(token, "DASH|LPAREN|RPAREN|COLON|SLASH|COMMA|STOP|CORRESPONDING")

"""Times that are not those at which what is counted happened: of a page, of saying, to come, of something else."""

from __future__ import annotations

import datetime as dt

from ..article import Fact
from ..document import Document
from ..engine.sre import lazy
from ..grammar import compile_pattern
from .context import IN_STATEMENT
from .told_time import Time
from .vocabulary import LEXICON

_SAID = compile_pattern(LEXICON, f"(?:<ACCORDING|REPORTED_IT><^STOP|BREAK|COMMA|QUANTITY>{{0,12}}|{IN_STATEMENT})$")
_STARTING = compile_pattern(LEXICON, "<STARTING><FROM>$")
_SAID_REACH = 13  # tokens from who says something to the time of saying it
_ZONES = dt.timedelta(days=1)  # by which it may be later where something happened than where it was published
_ALONE = lazy(r"[^\w\n]*(?:\n|$)")
_OPENING = lazy(r"\W*(?:(?:ال)?(?:سبت|[أا]حد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة)\W*)?")
_CLOCK = lazy(r"T\d\d:")
_YEAR = lazy(r"[12]\d{3}|[١٢][٠-٩]{3}")
_REACH = 80  # letters before a time that are looked at
_COMPARED = lazy(r"(?:\bعن|\bمقارنة\s+(?:مع|ب)ـ?)\s*$")
_LASTED = lazy(r"\b(?:امتد|استمر|تواصل|دام)(?:ت|وا)?\s+(?:حتى|إلى|الى|لغاية)\s*$")
_UNMATCHED = lazy(
    r"\b(?:نوعه|نوعها|مثله|مثلها|مثيل|(?:ال)?[أا]ول[ىي]?|(?:ال)?(?:ثاني|ثالث|رابع|خامس|سادس)ة?"
    r"|(?:ال)?[أا](?:عنف|كبر|سو[أا]|عل[ىي]|شد|قو[ىي]|كثر(?!\s+من)|خطر|ضخم|دم[ىي]|فدح))\b[^.،؛:\n]{0,60}"
    r"\b(?:منذ|خلال|في)\s+(?:\w+\s+)?$"
)


def is_of_page(document: Document, fact: Fact, value: str) -> bool:
    """Whether a time is that at which a page was put up: all that there is in its line, or a full date with a clock."""
    line = document.text.rfind("\n", 0, fact.start) + 1
    if _OPENING.fullmatch(document.text, line, fact.start) and _ALONE.match(document.text, fact.end):
        return True
    return _CLOCK.search(value) is not None and _YEAR.search(fact.text) is not None


def is_to_come(document: Document, time: Time) -> bool:
    """Whether a time lies behind the day of publication, or something goes on from it: ابتداء من يوم الثلاثاء."""
    if _STARTING.search(document.classes(LEXICON)[max(0, time.first - 2) : time.first]):
        return True
    return time.year and document.published is not None and time.begins - document.published > _ZONES


def is_of_saying(document: Document, time: Time) -> bool:
    """Whether a time tells when something was said: وفق المعطيات التي أعلنتها المديرية مساء الأربعاء."""
    before = document.classes(LEXICON)[max(0, time.first - _SAID_REACH) : time.first]
    return not time.bound and _SAID.search(before) is not None


def is_compared(document: Document, token: int) -> bool:
    """Whether the time at `token` is one that figures are compared with: بزيادة حالتين عن يوم أمس."""
    return _COMPARED.search(_before(document, token)) is not None


def is_end_of_event(document: Document, token: int) -> bool:
    """Whether the time at `token` is only that up to which something went on: امتدت حتى ليل الثلاثاء."""
    return _LASTED.search(_before(document, token)) is not None


def is_unmatched(document: Document, token: int) -> bool:
    """Whether there was nothing like it since the time at `token`: أعنف هجوم منذ, الثانية من نوعها خلال."""
    return _UNMATCHED.search(_before(document, token)) is not None


def _before(document: Document, token: int) -> str:
    start = document.start(token)
    return document.text[max(0, start - _REACH) : start]

"""Times of day: `الساعة العاشرة والنصف مساء`, `14:09`, `الثامنة صباحا`, and time zones."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar import Match, Rule
from ..text.folding import fold
from .chunk import Chunk, Role, before_full_stop, whole
from .moment import Moment
from .vocabulary import Reading

FRAGMENTS = {
    "HOUR": "<ORDINAL1&AL|ONEOCLOCK&AL|ORDINAL|QUANTITY&DAY>",
    "MINUTES": """(?P<half><HALF&WA>)|(?P<quarter><QUARTER&WA>)|(?P<third><THIRD&WA>)
        |(?P<fraction><QUANTITY&FRACTION&WA>)
        |"إلا"(?:(?P<less_quarter><QUARTER|"ربعا">)|(?P<less_third><THIRD>))
        |(?P<minutes><QUANTITY&WA>)<"دقيقة"|"دقائق">""",
    "ZONE": """"بتوقيت"<WORD|LATIN|"gmt">(?:"المكرمة"|"المحلي"|"الصيفي")?|"بالتوقيت المحلي"
        |"ت"<"م"|"غ">|<"تغ"|"جمت"|"ت.غ"|"ت.غ."|"gmt">""",
    "TO_HOUR": '(?:<"إلى"|"حتى">{HOUR}|<ORDINAL1&AL&WA|ORDINAL&AL&WA>){MINUTES}?',
    "ZONE_START": '<"بتوقيت"|"بالتوقيت"|"ت"|"تغ"|"جمت"|"ت.غ"|"ت.غ."|"gmt">',
    "ADVERB": '<PARTADV|PART&AL>|<"بعد"|"قبل"><PART>|"بعد منتصف"<NIGHT&AL>|"من"<PART>|<THIS><PART&AL>',
}
_FRACTIONS = {"half": 30, "quarter": 15, "third": 20, "less_quarter": -15, "less_third": -20}


def _hour(reading: Reading, match: Match) -> Iterator[Chunk]:
    token = reading.first(match, "hour")
    hour = reading.number(token)
    if hour is None or not 0 <= hour <= 24:
        return
    minute = next((value for name, value in _FRACTIONS.items() if reading.span(match, name)), 0)
    fraction = reading.span(match, "fraction")  # الواحدة والنصف is a number phrase
    if fraction:
        minute = round(60 * reading.document.quantities[fraction[0]].numbers[0].value)
    minutes = reading.span(match, "minutes")
    if minutes:
        minute = reading.number(minutes[0]) or 0
    if minute < 0:
        hour, minute = hour - 1, minute + 60
    if minute < 60:
        moment = Moment(hour=hour % 24, minute=minute)
        yield _with_half_day(reading, match, moment, "HEAD")


def _with_half_day(reading: Reading, match: Match, moment: Moment, role: Role) -> Chunk:
    """A clock time with the letter behind it: 9:05 م."""
    first, end = whole(match)
    moment.part = reading.group(match, "half_day", "part")  # type: ignore[assignment]
    return Chunk(first, end, moment, role, stop=before_full_stop(reading, end) if moment.part else None)


def _hour_alone(reading: Reading, match: Match) -> Iterator[Chunk]:
    """الثامنة مساء, without الساعة: hours are feminine, and the first is الواحدة."""
    token = reading.first(match, "hour")
    written = fold(reading.text(token)).split()[0]
    if token in reading.document.quantities or (written.endswith("ه") and reading.number(token) != 0):
        yield from _hour(reading, match)


def _clock(reading: Reading, match: Match) -> Iterator[Chunk]:
    """14:09; alone it may be a score or a length, so it needs الساعة, a part of the day, a zone or a date beside it."""
    token = reading.first(match, "clock")
    hour, minute, *_ = (int(number) for number in reading.document.form(token).split(":"))
    if hour <= 24 and minute < 60:
        role: Role = "HEAD" if reading.span(match, "sure") else "ANY"
        yield _with_half_day(reading, match, Moment(hour=hour % 24, minute=minute), role)


def _dotted_clock(reading: Reading, match: Match) -> Iterator[Chunk]:
    token = reading.first(match, "clock")
    number = reading.document.quantities[token].numbers[0]
    hour, _, minute = (
        fold(reading.document.text[number.start : number.end].removeprefix("الـ")).replace(",", ".").partition(".")
    )
    if hour.isdigit() and len(minute) == 2 and minute.isdigit() and int(hour) <= 24 and int(minute) < 60:
        yield Chunk(*whole(match), Moment(hour=int(hour) % 24, minute=int(minute)))


def _zone(reading: Reading, match: Match) -> Iterator[Chunk]:
    yield Chunk(*whole(match), Moment(), "PREVIOUS")


def _before_zone(reading: Reading, match: Match) -> Iterator[Chunk]:
    token = reading.first(match, "hour")
    number = reading.number(token) or 0
    hour, minute = divmod(number, 100) if number > 24 else (number, 0)
    if hour <= 24 and minute < 60:
        yield Chunk(whole(match)[0], token + 1, Moment(hour=hour % 24, minute=minute))


RULES = (
    # الساعة 12.23; 08,25 بتوقيت غرينتش
    Rule(
        "dotted-clock",
        '(?P<clock><QUANTITY&FRACTION>)(?:(?<=(?P<before><HOURWORD&AL>)<*>)|(?={ADVERB}|{ZONE}))"دقيقة"?',
        "الساعة 12.23",
        _dotted_clock,
    ),
    # الساعة العاشرة والنصف; الساعة 3 و15 دقيقة
    Rule("hour", "<HOURWORD&AL>(?P<hour>{HOUR}){MINUTES}?(?P<half_day><HALFDAY>)?", "الساعة العاشرة والنصف", _hour),
    # الثامنة والنصف مساء
    Rule(
        "hour-of-part",
        "(?P<hour><ORDINAL1&AL|ONEOCLOCK&AL|ORDINAL&AL>)(?:(?<=<WA>)|(?<!<AL|UNIT><*>)){MINUTES}?(?={TO_HOUR}?{ADVERB})",
        "الثامنة والنصف مساء",
        _hour_alone,
    ),
    Rule(
        "hour-of-part:number",
        "(?P<hour><QUANTITY&DAY>)(?<=<AT><*>|<PREP>){MINUTES}?(?={ADVERB})",
        "عند 8 مساء",
        _hour_alone,
    ),
    # 0150 بتوقيت غرينتش
    Rule(
        "before-zone",
        "{ZONE_START}(?<=(?P<before><HOURWORD>?(?P<hour><QUANTITY&EXACT>))<*>)",
        "0150 بتوقيت غرينتش",
        _before_zone,
    ),
    Rule(
        "clock",
        '(?P<clock><CLOCK>)(?:(?P<sure>(?<=(?P<before><HOURWORD>)<*>)|(?={ADVERB}|{ZONE}|<HALFDAY>)))?"دقيقة"?(?P<half_day><HALFDAY>)?',
        "الساعة 14:09",
        _clock,
    ),
    Rule("zone", "(?={ZONE_START}){ZONE}", "الساعة 14:09 بتوقيت غرينتش", _zone),
)

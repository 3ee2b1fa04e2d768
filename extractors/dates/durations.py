"""Lengths of time and how often: `ستة أشهر`, `أقل من عامين`, `قبل ثلاثة أيام`, `يوميا`, `كل أسبوع`."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan

from msgspec.structs import replace

from ..grammar import Match, Rule
from ..text.folding import fold
from .chunk import Chunk, joined_numbers, whole
from .fact import Mod
from .moment import Moment
from .values import Resolved
from .vocabulary import Reading

FRAGMENTS = {
    # What a length is called more, less or about; for numbers the number phrase holds it already.
    "BOUND": """(?P<less><LESS>"من")|(?P<more><MORE>"من"|<MA>?<EXCEED><"على"|"عن">?)
        |(?P<at_least><MA>?<NO><FALLSHORT>"عن"|<LIMIT>"أدنى")
        |(?P<at_most><MA>?<NO><EXCEED><"على"|"عن">?|<LIMIT>"أقصى")
        |(?P<about><APPROXIMATE>|<MA>?<NEARLY>"من"?)|"آخر" """,
    "AFTERWARDS": """(?P<least_after>"على الأقل"|"كحد أدنى")|(?P<most_after>"على الأكثر"|"كحد أقصى")
        |(?P<about_after>"تقريبا")""",
    "WHICH_ONES": "<DIRECTION>",
    "AND_HALF": "(?P<and_half><HALF&WA|QUANTITY&FRACTION&WA>)<UNIT&SINGULAR&AL>?",
    "BOUNDED": "(?:(?<=(?P<before>{BOUND})<*>))",
    "BOUNDED_NUMBER": "(?:(?<=(?P<before>{BOUND})<*><*>))",
    "AND_MORE": "{AND_HALF}?{WHICH_ONES}?{AFTERWARDS}?",
    "WHOLE": '(?:(?P<one><QUANTITY&DAY>)|"كامل"|"كاملة")',
}
_GROUPS: tuple[tuple[str, Mod], ...] = (
    ("less", "LESS_THAN"),
    ("more", "MORE_THAN"),
    ("at_least", "EQUAL_OR_MORE"),
    ("at_most", "EQUAL_OR_LESS"),
    ("about", "APPROX"),
    ("least_after", "EQUAL_OR_MORE"),
    ("most_after", "EQUAL_OR_LESS"),
    ("about_after", "APPROX"),
)
_TIMES = ("TH", "TM", "S")
# From which amount on a smaller unit is no part of a larger one.
_SMALLER = {
    "Y": {"M": 12, "W": 52, "D": 365},
    "M": {"W": 5, "D": 31},
    "W": {"D": 7},
    "D": {"TH": 24},
    "TH": {"TM": 60},
    "TM": {"S": 60},
}
_AGO_MODS: dict[Mod, Mod] = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}
_YEARS = {"CE": 100, "DE": 10, "Y": 1}


def _modifier(reading: Reading, match: Match) -> Mod | None:
    """The TIMEX3 modifier, from the words around or inside the number."""
    for group, mod in _GROUPS:
        if reading.span(match, group) is not None:
            return mod
    amount = reading.span(match, "amount")
    quantity = reading.document.quantities.get(amount[0]) if amount else None
    if quantity is None or amount is None:
        return None
    if quantity.modifier == "about":
        return "APPROX"
    written = reading.text(amount[0])
    strict = any(word in written for word in ("كثر من", "زيد", "فوق", "قل من", "دون", "تجاوز", "ربو"))
    if quantity.modifier == "at_least":
        return "MORE_THAN" if strict and "لا " not in written else "EQUAL_OR_MORE"
    if quantity.modifier == "at_most":
        return "LESS_THAN" if strict and "لا " not in written else "EQUAL_OR_LESS"
    return None


def period(amount: float | None, unit: str, half: bool = False) -> str:
    """The TIMEX3 value of `amount` of a unit, X where it is not known: P6M, PT24H, PXD, P1Y6M."""
    number = "X" if amount is None else _decimal(amount)
    if half and amount is not None:
        if unit == "Y":
            return f"P{number}Y6M"
        if unit == "TH":
            return f"PT{number}H30M"
        number = _decimal(amount + 0.5)
    if unit == "S":
        return f"PT{number}S"
    return f"PT{number}{unit[1]}" if unit in ("TH", "TM") else f"P{number}{unit}"


def _decimal(amount: float) -> str:
    """An amount without an exponent, and without zeros after the point."""
    return str(int(amount)) if amount == int(amount) else f"{amount:f}".rstrip("0")


def _amount(reading: Reading, match: Match) -> float | None:
    token = reading.first(match, "amount")
    if token not in reading.document.quantities:
        numbers = joined_numbers(reading, token)  # 10-15 يوما
        return numbers[-1][0] if numbers else None
    quantity = reading.document.quantities[token]
    number = quantity.numbers[-1]
    return None if number.vague or quantity.modifier == "vague" or isnan(number.value) else number.value


def _counted(reading: Reading, match: Match) -> Iterator[Chunk]:
    """ستة أشهر, نحو 20 سنة, السنوات الخمس المقبلة."""
    first, end = whole(match)
    unit = reading.first(match, "unit")
    if reading.has(first, "EXACT") and _age(reading, first, end):
        return
    yield from _length(reading, match, _amount(reading, match), reading.value(unit, "unit") or "D")


def _age(reading: Reading, first: int, end: int) -> bool:
    """Whether a length is somebody's age: فلان (30 عاما), البالغ من العمر 30 عاما."""
    bracketed = reading.has(first - 1, "LPAREN") and reading.has(end, "RPAREN")
    return bracketed or (reading.has(first - 1, "COMMA") and reading.has(end, "COMMA"))


def _dual(reading: Reading, match: Match) -> Iterator[Chunk]:
    yield from _length(reading, match, 2, reading.group(match, "unit", "unit") or "D")


def _single(reading: Reading, match: Match) -> Iterator[Chunk]:
    """لمدة عام, أقل من أسبوع, شهرا, سنة واحدة."""
    one = reading.span(match, "one")
    if one and reading.number(one[0]) != 1:
        return
    yield from _length(reading, match, 1, reading.group(match, "unit", "unit") or "D")


def _several(reading: Reading, match: Match) -> Iterator[Chunk]:
    """عدة أيام, منذ عقود, الأسابيع الماضية."""
    yield from _length(reading, match, None, reading.group(match, "unit", "unit") or "D")


def _fraction(reading: Reading, match: Match) -> Iterator[Chunk]:
    """نصف قرن, ربع ساعة."""
    token = reading.first(match, "share")
    share = 2 if reading.has(token, "HALF") else 4 if reading.has(token, "QUARTER") else 3
    unit = reading.group(match, "unit", "unit") or "TH"
    finer, count = {
        "CE": ("Y", 100),
        "DE": ("Y", 10),
        "Y": ("M", 12),
        "TH": ("TM", 60),
        "TM": ("S", 60),
        "D": ("TH", 24),
    }.get(unit, ("D", 30))
    yield from _length(reading, match, count // share, finer)


def _length(reading: Reading, match: Match, amount: float | None, unit: str) -> Iterator[Chunk]:
    """A duration; after قبل, where nothing follows that it could count from, the date that long ago."""
    first, end = whole(match)
    if reading.has(first - 1, "AGE"):
        return
    half = reading.span(match, "and_half") is not None
    mod = _modifier(reading, match)
    ago = reading.has(first - 1, "AGO") and not reading.has(end, "FROM") and not reading.has(end - 1, "DIRECTION")
    if ago and amount is None and unit not in _TIMES:
        yield Chunk(first - 1, end, resolved=Resolved("DATE", "PAST_REF", mod))
        return
    if ago and amount is not None and unit not in _TIMES:
        months = half or amount != int(amount)
        ago_by = _ago(int(12 * amount) + 6 * half, "M", mod) if months and unit == "Y" else _ago(int(amount), unit, mod)
        yield Chunk(first - 1, end, ago_by, length=((amount, unit),))
        return
    length = ((amount, unit),) if amount is not None and not half else ()
    yield Chunk(first, end, resolved=Resolved("DURATION", period(amount, unit, half), mod), length=length)


def compounded(reading: Reading, chunks: list[Chunk]) -> list[Chunk]:
    """`chunks` in order of place, with lengths of falling units made one: خمس سنوات وستة أشهر, قبل سنتين وشهر."""
    made: list[Chunk] = []
    for chunk in chunks:
        whole = made[-1] if made else None
        if whole and whole.end == chunk.first and reading.has(chunk.first, "WA") and _goes_on(whole, chunk):
            made[-1] = _compound(whole, chunk)
        else:
            made.append(chunk)
    return made


def _goes_on(whole: Chunk, part: Chunk) -> bool:
    """Whether a length is a part of the one before it: of a smaller unit, and less than one of the larger."""
    if not whole.length or len(part.length) != 1 or part.resolved is None or part.resolved.mod:
        return False
    amount, unit = part.length[0]
    larger = whole.length[-1][1]
    return amount == int(amount) and amount < _SMALLER.get(larger, {}).get(unit, 0)


def _compound(whole: Chunk, part: Chunk) -> Chunk:
    length = (*whole.length, *part.length)
    if whole.resolved is not None:
        date = "".join(f"{amount:g}{unit}" for amount, unit in length if unit not in _TIMES)
        time = "".join(f"{amount:g}{unit[-1]}" for amount, unit in length if unit in _TIMES)
        resolved = replace(whole.resolved, value=f"P{date}T{time}" if time else f"P{date}")
        return replace(whole, end=part.end, resolved=resolved, length=length)
    moment = whole.moment
    amounts = {unit: int(amount) for amount, unit in length}
    if amounts.keys() <= {"Y", "M"}:  # finer units are more than so rough a date says
        moment = replace(moment, years=None, months=-12 * amounts["Y"] - amounts["M"])
    elif amounts.keys() <= {"W", "D"}:
        moment = replace(moment, weeks=None, days=-7 * amounts["W"] - amounts["D"])
    return replace(whole, end=part.end, moment=moment, length=length)


def _ago(amount: int, unit: str, length: Mod | None) -> Moment:
    """More than two years ago is before that date, less is after it."""
    mod = _AGO_MODS.get(length, length) if length else None
    if unit in _YEARS:
        return Moment(years=-amount * _YEARS[unit], mod=mod)
    if unit == "M":
        return Moment(months=-amount, mod=mod)
    if unit == "W":
        return Moment(weeks=-amount, mod=mod)
    return Moment(days=-amount, mod=mod)


def _set(reading: Reading, match: Match) -> Iterator[Chunk]:
    monday = reading.span(match, "monday")
    if monday is not None:  # كل يوم اثنين, which is two as well
        if fold(reading.text(monday[0])) == "اثنين":
            yield Chunk(*whole(match), resolved=Resolved("SET", "XXXX-WXX-1"))
        return
    unit = "D" if reading.span(match, "day") else reading.group(match, "unit", "unit")
    amount = _amount(reading, match) if reading.span(match, "amount") else 2 if reading.span(match, "dual") else 1
    value = f"XXXX-WXX-{reading.group(match, 'weekday', 'weekday')}" if unit is None else period(amount, unit)
    yield Chunk(*whole(match), resolved=Resolved("SET", value))


RULES = (
    # ستة أشهر; 24 ساعة; السنوات الخمس المقبلة; الـ24 ساعة الماضية; سنتان ونصف
    Rule(
        "counted",
        "(?P<amount><QUANTITY>)(?P<unit><UNIT&SINGULAR&NOAL|UNIT&ACCUSATIVE|UNIT&PLURAL&NOAL>)(?!<WEEKDAY&AL>){BOUNDED_NUMBER}?{AND_MORE}",
        "ستة أشهر",
        _counted,
    ),
    Rule(
        "counted:joined",
        "(?P<amount><JOINED>)(?P<unit><UNIT&SINGULAR&NOAL|UNIT&ACCUSATIVE|UNIT&PLURAL&NOAL>){BOUNDED_NUMBER}?",
        "10-15 يوما",
        _counted,
    ),
    Rule(
        "counted:definite",
        "(?P<amount><QUANTITY&DEFINITE>)(?P<unit><UNIT&SINGULAR&AL>){WHICH_ONES}",
        "خلال الـ48 الساعة المقبلة",
        _counted,
    ),
    Rule("counted:vague", "(?P<amount><QUANTITY&VAGUE>)(?P<unit><UNIT&PLURAL&AL>)", "عشرات السنوات", _counted),
    Rule(
        "counted:behind",
        "(?P<unit><UNIT&PLURAL&AL>)(?P<amount><QUANTITY&DEFINITE>)(?:<ORDINAL1&AL>|{AND_MORE})",
        "السنوات الخمس المقبلة",
        _counted,
    ),
    # يومين; not في الدقيقتين 12 و67
    Rule(
        "dual",
        "(?P<unit><UNIT&DUAL>)(?!<ORDINAL|ORDINAL1&AL>)(?:(?<!<AL>)|(?!<QUANTITY>)){BOUNDED}?{AND_MORE}",
        "منذ يومين",
        _dual,
    ),
    # لمدة عام; أقل من أسبوع; سنة واحدة; عام ونصف; شهرا
    Rule(
        "single",
        """(?P<unit><UNIT&SINGULAR>)(?:{BOUNDED}(?!<QUANTITY|ORDINAL|ORDINAL1|ONEOCLOCK|CLOCK>){AND_MORE}
             | (?<=<NOAL>)(?:(?=<QUANTITY&WA><UNIT>|<UNIT&DUAL&WA>)|{AND_HALF}|{WHOLE})
             | (?<=<SPAN|LENGTH><UNIT&NOAL>)(?!<QUANTITY&DAY|QUANTITY&YEAR|WEEKDAY|RELDAY|CLOCK>|{ANY_MONTH})
               (?:{AND_HALF}|{WHOLE})?)""",
        "لمدة عام",
        _single,
    ),
    Rule("single:alone", "(?P<unit><ALONE>)(?<!<QUANTITY><*>)", "استمر أسبوعا", _single),
    Rule("single:counted", '(?P<unit><UNIT&ACCUSATIVE>)<"واحدا"|"كاملا">', "شهرا كاملا", _single),
    # عدة أيام; منذ عقود; الأسابيع الماضية
    Rule(
        "several",
        """(?P<unit><UNIT&PLURAL>)(?:(?<=(?P<before>"عدد من"|<SEVERAL>)<*>)
             | (?:(?<=<SPAN><NOAL>)|(?<=<PLURAL&LI&NOAL>)(?<!<SUPERLATIVE>))(?!<AL>)<"عدة"|"قليلة"|"طويلة"|"عديدة">?
             | (?<=<AL>)<"القليلة">?{WHICH_ONES})""",
        "منذ عدة أيام",
        _several,
    ),
    # نصف قرن; ربع ساعة
    Rule(
        "fraction",
        "(?P<share><HALF|QUARTER|THIRD>)(?P<unit><UNIT&SINGULAR>){BOUNDED_NUMBER}?(?!{ANY_MONTH})",
        "نصف قرن",
        _fraction,
    ),
    Rule("set", "(?P<unit><ADVERB>)", "سنويا", _set),
    Rule(
        "set:every",
        '"كل"(?:<DAYWORD>?(?P<weekday><WEEKDAY>)|(?P<amount><QUANTITY>)?(?P<unit><UNIT&NOAL>)(?<=(?P<dual><DUAL>)?))',
        "كل ثلاثة أيام",
        _set,
    ),
    # مرتين في الأسبوع; ثلاث مرات باليوم
    Rule(
        "set:times",
        '(?:<QUANTITY><"مرات"|"مرة">|"مرتين"|"مرتان"|"مرة"<QUANTITY&DAY>?)(?:"في"|(?=<BI>))'
        "(?:(?P<unit><UNIT&SINGULAR&AL>)|(?P<day><TODAY>))"
        "(?!{WHICH}|<QUANTITY&NOWA|WEEKDAY>|{ANY_MONTH})",
        "تصل القافلة مرتين في الأسبوع.",
        _set,
    ),
    Rule("set:monday", '"كل"<DAYWORD>(?P<monday><QUANTITY&EXACT&NOAL>)(?=<^UNIT>|$)', "كل يوم اثنين", _set),
)

"""Neighbouring pieces become one expression: `مساء` + `أمس` + `الخميس`, `أكتوبر` / `تشرين الأول` + `2015`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from .atom import Atom
from .moment import Moment
from .vocabulary import Reading

_MOST = 12  # pieces of one expression
_COARSER = {"T": "DWMQYC", "D": "WMYC", "N": "WMYC", "W": "MY", "M": "Y", "Q": "MYC"}


@dataclass(slots=True)
class Expression:
    """Atoms put together: tokens first … end - 1."""

    atoms: list[Atom]
    moment: Moment
    end: int
    opened: bool = False  # a bracket that its last atoms stand in
    until: Expression | None = None  # the later one it is coordinated with, which tells its year

    @property
    def first(self) -> int:
        return self.atoms[0].first


def longest(atoms: list[Atom]) -> list[Atom]:
    """Of atoms that overlap, the one that begins first, of those the longest; two parts of one token both stay."""
    chosen: list[Atom] = []
    end = 0
    for atom in sorted(atoms, key=lambda atom: (atom.first, -atom.end, atom.role == "PREVIOUS", atom.start or 0)):
        if atom.first >= end or (
            chosen and atom.start is not None and chosen[-1].rule == atom.rule and chosen[-1].first == atom.first
        ):
            chosen.append(atom)
            end = max(end, atom.end)
    return chosen


def expressions(reading: Reading, atoms: list[Atom]) -> list[Expression]:
    """The expressions that atoms in order of place form; pieces that need another and have none are left out."""
    found: list[Expression] = []
    current: Expression | None = None
    told = {token for atom in atoms for token in range(atom.first, atom.end)}
    for atom in atoms:
        if atom.role == "NAME":
            continue
        joined = current and _joined(reading, current, atom, told)
        if joined:
            current = joined
            continue
        if current:
            found.extend(_closed(current))
        current = None if atom.role == "PREVIOUS" else Expression([atom], atom.moment, atom.end)
    if current:
        found.extend(_closed(current))
    return _shared(reading, found)


def _closed(expression: Expression) -> Iterator[Expression]:
    """The expression without pieces at its end that nothing followed; nothing where no piece stands on its own."""
    atoms = expression.atoms
    if atoms[-1].role == "NEXT":
        while atoms and atoms[-1].role == "NEXT":
            atoms = atoms[:-1]
        moment: Moment | None = Moment()
        for atom in atoms:
            moment = moment and moment.merged(atom.moment)
        if not atoms or moment is None:
            return
        expression = Expression(atoms, moment, atoms[-1].end)
    if any(atom.role in ("HEAD", "SHARES") for atom in atoms):
        yield expression


def _joined(reading: Reading, current: Expression, atom: Atom, told: set[int]) -> Expression | None:
    """The expression with `atom` added; None where the two are separate."""
    last = current.atoms[-1]
    if len(current.atoms) == _MOST:
        return None
    if atom.first - current.end > 2 or atom.resolved or last.resolved or last.role == "SHARES":
        return None
    between = range(current.end, atom.first)
    if (atom.start is not None and atom.first < current.end) or reading.has(atom.first, "WA"):
        return None
    opens = len(between) == 1 and reading.has(between[0], "LPAREN")
    if opens and not _all_told(reading, atom, told):
        return None
    if not _linked(reading, current, atom, between):
        return None
    moment = current.moment.merged(atom.moment)
    if moment is None:
        return None
    opened = current.opened or opens
    closes = opened and reading.has(atom.end, "RPAREN")
    return Expression([*current.atoms, atom], moment, atom.end + closes, opened and not closes)


def _all_told(reading: Reading, atom: Atom, told: set[int]) -> bool:
    """Whether from `atom` to the closing bracket there is nothing but pieces of time expressions."""
    token = atom.end
    while token in told:
        token += 1
    return reading.has(token, "RPAREN")


def _linked(reading: Reading, current: Expression, atom: Atom, between: range) -> bool:
    """Whether the words and signs between an expression and the next atom allow them to be one."""
    if len(between) == 0:
        return True
    mine, its = current.moment.levels(), atom.moment.levels()
    if atom.role == "PREVIOUS" and not atom.moment.year:
        return False
    if atom.moment.hour is not None and all(reading.has(token, "AT_HOUR") for token in between):
        return "D" in mine  # الأحد عند الساعة العاشرة
    if len(between) == 1:
        token = between[0]
        if reading.has(token, "OF"):
            return _coarser(mine, its) or current.atoms[-1].role == "NEXT"
        if reading.has(token, "COMMA"):
            if its == {"T"}:  # الساعة 6:40، مساء السبت
                return atom.moment.hour is not None if "D" in mine else current.moment.hour is not None
            if its == {"Y"}:
                return "D" in mine
            return "D" in mine and "D" in its and current.moment.weekday != atom.moment.weekday
        if reading.has(token, "SLASH") or reading.has(token, "DASH"):
            return _alike(mine, its)
        if reading.has(token, "LPAREN"):
            return _alike(mine, its) or its == {"Y"}
    return (
        all(reading.has(token, "COMMA") or reading.has(token, "CORRESPONDING") for token in between)
        and "D" in mine
        and "D" in its
        and "M" not in mine
    )


def _alike(mine: set[str], its: set[str]) -> bool:
    """Whether two names may be of one thing: two of a month, two of a day."""
    return ("M" in mine and its == {"M"}) or ("D" in mine and "D" in its) or ("D" in mine and its == {"M"})


def _coarser(mine: set[str], its: set[str]) -> bool:
    """Whether what follows من or في is the larger period that what is before it lies in."""
    if not its:
        return False
    if "T" in mine and "D" not in mine:
        return bool(its & set("TD"))
    if its == {"T"}:  # الخميس من الساعة التاسعة
        return "D" in mine
    finest = next((level for level in "TDNWMQYC" if level in mine and level != "T"), None)
    return (
        finest is not None
        and its != {"D"}
        and all(level in _COARSER.get(finest, "") or level == finest == "D" for level in its)
    )


def _shared(reading: Reading, found: list[Expression]) -> list[Expression]:
    """`مايو ويونيو في 2017`: an expression takes month, year and direction from the one it is coordinated with."""
    for before, after in pairwise(found):  # الخميس من الساعة التاسعة حتى العاشرة: both are on that day
        if _coordinated(reading, before, after) and after.moment.levels() == {"T"} and "D" in before.moment.levels():
            after.moment = (
                replace(before.moment, hour=None, minute=None, part=None).merged(after.moment) or after.moment
            )
    kept: list[Expression] = []
    following: Expression | None = None
    for expression in reversed(found):
        needs = expression.atoms[-1].role == "SHARES"
        if following is not None and _coordinated(reading, expression, following):
            expression.moment = _filled(expression.moment, following.moment)
            if _yearless(expression.moment, following.moment):
                expression.until = following
        if not needs or expression.moment.month is not None or expression.moment.months is not None:
            kept.append(expression)
            following = expression
    return kept[::-1]


def _coordinated(reading: Reading, expression: Expression, following: Expression) -> bool:
    if expression.atoms[-1].resolved or following.atoms[0].resolved:
        return False
    between = range(expression.end, following.first)
    if following.first < expression.end or (len(between) == 0 and expression.atoms[-1].role == "SHARES"):
        return True
    if len(between) == 0:
        return reading.has(following.first, "WA")
    return len(between) <= 2 and all(reading.has(token, "AND") or reading.has(token, "DASH") for token in between)


def _filled(moment: Moment, other: Moment) -> Moment:
    """`moment` with the part of the day or the month of the expression it is coordinated with, where it has none."""
    if moment.hour is not None and other.hour is not None and moment.part is None:
        return replace(moment, part=other.part)
    if moment.day is not None and other.day is not None and moment.month is None and moment.months is None:
        return replace(moment, month=other.month, months=other.months, hijri=other.hijri)
    return moment


def _yearless(moment: Moment, other: Moment) -> bool:
    """Whether a month, or a weekday beside one with a direction, has nothing that says of which year or week it is."""
    if moment.direction is not None or moment.year is not None or moment.years is not None or moment.yearless:
        return False
    if moment.month is not None:
        return other.month is not None and (moment.day is None) == (other.day is None)
    return moment.levels() == {"D"} == other.levels() and moment.weekday is not None and other.direction is not None

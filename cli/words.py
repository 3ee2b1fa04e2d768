"""The words that tables, views and explanations are written in: English, or those of a reader's language.

Labels are data (`words.json`, and those of the report); names of months and countries, plural forms and digits are
those of Unicode CLDR, by babel.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from .options import Language

if TYPE_CHECKING:
    from babel import Locale

_COUNT = re.compile(r"[≥≤≈] ?\d+|\d+(?:–\d+)?")
_COUNTRY = re.compile(r"\b[A-Z]{2}$")
_DAY = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?:T([A-Z]{2}))?")  # TIMEX3: a month, a day, a part of a day


class Words:
    """English: what facts hold is English already, and is left as it is."""

    right_to_left = False

    def label(self, name: str) -> str:
        """A heading, or what a fixed value of a field is called."""
        return name

    def cell(self, heading: str, text: str) -> str:
        """The cell of a table, or a part of a note."""
        return text

    def note(self, text: str) -> str:
        """What a fact says, in a few words."""
        return text

    def day(self, day: dt.date) -> str:
        """A day."""
        return day.isoformat()

    def number(self, number: int) -> str:
        """A number of things."""
        return str(number)

    def articles(self, number: int) -> str:
        """A number of articles."""
        return f"{number} articles"


ENGLISH = Words()


class TranslatedWords(Words):
    """The words of another language; what has no label stays as it is."""

    def __init__(self, labels: Mapping[str, str], plurals: Mapping[str, Mapping[str, str]], locale: Locale) -> None:
        self.right_to_left = locale.text_direction == "rtl"
        self._labels, self._plurals, self._locale = labels, plurals, locale
        digits = locale.default_numbering_system
        self._digits = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩") if digits == "arab" else {}

    def label(self, name: str) -> str:
        return self._labels.get(name, name)

    def cell(self, heading: str, text: str) -> str:
        if heading == "where":
            return _COUNTRY.sub(lambda code: self._locale.territories.get(code[0], code[0]), text)
        if _COUNT.fullmatch(text):
            return text.translate(self._digits)
        if moment := _DAY.fullmatch(text):
            return self._moment(*moment.groups())
        return self.label(text)

    def note(self, text: str) -> str:
        return self.cell("where", " ".join(self.cell("", part) for part in text.split(" ")))

    def _moment(self, year: str, month: str, day: str | None, part: str | None) -> str:
        written = self._date(dt.date(int(year), int(month), int(day or 1)), "d MMMM y" if day else "MMMM y")
        return f"{written} {self.label(part)}" if part else written

    def day(self, day: dt.date) -> str:
        return self._date(day, "d MMMM y")

    def _date(self, day: dt.date, pattern: str) -> str:
        from babel.dates import format_date

        return format_date(day, pattern, self._locale).translate(self._digits)

    def number(self, number: int) -> str:
        from babel.numbers import format_decimal

        written = format_decimal(number, locale=self._locale, numbering_system="default")
        return written.translate(self._digits)  # babel knows the separators, and leaves the digits

    def articles(self, number: int) -> str:
        form = self._plurals["articles"][self._locale.plural_form(number)]
        return form.replace("{n}", self.number(number))


@cache
def words(language: Language | None = None) -> Words:
    """The words of a language, by default that of the locale. Of Arabic the months and digits are those of the country
    that the locale names."""
    chosen = language or Language.of_locale()
    if chosen is Language.en:
        return ENGLISH
    from babel import Locale, UnknownLocaleError

    from .report.page import labels

    held = labels(chosen)
    try:
        locale = Locale.parse(Language.named().partition(".")[0])
    except (UnknownLocaleError, ValueError):
        locale = Locale(chosen)
    return TranslatedWords(held["terms"], held["plurals"], locale if locale.language == chosen else Locale(chosen))

"""Profiles: what is known of an event, gathered from the reports on it, in the form in which two are compared."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TypeVar

from .mentions import Days
from .places import Place
from .reports import Report

_MOST_WORDS = 80
_STRAY = 5  # times as often as another that is told in passing
T = TypeVar("T")


def _most(counted: Counter[T]) -> list[T]:
    most = max(counted.values(), default=0)
    return [one for one, times in counted.items() if times * _STRAY >= most]


class Profile:
    """What one report, or all reports of an event, tell of it.

    `told` counts the days that are said, `near` those taken from a lead or from the day of publication.
    """

    def __init__(self) -> None:
        self.size = 0
        self.articles: set[str] = set()
        self.separate = False
        self.placed = False
        self.series = False
        self.leads = 0
        self.past = 0
        self.told: Counter[Days] = Counter()
        self.near: Counter[Days] = Counter()
        self.places: Counter[Place] = Counter()
        self.causes: Counter[str] = Counter()
        self.sites: Counter[str] = Counter()
        self.words: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
        self.values: Counter[tuple[str, int]] = Counter()
        self.front = False
        self.first: dt.date | None = None
        self.last: dt.date | None = None

    @classmethod
    def of(cls, report: Report) -> Profile:
        """The profile of one report."""
        profile = cls()
        profile.size = 1
        profile.articles.add(report.key)
        profile.separate = report.separate
        profile.placed = report.placed
        profile.series = report.scope == "period"
        profile.leads = int(report.lead)
        profile.past = int(report.scope == "past")
        if report.days is not None:
            (profile.told if report.precision == "told" else profile.near)[report.days] += 1
        profile.places.update(report.places)
        profile.causes.update(set(report.causes))
        profile.sites.update(report.sites)
        profile.words.update(report.words)
        profile.names.update(report.names)
        profile.values.update({(c.outcome, c.min) for c in report.counts if c.min and c.min > 2})
        profile.front = report.front
        profile.first = profile.last = report.published
        return profile

    def absorb(self, other: Profile) -> None:
        """Takes in another profile."""
        self.size += other.size
        self.articles |= other.articles
        self.separate = self.separate or other.separate
        self.placed = self.placed or other.placed
        self.leads += other.leads
        self.past += other.past
        self.told.update(other.told)
        self.near.update(other.near)
        self.places.update(other.places)
        self.causes.update(other.causes)
        self.sites.update(other.sites)
        self.words.update(other.words)
        self.names.update(other.names)
        self.values.update(other.values)
        self.front = self.front and other.front
        if len(self.words) > 2 * _MOST_WORDS:
            kept = sorted(self.words.items(), key=lambda item: (-item[1], item[0]))[:_MOST_WORDS]
            self.words = Counter(dict(kept))
        days = [day for day in (self.first, self.last, other.first, other.last) if day is not None]
        self.first, self.last = (min(days), max(days)) if days else (None, None)

    @property
    def main_places(self) -> list[Place]:
        """The places that are told most; a stray one of a long story is none of the event's."""
        return _most(self.places)

    @property
    def main_days(self) -> list[Days]:
        """The days that are said most."""
        return _most(self.told)

    @property
    def days(self) -> Days | None:
        """The day or days: the narrowest of those said most, else those of leads."""
        for counted in (self.told, self.near):
            if counted:
                return min(counted, key=lambda days: (-counted[days] / (1 + (days[1] - days[0]).days), days))
        return None

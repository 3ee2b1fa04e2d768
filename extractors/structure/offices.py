"""What a title says: whether it is an office, the body that its holder speaks for, the rank among honorifics."""

from __future__ import annotations

from ..grammar import spans
from . import phrases
from .gender import Place
from .lexicon import end_of, one, stretch
from .reading import Reading
from .written import written

_OFFICE, _PRIVATE = one("OFFICE|OVER|CHARGED"), one("PRIVATE|IMAM")
_RANK_OR_GRADE = one("RANK|GRADE")
_HOLDER = one("OFFICE|HONORIFIC|RANK|GIVEN")
_SPOKES = one("SPOKES")
_MEDICAL, _REPORTER, _IN = one("MEDICAL"), one("REPORTER&NOAL"), one("IN")
_OFFICE_TOO = one("OFFICE&WA")  # طبيب ورئيس جمعية
_STATE_HOLDER = one("STATE&AL")  # البرلمانية فلانة
_FORMER, _IMAM, _INSTITUTION = one("FORMER"), one("IMAM"), one("INSTITUTION")
_ABROAD = stretch("<ENVOY><^LADA|IN>*(?=<LADA|IN>)")
_BESIDE = stretch("(?=<AT>(?<!<IN|LADA>))")
_CAPPED = stretch("<NOUN&AL><NATION&AL>")  # الدولي المغربي
_ONE_OF = stretch("(?:<ONE_OF><FROM>?)?")
# الكاتب العام, كاتب الدولة; عامل الإقليم; المعارضة السورية
_SECRETARY = stretch(
    "<SECRETARY><GENERAL&AL|ORDINAL|NOUN&AL|REGIONAL&AL|REALM&AL>|<GOVERNS><PROVINCE>|<OPPOSITION&AL><EPITHET&AL|COUNTRY&AL|WORD&AL>{0,2}$"
)


def is_official(role: str, organization: str | None) -> bool:
    """Whether a role (its class string) speaks for an institution."""
    head = end_of(_ONE_OF, role)
    if _FORMER.search(role) and not _OFFICE_TOO.search(role):
        return False
    if _MEDICAL.match(role, head + 1) or _CAPPED.match(role, head):
        return False
    if (
        _SECRETARY.match(role, head)
        or _OFFICE.match(role, head)
        or _STATE_HOLDER.match(role, head)
        or _OFFICE_TOO.search(role)
    ):
        return True
    return bool(role) and not _PRIVATE.match(role, head) and organization is not None


def organization_of(reading: Reading, role: Place) -> str | None:
    """The body named inside a role; the medium that somebody reports for."""
    classes = reading.classes
    if _REPORTER.match(classes, role[0]):
        found = _IN.search(classes, *role)
        outlet = (role[0] + 1, found.start() if found else role[1])
        return written(reading, outlet) if outlet[0] < outlet[1] else None
    if _IMAM.match(classes, role[0]):
        return None
    spokes = _SPOKES.search(classes, *role)
    if spokes is not None and spokes.end() < role[1] and not _HOLDER.match(classes, spokes.end()):
        return written(reading, (spokes.end(), role[1]))
    beside = _BESIDE.search(classes, *role)  # المكلف بالعلاقات مع البرلمان
    abroad = beside or _ABROAD.match(classes, *role)  # سفير فلسطين لدى الأمم المتحدة speaks for no United Nations
    found = phrases.ORGANIZATION.search(classes, role[0] + 1, abroad.end() if abroad else role[1])
    if found is None:
        return None
    body = spans(found)["body"]
    if _INSTITUTION.match(classes, body[0]) and not _OFFICE.match(classes, role[0]):
        return None  # تاجر في السوق
    return written(reading, body)


def rank_of(reading: Reading, honor: Place) -> str:
    """The rank among honorifics: العقيد الركن of العقيد الركن د."""
    classes = reading.classes
    tokens = [token for token in range(*honor) if _RANK_OR_GRADE.match(classes, token)]
    return written(reading, (tokens[0], tokens[-1] + 1))

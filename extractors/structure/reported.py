"""Who says what a clause reports: أعلن الجيش | أن الشرطة ذكرت | أن ثلاثة قتلوا. The last clause is the police's."""

from __future__ import annotations

from . import speaker
from .arguments import Told, relative_before, subject_before
from .clauses import Clauses
from .lexicon import one, stretch
from .reading import Reading

_SAYS = stretch("(?!<CLOSE_CUE>|<NOUNISH>(?!<THAT>))<VERB&SAYS&NOAL>")
_THAT, _TO = one("THAT"), one("TO|ON|ABOUT|AT")
_BETWEEN = frozenset({"relative", "circumstance"})  # clauses that may stand between a verb and أن


def teller(reading: Reading, number: int) -> Told | None:
    """Who says, by a verb and أن before it, what clause `number` tells; None where nobody certain does."""
    clauses, classes = reading.clauses, reading.classes
    clause = clauses[number]
    if clause.kind != "reported" or clause.parent is None or not _THAT.match(classes, clause.first):
        return None
    verb = _verb(classes, clauses, clause.parent, clause.first)
    if verb is None or relative_before(classes, verb) is not None:  # التي قال إنها: who says it is told elsewhere
        return None
    behind = speaker.subject(reading, verb + 1, clause.first)
    apart = _TO.match(classes, clause.first - 1) and behind is not None and behind[2] < clause.first - 1
    if behind is not None and behind[0].certain:
        return None if apart else behind  # سجلت الحكومة كذا، إضافة إلى أن
    before = subject_before(reading, verb)
    return before if before is not None and before[0].certain else None


def is_reported(reading: Reading, token: int) -> bool:
    """Whether a token stands in a clause with أن, or opens one behind it."""
    clauses = reading.clauses
    if clauses[clauses.number(token)].kind == "reported":
        return True
    return token > 0 and _THAT.match(reading.classes, token - 1) is not None


def _verb(classes: str, clauses: Clauses, number: int | None, end: int) -> int | None:
    """The last verb of saying between the beginning of a clause, or of the one it hangs from, and a token."""
    while number is not None:
        clause = clauses[number]
        verbs = list(_SAYS.finditer(classes, clause.first, min(end, clause.end)))
        if verbs:
            return verbs[-1].start()
        number = clause.parent if clause.kind in _BETWEEN else None
    return None

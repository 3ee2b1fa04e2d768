"""Whether a word is a cue of speech where it stands."""

from __future__ import annotations

from ..structure.lexicon import one, stretch
from .act import SpeechAct

_OPINION = one("OPINION&VERB")
_MARK, _SENTENCE = one("QUOTE|OPEN"), one("STOP|BREAK")
# Verbs with another common meaning, and what tells that they are of saying here: بين فلان أن
_AMBIGUOUS = one("CLOSE_CUE&VERB")
_SPEAKING = one(
    "COLON|THAT|OPEN|QUOTE|NAME_OPEN|OFFICE|PRIVATE|HONORIFIC|RANK|GIVEN|BODY|MEDIA|AGENCY|NAMED|COUNTRY|SOURCE|REPORT|SPEECH"
    "|MANNER|TO"
)
_THROUGH = one("AT&TAKES_ABOUT")  # عبر
_ABOUT = one("ABOUT")
_VOICES = one(
    "HIM|HIS_HONOR|FROM|EPITHET&AL|ONE_OF|SOURCE|MEDIA|AGENCY|NAMED|PRIVATE|OFFICE|HONORIFIC|HONOR|RANK|GIVEN|BODY|COUNTRY"
)
_SPEAKER_ABOUT = stretch("<AL&NOPREP&NOWA|WORD&NOPREP&NOWA|WAWORD>{0,2}<ABOUT>")  # وتحدث العوضي عن
_BETWEEN = one("AT")  # بين, دون are prepositions as well
_SUBJECT = stretch("<WORD&NOPREP&NOWA|VERBLIKE|LWORD|WAWORD|NAMETAIL>{1,3}<COMMA>")  # سجل بنعلي، في كلمته، أن
_DEFINITE = one("AL&NOPREP&NOWA")
_NOUNISH = one("NOUNISH|PARTICIPLE")
_ANOTHER_VERB = stretch("(?<!<RELATIVE>)<FINITE|VERB&NOAL|ALREADY>")
_CALLED_FOR = stretch("<ADDRESSES><NEED&AL&NOPREP>")  # دعت الحاجة إلى
_WITHHOLDS = stretch("<DECLINES><LACK>")  # اشترط عدم الكشف عن اسمه
_THAT = one("THAT")
_MEANS, _GOES_ON, _TO = one("SAYING&BI"), stretch("<SAYING&AL&NOPREP><THAT|COLON>"), one("TO")
_SAYS = one("VERB&SAYS")
_FINITE = one("FINITE|VERB&NOAL")
_REACH = 25  # tokens after a verb in which its subject ends
_CLOSE = 4  # tokens from an ambiguous verb to أن


def says(classes: str, act: SpeechAct) -> bool:
    """Whether a cue in its frame is one of saying."""
    if _CALLED_FOR.match(classes, act.cue):
        return False
    if act.rule == "according" and act.way != "so":
        return act.cue == 0 or _SENTENCE.match(classes, act.cue - 1) is not None
    if _OPINION.match(classes, act.cue):
        return act.way not in ("opening", "colon", "bare") or _THAT.match(classes, act.content + 1) is not None
    if _WITHHOLDS.match(classes, act.cue):
        return False
    if _THROUGH.match(classes, act.cue):
        return _is_voiced(classes, act)
    if not _AMBIGUOUS.match(classes, act.cue):
        return True
    if act.way in ("colon", "opening") and _MARK.match(classes, act.content):
        return True
    if act.way == "that" and act.content - act.cue <= _CLOSE:
        return True
    if act.way == "that" and not _BETWEEN.match(classes, act.cue) and _has_subject(classes, act):
        return True
    if act.rule == "about" and _SPEAKER_ABOUT.match(classes, act.cue_end):
        return True
    return act.cue_end < len(classes) and _SPEAKING.match(classes, act.cue_end) is not None


def _is_voiced(classes: str, act: SpeechAct) -> bool:
    """Whether عبر is the verb, not the preposition: عبر الوزير عن قلقه."""
    if not _ABOUT.search(classes, act.cue_end, act.content) or act.way in ("opening", "colon"):
        return False
    if _ANOTHER_VERB.search(classes, act.cue_end, act.content - 1):
        return False
    return any(begins.match(classes, act.cue_end) for begins in (_VOICES, _SPEAKER_ABOUT))


def _has_subject(classes: str, act: SpeechAct) -> bool:
    """Whether a verb with another common meaning has a subject of its own before أن: أظهر التحليل الذي أجري أن."""
    if _SUBJECT.match(classes, act.cue_end):
        return True
    if not _DEFINITE.match(classes, act.cue_end) or _NOUNISH.match(classes, act.cue):
        return False
    return _ANOTHER_VERB.search(classes, act.cue_end, act.content - 1) is None


def manner_of(classes: str, noun: int) -> int | None:
    """The verb whose manner a noun of saying tells: تابع بالقول, تابع فلان القول; ذهب إلى القول; None where none."""
    means = _MEANS.match(classes, noun) or (noun > 0 and _TO.match(classes, noun - 1))
    if not means and not _GOES_ON.match(classes, noun):
        return None
    for token in range(noun - 1, max(-1, noun - _REACH), -1):
        if _SENTENCE.match(classes, token):
            return None
        if _FINITE.match(classes, token):
            return token if means or _SAYS.match(classes, token) else None
    return None

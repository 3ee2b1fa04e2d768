"""The subject and the objects of a verb of speech."""

from __future__ import annotations

import msgspec

from ..engine.sre import lazy
from ..grammar import Match
from ..structure import arguments, speaker
from ..structure.apposition import apposed
from ..structure.gender import agrees
from ..structure.lexicon import one, stretch
from ..structure.reading import Reading
from ..structure.speaker import Speaker
from .act import SpeechAct, is_of_statement
from .family_names import family_name, lone_name
from .sources import lead, trailing_source

_PRESENT = one("PRESENT")
_OPINION, _ADDRESSES, _ADDRESSEE = one("OPINION&VERB"), one("ADDRESSES"), one("ADDRESSEE")
_ACCUSES, _SECOND = (
    one("ACCUSES"),
    one("BODY&NOPREP&NOWA|NAMED&NOPREP&NOWA|COUNTRY&NOPREP&NOWA|OFFICE&NOPREP&NOWA|ADDRESSEE&NOPREP&NOWA|OWNED&NOPREP"),
)
_THIS, _SAYS_ACT = one("THIS"), stretch("(?!<TWO>)<SAYS&ACT>")
_COMMA, _HIS_REPORT = one("COMMA"), one("HIS_REPORT")
_NAMED_NEXT = stretch(
    "<COMMA><BODY&NOAL&NOPREP|NAMED&NOPREP|COUNTRY&NOPREP|GIVEN&NOAL&NOPREP|MASDAR&NOPREP|DEED&NOPREP|ADDRESSEE&NOPREP>"
)
# After these a verb stands at the head of its clause; after the second ones it may do so without a subject.
_OPENED = one(
    "STOP|BREAK|COMMA|CONNECTS|SEMICOLON|QUOTE|CLOSE|RPAREN|COLON|THAT|DASH|WAS|RELATIVE|TIME|MEANTIME|TEMPORAL|ALREADY"
)
_HEADED = one(
    "STOP|BREAK|COMMA|CONNECTS|SEMICOLON|QUOTE|CLOSE|RPAREN|COLON|THAT|DASH|WAS|TIME|MEANTIME|TEMPORAL|ALREADY"
)
# What may follow a noun that no lexicon knows, where it is who speaks; and a source after what it said.
_AFTER_OTHER = one(
    "DASH|AT|ON|TIME|COMMA|LI|RELATIVE|LPAREN|FROM|MANNER|HIM|TO|SAYING_SO|THAT|COLON|ADDRESSEE&NOPREP|QUANTITY"
)
_VERB, _IN_IT = one("VERB"), one("HIM")
_THAT, _HONORIFIC = one("THAT"), one("HONORIFIC|HONOR|RANK")
_ENDS_OBJECT, _DEPENDS = one("RELATIVE|COMMA"), one("DEPENDS|ISSUED")
_BLAMES = one("BLAMES")
_ALONE = one("AL&WORD&NOPREP&NOWA")
_EVENT, _DEFINITE = one("VERBAL&NOAL|MASDAR&NOAL"), one("AL&NOPREP")
_OWN_NAME = one("AL|GIVEN|FAMILY|COUNTRY|PLACE|NAMED|LEADER|NAMETAIL")
_SECOND_VERB = stretch(
    "<COMMA>?(?:<FINITE>|<VERB&NOAL>)<^STOP|BREAK|COMMA|COLON|THAT|RELATIVE>{1,16}<WORD&NOAL><LI|IN|FROM|TO|ABOUT><^COMMA>{0,4}"
)
_OF_IT = frozenset({"انه", "انها", "انهم", "بانه", "بانها", "بانهم"})
_SHORT = 3  # letters
_NAMES_SOURCE = frozenset({"trailing", "according", "conveyed"})
_FILLED = frozenset({"said", "to", "on", "about"})  # where nothing but the speaker stands before what is said
_AFTER_SUBJECT = frozenset({"said", "to", "about", "on", "from"})
_OBLIQUE = lazy(r"\w+يين\b")  # the ending of an object, not of a subject: توعد الحوثيين
_REACH = 25  # tokens after a verb in which its subject ends


def with_subject(reading: Reading, match: Match, act: SpeechAct) -> SpeechAct | None:
    """An act with the subject of its verb, after or before it; without one where the last speaker goes on."""
    classes, cue = reading.classes, act.cue
    opened = act.joined or cue == 0 or _OPENED.match(classes, cue - 1) is not None
    addresses = _ADDRESSES.match(classes, cue) is not None
    before = _before(reading, act)
    told = _told(reading, match, act)
    oblique = told is not None and act.rule not in _NAMES_SOURCE and _is_oblique(told)
    if oblique:
        told = None
    surer = told is not None and told.certain and before is not None and reading.begins_hashtag(before[1])
    if before is not None and not surer and (addresses or act.joined or not opened):
        return _led_by(reading, act, before)
    if told is not None and act.rule == "act":
        take_object(reading, match, act)
    if told is not None and not (addresses and _is_addressee(reading, act, told)):
        act.subject = told if act.rule in _NAMES_SOURCE else arguments.agreeing(told, act.gender)
        return act if opened or told.certain or arguments.fronted(reading, cue) else None
    if act.rule in _NAMES_SOURCE or act.way == "bare":
        return None
    if before is not None:
        return _led_by(reading, act, before)
    if act.joined:
        return act if addresses or oblique or not _has_other_subject(classes, match) else None
    if act.cue_end < len(classes) and _IN_IT.match(classes, act.cue_end):  # نشر رسالة قال فيها إن
        return act
    if _OPINION.match(classes, cue) and (act.way != "that" or _PRESENT.match(classes, cue)):
        return None
    if arguments.relative_before(classes, cue) is not None:
        return None
    headed = cue == 0 or _HEADED.match(classes, cue - 1) or arguments.fronted(reading, cue)
    return act if headed or _tells_of_object(reading, act) else None


def _is_oblique(told: Speaker) -> bool:
    """Whether the ending is an object's, not a subject's: توعد الحوثيين; حذر المواطنين."""
    word = told.name.partition(" ")[0]
    return _OBLIQUE.match(word) is not None or (
        told.gender == "plural" and word.startswith("ال") and word.endswith("ين")
    )


def _tells_of_object(reading: Reading, act: SpeechAct) -> bool:
    """Whether a verb says something of the indefinite object before it: نشروا مقطعا | قالوا إنه قديم."""
    form = reading.form(act.cue - 1)
    named = _OWN_NAME.match(reading.classes, act.cue - 1)
    if act.way != "that" or reading.form(act.content - 1) not in _OF_IT:
        return False
    if named is None and form.endswith("ا") and len(form) > _SHORT:
        return True
    # أنهى الوزير زيارة للمدينة | قال إنها مفيدة: the second verb of a clause, not joined to the first
    begun = reading.clauses[reading.clauses.number(act.cue)].first
    return _SECOND_VERB.fullmatch(reading.classes, begun, act.cue) is not None


def _before(reading: Reading, act: SpeechAct) -> arguments.Told | None:
    """The subject that stands before the verb of an act."""
    if act.rule in _NAMES_SOURCE and not _VERB.match(reading.classes, act.cue):
        return None
    find = arguments.topic if act.joined else arguments.subject_before
    before = find(reading, act.cue)
    if before is None or before[0].kind != "report":
        return before
    accusative = before[0].name.rstrip("ً").endswith("ا")
    return None if accusative or is_of_statement(reading, act) else before  # أصدر الحزب بيانا دعا فيه إلى


def take_object(reading: Reading, match: Match, act: SpeechAct) -> None:
    """Moves the content to the noun right after the subject: أعلنت الكتائب | تبني العملية; نعى | الشاب الذي …."""
    classes = reading.classes
    found = speaker.subject(reading, *match.spans["gap"])
    first = None if found is None else arguments.object_from(classes, found[2])
    if first is None or first >= act.content:
        return
    apart = _COMMA.match(classes, act.content - 1) or _DEPENDS.match(classes, first)  # الجماعة التابعة ل…، | مسؤوليتها
    if _EVENT.match(classes, first) or (not apart and _ENDS_OBJECT.search(classes, first, act.content)):
        act.content = first


def with_two_objects(reading: Reading, match: Match, act: SpeechAct) -> SpeechAct | None:
    """An act whose content begins with the first of two objects: اتهمت الحكومة | الجماعة بتسليح…"""
    classes = reading.classes
    before = None if act.participle or act.joined else _before(reading, act)
    told = None if act.participle or before else _subject_within(reading, act.cue_end, act.content)
    if told is not None and act.joined and act.gender == "masculine" and reading.form(told[1]).endswith("ه"):
        told = None  # ويصف | السفارة بكذا
    second = None if told is None else _object_after(classes, told)
    if act.way == "that" and told is not None and (second is None or second >= act.content):
        return with_subject(reading, match, act)
    first = arguments.object_from(classes, act.cue_end)
    if told is not None and second is not None and second < act.content:
        act.subject, first = told[0], second
    elif before is not None:
        _led_by(reading, act, before)
    elif not act.participle and not act.joined:
        return None
    if _OPINION.match(classes, act.cue) and (act.subject is None or not act.subject.certain):
        return None  # يعتبر كذا: it is thought
    if first is not None and first < act.content:
        act.content, act.rule = first, "object"
    return act


def _subject_within(reading: Reading, start: int, end: int) -> arguments.Told | None:
    """The subject in tokens start … end - 1, read with what follows, which tells where a name ends."""
    told = speaker.subject(reading, start, min(len(reading), end + _REACH))
    return told if told is not None and told[2] < end else speaker.subject(reading, start, end)


def _object_after(classes: str, told: tuple[Speaker, int, int]) -> int | None:
    """Where the object after a subject begins, with or without a comma: اتهم المتحدث باسم كذا، فلان، | الحركة."""
    _, first, end = told
    closes = end < len(classes) and _COMMA.match(classes, end) and _COMMA.search(classes, first, end)
    if closes and (after := arguments.object_from(classes, end + 1)) is not None:
        return after
    return arguments.object_from(classes, end + 1 if _NAMED_NEXT.match(classes, end) else end)


def _has_other_subject(classes: str, match: Match) -> bool:
    """Whether something that cannot speak is the subject of a verb: وأشارت أصابع الاتهام إلى."""
    first, end = match.span("gap") or (0, 0)
    if match.name not in _AFTER_SUBJECT or first >= end or _HIS_REPORT.match(classes, first):  # وأكمل حديثه
        return False
    return arguments.object_from(classes, first) == first


def with_object(reading: Reading, act: SpeechAct) -> SpeechAct | None:
    """An act whose content is the object of the verb, after the subject where one is told."""
    classes = reading.classes
    content = arguments.object_from(classes, act.cue_end)
    if not act.participle:
        before = None if act.joined else _before(reading, act)
        told = _agreeing_subject(reading, act, min(len(classes), act.cue_end + _REACH))
        if before is not None and before[0].certain:
            _led_by(reading, act, before)
        elif is_of_statement(reading, act) and not (told is not None and told[0].certain):
            pass  # أصدرت المنظمة تقريرا وثقت فيه | الاعتقال
        elif told is not None and agrees(act.gender, told[0].gender):
            act.subject, content = told[0], _object_after(classes, told)
            if content is None and _BLAMES.match(classes, act.cue) and _COMMA.match(classes, told[2]):
                content = arguments.object_from(classes, told[2] + 1)
            act.instead = told[1] if act.joined and not told[0].certain else None
        elif not act.joined:
            return None
        if _OPINION.match(classes, act.cue) and (act.subject is None or not act.subject.certain):
            return None
        if _OPINION.match(classes, act.cue) and arguments.relative_before(classes, act.cue) is not None:
            return None  # الذي كان يعتبر الأقوى
    if content is None or (_THIS.match(classes, content) and _SAYS_ACT.match(classes, act.cue)):
        return None  # نفى هذه المعلومة
    act.content = content
    return act


def _agreeing_subject(reading: Reading, act: SpeechAct, end: int) -> arguments.Told | None:
    """The subject after a verb; one that does not agree ends before what seems an adjective: دحض الجيش | الرواية."""
    told = speaker.subject(reading, act.cue_end, end)
    if told is None or (agrees(act.gender, told[0].gender) and not _has_other_noun(reading, told)):
        return told
    shorter = speaker.subject(reading, act.cue_end, told[1] + 1)
    return shorter if shorter is not None and agrees(act.gender, shorter[0].gender) else told


def _has_other_noun(reading: Reading, told: arguments.Told) -> bool:
    """Whether a definite noun is followed by one that is no adjective of it: أبرزت المجلة | المشاريع."""
    first, second = told[1], told[1] + 1
    if second >= told[2] or not (_DEFINITE.match(reading.classes, first) and _ALONE.match(reading.classes, second)):
        return False
    adjective = reading.form(second)
    return reading.form(first).endswith("ه") and not adjective.endswith(("ه", "ا", "ي"))


def _is_whole(reading: Reading, act: SpeechAct, told: tuple[Speaker, int, int]) -> bool:
    """Whether a noun phrase between a verb and a verbal noun is its subject: أعلنت خلية الإعلام | مقتل…"""
    classes, (who, _, end) = reading.classes, told
    first = end
    if end < len(classes) and _COMMA.match(classes, end):
        first = arguments.object_from(classes, end) or end + 1
    definite = _DEFINITE.match(classes, end - 1) and _EVENT.match(classes, first)
    return bool(definite) and who.gender is not None and arguments.gender(reading, act.cue) == who.gender


def _named_in_full(reading: Reading, match: Match, act: SpeechAct, told: arguments.Told | None) -> Speaker | None:
    """The person with his title who fills the stretch before أن, where that tells more than its beginning."""
    if match.name not in _FILLED or _ADDRESSES.match(reading.classes, act.cue):
        return None
    first, end = match.spans["gap"]
    if told is None or told[0].kind in ("title", "other"):
        whole = apposed(reading, first, end)
        return None if whole is None else whole[0]
    if told[0].kind != "person" or (told[0].role is not None and told[2] == end):
        return None
    whole = apposed(reading, first, end)
    if whole is None or not whole[0].name.startswith(told[0].name):
        return None
    return whole[0] if told[0].role is None or whole[0].name != told[0].name else None


def _led_by(reading: Reading, act: SpeechAct, told: arguments.Told) -> SpeechAct | None:
    """An act with a subject that stands before its verb."""
    act.subject, act.before = told[0], True
    if act.gender == "plural" and not told[0].certain:  # شعراء يدينون: only people are a plural to their verb
        act.subject = msgspec.structs.replace(told[0], certain=True)
    elif not told[0].certain:
        return None if _OPINION.match(reading.classes, act.cue) else act
    if told[2] <= act.cue and (act.joined or not arguments.opens(reading, act.cue)):
        act.boundary = arguments.start_of(reading.classes, told[1])
    return act


def _told(reading: Reading, match: Match, act: SpeechAct) -> Speaker | None:
    """The speaker between a cue and what is said, or after what is said."""
    if match.name == "trailing":
        return trailing_source(reading, match, act)
    classes = reading.classes
    first, end = match.spans["gap"]
    if match.name in _NAMES_SOURCE:
        told = speaker.source(reading, lead(classes, first, end), end)
    else:
        told = speaker.subject(reading, first, end)
    if (family := family_name(reading, match, act)) is not None:
        return family
    if (full := _named_in_full(reading, match, act, told)) is not None:
        return full
    if told is None:
        return lone_name(reading, match, act)
    if match.name == "act" and _is_whole(reading, act, told):
        return msgspec.structs.replace(told[0], certain=True)
    unsure = told[2] < end and told[0].kind == "other" and not _AFTER_OTHER.match(classes, told[2])
    whole = match.name == "said" and _THAT.match(classes, match.end - 2) and not _HONORIFIC.match(classes, told[1])
    return None if unsure and not whole else told[0]


def _is_addressee(reading: Reading, act: SpeechAct, told: Speaker) -> bool:
    """Whether the noun after دعا, طالب, ناشد is who is called upon; the second of two is: طالب السكان الحكومة ب."""
    classes = reading.classes
    found = speaker.subject(reading, act.cue_end, act.content)
    if found is not None and found[1] == act.cue_end and found[2] < act.content and _SECOND.match(classes, found[2]):
        return False
    if not agrees(act.gender, told.gender) or (told.kind == "other" and not told.name.startswith("ال")):
        return True
    if _ADDRESSEE.match(classes, act.cue_end) or (told.kind == "other" and told.name.endswith("ين")):
        return True
    alone = act.content == act.cue_end + 1  # واتهمت إيران بتسليح…
    return alone and act.rule == "with" and _ACCUSES.match(classes, act.cue) is not None

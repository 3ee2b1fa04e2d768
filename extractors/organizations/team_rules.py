"""Clubs and teams; those that no list has are only read in an article on sports."""

from __future__ import annotations

from ..grammar import Rule

TEAM_RULES = (
    # نادي ريال مدريد الإسباني
    Rule(
        "head and club",
        "<SPORTS&NOAL|TEAM&NOAL>{name}{of_nation}?{alias}?",
        "تعادل فريق تشيلسي مع ضيفه في الدوري الإنجليزي.",
    ),
    # فريق انيبال زحلة; only in an article on sports
    Rule(
        "team",
        "<TEAM&NOAL>(?P<proper>{unknown})(?:{of_nation}|(?={nation}|<NISBA&AL|PLACE>))",
        "فريق صقور زحلة",
    ),
    # فريق الكهرباء; only in an article on sports
    Rule(
        "named team",
        "<TEAM&NOAL>(?P<proper>(?!<PREP|GENERIC|TIME|STOP|TITLE|BESIDE_CLUB|CUE_SPORTS|CREW|BODY|PLACE>)<AL&NOWA>)"
        "(?!<AL&NOWA>)",
        "فاز فريق الأمواج على فريق المنار بفارق خمس نقاط، وسجل لاعب الأمواج هدفا في مباراة الدوري.",
    ),
    # يواجه نظيره الوادي, فاز على المنار 88-80; only in an article on nothing but sports
    Rule(
        "named team:rival",
        "(?P<proper>(?<=<RIVAL>)"
        "(?!<PREP|REGION|GENERIC|TIME|STOP|TITLE|CUE_SPORTS|CREW|BODY|PLACE|ADJ|NISBA|ORDINAL|PERSON>)"
        "<AL&NOWA>(?!<AL&NOWA>)|(?<=<OVER>)(?!<PREP|TIME|STOP|TITLE|TEAM|BODY|PLACE|NAT|PERSON>)<AL&NOWA>(?={score}))",
        "استضاف الفريق نظيره المنار في مباراة الدوري، وفاز على الأمواج 88-80 بعد شوط ثان، وسجل اللاعب هدفين.",
    ),
    # فاز المنار على
    Rule(
        "named team:winner",
        "(?P<proper>(?<=<BEAT&NOAL&NOPREP>)"
        "(?!<PREP|REGION|GENERIC|TIME|STOP|TITLE|TEAM|SPORTS|CUE_SPORTS|CREW|BODY|PLACE|ADJ|NISBA|ORDINAL|PERSON>)"
        "<AL&NOWA>(?=<OVER>))",
        "تغلب المنار على ضيفه في مباراة الدوري، وسجل مهاجم الفريق هدفين في الشوط الثاني من اللقاء.",
    ),
    # مولودية باتنة, أولمبيك آسفي: clubs of the Maghreb; only in an article on nothing but sports
    Rule(
        "club of a town",
        "(?<!<TEAM|SPORTS>)<CLUB&NOAL>(?:{place}|{unknown})",
        "فازت مولودية سيلوان على أولمبيك تيلماس في مباراة الجولة، وسجل مهاجم الفريق هدفين في الشوط الثاني من اللقاء.",
    ),
    # نابولي الإيطالي
    Rule("club", "<CLUB_NAME>{rest}{of_nation}?{alias}?", "تعاقد نادي ريال مدريد الإسباني مع مهاجم شاب."),
    # فريق حسنية أكادير لكرة القدم, الاتحاد الليبي لكرة السلة; not behind a nationality, which clubs do without
    Rule(
        "ball",
        "(?:<SPORTS&NOAL|TEAM&NOAL>{name}|<KNOWN_NAME>{rest})<LI&NOAL&BALL>{noun}{adj}*",
        "أوقف الاتحاد الليبي لكرة السلة لاعبا من فريق حسنية أكادير لكرة القدم.",
    ),
)

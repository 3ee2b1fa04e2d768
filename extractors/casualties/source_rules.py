"""How a source is named beside a count, without a quotation: بحسب وزارة الصحة; وثقت الشبكة مقتل."""

from __future__ import annotations

SOURCE_FRAGMENTS: dict[str, str] = {
    # A noun phrase, to the next verb, sign or preposition; a name in quotation marks in it.
    "NP": "<^STOP|BREAK|COMMA|SEMICOLON|COLON|DASH|TIME|QUANTITY|RELATIVE|CLAUSE|PREPOSITION|LPAREN|RPAREN|OTHER"
    '|TOLL|ACT|AND_ALONE|LATIN>{1,9}(?:"في"<PLACE|SITE><PLACE&NOPREP&NOWA>?)?',
}
ACCORDING_TO = (
    '<ACCORDING>(?:"ما"(?:<REPORT|ELSEWHERE|WORD|NISBA>)"به"?|"عن")?(?P<source>'
    "(?!<RELATIVE|PREPOSITION|TIME|QUANTITY|ACCORDING>"
    '|"ما"|"ذلك"){NP})(?<!<STOP>)'
)
REPORTED_BY = "<REPORT>(?P<source>(?=<SOURCE>){NP})"

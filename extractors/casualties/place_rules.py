"""How a place is named beside a count: في مدينة حلب, قرب الحدود, بمحافظة تعز, شرقي باكستان."""

from __future__ import annotations

PLACE_FRAGMENTS: dict[str, str] = {
    "NAME": '<PLACE>(?:"سيتي"|<PLACE&NOPREP&NOWA>|<DEF_NISBA>|<NAT&AL>)*|<WORD|LATIN>',
    # A site and its name: the words after it to the next preposition, verb or sign, in quotation marks or not.
    "SITE": "<SITE>(?:<QUOTE|OPEN>?<WORD|DEF|DEF_NISBA|NISBA|PLACE&NOPREP&NOWA|SITE&NOPREP&NOWA|TITLE|PERSON&AL|NAT|TOLL&AL"
    "|FAMILY|DIGITS|LATIN><QUOTE|CLOSE>?){0,5}",
    "DIRECTED": '<DIRECTION&NOPREP>(?:<DIRECTION&NOPREP>|"من")*(?:{SITE}|<PLACE>{NAME}?|<DEF>)',
    "NP": "<SUCH&NOPREP>?{SITE}|<PLACE>(?:<PLACE&NOPREP&NOWA>|<DEF_NISBA|NAT&AL>)*",
}

PLACE = (
    # the place proper, then the larger ones it lies in
    '(?:(?:"في"|"داخل"|"على"(?=<SITE>))(?P<place>(?:{DIRECTED}|{NP}){MORE}{0,2})'
    "|(?P<place>{DIRECTED}{MORE}{0,2})"
    "|(?P<place>(?=<SITE&BI|PLACE&BI>){NP}{MORE}{0,2}))"
)
PLACE_FRAGMENTS["MORE"] = '<LPAREN>?(?:{DIRECTED}|"في"(?:{DIRECTED}|{NP})|(?=<SITE&BI|PLACE&BI>){NP})<RPAREN>?'

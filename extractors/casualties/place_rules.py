"""How a place is named beside a count: في مدينة حلب, قرب الحدود, بمحافظة تعز, شرقي باكستان, استهدف حي الزهراء."""

from __future__ import annotations

# Sub-patterns; each may use those before it.
PLACE_FRAGMENTS: dict[str, str] = {
    "NAMES": "<PLACE>(?:<PLACE&NOPREP&NOWA>|<DEF_NISBA|NAT&AL>)*",
    # A site and its name: the words after it to the next preposition, verb or sign, in quotation marks or not.
    "SITE": "(?:<SITE&NOAL><WA_WORD>|<SITE>)(?:<QUOTE|OPEN>?<WORD|DEF|DEF_NISBA|NISBA|PLACE&NOPREP&NOWA"
    "|SITE&NOPREP&NOWA|TITLE|PERSON&AL|NAT|TOLL&AL|FAMILY|DIGITS|LATIN><QUOTE|CLOSE>?){0,5}(?:<FROM><PLACE>)?",
    "DIRECTED": '<DIRECTION&NOPREP>(?:<DIRECTION&NOPREP>|"من")*(?:{SITE}|{NAMES}|<DEF>)',
    "NP": "<SUCH&NOPREP>?{SITE}|{NAMES}",
    "AT": "(?=<SITE&BI|PLACE&BI>){NP}",
    # The larger places that one lies in: في دائرة ماسينا, بمحافظة تعز, (جنوب تركيا)
    "WIDER": '<LPAREN|COMMA>?(?:{DIRECTED}|"في"(?:{DIRECTED}|{NP})|{AT})<RPAREN>?',
}

PLACE = (
    '(?:(?:"في"|"داخل"|"على"(?=<SITE|PLACE>)|(?<=<displaced>)<FROM>|<STRIKE>)(?P<place>(?:{DIRECTED}|{NP}){WIDER}{0,2})'
    '|"في"(?P<place><WORD|NISBA>{WIDER}{1,2})'
    "|(?P<place>{DIRECTED}{WIDER}{0,2})|(?P<place>{AT}{WIDER}{0,2}))"
)
# At the head of a headline: اليمن.. مقتل; مالي: مقتل
HEADING = "(?:^|<BREAK>)(?P<place>{NAMES})<COLON|STOP>"
ELSEWHERE = "<ELSEWHERE|CLAUSE>"

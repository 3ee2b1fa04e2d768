"""The frames of speech: how a cue stands with its speaker and with what is said."""

from __future__ import annotations

from ..grammar import Matcher, Rule
from ..structure.lexicon import LEXICON
from .fragments import FRAGMENTS

RULES = (
    # وأضافت القناة نقلا عن الشرطة أن…
    Rule(
        "conveyed:citing",
        "(?P<cue>{verb}<VERB&SAYS|PARTICIPLE&SAYS>) (?:{step}){0,6}? <CITING> <ABOUT>"
        " (?P<gap>{whose}) <COMMA>? {that} (?P<content><*>)",
        "وأضافت القناة نقلا عن الشرطة أن…",
    ),
    # وسجل الحزب، على لسان فلان، أن…
    Rule(
        "conveyed:tongue",
        "(?P<cue>{verb}<VERB&SAYS|VERB&ACT|COMES>) (?:{step}){0,9}? <ON><TONGUE>"
        " (?P<gap>{whose}(?:<COMMA>{whose})?) <COMMA>? {saying}",
        "وسجل الحزب، على لسان النائبة هدى كريم، أن القانون ناقص.",
    ),
    # صدر عن مكتب الوزير البيان الآتي: …
    Rule(
        "conveyed:issued",
        "(?P<cue>{verb}<COMES_OUT>) <ABOUT> (?P<gap>(?:{step}){1,16}?) <COMMA>? <REPORT|SPEECH>"
        " <^STOP|BREAK|COLON>{0,6}? <COLON> <BREAK>? (?P<colon>(?P<content><^BREAK>))",
        "صدر عن مكتب وزير الطاقة البيان الآتي: السد آمن.",
    ),
    # بيان من وزارة الخارجية: …; تصريح للناطق باسم الجبهة: …
    Rule(
        "conveyed:label",
        "(?:(?<=<BREAK>)|^){urgent}(?P<cue><REPORT&NOAL&NOPREP&NOWA>) (?:<ISSUED>?<ABOUT|FROM>|(?=<LI>))"
        " (?P<gap>(?:{step}){1,14}) <COLON> <BREAK>? (?P<colon>(?P<content><^BREAK>))",
        "تصريح للناطق باسم الجبهة: سنرد على القصف.",
    ),
    # ونقلت عنه الوكالة قوله إن…
    Rule(
        "report:him",
        "(?P<cue>{verb}<CONVEYS>) <HIM>(?<!<TO>) (?:{step}){0,6}? (?P<own><SAYING>)"
        "(?:<COMMA>? {that} (?P<content><*>) | <COLON> (?P<content><^BREAK>) | (?P<content>{opening}))",
        "وقال المدرب إن الفريق جاهز. ونقلت عنه الوكالة قوله إن المباراة صعبة.",
    ),
    # ونسب إلى فلان قوله إن…
    Rule(
        "conveyed:ascribed",
        "(?P<cue>{verb}<ASCRIBES>) (?:{step}){0,5}? <TO> (?P<gap>{gap}) <SAYING>"
        "(?:<COMMA>? {that} (?P<content><*>) | <COLON> (?P<content><^BREAK>) | (?P<content>{opening}))",
        "ونسب إلى مسؤول كبير قوله إن السد آمن.",
    ),
    # أصدر الحزب البيان الآتي: …
    Rule(
        "said:issued",
        "(?P<cue>{verb}<ISSUES>) (?P<gap>(?:{step}){1,16}?) <COMMA>? <REPORT|SPEECH>"
        " <^STOP|BREAK|COLON>{0,6}? <COLON> <BREAK>? (?P<colon>(?P<content><^BREAK>))",
        "أصدرت نقابة المحامين البيان التالي: لا نقبل القانون.",
    ),
    # وقال المتحدث باسم الوزارة فلان في بيان إن…; مؤكدا أن…; وقال فلان: …; وتابع فلان "…"; وأضاف فلان نحن…
    Rule(
        "said",
        "(?P<cue>{verb}(?!<ACT>)<VERB&SAYS|PARTICIPLE&SAYS>) (?P<gap>{before_saying}) {saying}",
        "وقال ترامب إن الاتفاق قريب.",
    ),
    Rule(
        "said:act",
        "(?P<cue>{verb}<VERB&SAYS&ACT|PARTICIPLE&SAYS&ACT>) (?P<gap>{before_act}) {saying}",
        'وأكدت "الرسالة"، في عددها الأخير، أن "المفاوضات تعثرت".',
    ),
    # وأضاف، واصلت الفرق…
    Rule(
        "said:comma",
        "(?P<cue>{verb}(?!<ACT|CLOSE_CUE|OPINION>)<VERB&SAYS&WA>) (?P<gap>) <COMMA>"
        " (?P<content><FINITE&NOWA|VERB&NOAL&NOWA>)",
        "وأضاف، واصلت الفرق بحثها في السد.",
    ),
    Rule(
        "said:noun",
        "(?P<cue>(?!<AS_WHAT&BI>)<SAYING>) (?P<gap>{before_saying}) {saying}",
        "ونقلت الصحيفة عن مسؤولين عسكريين قولهم إن الحملة تبدأ الشهر المقبل.",
    ),
    Rule(
        "that",
        "(?P<cue>{verb}<ADDRESSES>) (?P<gap>{wide}) <TO|ON|ABOUT|FROM>? {that} (?P<content><*>)",
        "دعا الوزير الدول أن تلتزم",
    ),
    # فلان: …, a headline
    Rule(
        "headline",
        "^{urgent}(?P<gap>{before_colon}) (?P<cue><COLON>) <BREAK>? (?P<content><^BREAK|GIVEN|DASH|SLASH>)",
        "رئيس البلدية: الأعمال تنتهي قبل الشتاء",
    ),
    Rule(
        "headline:line",
        "<BREAK|STOP>{urgent}(?P<gap>{before_colon}) (?P<cue><COLON>) <BREAK>? (?P<content><^BREAK|GIVEN|DASH|SLASH>)",
        "وصل الوفد\nالوزير: نحتاج إلى الوقت",
    ),
    # وأشار التقرير إلى تراجع…; ودعا فلان الدول إلى…; ودعا إلى…; ودعا للحوار
    Rule(
        "to",
        "(?P<cue>{verb}<VERB&TAKES_TO|PARTICIPLE&TAKES_TO>) (?P<gap>{wide}) {own}<TO> (?P<content>(?!<SAYING>)<*>)",
        "وأشار التقرير إلى تراجع…",
    ),
    Rule(
        "for",
        "(?P<cue>{verb}<VERB&TAKES_TO&ADDRESSES|PARTICIPLE&TAKES_TO&ADDRESSES>) (?P<gap>{wide}){mark}"
        "(?P<content><LMASDAR|MASDAR&LI|VERBAL&LI&NOAL>|(?<=<ADDRESSES&PRESENT>)<LI&NOAL|LWORD&NOAL>"
        "|(?<=<ADDRESSEE>|<ADDRESSEE><AL>)(?!<TIME|HIM>)<LI&AL>)",
        "ودعت المفوضية الدول المانحة لإنقاذ اللاجئين قبل الشتاء.",
    ),
    Rule(
        "on",
        "(?P<cue>{verb}<VERB&TAKES_ON|PARTICIPLE&TAKES_ON>) (?P<gap>{wide}) {own}<ON> (?P<content>(?!<TONGUE>)<*>)",
        "وشدد المحافظ على ضرورة إخلاء المباني القديمة.",
    ),
    Rule(
        "about",
        "(?P<cue>{verb}<VERB&TAKES_ABOUT|PARTICIPLE&TAKES_ABOUT>) (?P<gap>{wide})"
        " {own}(?<!<ISSUED|PUBLISHED|DEPENDS>)<ABOUT|CONCERNING>"
        " (?P<content><*>)",
        "أعرب الاتحاد الأوروبي عن قلقه من التصعيد.",
    ),
    # طلب فلان من الدول إحالة…
    Rule(
        "asks",
        "(?P<cue>{verb}<VERB&TAKES_FROM&ADDRESSES>) (?P<gap>{wide}) <FROM> (?:{step}){1,8}? (?P<content>{object})",
        "طلب رئيس الوزراء من الكتل البرلمانية اتخاذ قرار مشترك بشأن الهجرة.",
    ),
    Rule(
        "from",
        "(?P<cue>{verb}(?!<ADDRESSES>)<VERB&TAKES_FROM|PARTICIPLE&TAKES_FROM>) (?P<gap>{wide}) <FROM> (?P<content><*>)",
        "حذرت منظمة الصحة العالمية من انتشار المرض في المخيمات.",
    ),
    # وناشدت المنظمة المجتمع الدولي التدخل…
    Rule(
        "urges",
        "(?P<cue>{verb}<URGES>) (?P<gap><^STOP|BREAK|COMMA>{1,8}?)"
        " (?P<content>(?<=<AL|GIVEN|COUNTRY|WORD>)<MASDAR&NOPREP&NOWA>)",
        "وناشدت الأمم المتحدة المجتمع الدولي التدخل لوقف الحرب.",
    ),
    # وأهابت الوزارة بالسكان التزام…
    Rule(
        "appeals",
        "(?P<cue>{verb}<VERB&APPEALS|PARTICIPLE&APPEALS>) (?P<gap>{wide}) <BI> (?:{step}){0,6}?"
        " <COMMA>? (?P<content>{object}|<MASDAR&AL&NOPREP&NOWA>|{opening}|<LMASDAR>)",
        "وأهابت الوزارة بالسكان التزام…",
    ),
    # وطالب الاتحاد بإحالة…; وطالب الاتحاد "بإحالة…"; ورحب فلان بالقرار
    Rule(
        "with",
        "(?P<cue>{verb}(?!<APPEALS>)<VERB&TAKES_WITH|PARTICIPLE&TAKES_WITH|VERB&TWO|PARTICIPLE&TWO>) (?P<gap>{wide})"
        "(?:<WITH>(?P<content>{opening})|{mark}(?P<content>{with}))",
        "وطالب الاتحاد بإحالة…",
    ),
    # أعلن الجيش مقتل…; أدانت الهيئة بشدة الهجوم…
    Rule(
        "act",
        "(?P<cue>{verb}(?!<TWO>)<VERB&ACT|PARTICIPLE&ACT>) (?P<gap>{gap})"
        "(?P<content>(?!<OWNED>){object}|{closed}<DEED&AL&NOPREP>|(?<=<VERB|PARTICIPLE|COMMA>)<THIS&NOWA>"
        "|(?<=<AL>)<PLACEHEAD&NOAL&NOPREP>|{closed}<COUNTED&NOPREP&NOWA>(?!<FROM>))",
        "أعلن الجيش مقتل…",
    ),
    # أوضح البيان ضبط…, where no أن follows
    Rule(
        "relates",
        "(?P<cue>{verb}<VERB&RELATES>) (?P<gap>{gap}) (?P<content>{object})",
        "وأوضح البيان الصادر عن وزارة الدفاع ضبط شاحنة محملة بالسلاح.",
    ),
    # وأكدت الحكومة التزامها: a possessive so near that nothing else is its owner
    Rule(
        "act:owned", "(?P<cue>{verb}(?!<TWO>)<VERB&ACT|PARTICIPLE&ACT>) (?P<gap>(?:{step}){0,8}?) (?P<content>{owned})"
    ),
    # وسجل الاتحاد أسفه لغياب الحوار; وسجلت النقابة بقلق بالغ تراجع الأجور
    Rule(
        "act:stand",
        "(?P<cue>{verb}<RECORDS>) (?P<gap>{wide}) (?P<content><HIS_MOOD&NOPREP>)",
        "وسجل اتحاد المزارعين في بيانه أسفه لغياب الحوار.",
    ),
    Rule(
        "act:mood",
        "(?P<cue>{verb}<RECORDS>) (?P<gap>(?:{step}){0,20}?) <COMMA>? <MOOD&BI><DEEP>? <COMMA>?"
        " (?P<content><^AT|TO|FROM|ABOUT|ON|STOP|BREAK|THAT|COLON|CONNECTS|QUANTITY>)",
        "وسجلت نقابة المعلمين بقلق بالغ تراجع الأجور.",
    ),
    # وأعلن الوزير البرنامج الجديد; وحمل المجلس الشركة المسؤولية; مثمنا دور…
    Rule(
        "object",
        "(?P<cue>{verb}<VERB&ACT|VERB&TWO|PARTICIPLE&ACT|PARTICIPLE&TWO>) (?P<content><^STOP|BREAK>)",
        "وأعلن الوزير البرنامج الجديد",
    ),
    Rule(
        "object:blames",
        "(?P<cue>{verb}<VERB&BLAMES|PARTICIPLE&BLAMES>) (?P<content><^STOP|BREAK>)"
        "(?=<^STOP|BREAK>{0,20}?<BLAME>|(?<=<PARTICIPLE><*>)<^STOP|BREAK>{0,6}?<QUOTE|OPEN|NAME_OPEN>)",
        "وحمل مجلس البلدة الشركة مسؤولية انقطاع الماء.",
    ),
    # ونقلت الصحيفة عن فلان قوله إن…
    Rule(
        "conveyed:about",
        "(?P<cue>{verb}<CONVEYS>) (?:{step}){0,10}? <ABOUT> (?P<gap>{gap})"
        "(?:<SAYING>?<COMMA>? {that} (?P<content><*>) | <SAYING>? <COLON> (?P<content><^BREAK>)"
        "| <SAYING>? (?P<content>{opening}|(?!<LACK>|<DECLINES><LACK>){object}) | <SAYING> (?P<content><*>))",
        "وأضافت القناة نقلا عن الشرطة، أن الحريق أخمد.",
    ),
    # ويدعي الجيش أن…: written like يدعى فلان
    Rule(
        "said:claims",
        "(?P<cue><CLAIMS>) (?P<gap>(?:{step}){0,8}?) {that} (?P<content><*>)",
        "ويدعي الجيش أن المستشفى خال.",
    ),
    # جاء فيه أن…
    Rule(
        "report:it",
        "(?P<cue>{verb}<COMES>) <HIM> (?P<gap>) <COMMA>? {saying}",
        "وأصدرت الوزارة بلاغا جاء فيه أن السد آمن.",
    ),
    # كما قال فلان، فإن…
    Rule(
        "according:as",
        "(?:(?<=<STOP|BREAK>)|^)(?P<cue><LIKE><SAID_IT>) (?P<gap>{whose}) <COMMA>? <SO_THAT>(?P<so><^BREAK>)",
        "ومثلما قالت الوزيرة هدى كريم، فإن الميزانية لا تكفي.",
    ),
    # وعلمت الصحيفة من مصادر أن…
    Rule(
        "conveyed:learns",
        "(?P<cue><LEARNS>) (?:{step}){0,8}? <FROM> (?P<gap>{gap}) {that} (?P<content><*>)",
        "وعلمت الصحيفة من مصادر أن…",
    ),
    # وجاء في بيان للوزارة أن…
    Rule(
        "report",
        "(?P<cue>{verb}<COMES>) <AT> <TEXT>? (?P<gap><REPORT|SPEECH|SOURCE>{gap})"
        "(?:{that} (?P<content><*>) | <COLON> (?P<content><^BREAK>) | (?P<content>{opening}))",
        "وجاء في بيان للوزارة أن…",
    ),
    # وجاء في توضيح تلقته الجريدة أن…
    Rule(
        "report:text",
        "(?P<cue>{verb}<COMES>) <AT> (?P<gap><MASDAR&NOPREP|WORD&NOPREP|AL&NOPREP>{gap}) {that} (?P<content><*>)",
        "وجاء في توضيح تلقته الجريدة أن الطريق مفتوحة.",
    ),
    # وبحسب فلان، …
    Rule(
        "according",
        "(?P<cue>{according}) {voice} (?P<gap>{whose})"
        "(?:<COMMA>? {that}(?P<so><^BREAK>)|<COMMA>? <SO_THAT>(?P<so><^BREAK>)"
        "|<COMMA>(?!<OFFICE|PRIVATE|HONORIFIC|RANK>)(?P<content><^BREAK>))",
        "وبحسب وزارة الصحة، بلغ عدد المصابين أربعين شخصا.",
    ),
    # The same with no comma: وحسب الأهالي فالطريق مقطوع
    Rule(
        "according:fronted",
        "(?:(?<=<STOP|BREAK>)|^)(?P<cue>{according}) {voice} (?P<gap><^STOP|BREAK|COMMA>{2,16}+)",
        "وحسب الأهالي فالطريق مقطوع منذ أمس.",
    ),
    # …، حسبما ذكرت الوكالة نقلا عن شاهد.
    Rule(
        "trailing:citing",
        "{according} (?:{step}){0,10}? (?P<cue><CITING><ABOUT>) (?P<gap>{source}) {ending}",
        "…، حسبما ذكرت الوكالة نقلا عن شاهد",
    ),
    # …، بحسب فلان.  …، حسبما قال فلان.  …، على حد قول فلان.
    Rule(
        "trailing",
        "(?P<cue>{according}|<CONVEYS&NOAL><ABOUT>) {voice} (?P<gap>{source}) {ending}",
        "وأضافت القناة نقلا عن الشرطة، أن الحريق أخمد.",
    ),
    Rule(
        "trailing:own",
        "(?P<cue>(?:<ACCORDING>|<ON><LIMIT>)<OWN_VOICE>) (?P<own>{ending})",
        "واحتج السكان. المشروع متوقف منذ عام، على حد قولهم.",
    ),
    Rule(
        "trailing:as",
        "(?P<cue><AS> (?!<CLOSE_CUE>)<VERB&SAYS>) (?P<gap>(?:{step}){1,20}?) (?=<STOP|BREAK>|$)",
        "دمر الانفجار حيا سكنيا، كما صرح نبيل فارس المتحدث باسم الشرطة.",
    ),
    # …، تقول مصادر طبية.
    Rule(
        "trailing:present",
        "(?<=<COMMA>)(?P<cue><VERB&SAYS&PRESENT&NOWA>) (?P<gap>(?:{step}){1,14}?)"
        "(?=<STOP|BREAK|COMMA|PARTICIPLE&SAYS>|$)",
        "…، تقول مصادر طبية",
    ),
    # "…"، قال فلان.
    Rule(
        "trailing:verb",
        "(?<=<QUOTE|CLOSE><COMMA>|<QUOTE|CLOSE>|<QUOTE|CLOSE><COMMA><THUS>|<QUOTE|CLOSE><THUS>)"
        "(?P<cue>(?!<AT>)<VERB&SAYS>) (?P<gap>(?:{step}){1,20}?) {ending}",
        '"لن نتراجع عن مطالبنا"، قال زعيم الحزب سمير عوض.',
    ),
)

FRAMES = Matcher(LEXICON, RULES, FRAGMENTS)


# The writer's own voice: يذكر أن…, يشار إلى أن…
WRITER = Matcher(
    LEXICON,
    [Rule("writer", "(?P<cue>{verb}<IMPERSONAL>)(?:<TO>|<SAYING>)?{that}")],
    FRAGMENTS,
)

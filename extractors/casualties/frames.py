"""Counts that a verb and its complement tell together, or a noun with its object: driven to flee, beaten to death."""

from __future__ import annotations

from ..grammar import Rule

FRAMES: tuple[Rule, ...] = (
    # فارق ثلاثة جرحى الحياة; لفظ شخصان أنفاسهما
    Rule(
        "parted",
        "(?P<head><PART_WITH>){GAP}{0,3}?(?:(?P<number>{NUMBER})(?P<who>{WHO}|<TOLL>{ADJECTIVE}{0,2})|{SINGLE}"
        "|(?P<one><TOLL&SG&PERSONAL&NOAL>)|(?P<two><TOLL&DU&NOAL>))"
        '{GAP}{0,4}?(?:"الحياة"|<BREATH>)',
        "فارق ثلاثة جرحى الحياة",
    ),
    # دفع 13 مدنيا حياتهم ثمنا
    Rule(
        "paid",
        "(?P<head><PAY>){GAP}{0,3}?(?:{COUNT}|{SINGLE}){GAP}{0,3}?(?P<lives><THEIR_LIVES>)",
        "دفع 13 مدنيا حياتهم ثمنا",
    ),
    # قتلت أسرة مكونة من سبعة أفراد; ضبط عصابة مكونة من 16 شخصا
    Rule(
        "made_up",
        '(?P<head>{HEAD})(?!<DEF|PERSON&AL>)<PERSON|BODY|WORD|NISBA>{GAP}{0,4}?<MADE_UP>"من"(?P<number>{NUMBER})'
        "(?P<who>{WHO})",
        "قتلت أسرة مكونة من سبعة أفراد",
    ),
    # ضرب ثلاثة شبان حتى الموت; تعرض عشرة رجال للضرب حتى الموت
    Rule(
        "to_death",
        '<BEAT|SUFFER>{GAP}{0,5}?(?:{COUNT}|{SINGLE})<BEAT&LI>?{GAP}{0,3}?"حتى"(?P<head><EVENT&killed&AL>)',
        "ضربوا ثلاثة شبان حتى الموت",
    ),
    # دفع أكثر من 300 مدني إلى النزوح; اضطرت مئات الأسر للنزوح
    Rule(
        "driven",
        "<DRIVE>{GAP}{0,7}?(?P<number>{NUMBER})(?P<who>{WHO}){GAP}{0,3}?(?P<head>{FLIGHT})",
        "دفع القصف أكثر من 300 مدني إلى النزوح",
    ),
    Rule(
        "driven:behind",
        "{UNGOVERNED}(?P<number>{NUMBER}|(?!<YEAR|FRACTION>)<QUANTITY&LI>)(?P<who>{WHO}){GAP}{0,3}?<DRIVE>(?P<head>{FLIGHT})",
        "أن 90 ألف شخص أجبروا على مغادرة منازلهم",
    ),
    # أجلي ثلاثة آلاف من قراهم; إجلاء 500 عائلة من منازلها
    Rule(
        "evacuated",
        '(?P<head><EVACUATE>){GAP}{0,4}?(?P<number>{NUMBER})(?P<who>{WHO})?{GAP}{0,2}?(?=<"من"|"عن"><HOME>)',
        "أجلي نحو ثلاثة آلاف شخص من منازلهم",
    ),
    # نقل أربعة عمال إلى المستشفى بعد إصابتهم
    Rule(
        "brought:hurt",
        "<TAKE>{GAP}{0,4}?(?:(?P<number>{NUMBER})(?P<who>{WHO})|{TWO}){GAP}{0,8}?"
        '<"بعد"|"إثر"|"عقب"|"جراء"|"نتيجة"|"بسبب">(?P<head><THEIRS&injured>)',
        "نقل أربعة عمال إلى المستشفى بعد إصابتهم",
    ),
    # فقدت القرية سبعة من أبنائها; فقد الجيش أحد ضباطه
    Rule(
        "lost_own",
        '(?P<head><LOSE_OWN>)(?:{GAP}|<NUMBERED&AL>){0,4}?(?:(?P<number>{NUMBER}|<QUANTITY>)(?P<who>(?:<PERSON>|"من")+(?P<lives><OWN>))'
        "|(?P<one><ONE_OF&NOAL>(?P<lives><OWN>)))"
        '|(?P<head><LOSE_OWN>)(?P<number>{NUMBER})(?P<who>(?:<PERSON>|"من")+(?P<lives><COLLEAGUE>))',
        "فقدت القرية سبعة من أبنائها",
    ),
    # تعرض مئة شخص للاعتقال; تعرض 40 مدنيا لعمليات خطف
    Rule(
        "suffered",
        "<SUFFER>{GAP}{0,2}?(?:(?P<number>{NUMBER})(?P<who>{WHO})|{SINGLE}){GAP}{0,2}?"
        "(?:(?P<head><EVENT&LI|POISONING&LI|STAB&LI>)|<CASE&LI|THING&LI>(?P<head><EVENT&NOAL|STAB&NOAL>))",
        "تعرض مئة شخص للاعتقال",
    ),
    Rule(
        "suffered:behind",
        "{UNGOVERNED}(?P<number>{NUMBER})(?P<who>{WHO}){GAP}{0,9}?<SUFFER>{GAP}{0,1}?"
        "(?:(?P<head><EVENT&LI>)|<CASE&LI|THING&LI>(?P<head><EVENT&NOAL>))"
        "|{UNGOVERNED}(?P<number>{NUMBER})(?P<who>{WHO}){GAP}{0,9}?(?P<head><SUFFER>)<HARM&LI>",
        "أن أربعة لاعبين تعرضوا للإصابة",
    ),
    # 39 شخصا تم توقيفهم; 11 شخصا تأكدت إصابتهم
    Rule(
        "done_to",
        "{UNGOVERNED}(?P<number>{NUMBER})(?P<who>{WHO})(?P<least>{LEAST})?{GAP}{0,7}?(?P<head>{DONE})",
        "39 شخصا تم توقيفهم",
    ),
    # طعن شاب ثلاثة من المارة; طعن شرطيين
    Rule(
        "stabbed",
        "(?P<head><STAB&NOAL&NOPREP>)<TIME>{0,2}(?:(?:<PERSON&SG&NOPREP&NOWA>{ADJECTIVE}{0,2})?(?P<number>{NUMBER})"
        "(?P<who>{WHO})"
        '|(?!{KILLER}){SINGLE}{VICTIM_END}(?!{OBJECT}))(?!"في"<CONTESTED>)',
        "طعن شاب ثلاثة من المارة",
    ),
    # نحو 100 ألف شخص شردهم الزلزال
    Rule(
        "done_to:them",
        "(?P<number>(?!<YEAR|FRACTION>)<QUANTITY>)(?P<who>{WHO}){GAP}{0,4}?(?P<head><ACTED_ON_ALL>)",
        "نحو 100 ألف شخص شردهم الزلزال",
    ),
    # 3400 أسرة باتت بلا مأوى; 40 عائلة أخلت منازلها; وفر 1000 من السكان من منازلهم
    Rule(
        "homeless",
        '(?P<number>(?!<YEAR|FRACTION>)<QUANTITY>)(?P<who>{WHO}){GAP}{0,3}?<"بلا"|"دون"|"بدون">(?P<head><SHELTER>)',
        "نحو 3400 أسرة باتت بلا مأوى",
    ),
    Rule(
        "homeless:left",
        '(?P<number>{NUMBER})(?P<who>(?:"من")?<CIVIL>{ADJECTIVE}{0,2}){GAP}{0,3}?(?P<head><LEFT>)<HOME>'
        '|(?P<head><GIVEN_UP>)(?P<number>{NUMBER})(?P<who>(?:"من")?<CIVIL>{ADJECTIVE}{0,2})(?=<FROM><HOME>)',
        "أن 40 عائلة أخلت منازلها",
    ),
    # نقل ستة آخرون إلى المستشفى
    Rule(
        "brought",
        '<TAKE>{GAP}{0,2}?(?P<number>{NUMBER})(?P<who><PERSON&NOWA>?<OTHERS>){GAP}{0,6}?"إلى"(?P<head><HOSPITAL>)',
        "نقلت ست أخريات إلى مستشفى المدينة",
    ),
    # إصابة بسيطة لمواطن
    Rule(
        "hurt_to",
        "(?P<head><EVENT&AILING&NOAL>)<QUALITY&NOWA|NISBA|WORD&NOWA>{1,2}(?:(?P<one><PERSON&SG&LI&NOAL>{ADJECTIVE}{0,2})"
        "|(?P<two><PERSON&DU&LI>{ADJECTIVE}{0,2})|(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&LI>)(?P<who>{WHO}))",
        "نتج عنه إصابة بسيطة لمواطن",
    ),
    # حملة اعتقالات شملت العشرات
    Rule(
        "covered",
        "(?P<head><ARRESTS>){GAP}{0,5}?<COVER>{COUNT}",
        "حملة اعتقالات شملت العشرات",
    ),
    # أربعة جنود وثلاثة من الحراس قد أصيبوا: of the last one the verb is told by another rule
    Rule(
        "joined_head",
        "{UNGOVERNED}(?P<number>{NUMBER})(?P<who>{WHO}){GAP}{0,3}?(?=<QUANTITY&WA>)<*><QUOTE|OPEN>?"
        "(?:{WHO}|{NOUN}){GAP}{0,6}?"
        "(?=<MANY>)(?P<head>{VERB_BEHIND})",
        "أربعة جنود وثلاثة من الحراس أصيبوا",
    ),
    # سقوط 19 مسلحا
    Rule(
        "fell",
        '(?P<head><FALL>)(?P<number>{NUMBER})(?P<who>(?!<TOLL>)<PERSON>{ADJECTIVE}{0,2}(?:"من"{GROUP})?)'
        '(?!<"من"|"في"><HEIGHT|CONTESTED>|"بين"|<TOLL>)',
        "سقوط 19 مسلحا",
    ),
    # ثلاثة متأثرين بإصابات
    Rule(
        "wounded",
        "(?P<number>{NUMBER})(?P<who>{WHO})?(?P<head><AFFECTED>)<HARM&BI>",
        "نقل ثلاثة متأثرين بإصابات",
    ),
    # عشرة في حالة حرجة
    Rule(
        "wounded:severe",
        '(?:(?P<number>{NUMBER})(?:(?P<who>{WHO})|<AMONG>)?|(?P<one><ONE_OF_THEM>))"في"'
        "(?:<CASE>(?P<head><ACTIVE>)|(?P<head><COMA>))",
        "بينهم عشرة في حالة حرجة",
    ),
    # تنفيذ حكم الإعدام ب 12 مدانا
    Rule(
        "executed",
        "(?P<head><EXECUTION>)(?P<number>(?!<YEAR|FRACTION>)<QUANTITY&BI>)(?P<who>{WHO})",
        "تنفيذ حكم الإعدام بـ 12 مدانا",
    ),
    # خسروا ثلاثين من مقاتليهم; خسرنا 30 رجلا
    Rule(
        "lost_men",
        '(?P<head><LOSE_MEN>){GAP}{0,2}?(?P<number>{NUMBER})(?P<who>(?:"من")?<FIGHTER>(?!"أعمال"){ADJECTIVE}{0,2})(?!<WORD>)',
        "خسروا ثلاثين من مقاتليهم",
    ),
    # البحث عن خمسة بحارة; عشرات السكان تحت الأنقاض
    Rule(
        "sought",
        '(?P<before><RESCUE><^STOP|BREAK|QUANTITY>{0,8}?)(?P<head><SEARCH>){GAP}{0,2}?"عن"(?:(?P<number>{NUMBER})(?P<who>'
        "(?!<SURVIVE>){WHO})|(?!<SURVIVE|DU&PL>){SINGLE})",
        "يواصل الدفاع المدني البحث عن خمسة بحارة",
    ),
    Rule(
        "buried",
        '{UNGOVERNED}(?P<number>{NUMBER})(?P<who>{WHO}){GAP}{0,3}?(?<!<FROM>)"تحت"(?P<head><RUBBLE>)',
        "لا يزال عشرات السكان عالقين تحت الأنقاض",
    ),
    # أقدمت فتاة على الانتحار; وضع شاب حدا لحياته; أنهى جندي حياته
    Rule(
        "suicide",
        '<DARE>(?:{SINGLE}){GAP}{0,12}?"على"(?P<head><SUICIDE>)'
        '|(?P<head><PUT_END>)(?:{SINGLE}){GAP}{0,9}?<"حدا"|"حد">?(?P<lives><THEIR_LIVES>)',
        "أقدمت فتاة أمس على الانتحار",
    ),
    # راح نحو 400 شخص ضحايا الفيضانات
    Rule(
        "fell_prey",
        "(?P<head><GO>){GAP}{0,3}?(?P<number>{NUMBER})"
        "(?:(?P<who>{WHO}){GAP}{0,4}?<PREY|TOLL&casualty>|{GAP}{0,4}?<PREY>)",
        "راح نحو 400 شخص ضحايا الفيضانات",
    ),
    # تعرض ثلاثة أشخاص لإصابات
    Rule(
        "suffer",
        "(?P<head><SUFFER>){GAP}{0,2}?(?:(?P<number>{NUMBER})(?P<who>{WHO})?|{SINGLE}){GAP}{0,4}?"
        '(?:<HARM&LI>|"إلى"<HARM>)',
        "تعرض ثلاثة أشخاص لإصابات",
    ),
)

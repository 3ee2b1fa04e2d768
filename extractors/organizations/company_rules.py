"""Companies by what they trade in or deal with, and their branches."""

from __future__ import annotations

from ..grammar import Rule

COMPANY_RULES = (
    # شركة الغيداق للمجمعات الاستهلاكية
    Rule(
        "trade",
        "<HEAD&COMPANY&NOAL>(?:{proper_al}|<PLACE&NOPREP&NOWA>){adj}*<LI&AL&WORD>{adj}{1,2}{alias}?",
        "تبيع شركة الغيداق للمجمعات الاستهلاكية السلع.",
    ),
    # مجموعة فيرجين للابتكارات والاستثمار
    Rule(
        "known company",
        "<BUSINESS_NAME>{rest}<PLACE&NOAL&NOPREP&NOWA>?{for}|<COMPANY_NAME>{rest}<COUNTRY&NOPREP&NOWA>{alias}?",
        "مجموعة فيرجين للابتكارات والاستثمار, فودافون مصر",
    ),
)

"""Articles at a glance: of one article a panel for each kind of fact, of many a row each and a line of totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TextIO

import msgspec
from rich.cells import cell_len
from rich.text import Text

from .bidi import Draw, isolated
from .console import Page
from .tables import GAP, columns, count, lines, printed, row_lines, shown, table

if TYPE_CHECKING:
    from waqai.extractors import ExtractedArticle, Fact

Record = dict[str, Any]
Panel = tuple[Sequence[str], list[list[str]]]  # header, rows

_LEAST_TITLE = 12
_NUMBER = 4
_WIDTHS = {"published": 10, "killed": 7, "injured": 7}  # of what a column may hold, where its name is shorter


class TableWriter:
    """Prints one article as panels, many as a table. An article with its text is printed by itself."""

    def __init__(self, stream: TextIO, draw: Draw = isolated) -> None:
        self._console = Page(stream)
        self._draw = draw
        self._first: ExtractedArticle | None = None
        self._overview: Overview | None = None

    def write(self, article: ExtractedArticle) -> None:
        """Prints an article, the first as soon as it is known whether others follow."""
        if article.text:
            self._print_one(article)
        elif self._overview is not None:
            self._print(self._overview.row(article))
        elif self._first is None:
            self._first = article
        else:
            self._overview = Overview(list(article.facts), self._console.width, self._draw)
            self._print(self._overview.header(), "bold")
            self._print([*self._overview.row(self._first), *self._overview.row(article)])

    def close(self) -> None:
        """Prints what could not be printed before."""
        if self._overview is not None:
            self._print(self._overview.totals(), "bold")
        elif self._first is not None:
            self._print_one(self._first)

    def _print_one(self, article: ExtractedArticle) -> None:
        width = self._console.width
        published = article.published.isoformat() if article.published else None
        about = GAP.join(part for part in (article.source, article.id, published) if part)
        self._print(lines(about, width, self._draw), "bold")
        if article.title:
            self._print(lines(article.title, width, self._draw), "bold")
        if article.text:
            self._print(["", *lines(article.text, width, self._draw)])
        if not any(article.facts.values()):
            self._print(["no facts"], "dim")
        for kind, facts in article.facts.items():
            if facts:
                self._print(["", f"{kind} ({len(facts)})"], "bold cyan")
                self._print(table(*panel(kind, facts, width), width, self._draw))
        self._print([""])

    def _print(self, drawn: Sequence[str], style: str = "") -> None:
        self._console.print(Text("\n".join(drawn), style), soft_wrap=True)


def panel(kind: str, facts: Sequence[Fact], width: int) -> Panel:
    """The header and rows that tell the facts of a kind shortly; all fields of a kind that is not known here."""
    if kind not in _PANELS:
        return columns(facts)
    return _PANELS[kind]([msgspec.to_builtins(fact) for fact in facts], width)


def _casualties(facts: list[Record], width: int) -> Panel:
    return ("type", "count", "victims", "place", "source"), [
        [fact["type"], _count(fact), *(shown(fact.get(name)) for name in ("victims", "place", "attribution"))]
        for fact in facts
    ]


def _dates(facts: list[Record], width: int) -> Panel:
    return ("text", "value"), [[fact["text"], fact["value"]] for fact in facts]


def _organizations(facts: list[Record], width: int) -> Panel:
    mentions = Counter(fact["name"] for fact in facts)
    category = {fact["name"]: fact["category"] for fact in reversed(facts)}
    return ("name", "category", "mentions"), [[name, category[name], str(n)] for name, n in mentions.items()]


def _quotes(facts: list[Record], width: int) -> Panel:
    return ("speaker", "role", "quote"), [
        # With the word of saying, for what is denied is no claim.
        [shown(fact["speaker"]), shown(fact["role"]), shortened(f"{fact['cue']}: {fact['text']}", width // 2)]
        for fact in facts
    ]


_PANELS: dict[str, Callable[[list[Record], int], Panel]] = {
    "casualties": _casualties,
    "dates": _dates,
    "organizations": _organizations,
    "quotes": _quotes,
}


def shortened(text: str, width: int) -> str:
    """`text` in one line of at most `width` columns, cut between words with an ellipsis."""
    words = printed(text).split()
    if cell_len(" ".join(words)) <= width:
        return " ".join(words)
    kept = ""
    for word in words:
        longer = f"{kept} {word}" if kept else word
        if cell_len(longer) > width - 2:
            break
        kept = longer
    return f"{kept} …" if kept else "…"


class Column(Protocol):
    """A column of the overview: what it shows of an article, and of all."""

    name: str
    kind: str

    def add(self, facts: list[Record]) -> str:
        """The cell of one article, from its facts of the kind."""
        ...

    def total(self) -> str:
        """The cell below all articles."""
        ...


class _Number:
    """How many facts there are."""

    def __init__(self, name: str, kind: str) -> None:
        self.name, self.kind = name, kind
        self._all = 0

    def add(self, facts: list[Record]) -> str:
        self._all += len(facts)
        return _none_blank(len(facts))

    def total(self) -> str:
        return str(self._all)


class _Different:
    """How many different names there are under a field, among the facts that count."""

    def __init__(self, name: str, kind: str, field: str, condition: str | None = None) -> None:
        self.name, self.kind = name, kind
        self._field, self._condition = field, condition
        self._all: set[str] = set()

    def add(self, facts: list[Record]) -> str:
        names = {fact[self._field] for fact in facts if self._condition is None or fact[self._condition]} - {None}
        self._all |= names
        return _none_blank(len(names))

    def total(self) -> str:
        return str(len(self._all))


class _Highest:
    """The highest single count of one type."""

    def __init__(self, type: str) -> None:
        self.name, self.kind = type, "casualties"
        self._type = type
        self._highest: list[Record] = []

    def add(self, facts: list[Record]) -> str:
        highest = self._top(fact for fact in facts if fact["type"] == self._type)
        self._highest += highest
        return "".join(map(_count, highest))

    def total(self) -> str:
        return "".join(map(_count, self._top(self._highest)))

    @staticmethod
    def _top(facts: Iterable[Record]) -> list[Record]:
        return sorted(facts, key=lambda fact: fact["max"] or fact["min"] or 0)[-1:]


def _columns(kind: str) -> list[Column]:
    match kind:
        case "casualties":
            return [_Highest("killed"), _Highest("injured")]
        case "organizations":
            return [_Different("orgs", kind, "name")]
        case "quotes":
            return [_Different("officials", kind, "speaker", "official")]
        case _:
            return [_Number(kind, kind)]


def _count(fact: Record) -> str:
    return count(fact["min"], fact["max"], fact["modifier"])


def _none_blank(number: int) -> str:
    return str(number) if number else ""


class Overview:
    """A row for each article and a line of totals.

    A count is the highest single one told, in the article or in any; organizations and officials are different names.
    """

    def __init__(self, kinds: Sequence[str], width: int, draw: Draw = isolated) -> None:
        self._draw = draw
        self._columns = [column for kind in kinds for column in _columns(kind)]
        names = ["published", *(column.name for column in self._columns)]
        widths = [max(len(name), _WIDTHS.get(name, _NUMBER)) for name in names]
        title = max(_LEAST_TITLE, width - sum(widths) - len(GAP) * (len(widths) + 1))
        self._header, self._widths = ["title", *names], [title, *widths]
        self._articles = 0

    def header(self) -> list[str]:
        """The names of the columns, and a rule."""
        rule = GAP + "─" * (sum(self._widths) + len(GAP) * (len(self._widths) - 1))
        return [*self._row(self._header), rule]

    def row(self, article: ExtractedArticle) -> list[str]:
        """The lines of one article."""
        self._articles += 1
        title = article.title or ":".join(part for part in (article.source, article.id) if part)
        facts: dict[str, list[Record]] = msgspec.to_builtins(article.facts)
        cells = [column.add(facts.get(column.kind, [])) for column in self._columns]
        return self._row([title, article.published.isoformat() if article.published else "", *cells])

    def totals(self) -> list[str]:
        """The last line."""
        return [self.header()[-1], *self._row([f"{self._articles} articles", "", *(c.total() for c in self._columns)])]

    def _row(self, cells: Sequence[str]) -> list[str]:
        fitting = [shortened(cell, width) for cell, width in zip(cells, self._widths, strict=True)]
        return row_lines(fitting, self._widths, self._draw)

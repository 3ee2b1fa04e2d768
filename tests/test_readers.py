"""Each kind of file that articles come in: read whole and in order, and a broken one told in a line."""

from __future__ import annotations

import datetime as dt
import gc
import gzip
import io
import json
import mailbox
import sqlite3
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from waqai.cli.encodings import Unreadable
from waqai.cli.formats import Parsing, text_of
from waqai.cli.readers import HEAD, by_content, by_name
from waqai.cli.readers.days import parse_day
from waqai.cli.reading import read
from waqai.extractors import Article, Failure

for module in ("openpyxl", "docx", "pypdfium2", "feedparser", "warcio", "mwxml", "mwparserfromhell", "pyarrow"):
    pytest.importorskip(module)

FILES = Path(__file__).parent / "files"  # made by LibreOffice 7.4
FIRST, SECOND = "قتل ثلاثة أشخاص في حلب.", "أصيب خمسة أشخاص في حماة؛ وقال مسعف إن الحصيلة أولية."


def articles(path: Path, parsing: Parsing | None = None) -> list[Article]:
    """The articles in a file, all of them read."""
    found = []
    for raw in read([str(path)]):
        assert not isinstance(raw, Failure), raw
        parsed = (parsing or Parsing()).parse(raw)
        assert not isinstance(parsed, Failure), parsed
        found.append(parsed.article)
    return found


def failures(path: Path) -> list[str]:
    """What is told of a file that is broken."""
    told = [raw if isinstance(raw, Failure) else Parsing().parse(raw) for raw in read([str(path)])]
    return [str(item).removeprefix(str(path)) for item in told if isinstance(item, Failure)]


ROWS = [
    {
        "id": "a-1",
        "title": "حلب",
        "date": "2020-03-12",
        "url": "https://example.org/1",
        "outlet": "الصباح",
        "text": FIRST,
    },
    {
        "id": "a-2",
        "title": "حماة",
        "date": "2020-03-13",
        "url": "https://example.org/2",
        "outlet": "المساء",
        "text": SECOND,
    },
]


def check(found: list[Article]) -> None:
    """These are the rows, in order, nothing lost."""
    assert [(a.id, a.title, str(a.published), a.url, a.outlet, a.text) for a in found] == [
        tuple(row[name] for name in ("id", "title", "date", "url", "outlet", "text")) for row in ROWS
    ]


def csv_of(delimiter: str, encoding: str, sep: bool = False) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        import csv

        out = io.StringIO()
        writer = csv.DictWriter(out, list(ROWS[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(ROWS)
        path.write_bytes(((f"sep={delimiter}\r\n" if sep else "") + out.getvalue()).encode(encoding))

    return make


def parquet(path: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    rows = [row | {"date": dt.datetime.fromisoformat(row["date"])} for row in ROWS]
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), path)


def workbook(path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = "ملاحظات"
    book.active.append(["لا شيء هنا"])
    sheet = book.create_sheet("أخبار")
    sheet.append(list(ROWS[0]))
    for row in ROWS:
        sheet.append([dt.date.fromisoformat(value) if name == "date" else value for name, value in row.items()])
    book.save(path)


def database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE tags (name TEXT)")
        connection.execute(f"CREATE TABLE news ({', '.join(ROWS[0])})")
        connection.executemany("INSERT INTO news VALUES (?,?,?,?,?,?)", [tuple(row.values()) for row in ROWS])
    connection.close()


def json_of(shape: Callable[[list[dict[str, str]]], object]) -> Callable[[Path], object]:
    return lambda path: path.write_text(json.dumps(shape(ROWS), ensure_ascii=False, indent=1), encoding="utf-8")


def lines(path: Path) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS), encoding="utf-8")


TABLES = {
    "comma.csv": csv_of(",", "utf-8"),
    "excel.csv": csv_of(";", "utf-8-sig"),
    "sep.csv": csv_of(";", "utf-8-sig", sep=True),
    "old.csv": csv_of(",", "cp1256"),
    "unicode.csv": csv_of("\t", "utf-16"),
    "tabs.tsv": csv_of("\t", "utf-8"),
    "list.json": json_of(lambda rows: rows),
    "api.json": json_of(lambda rows: {"status": "ok", "tags": ["أ", "ب", "ج"], "articles": rows}),
    "search.json": json_of(lambda rows: {"hits": {"hits": [{"_id": r["id"], "_source": r} for r in rows]}}),
    "lines.json": lines,
    "a.ndjson": lines,
    "a.jl": lines,
    "a.xlsx": workbook,
    "a.parquet": parquet,
    "a.sqlite": database,
    "a.db": database,
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_row_by_row(tmp_path: Path, name: str) -> None:
    TABLES[name](tmp_path / name)
    check(articles(tmp_path / name))


@pytest.mark.parametrize("name", ["comma.csv", "list.json", "a.xlsx", "a.parquet", "a.sqlite"])
def test_a_kind_is_told_by_what_is_in_it(tmp_path: Path, name: str) -> None:
    """The same file under a name that says nothing, or compressed."""
    TABLES[name](tmp_path / name)
    content = (tmp_path / name).read_bytes()
    (tmp_path / "download").write_bytes(content)
    check(articles(tmp_path / "download"))
    (tmp_path / f"{name}.gz").write_bytes(gzip.compress(content))
    check(articles(tmp_path / f"{name}.gz"))


@pytest.mark.parametrize("name", TABLES)
def test_a_broken_table_is_told_in_a_line(tmp_path: Path, name: str) -> None:
    TABLES[name](tmp_path / name)
    content = (tmp_path / name).read_bytes()
    path = tmp_path / name
    path.write_bytes(content[: len(content) * 2 // 3])
    told = failures(path)
    if name.endswith((".csv", ".tsv")) and not told:  # a table cut between two cells is a table
        return
    assert len(told) == 1, told
    assert "\n" not in told[0]


def test_names_of_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        'المعرف,العنوان,التاريخ,المصدر,الرابط,نص الخبر\n7,حلب,١٢/٠٣/٢٠٢٠,الصباح,http://x,"قتل 3،\nوأصيب 5"\n', "utf-8"
    )
    (found,) = articles(path)
    assert (found.id, found.title, str(found.published), found.outlet) == ("7", "حلب", "2020-03-12", "الصباح")
    assert found.text == "قتل 3،\nوأصيب 5"


def test_a_row_with_too_many_cells_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text\n1,قتل 3، وأصيب 5\n2,أ,ب\n3,ج\n", "utf-8")
    read_all = list(read([str(path)]))
    assert [isinstance(raw, Failure) for raw in read_all] == [False, True, False]
    assert str(read_all[1]).startswith(f"{path}:3: 3 cells")


@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
def test_no_more_rows_may_be_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,text\n1,قتل ثلاثة\n2,قتل أربعة\n", encoding="utf-8")
    rows = read([str(tmp_path / "a.csv")])
    next(iter(rows))
    del rows
    gc.collect()


def test_own_output_is_not_read_as_articles(tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    path.write_text("source,id,title,published,extractor,start,end,text\na.txt,,,,dates,0,3,أمس\n", "utf-8")
    assert failures(path) == [": facts that waqai wrote, not articles; write outputs outside the folder of the inputs"]


def telegram(path: Path, whole_account: bool = False) -> None:
    chat = {
        "name": "أخبار الساحل",
        "type": "public_channel",
        "id": 1234567,
        "messages": [
            {"id": 1, "type": "service", "date": "2021-05-01T08:00:00", "action": "create_channel", "text": ""},
            {
                "id": 2,
                "type": "message",
                "date": "2021-05-01T10:00:00",
                "date_unixtime": "1619863200",
                "edited": "2021-05-01T10:05:00",
                "from": "أخبار الساحل",
                "text": [
                    "🔴 ",
                    {"type": "hashtag", "text": "#عاجل"},
                    " قتل ثلاثة في ",
                    {"type": "bold", "text": "حلب"},
                ],
            },
            {"id": 3, "type": "message", "date": "2021-05-02T10:00:00", "photo": "a.jpg", "text": ""},
            {"id": 4, "type": "message", "date": "2021-05-02T11:00:00", "forwarded_from": "قناة أخرى", "text": SECOND},
        ],
    }
    path.write_text(json.dumps({"chats": {"list": [chat]}} if whole_account else chat, ensure_ascii=False), "utf-8")


def test_telegram(tmp_path: Path) -> None:
    telegram(tmp_path / "result.json")
    first, second = articles(tmp_path / "result.json")
    assert (first.id, first.text, str(first.published)) == ("2", "🔴 #عاجل قتل ثلاثة في حلب", "2021-05-01")
    assert (first.outlet, first.edited) == ("أخبار الساحل", "2021-05-01T10:05:00")
    assert (second.id, second.text, second.forwarded_from) == ("4", SECOND, "قناة أخرى")
    telegram(tmp_path / "account.json", whole_account=True)
    assert [a.id for a in articles(tmp_path / "account.json")] == ["1234567/2", "1234567/4"]


RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>الصباح</title>
<item><title>حلب</title><link>https://example.org/1</link><guid>a-1</guid>
<pubDate>Thu, 12 Mar 2020 09:05:00 +0300</pubDate>
<description>موجز</description><content:encoded><![CDATA[<p>{FIRST}</p><script>x</script><p>{SECOND}</p>]]></content:encoded></item>
<item><title>حماة</title><link>https://example.org/2</link><guid>a-2</guid><description>{SECOND}</description></item>
</channel></rss>"""
ATOM = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>المساء</title>
<entry><title>حلب</title><id>urn:1</id><link href="https://example.org/1"/><updated>2020-03-12T10:00:00Z</updated>
<content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;</content></entry></feed>"""


@pytest.mark.parametrize("name", ["a.rss", "a.xml", "download"])
def test_feeds(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(RSS, "utf-8")
    first, second = articles(tmp_path / name)
    assert (first.id, first.url, first.outlet) == ("a-1", "https://example.org/1", "الصباح")
    assert (str(first.published), first.text) == ("2020-03-12", f"{FIRST}\n{SECOND}")
    assert (second.id, second.published, second.text) == ("a-2", None, SECOND)
    (tmp_path / name).write_text(ATOM, "utf-8")
    (entry,) = articles(tmp_path / name)
    assert (entry.id, entry.outlet, str(entry.published), entry.text) == ("urn:1", "المساء", "2020-03-12", FIRST)


def message(subject: str, text: str, html: bool = False) -> EmailMessage:
    made = EmailMessage()
    made["Subject"], made["From"], made["To"] = subject, "الصباح <news@example.org>", "me@example.org"
    made["Date"], made["Message-ID"] = "Thu, 12 Mar 2020 23:30:00 -0500", f"<{len(text)}@example.org>"
    made.set_content(f"<p>{text}</p>" if html else text, subtype="html" if html else "plain", charset="utf-8")
    return made


@pytest.mark.parametrize("name", ["a.eml", "download"])
def test_a_message(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(bytes(message("حلب", FIRST)))
    (found,) = articles(tmp_path / name)
    assert (found.title, found.outlet, str(found.published), found.text) == (
        "حلب",
        "الصباح",
        "2020-03-12",
        FIRST + "\n",
    )
    assert found.id == f"<{len(FIRST)}@example.org>"


def test_a_mailbox(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "a.mbox")
    for subject, text in (("حلب", FIRST), ("حماة", f"From here on\n\nFrom there\n{SECOND}")):
        box.add(mailbox.mboxMessage(message(subject, text)))
    box.add(mailbox.mboxMessage(message("ويب", FIRST, html=True)))
    box.flush()
    box.close()
    found = articles(tmp_path / "a.mbox")
    assert [a.title for a in found] == ["حلب", "حماة", "ويب"]
    assert [a.text.strip() for a in found] == [FIRST, f"From here on\n\nFrom there\n{SECOND}", FIRST]


PAGE = f"""<!doctype html><html><head><meta charset="utf-8"><title>حلب</title>
<meta property="article:published_time" content="2020-03-12T14:09:00+02:00"></head><body><article><h1>حلب</h1>
<p>{FIRST} وهرعت سيارات الإسعاف إلى المكان ونقلت المصابين إلى مستشفيات المدينة القريبة من موقع الانفجار.</p>
<p>{SECOND} وأضاف أن فرق الإنقاذ تواصل البحث عن ناجين تحت أنقاض المبنى الذي انهار.</p></article></body></html>"""


def warc(path: Path, compressed: bool) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=compressed)
        for url, kind, status, body in (
            ("https://example.org/1", "text/html; charset=utf-8", "200 OK", PAGE.encode()),
            ("https://example.org/a.png", "image/png", "200 OK", b"\x89PNG"),
            ("https://example.org/no", "text/html", "404 Not Found", b"<html>no</html>"),
            ("https://example.org/2", "text/html", "200 OK", PAGE.replace("حلب", "حماة").encode()),
        ):
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.0")
            date = {"WARC-Date": "2024-01-01T00:00:00Z"}
            writer.write_record(
                writer.create_warc_record(
                    url, "response", io.BytesIO(body), http_headers=headers, warc_headers_dict=date
                )
            )


@pytest.mark.parametrize(("name", "compressed"), [("a.warc.gz", True), ("a.warc", False), ("download", True)])
def test_a_web_archive(tmp_path: Path, name: str, compressed: bool) -> None:
    warc(tmp_path / name, compressed)
    found = articles(tmp_path / name)
    assert [a.url for a in found] == ["https://example.org/1", "https://example.org/2"]
    assert [(a.title, str(a.published)) for a in found] == [("حلب", "2020-03-12"), ("حماة", "2020-03-12")]
    assert FIRST in found[0].text


DUMP = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="ar">
<siteinfo><sitename>ويكي الأخبار</sitename><dbname>arwikinews</dbname><base>https://example.org</base><generator>MediaWiki</generator>
<case>first-letter</case><namespaces><namespace key="0" case="first-letter" /></namespaces></siteinfo>
<page><title>حلب</title><ns>0</ns><id>7</id><revision><id>70</id><timestamp>2020-03-13T10:00:00Z</timestamp>
<contributor><username>أ</username><id>1</id></contributor><model>wikitext</model><format>text/x-wiki</format>
<text xml:space="preserve">{{تاريخ|2020-03-12}}
قتل '''ثلاثة''' أشخاص في [[حلب|مدينة حلب]].

[[تصنيف:سوريا]]</text></revision></page>
<page><title>نقاش:حلب</title><ns>1</ns><id>8</id><revision><id>80</id><timestamp>2020-03-13T10:00:00Z</timestamp>
<contributor><username>أ</username><id>1</id></contributor><model>wikitext</model><format>text/x-wiki</format><text>لا</text></revision></page>
</mediawiki>"""


@pytest.mark.parametrize("given", ["dump.xml", ""])
def test_a_wiki(tmp_path: Path, given: str) -> None:
    """By its name, or among what a folder holds."""
    (tmp_path / "dump.xml").write_text(DUMP, "utf-8")
    (found,) = articles(tmp_path / given)
    assert (found.id, found.title, found.outlet, str(found.published)) == ("7", "حلب", "ويكي الأخبار", "2020-03-12")
    assert found.text == "قتل ثلاثة أشخاص في مدينة حلب."


@pytest.mark.parametrize("name", ["article.docx", "article.pdf"])
def test_documents(name: str) -> None:
    (found,) = articles(FILES / name)
    assert found.title == "مقتل 13 شخصا في سرت"
    first, second, *_ = found.text.splitlines()
    assert first.startswith("قُتل 13 شخصا وأصيب ما لا يقل عن 20 آخرين في انفجار") and first.endswith("رضا عيسى.")
    assert "صباح الأحد" in first  # the ligature لا keeps its order
    assert second.endswith("إلى مستشفى ابن سينا.")


def test_a_workbook_of_another_program() -> None:
    first, second = articles(FILES / "articles.xlsx")
    assert (first.id, first.title, second.id) == ("7", "مقتل ثلاثة", "8")
    assert str(second.published) == "2020-03-13"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.pdf", b"%PDF-1.7 nothing", "a PDF that cannot be read"),
        ("a.docx", b"PK\x03\x04 word/ cut", "a Word document that is cut or damaged"),
        ("a.xlsx", b"PK\x03\x04 xl/ cut", "an Excel workbook that is cut or damaged"),
        ("a.parquet", b"PAR1 cut", "a Parquet file that cannot be read"),
        ("a.sqlite", b"SQLite format 3\0" + b"\1" * 200, "a database that cannot be read"),
        ("a.json", b'{"a": [1, 2', "not valid JSON"),
        ("a.json", b'{"a": 1}', "no list of articles"),
        ("a.rss", b"<rss><channel><item><title>x", "a feed that is cut or damaged"),
        ("a.eml", b"From: a@example.org\nContent-Type: image/png\n\nx", "a message without text"),
        ("dump.xml", b"<mediawiki><page><title>", "a dump of MediaWiki that cannot be read"),
    ],
)
def test_a_broken_file_is_told_in_a_line(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    (told,) = failures(tmp_path / name)
    assert told.startswith(f": {reason}") and "\n" not in told


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2020-03-12", "2020-03-12"),
        ("2020-03-12 10:00+03", "2020-03-12"),
        ("2020-03-12T23:30:00-05:00", "2020-03-12"),
        ("12/03/2020", "2020-03-12"),
        ("3/25/2020", "2020-03-25"),
        ("٢٥/٣/٢٠٢٠", "2020-03-25"),
        ("25.3.2020 10:00", "2020-03-25"),
        ("2020/03/12", "2020-03-12"),
        ("20200312", "2020-03-12"),
        (20200312, "2020-03-12"),
        (1584000000, "2020-03-12"),
        ("1584000000", "2020-03-12"),
        (1584000000000, "2020-03-12"),
        (1584000000.5, "2020-03-12"),
        ("Thu, 12 Mar 2020 23:30:00 -0500", "2020-03-12"),
        (dt.datetime(2020, 3, 12, 10), "2020-03-12"),
    ],
)
def test_days(value: object, day: str) -> None:
    assert str(parse_day(value)) == day


@pytest.mark.parametrize("value", ["أمس", "", "13", "2020-13-45", "99/99/2020", 7, True, float("nan"), None])
def test_no_days(value: object) -> None:
    with pytest.raises(ValueError, match="no date"):
        parse_day(value)


def test_a_field_that_is_no_date_is_told_and_the_article_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": FIRST, "date": "قريبا"}, ensure_ascii=False), "utf-8")
    (raw,) = read([str(path)])
    assert not isinstance(raw, Failure)
    parsed = Parsing().parse(raw)
    assert not isinstance(parsed, Failure)
    assert parsed.article.text == FIRST and parsed.article.published is None
    assert parsed.notes == ("the 'date' field is 'قريبا', no date; read without it",)


def test_markup_becomes_text() -> None:
    assert text_of("<ul><li>أ &amp; ب</li><li>ج<br>د</li></ul>") == "أ & ب\nج\nد"


def test_kinds() -> None:
    assert by_name("a.CSV") is by_name("b.tsv") is not None
    assert by_name("a.mp4") is None
    assert by_content(b"PK\x03\x04" + b"\0" * HEAD, None) is None
    with pytest.raises(Unreadable, match="uv run --extra files"):
        from waqai.cli.readers.extras import extra

        extra("no_such_module", "a file of that kind")

"""Files, folders and streams as articles, and what is said where there is none."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from waqai.cli.encodings import Unreadable, decode
from waqai.cli.formats import Parsing
from waqai.cli.readers.columns import Fields
from waqai.cli.reading import read as read_raw
from waqai.extractors import Article, Failure

NEWS = "قتل 13 شخصا في سرت، وقال رضا عيسى إن الحصيلة قد ترتفع.\r\n\r\nوأصيب 20 آخرون."
PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>مقتل 13 شخصا في سرت</title>
<meta property="article:published_time" content="2016-11-13T14:09:00+02:00"></head>
<body><nav><a href="/">الرئيسية</a></nav><article><h1>مقتل 13 شخصا في سرت</h1>
<p>قتل ثلاثة عشر شخصا على الأقل في مدينة سرت الساحلية خلال اشتباكات عنيفة دارت صباح الأحد بين قوات الحكومة ومسلحين.</p>
<p>وقال المتحدث باسم غرفة العمليات إن عدد الجرحى تجاوز الخمسين وإن المستشفى الميداني يستقبل الحالات تباعا.</p>
</article><footer>جميع الحقوق محفوظة</footer></body></html>"""


def read(paths: Iterable[str], fields: Fields, published: dt.date | None = None) -> Iterator[Article | Failure]:
    for raw in read_raw(paths):
        parsed = raw if isinstance(raw, Failure) else Parsing(fields, published).parse(raw)
        yield parsed if isinstance(parsed, Failure) else parsed.article


def one(path: Path | str, fields: Fields | None = None) -> Article | Failure:
    (only,) = read([str(path)], fields or Fields())
    return only


def article(path: Path | str, fields: Fields | None = None) -> Article:
    found = one(path, fields)
    assert isinstance(found, Article), found
    return found


def failure(path: Path | str, fields: Fields | None = None) -> str:
    found = one(path, fields)
    assert isinstance(found, Failure), found
    return str(found)


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1256", "iso-8859-6"]
)
@pytest.mark.parametrize("text", [NEWS, "مقتل جنديين"])
def test_text_is_the_whole_file_in_any_encoding(tmp_path: Path, encoding: str, text: str) -> None:
    assert article(write(tmp_path / "a.txt", text.encode(encoding))).text == text


def test_lines_keep_their_ends(tmp_path: Path) -> None:
    assert article(write(tmp_path / "a.txt", "سطر\r\nسطر\rسطر\n")).text == "سطر\r\nسطر\rسطر\n"


@pytest.mark.parametrize("suffix", [".txt", ".html", ".htm"])
@pytest.mark.parametrize("content", ["", "\ufeff"])
def test_an_empty_file_is_an_empty_article(tmp_path: Path, suffix: str, content: str) -> None:
    assert article(write(tmp_path / f"a{suffix}", content)).text == ""


def test_an_empty_list_of_records_has_no_article(tmp_path: Path) -> None:
    assert list(read([str(write(tmp_path / "a.jsonl", "\n\n"))], Fields())) == []


@pytest.mark.parametrize(
    "content",
    [
        b"%MDF-1.7\n%\xe2\xe3\xcf\xd3\n\x00\x01\x02\x03" * 20,
        bytes(range(256)) * 10,
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01",
        b"plain ASCII and then\x00\x00\x00\x00",
    ],
)
def test_a_binary_file_is_told_from_text(tmp_path: Path, content: bytes) -> None:
    assert "a.txt: a binary file" in failure(write(tmp_path / "a.txt", content))


def test_broken_utf8_is_not_taken_for_another_encoding(tmp_path: Path) -> None:
    content = f"سطر\nسطر\n{NEWS}".encode() + b"\xff\n"
    assert "a.txt: not UTF-8 (line 5)" in failure(write(tmp_path / "a.txt", content))


def test_latin_text_is_not_taken_for_arabic() -> None:
    with pytest.raises(Unreadable, match="save it as UTF-8"):
        decode("Le blessé a été évacué à l'hôpital de Nîmes".encode("latin-1"))


def test_a_page_gives_its_main_text_title_and_date(tmp_path: Path) -> None:
    found = article(write(tmp_path / "a.html", PAGE))
    assert found.title == "مقتل 13 شخصا في سرت"
    assert found.published == dt.date(2016, 11, 13)
    assert "قتل ثلاثة عشر شخصا" in found.text
    assert "الحقوق" not in found.text


def test_a_page_is_read_in_the_encoding_it_declares(tmp_path: Path) -> None:
    page = PAGE.replace("utf-8", "windows-1256").encode("windows-1256")
    assert "قتل ثلاثة عشر شخصا" in article(write(tmp_path / "a.htm", page)).text


def test_a_page_that_declares_a_wrong_encoding_is_read_in_its_own(tmp_path: Path) -> None:
    page = PAGE.replace("utf-8", "iso-8859-1").encode("windows-1256")
    assert "قتل ثلاثة عشر شخصا" in article(write(tmp_path / "a.htm", page)).text


def test_another_language_is_read_as_it_declares() -> None:
    assert decode("évacué à Nîmes".encode("latin-1"), "iso-8859-1") == "évacué à Nîmes"


def test_a_page_without_a_declared_date_has_none(tmp_path: Path) -> None:
    page = re.sub(r"<meta property[^>]*>", "", PAGE).replace("الساحلية", "12/11/2016")
    assert article(write(tmp_path / "a.html", page)).published is None


def test_a_page_without_an_article_fails(tmp_path: Path) -> None:
    assert "a.html: no article" in failure(write(tmp_path / "a.html", "<html><body><script>1</script></body></html>"))


def test_records_give_text_id_title_and_date(tmp_path: Path) -> None:
    lines = [
        '{"id": "x", "title": "عنوان", "date": "2016-11-13", "text": "نص"}',
        "",
        '{"id": 7, "published": "2016-11-13T23:30:00Z", "text": "نص", "more": [1, {"a": null}]}',
        '{"date": null, "published": "2016-11-14", "text": ""}',
    ]
    path = write(tmp_path / "a.jsonl", "\ufeff" + "\r\n".join(lines))
    source = str(path)
    assert list(read([source], Fields())) == [
        Article(text="نص", source=source, record=1, id="x", title="عنوان", published=dt.date(2016, 11, 13)),
        Article(text="نص", source=source, record=3, id="7", published=dt.date(2016, 11, 13)),
        Article(text="", source=source, record=4, id="4", published=dt.date(2016, 11, 14)),
    ]


def test_fields_can_be_renamed(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"url": "u", "headline": "h", "day": "20161113", "body": "b", "text": 3}')
    found = article(path, Fields(("body",), ("day",), ("url",), ("headline",)))
    assert found == Article(text="b", source=str(path), record=1, id="u", title="h", published=found.published, url="u")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{bad", "not valid JSON"),
        ('{"text": "cut', "not valid JSON"),
        ('["text"]', "not a JSON object"),
        (
            '{"about": "b", "id": 1}',
            "no 'text' field; name the one that holds the article with --text-field (about",
        ),
        ('{"text": null}', "no 'text' field"),
        ('{"text": 3}', "the 'text' field is not a string"),
        (b'{"text": "\xff\xfe"}', "not UTF-8"),
        ('{"text": "\\ud800"}', "not valid JSON"),
        ("[" * 100_000, "not valid JSON"),
    ],
)
def test_a_bad_record_is_told_by_its_line_and_the_rest_is_read(tmp_path: Path, line: str | bytes, reason: str) -> None:
    good = b'{"text": "b"}\n'
    path = write(tmp_path / "a.jsonl", good + (line if isinstance(line, bytes) else line.encode()) + b"\n" + good)
    first, bad, last = read([str(path)], Fields())
    assert isinstance(first, Article) and isinstance(last, Article)
    assert str(bad).startswith(f"{path}:2: {reason}")


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1256"])
def test_records_in_old_encodings(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path / "a.jsonl", f'{{"text": "{NEWS[:40]}"}}\n{{"text": "ثان من النصوص"}}\n'.encode(encoding))
    assert [found.text for found in read([str(path)], Fields()) if isinstance(found, Article)] == [
        NEWS[:40],
        "ثان من النصوص",
    ]


def test_a_folder_gives_its_articles_sorted_and_leaves_the_rest(tmp_path: Path) -> None:
    for name in ("b.txt", "a.TXT", "c/d.html", "c/b.jsonl", "c/x/y.htm", "notes.mp4", ".git/a.txt", "._a.txt"):
        write(tmp_path / name, PAGE if "htm" in name else '{"text": ""}')
    found = [item.source for item in read([str(tmp_path)], Fields())]
    assert found == [str(tmp_path / name) for name in ("a.TXT", "b.txt", "c/b.jsonl", "c/d.html", "c/x/y.htm")]


def test_a_folder_without_articles_fails(tmp_path: Path) -> None:
    write(tmp_path / "notes.mp4", "")
    assert failure(tmp_path) == f"{tmp_path}: no article in this folder"


def test_what_is_missing_fails_and_the_rest_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", NEWS)
    missing, found = read([str(tmp_path / "none.txt"), str(path)], Fields())
    assert str(missing) == f"{tmp_path / 'none.txt'}: no such file or folder"
    assert isinstance(found, Article)


def test_what_may_not_be_read_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: str) -> io.BufferedReader:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert failure(tmp_path / "a.txt").endswith("a.txt: cannot be read: Permission denied")


@pytest.mark.parametrize(
    ("content", "count"), [(NEWS, 1), (PAGE, 1), ('{"text": "a"}\n{"text": "b"}\n', 2), ("\n\n" + PAGE, 1)]
)
def test_content_tells_the_format_where_the_name_does_not(tmp_path: Path, content: str, count: int) -> None:
    found = list(read([str(write(tmp_path / "article.dat", content))], Fields()))
    assert len(found) == count
    assert all(isinstance(item, Article) and "<p>" not in item.text and "{" not in item.text for item in found)


def test_a_date_given_takes_the_place_of_all_others(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.jsonl", '{"text": "b", "date": "2011-01-01"}\n{"text": "b", "date": "no"}\n{"text": "b"}'
    )
    day = dt.date(2016, 11, 13)
    assert [getattr(item, "published", None) for item in read([str(path)], Fields(), day)] == [day] * 3

"""The `waqai` command as a user meets it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from waqai.cli.app import app

from .commandline import command, invoke

NEWS = "قتل 13 شخصا وأصيب 200 آخرون"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


@pytest.mark.usefixtures("plugin")
class TestExtract:
    def test_a_file_gives_one_document_when_piped(self, news: Path) -> None:
        result = invoke("extract", news, "--date", "2016-11-13")
        assert result.exit_code == 0
        document = json.loads(result.stdout)
        assert list(document) == ["source", "record", "id", "title", "published", "url", "outlet", "facts"]
        assert document["source"] == str(news)
        assert document["published"] == "2016-11-13"
        assert [fact["text"] for fact in document["facts"]["numbers"]] == ["13", "200"]
        assert all(fact["text"] == NEWS[fact["start"] : fact["end"]] for fact in document["facts"]["numbers"])
        assert "rule" not in document["facts"]["numbers"][0]

    @pytest.mark.parametrize("paths", [[], ["-"]])
    def test_what_is_piped_in_is_read(self, paths: list[str]) -> None:
        result = invoke("extract", *paths, stdin=NEWS)
        assert result.exit_code == 0
        assert json.loads(result.stdout)["source"] == "-"
        assert len(json.loads(result.stdout)["facts"]["numbers"]) == 2

    def test_records_can_be_piped_in(self) -> None:
        result = invoke("extract", stdin='{"about": "13", "url": "u"}\n{"about": "x"}\n')
        assert result.exit_code == 1
        result = invoke(
            "extract", "--text-field", "body", "--id-field", "url", stdin='{"body": "13", "url": "u"}\n{"body": ""}\n'
        )
        assert result.exit_code == 0
        assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["u", "2"]

    def test_nothing_piped_in_and_no_path_is_bad_usage(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class Terminal(io.StringIO):
            def isatty(self) -> bool:
                return True

        monkeypatch.setattr("waqai.cli.app.sys.stdin", Terminal())
        with pytest.raises(SystemExit) as ended:
            app(["extract"])
        assert ended.value.code == 2

    def test_an_empty_file_has_empty_facts(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").touch()
        assert json.loads(invoke("extract", tmp_path).stdout)["facts"] == {"numbers": []}

    @pytest.mark.parametrize(
        ("format", "read"),
        [
            ("json", lambda text: [f["text"] for f in json.loads(text)[0]["facts"]["numbers"]]),
            ("jsonl", lambda text: [f["text"] for f in json.loads(text)["facts"]["numbers"]]),
            ("csv", lambda text: [row["text"] for row in csv.DictReader(io.StringIO(text))]),
            ("table", lambda text: re.findall(r"^  (\d+)", text, re.MULTILINE)),
        ],
    )
    def test_formats(self, news: Path, format: str, read: object) -> None:
        assert callable(read)
        assert read(invoke("extract", news, "--format", format).stdout) == ["13", "200"]

    def test_the_text_comes_too_when_asked_for(self, news: Path) -> None:
        assert json.loads(invoke("extract", news, "--with-text").stdout)["text"] == NEWS
        assert NEWS in invoke("extract", news, "--with-text", "--format", "table").stdout

    def test_output_goes_to_a_file_in_the_format_of_its_name(self, news: Path, tmp_path: Path) -> None:
        output = tmp_path / "facts.csv"
        result = invoke("extract", news, "-o", output)
        assert (result.exit_code, result.stdout) == (0, "")
        assert len(output.read_text(encoding="utf-8").splitlines()) == 3

    def test_a_failure_is_one_line_and_the_rest_is_done(self, news: Path, tmp_path: Path) -> None:
        records = tmp_path / "b.jsonl"
        records.write_text('{"text": "1"}\n{"text": \n{"text": "انفجر", "id": "x"}\n{"text": "4"}\n', encoding="utf-8")
        result = invoke("extract", tmp_path / "none", records, news)
        assert result.exit_code == 1
        assert len(result.stdout.splitlines()) == 3
        assert result.stderr.splitlines() == [
            f"waqai: {tmp_path / 'none'}: no such file or folder",
            f"waqai: {records}:2: not valid JSON (Input data was truncated); give one object a line",
            f"waqai: {records}:3: article x: extraction failed: RuntimeError: boom on two lines",
        ]

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["--only", "weapons"], "no kind 'weapons'; there are: numbers"),
            (["--only", "numbers,"], "no kind ''"),
            (["--date", "13/13/2016"], "--date: '13/13/2016' is not a date such as 2016-11-13"),
            (["--date", "2016-02-30"], "--date: '2016-02-30' is not a date"),
            (["-o", "no/such/folder/facts.json"], "--output: cannot write no/such/folder/facts.json: No such file"),
        ],
    )
    def test_bad_usage_is_one_line_and_nothing_is_done(self, news: Path, arguments: list[str], message: str) -> None:
        result = invoke("extract", news, *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"waqai: {message}")
        assert result.stderr.count("\n") == 1

    @pytest.mark.parametrize(
        ("output", "extra", "module"), [("facts.xlsx", "files", "openpyxl"), ("facts.parquet", "parquet", "pyarrow")]
    )
    def test_a_format_whose_extra_is_not_installed_leaves_no_file(
        self, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str, extra: str, module: str
    ) -> None:
        monkeypatch.setitem(sys.modules, module, None)
        result = invoke("extract", news, "-o", tmp_path / output)
        assert result.exit_code == 2
        assert f"needs the extra {extra}: uv run --extra {extra} waqai" in result.stderr
        assert not (tmp_path / output).exists()

    @pytest.mark.parametrize("arguments", [["--format", "xml"], ["--nonsense"]])
    def test_unknown_options_are_bad_usage(self, news: Path, arguments: list[str]) -> None:
        assert invoke("extract", news, *arguments).exit_code == 2

    def test_an_output_that_is_an_input_is_bad_usage(self, tmp_path: Path) -> None:
        records = tmp_path / "a.jsonl"
        records.write_text('{"text": "1"}\n', encoding="utf-8")
        for path, output in ((records, records), (tmp_path, tmp_path / "b.jsonl")):
            result = invoke("extract", path, "-o", output)
            assert result.exit_code == 2
            assert "would be among the inputs" in result.stderr
        assert records.read_text(encoding="utf-8") == '{"text": "1"}\n'
        assert invoke("extract", records, "-o", tmp_path / "facts.csv").exit_code == 0

    def test_articles_come_out_one_by_one(self, news: Path) -> None:
        """The first is printed before the second is there to be read."""
        source = 'import sys, time; print(\'{"text": "1"}\', flush=True); time.sleep(60)'
        producer = subprocess.Popen([sys.executable, "-c", source], stdout=subprocess.PIPE)
        consumer = subprocess.Popen(
            command("extract", "--only", "dates"), stdin=producer.stdout, stdout=subprocess.PIPE
        )
        try:
            assert consumer.stdout is not None
            assert json.loads(consumer.stdout.readline())["id"] == "1"
        finally:
            for process in (producer, consumer):
                process.kill()
                process.wait()


def test_extractors_are_listed_with_their_fields(plugin: None) -> None:
    result = invoke("extractors")
    assert result.exit_code == 0
    listed = " ".join(result.stdout.split())
    assert "numbers waqai-n 1.0 start end text size min max modifier note even" in listed


def test_other_ways_to_find_a_kind_are_listed_and_nothing_else_is_taken(tmp_path: Path) -> None:
    assert "organizations:camel" in invoke("extractors").stdout.split()
    refused = invoke("extract", tmp_path, "--ner", "hal")
    assert refused.exit_code == 2
    assert refused.stderr == "waqai: --ner: no recognizer 'hal'; there are: builtin, camel\n"


def test_the_module_is_the_command() -> None:
    shown = subprocess.run(command("--version"), capture_output=True, text=True, check=True)
    assert shown.stdout.startswith("waqai ")


def test_a_broken_extractor_is_named(broken_plugin: None, tmp_path: Path) -> None:
    listed = invoke("extractors")
    assert listed.exit_code == 0
    assert "cannot be loaded: ModuleNotFoundError" in " ".join(listed.stdout.split())
    result = invoke("extract", tmp_path)
    assert result.exit_code == 2
    assert result.stderr.startswith("waqai: the extractor 'broken' cannot be loaded: ModuleNotFoundError")


def test_the_schema_describes_the_output(plugin: None) -> None:
    schema = json.loads(invoke("schema").stdout)
    definitions = schema["$defs"]
    article = definitions[schema["$ref"].rsplit("/", 1)[1]]
    assert list(article["properties"]) == [
        "source",
        "record",
        "id",
        "title",
        "published",
        "url",
        "outlet",
        "forwarded_from",
        "edited",
        "facts",
        "text",
    ]
    assert definitions["NumberFact"]["properties"]["size"] == {"enum": ["large", "small"]}
    assert definitions["NumberFact"]["description"].startswith("A run of digits")


def test_version_is_printed() -> None:
    assert re.fullmatch(r"waqai \d+\.\d+\.\d+ \((compiled|Python)\)\n", invoke("--version").stdout)


@pytest.mark.parametrize("arguments", [["--help"], ["extract", "--help"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    """Neither pages, tables and code pages nor Arabic are read to print a help text."""
    heavy = [
        "trafilatura",
        "charset_normalizer",
        "rich.table",
        "rich.console",
        "camel_tools",
        "waqai.extractors",
        "regex",
    ]
    program = f"""
import sys
from waqai.cli.app import app
try:
    app({arguments!r}, prog_name="waqai")
finally:
    print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)
"""
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stderr == "[]\n"


@pytest.mark.parametrize("arguments", [["extract"], ["extract", "--format", "table"], ["explain"], ["view"]])
def test_a_closed_pipe_ends_quietly(tmp_path: Path, arguments: list[str]) -> None:
    records = tmp_path / "a.jsonl"
    records.write_text('{"text": "قال"}\n' * 5_000, encoding="utf-8")
    process = subprocess.Popen(
        command(*arguments, records, "--only", "dates"), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 0


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_an_interrupt_ends_quietly() -> None:
    process = subprocess.Popen(
        command("extract", "--only", "dates"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None and process.stdout is not None and process.stderr is not None
    process.stdin.write(b'{"text": "x"}\n')
    process.stdin.flush()
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=60) == 130
    assert process.stderr.read() == b""


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminals")
def test_a_terminal_gets_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("مساء 13 نوفمبر 2016", encoding="utf-8")
    terminal, end = os.openpty()
    subprocess.run(command("extract", tmp_path, "--only", "dates"), stdout=end, check=True)
    os.close(end)
    assert "dates (1)" in os.read(terminal, 10_000).decode()
    os.close(terminal)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_said(tmp_path: Path) -> None:
    records = tmp_path / "a.jsonl"
    records.write_text('{"text": "x"}\n', encoding="utf-8")
    result = subprocess.run(
        command("extract", records, "--only", "dates", "-o", "/dev/full"), capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert result.stderr == "waqai: cannot write /dev/full: No space left on device\n"

"""Standard streams that are closed, gone or a terminal, and text that would command one."""

from __future__ import annotations

import io
import os
import subprocess
from pathlib import Path

import pytest

from waqai.cli.printed import SafeStream, on_terminal, safe
from waqai.extractors import Failure

from .commandline import command

PROGRAM = command()
FORGED = "\x1b[31mA\nwaqai: b.txt: fake\x9b1m\u202e"


def bad_records(path: Path) -> Path:
    path.write_text("".join('{"text": 3}\n{"text": "13"}\n' for _ in range(400)))
    return path


@pytest.mark.skipif(os.name == "nt", reason="POSIX descriptors")
@pytest.mark.parametrize("stderr", ["gone", "full", "closed"])
def test_the_work_is_done_where_nobody_reads_the_failures(tmp_path: Path, stderr: str) -> None:
    command = [*PROGRAM, "extract", str(bad_records(tmp_path / "b.jsonl")), "-o", str(tmp_path / "o.jsonl")]
    command += ["--only", "dates", "--errors", str(tmp_path / "e.jsonl")]
    if stderr == "gone":
        end, writer = os.pipe()
        os.close(end)
        code = subprocess.run(command, stderr=writer, check=False).returncode
        os.close(writer)
    elif stderr == "full":
        with Path("/dev/full").open("wb") as full:
            code = subprocess.run(command, stderr=full, check=False).returncode
    else:
        code = subprocess.run(["sh", "-c", 'exec "$@" 2>&-', "sh", *command], check=False).returncode
    assert code == 1
    assert len((tmp_path / "o.jsonl").read_text().splitlines()) == 400
    assert len((tmp_path / "e.jsonl").read_text().splitlines()) == 400


@pytest.mark.skipif(os.name == "nt", reason="POSIX descriptors")
@pytest.mark.parametrize(("closed", "code"), [("0<&-", 2), ("1>&-", 1)])
def test_a_closed_stream_is_said(tmp_path: Path, closed: str, code: int) -> None:
    (tmp_path / "a.txt").write_text("في 13 نوفمبر 2016", encoding="utf-8")
    files = [] if closed.startswith("0") else [str(tmp_path / "a.txt")]
    command = ["sh", "-c", f'exec "$@" {closed}', "sh", *PROGRAM, "extract", *files]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr.count("\n")) == (code, 1)
    assert result.stderr.startswith("waqai: ")


def test_a_failure_is_one_line_that_commands_no_terminal(tmp_path: Path) -> None:
    (tmp_path / FORGED).write_bytes(b"x\0\1\2")
    result = subprocess.run(
        [*PROGRAM, "extract", str(tmp_path / FORGED), "--only", "dates"], capture_output=True, text=True, check=False
    )
    assert result.stderr.count("\n") == 1
    assert not set("\x1b\x9b\u202e") & set(result.stderr)
    assert r"\x1b[31mA\nwaqai: b.txt: fake\x9b1m\u202e: a binary file" in result.stderr


def test_json_and_csv_command_no_terminal() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal, pipe = Terminal(), io.StringIO()
    on_terminal(terminal).write(f"a\t{FORGED}\n")
    on_terminal(pipe).write(FORGED)
    assert terminal.getvalue() == "a\t\\x1b[31mA\nwaqai: b.txt: fake\\x9b1m\\u202e\n"
    assert pipe.getvalue() == FORGED


def test_arabic_and_its_marks_are_printed_as_they_are() -> None:
    text = "قُتل 13\u200f شخصًا"
    assert safe(text) == text
    assert str(Failure(source="خبر.txt", record=3, reason="x")) == "خبر.txt:3: x"


def test_a_terminal_gets_no_commands_whichever_way_it_is_written_to() -> None:
    shown = io.StringIO()
    stream = SafeStream(shown)
    stream.write("a\x1b[2Jb\n")
    stream.writelines(["c\x1b[2J", "d\n"])
    assert "\x1b" not in shown.getvalue()
    assert [line[0] for line in shown.getvalue().splitlines()] == ["a", "c"]

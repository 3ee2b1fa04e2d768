"""E-mail: single messages (.eml) and mailboxes (.mbox)."""

from __future__ import annotations

import email
import email.policy
import io
from collections.abc import Iterator
from email.message import EmailMessage, Message

from waqai.extractors import Failure

from ..encodings import Unreadable, decode
from .raw import RawArticle, article, whole


def read_message(stream: io.BufferedReader, source: str, most: int) -> Iterator[RawArticle | Failure]:
    """One message as an article. Raises Unreadable."""
    yield _article(whole(stream, most), source, None)


def read_mailbox(stream: io.BufferedReader, source: str, most: int) -> Iterator[RawArticle | Failure]:
    """The messages of a mailbox, each of which begins with a line `From …`."""
    for number, message in enumerate(_messages(stream), 1):
        try:
            yield _article(message, source, number)
        except Unreadable as error:
            yield Failure(source=source, record=number, reason=str(error))


def _messages(stream: io.BufferedReader) -> Iterator[bytes]:
    lines: list[bytes] = []
    blank = True
    for line in stream:
        if blank and line.startswith(b"From "):
            if lines:
                yield b"".join(lines)
            lines = []
        else:
            lines.append(line[1:] if line.startswith(b">From ") else line)
        blank = not line.strip()
    if lines:
        yield b"".join(lines)


def _article(data: bytes, source: str, number: int | None) -> RawArticle:
    message = email.message_from_bytes(data, policy=email.policy.default)
    try:
        body = message.get_body(("plain", "html"))
        content = None if body is None else _content(body)
        if body is None or content is None:
            raise Unreadable("a message without text")
        return article(
            source,
            number,
            **{"html" if body.get_content_subtype() == "html" else "text": content},
            title=_header(message, "Subject"),
            date=_header(message, "Date"),
            id=_header(message, "Message-ID"),
            outlet=_sender(message),
        )
    except (LookupError, AttributeError, ValueError, TypeError) as error:  # what damaged headers raise
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(f"a message that cannot be read ({error})") from error


def _content(body: Message) -> str | None:
    """The text of a part, whatever encoding it claims."""
    payload = body.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return None
    charset = body.get_content_charset()
    try:
        return payload.decode(charset or "utf-8").replace("\r\n", "\n")
    except (UnicodeDecodeError, LookupError):
        return decode(payload, charset).replace("\r\n", "\n")


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return str(value).strip() or None if value is not None else None


def _sender(message: EmailMessage) -> str | None:
    """The name of who sent it, else the address."""
    sender = message.get("From")
    addresses = getattr(sender, "addresses", ())
    return (addresses[0].display_name or addresses[0].addr_spec or None) if addresses else None

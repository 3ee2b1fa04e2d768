"""Telegram Desktop's export in JSON (`result.json`): of one chat, or of a whole account."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from waqai.extractors import Failure

from .raw import RawArticle, article


def is_export(content: Any) -> bool:
    """Whether a JSON document is such an export."""
    return bool(_chats(content))


def read_export(content: dict[str, Any], source: str) -> Iterator[RawArticle | Failure]:
    """One article a message that has text; the channel is its outlet."""
    number = 0
    for chat in _chats(content):
        for message in chat["messages"]:
            number += 1
            if not isinstance(message, dict):
                yield Failure(source=source, record=number, reason="not a message; export the chat again as JSON")
            elif message.get("type", "message") == "message" and (text := _text(message.get("text"))).strip():
                yield article(
                    source,
                    number,
                    text=text,
                    id=_identifier(message, chat, content),
                    date=message.get("date") or message.get("date_unixtime"),
                    outlet=chat.get("name") or message.get("from"),
                    forwarded_from=message.get("forwarded_from"),
                    edited=message.get("edited"),
                )


def _chats(content: Any) -> list[dict[str, Any]]:
    """The chats in an export; none in another document."""
    if not isinstance(content, dict):
        return []
    chats = content.get("chats")
    listed = chats.get("list") if isinstance(chats, dict) else [content]
    found = [chat for chat in listed if isinstance(chat, dict)] if isinstance(listed, list) else []
    return [chat for chat in found if isinstance(chat.get("messages"), list) and ("type" in chat or "name" in chat)]


def _text(pieces: Any) -> str:
    """The text of a message: a string, or pieces of which some are marked up (links, bold, hashtags)."""
    if isinstance(pieces, str):
        return pieces
    if not isinstance(pieces, list):
        return ""
    return "".join(piece if isinstance(piece, str) else str(piece.get("text", "")) for piece in pieces if piece)


def _identifier(message: dict[str, Any], chat: dict[str, Any], content: dict[str, Any]) -> str:
    """The message's number; in an export of several chats, whose numbers repeat, after the chat's."""
    own = str(message.get("id"))
    return own if chat is content else f"{chat.get('id')}/{own}"

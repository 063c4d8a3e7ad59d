"""Text of others made safe to show: nothing in a document can steer a terminal, a page or a reader's eye.

A character that steers (control characters, bidirectional overrides, lone surrogates) is shown as one
visible character in its place, so that lengths and offsets stay true.
"""

from __future__ import annotations

import re

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_SPACES = re.compile(r"\s+")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&!@$^])|(:)(?=//)|(?<=www)(\.)", re.IGNORECASE)
_MARKDOWN_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")
_SURROGATE = re.compile("[\ud800-\udfff]")


def visible(text: str) -> str:
    """The text, every steering character replaced by one that can be seen; same length."""
    return _STEERING.sub(_picture, text)


def one_line(text: str) -> str:
    """The text as one visible line: runs of space and line breaks become one space."""
    return visible(_SPACES.sub(" ", text)).strip()


def shortened(text: str, limit: int = 320) -> str:
    """One visible line of at most `limit` characters; what is left out in the middle is marked."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    head = (limit - 3) * 2 // 3
    return f"{line[:head]} … {line[len(line) - (limit - 3 - head) :]}"


def markdown(text: str) -> str:
    """One visible line in which no character means anything to Markdown or to HTML inside it."""
    line = _MARKDOWN.sub(lambda match: f"\\{match[0]}", one_line(text))
    return _MARKDOWN_START.sub(_escape_start, line)


def json_text(encoded: str) -> str:
    """JSON text that UTF-8 can hold: a lone surrogate is written as its escape."""
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", encoded)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def _escape_start(match: re.Match[str]) -> str:
    space, mark = match.groups()
    return f"{space}{mark}" if mark.isdigit() else f"{space}\\{mark}"

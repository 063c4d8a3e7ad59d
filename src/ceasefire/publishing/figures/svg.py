"""SVG by hand: escaped text, fixed decimals, no scripts, no fonts to load."""

from __future__ import annotations

from html import escape

from ceasefire.publishing.inert import one_line

FONT = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"
GREY = "#7a7f87"


def number(value: float) -> str:
    """A coordinate with at most two decimals, written one way only."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def path(*steps: str | float) -> str:
    """The data of a path: commands and coordinates in turn."""
    return " ".join(step if isinstance(step, str) else number(step) for step in steps)


def tag(kind: str, content: str = "", /, **attributes: object) -> str:
    """One element; underscores in names of attributes become hyphens, values are escaped."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(number(value) if isinstance(value, float) else str(value))}"'
        for name, value in attributes.items()
    )
    return f"<{kind}{written}>{content}</{kind}>" if content else f"<{kind}{written}/>"


def text(words: str, x: float, y: float, size: float = 12.0, **attributes: object) -> str:
    """One line of text with its baseline at x, y."""
    fill = attributes.pop("fill", "currentColor")
    return tag("text", escape(one_line(words)), x=x, y=y, font_size=size, fill=fill, **attributes)


def wrapped(words: str, width: int, lines: int = 3) -> list[str]:
    """Words in lines of at most `width` characters; what does not fit ends in an ellipsis."""
    rows: list[str] = [""]
    for word in one_line(words).split(" "):
        word = word if len(word) <= width else f"{word[: width - 1]}…"
        if rows[-1] and len(rows[-1]) + 1 + len(word) > width:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    if len(rows) <= lines:
        return rows
    return [*rows[: lines - 1], f"{rows[lines - 1][: width - 1]}…"]


def paragraph(
    words: str, x: float, y: float, width: int, size: float = 12.0, lines: int = 3, **attributes: object
) -> str:
    """Wrapped text, its first baseline at y; lines stand 1.25 sizes apart."""
    rows = wrapped(words, width, lines)
    return "".join(text(row, x, y + 1.25 * size * place, size, **attributes) for place, row in enumerate(rows))


def drawing(content: str, width: float, height: float, title: str, description: str, name: str) -> str:
    """A whole figure with its title and description for readers who do not see it."""
    labels = tag("title", escape(one_line(title)), id=f"{name}-title") + tag(
        "desc", escape(one_line(description)), id=f"{name}-desc"
    )
    return tag(
        "svg",
        labels + content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        font_family=FONT,
    )

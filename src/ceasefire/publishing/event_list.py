"""The events for a reader: a line an event, under it the words that tell of it and whose accounts there are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from ceasefire.publishing.inert import shortened, visible
from ceasefire.publishing.terminal import PLAIN_WIDTH, Hanging, console_on
from ceasefire.publishing.wording import day, listed, name, phrase, published, start
from ceasefire.reasoning.event import Event, Telling
from ceasefire.record.view import Record


def show_events(found: list[Event], record: Record, stream: IO[str], width: int | None = None) -> None:
    """Prints the events in order of time; without a terminal 100 characters wide."""
    from rich.text import Text

    console = console_on(stream, width, PLAIN_WIDTH)
    if not found:
        console.print(phrase("events.none"))
    for one in found:
        console.print(Hanging(Text(visible(event_sentence(one)), style="bold"), "- "))
        console.print(Hanging(Text(visible(account_sentence(one))), "  "))
        for line in _tellings(one, record):
            console.print(Hanging(Text(visible(line)), "    "))


def event_sentence(one: Event) -> str:
    """ "18 March 2025: call between Russia and the United States [id]"; what is only planned says so."""
    kind = phrase(f"events.kinds.{one.kind}.{'held' if one.held else 'planned'}")
    sentence = phrase(
        "events.line" if len(one.parties) > 1 else "events.line_one",
        date=day(one.when) if one.when.known else phrase("events.no_day"),
        kind=kind,
        parties=listed([name(party) for party in one.parties]),
    )
    if one.place:
        sentence = phrase("events.at", sentence=sentence, place=one.place)
    if one.hosts:
        sentence = phrase("events.hosted", sentence=sentence, hosts=listed([name(party) for party in one.hosts]))
    return start(phrase("events.named", sentence=sentence, id=one.id))


def account_sentence(one: Event) -> str:
    """Whose own accounts of it are on record."""
    if not one.accounts:
        return phrase("events.no_account")
    return phrase("events.accounts", parties=listed([name(party) for party in sorted(one.accounts)]))


def _tellings(one: Event, record: Record) -> Iterator[str]:
    for told in one.mentions:
        yield phrase("events.telling", words=shortened(told.mention.quote), source=_source(told, record))


def _source(told: Telling, record: Record) -> str:
    document = record.document(told.document)
    title = document.title or document.origin
    return phrase("events.source", title=shortened(title, 100), date=published(document.published))

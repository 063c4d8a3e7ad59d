"""Plain sentences from coded fields: the phrases are data (vocabulary/wording.yaml), this fills them in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ceasefire.coding.statement import Reading, Statement
from ceasefire.publishing.inert import one_line
from ceasefire.reasoning.state import Position
from ceasefire.vocabulary import load
from ceasefire.when import GIVEN, When


def phrase(path: str, /, **fields: object) -> str:
    """The phrase at a path of wording.yaml ("state.open"), its fields filled with words from the record."""
    template = _at(path)
    return str(template).format(**{name: one_line(str(value)) for name, value in fields.items()})


def counted(path: str, count: int) -> str:
    """The phrase for a number of things: its form for none, one or many."""
    forms = _at(path)
    form = "none" if count == 0 and "none" in forms else "one" if count == 1 else "many"
    return str(forms[form]).format(count=count)


def name(party: str | None) -> str:
    """A party as it stands inside a sentence: "the United States"."""
    if party is None:
        return ""
    words = load("wording")
    last = party.split(" ")[-1].lower()
    return f"the {party}" if party in words["articles"] or last in words["article_last_words"] else party


def plural(party: str) -> bool:
    """Whether verbs after this name take the plural."""
    words = load("wording")
    return party not in words["singular_names"] and party.split(" ")[-1].lower() in words["plural_last_words"]


def start(sentence: str) -> str:
    """The sentence with its first letter as a capital."""
    return sentence[:1].upper() + sentence[1:]


def inside(title: str) -> str:
    """A provision's title as it stands inside a sentence: "a halt to attacks", "talks in Jeddah"."""
    first = title.split(" ")[0].rstrip(":,")
    if first[:1].isdigit():
        return f"{'an' if first.startswith(('8', '11-', '18-')) else 'a'} {title}"
    articles = load("wording")["title_articles"]
    for article, words in articles.items():
        if first.lower() in words:
            lowered = title[:1].lower() + title[1:]
            return lowered if article == "none" else f"{article} {lowered}"
    return f"the {title}"


def listed(names: Sequence[str]) -> str:
    """Names as a list in words: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def day(when: When) -> str:
    """A date in words, as precise as published: "18 March 2025", "March 2025", "2025" or "undated"."""
    if not when.known:
        return phrase("date.unknown")
    form = "day" if when.precision == "instant" else when.precision
    year, month, of_month = [*when.edtf.partition("T")[0].split("-"), "1", "1"][:3]
    return phrase(f"date.{form}", day=int(of_month), month=_at("months")[int(month) - 1], year=year)


def published(when: When) -> str:
    """When a document was published, in words; a date that a person gave is told as one."""
    return phrase("date.given", day=day(when)) if when.found_in == GIVEN else day(when)


def act_sentence(statement: Statement, title: str) -> str:
    """What a statement says, with modality, condition and speaker always visible."""
    words = load("wording")
    vague = statement.act in words["talks_acts"] and statement.provision == "talks"
    forms = words["talks_acts" if vague else "acts"][statement.act][statement.modality]
    fields = {
        "actor": name(statement.actor),
        "act": forms[plural(statement.actor)],
        "provision": inside(title),
        "recipient": name(statement.recipient),
    }
    if statement.act == "accuse":
        form = "accuse" if statement.provision in words["breakable"] else "accuse_over"
        fields["recipient"] = fields["recipient"] or phrase("unnamed")
        sentence = phrase(f"sentences.{form}", **fields)
    else:
        sentence = phrase("sentences.about_talks" if vague else "sentences.plain", **fields)
        if statement.recipient:
            form = "recipient_consult" if statement.act == "consult" else "recipient"
            sentence = phrase(f"sentences.{form}", sentence=sentence, recipient=fields["recipient"])
    if statement.condition:
        quoted = phrase("condition.words", words=statement.condition)
        sentence = phrase("sentences.condition", sentence=sentence, condition=quoted)
    return start(_with_speaker(sentence, statement))


def reading_sentence(reading: Reading) -> str:
    """Who supposes something about whom; what is supposed is left to the quote."""
    about = name(reading.about) or phrase("readings.anyone")
    if reading.reader is None:
        return phrase("readings.nobody", about=about)
    return start(phrase("readings.party", reader=name(reading.reader), about=about))


def stance(position: Position) -> str:
    """The key of a position's stance: a hedged acceptance has its own; words without a stance are no silence."""
    if position.stance == "unknown" and position.statements:
        return "unclear"
    return "accepts tentatively" if position.stance == "accepts" and not position.firm else position.stance


def stance_word(position: Position) -> str:
    """A position in a word or three, as the matrix shows it."""
    word = str(_at("stances")[stance(position)]["word"])
    hedged = not position.firm and position.stance not in ("accepts", "unknown")
    return phrase("hedged", word=word) if hedged else word


def stance_verb(position: Position) -> str:
    """A position as the verb of a sentence, in the form that the party's name asks for."""
    verb = str(_at("stances")[stance(position)]["many" if plural(position.party) else "one"])
    hedged = not position.firm and position.stance not in ("accepts", "unknown")
    return phrase("hedged", word=verb) if hedged else verb


def with_limit(position: Position, words: str) -> str:
    """The words, and behind them what limits the stance: "a ceasefire only on condition"."""
    return " ".join([words, *_at("stances")[stance(position)].get("after", ())])


def _with_speaker(sentence: str, statement: Statement) -> str:
    if statement.speaker is None:
        return sentence
    if statement.speaker == statement.actor:
        return str(_at("sentences.own")[plural(statement.actor)]).format(sentence=sentence)
    return phrase("sentences.speaker", sentence=sentence, speaker=name(statement.speaker))


def _at(path: str) -> Any:
    value = load("wording")
    for step in path.split("."):
        value = value[step]
    return value

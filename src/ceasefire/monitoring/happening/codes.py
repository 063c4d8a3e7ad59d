"""What a source's own codes say happened; they fill what the words leave open."""

from __future__ import annotations

from collections.abc import Mapping

from ceasefire.coding.parties import Parties
from ceasefire.monitoring.happened import NO, YES, Happened
from ceasefire.monitoring.happening import harm
from ceasefire.monitoring.happening.vocabulary import meaning

Codes = Mapping[str, str]


def coded(codes: Codes, parties: Parties) -> Happened:
    """What the codes of one row say; unknown where they are none of those that the vocabulary knows."""
    held = {column.lower(): value.strip() for column, value in codes.items() if value.strip()}
    if meaning("codes")["ucdp"]["column"] in held:
        return _ucdp(held, parties)
    if meaning("codes")["acled"]["sub"] in held:
        return _acled(held, parties)
    return _viina(held)


def only_repeat_the_words(codes: Codes) -> bool:
    """The codes were guessed from the words by a model, so that they are no second witness of an attack."""
    columns = {column.lower() for column in codes}
    entry = meaning("codes")["viina"]
    other = {meaning("codes")["acled"]["sub"], meaning("codes")["ucdp"]["column"]}
    return bool(entry["from_the_words"]) and not columns & other


def _viina(held: Codes) -> Happened:
    entry = meaning("codes")["viina"]
    given = {code for code in held.get(entry["column"], "").split("|") if code}
    given |= {column[2:] for column, value in held.items() if column[:2] in entry["prefixes"] and _likely(value, entry)}
    by = sorted(party for column, party in entry["by"].items() if _likely(held.get(column, ""), entry))
    return _told(
        [(f"coded {code}", entry["values"][code]) for code in sorted(given) if code in entry["values"]],
        by=by[0] if len(by) == 1 else "",
    )


def _likely(value: str, entry: Mapping[str, float]) -> bool:
    try:
        return float(value) >= entry["at_least"]
    except ValueError:
        return False


def _acled(held: Codes, parties: Parties) -> Happened:
    entry = meaning("codes")["acled"]
    kind, sub = held.get(entry["column"], "").lower(), held[entry["sub"]].lower()
    told = [(f"coded {kind}", entry["values"].get(kind, {})), (f"coded {sub}", entry["sub_values"].get(sub, {}))]
    civilians = entry["civilians"]
    if held.get(civilians["column"], "").lower() == civilians["value"]:
        told.append((f"coded {civilians['value']}", {"targets": "civilians"}))
    return _told(
        told, by=_name(held.get(entry["by"], ""), parties), against=_name(held.get(entry["against"], ""), parties)
    )


def _ucdp(held: Codes, parties: Parties) -> Happened:
    entry = meaning("codes")["ucdp"]
    kind = held[entry["column"]]
    acts = _name(held.get(entry["by"], ""), parties) if kind == entry["one_sided"] else ""
    return _told([(f"coded {entry['column']} {kind}", entry["values"].get(kind, {}))], by=acts)


def _name(actor: str, parties: Parties) -> str:
    """An actor under the name that the record uses where it knows one, else as the source writes it."""
    whole = actor.partition("(")[0].strip()
    short = whole.removeprefix("Government of ").removeprefix("Military Forces of ")
    return parties.named(short) or whole


def _told(given: list[tuple[str, Mapping[str, object]]], by: str = "", against: str = "") -> Happened:
    def every(key: str) -> tuple[str, ...]:
        return tuple(sorted({str(meant[key]) for _, meant in given if key in meant}))

    says = [meant["attack"] for _, meant in given if "attack" in meant]
    attack = (YES if any(says) else NO) if says else Happened().attack
    because = tuple(words for words, meant in given if meant)
    means, outcome = every("means"), "".join(every("outcome")[:1])
    return Happened(
        attack, every("targets"), means, every("effects"), harm.domain(means), outcome, by, "", against, because
    )

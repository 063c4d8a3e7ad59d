"""Is the coding neutral? Two parties are swapped throughout a text; the statements must be the same, swapped.

    python -m evaluation.neutrality --shared ../shared [--show 20]

For each pair: texts that name both have them swapped; texts that name two other parties of the same kinds get the pair
in their place. A statement that only one of the two codings has counts as not the same. A text that cannot be swapped
and stay English says nothing; it is counted as left out, with the reason.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

from ceasefire.coding.cast import Cast
from ceasefire.coding.parse import parse
from ceasefire.coding.statement import Coded
from ceasefire.reading import Document
from ceasefire.reading.repeats import repeats_in
from evaluation import party_forms as forms
from evaluation.codings import code_all
from evaluation.same_coding import Key, Share, keys, total
from evaluation.swap_words import NoForm
from evaluation.swapping import Swapped, swap
from evaluation.texts import text_sets

Pair = tuple[str, str]
Change = Mapping[str, str]


def all_pairs() -> list[Pair]:
    """Every pair of swap_pairs.yaml."""
    listed = forms.pairs()
    return [(one, other) for one, other in chain(listed["states"], listed["state_and_group"])]


def change_for(cast: Cast, pair: Pair) -> tuple[str, Change] | None:
    """How a text takes the pair: "swapped" where it names both, "lent" where it names two others of the same kinds."""
    named = Counter(m.party for m in cast.mentions if m.how != "outlet")
    if all(party in named for party in pair):
        return "swapped", {pair[0]: pair[1], pair[1]: pair[0]}
    if any(party in named for party in pair):
        return None
    kinds = [forms.PARTIES.kind(party) for party in pair]
    fitting = [[p for p, _ in named.most_common() if forms.PARTIES.kind(p) == kind] for kind in kinds]
    at_home = forms.PARTIES.home(pair[1]) == pair[0]
    for one in fitting[0]:
        for other in fitting[1]:
            if one != other and (forms.PARTIES.home(other) == one) == at_home:
                return "lent", {one: pair[0], other: pair[1]}
    return None


def same_named(change: Change, swapped: Swapped, text: str, words: str | None) -> str | None:
    """A party after the change; words that no vocabulary lists as they stand in the swapped text."""
    if words is None or words in change:
        return change.get(words or "", words)
    return in_swapped(swapped, text, words)


def in_swapped(swapped: Swapped, text: str, words: str | None) -> str | None:
    """Words of the original as they stand in the swapped text."""
    if not words or (at := text.find(words)) < 0:
        return words
    start, end = swapped.place(at, at + len(words))
    return swapped.text[start:end]


class Measure:
    """The shares by pair, way and set, and why texts were left out."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self.pairs = list(pairs)
        self.shares: dict[tuple[Pair, str, str], Share] = defaultdict(Share)
        self.left_out: Counter[str] = Counter()

    def add_set(self, name: str, documents: list[Document]) -> None:
        """Codes every text of a set as it is and with each pair, and compares."""
        coded = list(code_all(documents))
        changed = list(self._changed(coded))
        again = code_all(document for _, _, _, document, _ in changed)
        for (pair, way, before, _, swapped), after in zip(changed, again, strict=True):
            found = keys(after, place=swapped.whole)
            shown = f"{pair[0]} / {pair[1]}, {way}: {swapped.text.strip()[:600]}"
            self.shares[pair, way, name].add(before, found, shown)

    def _changed(self, coded: list[Coded]) -> Iterator[tuple[Pair, str, Counter[Key], Document, Swapped]]:
        for one, doc in zip(coded, parse(one.document.text for one in coded), strict=True):
            on = one.document.published.last
            cast = Cast(doc, forms.PARTIES, on)
            for pair in self.pairs:
                chosen = change_for(cast, pair)
                if chosen is None:
                    continue
                way, change = chosen
                try:
                    swapped = swap(doc, cast, change, on)
                except NoForm as reason:
                    self.left_out[str(reason)] += 1
                    continue
                yield (
                    pair,
                    way,
                    _mapped(one, change, swapped),
                    replace(one.document, text=swapped.text, repeats=repeats_in(swapped.text)),
                    swapped,
                )

    def total(self) -> Share:
        """Everything together."""
        return total(self.shares.values())


def _mapped(one: Coded, change: Change, swapped: Swapped) -> Counter[Key]:
    text = one.document.text
    return keys(
        one,
        lambda party: same_named(change, swapped, text, party),
        lambda words: in_swapped(swapped, text, words),
        swapped.place,
    )


def table(measure: Measure) -> str:
    """By pair and by set: texts, per cent that stayed the same; statements, per cent that did."""
    head = f"{'':48}{'texts':>6}{'same %':>7}{'stmts':>7}{'same %':>7}"
    lines = [head]
    for pair in measure.pairs:
        for way in ("swapped", "lent"):
            share = total(s for (p, w, _), s in measure.shares.items() if (p, w) == (pair, way))
            lines.append(f"{pair[0] + ' / ' + pair[1]:40.40}{way:8}{share.figures}")
    for name in sorted({name for _, _, name in measure.shares}):
        lines.append(f"{name:48}{total(s for (_, _, n), s in measure.shares.items() if n == name).figures}")
    lines.append(f"{'all':48}{measure.total().figures}")
    lines.append("left out: " + ", ".join(f"{n} {why}" for why, n in sorted(measure.left_out.items())))
    return "\n".join(lines)


def main() -> None:
    """Prints the table, and with --show what did not stay the same."""
    ask = argparse.ArgumentParser(description="Are the statements the same when two parties are swapped?")
    ask.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with gold/ (default: ../shared)")
    ask.add_argument("--show", type=int, default=0, metavar="N", help="print N texts that did not stay the same")
    options = ask.parse_args()
    measure = Measure(all_pairs())
    for name, documents in text_sets(options.shared):
        measure.add_set(name, documents)
    print(table(measure))
    for shown in measure.total().differ[: options.show]:
        print(f"\n{shown}")


if __name__ == "__main__":
    main()

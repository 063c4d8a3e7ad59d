"""Terms that a text states of a halt by itself, without anybody acting: they are terms of what was agreed in it.

"The pause holds for ten days and may be extended": such sentences add to the scope of the statements about that
halt. So does a numbered list below a line that speaks of the halt and its list of sites.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ceasefire.coding.russian.lengths import duration, start
from ceasefire.coding.russian.phrases import group, phrases
from ceasefire.coding.russian.scene import Scene, View
from ceasefire.coding.russian.terms import ends_if, extendable
from ceasefire.coding.russian.topics import HALTS
from ceasefire.coding.statement import Scope, Statement
from ceasefire.reading.document import Document


def with_terms(document: Document, scene: Scene, found: list[Statement]) -> list[Statement]:
    """The statements, those that agree to or propose the one halt of the text with the terms stated beside it."""
    agreed = [
        one for one in found if one.provision in HALTS and one.act in {"accept", "implement", "propose", "condition"}
    ]
    if not agreed or len({one.provision for one in agreed}) > 1:
        return found
    terms = _stated(document, scene)
    if terms == Scope():
        return found
    return [replace(one, scope=_joined(one.scope, terms)) if one in agreed else one for one in found]


def _stated(document: Document, scene: Scene) -> Scope:
    terms = Scope()
    for view in scene.views:
        if any(topic.category in HALTS and topic.pointed for topic in view.topics):
            terms = _joined(terms, _of(view, document))
    return _joined(terms, Scope(targets=_listed(document, scene)))


def _of(view: View, document: Document) -> Scope:
    words = view.words
    return Scope(
        duration=duration(words),
        start=start(words, document.published),
        extendable=extendable(words),
        ends_if=ends_if(words),
    )


def _listed(document: Document, scene: Scene) -> tuple[str, ...]:
    """The target classes of a numbered list that follows a line about the halt's list."""
    listing, item = False, -1
    found: set[str] = set()
    for view in scene.views:
        numbered = re.match(r"\d{1,2}[.)]\s", document.text[view.sentence.start :]) is not None
        if numbered or (listing and view.sentence.passage == item):
            item = view.sentence.passage
            if listing:
                found |= {match.label for match in phrases("scopes", "targets").all(view.words)}
        elif any(topic.category in HALTS for topic in view.topics):
            listing = any(word.lemma in group("topics", "lists") for word in view.words)
            item = -1
    return tuple(sorted(found))


def _joined(scope: Scope, terms: Scope) -> Scope:
    """A scope with the terms that it leaves open filled in; targets are put together."""
    return replace(
        scope,
        targets=tuple(sorted({*scope.targets, *terms.targets})),
        duration=scope.duration or terms.duration,
        start=scope.start if scope.start.known else terms.start,
        extendable=scope.extendable or terms.extendable,
        ends_if=scope.ends_if or terms.ends_if,
    )

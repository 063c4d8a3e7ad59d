"""The vocabulary says each thing once: one meaning a word, one entry a key."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain

import pytest
import yaml
from tests.contracts.tree import PACKAGE, name

from ceasefire.vocabulary import load

FILES = sorted((PACKAGE / "vocabulary").rglob("*.yaml"))


def keys_given_twice(node: yaml.Node | None) -> list[str]:
    """The keys of every mapping that stand in it more than once; a YAML reader would keep the last in silence."""
    if isinstance(node, yaml.SequenceNode):
        return list(chain.from_iterable(map(keys_given_twice, node.value)))
    if not isinstance(node, yaml.MappingNode):
        return []
    keys = [key.value for key, _ in node.value]
    return sorted({key for key in keys if keys.count(key) > 1}) + list(
        chain.from_iterable(keys_given_twice(value) for _, value in node.value)
    )


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_key_is_given_twice(path):
    assert keys_given_twice(yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)) == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_vocabulary_file_begins_by_saying_what_it_holds(path):
    assert path.read_text(encoding="utf-8").startswith("# ")


def test_a_name_of_a_provision_belongs_to_one_category():
    categories = defaultdict(set)
    for category, entry in load("topics").items():
        for words in entry.get("names", ()) if isinstance(entry, dict) else ():
            categories[words].add(category)
    assert {words: sorted(found) for words, found in categories.items() if len(found) > 1} == {}


def test_a_verb_with_the_same_object_is_one_act():
    acts = defaultdict(set)
    for entry in load("acts"):
        circumstances = tuple(sorted((k, v) for k, v in entry.items() if isinstance(v, bool)))
        for verb in entry.get("verbs", ()):
            for anchor in entry.get("anchors", ("anything",)):
                acts[verb, anchor, circumstances].add(entry["act"])
    assert {key: sorted(found) for key, found in acts.items() if len(found) > 1} == {}


def test_a_cue_of_attribution_stands_in_one_group():
    groups = defaultdict(set)
    for group, entry in load("cues")["verbs"].items():
        for lemma in entry["lemmas"]:
            groups[lemma].add(group)
    assert {lemma: sorted(found) for lemma, found in groups.items() if len(found) > 1} == {}


def test_a_russian_name_of_a_provision_belongs_to_one_category():
    categories = defaultdict(set)
    for category, entry in load("russian/topics").items():
        for words in entry.get("names", ()) if isinstance(entry, dict) else ():
            categories[words].add(category)
    assert {words: sorted(found) for words, found in categories.items() if len(found) > 1} == {}


def test_russian_names_stand_for_parties_that_the_english_vocabulary_knows():
    from ceasefire.coding.parties import Parties

    known = Parties.builtin()
    parties = load("russian/parties")
    listed = [*load("russian/states"), *(name for kind in parties if kind != "not_parties" for name in parties[kind])]
    assert [name for name in listed if known.get(name) is None] == []
    leaders = [row.partition("=")[2].strip().removesuffix(" -") for row in load("russian/leaders")]
    assert [name for name in leaders if known.named(name) is None] == []


def test_russian_classes_of_targets_and_kinds_are_those_of_english():
    english, russian = load("scopes"), load("russian/scopes")
    assert set(russian["targets"]) <= set(english["targets"])
    assert set(russian["occasions"]) <= set(english["occasions"])
    for category, kinds in russian["kinds"].items():
        assert set(kinds) <= set(english["kinds"][category])

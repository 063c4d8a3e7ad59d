"""The coder's vocabulary: every list holds words, and each word once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from ceasefire.vocabulary import load

FILES = ["acts", "conditions", "grammar", "modality", "norms", "readings", "scopes", "topics"]


def lists(node: Any, path: str) -> Iterator[tuple[str, list[Any]]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from lists(value, f"{path}.{key}")
    elif isinstance(node, list):
        if any(isinstance(item, dict | list) for item in node):
            for item in node:
                yield from lists(item, path)
        else:
            yield path, node


@pytest.mark.parametrize("file", FILES)
def test_no_word_stands_twice_in_a_list(file: str) -> None:
    assert [path for path, items in lists(load(file), file) if len(items) != len(set(items))] == []


@pytest.mark.parametrize("file", FILES)
def test_every_word_is_one_and_none_that_yaml_reads_as_yes_or_no(file: str) -> None:
    assert [path for path, items in lists(load(file), file) if not all(isinstance(i, str) and i for i in items)] == []

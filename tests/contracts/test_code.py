"""How the code is written: words are data, public things say what they are."""

from __future__ import annotations

import ast
import re

import pytest
from tests.contracts.tree import modules, name, parsed

MOST_WORDS = 12
WORD = re.compile(r"[a-z]{3,}(?:[ '-][a-z]+)*")


def plain_words(node: ast.AST) -> list[str]:
    """The plain English strings of a literal collection; the keys of a shape, whose values are computed, are none."""
    if isinstance(node, ast.Dict) and not all(isinstance(value, ast.Constant) for value in node.values):
        return []
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
        held = node.func.value
        strings = held.value.split() if isinstance(held, ast.Constant) and isinstance(held.value, str) else []
    elif isinstance(node, ast.Set | ast.List | ast.Tuple | ast.Dict):
        strings = [n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    else:
        return []
    return [s for s in strings if WORD.fullmatch(s.lower())]


@pytest.mark.parametrize("path", modules(), ids=name)
def test_no_word_list_stands_in_the_code(path):
    too_long = [
        f"line {node.lineno}: {len(words)} words, {', '.join(words[:4])}…"
        for node in ast.walk(parsed(path))
        if len(words := plain_words(node)) > MOST_WORDS
    ]
    assert not too_long, f"words are data (src/ceasefire/vocabulary/*.yaml): {too_long}"


@pytest.mark.parametrize("path", modules(), ids=name)
def test_a_module_and_its_public_functions_and_classes_say_what_they_are(path):
    tree = parsed(path)
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    public = [node for node in tree.body if isinstance(node, kinds) and not node.name.startswith("_")]
    silent = [node.name for node in public if not ast.get_docstring(node)]
    assert not silent, f"no docstring: {', '.join(silent)}"
    assert not tree.body or ast.get_docstring(tree), "the module has no docstring"

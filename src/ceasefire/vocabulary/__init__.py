"""The words that the coder knows, as YAML that a researcher can read and mend: one meaning each."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from ceasefire.errors import VocabularyError


@cache
def load(name: str) -> Any:
    """What vocabulary/<name>.yaml holds ("parties/states" names a file of a folder), read once a process.

    The value is shared by all who ask: read it, never change it.
    Raises VocabularyError when there is no such file or it is no YAML.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        text = files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
        return yaml.load(text, Loader=loader)
    except FileNotFoundError:
        raise VocabularyError(f"no vocabulary is called {name!r}: vocabulary/{name}.yaml does not exist") from None
    except yaml.YAMLError as problem:
        raise VocabularyError(f"vocabulary/{name}.yaml is no YAML: {problem}") from problem

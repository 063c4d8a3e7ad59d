"""A YAML file read with its line numbers, so that what is refused can be found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

import yaml

from ceasefire.errors import CaseError


@dataclass(frozen=True, slots=True)
class Node:
    """One value of the file, with its key as a dotted path and its line."""

    node: yaml.Node
    key: str
    file: str

    @property
    def line(self) -> int:
        return self.node.start_mark.line + 1

    @property
    def is_mapping(self) -> bool:
        """Whether it is keys with values."""
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_list(self) -> bool:
        """Whether it is a list of values."""
        return isinstance(self.node, yaml.SequenceNode)

    def fields(self, allowed: Iterable[str] = ()) -> dict[str, Node]:
        """The keys and values of a mapping; every key must be one of `allowed`, where any are given."""
        if self._empty():
            return {}
        if not isinstance(self.node, yaml.MappingNode):
            self.refuse("must be keys with values")
        choices = list(allowed)
        found: dict[str, Node] = {}
        for key_node, value in self.node.value:
            name = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else ""
            child = Node(value, f"{self.key}.{name}".lstrip("."), self.file)
            at_key = Node(key_node, child.key, self.file)
            if not name:
                at_key.refuse("a key must be one word or text")
            if choices and name not in choices:
                at_key.refuse(f"is not a key here; choose one of: {', '.join(choices)}{at_key.near(choices)}")
            if name in found:
                at_key.refuse(f"is given twice, first on line {found[name].line}; keep one")
            found[name] = child
        return found

    def text(self) -> str:
        """A text or number, as written; nothing is an empty text."""
        if not isinstance(self.node, yaml.ScalarNode):
            self.refuse("must be one text, not a list or keys with values")
        return "" if self._empty() else str(self.node.value).strip()

    def texts(self) -> tuple[str, ...]:
        """A list of texts; a single text is a list of one."""
        if isinstance(self.node, yaml.SequenceNode):
            return tuple(Node(item, self.key, self.file).text() for item in self.node.value)
        one = self.text()
        return (one,) if one else ()

    def items(self) -> tuple[Node, ...]:
        """The values of a list; a single value is a list of one, and nothing an empty one."""
        if isinstance(self.node, yaml.SequenceNode):
            return tuple(Node(item, self.key, self.file) for item in self.node.value)
        return () if self._empty() else (self,)

    def one_of(self, choices: Iterable[str]) -> str:
        """Its text, which must be one of the choices."""
        allowed = list(choices)
        if self.text() not in allowed:
            self.refuse(f"must be of: {', '.join(allowed)}{self.near(allowed)}")
        return self.text()

    def near(self, choices: Iterable[str]) -> str:
        """What may have been meant, as the end of a refusal; nothing where no choice is like the value."""
        value = self.node.value if isinstance(self.node, yaml.ScalarNode) else ""
        found = get_close_matches(str(value), sorted(set(choices)), n=3, cutoff=0.6)
        return f"; did you mean {' or '.join(found)}?" if found else ""

    def refuse(self, why: str, *, quiet: bool = False) -> NoReturn:
        """Raises CaseError with the file, the line, the key, the value (unless it must stay unseen) and what to do."""
        shown = isinstance(self.node, yaml.ScalarNode) and self.node.value and not quiet
        value = f" ({self.node.value!r})" if shown else ""
        raise CaseError(f"{self.file}, line {self.line}: {self.key or 'the file'}{value} {why}")

    def _empty(self) -> bool:
        return isinstance(self.node, yaml.ScalarNode) and self.node.tag == "tag:yaml.org,2002:null"


def read(path: Path) -> Node:
    """The file as nodes. Raises CaseError when it is missing, not UTF-8, or not YAML."""
    try:
        return parsed(path.read_text(encoding="utf-8-sig"), str(path))
    except OSError as error:
        raise CaseError(f"cannot read {path}: {error.strerror}; a case is a folder with a case.yaml") from None
    except UnicodeDecodeError:
        raise CaseError(f"cannot read {path}: it is not UTF-8 text; save it as UTF-8") from None


def parsed(text: str, path: str) -> Node:
    """A text as nodes, of which messages say that it stands at `path`. Raises CaseError when it is not YAML."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "it cannot be parsed"
        raise CaseError(f"{path}{line}: not YAML: {problem}") from None
    if node is None:
        raise CaseError(f"{path} is empty; give at least a title and sources")
    return Node(node, "", path)

"""Checks an export's entities against FollowTheMoney's own model: `python -m tools.ftm_check CASE…`.

It needs the library, which needs a compiler to install: `make ftm-check` gives it an environment of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def problems(lines: str) -> list[str]:
    """What the model would not take of entities, a line of JSON each; nothing when all is well."""
    entities = [json.loads(line) for line in lines.splitlines()]
    schemata = {one["id"]: one["schema"] for one in entities}
    return [f"{one['id']}: {what}" for one in entities for what in _wrong(one, schemata)]


def _wrong(one: dict[str, Any], schemata: dict[str, str]) -> Iterator[str]:
    from followthemoney import model
    from followthemoney.types import registry

    schema = model.get(one["schema"])
    if schema is None or schema.abstract:
        yield f"no schema {one['schema']}"
        return
    if registry.entity.clean(one["id"]) != one["id"]:
        yield "the id is none"
    yield from (f"{name} is required" for name in schema.required if not one["properties"].get(name))
    for name, values in one["properties"].items():
        prop = schema.get(name)
        if prop is None or prop.stub:
            yield f"{one['schema']} has no {name}"
            continue
        for value in values:
            if prop.type.clean(value) is None:
                yield f"{name} cannot be {value!r}"
            elif prop.range is not None and not _in_range(model, schemata.get(value), prop.range):
                yield f"{name} must be a {prop.range.name}: {value}"


def _in_range(model: Any, schema: str | None, wanted: Any) -> bool:
    return schema is not None and model.get(schema).is_a(wanted)


def main(cases: list[str]) -> int:
    """Exports each case, checks its entities, and says how many there were."""
    found = 0
    for case in cases:
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "export"
            asked = ["export", case, "--to", str(out), "--format", "ftm", "--quiet"]
            subprocess.run([sys.executable, "-m", "ceasefire", *asked], check=True)
            lines = (out / "entities.ftm.json").read_text(encoding="utf-8")
        wrong = problems(lines)
        found += len(wrong)
        print(f"{case}: {len(lines.splitlines())} entities, {len(wrong)} problems", *wrong, sep="\n  ")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

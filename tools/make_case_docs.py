"""Writes the tables of docs/case.md and docs/case.schema.json again, from vocabulary/case_keys.yaml.

python -m tools.make_case_docs
"""

from __future__ import annotations

from pathlib import Path

from ceasefire.publishing.case_schema import schema_text, tables_text

DOCS = Path(__file__).parent.parent / "docs"
BEGIN, END = "<!-- keys -->\n", "<!-- end of keys -->\n"


def main() -> None:
    """Both files, between the marks and whole."""
    page = DOCS / "case.md"
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    page.write_text(f"{before}{BEGIN}\n{tables_text()}\n{END}{rest.partition(END)[2]}", encoding="utf-8")
    (DOCS / "case.schema.json").write_text(schema_text(), encoding="utf-8")


if __name__ == "__main__":
    main()

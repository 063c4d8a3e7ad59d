"""Every file of an export, by its path in the folder."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ceasefire.publishing.exports import dictionary
from ceasefire.publishing.exports.citation import citation_file, version_file, version_of
from ceasefire.publishing.exports.csv_form import to_csv
from ceasefire.publishing.exports.folder import VERSION
from ceasefire.publishing.exports.material import Material
from ceasefire.publishing.exports.rows import ceasefire_rows_of, rows_of
from ceasefire.publishing.exports.tables import Row, tables

CSV, PARQUET, JSONL, PROV, FTM, CEASEFIRES = FORMS = ("csv", "parquet", "jsonl", "prov", "ftm", "ceasefires")
LOG = "record.jsonl"

File = tuple[str, bytes]


def files_of(made: Material, forms: Collection[str] = FORMS, log: Iterable[str] = ()) -> dict[str, bytes]:
    """The files of the forms asked for, with the data dictionary, the citation and version.json.

    `log` is the lines of a lasting record's log; they go along with the tables as JSON Lines.
    """
    rows = rows_of(made)
    version = version_of(made, rows)
    found = dict(_chosen(made, rows, forms, log, version["title"]))
    found["CITATION.cff"] = citation_file(version)
    found[VERSION] = version_file(version, found)
    return found


def _chosen(
    made: Material, rows: Mapping[str, Sequence[Row]], forms: Collection[str], log: Iterable[str], title: str
) -> Iterator[File]:
    declared = tables()
    kept = [declared[name] for name in rows] if {CSV, PARQUET, JSONL} & set(forms) else []
    coded = ceasefire_rows_of(made) if CEASEFIRES in forms else {}
    described = [*kept, *(declared[name] for name in coded)]
    if described:
        yield "data-dictionary.md", dictionary.as_markdown(described)
        yield "data-dictionary.csv", dictionary.as_csv(described)
    paths = {one.name: f"csv/{one.name}.csv" for one in kept} if CSV in forms else {}
    paths |= {name: f"ceasefires/{name}.csv" for name in coded}
    if paths:
        yield "datapackage.json", dictionary.as_datapackage(described, title, paths)
        everything = {**rows, **coded}
        yield from ((path, to_csv(declared[name].columns, everything[name])) for name, path in paths.items())
    if PARQUET in forms:
        from ceasefire.publishing.exports.parquet_form import to_parquet

        yield from ((f"parquet/{one.name}.parquet", to_parquet(one, rows[one.name])) for one in kept)
    if JSONL in forms:
        from ceasefire.publishing.exports.jsonl_form import to_jsonl

        yield from ((f"jsonl/{one.name}.jsonl", to_jsonl(one, rows[one.name])) for one in kept)
        if lines := "".join(log):
            yield LOG, lines.encode("utf-8")
    if PROV in forms:
        from ceasefire.publishing.exports.prov_form import as_json, as_provn, provenance

        held = provenance(made)
        yield "prov.json", as_json(held)
        yield "prov.provn", as_provn(held)
    if FTM in forms:
        from ceasefire.publishing.exports.ftm_form import to_ftm

        yield "entities.ftm.json", to_ftm(made)

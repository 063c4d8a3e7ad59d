"""Where everything comes from, in the W3C's PROV: documents, the coder that read them, statements, what people decided.

Entities: documents, statements, positions. Activities: the coding of each document, each decision. Agents: publishers
(organisations), coders (software with its version), people who decided. A statement is a quotation of its document, a
near-copy an alternate of its first, a position derived from its statements, a corrected statement a revision.
Names are hashes of ids, which are any text; the id is in `ceasefire:id`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ceasefire.publishing.exports.material import Material
from ceasefire.publishing.inert import visible
from ceasefire.record.decision import Decision

if TYPE_CHECKING:
    from prov.model import ProvDocument

NAMESPACE = "urn:ceasefire:"


def provenance(made: Material) -> ProvDocument:
    """The provenance of a record as a PROV document."""
    from prov.model import ProvDocument

    held = ProvDocument()
    held.add_namespace("ceasefire", NAMESPACE)
    _documents(held, made)
    _statements(held, made)
    _positions(held, made)
    for number, one in enumerate(made.decided.decisions, start=1):
        _decision(held, number, one)
    return held


def as_json(held: ProvDocument) -> bytes:
    """PROV-JSON, its keys sorted."""
    return (json.dumps(json.loads(held.serialize(format="json") or "{}"), indent=1, sort_keys=True) + "\n").encode(
        "utf-8"
    )


def as_provn(held: ProvDocument) -> bytes:
    """PROV-N, the notation for people."""
    return (str(held.get_provn()) + "\n").encode("utf-8")


def _documents(held: ProvDocument, made: Material) -> None:
    for coder in sorted(set(made.coders.values())):
        held.agent(_name("coder", coder), _said({"prov:type": "prov:SoftwareAgent", "ceasefire:version": coder}))
    for publisher in sorted({one.publisher for one in made.documents if one.publisher}):
        held.agent(_name("publisher", publisher), _said({"prov:type": "prov:Organization", "prov:label": publisher}))
    for one in made.documents:
        about = {
            "prov:label": one.title,
            "ceasefire:id": one.id,
            "ceasefire:origin": one.origin,
            "ceasefire:published": one.published.edtf,
            "ceasefire:sha256": one.sha256,
        }
        held.entity(_name("document", one.id), _said(about))
        if one.publisher:
            held.attribution(_name("document", one.id), _name("publisher", one.publisher))
        if one.id in made.coders:
            held.activity(_name("coding", one.id), other_attributes=_said({"ceasefire:id": one.id}))
            held.usage(_name("coding", one.id), _name("document", one.id))
            held.association(_name("coding", one.id), _name("coder", made.coders[one.id]))
    present = {one.id for one in made.documents}
    for one in made.documents:
        if one.copy and one.copy.of in present:
            held.alternate(_name("document", one.id), _name("document", one.copy.of))


def _statements(held: ProvDocument, made: Material) -> None:
    for one in made.statements:
        about = {
            "prov:value": one.quote,
            "ceasefire:id": one.id,
            "ceasefire:actor": one.actor,
            "ceasefire:act": one.act,
            "ceasefire:provision": made.on.about[one.id],
            "ceasefire:modality": one.modality,
            "ceasefire:said": one.said.edtf,
            "ceasefire:start": str(one.start),
            "ceasefire:end": str(one.end),
        }
        held.entity(_name("statement", one.id), _said(about))
        held.quotation(_name("statement", one.id), _name("document", one.document))
        if one.document in made.coders:
            held.generation(_name("statement", one.id), _name("coding", one.document))


def _positions(held: ProvDocument, made: Material) -> None:
    for one in made.positions:
        name = _name("position", f"{one.party}\n{one.provision}")
        about = {"ceasefire:party": one.party, "ceasefire:provision": one.provision, "ceasefire:stance": one.stance}
        held.entity(name, _said(about))
        for statement in one.statements:
            held.derivation(name, _name("statement", statement))


def _decision(held: ProvDocument, number: int, one: Decision) -> None:
    name, person = _name("decision", str(number)), _name("person", one.by)
    held.agent(person, _said({"prov:type": "prov:Person", "prov:label": one.by}))
    recorded = one.recorded or None
    about = {"ceasefire:verdict": one.verdict, "prov:label": one.reason}
    held.activity(name, recorded, recorded, other_attributes=_said(about))
    held.association(name, person)
    before = _name("statement-before", f"{number} {one.statement}")
    held.entity(before, _said({"prov:value": one.before.quote, "ceasefire:id": one.statement}))
    held.usage(name, before)
    if one.after is not None:
        after = _name("statement", one.after.id)
        held.revision(after, before, name)
    else:
        held.invalidation(before, name)


def _said(about: Mapping[str, str]) -> list[tuple[str, str]]:
    """The attributes that say something, as text that steers nothing."""
    return [(name, visible(value)) for name, value in about.items() if value]


def _name(kind: str, name: str) -> str:
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return f"ceasefire:{kind}-{digest}"

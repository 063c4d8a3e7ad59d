"""A record as FollowTheMoney entities, a line of JSON each: parties, documents, and statements as notes that link them.

States are PublicBody, armed groups and organisations Organization, other parties LegalEntity, documents Article. A
statement is a Note about its parties with its document as proof: a claim, so never an Event. What
FollowTheMoney cannot say (provision, offsets, prices) stands in the other files, under the id that the summary gives.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from ceasefire.coding.parties import Parties
from ceasefire.coding.statement import Statement
from ceasefire.publishing.exports.material import Material
from ceasefire.publishing.inert import visible
from ceasefire.publishing.wording import act_sentence
from ceasefire.reading.document import Document
from ceasefire.vocabulary import load
from ceasefire.when import When

ADDRESS = re.compile(r"https?://[^\s]+")
MIME = re.compile(r"[a-z]+/[a-z0-9.+-]+")

Entity = dict[str, Any]


def to_ftm(made: Material) -> bytes:
    """The entities, by schema and id."""
    found = sorted(entities(made), key=lambda one: (one["schema"], one["id"]))
    return b"".join(orjson.dumps(one, option=orjson.OPT_SORT_KEYS) + b"\n" for one in found)


def entities(made: Material) -> Iterator[Entity]:
    """Parties, documents and statements as entities."""
    known = Parties.builtin().with_aliases(made.aliases)
    named = (party for one in made.statements for party in (one.actor, one.recipient, one.speaker) if party)
    for party in sorted(set(named)):
        yield _party(party, known, made.aliases.get(party, ()))
    for document in made.documents:
        yield _document(document)
    documents = {one.id for one in made.documents}
    for one in made.statements:
        yield _statement(one, made, documents)


def _party(party: str, known: Parties, aliases: Iterable[str]) -> Entity:
    schemata = load("exports")["ftm_schemata"]
    schema = schemata.get(known.kind(party), schemata["other"])
    return _entity("party", party, schema, name=[party], alias=sorted(aliases))


def _document(one: Document) -> Entity:
    return _entity(
        "document",
        one.id,
        "Article",
        fileName=[one.origin],
        title=[one.title],
        publisher=[one.publisher],
        publishedAt=[_date(one.published)],
        sourceUrl=[address for address in (one.url, one.origin) if ADDRESS.fullmatch(address)][:1],
        mimeType=[one.media_type] if MIME.fullmatch(one.media_type) else [],
        description=[one.id],
    )


def _statement(one: Statement, made: Material, documents: set[str]) -> Entity:
    provision = made.on.provision(made.on.about[one.id])
    title = provision.title if provision and provision.title else one.provision
    return _entity(
        "statement",
        one.id,
        "Note",
        name=[act_sentence(one, title)],
        description=[one.quote],
        summary=[one.id],
        entity=[_id("party", party) for party in (one.actor, one.recipient) if party],
        proof=[_id("document", one.document)] if one.document in documents else [],
        createdAt=[_date(one.said)],
        keywords=[one.act, one.provision, one.modality],
    )


def _entity(kind: str, called: str, schema: str, /, **properties: list[str]) -> Entity:
    """An entity with those properties that say something."""
    said = {key: list(dict.fromkeys(visible(one) for one in values if one)) for key, values in properties.items()}
    return {"id": _id(kind, called), "schema": schema, "properties": {key: one for key, one in said.items() if one}}


def _id(kind: str, name: str) -> str:
    """An id that FollowTheMoney takes, from any text."""
    return f"ceasefire-{kind}-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def _date(when: When) -> str:
    return when.edtf.partition("T")[0]

"""Claims beside incidents: ledgers, accusations in texts, and which incident may be behind which claim."""

from ceasefire.monitoring.claims.accused import accusations
from ceasefire.monitoring.claims.beside import ClaimsBeside, claims_beside
from ceasefire.monitoring.claims.checking import checked, claims_about, evidence_of, unclaimed
from ceasefire.monitoring.claims.gazetteer import Gazetteer
from ceasefire.monitoring.claims.ledger import Ledger, ledgers

__all__ = [
    "ClaimsBeside",
    "Gazetteer",
    "Ledger",
    "accusations",
    "checked",
    "claims_about",
    "claims_beside",
    "evidence_of",
    "ledgers",
    "unclaimed",
]

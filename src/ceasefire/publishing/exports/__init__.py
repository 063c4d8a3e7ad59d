"""A record as files that others can use: tables, provenance, entities, pauses, and a version that can be cited."""

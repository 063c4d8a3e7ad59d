"""Incident data in: each source's own rows, by a declared mapping, as reports; what cannot be used, with its reason."""

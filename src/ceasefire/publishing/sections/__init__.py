"""The sections of a brief, one question each: facts in, lines out."""

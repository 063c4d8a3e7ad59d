"""Claims beside incidents: ledgers, accusations in texts, and which incident may be behind which claim."""

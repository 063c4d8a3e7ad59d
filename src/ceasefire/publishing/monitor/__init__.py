"""The monitoring report: what `ceasefire monitor` found, as text, Markdown, HTML, PDF and JSON."""

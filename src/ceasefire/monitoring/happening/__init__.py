"""What reports say happened, from their words and from their sources' codes."""

from ceasefire.monitoring.happening.reader import Reader, happened

__all__ = ["Reader", "happened"]

"""Who has agreed to what, what stands in the way, and who says so."""

__version__ = "0.1.0"

"""How fast the coding is, beside a peer on the same texts in the same run."""

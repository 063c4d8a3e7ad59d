"""`python -m ceasefire` is `ceasefire`."""

from ceasefire.cli import main

main()

"""`python -m lienket`: the same as the command `lienket`."""

from lienket.cli import main

main()

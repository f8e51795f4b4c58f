"""`python -m consistency`."""

from consistency.cli import main

main(prog_name="consistency")

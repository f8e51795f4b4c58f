"""What was read of documents, kept from run to run: one file, which may be thrown away at any time."""

FOLDER = ".consistency"  # of what a project keeps from run to run

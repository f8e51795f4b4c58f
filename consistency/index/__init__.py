"""What was read of documents, kept from run to run: one file, which may be thrown away at any time."""

"""A page on this machine to decide on findings: documents are dropped on it, and read again as they change."""

"""What editors ask while somebody writes: `consistency lsp` holds the open text against an archive."""

"""From a document to what it claims: quantities, periods, names, tables, mentions."""

"""What a passage says between its numbers: sums, parts, shares, rates, changes. One file a relation."""

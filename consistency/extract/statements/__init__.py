"""What a sentence says of its numbers: whose, of what, when, and in which standing. The way in is `sentence`."""

"""The page of a text: folded once, and cut once into lines and sentences."""

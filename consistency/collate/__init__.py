"""Collation: passages that documents share, and the places where they differ in them."""

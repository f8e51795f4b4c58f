"""Findings that were seen before: a baseline of all of them, and those that somebody accepted, who and why.

Documents themselves are never marked.
"""

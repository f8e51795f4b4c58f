"""The kinds of rules: what is carried out for an entry of `rules/checks-*.toml`."""

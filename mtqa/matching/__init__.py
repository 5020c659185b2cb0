"""The pattern language: what rules can say without code.

`elements` is what one element of a pattern means, `pattern` where a whole pattern matches, `pack` the TOML files of
patterns that are rules, `leave` patterns as exceptions of rules. `docs/pattern-packs.md` says how to write them.
"""

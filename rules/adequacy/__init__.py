"""Rules that hold the target against its source: what is missing, added or changed."""

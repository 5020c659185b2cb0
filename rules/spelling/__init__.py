"""Words that are misspelled."""

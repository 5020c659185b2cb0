"""Marks unpaired, doubled, misplaced or of the wrong width."""

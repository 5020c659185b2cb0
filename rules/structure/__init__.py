"""Paragraphs, residue and tags."""

"""A story that contradicts itself, or changes its spelling on the way."""

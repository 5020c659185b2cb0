"""How fast mtqa is, and what it needs. Run `python -m benchmarks` at the root of the project."""

"""The version of mtqa, in one place."""

__version__ = "0.1.0"

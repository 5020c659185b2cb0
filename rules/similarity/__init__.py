"""The target beside a reference translation."""

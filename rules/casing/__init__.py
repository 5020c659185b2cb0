"""Casing broken by the engine."""

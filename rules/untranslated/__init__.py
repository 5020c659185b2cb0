"""Source text left in the target."""

"""Source grammar shining through the target."""

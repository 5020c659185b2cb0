"""Names of people, offices and bodies."""

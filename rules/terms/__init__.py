"""Terms that have a set name in English, and what engines write for them."""

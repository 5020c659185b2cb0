"""What tools and language models leave in a text."""

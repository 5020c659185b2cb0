"""What is computed once from a text and shared by all rules."""

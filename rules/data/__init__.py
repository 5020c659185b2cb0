"""Tables the rules read; README.md says where their facts are from."""

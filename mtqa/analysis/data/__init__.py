"""Language tables; README.md says where each is from and under what licence."""

"""Word salad: stretches no English sentence can hold."""

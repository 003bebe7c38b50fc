"""Getting back into an account, or moving it to another address, by a letter."""

"""What the service writes to people: all words in one file for each language."""

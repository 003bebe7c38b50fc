"""A letter for each person and week, with what waits for them; nothing where nothing does."""

"""Reads what partners' catalogues say; pure. Whatever cannot be read is refused, and nothing here calls anybody."""

"""What both sides of a meeting say of the next step."""

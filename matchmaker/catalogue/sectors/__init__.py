"""The taxonomy as administrators have it: rows over the shipped file, which every process reads with each request."""

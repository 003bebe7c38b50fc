"""Matches technologies with needs across languages and says why."""

__version__ = "0.1.0"

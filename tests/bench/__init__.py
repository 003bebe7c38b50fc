"""Measurements: ``make bench`` prints them as tables; tests never depend on time."""

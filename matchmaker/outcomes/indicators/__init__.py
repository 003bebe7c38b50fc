"""Figures with a written definition each, counted from what every stage keeps."""

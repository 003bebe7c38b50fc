"""Figures pushed as they change: one watcher for all who listen, which reads once and tells everybody."""

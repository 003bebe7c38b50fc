"""Traces and metrics for OpenTelemetry, where a setting asks for them.

The code says ``with span("encode", texts=8)``; without the setting that does nothing and loads nothing. Facts in spans
are numbers, patterns and kinds: never a path, a query, a value of SQL, a text or a name.
"""

"""Fuzzing of whatever reads bytes of strangers. One module a target: ``seeds`` to begin with, ``take`` one input.

``take`` lets through only refusals that callers expect; every other exception is a finding.
"""

"""Telling other services of changes: signed, at least once, in order for each subject.

A delivery is a row written in the transaction of the change, as mail is; a courier carries it afterwards.
"""

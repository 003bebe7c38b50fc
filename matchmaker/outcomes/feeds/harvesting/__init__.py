"""Records for other catalogues, by the Open Archives Initiative's protocol for metadata harvesting, version 2.0.

Nothing is kept for it: a posting's last change is its date, and one that was published once and is not any more is a
deleted record for ever.
"""

"""Catalogues of partners: harvested by OAI-PMH or as JSON, told apart from copies, and reviewed before publication."""

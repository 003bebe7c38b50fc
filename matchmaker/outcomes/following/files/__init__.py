"""Files of cases, kept beside the database."""

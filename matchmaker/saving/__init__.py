"""Everything the service holds, taken elsewhere: from one database to another, into a backup, and back."""

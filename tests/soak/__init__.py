"""What takes hours: the service is killed, starved and kept busy, and has to lose nothing of what it said it has."""

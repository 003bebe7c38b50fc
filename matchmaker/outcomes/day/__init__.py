"""The day as it runs: who is there, what the tables and the hall show, badges, and what the desk must do next."""

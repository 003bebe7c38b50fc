"""The settings in force, for whoever looks after the service."""

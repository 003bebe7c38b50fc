"""``python -m matchmaker`` is the command line."""

from matchmaker.cli import app

app()

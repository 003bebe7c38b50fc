"""The service's own description of its API, which tests walk through."""

from matchmaker.app import create_app
from matchmaker.settings import Settings

# Nothing connects to this database: only the document is made.
DOCUMENT = create_app(Settings(database_url="postgresql+psycopg:///none"), background=False).openapi()

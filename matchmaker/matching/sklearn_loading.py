"""scikit-learn, imported when it is first needed, by one request at a time."""

from threading import Lock

_LOADING = Lock()


def load_sklearn() -> None:
    """Import what is used of it. Its modules import each other: two threads at once would meet half of them."""
    with _LOADING:
        import sklearn.manifold
        import sklearn.metrics  # noqa: F401

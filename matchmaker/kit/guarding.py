"""Middleware against other sites: refuses what they send with our cookies, and tells browsers what a page may do."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from matchmaker.kit.problems import problem_response
from matchmaker.kit.web import Receive, Scope, Send

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
CONTENT_POLICY = (
    "default-src 'none'; object-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": CONTENT_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(self), geolocation=(), microphone=()",
}
ONE_YEAR = 365 * 86400


def comes_from_elsewhere(method: str, headers: Mapping[str, str], own: str) -> bool:
    """Whether a page of another site sent a request that may change something.

    Browsers tell by ``sec-fetch-site``, older ones by ``origin``; what tells neither is no browser, and carries no
    cookie that it was not given on purpose. A token in a header no browser sends by itself. ``own`` is the service's
    own address; names in ``headers`` are lower case.
    """
    if method in SAFE_METHODS or headers.get("authorization", "").lower().startswith("bearer "):
        return False
    if site := headers.get("sec-fetch-site"):
        return site not in ("same-origin", "none")
    origin = headers.get("origin")
    if origin is None:
        return False
    return origin != own and urlsplit(origin).netloc != headers.get("host")


class Guarded:
    """Middleware: see above; ``address`` is where people reach the service."""

    def __init__(self, app: Any, address: str) -> None:
        self.app = app
        self.own = address
        self._headers = [(name.encode(), text.encode()) for name, text in HEADERS.items()]
        if address.startswith("https:"):
            self._headers.append((b"strict-transport-security", f"max-age={ONE_YEAR}; includeSubDomains".encode()))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        is_private = scope["path"].startswith("/api/")

        async def send_guarded(message: Any) -> None:
            if message["type"] == "http.response.start":
                given = list(message.get("headers", []))
                names = {name.lower() for name, _ in given}
                added = [header for header in self._headers if header[0] not in names]
                if is_private and b"cache-control" not in names:
                    # Whose answer it is depends on the cookie, which no cache asks for.
                    added.append((b"cache-control", b"no-store"))
                message["headers"] = [*given, *added]
            await send(message)

        headers = {name.decode("latin-1").lower(): text.decode("latin-1") for name, text in scope["headers"]}
        if comes_from_elsewhere(scope["method"], headers, self.own):
            await problem_response(403, "other_site")(scope, receive, send_guarded)
            return
        await self.app(scope, receive, send_guarded)

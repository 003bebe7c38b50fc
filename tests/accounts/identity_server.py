"""A provider of OpenID Connect that runs in a test: real HTTP, real signatures, and answers that can be made wrong."""

import base64
import hashlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT = ("matchmaker", "s3cret-of-client")


class IdentityServer:
    """One provider; ``claims`` go over those that are right, and a claim of None is left out."""

    def __init__(self) -> None:
        self.key = RSAKey.generate_key(2048, {"kid": "1", "use": "sig"}, private=True)
        self.signs_with = self.key
        self.algorithm = "RS256"
        self.claims: dict[str, Any] = {}
        self.codes: dict[str, dict[str, str]] = {}
        self.described: dict[str, Any] = {}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def authorize(self, url: str, **claims: Any) -> dict[str, str]:
        """Somebody signs in at an authorization address; what comes back in the query."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        self.claims = {"sub": "u-1", "email": "lan@ben-binh.example", "email_verified": True, "name": "Lan", **claims}
        code = f"code-{len(self.codes)}"
        self.codes[code] = asked
        return {"code": code, "state": asked["state"]}

    def answer(self, path: str, authorization: str, body: dict[str, str]) -> tuple[int, dict[str, Any]]:
        if path == "/.well-known/openid-configuration":
            return 200, self._description()
        if path == "/keys":
            return 200, {"keys": [self.key.as_dict(private=False)]}
        if path == "/token":
            return self._token(authorization, body)
        return 404, {}

    def _description(self) -> dict[str, Any]:
        places = {"authorization_endpoint": "/authorize", "token_endpoint": "/token", "jwks_uri": "/keys"}
        return {"issuer": self.issuer, **{name: self.issuer + path for name, path in places.items()}} | self.described

    def _token(self, authorization: str, body: dict[str, str]) -> tuple[int, dict[str, Any]]:
        asked = self.codes.pop(body.get("code", ""), None)
        proof = base64.urlsafe_b64encode(hashlib.sha256(body.get("code_verifier", "").encode()).digest()).decode()
        client = base64.b64decode(authorization.removeprefix("Basic ")).decode()
        if asked is None or asked["code_challenge"] != proof.rstrip("=") or client != ":".join(CLIENT):
            return 400, {"error": "invalid_grant"}
        if asked["redirect_uri"] != body["redirect_uri"] or asked["code_challenge_method"] != "S256":
            return 400, {"error": "invalid_grant"}
        return 200, {"access_token": "a", "token_type": "Bearer", "id_token": self._id_token(asked["nonce"])}

    def _id_token(self, nonce: str) -> str:
        now = int(time.time())
        right = {"iss": self.issuer, "aud": CLIENT[0], "iat": now, "exp": now + 300, "nonce": nonce}
        said = {name: value for name, value in (right | self.claims).items() if value is not None}
        return jwt.encode({"alg": self.algorithm, "kid": "1"}, said, self.signs_with, algorithms=[self.algorithm])


def _handler(provider: IdentityServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send({})

        def do_POST(self) -> None:
            text = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._send({name: values[0] for name, values in parse_qs(text).items()})

        def _send(self, body: dict[str, str]) -> None:
            status, found = provider.answer(urlsplit(self.path).path, self.headers.get("Authorization", ""), body)
            data = json.dumps(found).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    return Handler

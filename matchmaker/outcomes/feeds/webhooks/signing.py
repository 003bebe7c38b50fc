"""Signatures after the Standard Webhooks specification; pure."""

import base64
import hashlib
import hmac
import secrets

PREFIX = "whsec_"
KEY_BYTES = 32


def new_secret() -> str:
    """A secret as receivers enter it."""
    return PREFIX + base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def headers_of(secret: str, key: str, seconds: int, body: bytes) -> dict[str, str]:
    """What goes with a body: the delivery's key, the moment of sending in seconds since 1970, and their signature."""
    signed = f"{key}.{seconds}.".encode() + body
    mark = hmac.new(base64.b64decode(secret.removeprefix(PREFIX)), signed, hashlib.sha256).digest()
    return {
        "content-type": "application/json",
        "webhook-id": key,
        "webhook-timestamp": str(seconds),
        "webhook-signature": f"v1,{base64.b64encode(mark).decode()}",
    }

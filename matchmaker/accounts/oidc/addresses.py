"""Which addresses may be called, and to which one may be sent back; pure."""

import ipaddress
from urllib.parse import urlsplit


def is_safe_issuer(address: str) -> bool:
    """Whether an address is one of https without anything hidden in it; this machine itself may go without."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    if not host or parts.query or parts.fragment or "@" in parts.netloc or not address.isprintable() or " " in address:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(host))


def own_path(path: str) -> str:
    """The path to go to after signing in: one of this service's pages, or the first one for anything else."""
    plain = path.startswith("/") and path.isascii() and path.isprintable() and not set(path) & set('\\ "<>')
    return path if plain and not path.startswith(("//", "/api/")) and len(path) <= 500 else "/"


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

"""Which addresses of others may be called; pure."""

import ipaddress
from collections.abc import Collection
from urllib.parse import urlsplit

# Prefixes under which an IPv4 address hides in one of IPv6: translation, local translation.
_TRANSLATED = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
PORTS = {"https": 443, "http": 80}


def hosts_of(setting: str) -> frozenset[str]:
    """The names in a setting, separated by commas or spaces, in lower case."""
    return frozenset(setting.lower().replace(",", " ").split())


def is_acceptable(address: str, trusted: Collection[str]) -> bool:
    """Whether an address has the form of one that may be called: https, and http only to trusted hosts.

    Where its name leads is known only when it is called.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        return False
    if not host or port == 0 or "@" in parts.netloc or parts.fragment:
        return False
    if not address.isascii() or not address.isprintable() or set(address) & set(' \\"<>'):
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and host in trusted)


def is_public(number: str) -> bool:
    """Whether a numeric address is one of the public network, also where it hides one of IPv4."""
    try:
        address = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        hidden = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if hidden is not None:
            return is_public(str(hidden))
        if any(address in network for network in _TRANSLATED):
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved

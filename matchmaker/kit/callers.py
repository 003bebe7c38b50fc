"""From where a request comes, as far as limits care; pure."""

import ipaddress
from collections.abc import Mapping
from typing import Any


def client_group(address: str) -> str:
    """The client an address belongs to: itself, or its /64 of IPv6, which is one subscriber."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if found.version == 4:
        return str(found)
    return str(ipaddress.ip_network((found, 64), strict=False))


def caller_of(scope: Mapping[str, Any]) -> str:
    """The client of a request; empty where the server does not know."""
    client = scope.get("client")
    return client_group(client[0]) if client else ""

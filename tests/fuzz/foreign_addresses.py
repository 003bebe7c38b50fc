"""Addresses of others: what is acceptable names one host, the same for whoever checks it and whoever calls it."""

import ipaddress
from urllib.parse import urlsplit

import httpx

from matchmaker.outcomes.feeds.calling.addresses import hosts_of, is_acceptable, is_public


def seeds() -> list[bytes]:
    return [
        b"https://partner.example/hooks?x=1",
        b"http://trusted.example:8080/",
        b"https://user@partner.example/",
        b"https://[::ffff:10.0.0.1]:443/",
        b"https://0x7f.1/ https://partner.example\\@127.0.0.1/",
        b"2001:db8::1",
        b"64:ff9b::7f00:1",
    ]


def take(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    if is_public(text):
        address = ipaddress.ip_address(text.partition("%")[0])
        assert [address.is_private, address.is_loopback, address.is_link_local] == [False] * 3
    if is_acceptable(text, hosts_of("trusted.example")):
        checked = urlsplit(text).hostname
        try:
            called = httpx.URL(text).host
        except httpx.InvalidURL:
            return
        assert called.lower() == checked, (called, checked)

"""The door through which others are called: checked addresses, no redirects, limits of time and size."""

import asyncio
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

from matchmaker import __version__
from matchmaker.outcomes.feeds.calling.addresses import PORTS, hosts_of, is_acceptable, is_public
from matchmaker.settings import Settings

AGENT = f"Matchmaker/{__version__}"


class CallError(Exception):
    """A call without an answer; ``code`` is ``address_refused``, ``too_slow``, ``too_large`` or ``unreachable``."""

    def __init__(self, code: str, detail: str = "") -> None:
        self.code = code
        super().__init__(f"{code}: {detail}" if detail else code)


@dataclass(frozen=True)
class Answer:
    """What came back; ``body`` is as long as was asked for at most, ``retry_after`` what that header says."""

    status: int
    body: bytes = b""
    retry_after: str = ""


@dataclass(frozen=True)
class Limits:
    """Seconds for everything together, from looking the name up; bytes of the body that are read, 0 for none."""

    seconds: float = 10.0
    size: int = 0


class Caller:
    """Calls others; ``transport`` stands in for the network in tests."""

    def __init__(self, settings: Settings, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self.trusted = hosts_of(settings.trusted_hosts)
        self._transport = transport

    def post(self, address: str, body: bytes, headers: Mapping[str, str], limits: Limits) -> Answer:
        """Send a body. Raises CallError."""
        return self._run("POST", address, body, headers, limits)

    def get(self, address: str, limits: Limits, headers: Mapping[str, str] | None = None) -> Answer:
        """Fetch an address. Raises CallError, also where the body is too long."""
        return self._run("GET", address, b"", headers or {}, limits)

    def _run(self, method: str, address: str, body: bytes, headers: Mapping[str, str], limits: Limits) -> Answer:
        if not is_acceptable(address, self.trusted):
            raise CallError("address_refused")
        try:
            return asyncio.run(self._call(method, address, body, headers, limits))
        except TimeoutError as error:
            raise CallError("too_slow") from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as error:
            raise CallError("unreachable", type(error).__name__) from error

    async def _call(self, method: str, address: str, body: bytes, headers: Mapping[str, str], limits: Limits) -> Answer:
        async with asyncio.timeout(limits.seconds):
            url = httpx.URL(address)
            number = await self._checked(address)
            # The name stands in the header and in the handshake; the connection goes to what was checked.
            sent = {"user-agent": AGENT, **headers, "host": url.netloc.decode()}
            client = httpx.AsyncClient(transport=self._transport, trust_env=False, timeout=limits.seconds)
            async with (
                client,
                client.stream(
                    method,
                    url.copy_with(host=number),
                    content=body or None,
                    headers=sent,
                    follow_redirects=False,
                    extensions={"sni_hostname": url.host},
                ) as answer,
            ):
                later = answer.headers.get("retry-after", "")
                return Answer(answer.status_code, await _body(answer, limits.size), later)

    async def _checked(self, address: str) -> str:
        """A numeric address of the host, all of whose addresses may be called. Raises CallError."""
        parts = urlsplit(address)
        host = parts.hostname or ""
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, parts.port or PORTS[parts.scheme], type=socket.SOCK_STREAM)
        numbers = [str(row[4][0]) for row in found]
        if not numbers:
            raise CallError("unreachable", "no address")
        if host not in self.trusted and not all(map(is_public, numbers)):
            raise CallError("address_refused")
        return numbers[0]


async def _body(answer: httpx.Response, most: int) -> bytes:
    """The body, of which nothing is read where nothing is wanted. Raises CallError ``too_large``."""
    if not most:
        return b""
    read = bytearray()
    async for part in answer.aiter_bytes():
        read += part
        if len(read) > most:
            raise CallError("too_large")
    return bytes(read)

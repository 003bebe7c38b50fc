"""The cookie header, and what we signed or sealed: nothing else is believed, nothing is an error."""

from pathlib import Path

from starlette.requests import cookie_parser

from matchmaker.kit.secrets import Secret, fingerprint

SECRET = Secret("fuzzed", Path("nowhere"))
NAME = "matchmaker_sign_in"
TEXT = "7-token"


def seeds() -> list[bytes]:
    signed, sealed = SECRET.sign(NAME, TEXT), SECRET.seal(NAME, TEXT)
    return [f"{NAME}={signed}".encode(), f'a="b\\073"; {NAME}={signed[:-1]}; ;=x'.encode(), sealed.encode(), b"a=\xff"]


def take(data: bytes) -> None:
    header = data.decode("latin-1")
    for text in (header, *cookie_parser(header).values()):
        assert SECRET.signed_text(NAME, text) in (None, TEXT)
        assert SECRET.unseal(NAME, text) in (None, TEXT)
        assert len(fingerprint(text)) == 64

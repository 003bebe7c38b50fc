"""What harvesters ask: arguments, spans of time and resumption tokens are read, or refused by the protocol's names."""

from pathlib import Path
from urllib.parse import parse_qsl

from matchmaker.kit.secrets import Secret
from matchmaker.outcomes.feeds.harvesting.protocol import ProtocolError, read_arguments, read_span
from matchmaker.outcomes.feeds.harvesting.resuming import Place, read_token, write_token

SECRET = Secret("fuzzed", Path("nowhere"))
PLACE = Place("ListRecords", "oai_dc", "2026-01-01", None, None, 1_700_000_000_000_001, 7, 100, 250)


def seeds() -> list[bytes]:
    token = write_token(SECRET, PLACE)
    return [
        b"verb=Identify",
        b"verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=9999-12-31",
        b"verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01T00:00:00Z&set=energy",
        f"verb=ListRecords&resumptionToken={token}".encode(),
        b"verb=GetRecord&identifier=oai:x:1&metadataPrefix=oai_dc&verb=Identify",
    ]


def take(data: bytes) -> None:
    given = parse_qsl(data.decode("utf-8", "replace"), keep_blank_values=True)
    try:
        asked = read_arguments(given)
        read_span(asked.get("from"), asked.get("until"))
        if "resumptionToken" in asked:
            assert read_token(SECRET, asked["verb"], asked["resumptionToken"]).verb == asked["verb"]
    except ProtocolError:
        pass

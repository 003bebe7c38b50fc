"""The packed sentence model, read whole and as blocks: a model of this form, or refused as none."""

import contextlib
import struct
import tempfile
from pathlib import Path

from matchmaker.embedding.model_file import ModelFileError, read_blocks, read_model_file

FOLDER = Path(tempfile.gettempdir())


def seeds() -> list[bytes]:
    return [small_model(), small_model()[:60], b"E5S1"]


def small_model() -> bytes:
    """Five pieces, one normalisation, a plain tensor of three numbers and one 4-bit block."""
    pieces = [b"<s>", b"</s>", b"<pad>", b"<unk>", b"a"]
    blob = b"".join(pieces)
    ends = [sum(map(len, pieces[:count])) for count in range(len(pieces) + 1)]
    head = b"E5S1" + struct.pack("<I7ifi", 1, 32, 1, 2, 64, len(pieces), 8, 1, 1e-5, 32)
    vocabulary = struct.pack("<5iQ", len(pieces), 0, 1, 2, 3, len(blob))
    vocabulary += struct.pack(f"<{len(ends)}I5f", *ends, *[0.0] * len(pieces)) + blob
    normalisation = struct.pack("<iIIB2I", 1, 2, 0xFB01, 2, 0x66, 0x69)
    tensors = [(b"plain", 0, 3, bytes(12)), (b"packed", 1, 32, bytes(18))]
    directory_size = 4 + sum(2 + len(name) + 1 + 4 + 16 for name, *_ in tensors)
    start = len(head) + len(vocabulary) + len(normalisation) + directory_size
    directory = struct.pack("<i", len(tensors))
    for name, kind, count, raw in tensors:
        directory += struct.pack("<H", len(name)) + name + struct.pack("<BIQQ", kind, count, start, len(raw))
        start += len(raw)
    return head + vocabulary + normalisation + directory + b"".join(raw for *_, raw in tensors)


def take(data: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=FOLDER, prefix="fuzzed-model-") as file:
        file.write(data)
        file.flush()
        for read in (read_model_file, read_blocks):
            with contextlib.suppress(ModelFileError):
                read(Path(file.name))

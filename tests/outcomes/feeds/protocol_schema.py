"""The schema that harvesting's protocol publishes, out of a source archive that carries it; none of it is kept here."""

import io
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from lxml import etree

ARCHIVE = "pyoai==2.5.0"
NAME = "OAI-PMH.xsd"
SECONDS = 120


def protocol_schema(folder: Path) -> etree.XMLSchema:
    """Fetched as packages are; whoever has no index of packages at hand skips."""
    wanted = ["--no-deps", "--no-binary", ":all:", "--quiet", "--disable-pip-version-check", "--dest", str(folder)]
    command = [sys.executable, "-m", "pip", "download", *wanted, ARCHIVE]
    try:
        subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        pytest.skip(f"the protocol's schema cannot be fetched: {type(error).__name__}")
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        member = next(one for one in opened.getmembers() if one.name.endswith(f"/{NAME}"))
        file = opened.extractfile(member)
        assert file
        return etree.XMLSchema(etree.parse(io.BytesIO(file.read())))

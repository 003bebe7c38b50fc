"""One fuzzer in a process of its own: ``python -m tests.fuzz.driving NAME FOLDER -option=…`` (options of libFuzzer)."""

import sys
from pathlib import Path

import atheris

NAME, FOLDER = sys.argv[1], Path(sys.argv[2])

with atheris.instrument_imports(include=["matchmaker", "openpyxl", "csv", "json", "zipfile", "ipaddress", "urllib"]):
    from tests.fuzz.targets import target

    aim = target(NAME)

for number, seed in enumerate(aim.seeds()):
    (FOLDER / f"seed-{number}").write_bytes(seed)
atheris.Setup([NAME, *sys.argv[3:], str(FOLDER)], aim.take)
atheris.Fuzz()

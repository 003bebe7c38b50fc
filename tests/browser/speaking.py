"""The page's own words, so that a story is told in each language and outlives another wording."""

import json
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from screens import LANGUAGES

FRONTEND = Path(__file__).parents[2] / "frontend"
READER = """
import { runnerImport } from "vite";
const read = async (code) => [code, (await runnerImport(`./src/languages/${code}.ts`)).module.default];
const said = JSON.stringify(Object.fromEntries(await Promise.all(CODES.map(read))));
process.stdout.write(said, () => process.exit(0));
"""


@dataclass(frozen=True)
class Speech:
    """What the page says in a language; names as in `frontend/src/languages`."""

    code: str

    def __call__(self, name: str) -> str:
        """One text, as ``joining.signUp``; those that are made of other things are not here."""
        found: Any = _dictionaries()[self.code]
        for part in name.split("."):
            found = found[part]
        assert isinstance(found, str), name
        return found


@cache
def _dictionaries() -> dict[str, Any]:
    reader = READER.replace("CODES", json.dumps(LANGUAGES))
    command = ["node", "--input-type=module", "--eval", reader]
    told = subprocess.run(command, cwd=FRONTEND, check=True, capture_output=True, text=True, timeout=60)
    read: dict[str, Any] = json.loads(told.stdout)
    return read

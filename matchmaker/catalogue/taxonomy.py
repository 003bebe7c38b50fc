"""The sectors of strategic technologies: two levels, named and described in Vietnamese and English."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Literal


@dataclass(frozen=True)
class Sector:
    """A sector; a leaf's code is ``top.leaf``."""

    code: str
    name_vi: str
    name_en: str
    description_vi: str
    description_en: str

    @property
    def parent(self) -> str | None:
        """The code of the sector above, None for a top one."""
        return self.code.split(".")[0] if "." in self.code else None

    def name(self, language: Literal["vi", "en"]) -> str:
        return self.name_vi if language == "vi" else self.name_en


@lru_cache
def sectors() -> dict[str, Sector]:
    """All sectors by code, each top one followed by its leaves."""
    text = resources.files("matchmaker.catalogue").joinpath("taxonomy.toml").read_text("utf-8")
    return {entry["code"]: Sector(**entry) for entry in tomllib.loads(text)["sector"]}


def leaves() -> list[Sector]:
    """The sectors of the second level."""
    return [sector for sector in sectors().values() if sector.parent]


def top_of(code: str) -> str:
    """The top sector that a code belongs to."""
    return code.split(".")[0]


def unknown(codes: list[str]) -> list[str]:
    """Which of the codes are no sectors."""
    return [code for code in codes if code not in sectors()]

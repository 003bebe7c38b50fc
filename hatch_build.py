"""Refuses to build a package without the page: it would install, start, and show nothing."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Found by hatchling under this name in this file."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        # An editable installation comes before the page: `make setup` builds both.
        if version != "editable" and not Path(self.root, "matchmaker", "frontend", "index.html").is_file():
            raise FileNotFoundError("matchmaker/frontend/index.html: build the page first, with `make page`")

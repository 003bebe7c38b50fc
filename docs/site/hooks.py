"""What MkDocs asks while it builds the site: pages made of other files, the navigation, and links between them.

Nothing is copied by hand: README, DECISIONS and their like are shown as they are, the API is made of the service's own
description, and a line ``<!-- README.md: How ranking works -->`` in a page stands for that section.
"""

import posixpath
import re
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

sys.path.insert(0, str(Path(__file__).parent))
import api_reference

ROOT = Path(__file__).parents[2]
# Files of the source tree that are pages of the site.
PAGES = {
    "DECISIONS.md": "reference/decisions.md",
    "CONTRIBUTING.md": "reference/contributing.md",
    "CHANGELOG.md": "reference/changelog.md",
    "PERMISSIONS.md": "reference/permissions.md",
    "SECURITY.md": "security/reporting.md",
}
MORE = {"README.md": "index.md", "deploy/README.md": "administration/install.md"}
SETTINGS = "# Settings\n\n<!-- README.md: Settings -->\n"
# The rest of a folder follows, by name.
FIRST = {
    "Running it": (
        "administration",
        ["install", "settings", "monitoring", "runbook", "backup", "upgrading", "postgresql", "workers", "sizing"],
    ),
    "Security": ("security", ["threat_model", "asvs"]),
}
SECTION = re.compile(r"^<!-- (\S+\.md): (.+) -->$", re.MULTILINE)
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")
FENCE = re.compile(r"(^```.*?^```|`[^`\n]+`)", re.MULTILINE | re.DOTALL)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Fill in the parts of the navigation that follow the files."""
    made = _generated()
    for part in config.nav or []:
        (title, pages) = next(iter(part.items()))
        if title in FIRST:
            folder, first = FIRST[title]
            here = {path.stem for path in (ROOT / "docs" / folder).glob("*.md")}
            here |= {Path(name).stem for name in made if name.startswith(f"{folder}/")}
            order = [name for name in first if name in here] + sorted(here - set(first))
            pages[:] = [f"{folder}/{name}.md" for name in order]
        if title == "API":
            pages[:] = [name for name in made if name.startswith("api/")] + ["reference/permissions.md"]
    config.nav = [part for part in config.nav or [] if any(part.values())]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made."""
    for name, text in _generated().items():
        files.append(File.generated(config, name, content=text))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put sections in their places, and lead links to where things are on the site."""
    from_readme = bool(SECTION.search(markdown))
    markdown = SECTION.sub(lambda found: section(ROOT / found[1], found[2]), markdown)
    own = page.file.src_uri
    source = next((name for name, shown in PAGES.items() if shown == own), f"docs/{own}")
    known = {file.src_uri for file in files}
    parts = FENCE.split(markdown)
    for place in range(0, len(parts), 2):
        parts[place] = LINK.sub(lambda found: _led(found, source, own, known, from_readme), parts[place])
    return "".join(parts)


def section(file: Path, title: str) -> str:
    """The text under a heading of the second level, up to the next one."""
    text = file.read_text("utf-8")
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    if found is None:
        raise ValueError(f"{file.name} has no section {title!r}")
    return found[1].strip()


def _led(found: re.Match[str], source: str, own: str, known: set[str], from_root: bool) -> str:
    """A link as it leads from this page; one to a file that is no page becomes plain text."""
    mark, words, target = found.groups()
    if re.match(r"[a-z]+:|#|/", target):
        return found[0]
    path, _, anchor = target.partition("#")
    for base in (posixpath.dirname(source), *([""] if from_root else [])):
        place = posixpath.normpath(posixpath.join(base, path))
        shown = PAGES.get(place) or MORE.get(place) or place.removeprefix("docs/")
        if place == "README.md" and anchor == "settings":
            shown, anchor = "administration/settings.md", ""
        if shown in known:
            led = posixpath.relpath(shown, posixpath.dirname(own) or ".")
            return f"{mark}[{words}]({led}{'#' + anchor if anchor else ''})"
    return words


def _generated() -> dict[str, str]:
    """Every page that is made, by its name."""
    if not _made:
        for name, shown in PAGES.items():
            if (ROOT / name).exists():
                _made[shown] = (ROOT / name).read_text("utf-8")
        _made["administration/settings.md"] = SETTINGS
        _made.update(api_reference.pages())
    return _made


_made: dict[str, str] = {}

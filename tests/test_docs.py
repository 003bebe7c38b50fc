"""The documentation: its commands and settings exist, its links lead somewhere, and the site is whole by itself."""

import re
import shlex
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
import typer

from matchmaker.cli import app
from matchmaker.settings import Settings

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "deploy" / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SETTINGS = {f"MATCHMAKER_{name.upper()}" for name in Settings.model_fields}
# Read by programs beside the service: the benchmarks, and the compose file.
OTHERS = re.compile(r"MATCHMAKER_(BENCH|TEST|SOAK|FUZZ|CITUS|VERSION)\w*")


def shell_lines(page: Path) -> list[str]:
    """The commands in blocks marked ``sh``, with what is continued on the next line."""
    blocks = re.findall(r"^( *)```sh\n(.*?)^\1```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    text = "\n".join(block for _, block in blocks).replace("\\\n", " ")
    return [line.strip() for line in text.split("\n")]


def calls(source: Path) -> list[list[str]]:
    """The words of each call of our command in a page, from its name on."""
    found = []
    for line in shell_lines(source):
        for part in re.split(r"\||;|&&|\$\(", line):
            # Settings before it, and the container that it runs in.
            called = re.match(r"\s*(?:[A-Z_]+=\S+ +)*(?:docker compose exec \w+ )?matchmaker +([^)]+)", part)
            if called:
                found.append(shlex.split(called[1].replace("'", "").replace('"', ""), comments=True))
    return found


def unknown(words: list[str]) -> str | None:
    """What the command line does not know of these words; None where it knows all."""
    command: Any = typer.main.get_command(app)
    rest = list(words)
    while rest and hasattr(command, "commands"):
        if rest[0] not in command.commands:
            return None if rest[0] == "--help" else f"no command {rest[0]}"
        command = command.commands[rest.pop(0)]
    options = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    for word in rest:
        name = word.split("=")[0]
        if name.startswith("-") and len(name) > 1 and name not in options | {"--help"}:
            return f"no option {name} of {words[0]}"
    return "a group without a command" if hasattr(command, "commands") else None


CALLS = [(page, words) for page in PAGES for words in calls(page)]


@pytest.mark.parametrize(
    ("source", "words"), CALLS, ids=lambda value: value.stem if isinstance(value, Path) else " ".join(value[:3])
)
def test_every_command_in_a_page_exists_with_its_options(source: Path, words: list[str]) -> None:
    assert unknown(words) is None


def test_commands_are_found_and_wrong_ones_told() -> None:
    assert len(CALLS) > 40
    assert unknown(["agenda", "plan", "2", "--seconds", "10"]) is None
    assert unknown(["agenda", "plam"]) == "no command plam"
    assert unknown(["doctor", "--jsno"]) == "no option --jsno of doctor"
    assert unknown(["agenda"]) == "a group without a command"


@pytest.mark.parametrize("source", PAGES, ids=lambda source: source.relative_to(ROOT).as_posix())
def test_every_setting_in_a_page_is_one(source: Path) -> None:
    named = set(re.findall(r"\bMATCHMAKER_[A-Z_]*[A-Z]\b", source.read_text("utf-8")))

    assert {name for name in named - SETTINGS if not OTHERS.fullmatch(name)} == set()


def test_what_is_there_in_english_for_people_is_there_in_vietnamese() -> None:
    english = {path.name for path in (ROOT / "docs" / "tours").iterdir()}
    vietnamese = {path.name for path in (ROOT / "docs" / "vi" / "tours").iterdir()}

    assert english == vietnamese == {f"{who}.md" for who in ("enterprise", "institute", "organiser", "administrator")}


class Read(HTMLParser):
    """What a page of the site has by id, leads to, and loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.loads: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.ids |= {told[name] for name in ("id", "name") if name in told}
        if tag == "a" and "href" in told:
            self.links.add(told["href"])
        if tag in ("script", "img", "iframe", "source") and "src" in told:
            self.loads.add(told["src"])
        if tag == "link" and told.get("rel") not in ("canonical", "next", "prev"):
            self.loads.add(told["href"])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Read]:
    """The site, built as strictly as it can be; each page read."""
    folder = tmp_path_factory.mktemp("site")
    command = (sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder))
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr[-3000:]
    return {page: Read(page.read_text("utf-8")) for page in folder.rglob("*.html")}


def test_the_site_is_built_with_every_part_of_it(site: dict[Path, Read]) -> None:
    names = {page.parent.name for page in site}
    written = {path.stem for path in (ROOT / "docs").rglob("*.md")} - {"index"}

    assert written | {"decisions", "contributing", "changelog", "permissions", "settings"} <= names
    assert sum("api" in page.parts for page in site) > 15


def test_every_link_within_the_site_leads_somewhere(site: dict[Path, Read]) -> None:
    dead = []
    for page, read in site.items():
        for link in read.links if page.name == "index.html" else ():
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or parts.path.startswith("/"):
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            target = target / "index.html" if target.is_dir() else target
            if not target.exists() or (parts.fragment and unquote(parts.fragment) not in site[target].ids):
                dead.append((page.parent.name, link))

    assert dead == []


def test_the_site_loads_nothing_from_other_hosts(site: dict[Path, Read]) -> None:
    loads = {what for read in site.values() for what in read.loads}
    styles = [style for page in site for style in page.parent.glob("**/*.css")]

    assert {what for what in loads if urlsplit(what).netloc} == set()
    assert [style for style in set(styles) if re.search(r"url\(['\"]?(https?:)?//", style.read_text("utf-8"))] == []
    assert len(loads) > 3

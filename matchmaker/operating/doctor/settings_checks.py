"""Settings: those that are none, those that are refused, and those that nobody should run with."""

import difflib
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from pydantic import ValidationError

from matchmaker.operating.doctor.finding import Finding, ok, problem, warning
from matchmaker.settings import Settings

PREFIX = "MATCHMAKER_"
HERE = ("localhost", "127.0.0.1", "::1")
# As long as what the service makes for itself.
SECRET_LETTERS = 32


def unknown_variables(environment: Mapping[str, str]) -> Iterator[Finding]:
    """Variables that look like settings and are none: nothing else would ever tell of a misspelt one."""
    known = [f"{PREFIX}{name.upper()}" for name in Settings.model_fields]
    for name in sorted(environment):
        if name.startswith(PREFIX) and name not in known:
            close = difflib.get_close_matches(name, known, 1)
            yield warning("settings", f"{name} is no setting", f"Set {close[0]} instead." if close else "Remove it.")


def refused_settings(error: ValidationError) -> Iterator[Finding]:
    """What is wrong with each value, without the value: it may be a secret."""
    for one in error.errors(include_input=False, include_url=False):
        name = f"{PREFIX}{'.'.join(str(part) for part in one['loc'])}".upper()
        yield problem("settings", f"{name}: {one['msg']}", f"Correct {name}; the README has a table of all settings.")


def check_address(settings: Settings) -> Iterator[Finding]:
    """Whether people reach the service under the address that its links carry, and unseen by others."""
    parts = urlsplit(settings.public_address)
    local = parts.hostname in HERE
    if parts.scheme not in ("http", "https") or not parts.hostname:
        yield problem("address", "not an address of the web", "Set MATCHMAKER_ADDRESS to https:// and the host's name.")
    elif local and settings.host not in HERE:
        do = "Set MATCHMAKER_ADDRESS to the address that people type."
        yield warning("address", "open to the network, but links in letters lead to this machine", do)
    elif not local and parts.scheme == "http":
        do = "Put a proxy with TLS before it (deploy/) and set MATCHMAKER_ADDRESS to https://."
        yield problem("address", "passwords and cookies travel unencrypted", do)
    else:
        yield ok("address", settings.public_address)


def check_open_doors(settings: Settings) -> Iterator[Finding]:
    """Doors for demonstrations and tests that let anybody in."""
    doors = {
        "MATCHMAKER_DEMONSTRATION": settings.demonstration,
        "MATCHMAKER_ACTING_AS_HEADER": settings.acting_as_header,
    }
    local = urlsplit(settings.public_address).hostname in HERE and settings.host in HERE
    for name, is_open in doors.items():
        if is_open:
            judge = warning if local else problem
            yield judge(
                "open doors", f"{name} lets anybody be an organiser", f"Remove {name} before people rely on it."
            )
    if not any(doors.values()):
        yield ok("open doors", "nobody gets in without signing in")


def check_secret(settings: Settings) -> Iterator[Finding]:
    """The key that signs cookies and seals second factors."""
    file = settings.data_folder / "secret"
    several = settings.database.startswith("postgresql")
    if settings.secret and len(settings.secret) < SECRET_LETTERS:
        do = "Set MATCHMAKER_SECRET to 32 or more random letters, such as those of `openssl rand -hex 32`."
        yield problem("secret", "MATCHMAKER_SECRET is short enough to be guessed", do)
    elif not settings.secret and several:
        do = "Set the same MATCHMAKER_SECRET for every process, such as what `openssl rand -hex 32` prints."
        yield warning("secret", f"kept in {file}: another host would make another one", do)
    elif not settings.secret and file.exists() and file.stat().st_mode & 0o077:
        yield problem("secret", f"{file} can be read by others", f"Run: chmod 600 {file}")
    else:
        yield ok("secret", "from the settings" if settings.secret else f"kept in {file}")

"""The machine: the model that reads texts, its runtime, time zones, and fonts for paper."""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from matchmaker.agenda.handing_out.printing import line, missing_fonts
from matchmaker.embedding import manifest
from matchmaker.kit import clock
from matchmaker.kit.errors import UnavailableError
from matchmaker.operating.doctor.finding import Finding, ok, problem, warning
from matchmaker.settings import Settings

HOME_OFFSET = timedelta(hours=7)
CHINESE_NAME = "海防"


def check_model(settings: Settings) -> Iterator[Finding]:
    """Whether texts can be read, and by the faster way."""
    if settings.encoder == "hash":
        do = "Remove MATCHMAKER_ENCODER, or set it to `model`."
        yield problem("model", "the twin for tests reads texts: it knows nothing of their meaning", do)
        return
    if settings.model != manifest.DEFAULT:
        yield ok("model", f"{settings.model}, loaded at the start by sentence-transformers")
        return
    folder = settings.kept_models
    try:
        entry, built = manifest.read_manifest(folder), manifest.is_built(folder)
    except UnavailableError as error:
        yield problem("model", str(error), "Remove that manifest, or correct it: ours comes with the package.")
        return
    if not built:
        yield problem("model", f"{entry.name} is not built in {folder}", "Run: matchmaker model build")
    elif manifest.lacks_kernel(folder):
        do = "Install a C compiler (Debian: gcc libc6-dev) and run: matchmaker model build"
        yield warning("model", f"{entry.full_name}, about half as fast as this processor can", do)
    else:
        yield ok("model", entry.full_name)


def check_threads(settings: Settings) -> Iterator[Finding]:
    """More threads than processors take turns, and slow each other down."""
    here = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if settings.threads > here:
        do = f"Set MATCHMAKER_THREADS to {here}."
        yield warning("threads", f"{settings.threads} threads of the encoder on {here} processors", do)
    else:
        yield ok("threads", f"{settings.threads} of {here} processors")


def check_time_zone(_: Settings, zone: ZoneInfo = clock.HOME_ZONE) -> Iterator[Finding]:
    """Session days are planned in Vietnam's time, whatever the machine's own is."""
    found = datetime(2026, 1, 1, tzinfo=zone).utcoffset()
    if found != HOME_OFFSET:
        do = "Install time zone data anew (Debian: tzdata; or the Python package tzdata)."
        yield problem("time zones", f"{zone.key} is {found} from UTC instead of {HOME_OFFSET}", do)
    else:
        yield ok("time zones", zone.key)


def check_fonts(settings: Settings) -> Iterator[Finding]:
    """Vietnamese needs nothing; names of guests from East Asia do."""
    package = missing_fonts({"name": line(CHINESE_NAME)}, settings.fonts_folder)
    if package:
        do = f"Install Debian's {package}, or set MATCHMAKER_FONTS_FOLDER."
        yield warning("fonts", "no Chinese, Japanese and Korean letters on paper", do)
    else:
        yield ok("fonts", f"all scripts, from {settings.fonts_folder}")

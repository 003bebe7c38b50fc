"""Pictures of all screens: `python tests/browser/screenshots.py FOLDER [NAME...]`."""

import sys
import tempfile
from pathlib import Path

from live_service import LiveService, live_service
from playwright.sync_api import Browser, ViewportSize, sync_playwright
from screens import DESK, LANGUAGES, PHONE, SCREENS, Screen
from visiting import LAUNCH, become, open_screen

# What is left out until somebody scrolls to it is drawn as well.
ALL_DRAWN = "document.styleSheets[0].insertRule('* { content-visibility: visible !important }')"
PROJECTOR: ViewportSize = {"width": 1920, "height": 1080}
LOOKS: dict[str, tuple[tuple[str, ViewportSize, str], ...]] = {
    "vi": (
        ("phone", PHONE, "light"),
        ("phone", PHONE, "dark"),
        ("desk", DESK, "light"),
        ("projector", PROJECTOR, "light"),
    ),
    "en": (("phone", PHONE, "light"), ("desk", DESK, "light"), ("desk", DESK, "dark")),
}


def main(folder: Path, names: list[str]) -> None:
    """Both languages, phone and desk, light, and dark for one of each; on a projector in Vietnamese."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = [screen for screen in SCREENS if not names or screen.name in names]
    with (
        tempfile.TemporaryDirectory() as data,
        live_service(Path(data), encoder="model") as service,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(**LAUNCH)
        for screen in chosen:
            for language in LANGUAGES:
                _draw(browser, service, screen, language, folder)
        browser.close()


def _draw(browser: Browser, service: LiveService, screen: Screen, language: str, folder: Path) -> None:
    for device, size, appearance in LOOKS[language]:
        context = browser.new_context(viewport=size)
        page = context.new_page()
        become(page, service, screen.party, language, appearance)
        open_screen(page, service.path(screen.path))
        file = folder / f"{screen.name}-{language}-{device}-{appearance}.png"
        page.evaluate(ALL_DRAWN)
        page.screenshot(path=file, full_page=True)
        context.close()
        print(file)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])

"""Opening screens in a browser: who one is, in which language, and what must not happen meanwhile."""

import json
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from live_service import LiveService
from playwright.sync_api import ConsoleMessage, Dialog, Page, Request, Response, expect
from screens import Party

CHROMIUM = shutil.which("chromium")
LAUNCH: dict[str, Any] = {
    "executable_path": CHROMIUM,
    "args": ["--no-sandbox", "--disable-background-networking"],
}
AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@dataclass
class Watched:
    """What went wrong on a page: errors on the console, requests that failed, things that its policy refused."""

    problems: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        """Listen to a page from now on."""
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.problems.append(f"page: {error}"))
        page.on("dialog", self._note_dialog)
        page.on("requestfailed", self._note_failed)
        page.on("response", self._note_refused)

    def take(self, pattern: str) -> None:
        """What was meant to go wrong: it must have happened, and is no problem."""
        meant = [one for one in self.problems if re.search(pattern, one)]
        assert meant, (pattern, self.problems)
        self.problems = [one for one in self.problems if one not in meant]

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.problems.append(f"console: {message.text}")

    def _note_dialog(self, dialog: Dialog) -> None:
        self.problems.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _note_failed(self, request: Request) -> None:
        # What the page itself no longer waits for is no failure.
        if request.failure != "net::ERR_ABORTED":
            self.problems.append(f"{request.failure}: {request.url}")

    def _note_refused(self, response: Response) -> None:
        if response.status >= 400:
            self.problems.append(
                f"{response.status}: {response.request.method} {response.url} {response.request.post_data or ''}"
            )


def become(page: Page, service: LiveService, party: Party | None, language: str, appearance: str = "light") -> None:
    """Sign in as a party of the demonstration, and choose language and appearance."""
    speak(page, language, appearance)
    if party:
        answer = page.request.post(service.path("/api/demonstration/sign-in"), data={"party": party}, max_retries=3)
        assert answer.ok, answer.text()


def speak(page: Page, language: str, appearance: str = "light") -> None:
    """Choose language and appearance."""
    kept = json.dumps({"language": language, "appearance": appearance})
    page.add_init_script(f"for (const [name, value] of Object.entries({kept})) localStorage.setItem(name, value);")


def asked(page: Page, service: LiveService, path: str) -> Any:
    """What the service answers to whoever is signed in on a page."""
    # Once more, for a connection kept from before may just have been closed.
    answer = page.request.get(service.path(path), max_retries=3)
    assert answer.ok, answer.text()
    return answer.json()


def open_screen(page: Page, address: str) -> None:
    """Open an address and wait until all of it is there."""
    page.goto(address)
    page.locator("h1").first.wait_for(timeout=10_000)
    page.wait_for_load_state("networkidle")
    expect(page.locator(".wait")).to_have_count(0)
    page.evaluate("document.fonts.ready.then(() => true)")


def break_of_rules(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA, one line for each element."""
    # Evaluated by the browser's debugger, so that the page keeps its own policy.
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("rules => axe.run(document, { runOnly: rules })", RULES)
    return [
        f"{broken['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary'].splitlines()[-1].strip()}"
        for broken in found["violations"]
        for node in broken["nodes"]
    ]


def overflowing(page: Page) -> list[str]:
    """Elements that make the page wider than the window; empty where nothing scrolls sideways."""
    return page.evaluate(
        """() => {
          const wide = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= wide) return [];
          const clipped = (one) =>
            one !== document.body && (getComputedStyle(one).overflowX !== "visible" || clipped(one.parentElement));
          return [...document.querySelectorAll("body *")]
            .filter((one) => one.getBoundingClientRect().right > wide + 1 && !clipped(one.parentElement))
            .map((one) => `${one.tagName.toLowerCase()}.${one.className}`);
        }"""
    )

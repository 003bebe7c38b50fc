"""Dragging a meeting over the board and scrolling it, in a real browser: how many frames come too late."""

import shutil
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright
from rich.table import Table

LATE_MS = 50
STEPS = 120
SLOWER = {"as it is": 1, "four times slower": 4}
# Times between frames, in milliseconds, from now until `stop` is called.
WATCH = """() => {
  const gaps = []; let last = performance.now(); let going = true;
  const look = (now) => { gaps.push(now - last); last = now; if (going) requestAnimationFrame(look); };
  requestAnimationFrame(look);
  window.stopWatching = () => { going = false; return gaps; };
}"""


def measured(address: str, cookies: dict[str, str], meetings: int) -> Table:
    """Frames while dragging and while scrolling, on this processor and on one that is four times slower."""
    title = f"Board of {meetings} meetings"
    table = Table("what", "processor", "frames", f"over {LATE_MS} ms", "longest (ms)", title=title)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(address))
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        context.add_cookies([{"name": name, "value": value, "url": origin} for name, value in cookies.items()])
        page = context.new_page()
        page.goto(address)
        page.locator(".meeting").first.wait_for(timeout=30_000)
        page.wait_for_load_state("networkidle")
        speed = context.new_cdp_session(page)
        for processor, rate in SLOWER.items():
            speed.send("Emulation.setCPUThrottlingRate", {"rate": rate})
            for what, do in (("dragging", _drag), ("scrolling", _scroll)):
                gaps = _watched(page, do)
                late = [gap for gap in gaps if gap > LATE_MS]
                table.add_row(what, processor, str(len(gaps)), str(len(late)), f"{max(gaps):.0f}")
        browser.close()
    return table


def _watched(page: Page, do: Any) -> list[float]:
    page.evaluate(WATCH)
    do(page)
    gaps: list[float] = page.evaluate("() => window.stopWatching()")
    return gaps[1:]


def _drag(page: Page) -> None:
    """A meeting is carried across the board and back to where it was."""
    box = page.locator(".board .meeting").first.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(STEPS):
        along = step if step < STEPS / 2 else STEPS - step
        page.mouse.move(x + 8 * along, y + 5 * along)
    page.keyboard.press("Escape")
    page.mouse.up()


def _scroll(page: Page) -> None:
    box = page.locator(".board-scroll").bounding_box()
    assert box
    page.mouse.move(box["x"] + 200, box["y"] + 200)
    for step in range(STEPS):
        page.mouse.wheel(15, 40 if step < STEPS / 2 else -40)

"""The web application's built files: its one page at every address of its own, with a preview for shared links."""

import html
import mimetypes
import os
import re
from pathlib import Path

from fastapi import APIRouter, FastAPI, Response
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from starlette.datastructures import Headers
from starlette.types import Scope

from matchmaker.accounts.acting import PUBLIC
from matchmaker.catalogue import service as postings
from matchmaker.kit.database import Database
from matchmaker.kit.errors import MatchmakerError

BUILT = Path(__file__).parent / "frontend"
# From the smallest on.
COMPRESSED = {"br": ".br", "gzip": ".gz"}
HEADERS = {"Cache-Control": "no-cache"}
METHODS = ["GET", "HEAD"]
OWN_PATHS = (
    "/",
    "/account",
    "/administration",
    "/cases",
    "/cases/{case:int}",
    "/compare",
    "/confirm-email",
    "/desk",
    "/display/{rest:path}",
    "/events",
    "/events/{rest:path}",
    "/figures",
    "/feeds",
    "/first-administrator",
    "/import",
    "/invitation",
    "/landscape",
    "/matches",
    "/mine",
    "/organisations/{rest:path}",
    "/plans",
    "/postings/{posting}/edit",
    "/requests",
    "/reset-password",
    "/review",
    "/sign-in",
    "/sign-up",
    "/sign-up/confirm",
    "/stop-news",
)
MOST_PREVIEW = 280
mimetypes.add_type("application/manifest+json", ".webmanifest")


def install_page(app: FastAPI, database: Database, folder: Path | None = None) -> None:
    """Serve the built files, if there are any; all other routes must stand before."""
    folder = folder or BUILT
    if not (folder / "index.html").is_file():
        return
    app.include_router(_router(folder, database))
    app.mount("/assets", _Kept(directory=folder / "assets"), name="assets")
    app.mount("/", StaticFiles(directory=folder), name="frontend")


def preview(page: str, title: str, summary: str) -> str:
    """The page with what other services show of a link to it."""
    shown = summary if len(summary) <= MOST_PREVIEW else f"{summary[: MOST_PREVIEW - 1].rstrip()}…"
    tags = [f"<title>{html.escape(title)} · Matchmaker</title>"]
    for name, text in (("og:title", title), ("og:description", shown), ("og:type", "article")):
        tags.append(f'<meta property="{name}" content="{html.escape(text)}">')
    tags.append(f'<meta name="description" content="{html.escape(shown)}">')
    plain = re.sub(r"<title>.*?</title>|<meta name=\"description\"[^>]*>", "", page, flags=re.DOTALL)
    return plain.replace("</head>", "".join(tags) + "</head>", 1)


class _Kept(StaticFiles):
    """Files whose names change with their content; beside them lie the compressed forms that the build has made."""

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        coding = _coding(os.fspath(full_path), Headers(scope=scope).get("accept-encoding", ""))
        if coding:
            full_path = f"{os.fspath(full_path)}{COMPRESSED[coding]}"
            stat_result = os.stat(full_path)
        answer = super().file_response(full_path, stat_result, scope, status_code)
        if coding:
            answer.headers["Content-Encoding"] = coding
        answer.headers["Vary"] = "Accept-Encoding"
        answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer


def _coding(path: str, accepted: str) -> str | None:
    """The best compressed form that is there and that a browser's Accept-Encoding takes."""
    taken = [one.replace(" ", "").lower() for one in accepted.split(",")]
    names = {one.split(";")[0] for one in taken if not re.search(r";q=0(\.0*)?$", one)}
    return next((name for name, suffix in COMPRESSED.items() if name in names and os.path.isfile(path + suffix)), None)


def _router(folder: Path, database: Database) -> APIRouter:
    router = APIRouter(include_in_schema=False)

    def show_page() -> Response:
        return HTMLResponse((folder / "index.html").read_text("utf-8"), headers=HEADERS)

    def show_posting(posting: str) -> Response:
        page = (folder / "index.html").read_text("utf-8")
        about = _about(database, int(posting)) if re.fullmatch("[0-9]{1,15}", posting) else None
        return HTMLResponse(preview(page, *about) if about else page, headers=HEADERS)

    for path in OWN_PATHS:
        router.add_api_route(path, show_page, methods=METHODS)
    router.add_api_route("/postings/{posting}", show_posting, methods=METHODS)
    return router


def _about(database: Database, posting_id: int) -> tuple[str, str] | None:
    """Title and summary of a posting as everybody may read them."""
    try:
        with database.session(writes=False) as session:
            shown = postings.show(session, [postings.get_posting(session, posting_id, PUBLIC)], PUBLIC)[0]
    except MatchmakerError:
        return None
    summary = getattr(shown, "summary", "") or getattr(shown, "problem", "")
    return shown.title, summary

"""A backup is made while others write, restored elsewhere, and served from; damaged and hostile ones are refused."""

import io
import json
import os
import stat
import tarfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from fair import Fair
from rows import fill
from starlette.testclient import TestClient
from support import ORGANISER, Api, succeeded
from test_migrations import run, server  # noqa: F401
from test_moving import digests

from matchmaker import migrate
from matchmaker.app import create_app
from matchmaker.catalogue.import_routes import keep_upload
from matchmaker.kit.database import Database
from matchmaker.kit.errors import ConflictError, InvalidError
from matchmaker.kit.jobs.service import enqueue
from matchmaker.outcomes.following.files.keeping import keep_file
from matchmaker.outcomes.following.models import Case, CaseFile
from matchmaker.saving import backup
from matchmaker.saving.backup import back_up
from matchmaker.saving.restoring import restore
from matchmaker.services import open_matcher
from matchmaker.settings import Settings

PDF = b"%PDF-1.4 " + bytes(range(256))


@pytest.fixture
def world(api: Api, owner: int, other: int) -> Api:
    """Postings, a case with a file, an import that waits, and a key."""
    api.published("technology", owner, title="Bơm nhiệt")
    need = api.published("need", other)["id"]
    event_id = Fair(api).id
    folder = settings_of(api).data_folder
    with api.database.session() as session:
        case = Case(pair="1", event_id=event_id, need_id=need, technology_id=need - 1, **organisations(owner, other))
        session.add(case)
        session.flush()
        session.add(file_row(case.id or 0, keep_file(folder / "files", PDF)))
        upload = keep_upload(folder / "uploads", b"title\nPin\n")
        enqueue(session, "catalogue.import", "organiser", upload=upload)
    (folder / "secret").write_bytes(b"a key of thirty-two bytes, really")
    (folder / "index").mkdir(exist_ok=True)
    return api


def settings_of(api: Api) -> Settings:
    found: Settings = api.app.state.settings
    return found


def organisations(owner: int, other: int) -> dict[str, int]:
    return {"technology_organisation_id": owner, "need_organisation_id": other}


def file_row(case_id: int, stored: str) -> CaseFile:
    return CaseFile(
        case_id=case_id,
        name="hợp đồng.pdf",
        kind="pdf",
        size=len(PDF),
        stored=stored,
        actor="organiser",
        sha256="0" * 64,
    )


@pytest.fixture
def elsewhere(tmp_path: Path) -> Settings:
    """Settings of a service that has nothing yet."""
    return Settings(data_folder=tmp_path / "elsewhere", encoder="hash")


@pytest.fixture
def served(elsewhere: Settings) -> Iterator[Any]:
    """Starts the service on what was restored."""
    made = []

    def start() -> Api:
        app = create_app(elsewhere, background=False)
        open_matcher(app.state.services)
        made.append(app)
        return Api(TestClient(app, raise_server_exceptions=False), app)

    yield start
    for app in made:
        app.state.database.engine.dispose()


@pytest.mark.parametrize("name", ["saved", "saved.tar.gz"])
def test_what_was_saved_while_others_wrote_is_served_elsewhere(
    world: Api, elsewhere: Settings, served: Any, tmp_path: Path, name: str
) -> None:
    stop, written = threading.Event(), []

    def write() -> None:
        while not stop.is_set():
            written.append(world.organisation(name_vi=f"Viện {len(written)}"))

    seen: list[int] = []
    thread = threading.Thread(target=write)
    thread.start()
    before = len(written)
    manifest = back_up(settings_of(world), tmp_path / name, lambda table, rows: seen.append(len(written)))
    stop.set()
    thread.join()

    restored = restore(elsewhere, tmp_path / name)

    database = Database(elsewhere.database)
    assert (restored, digests(database)) == (manifest, manifest.tables)
    database.engine.dispose()
    api = served()
    # One moment: whoever was written later is in none of the tables.
    made = manifest.tables["organisation"]["rows"]
    # One may have been committed that was not counted yet.
    assert before <= made - 2 <= seen[0] + 1
    assert [hit["posting"]["title"] for hit in api.get("/search", q="Bơm nhiệt")["items"]][:1] == ["Bơm nhiệt"]
    assert succeeded(api.call("POST", "/organisations", ORGANISER, json={"name_vi": "Mới", "kind": "institute"}))
    for kind in ("files", "uploads"):
        kept = [file.read_bytes() for file in (elsewhere.data_folder / kind).iterdir()]
        assert kept == [file.read_bytes() for file in (settings_of(world).data_folder / kind).iterdir()]
    secret = elsewhere.data_folder / "secret"
    assert (secret.read_bytes()[:5], stat.S_IMODE(secret.stat().st_mode)) == (b"a key", 0o600)


@pytest.mark.parametrize("name", ["saved", "saved.tar"])
def test_only_its_owner_reads_a_backup(world: Api, tmp_path: Path, name: str) -> None:
    back_up(settings_of(world), tmp_path / name)

    saved = tmp_path / name
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (saved, *saved.rglob("*"))}
    assert modes == ({0o700, 0o600} if saved.is_dir() else {0o600})
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_key_from_the_settings_is_not_saved(world: Api, tmp_path: Path) -> None:
    settings = settings_of(world).model_copy(update={"secret": "from the surroundings"})

    manifest = back_up(settings, tmp_path / "saved")

    assert (manifest.secret, (tmp_path / "saved" / "secret").exists()) == ("settings", False)
    assert "surroundings" not in (tmp_path / "saved" / "manifest.json").read_text()


def test_a_file_that_comes_while_rows_are_read_is_saved_with_its_row(
    world: Api, elsewhere: Settings, tmp_path: Path
) -> None:
    """Between the first look at the folder and the moment of the rows, and again after that moment."""
    folder = settings_of(world).data_folder / "files"
    came: list[str] = []

    def before_rows(source: Database, file: Path, heard: Any) -> Any:
        if not came:
            came.append(keep_file(folder, b"%PDF came"))
            with world.database.session() as session:
                session.add(file_row(1, came[0]))
        return copy(source, file, heard)

    copy, backup._copy_rows = backup._copy_rows, before_rows
    try:
        back_up(settings_of(world), tmp_path / "saved")
    finally:
        backup._copy_rows = copy
    restore(elsewhere, tmp_path / "saved")

    assert (elsewhere.data_folder / "files" / came[0]).read_bytes() == b"%PDF came"


def test_nothing_is_written_over(world: Api, tmp_path: Path) -> None:
    back_up(settings_of(world), tmp_path / "saved")

    with pytest.raises(ConflictError, match="backup_exists"):
        back_up(settings_of(world), tmp_path / "saved")


def test_what_is_there_is_lost_only_by_force(world: Api, elsewhere: Settings, served: Any, tmp_path: Path) -> None:
    back_up(settings_of(world), tmp_path / "saved")
    restore(elsewhere, tmp_path / "saved")
    api = served()
    api.organisation(name_vi="Đến sau")

    with pytest.raises(ConflictError, match="data_folder_not_empty"):
        restore(elsewhere, tmp_path / "saved")
    manifest = restore(elsewhere, tmp_path / "saved", force=True)

    assert digests(api.database) == manifest.tables


@pytest.mark.postgres
def test_a_backup_of_postgresql_is_restored_into_either_kind(
    elsewhere: Settings,
    tmp_path: Path,
    server: Path,  # noqa: F811
) -> None:
    urls = []
    for name in ("saved", "restored"):
        run("createdb", "-h", server, name)
        urls.append(f"postgresql+psycopg://postgres@/{name}?host={server}")
    source = Database(urls[0])
    migrate.upgrade(source)
    with source.engine.begin() as connection:
        fill(connection)
    settings = Settings(data_folder=tmp_path / "var", encoder="hash", database_url=urls[0])

    manifest = back_up(settings, tmp_path / "saved.tar")
    restore(elsewhere, tmp_path / "saved.tar")
    restore(elsewhere.model_copy(update={"database_url": urls[1]}), tmp_path / "saved.tar", force=True)

    assert manifest.database == "postgresql"
    for url in (urls[0], urls[1], elsewhere.database):
        database = Database(url)
        assert digests(database) == manifest.tables
        database.engine.dispose()
    source.engine.dispose()


def damage_row(folder: Path) -> None:
    database = Database(f"sqlite:///{folder / 'matchmaker.db'}")
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE organisation SET name_vi = 'Khác' WHERE id = 1")
    database.engine.dispose()
    # Whoever can write files can also write their digests; the rows' digests are another matter.
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["files"]["matchmaker.db"] = {
        "bytes": (folder / "matchmaker.db").stat().st_size,
        "sha256": backup.contents.sha256_of(folder / "matchmaker.db"),
    }
    (folder / "manifest.json").write_text(json.dumps(manifest))


def damage_file(folder: Path) -> None:
    (file,) = (folder / "files").iterdir()
    file.write_bytes(PDF[:-1])


def remove_file(folder: Path) -> None:
    (file,) = (folder / "files").iterdir()
    file.unlink()


def add_file(folder: Path) -> None:
    (folder / "files" / "more").write_bytes(b"x")


def link_out(folder: Path) -> None:
    (file,) = (folder / "files").iterdir()
    file.unlink()
    file.symlink_to("/etc/hostname")


def be_newer(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps(manifest | {"revision": "9999"}))


def have_no_manifest(folder: Path) -> None:
    (folder / "manifest.json").unlink()


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (damage_row, "backup_damaged"),
        (damage_file, "backup_damaged"),
        (remove_file, "backup_damaged"),
        (add_file, "backup_damaged"),
        (link_out, "backup_damaged"),
        (be_newer, "backup_newer"),
        (have_no_manifest, "backup_unreadable"),
    ],
)
def test_a_damaged_backup_changes_nothing(
    world: Api, elsewhere: Settings, tmp_path: Path, harm: Any, code: str
) -> None:
    back_up(settings_of(world), tmp_path / "saved")
    harm(tmp_path / "saved")

    with pytest.raises(InvalidError, match=code):
        restore(elsewhere, tmp_path / "saved")

    assert not elsewhere.data_folder.exists()


@pytest.mark.parametrize("name", ["../out", "/tmp/matchmaker-out", "files/../../out"])
@pytest.mark.parametrize("kind", [tarfile.REGTYPE, tarfile.SYMTYPE, tarfile.FIFOTYPE])
def test_an_archive_writes_nothing_outside(elsewhere: Settings, tmp_path: Path, name: str, kind: bytes) -> None:
    file = tmp_path / "hostile.tar"
    with tarfile.open(file, "w") as tar:
        member = tarfile.TarInfo(name)
        member.type, member.linkname, member.size = kind, "/etc/hostname", 1 if kind == tarfile.REGTYPE else 0
        tar.addfile(member, io.BytesIO(b"x"))

    with pytest.raises(InvalidError, match="backup_unreadable"):
        restore(elsewhere, file)

    assert not os.path.lexists(tmp_path / "out")
    assert not os.path.lexists("/tmp/matchmaker-out")


def test_a_backup_of_an_earlier_version_is_brought_to_this_one(world: Api, elsewhere: Settings, tmp_path: Path) -> None:
    back_up(settings_of(world), tmp_path / "saved")
    rows = Database(f"sqlite:///{tmp_path / 'saved' / 'matchmaker.db'}")
    with rows.engine.connect() as connection, migrate.references_at_rest(connection), connection.begin():
        command.downgrade(migrate.config(connection), "0014")
    rows.engine.dispose()
    manifest = json.loads((tmp_path / "saved" / "manifest.json").read_text())
    described = backup.contents.described(tmp_path / "saved")
    (tmp_path / "saved" / "manifest.json").write_text(json.dumps(manifest | {"revision": "0014", "files": described}))

    restore(elsewhere, tmp_path / "saved")

    database = Database(elsewhere.database)
    assert (migrate.is_current(database), digests(database)["posting"]) == (True, manifest["tables"]["posting"])
    database.engine.dispose()

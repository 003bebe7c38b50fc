"""What goes wrong around a running service: how it says so, whether it recovers by itself, and what it lost."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from matchmaker import migrate
from matchmaker.kit.database import Database
from tests.soak.databases import Server, own_server, why_no_server
from tests.soak.forked import free_port
from tests.soak.patients import RECOVERY_SECONDS, LeftOutError, Patient, Ward


def disk_full(ward: Ward) -> tuple[Patient, float]:
    with _small_disk(ward) as place:
        patient = ward.patient(place)
        patient.service.log_folder = place.parent
        patient.begin()
        filling = place / "filling"
        _fill(filling)
        patient.write(10)
        patient.must_tell("disk_full")
        filling.unlink()
        return patient, patient.recover()


def disk_read_only(ward: Ward) -> tuple[Patient, float]:
    """The disk was found damaged at the start of the machine, and is mended later."""
    with _small_disk(ward) as place:
        patient = ward.patient(place)
        patient.service.log_folder = place.parent
        patient.begin()
        patient.service.stop()
        _mount(place, "remount,ro")
        patient.service.begin("serve")
        patient.service.process.join(RECOVERY_SECONDS)
        said = patient.service.log.read_text()
        if patient.service.process.exitcode == 1 and "error: disk_read_only" in said:
            patient.seen.add("does not start: disk_read_only")
        else:
            patient.wrong.append(f"ended with {patient.service.process.exitcode}: {said[-300:]}")
        _mount(place, "remount,rw")
        patient.service.start()
        return patient, patient.recover()


def database_away(ward: Ward) -> tuple[Patient, float]:
    server = _server(ward)
    patient = ward.patient(url=server.make())
    patient.begin()
    job = patient.post("/matching/rank-all", {}).json()["id"]
    server.stop()
    until = time.monotonic() + 60
    while time.monotonic() < until:
        patient.write(1)
        patient.must_tell("database_unavailable")
        time.sleep(2)
    server.start()
    seconds = patient.recover()
    patient.must_end(job)
    return patient, seconds


def _on_a_line(ward: Ward, spoil: Callable[[Any, Patient], None]) -> tuple[Patient, float]:
    from tests.soak.slow_line import slow_line

    server = _server(ward)
    line = ward.stack.enter_context(slow_line(server.port))
    url = server.make().replace(f":{server.port}/", f":{line.port}/")
    patient = ward.patient(url=url)
    patient.begin()
    spoil(line, patient)
    line.delay, line.silent = 0.0, False
    return patient, patient.recover()


def connections_cut(ward: Ward) -> tuple[Patient, float]:
    def spoil(line: Any, patient: Patient) -> None:
        for _ in range(5):
            line.cut()
            patient.write(2)
        patient.look()

    return _on_a_line(ward, spoil)


def database_slow(ward: Ward) -> tuple[Patient, float]:
    def spoil(line: Any, patient: Patient) -> None:
        line.delay = 0.2
        patient.write(3)
        patient.look()

    return _on_a_line(ward, spoil)


def database_silent(ward: Ward) -> tuple[Patient, float]:
    def spoil(line: Any, patient: Patient) -> None:
        line.silent = True
        time.sleep(1)
        patient.must_tell("no answer", "database_unavailable")
        # What was asked meanwhile hangs on a connection that says nothing; it goes on when it speaks again.
        line.silent = False
        line.cut()

    return _on_a_line(ward, spoil)


def mail_server_down(ward: Ward) -> tuple[Patient, float]:
    from aiosmtpd.controller import Controller
    from test_mail import Inbox

    from matchmaker.kit.mail.models import Language
    from matchmaker.kit.mail.outbox import write_mail

    port = free_port()
    patient = ward.patient(mail_server=f"smtp://127.0.0.1:{port}")
    patient.begin()
    database = Database(patient.service.database_url)
    with database.session() as session:
        write_mail(session, "lan@ben-binh.example", Language.VIETNAMESE, "Chào", "Chào chị")
    time.sleep(8)
    patient.write()
    patient.look()
    inbox = Inbox()
    server = Controller(inbox, hostname="127.0.0.1", port=port)
    server.start()
    began = time.monotonic()
    while not inbox.taken and time.monotonic() - began < 2 * RECOVERY_SECONDS:
        time.sleep(0.5)
    server.stop()
    database.engine.dispose()
    if len(inbox.taken) != 1:
        patient.wrong.append(f"{len(inbox.taken)} mails came")
    return patient, time.monotonic() - began


def model_missing(ward: Ward) -> tuple[Patient, float]:
    folder, built = ward.folder(), _built_models()
    patient = _without_model(ward, folder, "model_not_built")
    for made in built:
        (folder / "models" / made.name).symlink_to(made.resolve())
    return patient, patient.recover()


def model_damaged(ward: Ward) -> tuple[Patient, float]:
    folder, built = ward.folder(), _built_models()
    cut = []
    for made in built:
        place = folder / "models" / made.name
        place.mkdir(parents=True)
        for file in made.iterdir():
            (place / file.name).symlink_to(file.resolve())
        cut += [(place / name, made / name) for name in ("openvino_model.xml", "config.json")]
    for file, _ in cut:
        half = file.read_bytes()[: file.stat().st_size // 2]
        file.unlink()
        file.write_bytes(half)
    patient = _without_model(ward, folder, "model_not_loadable")
    for file, whole in cut:
        file.unlink()
        file.symlink_to(whole.resolve())
    return patient, patient.recover()


def _built_models() -> list[Path]:
    found = [made.parent for made in (Path(__file__).parents[2] / "models").glob("*/config.json")]
    if not found:
        raise LeftOutError("no built model")
    return found


def _without_model(ward: Ward, folder: Path, told: str) -> Patient:
    """A patient that is served without a model, and says so."""
    (folder / "models").mkdir(exist_ok=True)
    patient = ward.patient(folder, encoder="openvino")
    database = Database(patient.service.database_url)
    migrate.upgrade(database)
    database.engine.dispose()
    patient.service.begin("serve")
    patient.must_tell(told)
    patient.owner = patient.post("/organisations", {"name_vi": "Viện", "kind": "institute"}).json()["id"]
    return patient


def index_damaged(ward: Ward) -> tuple[Patient, float]:
    patient = ward.patient()
    patient.begin()
    patient.service.stop()
    files = [file for file in (patient.service.folder / "index").rglob("*") if file.is_file()]
    for file in files:
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    patient.seen.add(f"{len(files)} files cut")
    patient.service.start()
    return patient, patient.recover()


def clock_goes_back(ward: Ward) -> tuple[Patient, float]:
    return _with_clock(ward, -2 * 3600, "clock_behind")


def clock_goes_forward(ward: Ward) -> tuple[Patient, float]:
    return _with_clock(ward, 2 * 3600, "none")


def _with_clock(ward: Ward, seconds: int, told: str) -> tuple[Patient, float]:
    folder = ward.folder()
    clock = folder / "clock"
    clock.write_text("0")
    patient = ward.patient(folder)
    patient.service.clock = clock
    patient.begin()
    clock.write_text(str(seconds))
    patient.write()
    patient.must_tell(told)
    clock.write_text("0" if seconds < 0 else str(seconds))
    return patient, patient.recover()


FAULTS: dict[str, Callable[[Ward], tuple[Patient, float]]] = {
    one.__name__: one
    for one in (
        *(disk_full, disk_read_only, database_away, connections_cut, database_slow, database_silent),
        *(mail_server_down, model_missing, model_damaged, index_damaged, clock_goes_back, clock_goes_forward),
    )
}


@contextmanager
def _small_disk(ward: Ward) -> Iterator[Path]:
    place = ward.folder() / "disk"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=80m", "tmpfs", place], capture_output=True).returncode:
        raise LeftOutError("nothing may be mounted here")
    ward.stack.callback(subprocess.run, ["umount", "-l", str(place)], check=False)
    yield place


def _mount(place: Path, options: str) -> None:
    subprocess.run(["mount", "-o", options, place], check=True)


def _fill(file: Path) -> None:
    with file.open("wb", buffering=0) as stream:
        try:
            while True:
                stream.write(bytes(4096))
        except OSError:
            pass


def _server(ward: Ward) -> Server:
    if missing := why_no_server():
        raise LeftOutError(missing)
    return ward.stack.enter_context(own_server(free_port()))


def main(
    names: Annotated[list[str] | None, typer.Argument(help=f"Of {', '.join(FAULTS)}; all if none is named.")] = None,
) -> None:
    """Take away what the service needs, one thing after the other, and give it back."""
    console = Console(width=150)
    table = Table("fault", "told at /ready", "refused with", "promised", "lost", "recovered in (s)", "passed")
    failed = False
    for name in names or FAULTS:
        with ExitStack() as stack:
            try:
                patient, seconds = FAULTS[name](Ward(stack))
                lost = patient.lost()
            except LeftOutError as error:
                table.add_row(name, f"left out: {error}", *[""] * 5)
                continue
            except Exception as error:
                failed = True
                table.add_row(name, repr(error)[:200], *[""] * 4, "no")
                continue
        well = not patient.wrong and not lost
        failed = failed or not well
        cells = (", ".join(sorted(patient.seen)), ", ".join(sorted(patient.codes)), str(len(patient.promised)))
        table.add_row(name, *cells, str(lost), f"{seconds:.1f}", "yes" if well else "; ".join(patient.wrong)[:200])
        console.print(f"{name}: {'passed' if well else patient.wrong}")
    console.print(table)
    sys.exit(failed)

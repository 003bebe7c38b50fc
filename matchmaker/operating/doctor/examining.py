"""All checks, one after the other; one that fails by itself is a finding too."""

from collections.abc import Callable, Iterator, Mapping

from pydantic import ValidationError

from matchmaker.operating.doctor import database_checks as database
from matchmaker.operating.doctor import machine_checks as machine
from matchmaker.operating.doctor import network_checks as network
from matchmaker.operating.doctor import settings_checks as of_settings
from matchmaker.operating.doctor import storage_checks as storage
from matchmaker.operating.doctor.finding import Finding, ok, problem
from matchmaker.settings import Settings

Check = Callable[[Settings], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    of_settings.check_address,
    of_settings.check_open_doors,
    of_settings.check_secret,
    storage.check_data_folder,
    storage.check_rights,
    storage.check_disk,
    storage.check_file_system,
    database.check_database,
    machine.check_model,
    machine.check_threads,
    machine.check_time_zone,
    machine.check_fonts,
    network.check_mail,
    network.check_reachable,
)


def examine(environment: Mapping[str, str]) -> list[Finding]:
    """What is found with the settings of this process; without readable settings only what is wrong with them."""
    findings = list(of_settings.unknown_variables(environment))
    try:
        settings = Settings()
    except ValidationError as error:
        return findings + list(of_settings.refused_settings(error))
    findings = findings or [ok("settings", "all are known")]
    for check in CHECKS:
        findings += run(check, settings)
    return findings


def run(check: Check, settings: Settings) -> list[Finding]:
    """The findings of one check, and its own failure if it has one."""
    findings: list[Finding] = []
    try:
        findings.extend(check(settings))
    except Exception as error:
        name = check.__name__.removeprefix("check_").replace("_", " ")
        do = "Ask for help with this line and the service's log."
        findings.append(problem(name, f"cannot be checked: {type(error).__name__}: {str(error)[:200]}", do))
    return findings

"""What is in ``deploy/`` agrees with the code: settings, commands, ports, paths, metrics and the runbook."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml
from starlette.testclient import TestClient

from matchmaker.cli import app as commands
from matchmaker.settings import Settings

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
FILES = [
    ROOT / "Dockerfile",
    *(path for path in sorted(DEPLOY.rglob("*")) if path.is_file() and path.suffix != ".json"),
]
SETTINGS = {f"MATCHMAKER_{name.upper()}" for name in Settings.model_fields}
# Of compose, and not of the service.
OTHERS = {"MATCHMAKER_VERSION"}
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose" / "compose.yaml").read_text("utf-8"))
OURS = ("prepare", "first", "second", "worker")
MANIFESTS: list[dict[str, Any]] = list(
    yaml.safe_load_all((DEPLOY / "kubernetes" / "matchmaker.yaml").read_text("utf-8"))
)
PODS = {
    one["metadata"]["name"]: one["spec"]["template"]["spec"] for one in MANIFESTS if "template" in one.get("spec", {})
}
UNITS = {path.name: path.read_text("utf-8") for path in (DEPLOY / "systemd").glob("*.service")}
ALERTS = yaml.safe_load((DEPLOY / "prometheus" / "alerts.yml").read_text("utf-8"))["groups"][0]["rules"]
DASHBOARD = json.loads((DEPLOY / "grafana" / "matchmaker.json").read_text("utf-8"))
RUNBOOK = (ROOT / "docs" / "administration" / "runbook.md").read_text("utf-8")


def is_command(words: list[str]) -> bool:
    """Whether the command line knows these words as a command."""
    found: Any = typer.main.get_command(commands)
    for word in words:
        found = getattr(found, "commands", {}).get(word)
        if found is None:
            return False
    return not hasattr(found, "commands")


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_every_setting_named_there_is_one(file: Path) -> None:
    named = set(re.findall(r"\bMATCHMAKER_[A-Z_]+[A-Z]\b", file.read_text("utf-8")))

    assert named - SETTINGS - OTHERS == set()


def test_every_command_there_is_one() -> None:
    run = [COMPOSE["services"][name].get("command", ["serve"]) for name in OURS]
    run += [container["args"] for pod in PODS.values() for container in pod["containers"]]
    run += [line.split() for unit in UNITS.values() for line in re.findall(r"/matchmaker/bin/matchmaker (.+)", unit)]
    run += [json.loads(re.findall(r"^CMD (\[.*\])$", DOCKERFILE, re.MULTILINE)[-1])]
    run += [words.split() for words in re.findall(r"matchmaker (model build)", DOCKERFILE)]

    assert [words for words in run if not is_command(words)] == []
    assert len(run) == 4 + 3 + 4 + 2


def test_images_are_pinned_and_nothing_runs_as_root_or_writes_elsewhere() -> None:
    images = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)
    images += [service["image"] for name, service in COMPOSE["services"].items() if name not in OURS]
    pods = [(pod, container) for pod in PODS.values() for container in pod["containers"]]

    assert [image for image in images if not re.search(r":\d+\.\d+\.\d+", image)] == []
    assert re.findall(r"^USER (\d+)$", DOCKERFILE, re.MULTILINE) == ["10001"]
    for name in OURS:
        service = COMPOSE["services"][name]
        assert (service["read_only"], service["cap_drop"], service["tmpfs"]) == (
            True,
            ["ALL"],
            ["/tmp:size=256m,mode=1777"],
        )
    for pod, container in pods:
        told = container["securityContext"]
        assert (pod["securityContext"]["runAsUser"], told["readOnlyRootFilesystem"]) == (10001, True)
        assert (told["allowPrivilegeEscalation"], told["capabilities"]) == (False, {"drop": ["ALL"]})
        assert "memory" in container["resources"]["limits"]
    for unit in UNITS.values():
        assert {"User=matchmaker", "ProtectSystem=strict", "NoNewPrivileges=yes"} <= set(unit.splitlines())


def test_ports_paths_and_folders_are_those_of_the_code(client: TestClient) -> None:
    port = str(Settings.model_fields["port"].default)
    data = re.findall(r"MATCHMAKER_DATA_FOLDER=(\S+)", DOCKERFILE)[0]
    caddy = (DEPLOY / "compose" / "Caddyfile").read_text("utf-8")
    api = PODS["matchmaker"]["containers"][0]
    probes = [api[f"{kind}Probe"]["httpGet"]["path"] for kind in ("startup", "liveness", "readiness")]
    paths = {*probes, *re.findall(r"health_uri (\S+)", caddy), *re.findall(r"8000(/\w+)", DOCKERFILE)}

    assert re.findall(r"^EXPOSE (\d+)$", DOCKERFILE, re.MULTILINE) == [port]
    assert api["ports"] == [{"name": "http", "containerPort": int(port)}]
    assert re.findall(r"(?:first|second):(\d+)", caddy) == [port, port]
    assert re.findall(r"server 127\.0\.0\.1:(\d+)", (DEPLOY / "nginx" / "matchmaker.conf").read_text()) == [port]
    assert [client.get(path).status_code for path in sorted(paths)] == [200, 200]
    assert COMPOSE["services"]["first"]["volumes"] == [f"data:{data}"]
    assert {mount["mountPath"] for mount in api["volumeMounts"]} == {data, "/tmp"}


def test_the_largest_body_passes_the_proxies() -> None:
    most = Settings.model_fields["max_body_bytes"].default
    nginx = re.findall(r"client_max_body_size (\d+)m", (DEPLOY / "nginx" / "matchmaker.conf").read_text())
    (ingress,) = [one for one in MANIFESTS if one["kind"] == "Ingress"]
    allowed = ingress["metadata"]["annotations"]["nginx.ingress.kubernetes.io/proxy-body-size"]

    assert [int(size) * 2**20 >= most for size in (*nginx, allowed.removesuffix("m"))] == [True, True]


def test_the_two_units_protect_alike() -> None:
    protections = [
        [line for line in unit.splitlines() if re.match(r"(Protect|Restrict|Private|System|Capab|Ambient|NoNew)", line)]
        for unit in UNITS.values()
    ]

    assert protections[0] == protections[1]
    assert len(protections[0]) > 15


def test_every_metric_in_alerts_and_dashboards_is_exported(client: TestClient) -> None:
    client.get("/health")
    exported = set(re.findall(r"^([a-z_]+)[ {]", client.get("/metrics").text, re.MULTILINE)) | {"up"}
    asked = [rule["expr"] for rule in ALERTS]
    asked += [target["expr"] for panel in DASHBOARD["panels"] for target in panel.get("targets", [])]

    named = {name for expression in asked for name in re.findall(r"\b((?:matchmaker|process)_[a-z_]+)\b", expression)}

    assert named - exported == set()
    assert len(named) > 15


def test_every_alert_has_its_lines_in_the_runbook() -> None:
    anchors = [title.lower() for title in re.findall(r"^## (\w+)$", RUNBOOK, re.MULTILINE)]

    told = [rule["annotations"]["runbook"] for rule in ALERTS]

    assert told == [f"docs/administration/runbook.md#{rule['alert'].lower()}" for rule in ALERTS]
    assert anchors == [rule["alert"].lower() for rule in ALERTS]
    assert all(rule["labels"]["severity"] in ("critical", "warning") for rule in ALERTS)

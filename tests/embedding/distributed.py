"""What Citus forbids of distributed tables, as rules over statements; and a server of Citus, where one was built."""

import os
import re
import subprocess
from pathlib import Path

# The column by which rows of vectors are dealt out to machines.
DISTRIBUTED_BY = "number"
_OURS = re.compile(r"\bposting_vector\w*", re.I)


def broken_rules(statement: str) -> list[str]:
    """Which rules a statement breaks; none for those that name no table of vectors."""
    plain = re.sub(r"'(?:[^']|'')*'", "''", statement)
    if not _OURS.search(plain):
        return []
    found = [name for name, pattern in FORBIDDEN.items() if re.search(pattern, plain, re.I | re.S)]
    for columns in re.findall(r"(?:primary key|unique)\s*\(([^)]*)\)", plain, re.I):
        if DISTRIBUTED_BY not in [column.strip() for column in columns.split(",")]:
            found.append("a key without the column of distribution")
    if re.match(r"\s*(select|with|delete|update|insert)", plain, re.I):
        named = set(re.findall(r"\b(?:from|join|into|update|using)\s+([\w.]+)", plain, re.I))
        if any(not _OURS.fullmatch(name) for name in named):
            found.append("another table in the same statement")
        if len(named) > 1:
            found.append("more than one table of vectors")
    return found


FORBIDDEN = {
    "a foreign key": r"\b(references|foreign\s+key)\b",
    "a unique index": r"\bcreate\s+unique\s+index\b",
    "an exclusion constraint": r"\bexclude\s+using\b",
    "a trigger": r"\bcreate\s+(constraint\s+)?trigger\b",
    "rows of a sequence": r"\b(serial|bigserial|generated\s+(always|by\s+default)\s+as\s+identity)\b",
    "locked rows": r"\bfor\s+(no\s+key\s+)?(update|share)\b",
    "a change of the column of distribution": rf"\bupdate\b.*\bset\b[^;]*\b{DISTRIBUTED_BY}\s*=",
    "a table taken out of the transaction log": r"\b(unlogged|temp|temporary)\b",
    "a table that inherits": r"\)\s*inherits\s*\(",
}


def citus_programs() -> Path | None:
    """Programs of a PostgreSQL with Citus and pgvector: of MATCHMAKER_TEST_CITUS, or of the pg_config on the path."""
    told = os.environ.get("MATCHMAKER_TEST_CITUS")
    configs = [Path(told) / "pg_config"] if told else [Path(path) / "pg_config" for path in os.get_exec_path()]
    for config in configs:
        if config.exists() and _has_citus(config):
            return config.parent
    return None


def _has_citus(config: Path) -> bool:
    shared = subprocess.check_output([config, "--sharedir"], text=True).strip()
    return all((Path(shared) / "extension" / f"{name}.control").exists() for name in ("citus", "vector"))

"""How often the suggested sector is right: on the leaves' own texts, a labelled sample, and the seed postings."""

import json
import tempfile
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from matchmaker import migrate
from matchmaker.catalogue import taxonomy
from matchmaker.embedding.manifest import load_encoder
from matchmaker.kit.database import Database
from matchmaker.matching.engine import Engine
from matchmaker.matching.quality import sector_scores
from matchmaker.matching.weights import shipped_weights
from matchmaker.settings import get_settings

Labelled = list[tuple[str, str, set[str]]]


def run(_: Path, console: Console) -> None:
    """One row a sample: right at the first, among the first three, and the top sector at the first."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/bench.db")
        migrate.upgrade(database)
        engine = Engine(database, load_encoder(get_settings()), shipped_weights())
        table = Table("texts", "number", "first", "first three", "top sector", title="Sector suggestion")
        for name, sample in _samples().items():
            table.add_row(name, str(len(sample)), *(f"{value:.3f}" for value in _figures(engine, sample)))
        console.print(table)


def _samples() -> dict[str, Labelled]:
    leaves = taxonomy.shipped().leaves()
    sample = [json.loads(line) for line in _lines("sector_sample.jsonl")]
    found: dict[str, Labelled] = {
        "leaves, Vietnamese": [(leaf.description_vi, "vi", {leaf.code}) for leaf in leaves],
        "leaves, English": [(leaf.description_en, "en", {leaf.code}) for leaf in leaves],
    }
    for language in ("vi", "en"):
        own = [(row["text"], language, set(row["sectors"])) for row in sample if row["language"] == language]
        found[f"labelled sample, {language}"] = own
    return found


def _figures(engine: Engine, sample: Labelled) -> tuple[float, float, float]:
    leaves = taxonomy.shipped().leaves()
    codes = [leaf.code for leaf in leaves]
    order, _ = sector_scores(engine, leaves, [text for text, _, _ in sample], [language for _, language, _ in sample])
    hits = np.array([[codes[i] in wanted for i in row[:3]] for row, (_, _, wanted) in zip(order, sample, strict=True)])
    tops = [
        taxonomy.top_of(codes[row[0]]) in {taxonomy.top_of(code) for code in wanted}
        for row, (_, _, wanted) in zip(order, sample, strict=True)
    ]
    return float(hits[:, 0].mean()), float(hits.any(axis=1).mean()), float(np.mean(tops))


def _lines(name: str) -> list[str]:
    return Path("seed_data", name).read_text("utf-8").rstrip("\n").split("\n")

"""Ranking quality on the evaluation folders, with exactly what `matchmaker evaluate` does."""

from pathlib import Path

from rich.console import Console
from rich.table import Table

from matchmaker.embedding.manifest import load_encoder
from matchmaker.matching.evaluation import MEASURES, evaluate_folder, read_collection
from matchmaker.matching.weights import shipped_weights
from matchmaker.settings import get_settings

FOLDERS = (("needs-projects-dev", False), ("mixed-languages-dev", False), ("tatoeba-vi-en", True))


def run(data: Path, console: Console) -> None:
    """One table a folder: every variant, and the full ranking by language."""
    encoder = load_encoder(get_settings())
    for name, symmetric in FOLDERS:
        if not (data / name).is_dir():
            console.print(f"{name}: not there, left out")
            continue
        found = evaluate_folder(read_collection(data / name), encoder, shipped_weights(), symmetric=symmetric)
        title = f"{name}: {found['queries']} queries, {found['documents']} documents, {found['seconds']} s"
        table = Table("", *MEASURES, title=title)
        rows = found["variants"] | {f"full, {code}": figures for code, figures in found["by_language"].items()}
        for row, figures in rows.items():
            table.add_row(row, *(f"{figures[measure]:.4f}" for measure in MEASURES))
        console.print(table)

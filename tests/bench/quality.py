"""Ranking quality on the evaluation folders, with exactly what `matchmaker evaluate` does.

And how far probabilities can be believed where nothing was learned from: every need of a folder is asked as it is and
once more with all that fits it taken away. Labels of that folder are incomplete, and what is near a missing label
remains when the labelled are gone.
"""

from pathlib import Path

from rich.console import Console
from rich.table import Table

from matchmaker.embedding.manifest import load_encoder
from matchmaker.matching.evaluation import MEASURES, encode_collection, evaluate, read_collection
from matchmaker.matching.fitting import nothing_fits, quality
from matchmaker.matching.training import LabelledSet, measure_examples
from matchmaker.matching.weights import shipped_weights
from matchmaker.settings import get_settings

# The folder of needs and technologies, whose labels had no part in calibration.
BELIEVED = "needs-projects-dev"
FOLDERS = (("needs-projects-dev", False), ("mixed-languages-dev", False), ("tatoeba-vi-en", True))


def run(data: Path, console: Console) -> None:
    """One table a folder: every variant, and the full ranking by language."""
    encoder = load_encoder(get_settings())
    for name, symmetric in FOLDERS:
        if not (data / name).is_dir():
            console.print(f"{name}: not there, left out")
            continue
        collection = read_collection(data / name)
        vectors = encode_collection(collection, encoder, symmetric=symmetric)
        found = evaluate(collection, vectors, shipped_weights())
        title = f"{name}: {found['queries']} queries, {found['documents']} documents, ranked in {found['seconds']} s"
        table = Table("", *MEASURES, title=title)
        rows = found["variants"] | {f"full, {code}": figures for code, figures in found["by_language"].items()}
        for row, figures in rows.items():
            table.add_row(row, *(f"{figures[measure]:.4f}" for measure in MEASURES))
        console.print(table)
        if name == BELIEVED:
            _believed(LabelledSet(collection, vectors, "", name), console)


def _believed(labelled: LabelledSet, console: Console) -> None:
    _, pairs = measure_examples(labelled, shipped_weights())
    calibration = shipped_weights().calibration
    judged = quality(pairs.where(~pairs.bare), calibration)
    told = nothing_fits(calibration.probability(pairs.scores, pairs.evidence), pairs, calibration.threshold)
    table = Table("probabilities", labelled.name)
    table.add_row("Brier score", f"{judged['brier']:.4f}")
    table.add_row("calibration error", f"{judged['calibration_error']:.4f}")
    table.add_row("told that nothing fits, where something does", f"{told['where_something_fits']:.0%}")
    table.add_row("told that nothing fits, where it was taken away", f"{told['where_nothing_does']:.0%}")
    console.print(table)

"""Encoding speed against sentence-transformers in fp32 on PyTorch, the same folder, in one run."""

import gzip
import json
import random
import time
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from matchmaker.embedding.manifest import load_encoder, read_manifest
from matchmaker.settings import get_settings

TEXTS = 2000
PARTS = 4


def run(data: Path, console: Console) -> None:
    """Both encode the same texts in turns, so that a machine that changes its speed treats them alike."""
    source = data / "scale" / "technologies.jsonl.gz"
    if not source.exists():
        console.print("scale: not there, left out")
        return
    import torch
    from sentence_transformers import SentenceTransformer

    settings = get_settings()
    torch.set_num_threads(settings.threads)
    entry = read_manifest(settings.kept_models)
    reference = SentenceTransformer(str(settings.kept_models / entry.name), device="cpu")
    encoder = load_encoder(settings)
    texts = _texts(source)
    seconds = {"sentence-transformers": [], "matchmaker": []}
    lowest = 1.0
    for start in range(0, TEXTS, TEXTS // PARTS):
        part = texts[start : start + TEXTS // PARTS]
        began = time.perf_counter()
        theirs = reference.encode(part, prompt_name="passage")
        seconds["sentence-transformers"].append(time.perf_counter() - began)
        began = time.perf_counter()
        ours = encoder.encode(part, "passage")
        seconds["matchmaker"].append(time.perf_counter() - began)
        lowest = min(lowest, float((theirs * ours).sum(axis=1).min()))
    ratio = np.median(np.array(seconds["sentence-transformers"]) / np.array(seconds["matchmaker"]))
    table = Table("encoder", "texts/s (median of parts)", title=f"Encoding {TEXTS} texts")
    for name, told in seconds.items():
        table.add_row(name, f"{TEXTS / PARTS / float(np.median(told)):.1f}")
    console.print(table)
    console.print(f"ratio {ratio:.2f}, lowest cosine between the two {lowest:.5f}")


def _texts(source: Path) -> list[str]:
    with gzip.open(source, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    chosen = random.Random(0).sample(rows, TEXTS)
    return [f"{row['title']}. {row['text']}" for row in chosen]

"""The numbers of the ranking: data with a recorded origin, read from a file, never written in the code."""

import json
from dataclasses import asdict, dataclass, field, replace
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np

from matchmaker.embedding.encoder import Array
from matchmaker.matching.calibration import Calibration
from matchmaker.matching.centring import LanguageMeans

SHIPPED = "shipped"


@dataclass(frozen=True)
class Weights:
    """Everything that ranking has learned or was given.

    ``dense`` and ``lexical`` weigh the two standardised halves; ``hub_share`` of the hub value, the mean over
    ``neighbours``, is taken off; a language's mean counts as ``prior_texts`` texts; ``candidates`` of each half are
    looked at; words of a title count ``title_boost`` times and pairs ``pair_weight`` of their rarity; ``feedback`` is
    the share of the first look's best rows in the second; ``origin`` says where the numbers come from.
    """

    dense: float
    lexical: float
    hub_share: float
    neighbours: int
    prior_texts: float
    candidates: int
    k1: float
    b: float
    query_tf: float
    title_boost: int
    pair_weight: float
    feedback: float
    calibration: Calibration
    origin: dict[str, Any] = field(default_factory=dict)
    version: str = SHIPPED
    adapter: Array | None = None


def shipped_weights() -> Weights:
    """The weights that come with the package."""
    text = resources.files("matchmaker.matching").joinpath("defaults/weights.json").read_text("utf-8")
    return parse_weights(json.loads(text), SHIPPED)


def parse_weights(values: dict[str, Any], version: str, folder: Path | None = None) -> Weights:
    """Weights from a file's content. Raises ValueError, KeyError or TypeError when it is not complete."""
    values = dict(values)
    calibration = Calibration(**values.pop("calibration"))
    adapter = None
    if (name := values.pop("adapter", None)) and folder:
        adapter = np.load(folder / name, allow_pickle=False)
    return Weights(**values, calibration=calibration, version=version, adapter=adapter)


def plain(weights: Weights) -> dict[str, Any]:
    """Weights as a file's content, all but the adapter, which is a file of its own."""
    values = asdict(replace(weights, adapter=None))
    for own in ("version", "adapter"):
        values.pop(own)
    return values


def save_means(path: Path, model: str, means: dict[str, LanguageMeans]) -> None:
    """Write means per side in the form that ``shipped_means`` reads; both sides must have the same languages."""
    languages = sorted(set.intersection(*(set(side.by_language) for side in means.values())))
    arrays: dict[str, Any] = {
        name: np.stack([side.everything, *(side.by_language[code] for code in languages)])
        for name, side in means.items()
    }
    np.savez_compressed(path, model=np.array(model), languages=np.array(languages), **arrays)


def shipped_means(model: str, dimension: int) -> dict[str, LanguageMeans]:
    """Default means per side for a model, empty for a model that none were made for."""
    path = resources.files("matchmaker.matching").joinpath("defaults/means.npz")
    if not path.is_file():
        return {}
    with path.open("rb") as stream, np.load(stream, allow_pickle=False) as file:
        if str(file["model"]) != model or file["need"].shape[1] != dimension:
            return {}
        languages = [str(code) for code in file["languages"]]
        return {
            side: LanguageMeans(file[side][0], dict(zip(languages, file[side][1:], strict=True)))
            for side in ("need", "technology")
        }

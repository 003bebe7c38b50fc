"""Learned weights are versioned files; a pointer names the one in use, and one command goes back."""

import json
import os
from pathlib import Path
from typing import Any

import numpy as np

from matchmaker.embedding.encoder import Array
from matchmaker.kit import clock
from matchmaker.kit.errors import InvalidError, NotFoundError
from matchmaker.matching.weights import SHIPPED, Weights, parse_weights, shipped_weights

POINTER = "CURRENT"


def current_weights(folder: Path) -> Weights:
    """The weights in use: those the pointer names, or the shipped ones."""
    version = current_version(folder)
    return shipped_weights() if version == SHIPPED else read_weights(folder, version)


def current_version(folder: Path) -> str:
    """The name of the weights in use."""
    history = _history(folder)
    return history[-1] if history else SHIPPED


def read_weights(folder: Path, version: str) -> Weights:
    """One version. Raises NotFoundError, or InvalidError when its file is damaged."""
    try:
        return parse_weights(json.loads((folder / f"{version}.json").read_text("utf-8")), version, folder)
    except FileNotFoundError as error:
        raise NotFoundError("weights_not_found", version=version) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InvalidError("weights_damaged", version=version, reason=str(error)[:200]) from error


def save_weights(folder: Path, values: dict[str, Any], adapter: Array | None = None) -> str:
    """Write a new version, not yet in use; returns its name."""
    folder.mkdir(parents=True, exist_ok=True)
    version = clock.now().strftime("%Y%m%dT%H%M%S%fZ")
    if adapter is not None:
        values = {**values, "adapter": f"{version}.npy"}
        np.save(folder / f"{version}.npy", adapter)
    _write(folder / f"{version}.json", json.dumps(values, indent=2, ensure_ascii=False))
    return version


def use(folder: Path, version: str) -> None:
    """Take a version into use."""
    if version != SHIPPED:
        read_weights(folder, version)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / POINTER, "\n".join([*_history(folder), version]))


def go_back(folder: Path) -> str:
    """Return to the version before the one in use; returns its name. Raises InvalidError at the first one."""
    history = _history(folder)
    if not history:
        raise InvalidError("no_former_weights")
    _write(folder / POINTER, "\n".join(history[:-1]))
    return current_version(folder)


def _history(folder: Path) -> list[str]:
    try:
        return (folder / POINTER).read_text("utf-8").split()
    except FileNotFoundError:
        return []


def _write(path: Path, text: str) -> None:
    """Whole or not at all."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_text(text, "utf-8")
    os.replace(draft, path)

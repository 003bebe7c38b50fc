"""Learned weights are versioned files; a pointer names the one in use, and one command goes back."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import numpy as np
from sqlmodel import Session

from matchmaker.kit import auditing, clock
from matchmaker.kit.errors import InvalidError, NotFoundError
from matchmaker.matching.weights import SHIPPED, Weights, parse_weights, plain, shipped_weights

POINTER = "CURRENT"


def current_weights(folder: Path) -> Weights:
    """The weights in use: those the pointer names, or the shipped ones."""
    version = current_version(folder)
    return shipped_weights() if version == SHIPPED else read_weights(folder, version)


def current_version(folder: Path) -> str:
    """The name of the weights in use."""
    history = _history(folder)
    return history[-1] if history else SHIPPED


def former_version(folder: Path) -> str | None:
    """The name of the weights that ``go_back`` returns to; None at the first ones."""
    history = _history(folder)
    return (history[-2] if len(history) > 1 else SHIPPED) if history else None


def read_weights(folder: Path, version: str) -> Weights:
    """One version. Raises NotFoundError, or InvalidError when its file is damaged."""
    try:
        return parse_weights(json.loads((folder / f"{version}.json").read_text("utf-8")), version, folder)
    except FileNotFoundError as error:
        raise NotFoundError("weights_not_found", version=version) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InvalidError("weights_damaged", version=version, reason=str(error)[:200]) from error


def save_weights(folder: Path, weights: Weights) -> str:
    """Write a new version, not yet in use; returns its name."""
    folder.mkdir(parents=True, exist_ok=True)
    version = clock.now().strftime("%Y%m%dT%H%M%S%fZ")
    values = plain(weights)
    if weights.adapter is not None:
        values["adapter"] = f"{version}.npy"
        np.save(folder / f"{version}.npy", weights.adapter)
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


def versions(folder: Path) -> list[str]:
    """All versions that were ever saved, the latest first."""
    return sorted((path.stem for path in folder.glob("*.json")), reverse=True)


@contextmanager
def recorded(folder: Path, transaction: Callable[[], AbstractContextManager[Session]]) -> Iterator[None]:
    """Tell the audit log which weights came into use inside the block, in a transaction that is opened then."""
    before = current_version(folder)
    yield
    after = current_version(folder)
    if after != before:
        with transaction() as session:
            auditing.record(session, "weights", "in_use", {"version": before}, {"version": after})


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

"""What every runtime of the built model shares: the tokeniser, prompts, and long texts cut into windows."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from matchmaker.embedding.encoder import Array, Progress, Role
from matchmaker.embedding.windows import pool_windows, window_bounds

# How many windows are encoded between two reports of progress.
REPORT_WINDOWS = 256


class WindowedEncoder(ABC):
    """An Encoder over a folder with ``tokenizer.json``; a runtime adds how windows of tokens become vectors."""

    dimension: int

    def __init__(self, folder: Path, name: str, prompts: dict[str, str], max_tokens: int) -> None:
        from tokenizers import Tokenizer

        self.name = name
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._prefix = {role: self._ids(prompts.get(role, "").strip()) for role in ("query", "passage")}
        self._bos, self._eos = self._special_ids()
        self._content = max_tokens - 2 - max(len(ids) for ids in self._prefix.values())

    def encode(self, texts: Sequence[str], role: Role, progress: Progress | None = None) -> Array:
        """Unit vectors ``[n, dimension]``; texts of any length, by windows."""
        windows, owners, weights = self._windows(texts, role)
        vectors = np.zeros((len(windows), self.dimension), np.float32)
        order = sorted(range(len(windows)), key=lambda w: len(windows[w]))
        finished_of_text = np.bincount(owners, minlength=len(texts)) if owners else np.zeros(0, np.int64)
        done = 0
        for start in range(0, len(order), REPORT_WINDOWS):
            part = order[start : start + REPORT_WINDOWS]
            self._encode_windows([windows[w] for w in part], part, vectors)
            if progress:
                np.subtract.at(finished_of_text, [owners[w] for w in part], 1)
                done = int((finished_of_text == 0).sum())
                progress(done, len(texts))
        return pool_windows(vectors, owners, weights, len(texts))

    @abstractmethod
    def _encode_windows(self, windows: list[list[int]], rows: list[int], out: Array) -> None:
        """Write the vector of window ``i`` (token ids, at most the model's length) into ``out[rows[i]]``."""

    def _windows(self, texts: Sequence[str], role: Role) -> tuple[list[list[int]], list[int], list[int]]:
        windows, owners, weights = [], [], []
        prefix = self._prefix[role]
        for owner, encoding in enumerate(self._tokenizer.encode_batch(list(texts), add_special_tokens=False)):
            for start, end in window_bounds(len(encoding.ids), self._content):
                windows.append([self._bos, *prefix, *encoding.ids[start:end], self._eos])
                owners.append(owner)
                weights.append(max(1, end - start))
        return windows, owners, weights

    def _ids(self, text: str) -> list[int]:
        return list(self._tokenizer.encode(text, add_special_tokens=False).ids) if text else []

    def _special_ids(self) -> tuple[int, int]:
        empty = self._tokenizer.encode("").ids
        return int(empty[0]), int(empty[-1])

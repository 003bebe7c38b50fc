"""Serves a sentence model with OpenVINO: no PyTorch in the process, and faster on processors.

The precision is the best that the processor does natively: bf16 where it has it, otherwise fp32.
"""

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from matchmaker.embedding.encoder import Array, Progress, Role
from matchmaker.embedding.windows import pool_windows, window_bounds

FILE = "openvino_model.xml"
# Batches of similar length waste little on padding; small ones keep a waiting search short.
BATCH_WINDOWS = 8
# Widths are rounded up: the runtime prepares and keeps code for every shape that it meets.
WIDTHS = 8
# How many windows are encoded between two reports of progress.
REPORT_WINDOWS = 256

Tokens = npt.NDArray[np.int64]


def save_compiled(module: Any, example: dict[str, Any], folder: Path) -> None:
    """Convert a traced torch module (ids, mask -> unit vectors) and save it with fp16 weights beside the model."""
    import openvino

    openvino.save_model(openvino.convert_model(module, example_input=example), folder / FILE, compress_to_fp16=True)


class OpenVinoEncoder:
    """An Encoder for a folder written by ``model build``."""

    def __init__(self, folder: Path, name: str, prompts: dict[str, str], max_tokens: int, threads: int) -> None:
        import openvino
        from tokenizers import Tokenizer

        self.name = name
        with ThreadPoolExecutor(1) as pool:
            # Reading the vocabulary takes as long as preparing the model, which goes on without the interpreter.
            options = {"NUM_STREAMS": threads, "INFERENCE_NUM_THREADS": threads}
            compiling = pool.submit(openvino.Core().compile_model, folder / FILE, "CPU", options)
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._model = compiling.result()
        self._tokenizer.no_truncation()
        self._prefix = {role: self._ids(prompts.get(role, "").strip()) for role in ("query", "passage")}
        self._bos, self._eos = self._special_ids()
        self._content = max_tokens - 2 - max(len(ids) for ids in self._prefix.values())
        self.dimension = int(self._model.output(0).partial_shape[1].get_length())
        self._threads = threads
        self._local = threading.local()

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

    def _windows(self, texts: Sequence[str], role: Role) -> tuple[list[list[int]], list[int], list[int]]:
        windows, owners, weights = [], [], []
        prefix = self._prefix[role]
        for owner, encoding in enumerate(self._tokenizer.encode_batch(list(texts), add_special_tokens=False)):
            for start, end in window_bounds(len(encoding.ids), self._content):
                windows.append([self._bos, *prefix, *encoding.ids[start:end], self._eos])
                owners.append(owner)
                weights.append(max(1, end - start))
        return windows, owners, weights

    def _encode_windows(self, windows: list[list[int]], rows: list[int], out: Array) -> None:
        queue = self._queue(min(self._threads, -(-len(windows) // BATCH_WINDOWS)))
        queue.set_callback(lambda request, targets: _store(out, targets, request))
        for batch, targets in _batches(windows, rows):
            queue.start_async(_padded(batch), targets)
        queue.wait_all()

    def _queue(self, jobs: int) -> Any:
        """One queue per calling thread: concurrent searches never wait for each other's results."""
        import openvino

        queues = self._local.__dict__.setdefault("queues", {})
        if jobs not in queues:
            queues[jobs] = openvino.AsyncInferQueue(self._model, jobs)
        return queues[jobs]

    def _ids(self, text: str) -> list[int]:
        return list(self._tokenizer.encode(text, add_special_tokens=False).ids) if text else []

    def _special_ids(self) -> tuple[int, int]:
        empty = self._tokenizer.encode("").ids
        return int(empty[0]), int(empty[-1])


def _batches(windows: list[list[int]], rows: list[int]) -> Iterator[tuple[list[list[int]], list[int]]]:
    for start in range(0, len(windows), BATCH_WINDOWS):
        yield windows[start : start + BATCH_WINDOWS], rows[start : start + BATCH_WINDOWS]


def _padded(batch: list[list[int]]) -> dict[int, Tokens]:
    width = -(-max(len(ids) for ids in batch) // WIDTHS) * WIDTHS
    tokens = np.zeros((len(batch), width), np.int64)
    mask = np.zeros((len(batch), width), np.int64)
    for row, ids in enumerate(batch):
        tokens[row, : len(ids)] = ids
        mask[row, : len(ids)] = 1
    return {0: tokens, 1: mask}


def _store(out: Array, targets: list[int], request: Any) -> None:
    out[targets] = request.get_output_tensor(0).data

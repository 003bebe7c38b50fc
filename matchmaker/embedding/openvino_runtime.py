"""Serves a sentence model with OpenVINO: no PyTorch in the process, and faster on processors.

The precision is the best that the processor does natively: bf16 where it has it, otherwise fp32.
"""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from matchmaker.embedding.encoder import Array
from matchmaker.embedding.windowed import WindowedEncoder

FILE = "openvino_model.xml"
# Batches of similar length waste little on padding; small ones keep a waiting search short.
BATCH_WINDOWS = 8
# Widths are rounded up: the runtime prepares and keeps code for every shape that it meets.
WIDTHS = 8

Tokens = npt.NDArray[np.int64]


def save_compiled(module: Any, example: dict[str, Any], folder: Path) -> None:
    """Convert a traced torch module (ids, mask -> unit vectors) and save it with fp16 weights beside the model."""
    import openvino

    openvino.save_model(openvino.convert_model(module, example_input=example), folder / FILE, compress_to_fp16=True)


class OpenVinoEncoder(WindowedEncoder):
    """An Encoder for a folder written by ``model build``."""

    def __init__(self, folder: Path, name: str, prompts: dict[str, str], max_tokens: int, threads: int) -> None:
        import openvino

        with ThreadPoolExecutor(1) as pool:
            # Reading the vocabulary takes as long as preparing the model, which goes on without the interpreter.
            options = {"NUM_STREAMS": threads, "INFERENCE_NUM_THREADS": threads}
            compiling = pool.submit(openvino.Core().compile_model, folder / FILE, "CPU", options)
            super().__init__(folder, name, prompts, max_tokens)
            self._model = compiling.result()
        self.dimension = int(self._model.output(0).partial_shape[1].get_length())
        self._threads = threads
        self._local = threading.local()

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

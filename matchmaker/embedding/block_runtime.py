"""Serves the packed model with the compiled kernel: no padding, no batches, one text per thread at a time."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from matchmaker.embedding.block_kernel import BlockKernel
from matchmaker.embedding.encoder import Array
from matchmaker.embedding.windowed import WindowedEncoder


class BlockEncoder(WindowedEncoder):
    """An Encoder for the packed weights, with the tokeniser of the folder written by ``model build``."""

    def __init__(
        self, kernel: BlockKernel, folder: Path, name: str, prompts: dict[str, str], max_tokens: int, threads: int
    ) -> None:
        super().__init__(folder, name, prompts, max_tokens)
        self.dimension = kernel.dimension
        self._kernel = kernel
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="encode")

    def _encode_windows(self, windows: list[list[int]], rows: list[int], out: Array) -> None:
        if len(windows) == 1:
            # A search does not wait behind the windows of a long job.
            self._kernel.encode(windows[0], out[rows[0]])
            return
        # The longest first, so that no thread is left with one at the end.
        jobs = sorted(zip(windows, rows, strict=True), key=lambda job: -len(job[0]))
        for _ in self._pool.map(lambda job: self._kernel.encode(job[0], out[job[1]]), jobs):
            pass

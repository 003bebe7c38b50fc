"""Compiles and calls the kernel that computes with the packed model's own 4-bit blocks and 8-bit activations.

On processors without bf16 this is more than twice as fast as any library's fp32 (see DECISIONS.md); it needs a C
compiler when the model is built, and AVX2. Where either is missing, the other runtime serves.
"""

import ctypes
import hashlib
import math
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from matchmaker.embedding.encoder import Array
from matchmaker.embedding.model_file import BLOCK, Blocks, Shape, dequantise, nibbles, read_blocks, scales

SOURCE = Path(__file__).with_name("block_kernel.c")
NEEDED = {"avx2", "fma", "f16c"}
OPTIONS = ("-O3", "-mavx2", "-mfma", "-mf16c", "-fPIC", "-shared")
# The kernel is written for one size of model: width, layers, heads, inner width, positions.
FITS = (384, 12, 12, 1536, 512)
COLUMNS, LANES, QUADS = 16, 8, 4
ALIGNMENT = 64
# Queries are scaled by the root of a head's width, and so that powers of two take the place of those of e.
ATTENTION = 1 / (math.sqrt(FITS[0] / FITS[2]) * math.log(2))


class KernelError(RuntimeError):
    """The kernel cannot be compiled, loaded or used with this model."""


def processor_flags() -> set[str]:
    """What the processor can do, by Linux's names; empty elsewhere."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return set()
    return set(next((line.split(":", 1)[1].split() for line in lines if line.startswith("flags")), []))


def library_path(folder: Path) -> Path:
    """Where the compiled kernel is; the name tells the source, so that another version's is not taken for it."""
    digest = hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:12]
    return folder / f"block-kernel-{digest}.so"


def compile_kernel(folder: Path) -> Path:
    """Compile into ``folder``, if that has not been done. Raises KernelError where it cannot be."""
    target = library_path(folder)
    if target.exists():
        return target
    if missing := NEEDED - processor_flags():
        raise KernelError(f"the processor lacks {', '.join(sorted(missing))}")
    compiler = shutil.which(os.environ.get("CC", "cc"))
    if compiler is None:
        raise KernelError("no C compiler")
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    run = subprocess.run([compiler, *OPTIONS, "-o", draft, SOURCE, "-lm"], capture_output=True, text=True)
    if run.returncode:
        raise KernelError(f"the C compiler refused: {run.stderr.strip()[:300]}")
    os.replace(draft, target)
    return target


class _Matrix(ctypes.Structure):
    _fields_ = [("weights", ctypes.c_void_p), ("scales", ctypes.c_void_p), ("bias", ctypes.c_void_p)]


class _Layer(ctypes.Structure):
    _fields_ = [
        *((name, _Matrix) for name in ("qkv", "out", "up", "down")),
        *((name, ctypes.c_void_p) for name in ("ln1_w", "ln1_b", "ln2_w", "ln2_b")),
    ]


class _Model(ctypes.Structure):
    _fields_ = [
        *((name, ctypes.c_void_p) for name in ("words", "position", "ln_w", "ln_b")),
        ("eps", ctypes.c_float),
        ("vocabulary", ctypes.c_int32),
        ("layers", _Layer * FITS[1]),
    ]


class BlockKernel:
    """The packed model laid out as the kernel reads it; may be called from many threads at once."""

    def __init__(self, packed: Path, library: Path) -> None:
        if missing := NEEDED - processor_flags():
            raise KernelError(f"the processor lacks {', '.join(sorted(missing))}")
        try:
            self._encode = ctypes.CDLL(str(library)).encode_tokens
        except (OSError, AttributeError) as error:
            raise KernelError(str(error)) from error
        shape, tensors = read_blocks(packed)
        if (shape.hidden, shape.layers, shape.heads, shape.inner, shape.positions) != FITS:
            raise KernelError("a model of another size")
        self.dimension = shape.hidden
        # The kernel only gets addresses; what they point at must stay.
        self._kept: list[npt.NDArray[Any]] = []
        self._model = self._laid_out(shape, tensors)

    def encode(self, tokens: list[int], out: Array) -> None:
        """Write the unit vector of 1 to 512 tokens into ``out`` ``[384]``, which is contiguous fp32."""
        ids = np.asarray(tokens, np.int32)
        failed = self._encode(
            ctypes.byref(self._model), ctypes.c_void_p(ids.ctypes.data), len(ids), ctypes.c_void_p(out.ctypes.data)
        )
        if failed == -2:
            raise ValueError(f"{len(ids)} tokens, or one that the model does not know")
        if failed:
            raise MemoryError

    def _laid_out(self, shape: Shape, tensors: dict[str, Any]) -> _Model:
        model = _Model()
        words = tensors["emb.word"]
        self._kept.append(words)
        model.words, model.vocabulary, model.eps = (
            words.ctypes.data,
            len(words) * BLOCK // shape.hidden,
            shape.layer_norm_eps,
        )
        position, kind = (_numbers(tensors[name]).reshape(-1, shape.hidden) for name in ("emb.pos", "emb.type"))
        # All tokens are of the first type.
        model.position = self._keep(position + kind[0])
        model.ln_w, model.ln_b = self._keep(tensors["emb.ln.w"]), self._keep(tensors["emb.ln.b"])
        for number in range(shape.layers):
            own = {name.split(".", 1)[1]: part for name, part in tensors.items() if name.startswith(f"l{number}.")}
            layer = model.layers[number]
            layer.qkv = self._matrix(
                [own[f"{name}.w"] for name in "qkv"], [own[f"{name}.b"] for name in "qkv"], first=ATTENTION
            )
            layer.out = self._matrix([own["ao.w"]], [own["ao.b"]])
            layer.up = self._matrix([own["fi.w"]], [own["fi.b"]])
            layer.down = self._matrix([own["fo.w"]], [own["fo.b"]])
            layer.ln1_w, layer.ln1_b = self._keep(own["aln.w"]), self._keep(own["aln.b"])
            layer.ln2_w, layer.ln2_b = self._keep(own["oln.w"]), self._keep(own["oln.b"])
        return model

    def _matrix(self, parts: list[Blocks], biases: list[Array], first: float = 1.0) -> _Matrix:
        """Weights as ``[n/16][k/32][8][2][8][4]`` and scales as ``[n/16][k/32][16]``: in the order of their use.

        What comes out of the first part is multiplied by ``first``.
        """
        blocks, bias = np.concatenate(parts), np.concatenate([biases[0] * np.float32(first), *biases[1:]])
        across = len(blocks) // len(bias)
        weights = nibbles(blocks).reshape(-1, 2, LANES, across, BLOCK // QUADS, QUADS).transpose(0, 3, 4, 1, 2, 5)
        factors = scales(blocks)
        factors[: len(parts[0])] *= np.float32(first)
        factors = factors.reshape(-1, COLUMNS, across).transpose(0, 2, 1)
        return _Matrix(self._keep(weights), self._keep(factors), self._keep(bias))

    def _keep(self, array: npt.NDArray[Any]) -> int:
        """The address of a copy that starts where the kernel's loads want it."""
        room = np.empty(array.nbytes + ALIGNMENT, np.uint8)
        start = -room.ctypes.data % ALIGNMENT
        copy = room[start : start + array.nbytes].view(array.dtype).reshape(array.shape)
        copy[...] = array
        self._kept.append(copy)
        return copy.ctypes.data


def _numbers(tensor: npt.NDArray[Any]) -> Array:
    """fp32 whether it is stored in blocks or not."""
    return dequantise(tensor) if tensor.dtype == np.uint8 else tensor

"""Reads the manifest of models and builds what it names, refusing weights that are not the ones it names."""

import hashlib
import os
import shutil
import tomllib
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import structlog

from matchmaker.embedding.block_kernel import (
    NEEDED,
    BlockKernel,
    KernelError,
    compile_kernel,
    library_path,
    processor_flags,
)
from matchmaker.embedding.block_runtime import BlockEncoder
from matchmaker.embedding.encoder import Encoder, HashEncoder
from matchmaker.embedding.openvino_runtime import FILE, OpenVinoEncoder
from matchmaker.kit.errors import UnavailableError
from matchmaker.settings import Settings

log = structlog.get_logger(__name__)

MANIFEST = "manifest.toml"
SHIPPED = Path(__file__).with_name(MANIFEST)
DEFAULT = "default"
# A processor with one of these computes in bf16, which OpenVINO uses and which beats the kernel.
BF16 = {"avx512_bf16", "amx_bf16"}


@dataclass(frozen=True)
class ModelEntry:
    """One model of the manifest: where its weights come from and how to read text with it."""

    name: str
    description: str
    package: str
    package_version: str
    file: str
    sha256: str
    dimension: int
    max_tokens: int
    licence: str
    source: str
    prompts: dict[str, str]

    @property
    def full_name(self) -> str:
        """Name and weights in one: other weights make other vectors."""
        return f"{self.name}@{self.sha256[:12]}"


def read_manifest(models_folder: Path) -> ModelEntry:
    """The default model's entry, by a manifest in the folder itself or else by ours.

    Raises UnavailableError when the manifest is not complete.
    """
    own = models_folder / MANIFEST
    path = own if own.exists() else SHIPPED
    try:
        return ModelEntry(**tomllib.loads(path.read_text("utf-8"))[DEFAULT])
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise UnavailableError("manifest_unreadable", path=str(path), reason=str(error)) from error


def is_built(models_folder: Path) -> bool:
    """Whether the default model's folder is there and complete."""
    return (_folder(models_folder, read_manifest(models_folder)) / FILE).exists()


def build_default(models_folder: Path) -> Path:
    """Unpack and compile the default model; returns its folder. A complete one is left as it is.

    Raises UnavailableError when the installed weights are missing or not those of the manifest. The folder appears
    under its name only when it is complete, so that a build that was stopped leaves nothing half done.
    """
    from matchmaker.embedding.sentence_transformer import build_folder, compile_folder

    entry = read_manifest(models_folder)
    folder = _folder(models_folder, entry)
    if (folder / FILE).exists():
        return folder
    packed = _checked_weights(entry)
    models_folder.mkdir(parents=True, exist_ok=True)
    building = models_folder / f".{entry.name}.{os.getpid()}"
    shutil.rmtree(building, ignore_errors=True)
    try:
        build_folder(packed, building)
        compile_folder(building)
        shutil.rmtree(folder, ignore_errors=True)
        building.rename(folder)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return folder


def load_encoder(settings: Settings, model: str | None = None) -> Encoder:
    """The encoder for ``model`` (by default the one of the settings). Raises UnavailableError when it is not built."""
    if settings.encoder == "hash":
        return HashEncoder()
    model = model or settings.model
    if model != DEFAULT:
        from matchmaker.embedding.sentence_transformer import SentenceTransformerEncoder

        try:
            return SentenceTransformerEncoder(model, settings.threads)
        except (OSError, ValueError) as error:
            raise UnavailableError("model_not_loadable", model=model, reason=str(error)[:300]) from error
    entry = read_manifest(settings.kept_models)
    folder = _folder(settings.kept_models, entry)
    if not (folder / FILE).exists():
        raise UnavailableError("model_not_built", command="matchmaker model build")
    described = (folder, entry.full_name, entry.prompts, entry.max_tokens, settings.threads)
    kernel = None if settings.encoder == "openvino" else _kernel(entry, folder)
    return BlockEncoder(kernel, *described) if kernel else OpenVinoEncoder(*described)


def prepare_kernel(models_folder: Path) -> str:
    """Compile the kernel of the built model where it will serve; returns which runtime does, and why."""
    if processor_flags() & BF16:
        return "OpenVINO in bf16"
    try:
        compile_kernel(_folder(models_folder, read_manifest(models_folder)))
    except KernelError as error:
        return f"OpenVINO in fp32 ({error})"
    return "the compiled kernel"


def lacks_kernel(models_folder: Path) -> bool:
    """Whether the built model is served in fp32 although its kernel could be compiled for this processor."""
    fits = processor_flags() >= NEEDED and not processor_flags() & BF16
    return fits and not library_path(_folder(models_folder, read_manifest(models_folder))).exists()


def _kernel(entry: ModelEntry, folder: Path) -> BlockKernel | None:
    """The kernel, if it was compiled here and is the faster runtime."""
    library = library_path(folder)
    if processor_flags() & BF16 or not library.exists():
        return None
    try:
        return BlockKernel(_checked_weights(entry), library)
    except KernelError as error:
        log.warning("kernel_unusable", reason=str(error))
        return None


def _folder(models_folder: Path, entry: ModelEntry) -> Path:
    return models_folder / entry.name


def _checked_weights(entry: ModelEntry) -> Path:
    try:
        path = Path(str(resources.files(entry.package).joinpath(entry.file)))
        found = _sha256(path)
    except (ModuleNotFoundError, OSError) as error:
        raise UnavailableError("model_weights_missing", package=entry.package, file=entry.file) from error
    if found != entry.sha256:
        raise UnavailableError("model_weights_differ", file=entry.file, expected=entry.sha256, found=found)
    return path


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()

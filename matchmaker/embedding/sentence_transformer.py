"""The only door to sentence-transformers and torch: writes the default model's folder, compiles it, serves others.

A service that serves with the compiled runtime never imports these libraries.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from matchmaker.embedding.encoder import Array, Progress, Role
from matchmaker.embedding.model_file import PackedModel, Vocabulary, read_model_file
from matchmaker.embedding.openvino_runtime import save_compiled
from matchmaker.embedding.windows import pool_windows, window_bounds

MAX_TOKENS = 512
# Of a model's name; with the digest of its weights it fits into the column that vectors are stored under.
MOST_LETTERS = 180
PROMPTS = {"query": "query: ", "passage": "passage: "}

# The file's names of a layer's tensors and what the transformers library calls them.
_LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_EMBEDDING_NAMES = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}


def build_folder(packed: Path, folder: Path) -> None:
    """Write ``folder`` in the form that ``SentenceTransformer(folder)`` loads."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer

    model = read_model_file(packed)
    folder.mkdir(parents=True, exist_ok=True)
    bert = folder / "transformer"
    _bert(model).save_pretrained(bert)
    _tokenizer(model.vocabulary).save_pretrained(bert)
    transformer = Transformer(str(bert), max_seq_length=MAX_TOKENS)
    pooling = Pooling(model.shape.hidden, pooling_mode="mean")
    SentenceTransformer(modules=[transformer, pooling, Normalize()], prompts=PROMPTS, device="cpu").save(
        str(folder), create_model_card=False
    )
    for leftover in sorted(bert.iterdir()):
        leftover.unlink()
    bert.rmdir()


def compile_folder(folder: Path) -> None:
    """Write the compiled form of a sentence-transformers folder (mean pooling, normalised) into the folder."""
    import torch
    from sentence_transformers import SentenceTransformer

    transformer = SentenceTransformer(str(folder), device="cpu")[0].auto_model.eval()

    class Pooled(torch.nn.Module):  # type: ignore[misc]
        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            hidden = transformer(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
            return torch.nn.functional.normalize((hidden * mask).sum(1) / mask.sum(1), dim=1)

    pooled = Pooled()
    pooled.transformer = transformer
    example = torch.ones(2, 16, dtype=torch.int64)
    with torch.no_grad():
        save_compiled(pooled.eval(), {"input_ids": example, "attention_mask": example}, folder)


class SentenceTransformerEncoder:
    """An Encoder for any sentence-transformers name or folder, served by torch itself.

    Raises ValueError when the model cannot be loaded.
    """

    def __init__(self, model: str, threads: int) -> None:
        import torch
        from sentence_transformers import SentenceTransformer

        torch.set_num_threads(threads)
        try:
            self._model = SentenceTransformer(model, device="cpu")
        except Exception as error:
            # A damaged file shows itself as an error of whichever library reads it.
            raise ValueError(f"{type(error).__name__}: {error}") from error
        self.name = f"{model[-MOST_LETTERS:]}@{_digest(self._model)}"
        self.dimension = int(self._model.get_embedding_dimension() or 0)

    def encode(self, texts: Sequence[str], role: Role, progress: Progress | None = None) -> Array:
        """Unit vectors ``[n, dimension]``; texts of any length, by windows of the model's own size."""
        windows, owners, weights = self._windows(texts)
        prompt = self._prompt(role)
        vectors = np.zeros((len(windows), self.dimension), np.float32)
        for start in range(0, len(windows), 256):
            part = slice(start, start + 256)
            vectors[part] = self._model.encode(windows[part], prompt=prompt, show_progress_bar=False)
            if progress:
                progress(owners[min(start + 255, len(owners) - 1)], len(texts))
        if progress:
            progress(len(texts), len(texts))
        return pool_windows(vectors, owners, weights, len(texts))

    def _windows(self, texts: Sequence[str]) -> tuple[list[str], list[int], list[int]]:
        size = int(self._model.max_seq_length or 512) - 16
        windows, owners, weights = [], [], []
        for owner, text in enumerate(texts):
            words = self._model.tokenizer(text, add_special_tokens=False, truncation=False)["input_ids"]
            for start, end in window_bounds(len(words), size):
                piece = text if end - start == len(words) else self._model.tokenizer.decode(words[start:end])
                windows.append(piece)
                owners.append(owner)
                weights.append(max(1, end - start))
        return windows, owners, weights

    def _prompt(self, role: Role) -> str | None:
        prompts = dict(self._model.prompts or {})
        return prompts.get(role) or (prompts.get("document") if role == "passage" else None) or None


def _digest(model: Any) -> str:
    """Of all weights: the same name or folder may hold others tomorrow, and their vectors are never compared."""
    import torch

    digest = hashlib.sha256()
    for name, tensor in model.state_dict().items():
        digest.update(name.encode())
        digest.update(tensor.contiguous().reshape(-1).view(torch.uint8).numpy())
    return digest.hexdigest()[:12]


def _bert(model: PackedModel) -> Any:
    from transformers import BertConfig, BertModel

    shape = model.shape
    config = BertConfig(
        vocab_size=shape.vocabulary,
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.inner,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.token_types,
        layer_norm_eps=shape.layer_norm_eps,
        pad_token_id=model.vocabulary.pad,
    )
    bert = BertModel(config)
    missing = bert.load_state_dict(_state(model), strict=False).missing_keys
    for name in missing:
        # Only the head that mean pooling never looks at is missing; zeros make the folder the same every time.
        assert name.startswith("pooler."), name
        bert.get_parameter(name).data.zero_()
    return bert.eval()


def _state(model: PackedModel) -> dict[str, Any]:
    """The file's flat arrays under the library's names and in the library's shapes."""
    import torch

    shape = model.shape
    state = {}
    for name, values in model.tensors.items():
        if name in _EMBEDDING_NAMES:
            target = _EMBEDDING_NAMES[name]
        else:
            layer, part, kind = name.split(".")
            target = f"encoder.layer.{layer[1:]}.{_LAYER_NAMES[part]}.{'weight' if kind == 'w' else 'bias'}"
        tensor = torch.from_numpy(values)
        if values.size > shape.inner:
            columns = shape.inner if name.endswith("fo.w") else shape.hidden
            tensor = tensor.reshape(-1, columns)
        elif name == "emb.type":
            tensor = tensor.reshape(shape.token_types, shape.hidden)
        state[target] = tensor
    return state


def _tokenizer(vocabulary: Vocabulary) -> Any:
    from tokenizers import Regex, Tokenizer, decoders, normalizers, pre_tokenizers, processors
    from tokenizers.models import Unigram
    from transformers import PreTrainedTokenizerFast

    name = {i: vocabulary.pieces[i][0] for i in (vocabulary.bos, vocabulary.eos, vocabulary.pad, vocabulary.unk)}
    tokenizer = Tokenizer(Unigram(vocabulary.pieces, unk_id=vocabulary.unk, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([*_normalizers(vocabulary), normalizers.Replace(Regex(" {2,}"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=True)
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always", split=True)
    bos, eos = name[vocabulary.bos], name[vocabulary.eos]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}",
        pair=f"{bos} $A {eos} {eos} $B {eos}",
        special_tokens=[(bos, vocabulary.bos), (eos, vocabulary.eos)],
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        bos_token=bos,
        eos_token=eos,
        pad_token=name[vocabulary.pad],
        unk_token=name[vocabulary.unk],
        cls_token=bos,
        sep_token=eos,
        model_max_length=MAX_TOKENS,
    )


def _normalizers(vocabulary: Vocabulary) -> list[Any]:
    """Nmt and NFKC cover the file's map but for a few code points; those are replaced one by one."""
    from tokenizers import normalizers

    standard = normalizers.Sequence([normalizers.Nmt(), normalizers.NFKC()])
    exceptions = [
        normalizers.Replace(source, target)
        for source, target in vocabulary.normalisation.items()
        if standard.normalize_str(source) != target
    ]
    return [*exceptions, normalizers.Nmt(), normalizers.NFKC()]

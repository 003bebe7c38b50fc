"""Vietnamese text in the encodings used before Unicode: TCVN3 (ABC fonts) and VNI-Windows.

Such text arrives as ordinary strings whose characters are Western letters and symbols ("C«ng nghÖ",
"Coâng ngheä"), because the bytes were read as Windows-1252. Recognising it rests on one question, asked
word by word: is the word a Vietnamese syllable only *after* conversion? Words that are Vietnamese as they
stand speak against, words that are Vietnamese neither way speak against, and some patterns (a symbol in the
middle of a word, a vowel followed by a bare accented vowel) never occur in a living spelling and weigh more.

Decomposed Unicode, as produced by Windows-1258, is Unicode: NFC is all it needs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from matchmaker.catalogue.legacy_letters import TCVN3_LETTERS, VNI_LETTERS
from matchmaker.catalogue.syllables import is_syllable
from matchmaker.kit.errors import InvalidError

Encoding = Literal["unicode", "tcvn3", "vni"]
LegacyEncoding = Literal["tcvn3", "vni"]


class LegacyTextError(InvalidError):
    """The text is clearly in a legacy encoding but converting it would corrupt part of it.

    ``code`` is always ``legacy_text_unconvertible``; ``encoding`` is ``tcvn3`` or ``vni``.
    """

    def __init__(self, encoding: LegacyEncoding) -> None:
        """Remember which encoding was recognised."""
        super().__init__("legacy_text_unconvertible", encoding=encoding)
        self.encoding: LegacyEncoding = encoding


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a text is written in.

    ``score`` (0 to 1) is the share of telling words that agree with ``encoding``; ``certain`` says that no
    person needs to look at the result; ``convertible`` is false for a text that is mixed or damaged.
    """

    encoding: Encoding
    score: float
    certain: bool
    convertible: bool


@dataclass(frozen=True, slots=True)
class Conversion:
    """A text in NFC Unicode, the encoding it came in, and whether that was beyond doubt."""

    text: str
    source: Encoding
    certain: bool


# --- reading one word --------------------------------------------------------------------------------

# Longest first, so that a base is never taken without its mark.
_VNI_SEQUENCE = re.compile("|".join(sorted(VNI_LETTERS, key=len, reverse=True)))

# Words of TCVN3 text contain symbols. Left out are the codes the encoding does not use for letters and
# which technical text uses for what they show: ± ° ² ³ º and the no-break space.
_TCVN3_WORD = re.compile(
    "[A-Za-z\u00a1-\u00ae\u00b5-\u00b9\u00bb-\u00be\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff\ufffd]+"
)
_VNI_WORD = re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f\u1e00-\u1eff\ufffd]+")
# Micro-units: the micro sign is also the TCVN3 code of "à", but none of these is a word.
_UNIT = re.compile("µ(?:[mglLsAVFWHSCNM]|Pa|Sv|mol|in)")
_OUTER = "«»·¡"
_TCVN3_CAPITALS = "¡¢£¤¥¦§"

# Patterns that no living spelling has. Not here on purpose: the middle dot (N·m), the multiplication sign
# (m×n), the soft hyphen, and superscripts, registered and copyright signs at the end of a word.
_TCVN3_STRONG = re.compile(
    "[A-Za-z][¡-¬®µ¶¸¹»-¾][A-Za-zÀ-ÿ]|[A-Za-z][µ¸¶¬]$|^[§®][A-Za-zÀ-ÿ\u00a8-\u00be]|[a-z][À-ÖØ-Þ]"
)
# Not here: pairs French, Spanish, Portuguese and Italian have (aï, où, oû, aî, aé, aú, aü, aë, eá, oá).
_VNI_STRONG = re.compile(
    "[aeo][âäåã]|aê|[aeouyôö][øõ]|[aeuyôö]ù|[auyôö]û|öô|[uôö]ï",
    re.IGNORECASE,
)


def _read_tcvn3(word: str) -> str:
    """Return a TCVN3 word in Unicode; quotation marks around it stay what they are."""
    if _UNIT.fullmatch(word):
        return word
    whole = _map_tcvn3(word)
    if is_syllable(whole):
        return whole
    core = word.strip(_OUTER)
    if core in ("", word) or not is_syllable(_map_tcvn3(core)):
        return whole if core else word
    before, after = word.split(core, 1)
    return before + _map_tcvn3(core) + after


def _map_tcvn3(word: str) -> str:
    """Map the letters of a word; in an all-capitals word the toned letters become capitals too."""
    mapped = "".join(TCVN3_LETTERS.get(char, char) for char in word)
    capitals = sum(char in _TCVN3_CAPITALS or "A" <= char <= "Z" for char in word)
    has_small = any("a" <= char <= "z" for char in word)
    return mapped.upper() if capitals >= 2 and not has_small else mapped


def _read_vni(word: str) -> str:
    """Return a VNI word in Unicode."""
    return _VNI_SEQUENCE.sub(lambda match: VNI_LETTERS[match.group()], word)


@dataclass(frozen=True, slots=True)
class _Scheme:
    """How the words of one legacy encoding are found, read and told from everything else."""

    name: LegacyEncoding
    word: re.Pattern[str]
    strong: re.Pattern[str]
    read: Callable[[str], str]


_SCHEMES: dict[LegacyEncoding, _Scheme] = {
    "tcvn3": _Scheme("tcvn3", _TCVN3_WORD, _TCVN3_STRONG, _read_tcvn3),
    "vni": _Scheme("vni", _VNI_WORD, _VNI_STRONG, _read_vni),
}


# Characters left after conversion that Vietnamese does not have.
_WESTERN_ONLY = re.compile("[\u00a1-\u00bfÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]")


# --- weighing a text ---------------------------------------------------------------------------------

# Evidence is taken from the head of a text; no document changes its encoding after that many characters.
_SAMPLE = 200_000
# Share of telling words that must agree, and the share below which a few odd words mean nothing.
_AGREE = 0.8
_HALF = 0.5
_MIXED = 0.3
_SURE = 0.95
# Share of unaccented words that must be Vietnamese before weak evidence counts.
_PLAIN = 0.6


@dataclass(slots=True)
class _Evidence:
    """Counts of words: for and against the encoding, and unaccented ones.

    Of those against, ``unsafe`` are damaged or beyond doubt Unicode; ``unmapped`` have codes it lacks.
    """

    hits: int = 0
    against: int = 0
    unsafe: int = 0
    unmapped: int = 0
    plain: int = 0
    plain_syllables: int = 0
    distinct: set[str] = field(default_factory=set)
    strong: set[str] = field(default_factory=set)

    @property
    def share(self) -> float:
        """Share of telling words that speak for the encoding; 0 without any."""
        return self.hits / max(1, self.hits + self.against)

    @property
    def looks_vietnamese(self) -> bool:
        """Whether most unaccented words are Vietnamese syllables; true when there are none."""
        return self.plain_syllables >= _PLAIN * self.plain

    @property
    def is_enough(self) -> bool:
        """Whether there is enough to decide at all: odd single words never are."""
        if len(self.strong) >= 2:
            return True
        # One strong word needs company: "poäng" alone is Swedish.
        accompanied = bool(self.strong) and len(self.distinct) + self.plain_syllables >= 2
        return self.looks_vietnamese and (accompanied or len(self.distinct) >= 4)

    @property
    def is_convertible(self) -> bool:
        """Whether conversion keeps every word; foreign names may be many if all their letters are mapped."""
        return not self.unsafe and (self.share >= _AGREE or (self.share >= _HALF and not self.unmapped))


def _weigh(text: str, scheme: _Scheme) -> _Evidence:
    """Collect the evidence of every word of the sample for one encoding."""
    evidence = _Evidence()
    for word in scheme.word.findall(text[:_SAMPLE]):
        if word.isascii():
            _weigh_plain(word, evidence)
        elif len(word) > 1 and not _UNIT.fullmatch(word):
            _weigh_accented(word, scheme, evidence)
    return evidence


def _weigh_plain(word: str, evidence: _Evidence) -> None:
    """Count an unaccented word; single letters and acronyms tell nothing."""
    if len(word) == 1 or word.isupper():
        return
    evidence.plain += 1
    evidence.plain_syllables += is_syllable(word)


def _weigh_accented(word: str, scheme: _Scheme, evidence: _Evidence) -> None:
    """Count a word with accents or symbols for or against the encoding."""
    core = word.strip(_OUTER)
    native = is_syllable(core)
    if max(word) > "\u00ff":
        # No legacy encoding has these letters; Vietnamese ones, or a lost character, make a mixed text.
        evidence.against += 1
        evidence.unsafe += native or "\ufffd" in word
        return
    converted = scheme.read(word).strip(_OUTER)
    if converted != core and _is_written_properly(converted):
        if not native:
            _weigh_hit(word, scheme, evidence)
    # A Vietnamese word that conversion leaves alone ("ý", "thành") is no evidence for either.
    elif not (native and converted == core):
        evidence.against += 1
        evidence.unmapped += bool(_WESTERN_ONLY.search(converted))


def _weigh_hit(word: str, scheme: _Scheme, evidence: _Evidence) -> None:
    """Count a word that is Vietnamese only after conversion."""
    evidence.hits += 1
    evidence.distinct.add(word.lower())
    if scheme.strong.search(word):
        evidence.strong.add(word.lower())


def _is_written_properly(word: str) -> bool:
    """Tell whether ``word`` is a syllable in small letters, capitals or with one initial capital."""
    return is_syllable(word) and (word[1:].islower() or word[1:] == "" or word.isupper())


# --- public functions --------------------------------------------------------------------------------


def detect(text: str) -> Verdict:
    """Tell which encoding ``text`` is written in. Never raises.

    Everything that is not clearly legacy is ``unicode``, so genuine text in any language stays untouched.
    A short text with a single telling word can be legacy and still be called ``unicode``; when neighbouring
    texts have settled the matter, pass ``assume`` to :func:`convert`.
    """
    text = unicodedata.normalize("NFC", text)
    if text.isascii():
        return Verdict("unicode", 1.0, True, True)
    weighed = [(_weigh(text, scheme), scheme.name) for scheme in _SCHEMES.values()]
    found = [(evidence, name) for evidence, name in weighed if _is_legacy(evidence)]
    if not found:
        doubt = max(evidence.share for evidence, _ in weighed)
        return Verdict("unicode", 1.0 - doubt, doubt < _MIXED, True)
    evidence, name = max(found, key=lambda item: (item[0].share, item[0].hits))
    return _legacy_verdict(evidence, name)


def _is_legacy(evidence: _Evidence) -> bool:
    """Tell whether the text is in the encoding at all, cleanly or not."""
    if not evidence.is_enough:
        return False
    return evidence.share >= _AGREE or (len(evidence.strong) >= 3 and evidence.share >= _MIXED)


def _legacy_verdict(evidence: _Evidence, name: LegacyEncoding) -> Verdict:
    """Turn sufficient evidence into a verdict."""
    convertible = evidence.is_convertible
    certain = convertible and evidence.share >= _SURE and len(evidence.strong) >= 2
    return Verdict(name, evidence.share, certain, convertible)


def convert(text: str, assume: LegacyEncoding | None = None) -> Conversion:
    """Return ``text`` in NFC Unicode, converted when it is in a legacy encoding.

    ``assume`` skips detection for a text whose neighbours have settled the encoding; words that already are
    Vietnamese and do not become another Vietnamese word are then left alone.

    Raises :class:`LegacyTextError` when the text is clearly legacy but mixes encodings or lost characters.
    """
    text = unicodedata.normalize("NFC", text)
    if assume is not None:
        return Conversion(_convert_words(text, _SCHEMES[assume]), assume, False)
    verdict = detect(text)
    if verdict.encoding == "unicode":
        return Conversion(text, "unicode", verdict.certain)
    if not verdict.convertible:
        raise LegacyTextError(verdict.encoding)
    return Conversion(_convert_words(text, _SCHEMES[verdict.encoding]), verdict.encoding, verdict.certain)


def _convert_words(text: str, scheme: _Scheme) -> str:
    """Convert every word of ``text``; what lies between words stays."""
    return unicodedata.normalize("NFC", scheme.word.sub(lambda match: _convert_word(match, scheme), text))


def _convert_word(match: re.Match[str], scheme: _Scheme) -> str:
    """Convert one word, except Unicode Vietnamese and symbols attached to a number ("1½")."""
    word = match.group()
    if word.isascii() or any(char > "\u00ff" for char in word):
        return word
    behind_digit = match.start() > 0 and match.string[match.start() - 1].isdigit()
    if behind_digit and not any(map(str.isalpha, word)):
        return word
    converted = scheme.read(word)
    return word if is_syllable(word) and not is_syllable(converted) else converted


def vietnamese_share(text: str) -> float:
    """Return the share of accented words of ``text`` that are Vietnamese syllables; 0 without any."""
    words = [word for word in _VNI_WORD.findall(unicodedata.normalize("NFC", text)) if not word.isascii()]
    return sum(map(is_syllable, words)) / max(1, len(words))

"""The spelling rules of Vietnamese syllables, as one set of every well-formed syllable."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator

_ONSETS_TEXT = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_ONSETS = tuple(_ONSETS_TEXT.split())
_RHYMES_TEXT = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
    "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong "
    "ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut "
    "uy uya uych uyên uyêt uynh uyp uyt uyu "
    "ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu "
    "y yêm yên yêng yêt yêu"
)
_RHYMES = tuple(_RHYMES_TEXT.split())
# Rhymes that follow "qu" apart from those in a, ă, â, e, ê, i and ơ.
_AFTER_QU = frozenset({"ôc", "y", "yên", "yêt", "ynh", "yt", "ych"})
# "y" on its own follows few onsets; it alternates with "i" there.
_BEFORE_Y = frozenset({"h", "k", "l", "m", "s", "t", "th", "tr", "v"})

_TONES = ("\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
# A syllable closed by a stop takes the acute or the dot below and nothing else.
_STOP_TONES = ("\u0301", "\u0323")
_STOPS = ("c", "ch", "k", "p", "t")
_VOWELS = "aăâeêioôơuưy"
_SHAPED = "ăâêôơư"


def is_syllable(word: str) -> bool:
    """Tell whether ``word`` (NFC, any case) is a well-formed Vietnamese syllable with its tone in place."""
    return word.lower() in syllables()


@functools.cache
def syllables() -> frozenset[str]:
    """Return every well-formed syllable in small letters, NFC; about 17,000."""
    return frozenset(
        unicodedata.normalize("NFC", onset + toned)
        for onset, rhyme in _plain_syllables()  # with no tone yet
        for toned in _toned(rhyme)
    )


def _plain_syllables() -> Iterator[tuple[str, str]]:
    """Yield the pairs of onset and rhyme that spelling allows."""
    rhymes = [*_RHYMES, *sorted(_AFTER_QU)]
    yield from (("", rhyme) for rhyme in _RHYMES)
    yield from ((onset, rhyme) for onset in _ONSETS for rhyme in rhymes if _fits(onset, rhyme))


def _fits(onset: str, rhyme: str) -> bool:
    """Tell whether spelling allows ``rhyme`` after ``onset``, which is not empty."""
    first = rhyme[0]
    if onset == "qu":
        return first in "aăâeêiơ" or rhyme in _AFTER_QU
    if first == "y":
        return rhyme == "y" and onset in _BEFORE_Y
    if rhyme not in _RHYMES:
        return False
    if onset in ("k", "gh", "ngh"):
        return first in "eêi"
    if onset in ("c", "ng"):
        return first not in "eêi"
    if onset == "g":
        return first not in "eê"
    return onset != "gi" or first != "i"


def _toned(rhyme: str) -> Iterator[str]:
    """Yield ``rhyme`` with every tone it takes, at every place spelling accepts."""
    stop = rhyme.endswith(_STOPS)
    if not stop:
        yield rhyme
    for tone in _STOP_TONES if stop else _TONES:
        for place in _tone_places(rhyme):
            yield rhyme[: place + 1] + tone + rhyme[place + 1 :]


def _tone_places(rhyme: str) -> tuple[int, ...]:
    """Return the indexes of the vowels that may carry the tone of ``rhyme``."""
    vowels = [index for index, char in enumerate(rhyme) if char in _VOWELS]
    shaped = [index for index in vowels if rhyme[index] in _SHAPED]
    if shaped:
        return (shaped[-1],)
    if len(vowels) == 1:
        return (0,)
    if len(vowels) == 3:
        # "oai", "oeo": the middle; "uya" likewise, with the tone on "y".
        return (1,)
    # Old and new style both occur: hòa and hoà, thúy and thuý.
    if rhyme in ("oa", "oe", "uy"):
        return (0, 1)
    return (0,) if len(rhyme) == 2 else (1,)
